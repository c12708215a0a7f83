"""Are the tables of cues and roles whole? Every row can be used."""

from sayso.attribution.words import cue_nouns, cue_phrases, cue_verbs, cue_words, head_kinds, modifier_kinds
from sayso.lexicons import read_toml
from sayso.model.kinds import VoiceKind

TAKES = {
    "clause",
    "that",
    "noun",
    "quote",
    "all",
    "value",
    "prepositions",
    "addressee",
    "infinitive",
    "source",
    "count",
}


def test_every_verb_takes_something_that_the_stage_can_read():
    rows = [row for rows in cue_verbs().values() for row in rows]
    assert [row for row in rows if row.takes <= TAKES] == rows != []


def test_every_phrase_has_nouns_and_prepositions():
    rows = [phrase for rows in cue_phrases().values() for phrase in rows]
    assert [phrase for phrase in rows if phrase.nouns and phrase.prepositions] == rows != []


def test_every_noun_that_can_stand_without_a_speaker_is_a_noun_of_saying():
    assert set() < cue_words("unattributed") | cue_words("with_of") <= cue_nouns().keys()


def test_every_kind_of_a_role_is_a_kind_of_voice():
    assert set() < set(head_kinds().values()) | set(modifier_kinds().values()) <= set(VoiceKind)


def test_every_list_of_small_words_is_lower_case():
    written = [word for words in read_toml("cues")["words"].values() for word in words]
    assert [word.casefold() for word in written] == written != []

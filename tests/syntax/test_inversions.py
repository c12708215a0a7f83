"""Are those who speak behind what they say the subject of their verb?"""

import pytest
from syntax.parsed import parse


def subjects(parsed, verb):
    """Return the words that are subject of a verb or stand beside one that is."""
    first = [t for t, h in enumerate(parsed.heads) if h == verb and t != verb and parsed.relations[t] == "nsubj"]
    return [parsed.words[t] for t in first] + [
        parsed.words[t] for t, h in enumerate(parsed.heads) if h in first and parsed.relations[t] == "conj"
    ]


@pytest.mark.parametrize(
    ("text", "speakers", "main"),
    [
        ("Gunmen killed nine people in raids on two farms, survivors and an officer said on Monday.", ["survivors", "officer"], "killed"),
        ("Shells hit the market of Arva, killing nine people, residents and a medic told the agency.", ["residents", "medic"], "hit"),
        ("Two ferrymen died in the blast, a doctor and two bakers said by telephone.", ["doctor", "bakers"], "died"),
        ("The rebels hold the bridge, port officials and bakers said on Tuesday, as talks went on.", ["officials", "bakers"], "hold"),
        ("At least nine people were killed in the shelling of Arva, a hospital official reported.", ["official"], "killed"),
        ("The army shelled the market, killing two children, an aid worker who asked not to be named said.", ["worker"], "shelled"),
        ("The army shelled the market, killing two children, two residents reached by telephone told the Wire.", ["residents"], "shelled"),
        ("Gunmen killed at least nine people in raids on three villages in the Arva district, two bakers said.", ["bakers"], "killed"),
    ],
)  # fmt: skip
def test_who_speaks_last_is_the_subject_of_the_saying(syntax, text, speakers, main):
    parsed = parse(syntax, text)
    verb = next(t for t, word in enumerate(parsed.words) if word in {"said", "told", "reported", "claimed"})
    assert parsed.relations[verb] == "root"
    assert subjects(parsed, verb) == speakers
    told = parsed.words.index(main)
    assert (parsed.heads[told], parsed.relations[told]) == (verb, "ccomp")


@pytest.mark.parametrize(
    "text",
    [
        "When the army came, residents and bakers said that they had no bread.",
        "In Arva, residents and bakers said on Monday they had no bread.",
        "Rebels took the mill, and the army told residents and bakers to leave.",
        'The governor spoke first, and residents and bakers said: "We are staying."',
    ],
)
def test_who_speaks_first_stays_the_subject(syntax, text):
    parsed = parse(syntax, text)
    verb = next(t for t, word in enumerate(parsed.words) if word in {"said", "told", "reported", "claimed"})
    assert any(
        h == verb and r in {"ccomp", "xcomp", "parataxis", "obj"}
        for h, r in zip(parsed.heads, parsed.relations, strict=True)
    )
    assert sum(head == token for token, head in enumerate(parsed.heads)) == len(parsed.sentences)


def test_what_is_told_of_a_thing_has_no_speaker_of_its_own(syntax):
    parsed = parse(
        syntax, "They called the bakers in to discuss the oven, which state media claimed now allows them to rest."
    )
    assert parsed.relations[parsed.words.index("called")] == "root"


def test_each_sentence_keeps_one_root_and_every_word_reaches_it(syntax):
    text = "Gunmen, who came at dawn, killed nine people in Arva, the mayor of the town and two bakers said on Monday, when rain fell."
    parsed = parse(syntax, text)
    assert sum(head == token for token, head in enumerate(parsed.heads)) == len(parsed.sentences)
    for token in range(len(parsed)):
        way = [token]
        while parsed.heads[way[-1]] != way[-1]:
            way.append(parsed.heads[way[-1]])
            assert len(way) <= len(parsed)


@pytest.mark.parametrize(
    ("text", "thing", "speaker"),
    [
        (
            "The raid on Arva wounded some 60 people said the Council a group based abroad.",
            "people",
            "Council",
        ),
        ("The shelling killed nine people said the governor of Arva.", "people", "governor"),
    ],
)
def test_what_was_done_to_people_is_not_what_they_say_where_commas_are_lost(syntax, text, thing, speaker):
    parsed = parse(syntax, text)
    verb, done_to = parsed.words.index("said"), parsed.words.index(thing)
    assert parsed.relations[verb] == "root"
    assert speaker in subjects(parsed, verb)
    assert (parsed.relations[done_to], parsed.relations[parsed.heads[done_to]]) == ("obj", "ccomp")


def test_a_clause_behind_a_comma_or_a_mark_keeps_who_speaks(syntax):
    parsed = parse(syntax, "“There was nobody in that house,” the minister told state radio on Thursday.")
    assert subjects(parsed, parsed.words.index("told")) == ["minister"]


def test_what_somebody_says_that_another_condemns_is_no_deed_of_the_first(syntax):
    parsed = parse(syntax, "The minister said Orvania condemns the suspected gas raid calling that an outrage.")
    assert subjects(parsed, parsed.words.index("said")) == ["minister"]
    assert subjects(parsed, parsed.words.index("condemns")) == ["Orvania"]

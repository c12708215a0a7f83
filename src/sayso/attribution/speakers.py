"""Who is the subject of a word of saying?"""

from sayso.attribution.borders import find_saying_before
from sayso.attribution.candidates import beside, could_speak, find_counted, is_set_behind
from sayso.attribution.carried import find_author
from sayso.attribution.offices import find_client, find_office
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.slugs import find_behind_slug
from sayso.attribution.speaker_phrases import Speaker, read_speaker
from sayso.attribution.speaker_places import (
    find_before_place,
    find_behind,
    find_opening_person,
    find_set_apart,
    is_finite,
)
from sayso.attribution.tags import FINITE, TENSED
from sayso.attribution.words import cue_verbs, cue_words

# "What got through hit the plant, the governor said": the clause that it opens is what is said.
_FREE = frozenset({"what", "whatever", "whoever"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_NAMES = frozenset({"CCONJ", "DET", "ADJ", "NOUN", "PROPN"})


def find_speaker(page: Page, verb: int, *, is_strict: bool) -> Speaker | None:
    """Return the subject of a verb of saying; a noun that cannot speak counts only after a strict verb ("said").

    A participle without a subject ("..., adding that") has that of the verb of saying it follows. Where the
    parse gives a subject that cannot speak, the noun right before the verb is asked, then the one right after
    it ("..., said the minister"), then the name that a comma sets apart ("X, whose group ..., said").
    """
    subject = find_client(page, _subject(page, verb))
    subject = subject if subject is None else find_counted(page, subject)
    sure = _set_behind(page, verb) or _behind_slug(page, subject, verb) or _behind_office(page, verb)
    if sure is not None:
        return sure
    if subject is not None and (
        page.word(page.tree.antecedent(subject)) in cue_words("first_person") or _is_nobody(page, subject)
    ):
        return None
    if subject is not None and is_strict and _is_left_behind(page, subject, verb):
        subject = verb - 1
    is_inverted = _is_inverted(page, verb, subject)
    subject = None if is_inverted else subject
    if subject is not None and is_strict and _is_odd_name(page, subject, verb):
        return read_speaker(page, _find_first(page, subject, verb))
    candidates = (
        subject,
        None if is_inverted else beside(page, verb, -1),
        None if is_inverted else find_set_apart(page, verb, subject),
        find_behind(page, verb, is_strict=is_strict),
        find_before_place(page, verb) if is_strict else None,
    )
    token = next((t for t in candidates if t is not None and could_speak(page, t)), None)
    if token is not None:
        return read_speaker(page, find_opening_person(page, _find_first(page, token, verb), verb))
    if subject is None or page.parse.tags[verb] == "VBG" or not (is_strict or _only_persons_do(page, verb)):
        return None
    is_noun = page.parse.universal[subject] in {"NOUN", "PROPN", "NUM"} or page.word(subject) in cue_words("of_two")
    return read_speaker(page, find_opening_person(page, subject, verb)) if is_noun else None


def _is_nobody(page: Page, subject: int) -> bool:
    """Tell whether nobody says it ("*no one* in the town could confirm it")."""
    is_none = page.word(subject) == "one" and any(page.word(t) == "no" for t in page.tree.children(subject, "det"))
    return is_none or page.word(subject) in {"nobody", "none", "neither"}


def _set_behind(page: Page, verb: int) -> Speaker | None:
    """Return the speaker right behind a verb for how somebody speaks ("..., thundered *the envoy*")."""
    if not is_set_behind(page, verb):
        return None
    speaker = read_speaker(page, beside(page, verb, 1) or verb + 1)
    return Speaker(speaker.head, (max(verb + 1, speaker.run[0]), speaker.run[1]))


def _behind_slug(page: Page, subject: int | None, verb: int) -> Speaker | None:
    """Return the speaker behind a label of the page that the parse took for the subject."""
    behind = find_behind_slug(page, subject) if subject is not None else None
    return read_speaker(page, behind) if behind is not None and behind < verb else None


def _behind_office(page: Page, verb: int) -> Speaker | None:
    """Return the speaker whom commas part from his office right before a verb ("..., its spokesman, *X*, said")."""
    found = find_office(page, verb) if page.parse.tags[verb] in TENSED else None
    return Speaker(*found) if found is not None else None


def _find_first(page: Page, token: int, verb: int) -> int:
    """Return the first of two who say it, where the parse gave the verb the second alone ("*the Union* and the Front said")."""
    joined = find_phrase(page, token)[0] - 1
    is_loose = joined > 0 and page.word(joined) == "and" and page.parse.heads[joined] == verb
    if not is_loose or token > verb or page.tree.is_relation(verb, "conj"):
        return token
    return joined - 1 if page.parse.universal[joined - 1] in _NOUNS and could_speak(page, joined - 1) else token


def _only_persons_do(page: Page, verb: int) -> bool:
    """Tell whether the verb tells a clause that only somebody with a mind can tell ("the fund *warned* that ...")."""
    told = (c for c in page.tree.children(verb, "ccomp") if c > verb)
    is_told = any(page.word(t) == "that" for t in range(verb + 1, verb + 4)) or next(told, None) is not None
    return page.lemma(verb) in cue_words("voiced") and is_told


def _is_odd_name(page: Page, subject: int, verb: int) -> bool:
    """Tell whether a noun right before the verb is a name by its capital alone ("..., *Aster* said")."""
    is_inside = subject != page.sentence(verb)[0] and not page.is_headline(verb)
    return subject == verb - 1 and is_inside and page.parse.words[subject][:1].isupper()


def _is_left_behind(page: Page, subject: int, verb: int) -> bool:
    """Tell whether a subject has a verb of its own and a known body stands right before "said" ("some had fled *AFP* said")."""
    if verb - 1 not in page.body_at or subject >= verb - 1 or verb - 1 in page.tree.subtree(subject):
        return False
    between = range(subject + 1, page.body_at[verb - 1].first)
    has_verb = any(is_finite(page, t) for t in between)
    return has_verb and not any(page.parse.tags[t] in {"WP", "WDT"} or page.is_mark(t) for t in between)


def _is_inverted(page: Page, verb: int, subject: int | None) -> bool:
    """Tell whether a noun before "said" belongs to what is said, the speaker being the noun behind ("... people, said the monitor")."""
    first, last = page.sentence(verb)
    if (
        subject is None
        or subject > verb
        or (subject == verb - 1 and page.parse.universal[subject] == "PROPN")
        or page.lemma(verb) != "say"
        or page.parse.tags[verb] in {"VBG", "VBN"}
        or not (any(page.parse.tags[t] in TENSED for t in range(first, verb)) or _ends_headline(page, verb))
    ):
        return False
    behind = beside(page, verb, 1)
    is_plain = not any(page.parse.tags[t] in FINITE for t in range(verb + 1, min(last, verb + 8)))
    is_own = page.parse.universal[subject] == "PRON" and page.parse.heads[subject] == verb
    return behind is not None and could_speak(page, behind) and is_plain and not is_own


def _ends_headline(page: Page, verb: int) -> bool:
    """Tell whether a comma and "says" set a source at the end of a headline without a verb ("Depot retaken, *says* state TV")."""
    return page.word(verb - 1) == "," and page.tree.child(verb, "nsubj") is None and page.parse.tags[verb] == "VBZ"


def _subject(page: Page, verb: int) -> int | None:
    # "The army's web page states": a verb that the parse takes for the noun that all this belongs to.
    owner = page.tree.child(verb, "nmod:poss") if page.tree.is_relation(verb - 1, "compound") else None
    if owner is not None and page.parse.universal[owner] != "PRON":
        return verb - 1
    outer = find_saying_before(page, verb)
    if outer is not None:
        return _subject(page, outer)
    subjects = [t for t in page.tree.children(verb, "nsubj", "csubj") if page.word(t) not in _FREE]
    before = [t for t in subjects if t < verb]
    own = _of_two(page, before) if len(before) > 1 else min(before or subjects, default=None)
    if own is not None or page.parse.relations[verb] == "root":
        return own
    if page.parse.tags[verb] == "VBG":
        return _of_participle(page, verb)
    if page.tree.is_relation(verb, "acl") and page.word(verb - 1) == "to":
        # "The panel has grounds to believe": whoever has them believes.
        return page.tree.subject(page.parse.heads[page.parse.heads[verb]])
    subject = page.tree.subject(verb)
    is_misread = page.parse.relations[verb] in {"acl", "amod"} and page.parse.tags[verb] in {"VBD", "VBZ"}
    return _sentence_noun(page, verb) if is_misread else subject


def _of_two(page: Page, subjects: list[int]) -> int:
    """Return which of the subjects that a parse gives one verb is its own: the last one, commas lost.

    But the first, where the last only describes it ("the Coalition *an opposition group* said") or ends a clause
    about it ("the society which runs *hospitals* said"), or both say it ("*the Front* and the Brigade said").
    """
    first, last = subjects[0], subjects[-1]
    if _are_joined(page, first, last) and could_speak(page, first):
        return first
    describes = any(page.word(c) in {"a", "an"} for c in page.tree.children(last, "det"))
    is_about = any(first < c < last for c in page.tree.children(first, "acl:relcl"))
    return first if (describes or is_about) and could_speak(page, first) else last


def _are_joined(page: Page, first: int, last: int) -> bool:
    """Tell whether "and" and the words of a name or two are all that stands between two subjects."""
    between = range(first + 1, last)
    joins = [t for t in between if page.word(t) == "and"]
    return len(joins) == 1 and all(page.parse.universal[t] in _OF_NAMES for t in between)


def _of_participle(page: Page, verb: int) -> int | None:
    """Return whose statement is carried, the subject of the nearest verb above, or a noun that can speak."""
    author = find_author(page, verb)
    if author is not None:
        return author
    head = page.parse.heads[verb]
    is_noun_beside = page.tree.is_relation(verb, "acl") and page.word(verb - 1) != "," and could_speak(page, head)
    if (
        is_noun_beside
        and page.lemma(verb) != "add"
        and max(page.tree.subtree(head, without=frozenset({"acl"}))) == verb - 1
    ):
        return head
    first, _ = page.sentence(verb)
    said = (
        t
        for t in range(first, verb)
        if page.lemma(t) in cue_verbs() and page.parse.tags[t] in TENSED and t not in page.quotation_at
    )
    outer = next(
        (t for t in said if page.parse.relations[t] != "acl:relcl" and page.parse.universal[t] == "VERB"), None
    )
    if outer is not None and page.word(verb - 1) != "by" and verb not in page.quotation_at:
        speaker = find_speaker(page, outer, is_strict=False)
        return speaker.head if speaker else None
    if page.tree.is_relation(verb, "acl") and could_speak(page, page.parse.heads[verb]):
        return page.parse.heads[verb]
    for above in page.tree.ancestors(verb):
        if page.parse.universal[above] not in {"VERB", "AUX", "ADJ"}:
            continue
        subject = page.tree.child(above, "nsubj")
        if subject is None:
            near = beside(page, above, -1)
            subject = find_set_apart(page, above, None) if near is None else near
        if subject is not None and could_speak(page, subject):
            return subject
    return None


def _sentence_noun(page: Page, verb: int) -> int | None:
    """Return the noun that a parse has made the root of a sentence whose verb it misread."""
    root = page.tree.root(page.tree.sentence(verb))
    is_noun = root is not None and root < verb and page.parse.universal[root] in {"NOUN", "PROPN"}
    return root if is_noun else page.tree.subject(verb)

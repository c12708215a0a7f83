"""Who denies or says in an aside what the sentence tells ("..., *which the army denied*", "..., *as the army claims*")?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_verbs, cue_words, rejecting_verbs
from sayso.lexicons import read_toml
from sayso.model.derivations import name_rule
from sayso.model.kinds import REJECTING, Stance

DENIED_ASIDE = name_rule(
    "attribution.denied_aside",
    'Set beside what is told stands who denies it ("..., which X denied", "..., a claim X dismissed").',
)
AS_CLAIMED = name_rule("attribution.as_claimed", 'Set beside what is told stands who says so ("..., as X claims").')
DENIED_BARE = name_rule(
    "attribution.denied_bare",
    'All that is told of somebody is that he turns down what was said ("The rebels scoffed").',
)
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def find_asides(page: Page) -> Iterator[Draft]:
    """Yield the asides in which somebody denies what the sentence tells; the content is the word that points back to it."""
    for verb in page.with_lemma(rejecting_verbs() | cue_words("bare_rejecting")):
        subject = _find_subject(page, verb)
        if subject is None or subject > verb or not could_speak(page, subject):
            continue
        if page.lemma(verb) in cue_words("bare_rejecting"):
            if _stands_alone(page, verb, subject):
                yield _draft(page, verb, subject, frozenset(), DENIED_BARE)
            continue
        pointing = _find_pointing(page, verb)
        if pointing is not None:
            yield _draft(page, verb, subject, frozenset({pointing}), DENIED_ASIDE)


def find_as_claimed(page: Page) -> Iterator[Draft]:
    """Yield the asides with "as" in which somebody says what the sentence tells; they have no content of their own."""
    for verb in page.with_lemma(cue_words("as_claimed")):
        subject = _find_subject(page, verb)
        is_sayer = subject is not None and subject < verb and could_speak(page, subject)
        if subject is not None and is_sayer and _is_as_clause(page, verb, subject):
            yield _draft(page, verb, subject, frozenset(), AS_CLAIMED)


def _stands_alone(page: Page, verb: int, subject: int) -> bool:
    """Tell whether a sentence says no more than that somebody disagrees."""
    first, last = page.sentence(verb)
    is_main = page.tree.is_relation(verb, "root", "conj") and not page.tree.is_negated(verb)
    is_whole = min(page.tree.subtree(subject)) == first and all(page.is_mark(t) for t in range(verb + 1, last))
    return is_main and is_whole and verb not in page.quotation_at


def _find_subject(page: Page, verb: int) -> int | None:
    """Return the subject of a verb in an aside, also of one that the parse took for a noun ("as *the army claims*")."""
    if page.parse.universal[verb] == "VERB" and page.parse.tags[verb] in _TENSED:
        return page.tree.child(verb, "nsubj")
    is_misread = page.parse.tags[verb] == "NNS" and page.tree.case(verb) == "as" and page.is_mark(verb + 1)
    return (
        page.tree.child(verb, "compound") if is_misread and page.lemma(verb - 1) not in cue_words("of_nobody") else None
    )


def part_asides(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, none of them saying what stands in the aside of a denial: that is told beside it."""
    beside = {t for draft in drafts if draft.rule == DENIED_ASIDE for t in _clause(page, draft)}
    return [
        draft
        if draft.rule == DENIED_ASIDE or beside.isdisjoint(draft.content)
        else replace(draft, content=draft.content - beside)
        for draft in drafts
    ]


def _clause(page: Page, draft: Draft) -> set[int]:
    clause = page.tree.subtree(draft.head)
    return {*clause, *draft.content, *(t for t in range(min(draft.content), draft.head))}


def _draft(page: Page, verb: int, subject: int, content: frozenset[int], rule: str) -> Draft:
    rows = cue_verbs().get(page.lemma(verb), ())
    stances = (row.stance for row in rows if rule == AS_CLAIMED or row.stance in REJECTING)
    return Draft(
        head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=Stance.DENIES if rule == DENIED_BARE else next(stances, Stance.ASSERTS), content=content, rule=rule,
        speaker=Speaker(subject, find_phrase(page, subject)),
    )  # fmt: skip


def _find_pointing(page: Page, verb: int) -> int | None:
    """Return the "which" behind a comma that is denied, or the noun for somebody's word behind one, of which the clause tells it."""
    if not page.parse.relations[verb].startswith("acl") or page.tree.is_negated(verb):
        return None
    which = next((t for t in page.tree.children(verb, "obj") if page.word(t) == "which"), None)
    if which is not None:
        # In "The strike, which the army denied, lasted an hour" it is the strike.
        is_last = all(page.is_mark(t) for t in range(max(page.tree.subtree(verb)) + 1, page.sentence(verb)[1]))
        return which if is_last and page.word(which - 1) == "," else None
    noun = page.parse.heads[verb]
    begin = min(page.tree.subtree(noun))
    begin += page.is_mark(begin)
    is_word = (
        page.lemma(noun) in read_toml("verdicts")["nouns"] and noun < verb and page.tree.child(verb, "obj") is None
    )
    return noun if is_word and page.word(begin - 1) == "," and page.word(begin) in {"a", "an"} else None


def _is_as_clause(page: Page, verb: int, subject: int) -> bool:
    """Tell whether a clause opens with "as", behind a comma or before one, and tells nothing itself."""
    opens = find_phrase(page, subject)[0] - 1
    opens -= page.parse.universal[opens] == "DET"
    is_open = page.word(opens) == "as" and page.tree.child(verb, "obj", "ccomp", "xcomp") is None
    is_apart = (opens == page.sentence(verb)[0] or page.word(opens - 1) in {",", "–", "—", "("}) and all(
        page.parse.universal[t] in {"AUX", "ADV"} for t in range(find_phrase(page, subject)[1], verb)
    )
    return is_open and is_apart and page.is_mark(verb + 1)

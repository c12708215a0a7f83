"""What do a verb and a noun say together ("cast doubt on", "expressed concern over")?"""

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.speakers import find_speaker
from sayso.attribution.words import CuePhrase, cue_phrases, cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

PHRASE = name_rule(
    "attribution.phrase", 'Several words together say it ("X cast doubt on ...", "X expressed concern over ...").'
)


def read_phrase(page: Page, verb: int) -> Draft | None:
    """Return the act of saying that a verb tells together with its noun, None when the noun is not there."""
    for phrase in cue_phrases()[page.lemma(verb)]:
        nouns = (*page.tree.children(verb, "obj"), verb + 1)
        noun = next((c for c in nouns if c < len(page.parse) and page.word(c) in phrase.nouns), None)
        if noun is None or (phrase.lacks and not _is_none(page, verb, noun)):
            continue
        content = _behind_noun(page, verb, noun, phrase)
        speaker = find_speaker(page, verb, is_strict=False)
        if phrase.stance is Stance.DOUBTS and _has_other_matter(page, noun, content):
            continue
        if content and speaker and could_speak(page, speaker.head):
            # "Will have none of it", "found nothing to bear it out": the negation is the phrase's own.
            is_weakened = page.tree.is_negated(verb) and page.word(noun) not in cue_words("nothing")
            stance = Stance.HEDGES if is_weakened else phrase.stance
            return Draft(
                head=verb, cue=(verb, noun + 1), lemma=page.lemma(verb), stance=stance, content=content - set(range(*speaker.run)),
                rule=PHRASE, speaker=speaker,
            )  # fmt: skip
    return None


def _is_none(page: Page, verb: int, noun: int) -> bool:
    """Tell whether somebody has none of a thing ("had *no* information", "did *not* have any")."""
    return page.tree.is_negated(verb) or any(page.word(t) == "no" for t in page.tree.children(noun, "det"))


def _has_other_matter(page: Page, noun: int, content: frozenset[int]) -> bool:
    """Tell whether "nothing" is no doubt of a report: "found nothing to eat", not "nothing to bear that out"."""
    is_nothing = page.word(noun) in cue_words("nothing")
    return is_nothing and not any(page.lemma(t) in cue_words("supporting") for t in content)


def _behind_noun(page: Page, verb: int, noun: int, phrase: CuePhrase) -> frozenset[int]:
    children = (*page.tree.children(noun, "nmod", "acl", "ccomp"), *page.tree.children(verb, "obl", "ccomp", "advcl"))
    tokens: set[int] = set()
    for child in children:
        marks = {page.word(c) for c in page.tree.children(child, "case", "mark")}
        is_told = page.tree.is_relation(child, "ccomp") or (page.tree.is_relation(child, "advcl") and "that" in marks)
        if child > noun and (marks & phrase.prepositions or is_told):
            tokens.update(t for t in page.tree.subtree(child) if t > noun)
    if not tokens and page.word(noun + 1) in phrase.prepositions:
        tokens = set(range(noun + 1, page.sentence(noun)[1] - 1))
    last = max(tokens, default=noun)
    if page.parse.tags[last + 1 : last + 2] == ("VBN",) and page.parse.heads[last + 1] in {verb, noun, last}:
        # "The names of those *killed in the raid*": the parse may hang what befell them on the verb.
        tokens.update(t for t in page.tree.subtree(last + 1) if t > last)
    return frozenset(range(min(tokens) + 1, max(tokens) + 1)) if len(tokens) > 1 else frozenset()

"""Whose words does a colon bring behind how he speaks ("The envoy was *blunt*: no truck had come"), or behind his version?"""

from collections.abc import Iterator

from sayso.attribution.borders import has_finite_verb, trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words, role_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

BLUNT = name_rule(
    "attribution.blunt",
    'Somebody is "blunt", "adamant" or the like, or tells "a different story", and his words stand behind a colon.',
)
_NEAR = 4


def find_plain_speakers(page: Page) -> Iterator[Draft]:
    """Yield the clauses behind a colon and a word for how somebody speaks or for his version of what happened.

    A text or a thing that is "clear" says nothing.
    """
    for colon in page.with_word({":"}):
        cue = _find_manner(page, colon) or _find_version(page, colon)
        content = trim(page, range(colon + 1, page.sentence(colon)[1]))
        if cue is None or not has_finite_verb(page, content):
            continue
        word, subject = cue
        yield Draft(
            head=word, cue=(word, word + 1), lemma=page.lemma(word), stance=Stance.ASSERTS, content=content, rule=BLUNT,
            speaker=Speaker(subject, find_phrase(page, subject)),
        )  # fmt: skip


def _find_manner(page: Page, colon: int) -> tuple[int, int] | None:
    """Return the word for how somebody is when he speaks, and who that is."""
    near = range(colon - 1, max(page.sentence(colon)[0], colon - _NEAR), -1)
    word = next((t for t in near if page.word(t) in cue_words("plain")), None)
    subject = page.tree.child(word, "nsubj") if word is not None and page.tree.child(word, "cop") is not None else None
    return (word, subject) if word is not None and subject is not None and _is_somebody(page, subject) else None


def _find_version(page: Page, colon: int) -> tuple[int, int] | None:
    """Return the verb of telling a version that ends before the colon, and who tells it ("residents *told* another story:")."""
    noun = colon - 1
    verb = page.parse.heads[noun]
    is_told = page.lemma(noun) in cue_words("versions") and page.tree.is_relation(noun, "obj")
    is_telling = page.lemma(verb) in cue_words("telling") and page.parse.universal[verb] == "VERB" and verb < noun
    subject = page.tree.child(verb, "nsubj") if is_told and is_telling else None
    return (verb, subject) if subject is not None and _is_somebody(page, subject) else None


def _is_somebody(page: Page, subject: int) -> bool:
    is_text = page.lemma(subject) in role_words("documents")
    return could_speak(page, subject) and page.word(subject) != "it" and not is_text

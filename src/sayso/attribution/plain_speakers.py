"""Who is said to be blunt or the like, so that a colon brings his words ("The envoy was *blunt*: no truck had come")?"""

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
    "attribution.blunt", 'Somebody is "blunt", "adamant" or the like, and his words stand behind a colon.'
)
_NEAR = 4


def find_plain_speakers(page: Page) -> Iterator[Draft]:
    """Yield the clauses behind a colon and a word for how plainly somebody speaks; a text or a thing that is "clear" says nothing."""
    for colon in page.with_word({":"}):
        first, last = page.sentence(colon)
        manner = next(
            (t for t in range(colon - 1, max(first, colon - _NEAR), -1) if page.word(t) in cue_words("plain")), None
        )
        subject = page.tree.child(manner, "nsubj") if manner is not None else None
        if (
            manner is None
            or subject is None
            or page.tree.child(manner, "cop") is None
            or not _is_somebody(page, subject)
        ):
            continue
        content = trim(page, range(colon + 1, last))
        if content and has_finite_verb(page, content) and page.tree.sentence(last - 1) == page.tree.sentence(colon):
            yield Draft(
                head=manner, cue=(manner, manner + 1), lemma=page.lemma(manner), stance=Stance.ASSERTS, content=content, rule=BLUNT,
                speaker=Speaker(subject, find_phrase(page, subject)),
            )  # fmt: skip


def _is_somebody(page: Page, subject: int) -> bool:
    is_text = page.lemma(subject) in role_words("documents")
    return could_speak(page, subject) and page.word(subject) != "it" and not is_text

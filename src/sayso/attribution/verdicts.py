"""What does somebody call another's word? "*Described* the report that soldiers had fired *as a lie*" denies it."""

from dataclasses import replace

from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.lexicons import read_words
from sayso.lexicons.verdicts import read_verdicts
from sayso.model.kinds import Stance

NAMING, WORDS = read_words("verdicts", "naming"), read_words("verdicts", "nouns")


def take_calling(page: Page, draft: Draft) -> Draft:
    """Return an act of saying as the denial or doubt that it is, where it calls a word that tells a clause false or dubious.

    What is denied is what the word tells, and not what it is called.
    """
    word = _find_word(page, draft.head)
    found = None if word is None else find_verdict(page, word)
    if word is None or found is None:
        return draft
    stance, called = found
    content = frozenset(page.tree.subtree(word)) - frozenset(page.tree.subtree(called))
    return replace(draft, stance=stance, content=content) if content else draft


def _find_word(page: Page, verb: int) -> int | None:
    """Return the noun for a word, with a clause of its own, that is the object of a verb of naming."""
    objects = page.tree.children(verb, "obj") if page.lemma(verb) in NAMING else ()
    return next((t for t in objects if page.lemma(t) in WORDS and page.tree.child(t, "acl", "ccomp")), None)


def find_verdict(page: Page, noun: int) -> tuple[Stance, int] | None:
    """Return how the verb judges whose object a noun for somebody's word is, and what it calls it; None where it does not."""
    verb = page.parse.heads[noun]
    if not page.tree.is_relation(noun, "obj") or page.lemma(verb) not in NAMING:
        return None
    called = (t for t in page.tree.children(verb, "xcomp", "obl", "obj", "advcl", "advmod") if t != noun)
    judged = ((_call(page, t), t) for t in called if not page.tree.is_negated(verb))
    return next(((stance, t) for stance, t in judged if stance is not None), None)


def _call(page: Page, token: int) -> Stance | None:
    table = read_verdicts("called")
    return table.get(page.word(token)) or table.get(page.lemma(token))

"""What stands by somebody's account, count or admission ("the dead, *by its count*, are 47")?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.attribution.according import read_aside
from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.tags import RELATIVE
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule

ACCOUNT = name_rule(
    "attribution.own_account", 'The sentence stands "by X\'s own account", "by the count of X" or by X\'s admission.'
)
PUT = name_rule("attribution.put", 'The sentence stands "as X put it".')
_BY = frozenset({"by", "on", "in", "at"})
_SHORT = 8


def find_accounts(page: Page) -> Iterator[Draft]:
    """Yield what stands by somebody's account: at the head of a sentence, at its end, or between commas inside it."""
    nouns = cue_words("own_words")
    for token in page.with_word(nouns):
        owner, opens = _find_owner(page, token), _find_opening(page, token)
        if owner is None or opens is None:
            continue
        last = max(token, *page.tree.subtree(owner))
        if _stands_apart(page, opens, token, last):
            for draft in read_aside(page, opens, (opens, token + 1), owner, ACCOUNT):
                yield replace(draft, content=_clause(page, opens, last, draft.content))


def find_puts(page: Page) -> Iterator[Draft]:
    """Yield what somebody says whose way of saying it is pointed to ("*As the mayor put it*, the road was cut")."""
    ways = cue_words("putting")
    for verb in (t for t in page.with_lemma(ways) if page.word(t + 1) == "it"):
        subject = page.tree.child(verb, "nsubj")
        if subject is None or subject > verb or not could_speak(page, subject):
            continue
        opens = min(page.tree.subtree(subject)) - 1
        if page.word(opens) == "as" and _stands_apart(page, opens, verb, verb + 1):
            yield from read_aside(page, opens, (opens, verb + 2), subject, PUT)


def _find_owner(page: Page, token: int) -> int | None:
    """Return whose account it is ("*its* count", "the reckoning of *diplomats*"); our own is nobody's."""
    owner = page.tree.child(token, "nmod:poss")
    owner = page.tree.oblique(token, "of", "by") if owner is None else owner
    can_be = owner is not None and (page.word(owner) in cue_words("owning") or could_speak(page, owner))
    return owner if can_be else None


def _find_opening(page: Page, token: int) -> int | None:
    """Return the preposition that the words for the account open with, not far before it."""
    first, _ = page.sentence(token)
    near = range(token - 1, max(first, token - _SHORT) - 1, -1)
    found = next((t for t in near if page.parse.universal[t] in {"ADP", "VERB", "AUX", "PUNCT"}), None)
    is_its_own = found is not None and page.word(found) in _BY and page.tree.case(token) == page.word(found)
    return found if is_its_own else None


def _stands_apart(page: Page, opens: int, token: int, last: int) -> bool:
    """Tell whether words for an account open or end the sentence, or stand between commas."""
    first, end = page.sentence(token)
    is_end = all(page.is_mark(t) for t in range(last + 1, end))
    is_between = page.word(opens - 1) == "," and page.word(last + 1) in {",", ";"}
    return opens == first or is_between or (is_end and (page.word(opens - 1) == "," or page.word(opens) == "by"))


def _clause(page: Page, opens: int, last: int, content: frozenset[int]) -> frozenset[int]:
    """Return what of the content the account is of: the last relative clause before it, what "and" joins behind it, else all."""
    if page.word(opens - 2) in {"and", "but"} and page.word(opens - 1) == ",":
        return trim(page, range(last + 1, page.sentence(opens)[1])) or content
    before = sorted(t for t in content if t < opens)
    pronouns = (t for t in before if page.parse.tags[t] in RELATIVE and page.word(t - 1) == ",")
    first = max(pronouns, default=None)
    return content if first is None else frozenset(t for t in content if t >= first)

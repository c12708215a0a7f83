"""Which words are those of a speaker?"""

from typing import NamedTuple

from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.lexicons.nouns import is_people


class Speaker(NamedTuple):
    """The words for somebody who says: the head and the run of its phrase."""

    head: int
    run: Run


def read_speaker(page: Page, token: int) -> Speaker:
    """Return the speaker whose phrase a token heads, or whom a relative pronoun means."""
    head = page.tree.antecedent(token)
    run = _with_role(page, _with_owner(page, find_phrase(page, head)), head)
    if run[0] < run[1] and _is_run_into(page, run):
        return Speaker(run[1] - 1, (run[1] - 1, run[1]))
    return Speaker(head, run)


def _with_owner(page: Page, run: Run) -> Run:
    """Return the phrase with whose it is, where the parse hung that elsewhere ("*the fund's web* page states")."""
    first = run[0]
    while first > 1 and page.parse.tags[first - 1] in {"VBN", "VBD", "RB"}:
        first -= 1
    if first == 0 or page.parse.tags[first - 1] != "POS" or page.parse.heads[first - 1] >= first:
        return run
    if first < run[0]:
        # "Karsovia's *recognised* government": the parse took the participle for the verb.
        return first - 2, run[1]
    return min(page.tree.subtree(page.parse.heads[first - 1], without=frozenset({"acl", "appos"}))), run[1]


def _with_role(page: Page, run: Run, head: int) -> Run:
    """Return the phrase of a name with the noun before it, which the parse took for a thing told of ("*the salt seller* X told")."""
    noun = run[0] - 1
    if noun < 0 or page.parse.universal[head] != "PROPN" or page.parse.universal[noun] != "NOUN":
        return run
    verb = page.parse.heads[head]
    is_split = page.parse.heads[verb] == noun and page.tree.is_relation(verb, "acl:relcl")
    if not is_split or page.labels.get(head) == "PLACE" or not is_people(page.lemma(noun)):
        return run
    return find_phrase(page, noun)[0], run[1]


def _is_run_into(page: Page, run: Run) -> bool:
    """Tell whether a surname stands right behind the name of a place, a comma lost ("the raid on Belgor *Deeb* said").

    The name stands behind a preposition, as no subject does, and its last word ends another name of the document.
    """
    first, last = run[0], run[1] - 1
    if last == first or page.parse.universal[last] != "PROPN" or page.parse.universal[first - 1] != "ADP":
        return False
    return bool(page.name_ends.get(page.word(last), frozenset()) - {page.word(last - 1)})

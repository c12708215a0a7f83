"""Which words state a number? How far they reach, and what they say was counted."""

from collections.abc import Iterator

from sayso.claims.measures import measure_of, measure_within
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure

PARTING = ("acl:relcl", "advcl", "parataxis", "ccomp", "discourse", "vocative", "list")
SUBJECT_WORDS = ("nsubj", "cop", "aux", "csubj")
LINKS = read_words("counting", "links")
BREAKS = read_words("counting", "breaks")
TAKING_PART, ANY = read_words("counting", "taking_part"), read_words("counting", "any")
LONGEST_PART = 12
OWNING = frozenset({"its", "their", "his", "her", "our", "'s", "’s", "'", "’"})


def words_of(scene: Scene, figure: Figure) -> tuple[int, int]:
    """Return the tokens `[first, last)` of a number with its hedge and the noun it counts."""
    inside = scene.tokens(figure.span)
    last = max(inside[-1], figure.token)
    if figure.counted is not None and last < figure.counted <= last + 4:
        last = figure.counted
    return min(inside[0], figure.token), last + 1


def bounds(scene: Scene, token: int) -> tuple[int, int]:
    """Return the tokens `[first, last)` of the sentence that holds a token."""
    return scene.parse.sentences[scene.tree.sentence(token)]


def extend(scene: Scene, run: tuple[int, int]) -> tuple[int, int]:
    """Return a run with the phrases behind it that belong to it: places, days, parts of the number.

    A clause of its own, the next of several predicates and the words of saying stay out.
    """
    first, last = run
    end = bounds(scene, first)[1]
    while last < end:
        step = part_end(scene, last, end) or _next_end(scene, (first, last), end)
        if step is None:
            break
        last = step
    return first, last


def _next_end(scene: Scene, run: tuple[int, int], end: int) -> int | None:
    token = run[1]
    if scene.parse.universal[token] == "PUNCT":
        token += 1
    if token >= end or token in scene.cue_at or scene.lemma(token) in BREAKS or not _hangs_on(scene, token, run):
        return None
    return token + 1


def _hangs_on(scene: Scene, token: int, run: tuple[int, int]) -> bool:
    """Tell whether a token depends on the words of a run, not over the border of another clause."""
    heads = scene.parse.heads
    for _ in range(12):
        if _is_border(scene, token) or heads[token] == token:
            return False
        token = heads[token]
        if run[0] <= token < run[1]:
            return True
    return False


def _is_border(scene: Scene, token: int) -> bool:
    tree = scene.tree
    if tree.is_relation(token, *PARTING) or (tree.is_relation(token, "appos") and _is_other_number(scene, token)):
        return True
    is_clause = scene.parse.universal[token] in VERBAL or tree.child(token, *SUBJECT_WORDS) is not None
    return is_clause and tree.is_relation(token, "conj", "appos")


def part_end(scene: Scene, token: int, end: int) -> int | None:
    """Return where a part of the number ends that follows here: ", including 7 children", ", 12 of them medics"."""
    first = token + (scene.parse.universal[token : token + 1] == ("PUNCT",))
    near = next((t for t in range(first, min(end, first + 3)) if t in scene.figure_at), None)
    if near is None or not scene.figure_at[near].is_part:
        return None
    last = words_of(scene, scene.figure_at[near])[1]
    while last < min(end, first + LONGEST_PART) and scene.parse.universal[last] not in {"PUNCT", "VERB"}:
        last += 1
    return last


def find_counter(scene: Scene, before: int, counters: frozenset[str]) -> int | None:
    """Return the nearest noun for a count on the left, not beyond another number unless that is where it came from."""
    first, _ = bounds(scene, before)
    for token in range(before, max(first, before - 24) - 1, -1):
        if _is_other_number(scene, token):
            return None
        if _is_counter(scene, token, counters):
            return token
    return None


def _is_other_number(scene: Scene, token: int) -> bool:
    figure = scene.figure_at.get(token)
    is_number = figure is not None and figure.token == token
    return is_number and scene.parse.words[token - 1].casefold() not in TAKING_PART


def _is_noun(scene: Scene, token: int) -> bool:
    """Tell whether a word is a noun, or used as one behind its article: "put *the dead* at nine", not "the count of the dead".

    So it is behind its owner: "put the army's dead at 300".
    """
    before = [word.casefold() for word in scene.parse.words[max(0, token - 2) : token]]
    is_used = before[-1:] == ["the"] and before[0] != "of"
    is_owned = not OWNING.isdisjoint(before[-1:]) and scene.parse.universal[token - 1] in {"PART", "PRON"}
    return scene.parse.universal[token] in {"NOUN", "PROPN"} or is_used or is_owned


def _is_counter(scene: Scene, token: int, counters: frozenset[str]) -> bool:
    if counters.isdisjoint(scene.forms(token)) or not _is_noun(scene, token):
        return False
    return not any(scene.parse.words[c].casefold() in ANY for c in scene.tree.children(token, "det"))


def phrase_start(scene: Scene, noun: int) -> int:
    """Return the first token of the words before a noun that belong to it."""
    inside = set(scene.tree.subtree(noun))
    first = noun
    while first - 1 in inside and scene.parse.universal[first - 1] not in {"ADP", "VERB"}:
        first -= 1
    return first + (scene.parse.words[first].casefold() == "whose")


def read_complement(scene: Scene, counter: int, last: int) -> Iterator[Measure]:
    """Yield what the words that hang on a noun for a count say it counts: "of the dead", "killed in the raid"."""
    inside = [t for t in scene.tree.subtree(counter) if t < last and t != counter]
    inside += [t for t in range(counter + 1, min(last, counter + 6)) if t not in inside]
    together = measure_within(scene, inside)
    yield from () if together is None else (together,)
    yield from (found for t in sorted(inside) if (found := measure_of(scene, t)) is not None)

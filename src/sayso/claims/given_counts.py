"""Where does a word for a count have its number: "puts the toll at 40", "the number of missing rose to 21"?"""

from dataclasses import replace

from sayso.claims.compared import is_former
from sayso.claims.count_rows import is_of_units, name_missing, sight
from sayso.claims.measures import measure_of
from sayso.claims.recalled import is_of_aircraft
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Count, Sighting
from sayso.claims.statements import extend, find_counter, phrase_start, read_complement, words_of
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure

COUNTERS, LOSSES = read_words("counting", "counters"), read_words("counting", "losses")
TALLIES = read_words("counting", "tallies")
SETTING, MOVING, LINKS = (read_words("counting", key) for key in ("setting", "moving", "links"))
QUOTES = frozenset({'"', "“", "'", "‘", "``"})
# ", up from" stands between a count and what it was before.
FARTHEST_FORMER = 3
# What people are, not what befell them.
PRESENT = frozenset({Measure.FIGHTERS, Measure.RESIDENTS})


def read_given(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "put the number of missing at 60", "the toll has passed 40,000", "a toll of 33"."""
    first, last = words_of(scene, figure)
    counter = find_counter(scene, first - 1, COUNTERS)
    if counter is None or is_of_units(scene, figure) or _is_of_machines(scene, counter, figure):
        return None
    verb = _find_setter(scene, counter, first)
    is_old = verb is not None and scene.parse.words[first - 1].casefold() == "from"
    start = first - 1 if is_old else phrase_start(scene, counter)
    if verb is None:
        return None
    run = (start, last) if is_old else _with_former(scene, extend(scene, (start, last)))
    told = read_complement(scene, counter, first)
    if _is_loss(scene, counter):
        # "The rebels' death toll" counts no fighters that they have.
        told = (measure for measure in told if measure not in PRESENT)
    what = next(told, None) or measure_of(scene, counter)
    if what is None and _is_loss(scene, counter):
        what = Measure.FATALITIES
    count = Count(
        figures=frozenset({figure.token}), run=run, what=what, whom=name_missing(what, scene, range(counter, first))
    )
    found = sight(scene, "count_given", (counter, verb), replace(count, is_part=is_old))
    return found if is_old else _without_old(scene, found)


def _is_of_machines(scene: Scene, counter: int, figure: Figure) -> bool:
    """Tell whether "the loss of two" is of the aircraft just told of, not of lives."""
    return figure.counted in {None, counter} and scene.lemma(counter) == "loss" and is_of_aircraft(scene, figure.token)


def _with_former(scene: Scene, run: tuple[int, int]) -> tuple[int, int]:
    """Return the words of a count with those right behind them that say from what it rose: "to 29*, from 18*"."""
    behind = (f for f in scene.layers.mentions.figures if 0 <= scene.tokens(f.span)[0] - run[1] <= FARTHEST_FORMER)
    former = next((f for f in behind if is_former(scene, f)), None)
    return run if former is None else (run[0], former.token + 1)


def _without_old(scene: Scene, sighting: Sighting) -> Sighting:
    """Leave out the number from which a count was moved ("from 31 to 44"): that is a statement of its own."""
    assert sighting.count is not None
    old = {
        f.token
        for f in scene.layers.mentions.figures
        if scene.parse.words[scene.tokens(f.span)[0] - 1].casefold() == "from" and not is_former(scene, f)
    }
    return replace(sighting, count=replace(sighting.count, figures=sighting.count.figures - old))


def _find_setter(scene: Scene, counter: int, first: int) -> int | None:
    """Return the verb that gives a count its number: over the noun ("put"), behind it ("rose to"), or none for "of"."""
    before = first - 1
    while before > counter and scene.parse.words[before] in QUOTES:
        before -= 1
    linked = scene.parse.words[before].casefold() in LINKS
    if not linked:
        before += 1
    for token in range(counter + 1, first + 1):
        if _moves(scene, token, first):
            return token
    if not linked:
        return None
    if before - 1 == counter and scene.parse.words[before].casefold() == "of" and _holds_number(scene, counter, first):
        return counter
    above = [t for t in list(scene.tree.ancestors(counter))[:3] if t < counter and scene.lemma(t) in SETTING]
    return above[0] if above and scene.parse.words[before].casefold() != "of" else None


def _holds_number(scene: Scene, counter: int, first: int) -> bool:
    """Tell whether a noun with "of" and a bare number is a count: "a toll of 33", "yesterday's count of 41"."""
    figure = scene.figure_at.get(first)
    is_bare = figure is not None and figure.counted is None
    return _is_loss(scene, counter) or (is_bare and scene.lemma(counter) in TALLIES)


def _is_loss(scene: Scene, counter: int) -> bool:
    return not LOSSES.isdisjoint(scene.forms(counter))


def _moves(scene: Scene, token: int, first: int) -> bool:
    """Tell whether a verb brings a count to the number at `first`: nothing but links, adverbs and days between."""
    if scene.lemma(token) not in MOVING | SETTING and scene.parse.words[token].casefold() not in MOVING:
        return False
    if scene.parse.universal[token] in {"ADP", "DET", "ADJ"}:
        return False
    return all(
        scene.parse.universal[t] in {"ADP", "ADV", "AUX", "PART"}
        or t in scene.time_tokens
        or t in scene.figure_at
        or scene.lemma(t) in MOVING | SETTING
        for t in range(token + 1, first)
    )

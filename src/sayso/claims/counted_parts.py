"""Where does a number tell how many of those counted before were such and such: "three of the dead were medics"?"""

from sayso.claims.adjoining import HURT
from sayso.claims.count_rows import sight
from sayso.claims.measures import measure_of
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Count, Sighting
from sayso.claims.statements import bounds, extend, words_of
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure

POINTING, RELATIVE = read_words("counting", "pointing"), read_words("counting", "relative")
OPENING, INCLUDING = read_words("counting", "opening_part"), read_words("counting", "including")
LABELS, INCLUDED = read_words("measures", "labels"), read_words("measures", "including")
# A phrase that opens a sentence ("of those killed in the raid") is no longer than this.
LONGEST = 8
FEWEST = 2


def read_part(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "more than 20 of them lived there", "three of the dead were medics"."""
    first, last = scene.tokens(figure.span)[0], max(scene.tokens(figure.span)[-1], figure.token) + 1
    verb = scene.parse.heads[figure.token]
    if scene.parse.words[last : last + 1] != ("of",) or not scene.tree.is_relation(figure.token, "nsubj"):
        return None
    pointing = [t for t in range(last + 1, min(last + 5, verb)) if scene.parse.words[t].casefold() in POINTING]
    if not pointing or scene.parse.words[pointing[0]].casefold() in RELATIVE:
        return None
    # "Two of the wounded died" are dead.
    harm = measure_of(scene, verb) if scene.parse.universal[verb] == "VERB" else None
    told = next((m for t in pointing if (m := measure_of(scene, t)) is not None), None)
    what = harm if harm in HURT else told
    run = extend(scene, (first, verb + 1))
    count = Count(figures=frozenset({figure.token}), run=run, what=what, whom=_name_those(scene, verb), is_part=True)
    return sight(scene, "count_part", (figure.token, verb), count)


def _name_those(scene: Scene, predicate: int) -> str | None:
    """Return who a part of those counted is said to be: "three of the dead were medics"; a label names nobody."""
    is_noun = scene.parse.tags[predicate] == "NNS" and scene.tree.child(predicate, "cop") is not None
    word = scene.parse.words[predicate].casefold()
    return word if is_noun and word not in LABELS and scene.classes(predicate) & {"people", "force"} else None


def read_told_part(scene: Scene, figure: Figure) -> Sighting | None:
    """Return a part of those whom its own words say were harmed: "some 15 of the dead had ..."."""
    found = read_part(scene, figure)
    pointing = () if found is None or found.count is None else range(figure.token + 1, found.clause)
    is_told = any(scene.parse.words[t].casefold() in POINTING and measure_of(scene, t) is not None for t in pointing)
    return found if is_told else None


def read_opened_part(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "of those killed, 11 were children", "of the dead at least four are said to be women"."""
    first, last = words_of(scene, figure)
    start = bounds(scene, first)[0]
    if scene.parse.words[start].casefold() not in OPENING or first - start > LONGEST:
        return None
    what = _find_whole(scene, range(start + 1, first))
    # "Of the 45 people killed, 12 were women": the whole is counted by words of its own.
    is_apart = any(t in scene.figure_at for t in range(start, first))
    if what is None or scene.parse.universal[last] not in {"AUX", "VERB"}:
        return None
    # "Were in critical condition": the words go on to what those counted are said to be.
    told = scene.parse.heads[last] if scene.parse.universal[last] == "AUX" else last
    end = max(last + 2, told + 1 if told - last < LONGEST else 0)
    harm = measure_of(scene, told)
    what = harm if harm in HURT else what
    run = extend(scene, (first if is_apart else start, min(end, bounds(scene, first)[1])))
    count = Count(
        figures=frozenset({figure.token}), run=run, what=what, whom=_name_those(scene, last + 1), is_part=True
    )
    return sight(scene, "count_part", (figure.token, figure.token), count)


def read_included(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "the dead included four nurses and two drivers": each number is a part."""
    first, last = words_of(scene, figure)
    start = bounds(scene, first)[0]
    verb = next((t for t in range(first - 1, start, -1) if scene.parse.universal[t] == "VERB"), None)
    if verb is None or scene.lemma(verb) not in INCLUDING:
        return None
    subject = scene.tree.subject(verb)
    what = measure_of(scene, subject) if subject is not None else None
    if subject is None or what is None or scene.parse.words[subject].casefold() not in POINTING:
        return None
    run = extend(scene, (subject - (scene.tree.child(subject, "det") is not None), last))
    count = Count(figures=frozenset({figure.token}), run=run, what=what, is_part=True)
    return sight(scene, "count_part", (figure.token, figure.token), count)


def read_included_apart(scene: Scene, figure: Figure) -> Sighting | None:
    """Return a part of a number that words of saying part from it: "dozens died, medics said, *including 29 in one street*"."""
    first, last = words_of(scene, figure)
    start = bounds(scene, first)[0]
    opens = first - 1 if figure.is_part and scene.parse.words[first - 1].casefold() in INCLUDED else -1
    before = _find_saying(scene, range(start, opens))
    if before is None:
        return None
    is_said = any(t in scene.cue_at for t in range(before, opens))
    verbs = (t for t in range(before, start - 1, -1) if scene.parse.universal[t] == "VERB")
    verb = next((t for t in verbs if measure_of(scene, t) in HURT), None) if is_said else None
    if verb is None or not any(start <= f.token < before for f in scene.layers.mentions.figures):
        return None
    run = extend(scene, (opens, last))
    what = measure_of(scene, verb)
    count = Count(figures=frozenset({figure.token}), run=run, what=what, is_part=True, anchor=verb)
    return sight(scene, "count_part", (figure.token, figure.token), count)


def _find_saying(scene: Scene, tokens: range) -> int | None:
    """Return where words of saying begin that end where some tokens do: at their comma, or with the cue where that is lost."""
    if len(tokens) < FEWEST:
        return None
    start, last = tokens[0], tokens[-1]
    if scene.parse.words[last] == ",":
        return next((t for t in range(last - 1, start, -1) if scene.parse.words[t] == ","), start)
    while last > start and last in scene.time_tokens:
        last -= 1
    return last if last in scene.cue_at else None


def _find_whole(scene: Scene, tokens: range) -> Measure | None:
    """Return what those are whom words point back to: "the dead", "those wounded"."""
    pointing = [t for t in tokens if scene.parse.words[t].casefold() in POINTING]
    return next((m for t in pointing if (m := measure_of(scene, t)) is not None), None)

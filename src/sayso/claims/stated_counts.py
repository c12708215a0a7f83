"""Where does a number state by itself what befell how many: "29 dead", "there were about 80", "lost 57 men"?"""

from sayso.claims.count_rows import name_missing, sight
from sayso.claims.measures import measure_of, measure_within
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Count, Sighting
from sayso.claims.statements import bounds, extend, phrase_start, words_of
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure

STATES, SUPPOSING = read_words("counting", "states"), read_words("counting", "supposing")
HARMING, LOSING = read_words("counting", "harming"), read_words("counting", "losing")
BODIES = read_words("counting", "bodies")
HAVING, LIVING = read_words("counting", "having"), read_words("counting", "living")
BETWEEN_COUNTS, FURTHER_LOSS = read_words("counting", "between_counts"), read_words("counting", "further_loss")
AWAITING, COUNTING = read_words("counting", "awaiting"), read_words("counting", "counting")
FILLERS, HOUSEHOLDS = read_words("measures", "fillers"), read_words("measures", "households")


def read_state(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "29 dead", "31 missing", "38 people are still missing", "30 more are feared dead"."""
    first, _ = words_of(scene, figure)
    state = _find_state(scene, figure)
    if state is None:
        return None
    last = state + 1
    joined = _find_joined(scene, state)
    run = extend(scene, (first, last if joined is None else joined + 1))
    what = measure_of(scene, state)
    count = Count(
        figures=frozenset({figure.token}), run=run, what=what, whom=name_missing(what, scene, range(state, state + 1))
    )
    return sight(scene, "count_of_state", (state, state), count)


def read_pair(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "8 civilians killed, 14 injured" of a headline: two numbers, each with its state right behind it.

    Nothing else governs them, whatever the parse makes of the first word: nobody killed the injured. So it is with
    a bare number behind a comma that ends a line with its state: "Raid on the port, 23 dead".
    """
    state = _find_state(scene, figure)
    behind = max(figure.token, figure.counted or 0, scene.tokens(figure.span)[-1]) + 1
    if state is None or state != behind:
        return None
    is_told = _find_joined(scene, state) is not None or _ends_line(scene, figure, state)
    return read_state(scene, figure) if is_told else None


def _ends_line(scene: Scene, figure: Figure, state: int) -> bool:
    """Tell whether a bare number and its state are all that stands between a comma, or a place, and the end of the sentence."""
    first, last = bounds(scene, state)
    before = scene.tokens(figure.span)[0] - 1
    is_apart = before > first and (scene.parse.words[before] in {",", ";", ":", "—", "–"} or before in scene.toponym_at)
    return (
        is_apart and figure.counted is None and all(scene.parse.universal[t] == "PUNCT" for t in range(state + 1, last))
    )


def _find_state(scene: Scene, figure: Figure) -> int | None:
    """Return the word for a state behind a number and its noun, over a verb of being or supposing."""
    end = bounds(scene, figure.token)[1]
    token = max(scene.tokens(figure.span)[-1], figure.token) + 1
    if figure.counted is not None and token <= figure.counted < token + 4 and not _is_state(scene, token, end):
        token = figure.counted + 1
    dated = {t for place in scene.time_tokens for t in (place - 1, place)} if token not in scene.time_tokens else set()
    for place in range(token, min(end, token + 5)):
        if _is_state(scene, place, end):
            return place
        is_passed = scene.parse.universal[place] in {"AUX", "ADV"} or scene.lemma(place) in SUPPOSING
        if not is_passed and place not in dated and scene.lemma(place) not in FILLERS:
            return None
    return None


def _is_state(scene: Scene, token: int, end: int) -> bool:
    """Tell whether a word tells a state and does not qualify a noun behind it ("three wounded soldiers")."""
    if token >= end or scene.parse.words[token].casefold() not in STATES:
        return False
    is_before_noun = token + 1 < end and scene.parse.universal[token + 1] in {"NOUN", "PROPN"}
    is_before_noun = is_before_noun and token + 1 not in scene.time_tokens
    return not (is_before_noun and scene.parse.heads[token] > token and scene.tree.is_relation(token, "amod"))


def _find_joined(scene: Scene, state: int) -> int | None:
    """Return the state of a second number told in one breath: "100 killed and over 400 wounded"."""
    end = bounds(scene, state)[1]
    harm = {Measure.FATALITIES, Measure.INJURED}
    if measure_of(scene, state) not in harm:
        return None
    for place in range(state + 1, min(end, state + 4)):
        figure = scene.figure_at.get(place)
        if figure is not None:
            other = _find_state(scene, figure)
            return other if other is not None and measure_of(scene, other) in harm else None
        if scene.parse.words[place].casefold() not in BETWEEN_COUNTS:
            return None
    return None


# --- counts that point back -----------------------------------------------------------------------------------------


def read_there(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "there were about 80", "a further 500 were expected": what was counted is told before."""
    is_bare = figure.counted is None or scene.lemma(figure.counted) in FILLERS
    verb = scene.parse.heads[figure.token]
    if not is_bare or scene.tree.is_relation(figure.token, "nummod") or scene.parse.universal[verb] not in VERBAL:
        return None
    there = scene.tree.child(verb, "expl")
    is_awaited = scene.tree.is_relation(figure.token, "nsubj") and scene.lemma(verb) in AWAITING
    is_counted = (
        scene.tree.is_relation(figure.token, "obj") and scene.lemma(verb) in COUNTING and _goes_on(scene, figure)
    )
    if there is None and not is_awaited and not is_counted:
        return None
    first, last = words_of(scene, figure)
    run = extend(scene, (min(first, there if there is not None else first), max(last, verb + 1)))
    spot = figure.token if is_counted else verb
    return sight(scene, "count_there", (spot, spot), Count(figures=frozenset({figure.token}), run=run))


def read_listed(scene: Scene, figure: Figure) -> Sighting | None:
    """Return one entry of a list behind a sum: "212 deaths: 63 civilians, 118 fighters"."""
    mark = _find_mark(scene, figure)
    if mark is None or _has_own_verb(scene, figure):
        return None
    if not (_is_of_somebody(scene, figure) or _is_of_a_day(scene, figure)):
        return None
    sentence = bounds(scene, mark)[0]
    wholes = [f for f in scene.layers.mentions.figures if sentence <= f.token < mark and f.low and not f.is_percent]
    whole = next((f for f in reversed(wholes) if (f.low or 0) > (figure.low or 0)), None)
    if whole is not None and scene.parse.words[mark] == "(" and _counts_anew(scene, figure, whole):
        return None
    what = None if whole is None else _measure_whole(scene, whole, mark)
    if what is None:
        return None
    run = words_of(scene, figure)
    count = Count(figures=frozenset({figure.token}), run=run, what=what, is_part=True)
    return sight(scene, "count_listed", (figure.token, figure.token), count)


def _counts_anew(scene: Scene, figure: Figure, whole: Figure) -> bool:
    """Tell whether a number in brackets only counts the same people otherwise: "52,000 people (10,400 households)"."""
    nouns = {scene.lemma(f.counted) for f in (figure, whole) if f.counted is not None}
    return not HOUSEHOLDS.isdisjoint(nouns)


def _has_own_verb(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number behind a colon is told by a verb of its own: "90 killed: union At least 88 nurses have been killed"."""
    counted, tree = figure.counted, scene.tree
    if counted is None or not tree.is_relation(counted, "nsubj:pass"):
        return False
    return measure_of(scene, scene.parse.heads[counted]) is not None


def _measure_whole(scene: Scene, whole: Figure, mark: int) -> Measure | None:
    """Return what a sum counts: the words up to the mark say it, else the verb over it."""
    start = whole.token if whole.counted is None else whole.counted
    verb = next((t for t in scene.tree.ancestors(start) if scene.parse.universal[t] in VERBAL), whole.token)
    return next((m for t in (*range(whole.token, mark), verb) if (m := measure_of(scene, t)) is not None), None)


def _is_of_somebody(scene: Scene, figure: Figure) -> bool:
    return figure.counted is not None and bool(scene.classes(figure.counted) & {"people", "force", "person"})


def _is_of_a_day(scene: Scene, figure: Figure) -> bool:
    """Tell whether a bare number is only given a day: "72 killed - 26 just today"."""
    last = figure.token + 1
    return figure.counted is None and any(t in scene.time_tokens for t in range(last, last + 3))


def _find_mark(scene: Scene, figure: Figure) -> int | None:
    """Return the colon or dash before a number, with nothing but numbers, nouns and their joints between."""
    first = bounds(scene, figure.token)[0]
    for token in range(scene.tokens(figure.span)[0] - 1, first, -1):
        if scene.parse.words[token] in {":", "—", "–", "("}:
            return token
        if scene.parse.universal[token] in {"VERB", "AUX", "PRON", "ADP"}:
            return None
    return None


# --- harm in headlines, losses, strength ----------------------------------------------------------------------------


def read_harm(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "kills at least 58" of a headline, where the verb was taken for a noun."""
    first, last = words_of(scene, figure)
    verb = first - 1
    if verb < 0 or scene.parse.words[verb].casefold() not in HARMING or _is_read_as_verb(scene, verb, figure):
        return None
    run = extend(scene, (verb, last))
    count = Count(figures=frozenset({figure.token}), run=run, what=measure_of(scene, verb))
    return sight(scene, "count_harm", (verb, verb), count)


def _is_read_as_verb(scene: Scene, verb: int, figure: Figure) -> bool:
    """Tell whether the parse has the verb with somebody who acts and the number as its object: the frames read it."""
    objects = set(scene.tree.children(verb, "obj"))
    return scene.tree.child(verb, "nsubj") is not None and not objects.isdisjoint({figure.token, figure.counted})


def _goes_on(scene: Scene, figure: Figure) -> bool:
    """Tell whether the number told last is of people, so that a bare one goes on with it: not "forty houses. I count six"."""
    before = [f for f in scene.layers.mentions.figures if f.token < figure.token]
    counted = before[-1].counted if before else None
    return bool(before) and (counted is None or bool(scene.classes(counted) & {"people", "force", "person"}))


def read_lost_beside(scene: Scene, figure: Figure) -> Sighting | None:
    """Return the people that a force lost with something else: "lost the town, *and with it 57 men*"."""
    first = words_of(scene, figure)[0]
    before = tuple(word.casefold() for word in scene.parse.words[max(0, first - 2) : first])
    return read_lost(scene, figure) if before in {("with", "it"), ("with", "them")} else None


def read_lost(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "lost 57 men", also where the number comes behind another thing lost."""
    if figure.counted is None or not scene.classes(figure.counted) & {"people", "force"}:
        return None
    first, last = words_of(scene, figure)
    start = bounds(scene, first)[0]
    verb = next((t for t in range(first - 1, start - 1, -1) if scene.parse.universal[t] == "VERB"), None)
    if verb is None or scene.lemma(verb) not in LOSING or any(t in scene.figure_at for t in range(verb, first)):
        return None
    near = first - verb <= 3 or scene.parse.words[first - 1].casefold() in FURTHER_LOSS
    if not near:
        return None
    run = extend(scene, (verb if first - verb <= 3 else first, last))
    count = Count(figures=frozenset({figure.token}), run=run, what=Measure.FATALITIES, anchor=verb)
    return sight(scene, "count_lost", (figure.counted, figure.counted), count)


def read_bodies(scene: Scene, figure: Figure) -> Sighting | None:
    """Return the "29 bodies" that somebody counted or saw, where the word of counting is one of saying."""
    thing = figure.counted
    if thing is None or scene.lemma(thing) not in BODIES or scene.parse.heads[thing] not in scene.cue_at:
        return None
    first, last = words_of(scene, figure)
    count = Count(figures=frozenset({figure.token}), run=extend(scene, (first, last)), what=Measure.FATALITIES)
    return sight(scene, "count_of_state", (thing, thing), count)


def read_had(scene: Scene, figure: Figure) -> Sighting | None:
    """Return "has up to 1,500 men", "now has fewer than 2,000 residents", "40,000 people lived there"."""
    if figure.counted is None or not scene.classes(figure.counted) & {"people", "force"}:
        return None
    verb = scene.parse.heads[figure.counted]
    subject = scene.tree.subject(verb)
    first, last = words_of(scene, figure)
    if scene.lemma(verb) in HAVING and scene.tree.is_relation(figure.counted, "obj") and subject is not None:
        is_place = subject in scene.toponym_at or measure_of(scene, figure.counted) is Measure.RESIDENTS
        what = Measure.RESIDENTS if is_place else Measure.FIGHTERS
        if scene.classes(subject) & {"force", "place", "org"}:
            start = phrase_start(scene, subject) if subject < verb and verb - subject <= 6 else verb
            return _had(scene, figure, (start, last), what)
    living = next(
        (
            t
            for t in (verb, *scene.tree.children(figure.counted, "acl"))
            if scene.lemma(t) in LIVING and t > figure.token
        ),
        None,
    )
    if living is None:
        return None
    return _had(
        scene,
        figure,
        (first, living + 1),
        measure_within(scene, range(first, bounds(scene, first)[1])) or Measure.RESIDENTS,
    )


def _had(scene: Scene, figure: Figure, run: tuple[int, int], what: Measure) -> Sighting:
    assert figure.counted is not None
    count = Count(figures=frozenset({figure.token}), run=extend(scene, run), what=what)
    return sight(scene, "count_had", (figure.counted, figure.counted), count)

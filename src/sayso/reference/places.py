"""Which place do "the city", "the district", "the capital" and "there" mean?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lexicons import read_toml
from sayso.lexicons.gazetteer import could_lie_in
from sayso.lexicons.gazetteer import find_places as find_listed
from sayso.lexicons.place_nouns import goes_by_other_noun
from sayso.lexicons.states import capital_of, find_state
from sayso.model.derivations import name_rule
from sayso.model.kinds import Precision
from sayso.model.mentions import Referent, Toponym
from sayso.reference.ranks import find_ranked, fold_names
from sayso.reference.scenes import Run, Scene
from sayso.text.spellings import NAMES, plain, spelling_key

NAMED = name_rule("reference.place_name", "The words name the place.")
KIND = name_rule(
    "reference.place_kind",
    'The place of this kind ("the city") that the text has named most so far; of places named as often, the last.',
)
CAPITAL = name_rule("reference.capital", "The capital of the country that is named, or was named last.")
THERE = name_rule("reference.there", "The last place named in this sentence or the one before.")
RANKED = name_rule(
    "reference.ranked_place",
    'The words say which city of the country it is by its size ("Syria\'s largest city"); the report names it, and the'
    " gazetteer shipped with sayso (GeoNames) knows its inhabitants.",
)
SUBJECT = name_rule(
    "reference.place_of_it", '"It is home to ...", right after a sentence about a place that is no country.'
)
INTRODUCED = name_rule(
    "reference.introduced_place",
    'The report speaks of a place of this kind ("a rebel district of the city") and names only one such nearby.',
)
_NEAR = 15
_CITY = 100_000  # inhabitants of what is called a city
# How many sentences of a report may introduce a place, and how many further on it must be named.
_OPENING, _SOON = 6, 5


# "The town", "there".
_TYING = frozenset({"NOUN", "ADV"})


@dataclass(slots=True, kw_only=True)
class _Place:
    """A place with where it is meant; `is_told_of` unless all that the text says happens near it or off it.

    `is_of_speakers` where it is only named as where somebody told something.
    """

    name: str
    kinds: set[str] = field(default_factory=set)
    mentions: list[tuple[Run, str, int]] = field(default_factory=list)
    is_told_of: bool = False
    is_of_speakers: bool = True


def find_places(scene: Scene) -> Iterator[Referent]:
    """Yield the places that the text names, each with the descriptions and adverbs that mean it.

    A description is tied to a place only when the text itself has told that the place is of that kind.
    """
    places: dict[str, _Place] = {}
    introduced = _find_introduced(scene)
    named = {place.token: place for place in scene.layers.mentions.toponyms}
    inside = {t for place in named.values() for t in _tokens(scene, place)}
    sizes = read_toml("references")["sizes"]["words"]
    for number, (first, last) in enumerate(scene.parse.sentences):
        for token in range(first, last):
            if token in named:
                _take(scene, places, named[token], number)
            elif (
                (scene.parse.universal[token] in _TYING or scene.lemma(token) in sizes)
                and token not in inside
                and not _tie_ranked(scene, places, token, number)
            ):
                _tie(scene, places, token, number)
            elif _is_told_of_it(scene, token):
                _tie_subject(scene, places, token, number)
            if token in introduced:
                name = introduced[token]
                place = places.setdefault(spelling_key(name), _Place(name=name))
                place.mentions.append(((token, token + 1), INTRODUCED, number))
    for place in places.values():
        if len(place.mentions) > 1 or any(link == CAPITAL for _, link, _ in place.mentions):
            yield Referent(
                name=place.name, kind="place", mentions=tuple(run for run, _, _ in place.mentions), links=tuple(link for _, link, _ in place.mentions)
            )  # fmt: skip


def _is_told_of_it(scene: Scene, token: int) -> bool:
    """Tell whether a word is the "it" of which a sentence tells what it is, or what is done to it."""
    if scene.word(token) != "it" or not scene.tree.is_relation(token, "nsubj"):
        return False
    is_passive = scene.parse.relations[token] == "nsubj:pass"
    return is_passive or scene.tree.child(scene.parse.heads[token], "cop") is not None


def _tie_subject(scene: Scene, places: dict[str, _Place], token: int, number: int) -> None:
    """Tie "it" to the place that the sentence before tells of; a country acts, so it may be its government's doing."""
    root = scene.tree.root(number - 1) if number else None
    subject = scene.tree.child(root, "nsubj") if root is not None else None
    if subject is None:
        return
    for place in places.values():
        (first, last), _, met = place.mentions[-1]
        if met == number - 1 and first <= subject < last and "country" not in place.kinds:
            place.mentions.append(((token, token + 1), SUBJECT, number))
            return


def _find_introduced(scene: Scene) -> dict[int, str]:
    """Return the nouns that mean a place which the text names elsewhere: of the opening, soon; "one district of X", the only one."""
    named = _Named(scene)
    tokens = frozenset(place.token for place in scene.layers.mentions.toponyms)
    found: dict[int, str] = {}
    for token in scene.with_lemma(read_toml("references")["introduced"]):
        number = scene.tree.sentence(token)
        is_one_of = _is_one_of_named(scene, token, tokens)
        if (number < _OPENING or is_one_of) and _introduces(scene, token):
            name = named.only_one(scene.lemma(token), number, reach=len(scene.parse) if is_one_of else _SOON)
            found |= {} if name is None else {token: name}
    return found


def _is_one_of_named(scene: Scene, token: int, named: frozenset[int]) -> bool:
    """Tell whether a noun is one part of a place that is named behind it: "*one district* of Arva"."""
    is_one = any(scene.word(c) == "one" for c in scene.tree.children(token, "det", "nummod"))
    return is_one and any(c in named and scene.tree.case(c) == "of" for c in scene.tree.children(token, "nmod"))


class _Named:
    """The places a document names: of what kinds the text calls them, and in which sentences."""

    def __init__(self, scene: Scene) -> None:
        self._names: dict[str, str] = {}
        self._kinds: dict[str, set[str]] = {}
        self._where: dict[str, list[int]] = {}
        for toponym in scene.layers.mentions.toponyms:
            key = spelling_key(toponym.name)
            self._names.setdefault(key, toponym.name)
            self._where.setdefault(key, []).append(scene.tree.sentence(toponym.token))
            if toponym.kind is not None:
                self._kinds.setdefault(key, set()).add(toponym.kind.value)

    def only_one(self, noun: str, number: int, *, reach: int) -> str | None:
        """Return the name of the only place within so many sentences of one that a noun may mean, None of several."""
        wanted = set(read_toml("references")["introduced"][noun])
        fit = [
            key
            for key, met in self._where.items()
            if self._kinds.get(key, set()) & wanted and any(abs(number - m) <= reach for m in met)
        ]
        return self._names[fit[0]] if len(fit) == 1 else None


def _introduces(scene: Scene, token: int) -> bool:
    """Tell whether a noun speaks of one place without its name: "a rebel district", in a headline "Arva district"."""
    if scene.parse.universal[token] != "NOUN" or scene.parse.tags[token] == "NNS":
        return False
    if scene.tree.is_relation(token, "compound"):
        return False
    articles = [scene.word(c) for c in scene.tree.children(token, "det", "nummod")]
    return not articles or articles[0] in {"a", "an", "one"}


def _tokens(scene: Scene, place: Toponym) -> range:
    first = last = place.token
    while first > 0 and scene.parse.starts[first - 1] >= place.span.start:
        first -= 1
    while last + 1 < len(scene.parse) and scene.parse.ends[last + 1] <= place.span.end:
        last += 1
    return range(first, last + 1)


def _take(scene: Scene, places: dict[str, _Place], toponym: Toponym, number: int) -> None:
    place = places.setdefault(spelling_key(toponym.name), _Place(name=toponym.name))
    tokens = _tokens(scene, toponym)
    place.mentions.append(((tokens.start, tokens.stop), NAMED, number))
    place.is_told_of |= scene.tree.case(toponym.token) not in read_toml("references")["beside"]["words"]
    place.is_of_speakers &= _is_where_told(scene, toponym.token)
    place.kinds |= {toponym.kind.value} if toponym.kind is not None else _known_kinds(toponym.name)
    for child in scene.tree.children(toponym.token, "appos"):
        place.kinds |= set(_kinds_of(scene, child))


def _is_where_told(scene: Scene, token: int) -> bool:
    """Tell whether a place is only where somebody told the press something ("told reporters in Rahna")."""
    above = scene.parse.heads[token]
    heard = (above, *scene.tree.children(above, "obj", "iobj"))
    is_told = scene.tree.is_relation(token, "obl", "nmod") and scene.tree.case(token) == "in"
    return is_told and any(scene.lemma(t) in read_toml("bodies")["civilian_sorts"]["journalists"] for t in heard)


@lru_cache(maxsize=NAMES)
def _known_kinds(name: str) -> frozenset[str]:
    """Return what the gazetteer makes of a name that the words tell no kind of: a city, a town, or nothing."""
    towns = [match.entry for match in find_listed(plain(name)) if match.entry.precision is Precision.TOWN]
    if not towns:
        return frozenset()
    return frozenset({"city"}) if max(town.inhabitants for town in towns) >= _CITY else frozenset({"town", "village"})


def _kinds_of(scene: Scene, token: int) -> Sequence[str]:
    noun = scene.lemma(token)
    wide = read_toml("references")["places"]
    if noun in wide:
        return list(wide[noun])
    kind = read_toml("place_words")["kinds"].get(noun)
    return [kind] if kind else []


def _tie_ranked(scene: Scene, places: dict[str, _Place], token: int, number: int) -> bool:
    """Tie "Syria's largest city" to the town it means, if the text names that town; tell whether it did."""
    if scene.lemma(token) not in read_toml("references")["sizes"]["words"]:
        return False
    found = find_ranked(scene, token, fold_names(scene))
    if found is not None:
        first, name = found
        place = places.setdefault(spelling_key(name), _Place(name=name))
        place.mentions.append(((first, token + 1), RANKED, number))
    return found is not None


def _tie(scene: Scene, places: dict[str, _Place], token: int, number: int) -> None:
    if scene.word(token) == "there" and scene.parse.universal[token] == "ADV":
        near = [p for p in places.values() if number - p.mentions[-1][2] <= 1]
        if near:
            max(near, key=lambda p: p.mentions[-1][0]).mentions.append(((token, token + 1), THERE, number))
        return
    is_one = scene.parse.tags[token] != "NNS" or _has_lost_apostrophe(scene, token)
    if scene.parse.universal[token] != "NOUN" or not is_one:
        return
    first = _start(scene, token)
    if scene.word(first) not in {"the", "this", "that"} or scene.tree.is_relation(token, "compound"):
        return
    if scene.lemma(token) == "capital":
        _tie_capital(scene, places, (first, token + 1), number)
    elif not _is_further(scene, token, first) or _is_only_province(scene, places, token):
        _tie_kind(scene, places, (first, token + 1), number)


def _has_lost_apostrophe(scene: Scene, token: int) -> bool:
    """Tell whether "the towns" before a noun is "the town's": the text writes no possessive otherwise."""
    is_before_noun = token + 1 < len(scene.parse) and scene.parse.universal[token + 1] == "NOUN"
    return is_before_noun and not scene.has_possessives


def _start(scene: Scene, token: int) -> int:
    first = token
    while (
        first > 0
        and scene.parse.heads[first - 1] == token
        and scene.parse.relations[first - 1] in {"det", "amod", "compound"}
    ):
        first -= 1
    return first


def _is_further(scene: Scene, token: int, first: int) -> bool:
    """Tell whether other words say which place it is ("the city of X", "the town where ...", "the border area").

    What a comma parts off ("the city, which ...") tells something of it, not which one it is.
    """
    says_which = (
        ("nmod", "appos", "nmod:poss") if scene.word(token + 1) == "," else ("acl", "nmod", "appos", "nmod:poss")
    )
    aside = read_toml("references")["aside"]["words"]
    below = [c for c in scene.tree.children(token, *says_which) if scene.tree.case(c) not in aside]
    if below:
        return True
    stretches = read_toml("references")["stretches"]
    is_stretch = scene.lemma(token) in stretches["nouns"]
    return any(
        scene.parse.universal[t] in {"PROPN", "NUM"}
        or scene.parse.tags[t] in {"JJS", "JJR"}
        or (is_stretch and scene.word(t) in stretches["words"])
        for t in range(first, token)
    )


def _is_only_province(scene: Scene, places: dict[str, _Place], token: int) -> bool:
    """Tell whether "the province where ..." is the only province that the text has named."""
    says_which = scene.tree.children(token, "acl", "nmod", "appos", "nmod:poss")
    is_told_more = all(scene.parse.relations[c] == "acl:relcl" for c in says_which)
    return (
        is_told_more
        and _kinds_of(scene, token) == ["region"]
        and sum("region" in p.kinds for p in places.values()) == 1
    )


def _tie_kind(scene: Scene, places: dict[str, _Place], run: Run, number: int) -> None:
    noun, kinds = scene.lemma(run[1] - 1), set(_kinds_of(scene, run[1] - 1))
    if "building" in kinds:
        _tie_building(places, noun, run, number)
        return
    near = [
        p for p in places.values() if p.kinds & kinds and number - p.mentions[-1][2] <= _NEAR and not p.is_of_speakers
    ]
    country = scene.people(run)
    # "The Palestinian territory" is one in Palestine, where the gazetteer knows any of them there.
    near = [p for p in near if country and could_lie_in(plain(p.name), plain(country))] or near
    called = [p for p in near if p.name.casefold().endswith(noun)]
    # A valley is a region, but "the valley" means no province.
    others = [p for p in near if not goes_by_other_noun(p.name, noun)]
    fit = called if called or noun in read_toml("place_words")["kept"]["words"] else others
    fit = [p for p in fit if p.is_told_of] or fit
    if noun == "area":
        fit = [p for p in fit if p.mentions[-1][2] == number] or fit
    if fit:
        max(fit, key=lambda p: (len(p.mentions), p.mentions[-1][0])).mentions.append((run, KIND, number))


def _tie_building(places: dict[str, _Place], noun: str, run: Run, number: int) -> None:
    """Tie "the market" to the market that the text has named, "the base" to one that can be called so."""
    near = [p for p in places.values() if "building" in p.kinds and number - p.mentions[-1][2] <= _NEAR]
    alike = {word for group in read_toml("references")["buildings"]["alike"] if noun in group for word in group}
    called = [p for p in near if noun in p.name.casefold().split()]
    fit = called or [p for p in near if not alike.isdisjoint(p.name.casefold().split())]
    if fit:
        max(fit, key=lambda p: (len(p.mentions), p.mentions[-1][0])).mentions.append((run, KIND, number))


def _tie_capital(scene: Scene, places: dict[str, _Place], run: Run, number: int) -> None:
    country = scene.people(run)
    if country is None:
        countries = [p for p in places.values() if find_state(p.name) and "country" in p.kinds]
        last = max(countries, key=lambda p: p.mentions[-1][0], default=None)
        country = find_state(last.name) if last else None
    capital = capital_of(country) if country else None
    if capital:
        places.setdefault(spelling_key(capital), _Place(name=capital)).mentions.append((run, CAPITAL, number))

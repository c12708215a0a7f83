"""Which places do common nouns name? "The refinery", "the Marn waterworks", "the tannery quarter"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sayso.lexicons.nouns import nouns_of
from sayso.mentions.countries import find_country
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk
from sayso.mentions.place_phrases import PlacePhrase, join_name
from sayso.mentions.place_words import is_site, kind_of, words
from sayso.model.kinds import PlaceKind

_DEFINITE = frozenset({"the", "this", "that", "'s", "its", "their"})
# "A dam town" is no dam.
_SETTLEMENTS = frozenset({PlaceKind.REGION, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT})
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


class Site(NamedTuple):
    """A noun of a site with the words `[first, token]` of its phrase, and the place its words set it in."""

    line: Line
    first: int
    token: int
    holder: PlacePhrase | None

    @property
    def noun(self) -> str:
        """The noun in lower case."""
        return self.line.word(self.token)

    @property
    def is_definite(self) -> bool:
        """Whether an article or owner says that the reader knows which one."""
        return self.line.word(self.first - 1) in _DEFINITE

    @property
    def sort(self) -> str:
        """The word before the noun that says what works it is ("power" of "the power station"), empty without one."""
        before = self.line.word(self.token - 1) if self.first < self.token else ""
        return before if before in words("works") else ""

    @property
    def text(self) -> str:
        """The common nouns as written ("power station")."""
        return " ".join(self.line.parse.words[self.first : self.token + 1])


def find_sites(lines: Sequence[Line], phrases: Sequence[PlacePhrase], bodies: frozenset[int]) -> Iterator[PlacePhrase]:
    """Yield the works, sites and quarters that common nouns name.

    A site that is single in a town ("the refinery") or told by a noun ("the power station") or by its place
    ("an oil refinery in X", "X's waterworks") is named, with that place before it. A bare "the mine" is the one
    that the document names in full. Houses, schools and the like without a name are not places to name.
    """
    taken = bodies | {token for phrase in phrases for token in range(phrase.first, phrase.last)}
    sites = [site for line in lines for site in _sites(line, taken, phrases)]
    full, town = _FullNames(sites, phrases), _find_town(phrases)
    for site in sites:
        name = _name(site, full, town)
        if name is not None:
            yield _phrase(site, name)
    for line in lines:
        yield from _quarters(line, taken)


def _find_town(phrases: Sequence[PlacePhrase]) -> PlacePhrase | None:
    """Return the one place that a document names, if it can be a town: its "power station" is that of the town."""
    if len({phrase.name for phrase in phrases}) != 1:
        return None
    country = find_country(phrases[0].name)
    is_town = {phrase.kind for phrase in phrases} <= {None, PlaceKind.CITY, PlaceKind.TOWN}
    return phrases[0] if is_town and (country is None or country.is_capital) else None


def complete_names(phrases: Sequence[PlacePhrase]) -> list[PlacePhrase]:
    """Return the phrases, a short name of a site as the only fuller one: "Orle station" beside "the radio station in Orle"."""
    fuller: dict[str, set[str]] = {}
    for phrase in phrases:
        *before, sort, noun = ["", *phrase.name.split(" ")]
        if before and sort.casefold() in words("works"):
            fuller.setdefault(" ".join([*before[1:], noun]), set()).add(phrase.name)
    return [
        phrase._replace(name=next(iter(names))) if len(names := fuller.get(phrase.name, set())) == 1 else phrase
        for phrase in phrases
    ]


def _sites(line: Line, taken: frozenset[int], phrases: Sequence[PlacePhrase]) -> Iterator[Site]:
    tokens = [t for t in range(line.first, line.last) if line.word(t) in words("sites") and t not in taken]
    if not tokens:
        return
    starts = {phrase.first: phrase for phrase in reversed(phrases) if phrase.chunk.line.first == line.first}
    ends = {phrase.last: phrase for phrase in phrases if phrase.chunk.line.first == line.first}
    for token in tokens:
        if is_site(line, token):
            first = _start(line, token, taken)
            yield Site(line, first, token, _holder(line, first, token, (starts, ends)))


def _start(line: Line, token: int, taken: frozenset[int]) -> int:
    """Return where the common nouns begin that stand before the noun and hang on it."""
    first = token
    while (
        first - 1 not in taken
        and line.universal(first - 1) in {"NOUN", "ADJ"}
        and line.parse.relations[first - 1] in {"compound", "amod"}
    ):
        first -= 1
    return first


def _holder(
    line: Line, first: int, token: int, named: tuple[Mapping[int, PlacePhrase], Mapping[int, PlacePhrase]]
) -> PlacePhrase | None:
    """Return the place whose own the site is ("X's waterworks") or in or at which the words set it."""
    starts, ends = named
    place = ends.get(first - 1) if line.word(first - 1) in {"'s", "'"} else None
    if place is None and line.word(token + 1) in {"in", "at", "of", "outside", "near"}:
        place = starts.get(token + 2)
    return place if place is not None and place.kind not in _WIDE else None


class _FullNames:
    """The full names that a document gives its sites: a radio station is no bus station.

    A name written in one ("Marn waterworks") goes before one made of the place beside it ("waterworks in Orle").
    """

    def __init__(self, sites: Sequence[Site], phrases: Sequence[PlacePhrase]) -> None:
        self._written: dict[str, set[str]] = {}
        for phrase in phrases:
            noun = phrase.name.rpartition(" ")[2].casefold()
            if noun in words("sites") and " " in phrase.name:
                self._written.setdefault(noun, set()).add(phrase.name)
        self._made: dict[str, set[str]] = {}
        self._sorts: dict[str, set[str]] = {}
        for site in sites:
            name = _held_name(site)
            if name is not None:
                self._made.setdefault(site.noun, set()).add(name)
            self._sorts.setdefault(site.noun, set()).update({site.sort} - {""})
        for noun, names in self._written.items():
            self._sorts.setdefault(noun, set()).update({_sort_in(name) for name in names} - {""})
        self._last: dict[str, str] = {}

    def meet(self, site: Site) -> str | None:
        """Return the one full name of a site of that sort; of a bare noun where there are several sorts, the last one met.

        Sites are met in reading order: a name that is given here is what a later bare noun goes back to.
        """
        made = self._made.get(site.noun, set())
        names = {_complete(name, made) for name in self._written.get(site.noun, ())} or made
        if len(self._sorts.get(site.noun, ())) > 1:
            names = self._written.get(site.noun, set()) | self._made.get(site.noun, set())
            names = {name for name in names if site.sort and _sort_in(name) == site.sort}
            if not site.sort:
                return self._last.get(site.noun)
        name = next(iter(names)) if len(names) == 1 else None
        if name is not None and site.sort:
            self._last[site.noun] = name
        return name


def _complete(name: str, made: Collection[str]) -> str:
    """Return a written name, or the one made name that also says what works it is: "Orle radio station" for "Orle station"."""
    fuller = [
        one for one in made if _sort_in(one) and one.casefold().replace(f" {_sort_in(one)} ", " ") == name.casefold()
    ]
    return fuller[0] if len(fuller) == 1 else name


def _sort_in(name: str) -> str:
    """Return the word of a name that says what works it is, empty without one."""
    *before, _ = name.casefold().split(" ")
    return before[-1] if before and before[-1] in words("works") else ""


def _held_name(site: Site) -> str | None:
    """Return the name of a site with that of its place: "Homs refinery" for "an oil refinery in Homs"."""
    is_named = site.holder is not None and (_is_single(site) or site.noun in words("held"))
    return join_name(site.holder.chunk, site.line, site.token) if is_named and site.holder else None


def _is_compound(site: Site) -> bool:
    """Tell whether the noun needs the noun before it, and has one: "power station"."""
    before = site.line.word(site.token - 1) if site.first < site.token else ""
    return site.noun in words("compound") and before in words("works") | words("ores")


def _name(site: Site, full: _FullNames, town: PlacePhrase | None) -> str | None:
    """Return the name of a site, None when it is none to name."""
    is_part = site.line.tree.is_relation(site.token, "compound")
    if is_part and kind_of(site.line.word(site.line.parse.heads[site.token])) in _SETTLEMENTS:
        return None
    known = full.meet(site)
    if known and (site.is_definite or site.holder is not None or (is_part and site.first == site.token)):
        return known
    if is_part or site.line.is_headline:
        return None
    is_bare = site.is_definite and site.holder is None and _is_single(site)
    if is_bare and town is not None:
        return join_name(town.chunk, site.line, site.token)
    return site.text if is_bare else _held_name(site)


def _is_single(site: Site) -> bool:
    """Tell whether a town has one of the sort, so that "the" names it: "the refinery", "the power station"."""
    return site.noun in words("single") or _is_compound(site)


def _phrase(site: Site, name: str) -> PlacePhrase:
    first = site.first - (site.line.word(site.first - 1) == "the")
    chunk = Chunk(site.line, site.first, site.token + 1, None)
    return PlacePhrase(chunk, first, site.token + 1, site.token, name, kind_of(site.noun))


def _quarters(line: Line, taken: frozenset[int]) -> Iterator[PlacePhrase]:
    """Yield the parts of a town that a noun of building or trade names ("the tannery quarter")."""
    for token in range(line.first + 2, line.last):
        if line.word(token) not in words("quarters") or token in taken or token - 1 in taken:
            continue
        is_named = line.word(token - 2) == "the" and line.universal(token - 1) == "NOUN"
        if is_named and _names_quarter(line.word(token - 1)):
            chunk = Chunk(line, token - 1, token + 1, None)
            yield PlacePhrase(chunk, token - 2, token + 1, token, chunk.text, PlaceKind.DISTRICT)


@cache
def _buildings() -> frozenset[str]:
    """Return the nouns of places; those for sorts of settlement ("city district") and of edges are none."""
    table = words("kinds")
    return frozenset(noun for noun in nouns_of("place") if noun not in table or kind_of(noun) is PlaceKind.BUILDING)


def _names_quarter(word: str) -> bool:
    return word in _buildings() or word in words("quarter_nouns")

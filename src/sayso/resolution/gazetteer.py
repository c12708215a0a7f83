"""Which place does each name of the case mean?"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations, count
from typing import NamedTuple

from sayso.model.claims import Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import PlaceKind
from sayso.model.resolved import Place
from sayso.model.settings import PlaceEntry
from sayso.resolution.clusters import Node, find_listed_apart, join_similar, order
from sayso.resolution.context import Context
from sayso.resolution.countries import find_by_code
from sayso.resolution.grounds import Name
from sayso.resolution.known_places import KnownPlaces, find_country_code
from sayso.resolution.locating import Located, locate, precision_of, set_country_on_map, set_on_map
from sayso.resolution.places import Gazetteer
from sayso.resolution.regrouping import Regrouping
from sayso.resolution.sorts import Sort, is_common_name, place_key
from sayso.resolution.spots import Spot, kind_of, read_spots, spellings, told_within
from sayso.resolution.surroundings import place_within
from sayso.text.spellings import bare, plain

USER = name_rule("resolution.user_place", "The name stands in the user's table of places.")
COUNTRY = name_rule("resolution.country", "The name is that of a country.")
SPELLINGS = name_rule(
    "resolution.spellings",
    "No table holds the name: it is a place of its own, known by the spellings met in the case; spellings that"
    " differ only as transliterations do are one place, unless the words make them different sorts of place.",
)
JUDGED = name_rule("resolution.judged_place", "A person said which names are one place.")

NodeOrEntry = tuple[str, str] | Node


def build_gazetteer(context: Context, regrouping: Regrouping) -> Gazetteer:
    """Return the places of a case, made from the names its documents write.

    The user's table speaks first, then the table of countries, then the gazetteer and the table of districts; what is
    left is grouped by spelling.
    """
    recall = context.memory.recall
    spots = read_spots(context.readings, context.memory)
    known = context.memory.keep(KnownPlaces, KnownPlaces(context.settings))
    groups, located, meant = _group(spots, known, context, regrouping)
    draft = {
        node: recall(_draft_place, node, node, tuple(members), known, located.get(node))
        for node, members in groups.items()
    }
    named = _give_keys(draft)
    places = {named[node]: recall(_set_key, node, place, named[node]) for node, place in draft.items()}
    tables = {named[node]: found for node, found in located.items() if node in named}
    around = {named[n]: members for n, members in groups.items()}
    within = place_within(places, around, tables, known.divisions, context)
    keys = {
        document: recall(_key_names, document, spots[document], tuple(map(named.__getitem__, nodes)))
        for document, nodes in meant.items()
    }
    return within.with_facts(within.places, keys)


class _Groups(NamedTuple):
    """The names of each place, what the shipped tables know of some, and the place of each name by document."""

    names: Mapping[NodeOrEntry, Sequence[Spot]]
    located: Mapping[NodeOrEntry, Located]
    meant: Mapping[str, tuple[NodeOrEntry, ...]]


def _key_names(spots: tuple[Spot, ...], keys: tuple[str, ...]) -> Mapping[Name, str]:
    return {(spot.toponym.span, spot.toponym.name): key for spot, key in zip(spots, keys, strict=True)}


def _group(
    spots: Mapping[str, tuple[Spot, ...]], known: KnownPlaces, context: Context, regrouping: Regrouping
) -> _Groups:
    tabled: dict[NodeOrEntry, list[Spot]] = {}
    free: dict[Node, list[Spot]] = {}
    recall = context.memory.recall
    apart = context.memory.keep("apart", find_listed_apart(context.readings, context.memory))
    readings = {reading.document.id: reading for reading in context.readings}
    listed: set[frozenset[Node]] = set()
    meant: dict[str, tuple[NodeOrEntry, ...]] = {}
    for document, named in spots.items():
        nodes = meant[document] = recall(_find_nodes, document, named, known, apart)
        listed |= recall(_list_together, document, readings[document], named, nodes)
        for spot, node in zip(named, nodes, strict=True):
            if isinstance(node, Node):
                free.setdefault(node, []).append(spot)
            else:
                tabled.setdefault(node, []).append(spot)
    countries = {node[1]: len(found) for node, found in tabled.items() if node[0] == "country"}
    located = locate(free, countries, context)
    union = join_similar(free, {node: found.key for node, found in located.items()}, listed, context.memory)
    whole: dict[NodeOrEntry, NodeOrEntry] = {node: node for node in tabled}
    joined: dict[NodeOrEntry, list[Spot]] = {}
    tables: dict[NodeOrEntry, Located] = {}
    for node in sorted(free, key=order):
        whole[node] = first = union.find(node)
        joined.setdefault(first, []).extend(free[node])
        if node in located:
            tables.setdefault(first, located[node])
    meant = {document: tuple(map(whole.__getitem__, nodes)) for document, nodes in meant.items()}
    return _regroup(_Groups(tabled | joined, tables, meant), spots, regrouping)


def _find_nodes(spots: tuple[Spot, ...], known: KnownPlaces, apart: frozenset[str]) -> tuple[NodeOrEntry, ...]:
    """Return what each name of one document stands for: a place of the user's table, a country, or a name by itself."""
    main = _main_locality(spots)
    return tuple(_find_node(spot, known, apart, main) for spot in spots)


def _find_node(spot: Spot, known: KnownPlaces, apart: frozenset[str], main: str) -> NodeOrEntry:
    entry = known.find(spot)
    if entry is not None:
        return "user", entry.name
    code = find_country_code(spot)
    return _node(spot, main, apart) if code is None else ("country", code)


def _node(spot: Spot, main: str, apart: frozenset[str]) -> Node:
    within, key = "", spot.key
    if key in apart:
        key = bare(spot.name)
    if is_common_name(spot.name):
        within = spot.within or main
    return Node(spot.sort, key, place_key(within, Sort.LOCALITY) if within else "")


def _list_together(
    reading: Reading, spots: tuple[Spot, ...], nodes: tuple[NodeOrEntry, ...]
) -> frozenset[frozenset[Node]]:
    """Return the pairs of names that one claim of a document writes side by side: different places for its author."""
    at = {spot.toponym.span: node for spot, node in zip(spots, nodes, strict=True) if isinstance(node, Node)}
    named = ({at[toponym.span] for toponym in claim.toponyms if toponym.span in at} for claim in reading.claims)
    return frozenset(frozenset(pair) for several in named for pair in combinations(sorted(several, key=order), 2))


def _main_locality(spots: Sequence[Spot]) -> str:
    """Return the town that a document names most (of equals the first named); "" where it names none."""
    towns = [spot for spot in spots if spot.sort is Sort.LOCALITY and not is_common_name(spot.name)]
    counts = Counter(spot.key for spot in towns)
    names = {spot.key: spot.name for spot in reversed(towns)}
    return names[counts.most_common(1)[0][0]] if counts else ""


def _regroup(groups: _Groups, spots: Mapping[str, Sequence[Spot]], regrouping: Regrouping) -> _Groups:
    """Return the groups after people's merges and splits; both go by the names as written or shown."""
    if not regrouping.judgements:
        return groups
    found: dict[NodeOrEntry, list[Spot]] = {}
    for node, members in groups.names.items():
        for spot in members:
            found.setdefault(_regroup_name(spot, node, regrouping), []).append(spot)
    meant = {
        document: tuple(_regroup_name(*pair, regrouping) for pair in zip(spots[document], nodes, strict=True))
        for document, nodes in groups.meant.items()
    }
    return _Groups(found, groups.located, meant)


def _regroup_name(spot: Spot, node: NodeOrEntry, regrouping: Regrouping) -> NodeOrEntry:
    shown = node[1] if isinstance(node, tuple) and not isinstance(node, Node) else spot.name
    written = (spot.words, bare(spot.words), spot.name, shown, spot.province or "")
    forced = next(filter(None, map(regrouping.name_for, written)), None)
    table = "parted" if forced and regrouping.is_parted(forced) else "judged"
    return (table, forced) if forced else node


def _set_key(place: Place, key: str) -> Place:
    return replace(place, key=key)


def _draft_place(node: NodeOrEntry, spots: Sequence[Spot], known: KnownPlaces, located: Located | None) -> Place:
    names = spellings(spots)
    if isinstance(node, Node):
        own = _own_place(node, spots, names)
        return own if located is None else set_on_map(own, located, known.divisions)
    table, name = node
    entry = known.find_name(name) if table in {"user", "judged", "parted"} else None
    # A person parted this name from others of the user's table: only the one that the table goes by is its place.
    if entry is not None and (table != "parted" or plain(entry.name) == plain(name)):
        return _user_place(entry, names if table == "parted" else (*entry.names, *names))
    if table == "country":
        country = find_by_code(name)
        shown = country.name if country else name
        derived = Derived(value=shown, rule=COUNTRY)
        place = Place(key="", name=shown, kind=PlaceKind.COUNTRY, country=name, names=names, derived=derived)
        return set_country_on_map(place)
    derived = Derived(value=name, rule=JUDGED)
    kind = kind_of(spots)
    return Place(
        key="",
        name=name,
        kind=kind,
        within=told_within(spots),
        names=names,
        precision=precision_of(kind),
        derived=derived,
    )


def _user_place(entry: PlaceEntry, names: tuple[str, ...]) -> Place:
    return Place(
        key="",
        name=entry.name,
        kind=entry.kind,
        within=entry.within,
        country=entry.country,
        names=tuple(dict.fromkeys(names)),
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=entry.precision or precision_of(entry.kind),
        polygon=entry.polygon,
        derived=Derived(value=entry.name, rule=USER),
    )


def _own_place(node: Node, spots: Sequence[Spot], names: tuple[str, ...]) -> Place:
    name, within = names[0], told_within(spots)
    if node.sort is Sort.REGION:
        provinces = Counter(spot.province for spot in spots if spot.province)
        name = min(provinces, key=lambda text: (-provinces[text], text)) if provinces else name
    if is_common_name(name):
        within = within or node.within or None
    derived = Derived(value=name, rule=SPELLINGS, note="; ".join(names))
    kind = kind_of(spots)
    return Place(
        key="", name=name, kind=kind, within=within, names=names, precision=precision_of(kind), derived=derived
    )


def _give_keys(draft: Mapping[NodeOrEntry, Place]) -> dict[NodeOrEntry, str]:
    """Return a key for each place: its country's code or its name, with its kind or surroundings where two share it."""
    found: dict[NodeOrEntry, str] = {}
    taken: set[str] = set()
    used: dict[str, int] = {}
    for node in sorted(draft, key=_node_order):
        place = draft[node]
        slug = plain(place.name).replace(" ", "-") or "place"
        if not isinstance(node, Node) and node[0] == "country":
            slug = node[1]
        choices = (slug, f"{slug}-{place.kind or 'place'}", f"{slug}-in-{bare(place.within or '').replace(' ', '-')}")
        key = next((choice for choice in choices if choice not in taken), None) or _number(slug, used, taken)
        found[node] = key
        taken.add(key)
    return found


def _number(slug: str, used: dict[str, int], taken: Set[str]) -> str:
    """Return the name with the first number that no place has yet; `used` is the last one given to each name."""
    used[slug] = next(n for n in count(used.get(slug, 1) + 1) if f"{slug}-{n}" not in taken)
    return f"{slug}-{used[slug]}"


def _node_order(node: NodeOrEntry) -> tuple[int, tuple[str, ...]]:
    return (1, order(node)) if isinstance(node, Node) else (0, node)

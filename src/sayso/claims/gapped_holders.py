"""Who holds the other part, where the verb stands only once: "rebels hold the north and *the army the south*"?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.model.claims import Layers
from sayso.model.mentions import ActorMention
from sayso.model.parses import Parse

PLACES = frozenset(read_toml("noun_classes")["classes"]["place"])
GAPPING, SIDES = (frozenset(read_toml("noun_classes")["words"][name]) for name in ("gapping", "sides"))
JOINTS = frozenset({"and", ",", ";", "while"})
STANDING = frozenset({"in", "on", "at"})
ENDS = frozenset(
    {"of", "with", "in", "and", "while", "but", "as", "around", "near", "behind", "above", "below", "outside"}
)
LONGEST = 5
DEEPEST = 60


class Gap(NamedTuple):
    """A holder without a verb, and what it holds: tokens of the verb before, the party, the place and its first word."""

    verb: int
    party: int
    first: int
    place: int


def mend_gaps(parse: Parse, layers: Layers) -> Parse:
    """Return the parse in which a party that goes without its verb is coordinated with that verb and has its place.

    Parsers take such a party for something beside the place before it.
    """
    gaps = list(find_gaps(parse, layers))
    if not gaps:
        return parse
    heads, relations = list(parse.heads), list(parse.relations)
    for gap in gaps:
        heads[gap.party], relations[gap.party] = gap.verb, "conj"
        opens = parse.words[gap.first].casefold() in STANDING
        heads[gap.place], relations[gap.place] = gap.party, "obl" if opens else "obj"
        inside = range(gap.first, gap.place + 1)
        for token in inside:
            if token != gap.place and heads[token] not in inside:
                heads[token] = gap.place
        _hang_rest(gap, heads, relations, parse)
    if not all(_leads_up(heads, token) for gap in gaps for token in (gap.party, gap.place)):
        return parse
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def find_gaps(parse: Parse, layers: Layers) -> Iterator[Gap]:
    """Yield the holders of a document that go without a verb, in reading order."""
    parties = {actor.token: actor for actor in layers.mentions.actors if actor.camp != "civilians"}
    named = {place.token for place in layers.mentions.toponyms}
    for sentence in parse.sentences:
        yield from _find_in(parse, sentence, parties, named)


def _find_in(
    parse: Parse, sentence: tuple[int, int], parties: dict[int, ActorMention], named: set[int]
) -> Iterator[Gap]:
    verb = None
    for token in range(*sentence):
        if parse.universal[token] in {"VERB", "AUX"}:
            is_gapping = parse.universal[token] == "VERB" and parse.lemmas[token].casefold() in GAPPING
            verb = token if is_gapping else None
        elif verb is not None and token in parties and _is_joined(parse, parties[token], verb):
            place = _find_place(parse, token + 1, sentence[1], named)
            if place is not None and any(_is_place(parse, t, named) for t in range(verb + 1, token)):
                yield Gap(verb, token, token + 1, place)


def _is_joined(parse: Parse, party: ActorMention, verb: int) -> bool:
    """Tell whether a party stands right behind an "and" or a comma, with no more than its article between."""
    token = next((t for t in range(verb + 1, party.token + 1) if parse.starts[t] >= party.span.start), party.token)
    if parse.words[token - 1].casefold() == "the":
        token -= 1
    return parse.words[token - 1].casefold() in JOINTS


def _find_place(parse: Parse, first: int, last: int, named: set[int]) -> int | None:
    """Return the head of the place right behind a party, None when something else follows."""
    start = first + (parse.words[first].casefold() in STANDING if first < last else 0)
    found = None
    for token in range(start, min(last, start + LONGEST)):
        if parse.universal[token] == "PUNCT" or parse.words[token].casefold() in ENDS:
            break
        if parse.universal[token] not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            return None
        found = token
    is_opened = start < last and (parse.universal[start] == "DET" or start in named or start > first)
    return found if found is not None and is_opened and _is_place(parse, found, named) else None


def _is_place(parse: Parse, token: int, named: set[int]) -> bool:
    return token in named or parse.lemmas[token].casefold() in PLACES | SIDES


def _hang_rest(gap: Gap, heads: list[int], relations: list[str], parse: Parse) -> None:
    """Hang an "of" phrase behind the place on it, whatever it hung on."""
    behind = gap.place + 1
    if behind < len(parse) and parse.words[behind].casefold() == "of":
        noun = heads[behind]
        if noun > behind and heads[noun] != gap.place:
            heads[noun], relations[noun] = gap.place, "nmod"


def _leads_up(heads: list[int], token: int) -> bool:
    """Tell whether a token leads up to the root of its sentence."""
    for _ in range(DEEPEST):
        if heads[token] == token:
            return True
        token = heads[token]
    return False

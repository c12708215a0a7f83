"""Which place names stand in a document?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.mentions.atlas import find_countries
from sayso.mentions.containers import find_containers
from sayso.mentions.countries import find_country, key_of
from sayso.mentions.lines import Line
from sayso.mentions.listing_signs import weigh_listing
from sayso.mentions.metonyms import is_government
from sayso.mentions.name_runs import part_runs
from sayso.mentions.names import Chunk, is_named_by_adjective
from sayso.mentions.place_phrases import Known, PlacePhrase, known_kind, read_phrase
from sayso.mentions.place_signs import (
    AGAINST,
    THRESHOLD,
    has_title,
    is_known_place,
    is_subject,
    names_speaker,
    weigh,
    weigh_words,
)
from sayso.mentions.place_words import ending_kind, kind_of, noun_after, noun_before, opens_name, words
from sayso.mentions.routes import name_routes
from sayso.mentions.seats import find_seats
from sayso.mentions.sites import complete_names, find_sites
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym


def find_toponyms(
    lines: Sequence[Line], chunks: Iterable[Chunk], bodies: frozenset[int], told: frozenset[str] = frozenset()
) -> tuple[Toponym, ...]:
    """Return the place names of a document, in reading order: proper names, and sites that common nouns name.

    The words around a name vote: tables, nouns of place, prepositions, the parse's name spans; a name that is a
    place once is one everywhere unless it acts. Tokens in `bodies` belong to names of groups; `told` are names
    that the document's dateline holds.
    """
    names, runs = part_runs([c for c in chunks if not any(token in bodies for token in range(c.first, c.last))])
    countries = find_countries(word for line in lines[:1] for word in line.parse.words if word[0].isupper())
    scores = [weigh(c) + weigh_listing(c, countries) + 3 * (c.first in runs) for c in names]
    persons = _find_persons(names, {c.text for c, score in zip(names, scores, strict=True) if score > THRESHOLD})
    scores = [
        score - 5 * (chunk.line.word(chunk.last - 1) in persons) for chunk, score in zip(names, scores, strict=True)
    ]
    known = _find_known(names, scores, persons) | told
    names = [_shorten(chunk, known) for chunk in names]
    chosen = _choose(names, scores, known)
    coarse = _find_coarse(chosen)
    wide = [chunk for chunk in chosen if coarse & _keys(chunk)]
    frame = Known(
        alone=_find_alone(chosen),
        starts=frozenset(chunk.first for chunk in wide),
        ends=frozenset(chunk.last for chunk in wide),
    )
    phrases = [phrase for chunk in chosen for phrase in read_phrase(chunk, frame)]
    phrases = name_routes(complete_names([*phrases, *find_sites(lines, phrases, bodies)]))
    return _with_containers([*phrases, *find_seats(lines, phrases)])


def _choose(names: list[Chunk], scores: list[int], known: set[str]) -> list[Chunk]:
    chosen: list[Chunk] = []
    for number, (chunk, score) in enumerate(zip(names, scores, strict=True)):
        bonus = (
            5 * (not known.isdisjoint(_keys(chunk)))
            + 3 * _continues(chunk, chosen)
            + 2 * (score > 0 and _leads(names, number, known))
        )
        if score > -5 and score + bonus >= THRESHOLD and not _acts(chunk):
            chosen.append(chunk)
    return chosen


def _find_persons(names: list[Chunk], places: set[str]) -> frozenset[str]:
    """Return the surnames of those who bear a title or speak with their full name somewhere in the document.

    A name among `places`, which clear signs take for a place, speaks for its government.
    """
    speakers = (chunk for chunk in names if names_speaker(chunk) and chunk.text not in places)
    titled = (chunk for chunk in names if has_title(chunk))
    return frozenset(c.line.word(c.last - 1) for c in (*speakers, *titled) if not is_known_place(c))


def _find_known(names: list[Chunk], scores: list[int], persons: frozenset[str]) -> set[str]:
    """Return the names that are places somewhere in the document.

    One clear sign is enough; weak ones ("from", "the fall of") add up for a name that never acts and is nobody's.
    """
    known = {key for chunk, score in zip(names, scores, strict=True) if score >= THRESHOLD + 1 for key in _keys(chunk)}
    support: Counter[str] = Counter()
    for chunk, score in zip(names, scores, strict=True):
        is_nobodys = chunk.line.word(chunk.last - 1) not in persons
        could_be_place = is_nobodys and score >= -5 and not is_subject(chunk)
        support[key_of(chunk.text)] += weigh_words(chunk) if could_be_place else AGAINST
    return known | {key for key, weight in support.items() if weight >= THRESHOLD + 1}


def _shorten(chunk: Chunk, known: set[str]) -> Chunk:
    """Return a headline's run of capitals cut to the known place it begins with ("Homs Siege Ends")."""
    if chunk.last - chunk.first == 1 or not chunk.line.is_headline or not known.isdisjoint(_keys(chunk)):
        return chunk
    for last in range(chunk.last - 1, chunk.first, -1):
        shorter = chunk._replace(last=last)
        if key_of(shorter.text) in known or is_known_place(shorter):
            return shorter
    return chunk


def _find_alone(chosen: list[Chunk]) -> frozenset[str]:
    """Return the names that are places by themselves: those of the tables, and those met without a noun after them."""
    return frozenset(key_of(chunk.text) for chunk in chosen if is_known_place(chunk) or noun_after(chunk) is None)


def _find_coarse(chosen: list[Chunk]) -> frozenset[str]:
    """Return the names that the document or the tables take for a city, a region or a country.

    Of "the X district of Y" nothing is learnt: the noun may be either's.
    """
    found: set[str] = set()
    for chunk in chosen:
        kinds = {known_kind(chunk.text), _noun_kind(chunk), ending_kind(chunk)}
        if kinds & {PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY}:
            found |= _keys(chunk)
    return frozenset(found)


def _noun_kind(chunk: Chunk) -> PlaceKind | None:
    line, after, before = chunk.line, noun_after(chunk), noun_before(chunk)
    if after is not None and not (line.word(after + 1) == "of" and opens_name(line, after + 2)):
        return kind_of(line.word(after))
    is_own = before is not None and line.universal(before - 1) != "PROPN"
    return kind_of(line.word(before)) if before is not None and is_own else None


def _with_containers(phrases: list[PlacePhrase]) -> tuple[Toponym, ...]:
    ordered = sorted(phrases, key=lambda phrase: (phrase.chunk.first, phrase.last))
    within = find_containers(ordered)
    return tuple(
        Toponym(
            span=phrase.chunk.line.span(phrase.first, phrase.last),
            token=phrase.token,
            name=phrase.name,
            kind=phrase.kind,
            within=within.get(number),
            candidates=_candidates(phrase),
        )
        for number, phrase in enumerate(ordered)
    )


def _candidates(phrase: PlacePhrase) -> tuple[str, ...]:
    country = find_country(phrase.name)
    return (country.code,) if country and not country.is_capital else ()


def _keys(chunk: Chunk) -> frozenset[str]:
    """Return the name as the document may repeat it: whole, and without its noun of place."""
    text = key_of(chunk.text)
    head = text.rpartition(" ")[0]
    is_common = is_named_by_adjective(chunk.line, chunk.first) or head in words("naming_adjectives")
    return frozenset({text, head} if head and not is_common and ending_kind(chunk) is not None else {text})


def _acts(chunk: Chunk) -> bool:
    country = find_country(chunk.text)
    return (
        country is not None
        and noun_after(chunk) is None
        and is_government(chunk.line, chunk.head, is_capital=country.is_capital)
    )


def _leads(names: list[Chunk], number: int, known: set[str]) -> bool:
    """Tell whether the next name is a known place that holds or follows this one: "X in Y", "X and Z in Y"."""
    chunk = names[number]
    following = names[number + 1] if number + 1 < len(names) else None
    if following is None or following.line.first != chunk.line.first:
        return False
    gap = [
        word
        for token in range(chunk.last, following.first)
        if (word := chunk.line.word(token)) not in words("compass") and word != "the"
    ]
    if gap in (["in"], ["near"]):
        return not known.isdisjoint(_keys(following))
    return gap in (["and"], [","], [",", "and"]) and _leads(names, number + 1, known)


def _continues(chunk: Chunk, chosen: list[Chunk]) -> bool:
    """Tell whether the name goes on a list of places: after "and" or a comma, coordinated in the tree."""
    line = chunk.line
    if not chosen or chosen[-1].line.first != line.first or chunk.label == "ORGANIZATION":
        return False
    gap = [line.word(token) for token in range(chosen[-1].last, chunk.first)]
    if gap not in (["and"], ["or"], [","], [",", "and"], ["and", "the"], ["&"]):
        return False
    is_joined = line.tree.is_relation(chunk.head, "conj") or (
        chunk.label != "PERSON" and line.tree.is_relation(chunk.head, "appos", "flat")
    )
    return is_joined and line.universal(chunk.last) not in {"VERB", "AUX", "NOUN"}

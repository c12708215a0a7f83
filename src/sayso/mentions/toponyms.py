"""Which place names stand in a document?"""

from collections import Counter
from collections.abc import Iterable

from sayso.mentions.containers import find_containers
from sayso.mentions.countries import find_country, find_people, key_of
from sayso.mentions.metonyms import is_government
from sayso.mentions.names import Chunk
from sayso.mentions.owners import party_words
from sayso.mentions.place_phrases import PlacePhrase, known_kind, read_phrase
from sayso.mentions.place_words import ending_kind, kind_of, listed_kind, noun_after, noun_before, words
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym

THRESHOLD = 2


def find_toponyms(chunks: Iterable[Chunk], bodies: frozenset[int]) -> tuple[Toponym, ...]:
    """Return the place names among the names of a document, in reading order.

    The words around a name vote: tables, nouns of place, prepositions, the parse's name spans; a name that is a
    place once is one everywhere unless it acts. Tokens in `bodies` belong to names of groups.
    """
    names = [chunk for chunk in chunks if not any(token in bodies for token in range(chunk.first, chunk.last))]
    persons = _find_persons(names)
    scores = [weigh(chunk) - 5 * (chunk.line.word(chunk.last - 1) in persons) for chunk in names]
    known = _find_known(names, scores)
    names = [_shorten(chunk, known) for chunk in names]
    chosen: list[Chunk] = []
    for number, (chunk, score) in enumerate(zip(names, scores, strict=True)):
        bonus = (
            5 * (not known.isdisjoint(_keys(chunk)))
            + 3 * _continues(chunk, chosen)
            + 2 * (score > 0 and _leads(names, number, known))
        )
        if score > -5 and score + bonus >= THRESHOLD and not _acts(chunk):
            chosen.append(chunk)
    alone = _find_alone(chosen)
    coarse = _find_coarse(chosen)
    phrases = [
        phrase for chunk in chosen
        for phrase in read_phrase(chunk, is_known=key_of(chunk.text) in alone, is_coarse=key_of(chunk.text) in coarse)
    ]  # fmt: skip
    return _with_containers(phrases)


def _find_persons(names: list[Chunk]) -> frozenset[str]:
    """Return the surnames of those who bear a title somewhere in the document."""
    titled = (chunk for chunk in names if _has_title(chunk) and not is_known_place(chunk))
    return frozenset(chunk.line.word(chunk.last - 1) for chunk in titled)


def _has_title(chunk: Chunk) -> bool:
    return chunk.line.word(chunk.first - 1) in words("titles") or chunk.line.word(chunk.first) in words("titles")


def _find_known(names: list[Chunk], scores: list[int]) -> set[str]:
    """Return the names that are places somewhere in the document.

    One clear sign is enough; weak prepositions ("from", "to") add up for a name that never acts.
    """
    known = {key for chunk, score in zip(names, scores, strict=True) if score >= THRESHOLD + 1 for key in _keys(chunk)}
    support: Counter[str] = Counter()
    for chunk, score in zip(names, scores, strict=True):
        acts = score < -5 or chunk.line.tree.is_relation(chunk.head, "nsubj")
        support[key_of(chunk.text)] += -9 if acts else _weigh_preposition(chunk)
    return known | {key for key, weight in support.items() if weight >= 3}


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
    """Return the names that the document or the tables take for a city, a region or a country."""
    found: set[str] = set()
    for chunk in chosen:
        noun = noun_after(chunk) or noun_before(chunk)
        kinds = {known_kind(chunk.text), kind_of(chunk.line.word(noun)) if noun else None, ending_kind(chunk)}
        if kinds & {PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY}:
            found |= _keys(chunk)
    return frozenset(found)


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
    return frozenset({text, head} if head and ending_kind(chunk) is not None else {text})


def is_known_place(chunk: Chunk) -> bool:
    """Tell whether the shipped tables hold the name as one of a place."""
    return known_kind(chunk.text) is not None or key_of(chunk.text) in words("whole_names")


def weigh(chunk: Chunk) -> int:
    """Return how much speaks for a place, below zero what speaks against one."""
    if _is_other(chunk):
        return -9
    score = 3 * is_known_place(chunk) + {"PLACE": 1, "PERSON": -1, "ORGANIZATION": -1}.get(chunk.label or "", 0)
    score += 3 * (noun_after(chunk) is not None or noun_before(chunk) is not None or listed_kind(chunk) is not None)
    line, head = chunk.line, chunk.head
    is_taken = line.tree.is_relation(head, "obj") and line.parse.lemmas[line.parse.heads[head]] in words("taking_verbs")
    score += _weigh_preposition(chunk) + 2 * is_taken + 2 * _is_in_known(chunk) - 3 * _is_byline(chunk)
    score += 2 * (chunk.line.word(chunk.first - 1) in words("compass"))
    score += 3 * (ending_kind(chunk) is not None)
    return score - 2 * (chunk.line.parse.relations[chunk.head] == "nsubj" and not is_known_place(chunk))


def _weigh_preposition(chunk: Chunk) -> int:
    line, place = chunk.line, chunk.first - 1
    while line.word(place) in {"the", "city", "central", "nearby"} or line.word(place) in words("compass"):
        place -= 1
    strength = 3 if line.word(place) in words("strong") else 1 if line.word(place) in words("weak") else 0
    if strength == 3 and line.is_headline:
        return 2
    if (
        strength == 3
        and line.universal(chunk.last) in {"NOUN", "PROPN"}
        and line.word(chunk.last) not in words("kinds")
    ):
        return 1
    return strength


def _is_in_known(chunk: Chunk) -> bool:
    """Tell whether the words go on with "in" or a comma and a country or region the tables know."""
    line, place = chunk.line, chunk.last + 1
    if line.word(chunk.last) not in {"in", ",", "near"} or (line.word(chunk.last) == "," and line.is_headline):
        return False
    while line.word(place) in words("compass") or line.word(place) == "the":
        place += 1
    longest = (" ".join(line.word(token) for token in range(place, place + size)) for size in (3, 2, 1))
    return any(known_kind(name) is not None for name in longest if name)


def _is_byline(chunk: Chunk) -> bool:
    """Tell whether the name may be a reporter's: it stands after "By" at the head of a line."""
    line = chunk.line
    return not is_known_place(chunk) and line.words[line.first] == "by" and line.last - line.first < 25


def _is_other(chunk: Chunk) -> bool:
    """Tell whether the words make the name a person's, a body's or a people's."""
    line = chunk.line
    inside = [line.word(token) for token in range(chunk.first, chunk.last)]
    if line.is_hyphen(chunk.last) and line.word(chunk.last + 1) in words("suffixes"):
        return True
    if key_of(chunk.text) in words("not_places") or _qualifies_party(chunk):
        return True
    if _has_title(chunk) or _is_acronym(chunk):
        return True
    if not words("bodies").isdisjoint(inside) and (
        inside[-1] not in words("kinds") or inside[-1] in words("bodies") - words("places_too")
    ):
        return not is_known_place(chunk)
    if all(word in words("kinds") for word in inside) or key_of(chunk.text).isdigit():
        return True
    return find_people(chunk.text) is not None or (
        find_people(inside[0]) is not None and inside[-1] not in words("kinds")
    )


def _is_acronym(chunk: Chunk) -> bool:
    """Tell whether the name is a few capital letters that no table of places holds ("BBC")."""
    word = chunk.line.parse.words[chunk.first]
    is_short = chunk.last - chunk.first == 1 and len(word) < 6 and word.isupper()
    return is_short and not is_known_place(chunk)


def _qualifies_party(chunk: Chunk) -> bool:
    """Tell whether the name stands right before a party that somebody leads, or is letters used like an adjective."""
    line = chunk.line
    following = line.parse.lemmas[chunk.last].casefold() if chunk.last < line.last else ""
    is_led = following in party_words("led") and not is_known_place(chunk)
    is_letters = line.parse.words[chunk.first].replace(".", "").isupper() and chunk.last - chunk.first == 1
    is_adjective = is_letters and len(chunk.text) < 5 and line.universal(chunk.last) in {"NOUN", "PROPN", "ADJ"}
    return is_led or is_adjective


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

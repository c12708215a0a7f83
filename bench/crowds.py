"""Which articles and readings does the measure of large cases use? A few are read; the others are these with names changed."""

import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from sayso.model.claims import Reading
from sayso.model.documents import Document
from sayso.store import decode_reading, encode_reading

DAYS, OF_A_DAY = 25, 10  # so many articles of so many days are read
SHARED = 8  # so many articles tell of the same towns and day
SENTENCES = 9
COPIES = 0.1
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
_ANY = re.compile("q[a-z]{6}", re.IGNORECASE)
# So many persons speak in all, and so many other names are met.
PEOPLE, THINGS = 1_500, 1_500
# {a}, {b} are towns of the day, {p} {q} a person, {r} and {s} other names: hardly a run of eight words is met twice.
_FORMS = (
    "Shells fell on {a} near the {p} mill, and {n} people were killed, a medic named {q} {r} said.",
    "Activist {p} {q} said {n} civilians had died in {a} after the {r} bakery was hit.",
    "State television said government troops took {a} and the {p} ridge after the {q} column fled.",
    "Rebels of the {p} brigade denied that {a} had fallen, {q} {r} told reporters by telephone.",
    "Warplanes bombed {b} at dawn, wounding {n} people beside the {p} school, residents of {q} said.",
    "The army said its men killed {n} rebels in clashes at {a}, among them {p} {q}.",
    "Fighting went on in {b} around the {p} bridge, according to the {q} monitoring group.",
    "Some {n} families fled {a} for {p} camp, the aid group {q} said in {r}.",
    "A spokesman, {p} {q}, said rebels held most of {b} except the {r} barracks.",
    "Aid workers from {p} could not reach {a}, where {q} said {n} people were trapped.",
    "The governor, {p} {q}, said {n} detainees were freed in {b} under the {r} accord.",
    "A car bomb near {p} market in {b} killed {n} people, police captain {q} {r} said.",
    "Opposition figure {p} {q} accused the army of shelling {a} from the {r} heights.",
    "Doctor {p} {q} said {n} bodies were brought to the {r} hospital in {a}.",
    "Talks on {b} will open in {p} next week, the envoy {q} {r} said.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """An article with names that stand for others: those of its towns, and those of its own."""

    text: str
    towns: tuple[str, ...]
    names: tuple[str, ...]


def make_patterns(*, seed: int = 11) -> tuple[Pattern, ...]:
    """Return the articles to be read, those of one day one after the other."""
    chance = random.Random(seed)
    given = _names(chance, "Q")
    patterns = []
    for number in range(DAYS):
        day, towns = date(2021, 1, 4) + timedelta(days=9 * number), (next(given), next(given))
        patterns += [_pattern(day, towns, given, chance) for _ in range(OF_A_DAY)]
    return tuple(patterns)


def _pattern(day: date, towns: tuple[str, str], given: Iterator[str], chance: random.Random) -> Pattern:
    names: list[str] = []

    def fill(form: str) -> str:
        slots = {slot: next(given) for slot in "pqrs"}
        names.extend(slots.values())
        return form.format(a=towns[0], b=towns[1], n=chance.randrange(11, 90), **slots)

    body = "\n\n".join(fill(form) for form in chance.sample(_FORMS, SENTENCES))
    return Pattern(
        text=f"Day of war in {towns[0]}\n\n{day.day} {day:%B %Y}\n\n{body}\n", towns=towns, names=tuple(names)
    )


def _names(chance: random.Random, first: str) -> Iterator[str]:
    """Yield words of seven letters, each once."""
    met: set[str] = set()
    while True:
        word = first + "".join(chance.choice(_VOWELS) + chance.choice(_CONSONANTS) for _ in range(3))
        if word not in met:
            met.add(word)
            yield word


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with the number of its pattern and the names it puts in the place of that one's."""

    text: str
    pattern: int
    names: Mapping[str, str]


def make_articles(patterns: Sequence[Pattern], count: int, *, seed: int = 5) -> Iterator[Article]:
    """Yield `count` articles of the patterns: eight share towns and a day, one in ten is a copy under another outlet."""
    chance = random.Random(seed)
    sources = {letter: _names(chance, letter) for letter in _CONSONANTS.upper()}
    given = _alternate(list(sources.values()))
    people = [(next(given), next(given)) for _ in range(PEOPLE)]
    things = [(next(given), next(given)) for _ in range(THINGS // 2)]
    towns: dict[str, str] = {}
    made: list[Article] = []
    for number in range(count):
        if made and chance.random() < COPIES:
            first = chance.choice(made[-40:])
            yield replace(first, text=f"{first.text}\nCopyright {next(given)} Herald\n")
            continue
        matter, place = divmod(number, SHARED)
        which = matter % DAYS * OF_A_DAY + place
        if place == 0 or not towns:
            towns = {}
        pattern = patterns[which]
        for town in pattern.towns:
            towns.setdefault(town, next(given))
        drawn = [name for _ in range(SENTENCES) for name in (*chance.choice(people), *chance.choice(things))]
        names = {**towns, **dict(zip(pattern.names, drawn, strict=True))}
        made.append(Article(text=_rename(pattern.text, names), pattern=which, names=names))
        yield made[-1]


def _alternate(sources: Sequence[Iterator[str]]) -> Iterator[str]:
    while True:
        for source in sources:
            yield next(source)


def _rename(text: str, names: Mapping[str, str]) -> str:
    """Return the text with each name changed, in the case it is written in; offsets stay, for all are of one length."""

    def change(match: re.Match[str]) -> str:
        written = match.group()
        other = names.get(written[0].upper() + written[1:].lower(), written)
        return other if written[0].isupper() else other.lower()

    return _ANY.sub(change, text)


def rename_reading(reading: Reading, document: Document, names: Mapping[str, str]) -> Reading:
    """Return the reading of a pattern as that of an article with its names."""
    bare = replace(reading, document=replace(reading.document, text=""))
    text = _rename(msgspec.json.encode(bare).decode(), names)
    text = text.replace(reading.document.id, document.id)
    ids = {
        one.id: hashlib.sha256(f"{document.id} {one.id}".encode()).hexdigest()[: len(one.id)] for one in reading.claims
    }
    for old, new in ids.items():
        text = text.replace(old, new)
    named = replace(msgspec.json.decode(text, type=Reading), document=document)
    # As the cache gives it back.
    return decode_reading(encode_reading(named))

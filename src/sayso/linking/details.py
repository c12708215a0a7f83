"""In which words do others tell of a thing? By those it is known again where a claim leaves its place or its day open."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from sayso.linking.library import Library
from sayso.linking.responses import Answers, Response
from sayso.linking.wording import find_stems

# By what an answer is looked for, as its sort and day; what is found there, as a place.
Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found", bound=Hashable)
# What every answer is told in, whatever its words.
ANYHOW = ""


@dataclass(frozen=True, eq=False)
class Search(Generic[Key, Found]):
    """What is looked for: by which keys of an answer, what an answer says of it by name, and whether it leaves it open.

    The last two are asked with the keys of the places of its document that are regions or countries.
    """

    list_keys: Callable[[Response], Sequence[Key]]
    read: Callable[[Response, frozenset[str]], Found | None]
    is_open: Callable[[Response, frozenset[str]], bool]


@dataclass(frozen=True)
class Told(Generic[Key, Found]):
    """Which answers of each document leave it open, and what is said of it by key and word of those who tell of it."""

    left_open: Mapping[str, tuple[int, ...]]
    found: Mapping[tuple[Key, str], set[Found]]


def find_told(answers: Answers, library: Library, search: Search[Key, Found]) -> Told[Key, Found]:
    """Return what is told of what some answers leave open; a document's words are looked at where they are asked for."""
    recall = library.memory.recall
    coarse = {name: _list_coarse(own, library) for name, own in answers.items()}
    offers = {name: recall(_list_offer, (search, name), search, own, coarse[name]) for name, own in answers.items()}
    asked = frozenset[Hashable]().union(*(offer.asked for offer in offers.values()))
    found: dict[tuple[Key, str], set[Found]] = {}
    for name, offer in offers.items():
        if offer.told.isdisjoint(asked):
            continue
        words = recall(_list_words, (search, name), search, answers[name], coarse[name])
        for key in words.keys() & asked:
            for word, said in words[key]:
                found.setdefault((key, word), set()).add(said)
    return Told({name: offer.left_open for name, offer in offers.items() if offer.left_open}, found)


def list_details(response: Response) -> frozenset[str]:
    """Return the beginnings of the words of an answer but for who did it, the place, and the sort of thing.

    "The army's shelling hit the generator of the clinic" is known again by the generator and the clinic.
    """
    claim = response.resolved.claim
    agent = (claim.agent.head, claim.agent.name, claim.agent.people) if claim.agent is not None else ()
    places = (toponym.name for toponym in claim.toponyms)
    names = [response.topic, *response.resolved.agents, *(word for word in agent if word), *places]
    return find_stems(response.words).difference(*map(find_stems, names))


def is_passing(response: Response) -> bool:
    """Tell whether it tells of something that happens at a place and passes, and is no number."""
    is_event = response.family.has_place and not response.family.is_state
    return is_event and response.place is not None and response.scope is None


class _Offer(NamedTuple):
    """By which keys a document says what is looked for and by which it leaves it open; and which of its answers do."""

    told: frozenset[Hashable]
    asked: frozenset[Hashable]
    left_open: tuple[int, ...]


def _list_coarse(own: Iterable[Response], library: Library) -> frozenset[str]:
    """Return the keys of the places of answers that are regions or countries."""
    return frozenset(one.place for one in own if one.place is not None and library.is_coarse(one.place))


def _list_offer(search: Search[Key, Found], own: tuple[Response, ...], coarse: frozenset[str]) -> _Offer:
    left_open = [(n, one) for n, one in enumerate(own) if search.is_open(one, coarse)]
    return _Offer(
        told=frozenset(key for one, _ in _list_said(search, own, coarse) for key in search.list_keys(one)),
        asked=frozenset(key for _, one in left_open for key in search.list_keys(one)),
        left_open=tuple(n for n, _ in left_open),
    )


def _list_words(
    search: Search[Key, Found], own: tuple[Response, ...], coarse: frozenset[str]
) -> Mapping[Key, frozenset[tuple[str, Found]]]:
    """Return what a document says by name, by key: each with a word of the answer that says it."""
    found: dict[Key, set[tuple[str, Found]]] = {}
    for one, said in _list_said(search, own, coarse):
        for key in search.list_keys(one):
            found.setdefault(key, set()).update((word, said) for word in (ANYHOW, *list_details(one)))
    return {key: frozenset(rows) for key, rows in found.items()}


def _list_said(
    search: Search[Key, Found], own: tuple[Response, ...], coarse: frozenset[str]
) -> Iterator[tuple[Response, Found]]:
    return ((one, said) for one in own if (said := search.read(one, coarse)) is not None)

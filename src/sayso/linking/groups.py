"""Which claims answer one question, and which of them give the same answer?"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, HELD, NO, YES, Answer, answer_description
from sayso.linking.authorship import ask_author, name_author
from sayso.linking.cells import Cell, find_cells
from sayso.linking.dossiers import Order
from sayso.linking.families import ASKED, DESCRIBED, HOLDING, IGNORED
from sayso.linking.gatherings import Gathering, Matter
from sayso.linking.holders import settle_holders
from sayso.linking.latecomers import settle_latecomers
from sayso.linking.library import Library
from sayso.linking.moves import BY_REGION
from sayso.linking.neighbours import join_neighbours
from sayso.linking.parties import OPPOSITION
from sayso.linking.questions import ask, say_day, say_period
from sayso.linking.responses import Answers, Response
from sayso.linking.scopes import UNSAID, settle_places
from sayso.linking.siblings import find_chief
from sayso.linking.strays import settle_strays
from sayso.linking.wording import ALIKE, Likeness

# Claims that name no place, or no day, belong together only when they are worded nearly alike.
NEARLY_ALIKE = 0.8
# The key of a place, whether it is a region or country, and its name.
Place = tuple[str | None, bool, str | None]


def gather(answers: Answers, library: Library) -> list[Gathering]:
    """Return the groups: by family, topic and place, then by days, then by agent and words, then by answer.

    `answers` are those of each document, by day of publication and id.
    """
    recall = library.memory.recall
    blocks: dict[tuple[str, str, str], list[Response]] = {}
    placed = settle_strays(settle_places(answers, library), library)
    for name, own in settle_latecomers(placed, library).items():
        for response in recall(_in_order, name, own):
            blocks.setdefault(response.block, []).append(response)
    found: dict[str, Gathering] = {}
    for about, block in sorted(blocks.items()):
        places = _name_places(block, library)
        for gathering in recall(_gather_block, about, tuple(block), places):
            _keep(found, gathering)
    return [put_in_order(gathering) for gathering in found.values()]


def _in_order(own: tuple[Response, ...]) -> tuple[Response, ...]:
    return tuple(sorted(own, key=_order))


def _name_places(block: Sequence[Response], library: Library) -> tuple[Place, ...]:
    """Return the place that answers share, with its name, then the wider ones that the words of some name; regions come last."""
    own = block[0].place
    wide = {key for key in map(_find_wider, block) if key is not None}
    ordered = sorted(wide, key=lambda key: (library.is_coarse(key), key))
    return (_name_place(own, library), *(_name_place(key, library) for key in ordered))


def _name_place(key: str | None, library: Library) -> Place:
    return key, key is not None and library.is_coarse(key), library.place_name(key)


def _find_wider(response: Response) -> str | None:
    """Return the place that the words of a claim name where the answer stands at one inside it, else None."""
    named = response.resolved.places[0] if response.resolved.places else None
    is_moved = named != response.place and any(derived.rule == BY_REGION for derived in response.moves)
    return named if is_moved and response.resolved.claim.place_rule not in UNSAID else None


def _gather_block(block: tuple[Response, ...], places: tuple[Place, ...]) -> tuple[Gathering, ...]:
    """Return the groups of the answers that share family, topic and place; `places` names that place, and towns around it."""
    parts = [(replace(cell, responses=part), mark) for cell in find_cells(block) for mark, part in _split(cell)]
    if block[0].family.by_words and block[0].family.has_place:
        parts = join_neighbours(parts)
    return tuple(put_in_order(gathering) for cell, mark in parts for gathering in _answer(cell, mark, places))


def _name_asked(cell: Cell, places: tuple[Place, ...]) -> str | None:
    """Return the place that a question names: where some say it of the whole town and others of a part, the town.

    So is the province where no words name the town in it.
    """
    (_, _, own), *wide = places
    told = {key for key in map(_find_wider, cell.responses) if key is not None}
    is_named = any(_names_place(response) and _find_wider(response) is None for response in cell.responses)
    return next((name for key, is_coarse, name in wide if key in told and not (is_coarse and is_named)), own)


def _names_place(response: Response) -> bool:
    return response.resolved.claim.place_rule not in UNSAID and bool(response.resolved.places)


def put_in_order(gathering: Gathering) -> Gathering:
    """Return a group with its answers by day of publication, document and place."""
    if gathering.is_in_order:
        return gathering
    return replace(gathering, responses=tuple(sorted(gathering.responses, key=_order)))


def _order(response: Response) -> Order:
    return response.order


def _keep(found: dict[str, Gathering], new: Gathering) -> None:
    old = found.get(new.id)
    found[new.id] = new if old is None else replace(old, responses=(*old.responses, *new.responses))


def _split(cell: Cell) -> Iterator[tuple[str, list[Response]]]:
    """Yield the parts of a cell that answer one question: by agent, then by words where these decide."""
    for agent, part in _by_agent(cell.responses):
        least = _least_likeness(cell, part[0])
        if least is None:
            yield agent, part
            continue
        for heap in _heap(part, least):
            yield " ".join((agent, heap[0].words)), heap


def _heap(responses: list[Response], least: float) -> list[list[Response]]:
    """Return the answers in heaps: those worded alike, and those that tell of the same done by the same to the same."""
    likeness = Likeness(least)
    heaps: list[list[Response]] = []
    by_words: dict[int, list[Response]] = {}
    by_deed: dict[tuple[str, ...] | None, list[Response]] = {}
    for response in responses:
        number = likeness.place(response.words)
        is_dated = response.days is not None and not _is_denied_detail(response)
        heap = by_words.get(number) or (by_deed.get(response.done) if response.done and is_dated else None)
        if heap is None:
            heap = []
            heaps.append(heap)
        heap.append(response)
        by_words.setdefault(number, heap)
        if response.done and is_dated:
            by_deed.setdefault(response.done, heap)
    return heaps


def _is_denied_detail(response: Response) -> bool:
    """Tell whether one of several things that are told of one place and day is denied: not all that was done there is."""
    is_worded = response.topic in read_toml("matters")["worded"]["topics"]
    return is_worded and response.answer.level in {NO, DOUBT}


def _least_likeness(cell: Cell, response: Response) -> float | None:
    """Return how alike the words must be, None where place and day are enough."""
    family = response.family
    if (response.place is None and family.has_place) or (cell.days is None and not family.is_state):
        return ALIKE if family.by_words and cell.days is not None else NEARLY_ALIKE
    is_loose = (family.by_words and response.topic == family.yes) or (cell.is_long and not family.is_state)
    is_loose = is_loose or response.topic in read_toml("matters")["worded"]["topics"]
    return ALIKE if is_loose else None


def _by_agent(responses: list[Response]) -> list[tuple[str, list[Response]]]:
    """Return the answers by agent; those that name none join the only or by far most named, save where that is asked."""
    family = responses[0].family
    if family.agent == IGNORED:
        return [("", responses)]
    parts: dict[str, list[Response]] = {}
    for response in responses:
        parts.setdefault(response.party or "", []).append(response)
    parts = dict(_join_camp(parts))
    chief = find_chief({agent: len(part) for agent, part in parts.items() if agent})
    table = read_toml("matters")["authorship"]
    is_asked = family.agent == ASKED and responses[0].topic in {*table["topics"], *table["charges"]}
    if not is_asked and "" in parts and chief is not None:
        joined = sorted((*parts[chief], *parts[""]), key=lambda response: response.order)
        parts = {chief: joined, **{agent: part for agent, part in parts.items() if agent not in {"", chief}}}
    return sorted(parts.items())


def _join_camp(parts: Mapping[str, list[Response]]) -> Mapping[str, list[Response]]:
    """Return the parts, what "the rebels" did beside what the only group did that is named and no government's."""
    named = [agent for agent in parts if agent and agent != OPPOSITION and not agent.startswith("government ")]
    if OPPOSITION not in parts or len(named) != 1:
        return parts
    joined = sorted((*parts[named[0]], *parts[OPPOSITION]), key=lambda response: response.order)
    return {agent: joined if agent == named[0] else part for agent, part in parts.items() if agent != OPPOSITION}


def _answer(cell: Cell, mark: str, places: tuple[Place, ...]) -> Iterator[Gathering]:
    first, place = cell.responses[0], _name_asked(cell, places)
    period = cell.period
    # Bounds of a day mean another day in each document of unknown day.
    day = f"{period} of {first.resolved.claim.document}" if cell.is_adrift else period or ""
    key = "|".join((first.family.name, first.topic, first.place or "", day, mark))
    agents = Counter(response.agent for response in cell.responses if response.agent)
    agent = min(agents, key=lambda name: (-agents[name], name), default=None)
    family = ask_author(first.family, cell.responses)
    first = replace(first, family=family)
    matter = Matter(
        key=key,
        question=ask(first, say_day(period) if cell.is_adrift else say_period(period), place, agent),
        family=family,
        topic=first.topic,
        place=first.place,
        period=period,
        days=cell.days,
    )
    answers: dict[str, list[Response]] = {}
    is_holding = first.family.name == HOLDING
    settled = settle_holders(cell.responses) if is_holding else _settle_descriptions(_settle_denials(cell.responses))
    for response in settled:
        answers.setdefault(response.answer.key, []).append(response)
    for answer, responses in answers.items():
        told = name_author(_pick(responses), responses, cell.responses, agent)
        yield Gathering(id=make_id("group", key, answer), matter=matter, answer=told, responses=tuple(responses))


def _settle_denials(responses: list[Response]) -> list[Response]:
    """Return the answers, denials and doubts that name nobody given to the only party that others name."""
    turned = [response.answer for response in responses if response.answer.level in {NO, DOUBT}]
    named = {answer.holder for answer in turned if answer.holder}
    if len(named) != 1:
        return responses
    known = {answer.level: answer for answer in turned if answer.holder}
    return [
        replace(response, answer=known.get(response.answer.level, response.answer))
        if response.answer.holder is None and response.answer.level in {NO, DOUBT}
        else response
        for response in responses
    ]


def _settle_descriptions(responses: list[Response]) -> list[Response]:
    """Return the answers, descriptions in like words as one."""
    if responses[0].family.name != DESCRIBED:
        return responses
    likeness, firsts = Likeness(ALIKE), dict[int, Answer]()
    return [
        replace(response, answer=firsts.setdefault(likeness.place(response.words), answer_description(response.words)))
        if response.answer.level == YES
        else response
        for response in responses
    ]


def _pick(responses: list[Response]) -> Answer:
    """Return the answer to show for the group: the strictest, then the one said first."""
    return min(
        responses,
        key=lambda response: (
            response.answer.high - response.answer.low,
            response.answer.level == HELD,
            response.order,
        ),
    ).answer


def make_id(*parts: str) -> str:
    """Return the name of a group, origin or conflict: a hash of what it is about, never of its members."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

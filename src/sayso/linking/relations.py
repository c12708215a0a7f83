"""How does one claim stand to another? Each member is linked to its group's first, never each to each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.linking.answers import DOUBT, FIGURE, NO
from sayso.linking.gatherings import Gathering
from sayso.linking.library import Library
from sayso.linking.responses import Response
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import RelationKind, Scope, Stance
from sayso.model.records import Conflict, Link
from sayso.model.resolved import ResolvedClaim

SAME = name_rule("linking.same_answer", "Both answer the same question the same way.")
REFINES = name_rule(
    "linking.finer_place", "Both speak of one thing on one day; this one names the finer place, the other its region."
)
OPPOSED = name_rule("linking.opposed_answers", "They answer the same question in ways that exclude each other.")
UPDATES = name_rule(
    "linking.later_count", "The same thing counted as of a later day: both numbers stay valid for their days."
)
PART = name_rule(
    "linking.part_of_count", "It counts a part of what the other, in the same document, counts as a whole."
)
CORRECTS = name_rule(
    "linking.corrected_itself",
    "The same named voice later gives another answer to the same question about the same day.",
)
RETRACTS = name_rule(
    "linking.took_back", "The same named voice later denies or doubts what it had said about the same day."
)

TAKEN_BACK = name_rule(
    "linking.taken_back_in_print", "The outlet prints a correction that takes back what it had said."
)
REVISED = name_rule(
    "linking.revised_page",
    "A later version of the same page gives another answer here than the version before: the page was changed.",
)
_Key = tuple[RelationKind, str, str]
PUT_RIGHT = name_rule("linking.put_right_in_print", "The outlet's printed correction gives this instead.")


def find_links(
    gatherings: Sequence[Gathering],
    conflicts: Sequence[Conflict],
    corrected: Mapping[str, Sequence[ResolvedClaim]],
    library: Library,
) -> tuple[Link, ...]:
    """Return the relations between claims: a number of them that grows with the claims, not with their pairs."""
    matters = Counter(one.matter.key for one in gatherings)
    # Where a question has one answer only, nobody gives another.
    rivals = [one for one in gatherings if matters[one.matter.key] > 1]
    several = (one for one in gatherings if len(one.responses) > 1)
    agreed = [library.memory.recall(_agree, one.id, one) for one in several]
    others = [
        *_opposed(conflicts),
        *_updates(gatherings),
        *_parts(gatherings),
        *_recounts(rivals, library),
        *_corrections(rivals, library),
        *_revisions(rivals, library),
        *(_notices(gatherings, corrected, library) if corrected else ()),
    ]
    unique = {_key(link): library.memory.keep((Link, _key(link)), link) for link in reversed(others)}
    for links in reversed(agreed):
        unique.update(links)
    return tuple([unique[key] for key in sorted(unique)])


def _key(link: Link) -> _Key:
    return link.kind, link.left, link.right


def _link(kind: RelationKind, left: str, right: str, rule: str) -> Link:
    return Link(kind=kind, left=left, right=right, derived=Derived(value=kind.value, rule=rule))


def _agree(gathering: Gathering) -> Mapping[_Key, Link]:
    """Return the links from the first claim of a group to each other, by what tells them apart."""
    first, *others = gathering.responses
    links = [_same(first, response) for response in others if response.resolved.claim.id != first.resolved.claim.id]
    return {_key(link): link for link in reversed(links)}


def _same(first: Response, response: Response) -> Link:
    left, right = first.resolved.claim.id, response.resolved.claim.id
    if response.place in response.resolved.places and first.place not in first.resolved.places:
        return _link(RelationKind.REFINES, right, left, REFINES)
    if response.place not in response.resolved.places and first.place in first.resolved.places:
        return _link(RelationKind.REFINES, left, right, REFINES)
    return _link(RelationKind.SAME, left, right, SAME)


def _opposed(conflicts: Sequence[Conflict]) -> Iterator[Link]:
    for conflict in conflicts:
        for left, right in pairwise(conflict.sides):
            yield _link(RelationKind.CONFLICTS, left.claims[0], right.claims[0], OPPOSED)


def _updates(gatherings: Sequence[Gathering]) -> Iterator[Link]:
    """Yield, for cumulative counts of one thing at one place, the step from each day to the next."""
    rows: dict[tuple[str, str, str], list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.is_figure and matter.days and Scope.CUMULATIVE in gathering.scopes and _is_said(gathering):
            rows.setdefault((matter.family.name, matter.topic, matter.place or ""), []).append(gathering)
    for _, row in sorted(item for item in rows.items() if len(item[1]) > 1):
        ordered = sorted(row, key=lambda gathering: (gathering.matter.days or (0, 0), gathering.id))
        for left, right in pairwise(ordered):
            if left.matter.key != right.matter.key:
                yield _link(RelationKind.UPDATES, right.claims[0], left.claims[0], UPDATES)


def _is_said(gathering: Gathering) -> bool:
    """Tell whether somebody gives a number, rather than only to doubt, deny or not vouch for it."""
    return any(response.stance is Stance.ASSERTS for response in gathering.responses)


def _recounts(gatherings: Sequence[Gathering], library: Library) -> Iterator[Link]:
    """Yield where one body, in a later document, gives a higher number of the same thing."""
    told: dict[tuple[str, str], list[tuple[Gathering, Response]]] = {}
    for gathering in gatherings:
        if gathering.matter.is_figure and gathering.answer.level == FIGURE:
            for response in gathering.responses:
                body = library.body(response.resolved)
                told.setdefault((gathering.matter.key, body), []).append((gathering, response))
    for _, counts in sorted(item for item in told.items() if len(item[1]) > 1):
        for (old, before), (new, after) in pairwise(sorted(counts, key=lambda count: count[1].order)):
            is_higher = new.answer.low > old.answer.low and new.id != old.id
            if is_higher and after.said > before.said and not (before.is_firm and after.is_firm):
                yield _link(RelationKind.UPDATES, after.resolved.claim.id, before.resolved.claim.id, UPDATES)


def _notices(
    gatherings: Sequence[Gathering], corrected: Mapping[str, Sequence[ResolvedClaim]], library: Library
) -> Iterator[Link]:
    """Yield, for what a correction notice takes back, what the outlet had said in its own voice, and what it says now."""
    matters = {one.matter.key for one in gatherings if not corrected.keys().isdisjoint(one.claims)}
    about = [gathering for gathering in gatherings if gathering.matter.key in matters]
    responses = [(gathering.matter, response) for gathering in about for response in gathering.responses]
    said: dict[tuple[str, str, str], list[ResolvedClaim]] = {}
    for matter, response in responses:
        if response.stance not in {Stance.DENIES, Stance.DOUBTS} and not response.resolved.chain:
            answer = response.answer.key if matter.is_figure else ""
            said.setdefault((matter.key, _outlet(response.resolved, library), answer), []).append(response.resolved)
    for matter, response in responses:
        taken = response.resolved
        if taken.claim.id not in corrected:
            continue
        answer = response.answer.key.partition(" ")[2] if matter.is_figure else ""
        for before in said.get((matter.key, _outlet(taken, library), answer), ()):
            yield _link(RelationKind.RETRACTS, taken.claim.id, before.claim.id, TAKEN_BACK)
        for instead in corrected[taken.claim.id]:
            yield _link(RelationKind.CORRECTS, instead.claim.id, taken.claim.id, PUT_RIGHT)


def _outlet(resolved: ResolvedClaim, library: Library) -> str:
    return library.documents[resolved.claim.document].outlet or resolved.claim.document


def _parts(gatherings: Sequence[Gathering]) -> Iterator[Link]:
    """Yield, for a count of a part, the largest whole that its document gives for the same measure."""
    figures = [gathering for gathering in gatherings if gathering.matter.is_figure]
    parts = [one for gathering in figures if gathering.has_part for one in _list_counts(gathering) if one[1].is_part]
    asked = {about for about, _ in parts}
    documents = {document for _, document in asked}
    wholes: dict[tuple[str, str], tuple[float, str]] = {}
    for gathering in (one for one in figures if not documents.isdisjoint(one.documents)):
        for about, response in _list_counts(gathering):
            if about in asked and not response.is_part:
                wholes[about] = max(wholes.get(about, (0.0, "")), (response.answer.low, response.resolved.claim.id))
    for about, response in parts:
        size, whole = wholes.get(about, (0.0, ""))
        if whole and whole != response.resolved.claim.id and size >= response.answer.low:
            yield _link(RelationKind.PART_OF, response.resolved.claim.id, whole, PART)


def _list_counts(gathering: Gathering) -> list[tuple[tuple[str, str], Response]]:
    """Return the numbers of a group, each with its measure and document."""
    measure = gathering.matter.family.name
    return [((measure, response.resolved.claim.document), response) for response in gathering.responses]


def _corrections(gatherings: Sequence[Gathering], library: Library) -> Iterator[Link]:
    """Yield where one named voice changes its answer about one day in a later document.

    Only days that the texts name: "on or shortly before" may be another day. Voices without a name, classes
    and outlets never correct themselves.
    """
    said: dict[tuple[str, str, str], list[tuple[Gathering, Response]]] = {}
    for gathering in gatherings:
        for response in gathering.responses:
            voice = library.voices.get(response.resolved.voice)
            if response.is_firm and voice is not None and voice.is_named and response.resolved.chain:
                when = response.edtf or "" if gathering.matter.is_figure else ""
                said.setdefault((gathering.matter.key, voice.key, when), []).append((gathering, response))
    for _, answers in sorted(said.items()):
        yield from _changes(answers)


def _revisions(gatherings: Sequence[Gathering], library: Library) -> Iterator[Link]:
    """Yield where a later version of a page, citing the same voices, answers a question otherwise and the old answer is gone."""
    versions = {later: before for before, later in library.versions}
    if not versions:
        return
    told: dict[tuple[str, str, tuple[str, ...]], dict[str, Response]] = {}
    for gathering in gatherings:
        for response in gathering.responses:
            key = (gathering.matter.key, response.resolved.claim.document, response.resolved.chain)
            told.setdefault(key, {}).setdefault(gathering.id, response)
    for (matter, document, chain), answers in sorted(told.items()):
        before = told.get((matter, versions.get(document, ""), chain), {})
        gone = [old for group, old in before.items() if group not in answers]
        new = [response for group, response in answers.items() if group not in before]
        if len(new) == len(gone) == 1:
            (left,), (right,) = new, gone
            yield _link(RelationKind.CORRECTS, left.resolved.claim.id, right.resolved.claim.id, REVISED)


def _changes(answers: list[tuple[Gathering, Response]]) -> Iterator[Link]:
    for (old, before), (new, after) in pairwise(sorted(answers, key=lambda answer: answer[1].order)):
        if old.id == new.id or before.said >= after.said:
            continue
        is_retracted = new.answer.level in {NO, DOUBT} and old.answer.level not in {NO, DOUBT}
        kind, rule = (RelationKind.RETRACTS, RETRACTS) if is_retracted else (RelationKind.CORRECTS, CORRECTS)
        yield _link(kind, after.resolved.claim.id, before.resolved.claim.id, rule)

"""What changed from one record to another, and why?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import overload

from sayso.case.rows import Row
from sayso.case.snapshots import Answer, Snapshot
from sayso.model.judgements import Judgement
from sayso.text.days import number_days
from sayso.text.decisions import read_list

DISPUTED = frozenset({"disputed", "denied"})


class ChangeKind(StrEnum):
    """How an answer differs from what it was; the first that holds is said."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    NEWLY_DISPUTED = "newly_disputed"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Cause(StrEnum):
    """What made it change."""

    CORRECTION = "a voice's correction"
    REMOVAL = "a document taken out"
    JUDGEMENT = "our judgement"
    NEW_EVENT = "a new report of a new event"
    OLD_EVENT = "a new report of an old event"
    VERSION = "a new version of sayso"
    CONTEXT = "other reports taken in or out"
    SETTINGS = "other settings"


@dataclass(frozen=True)
class Change:
    """One answer in two records: as it was (None when it was not there) and as it is (None when it is gone).

    `turned` are all claims that are corrected or retracted in one of the records and not, or otherwise, in the other.
    """

    old: Snapshot
    new: Snapshot
    before: Answer | None
    now: Answer | None
    turned: frozenset[str]

    @property
    def answer(self) -> Answer:
        """The answer as it is, else as it was."""
        found = self.now or self.before
        if found is None:
            raise ValueError("an answer that is in neither record")
        return found

    @cached_property
    def claims(self) -> frozenset[str]:
        """All claims that give or gave the answer."""
        return frozenset(claim for one in (self.before, self.now) if one for claim in one.members)

    @cached_property
    def around(self) -> frozenset[str]:
        """Its claims, those that stand against them, and those that correct or retract them."""
        opposed = {other for claim in self.claims for other in self.new.opposed.get(claim, ())}
        turned = {self.new.replaced[claim][1] for claim in self.claims if claim in self.new.replaced}
        return self.claims | opposed | turned

    @cached_property
    def added(self) -> tuple[Row, ...]:
        """The claims about it in documents that the old record did not have."""
        claims = (self.new.claims[claim] for claim in sorted(self.around) if claim in self.new.claims)
        return tuple(row for row in claims if row["doc"] not in self.old.documents)


Test = Callable[[Change], bool]


def is_turned(change: Change, how: str) -> bool:
    """Tell whether a claim of it is now corrected or retracted, and was not before."""
    turned = change.turned.intersection(change.claims) if change.turned else ()
    return any(change.new.replaced.get(claim, ("", ""))[0] == how for claim in turned)


def is_newly_disputed(change: Change) -> bool:
    """Tell whether it is disputed or denied now and was not."""
    before = change.before
    return before is not None and change.answer.standing in DISPUTED and before.standing not in DISPUTED


KINDS: tuple[tuple[ChangeKind, Test], ...] = (
    (ChangeKind.GONE, lambda change: change.now is None),
    (ChangeKind.RETRACTED, lambda change: is_turned(change, "retracts")),
    (ChangeKind.CORRECTED, lambda change: is_turned(change, "corrects")),
    (ChangeKind.NEW, lambda change: change.before is None),
    (ChangeKind.NEWLY_DISPUTED, is_newly_disputed),
    (ChangeKind.CHANGED, lambda _change: True),
)


def is_corrected(change: Change) -> bool:
    """A voice has since corrected or taken back what it said."""
    return is_turned(change, "retracts") or is_turned(change, "corrects")


def has_lost_a_document(change: Change) -> bool:
    """A document that said so was taken out of the case."""
    claims = (change.old.claims[claim] for claim in change.claims if claim in change.old.claims)
    return any(row["doc"] not in change.new.documents for row in claims)


def is_judged(change: Change) -> bool:
    """Somebody judged a claim, a document, a voice, a place or an origin that it rests on."""
    return any(_touches(judgement, change) for judgement in _new_judgements(change))


def tells_a_new_event(change: Change) -> bool:
    """A report taken in since tells of something that happened after all that had been published before."""
    last = number_days(change.old.last_day or None)
    days = [number_days(row["time"]["edtf"]) for row in change.added]
    known = [run.last for run in days if run is not None]
    return bool(change.added) and (last is None or (bool(known) and max(known) > last.last))


def tells_an_old_event(change: Change) -> bool:
    """A report taken in since tells of something that happened before, or on a day that is not known."""
    return bool(change.added)


def is_of_another_version(change: Change) -> bool:
    """Another version of sayso read the same reports."""
    return change.old.sayso != change.new.sayso


def has_other_judgements(change: Change) -> bool:
    """Somebody judged something since, which changed how reports are joined."""
    return any(_new_judgements(change))


def has_other_documents(change: Change) -> bool:
    """Reports taken in or out since tell what this one means: its day, its place or who speaks."""
    return change.old.documents.keys() != change.new.documents.keys()


def is_left(_change: Change) -> bool:
    """Reports, judgements and version are the same: sayso.toml was changed."""
    return True


CAUSES: tuple[tuple[Cause, Test], ...] = (
    (Cause.CORRECTION, is_corrected),
    (Cause.REMOVAL, has_lost_a_document),
    (Cause.JUDGEMENT, is_judged),
    (Cause.NEW_EVENT, tells_a_new_event),
    (Cause.OLD_EVENT, tells_an_old_event),
    (Cause.VERSION, is_of_another_version),
    (Cause.JUDGEMENT, has_other_judgements),
    (Cause.CONTEXT, has_other_documents),
    (Cause.SETTINGS, is_left),
)


class Changes(Sequence[Row]):
    """A row for each answer that is new, changed or gone: how, why, and what stood before and stands now.

    Why is looked for when a row is first asked for: of thousands that changed a reader sees a page.
    """

    def __init__(self, found: Sequence[tuple[ChangeKind, Change]]) -> None:
        self._found = found
        self._rows: dict[int, Row] = {}

    @property
    def kinds(self) -> Counter[ChangeKind]:
        """How many changed in each way."""
        return Counter(kind for kind, _ in self._found)

    def of_kind(self, kind: str) -> "Changes":
        """Return those that changed in one way."""
        return Changes([one for one in self._found if one[0] == kind])

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        if number not in self._rows:
            self._rows[number] = _row(*self._found[number])
        return self._rows[number]


def find_changes(old: Snapshot, new: Snapshot) -> Changes:
    """Return what is new, changed or gone from one record to another, the most telling first."""
    turned = frozenset(claim for claim, _ in old.replaced.items() ^ new.replaced.items())
    pairs = (pair for pair in _pair(old, new) if turned or _says(pair[0]) != _says(pair[1]))
    changed = [Change(old, new, before, now, turned) for before, now in pairs]
    if turned:
        changed = [one for one in changed if _says(one.before) != _says(one.now) or is_corrected(one)]
    found = [(next(kind for kind, holds in KINDS if holds(change)), change) for change in changed]
    order = {kind: number for number, kind in enumerate(ChangeKind)}
    return Changes(sorted(found, key=lambda one: (order[one[0]], (answer := one[1].answer).question, answer.id)))


def _says(answer: Answer | None) -> tuple[object, ...] | None:
    """Return what of an answer matters to a reader: all but its id."""
    return answer[1:] if answer else None


def _pair(old: Snapshot, new: Snapshot) -> Iterator[tuple[Answer | None, Answer | None]]:
    """Yield each answer as it was and as it is: by its id, else with the answer gone since that shares most claims with it."""
    gone = {key: one for key, one in old.answers.items() if key not in new.answers}
    if not gone:
        yield from ((old.answers.get(key), one) for key, one in new.answers.items())
        return
    by_claim: dict[str, list[str]] = {}
    for key, one in sorted(gone.items()):
        for claim in one.members:
            by_claim.setdefault(claim, []).append(key)
    for key, one in sorted(new.answers.items()):
        before = old.answers.get(key) or _find_gone(one, gone, by_claim)
        if before is not None:
            gone.pop(before.id, None)
        yield before, one
    yield from ((one, None) for one in gone.values())


def _find_gone(answer: Answer, gone: Mapping[str, Answer], by_claim: Mapping[str, Sequence[str]]) -> Answer | None:
    shared: dict[str, int] = {}
    for claim in answer.members:
        for key in by_claim.get(claim, ()):
            shared[key] = shared.get(key, 0) + 1
    # A claim answers for its event and for each of its figures: only the question asked alike is the same.
    alike = [key for key in shared if key in gone and _asks(gone[key]) == _asks(answer)]
    return gone[min(alike, key=lambda key: (-shared[key], key))] if alike else None


def _asks(answer: Answer) -> str:
    return " ".join(answer.question.split()[:2])


def _row(kind: ChangeKind, change: Change) -> Row:
    cause, why = next((cause, holds.__doc__) for cause, holds in CAUSES if holds(change))
    before, now, answer = change.before, change.now, change.answer
    return {
        "change": kind.value,
        "cause": cause.value,
        "why": why,
        "id": answer.id,
        "question": answer.question,
        "answer": answer.answer,
        "stood": before.standing if before else None,
        "stands": now.standing if now else None,
        "origins_before": list(before.origins) if before else None,
        "origins_now": list(now.origins) if now else None,
        "claims_added": [one["id"] for one in change.added if one["id"] in change.claims],
        "claims": sorted(change.claims),
        "quote": change.added[0]["quote"] if change.added else _quote(change),
    }


def _quote(change: Change) -> str | None:
    """Return the words of the first claim of an answer, in the record that has it."""
    claims, first = (change.new if change.now else change.old).claims, change.answer.members[0]
    return str(claims[first]["quote"]) if first in claims else None


def _new_judgements(change: Change) -> Iterator[Judgement]:
    known = {judgement.id for judgement in change.old.judgements}
    yield from (judgement for judgement in change.new.judgements if judgement.id not in known)


def _touches(judgement: Judgement, change: Change) -> bool:
    claims = [change.new.claims.get(claim) or change.old.claims[claim] for claim in change.around]
    things = {change.answer.id, *change.around, *(row["doc"] for row in claims)}
    things |= {voice["name"] for row in claims for voice in row["chain"]}
    things |= {row["place"]["name"] for row in claims if row["place"]}
    named = {str(name) for key in ("names", "claims", "evidence") for name in read_list(judgement, key)}
    return judgement.claim in things or judgement.document in things or not named.isdisjoint(things)

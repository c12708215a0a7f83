"""How does a form of a page become judgements?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.case.decisions import (
    By,
    add_claim_at,
    answer_rejection,
    assess_group,
    date_document,
    join_names,
    judge_claim,
    mark_read,
    protect_voice,
    undo_judgement,
)
from sayso.errors import JudgementError
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.spans import Span
from sayso.text.decisions import keep_active
from sayso.web.drawers import FIELDS, read_values
from sayso.web.snapshots import Snapshot

# What is written down when no reason is given: that somebody looked is all that is known then.
REASONS = {
    "accept": "read in the report: the words say this",
    "reject": "read in the report: the words do not say this",
    "edit": "read in the report",
    "add": "read in the report",
    "date": "seen on the report",
    "merge": "the same",
    "split": "not the same",
    "private": "a private person",
    "read": "read to the end",
    "assess": "",
    "undo": "taken back",
}
LAST = "last"
_MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form sent: its single values, its lists, who sent it, and all judgements that were `known` by then."""

    values: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]
    author: str
    known: Sequence[Judgement] = ()

    def get(self, name: str) -> str:
        """Return a value, empty when it was not sent."""
        return self.values.get(name, "")

    def all(self, name: str) -> list[str]:
        """Return all values of a name that say something, each once.

        Raises:
            JudgementError: when there are too many of them.
        """
        given = [value for value in dict.fromkeys(self.lists.get(name, ())) if value]
        if len(given) > _MOST:
            raise JudgementError(f"{len(given)} at once are too many; no more than {_MOST} are taken")
        return given

    @property
    def by(self) -> By:
        """Who decides, why and when."""
        reason = self.get("reason") or REASONS.get(self.get("action"), "")
        return By(author=self.author, reason=reason, made=datetime.now(UTC).isoformat(timespec="seconds"))


Draft = Callable[[Form, Snapshot], Sequence[Judgement]]


def draft_judgements(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    """Return the judgements that a form means, against the record as it is now.

    Raises:
        SaysoError: when the form asks for something that cannot be decided.
    """
    draft = DRAFTS.get(form.get("action"))
    if draft is None:
        raise JudgementError(f"{form.get('action')!r} is nothing that can be decided here")
    drafts = draft(form, snapshot)
    if not drafts:
        raise JudgementError("nothing was chosen; mark at least one")
    return drafts


def _judge(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    kind = JudgementKind(form.get("action"))
    rejected = {one.claim: one for one in keep_active(form.known) if one.kind is JudgementKind.REJECT}
    found = []
    for claim in form.all("claim"):
        is_answer = claim in rejected and claim not in snapshot.claims and kind is JudgementKind.ACCEPT
        found.append(
            answer_rejection(rejected[claim], form.by)
            if is_answer
            else judge_claim(snapshot.record, kind, claim, form.by, {})
        )
    return found


def _edit(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    resolved = snapshot.claims.get(form.get("claim"))
    if resolved is None:
        raise JudgementError("this claim is not in the record any more")
    now = read_values(resolved, snapshot)
    changed = {name: form.get(name) for name in FIELDS if name in form.values and form.get(name) != now[name]}
    if not changed:
        raise JudgementError("nothing was changed; to say that the claim is right, accept it")
    return [judge_claim(snapshot.record, JudgementKind.EDIT, resolved.claim.id, form.by, changed)]


def _add(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    span = Span(_number(form.get("start")), _number(form.get("end")))
    fields = {name: form.get(name) for name in FIELDS if form.get(name)}
    return [add_claim_at(snapshot.record, form.get("document"), span, form.by, fields)]


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise JudgementError("the words to add were not found; select them again")
    return int(text)


def _date(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    return [date_document(snapshot.record, form.get("document"), form.get("day"), form.by)]


def _join(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    kind = JudgementKind(form.get("action"))
    names = form.all("name")
    main = form.get("main")
    ordered = [main, *(name for name in names if name != main)] if main else names
    return [join_names(snapshot.record, kind, form.get("what"), ordered, form.by)]


def _protect(form: Form, _snapshot: Snapshot) -> Sequence[Judgement]:
    return [protect_voice(form.all("name"), form.by)]


def _read(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    return [mark_read(snapshot.record, form.get("document"), form.by)]


def _assess(form: Form, snapshot: Snapshot) -> Sequence[Judgement]:
    return [assess_group(snapshot.record, form.get("group"), form.all("evidence"), form.by)]


def _undo(form: Form, _snapshot: Snapshot) -> Sequence[Judgement]:
    asked = form.all("judgement")
    if asked == [LAST]:
        own = [judgement.id for judgement in keep_active(form.known) if judgement.author == form.author]
        asked = own[-1:]
    return [undo_judgement(form.known, judgement, form.by) for judgement in asked]


DRAFTS: Mapping[str, Draft] = {
    "accept": _judge,
    "reject": _judge,
    "edit": _edit,
    "add": _add,
    "date": _date,
    "merge": _join,
    "split": _join,
    "private": _protect,
    "read": _read,
    "assess": _assess,
    "undo": _undo,
}

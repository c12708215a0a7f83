"""How does what a person decides become a line of `judgements.jsonl`?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.case.ids import find_id
from sayso.case.indexes import Index
from sayso.case.intakes import check_day
from sayso.errors import JudgementError
from sayso.model.judgements import Judgement
from sayso.model.kinds import ClaimKind, Extent, Hold, JudgementKind, Stance
from sayso.model.records import Record
from sayso.model.spans import Span
from sayso.text.countings import HOW_TO, read_countings, write_countings
from sayso.text.days import read_days
from sayso.text.extents import read_extent, write_extent

# What can be set of a claim. Empty words set it to "not said".
FIELDS = ("kind", "stance", "voice", "place", "time", "agent", "target", "figures", "holder", "extent", "hold")
# EDTF marks of doubt, which name no other days.
_UNSURE = str.maketrans("", "", "~?%")
THINGS = ("voice", "place", "group", "origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who decides, why, and when (ISO time)."""

    author: str
    reason: str
    made: str


def date_document(record: Record, document: str, day: str, by: By) -> Judgement:
    """Return the judgement that a document came out on `day`.

    Raises:
        UnknownIdError: when no one document is meant.
        InputError: when `day` is no day, or lies ahead.
    """
    index = Index(record)
    found = find_id(document, index.documents, "document")
    was = {"date": index.dates[found].published}
    return _draft(JudgementKind.DATE, by, document=found, was=was, fields={"date": check_day(day, "date")})


def judge_claim(record: Record, kind: JudgementKind, claim: str, by: By, fields: Mapping[str, str]) -> Judgement:
    """Return the judgement that a reading is right (accept), wrong (reject), or should say `fields` (edit).

    Raises:
        UnknownIdError: when no one claim is meant.
        JudgementError: when a field cannot be set, or not to this.
    """
    index = Index(record)
    resolved = index.claims[find_id(claim, index.claims, "claim")]
    return _draft(
        kind,
        by,
        document=resolved.claim.document,
        claim=resolved.claim.id,
        span=resolved.claim.span,
        quote=index.quote(resolved),
        claim_kind=resolved.claim.kind.value,
        was={
            "kind": resolved.claim.kind.value,
            "stance": resolved.stance.value,
            "voice": index.chain(resolved),
            "place": index.places(resolved) or None,
            "time": resolved.period.edtf,
            "agent": ", ".join(resolved.agents) or None,
            "target": ", ".join(resolved.targets) or None,
            "figures": write_countings(resolved.claim.figures) or None,
            "holder": resolved.holder,
            "extent": write_extent(resolved.claim.control) or None,
            "hold": resolved.claim.control.hold.value if resolved.claim.control else None,
        },
        fields=_check_fields(fields, needs_one=kind is JudgementKind.EDIT),
    )


def answer_rejection(rejection: Judgement, by: By) -> Judgement:
    """Return the judgement that a claim which somebody rejected is read right; the two then contradict each other."""
    return replace(
        rejection,
        id="",
        kind=JudgementKind.ACCEPT,
        author=by.author,
        reason=by.reason,
        made=by.made,
        previous="",
        hash="",
    )


def add_claim(record: Record, document: str, quote: str, by: By, fields: Mapping[str, str]) -> Judgement:
    """Return the judgement that a document says something sayso did not read; `quote` are its words there.

    Raises:
        UnknownIdError: when no one document is meant.
        JudgementError: when the words do not stand there once, or no kind is given.
    """
    index = Index(record)
    found = find_id(document, index.documents, "document")
    text = index.documents[found].text
    if not quote or text.count(quote) != 1:
        raise JudgementError(
            f"{quote!r} stands {text.count(quote) if quote else 0} times in {index.documents[found].file};"
            " quote words that stand there once, as they are written"
        )
    start = text.index(quote)
    return add_claim_at(record, found, Span(start, start + len(quote)), by, fields)


def add_claim_at(record: Record, document: str, span: Span, by: By, fields: Mapping[str, str]) -> Judgement:
    """Return the judgement that a document says something at `span` that sayso did not read.

    Raises:
        UnknownIdError: when no one document is meant.
        JudgementError: when there are no words at the span, or no kind is given.
    """
    index = Index(record)
    found = find_id(document, index.documents, "document")
    quote = span.read(index.documents[found].text) if 0 <= span.start < span.end else ""
    if len(quote) != span.length or not quote.strip():
        raise JudgementError(f"there are no words at {list(span)} of {index.documents[found].file}")
    if not fields.get("kind"):
        raise JudgementError(f"a new claim needs a kind: --set kind=KIND, one of {', '.join(ClaimKind)}")
    return _draft(
        JudgementKind.ADD,
        by,
        document=found,
        span=span,
        quote=quote,
        claim_kind=fields["kind"],
        fields=_check_fields(fields, needs_one=True),
    )


def mark_read(record: Record, document: str, by: By) -> Judgement:
    """Return the judgement that its author has read a document to the end.

    Raises:
        UnknownIdError: when no one document is meant.
    """
    return _draft(JudgementKind.READ, by, document=find_id(document, Index(record).documents, "document"))


def protect_voice(names: Sequence[str], by: By) -> Judgement:
    """Return the judgement that a voice, by all of its names, is a private person.

    Raises:
        JudgementError: when no name is given.
    """
    return _draft(JudgementKind.PRIVATE, by, fields={"what": "voice", "names": _at_least(1, names, "name")})


def join_names(record: Record, kind: JudgementKind, thing: str, names: Sequence[str], by: By) -> Judgement:
    """Return the judgement that names mean one voice or place (merge), or not the same (split).

    Groups and origins are named by id or its beginning; a claim's id stands for what it is in. A split names
    the claims that are to stand apart.

    Raises:
        UnknownIdError: when no one group, origin or claim is meant.
        JudgementError: when there are too few of them, or `thing` cannot be merged.
    """
    if thing not in THINGS:
        raise JudgementError(f"{thing!r} cannot be merged or split; it must be one of {', '.join(THINGS)}")
    if thing in {"voice", "place"}:
        return _draft(kind, by, fields={"what": thing, "names": _at_least(2, names, f"{thing}s to {kind}")})
    whole = {one.id for one in (record.groups if thing == "group" else record.origins)}
    claims = Index(record).claims
    found = [find_id(name, whole | claims.keys(), f"{thing} or claim") for name in names]
    fields = {"what": thing, "names": [f for f in found if f in whole], "claims": [f for f in found if f in claims]}
    if kind is JudgementKind.SPLIT:
        _at_least(1, fields["claims"], f"claim that is to stand apart from its {thing}")
    else:
        _at_least(2, found, f"{thing}s to merge")
    return _draft(kind, by, fields=fields)


def _at_least(least: int, names: Sequence[str], what: str) -> list[str]:
    if len(set(names)) < least:
        raise JudgementError(f"give {'two or more' if least == 2 else 'at least one'} {what}")
    return list(names)


def assess_group(record: Record, group: str, evidence: Sequence[str], by: By) -> Judgement:
    """Return the assessment that what a group of claims says happened; `group` is its id or that of a claim in it.

    `evidence` are the claims of the group that it rests on, all of them when none is named.

    Raises:
        UnknownIdError: when no one group or claim is meant.
        JudgementError: when a claim is not of the group.
    """
    index = Index(record)
    groups = {found.id: found for found in record.groups}
    found = find_id(group, groups.keys() | index.groups.keys(), "group or claim")
    meant = groups.get(found) or index.groups[found]
    claims = [find_id(claim, index.claims, "claim") for claim in evidence] or list(meant.members)
    for claim in claims:
        if claim not in meant.members:
            raise JudgementError(
                f"claim {claim} is not of the group {meant.id}; evidence is what the group's claims say"
            )
    return _draft(JudgementKind.ASSESS, by, claim=meant.members[0], fields={"group": meant.id, "evidence": claims})


def undo_judgement(judgements: Sequence[Judgement], judgement: str, by: By) -> Judgement:
    """Return the judgement that takes another one back; both stay in the file.

    Raises:
        UnknownIdError: when no one judgement is meant.
    """
    found = find_id(judgement, (known.id for known in judgements), "judgement")
    return _draft(JudgementKind.UNDO, by, undoes=found)


def _draft(kind: JudgementKind, by: By, **more: object) -> Judgement:
    if not by.author.strip():
        raise JudgementError("a judgement needs a name: give --author NAME, or set SAYSO_AUTHOR")
    if not by.reason.strip():
        raise JudgementError("a judgement needs a reason: give --reason WORDS")
    return Judgement(id="", kind=kind, author=by.author, reason=by.reason, made=by.made, **more)  # type: ignore[arg-type]


def _check_fields(fields: Mapping[str, str], *, needs_one: bool) -> dict[str, object]:
    allowed = {"kind": tuple(ClaimKind), "stance": tuple(Stance), "hold": tuple(Hold)}
    if needs_one and not fields:
        raise JudgementError(f"say what it should be: --set FIELD=VALUE, FIELD one of {', '.join(FIELDS)}")
    for field, value in fields.items():
        if field not in FIELDS:
            raise JudgementError(f"{field!r} cannot be set; FIELD is one of {', '.join(FIELDS)}")
        if field in allowed and value not in allowed[field] and not (field == "hold" and not value):
            raise JudgementError(f"{field} cannot be {value!r}; it is one of {', '.join(allowed[field])}")
    if fields.get("time") and read_days(fields["time"].translate(_UNSURE)) is None:
        raise JudgementError(
            f"time cannot be {fields['time']!r}; write it like 2013-07-29, 2013-07 or 2013-07-01/2013-07-04"
        )
    if read_countings(fields.get("figures") or "") is None:
        raise JudgementError(f"figures cannot be {fields['figures']!r}; {HOW_TO}")
    if fields.get("extent") and read_extent(fields["extent"]) is None:
        known = ", ".join(one for one in Extent if one is not Extent.SHARE)
        raise JudgementError(f"extent cannot be {fields['extent']!r}; it is one of {known}, or a share like 90%")
    # A chain may be typed with ">", the sign on every keyboard.
    return {field: (value.replace(">", "›") if field == "voice" else value) or None for field, value in fields.items()}

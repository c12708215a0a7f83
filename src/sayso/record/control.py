"""Who holds which place on which day, according to whom?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.kinds import Basis, ClaimKind, ControlBasis, Extent, Hold, Stance, VoiceKind
from sayso.model.records import ControlRow, Group
from sayso.model.resolved import DocumentDate, ResolvedClaim
from sayso.record.voices import Names

HOLDING = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
SHARES = {Extent.WHOLE: "100%", Extent.MOST: "most", Extent.PART: "part", Extent.PRESENCE: "part"}
CONTESTED = "contested"
_SAID = frozenset({Stance.ASSERTS, Stance.DENIES})
_HELD = frozenset({Hold.HELD, Hold.CONTESTED})
_ANNOUNCING = frozenset(
    {
        VoiceKind.STATE_MEDIA,
        VoiceKind.GOVERNMENT,
        VoiceKind.MILITARY,
        VoiceKind.ARMED_GROUP,
        VoiceKind.OPPOSITION,
        VoiceKind.UNNAMED_OFFICIAL,
    }
)
_SEEING = frozenset({VoiceKind.ACTIVIST, VoiceKind.MONITOR, VoiceKind.WITNESS, VoiceKind.RESIDENT, VoiceKind.MEDIC})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One statement of who holds one place."""

    place: str
    date: str | None
    voice: str
    name: str
    holder: str
    share: str | None
    resolved: ResolvedClaim


def find_control(
    claims: Sequence[ResolvedClaim], groups: Sequence[Group], dates: Sequence[DocumentDate], names: Names
) -> tuple[ControlRow, ...]:
    """Return one row per place, day, voice, holder and share, with the claims it rests on; "about" a day is that day.

    A denial gives "not wholly X", never "contested" or another holder. Doubts, hedges, expectations and
    conditions give no row. A claim without a day is dated by its document's.
    """
    published = {date.document: date.published for date in dates}
    holders = _known_holders(claims, groups)
    rows: dict[tuple[str, str, str, str, str], list[_Line]] = {}
    for resolved in (one for one in claims if one.claim.kind in HOLDING):
        for line in _lines(resolved, holders, published, names):
            key = (line.place, (line.date or "").rstrip("~"), line.voice, line.holder, line.share or "")
            rows.setdefault(key, []).append(line)
    made = [_row(lines, names) for lines in rows.values()]
    return tuple(sorted(made, key=lambda row: (row.place, row.date or "", row.voice, row.holder, row.share or "")))


def _lines(
    resolved: ResolvedClaim, holders: Mapping[str, str], published: Mapping[str, str | None], names: Names
) -> list[_Line]:
    claim, control = resolved.claim, resolved.claim.control
    is_said = resolved.stance in _SAID and claim.basis is not Basis.CONDITIONAL
    if not is_said or (control is not None and control.hold not in _HELD):
        return []
    holder = _holder(resolved, holders)
    if holder is None:
        return []
    return [
        _Line(
            place=place,
            date=resolved.period.edtf or published.get(claim.document),
            voice=names.voice_key(resolved),
            name=names.voice(resolved),
            holder=holder,
            share=None if resolved.stance is Stance.DENIES else _share(resolved),
            resolved=resolved,
        )
        for place in resolved.places
    ]


def _holder(resolved: ResolvedClaim, holders: Mapping[str, str]) -> str | None:
    control = resolved.claim.control
    holder = resolved.holder or holders.get(resolved.claim.id)
    if resolved.stance is Stance.DENIES:
        return f"not wholly {holder}" if holder else None
    return CONTESTED if control is not None and control.hold is Hold.CONTESTED else holder


def _share(resolved: ResolvedClaim) -> str | None:
    control = resolved.claim.control
    if control is None:
        return None
    if control.extent is Extent.SHARE and control.share is not None:
        return f"{control.share:g}%"
    return SHARES.get(control.extent)


def _known_holders(claims: Sequence[ResolvedClaim], groups: Sequence[Group]) -> dict[str, str]:
    """Return, for claims that name no holder, the only holder named in answers to the same question.

    "The fall of the town" and "the town has not fallen" speak of the one side said to have taken it, and so does
    "most of it is held"; of who holds a part nothing follows.
    """
    by_id = {resolved.claim.id: resolved for resolved in claims}
    named: dict[str, set[str]] = {}
    for group in groups:
        if group.kind in HOLDING:
            holders = {by_id[claim].holder for claim in group.members if claim in by_id}
            named.setdefault(group.matter, set()).update(holder for holder in holders if holder)
    only = {matter: min(holders) for matter, holders in named.items() if len(holders) == 1}
    return {
        claim: only[group.matter]
        for group in groups
        if group.matter in only
        for claim in group.members
        if claim in by_id and _is_of_the_whole(by_id[claim])
    }


def _is_of_the_whole(resolved: ResolvedClaim) -> bool:
    """Tell whether a claim without a holder speaks of the whole or most of a place, or denies that it was taken."""
    extent = resolved.claim.control.extent if resolved.claim.control is not None else Extent.UNSAID
    is_taking = resolved.claim.kind is ClaimKind.CONTROL_CHANGE or resolved.stance is Stance.DENIES
    is_large = extent in {Extent.WHOLE, Extent.MOST} or (extent is Extent.SHARE and _is_half(resolved))
    is_unsaid = extent is Extent.UNSAID or resolved.stance is Stance.DENIES
    return resolved.holder is None and (is_large or (is_taking and is_unsaid))


def _is_half(resolved: ResolvedClaim) -> bool:
    share = resolved.claim.control.share if resolved.claim.control is not None else None
    return share is not None and share >= 50


def _row(lines: Sequence[_Line], names: Names) -> ControlRow:
    first = min(lines, key=lambda line: (line.date or "").endswith("~"))
    control = first.resolved.claim.control
    return ControlRow(
        place=names.place(first.place),
        date=first.date,
        voice=first.name,
        holder=first.holder,
        extent=control.extent if control else Extent.UNSAID,
        share=first.share,
        hold=control.hold if control else Hold.HELD,
        basis=_basis([line.resolved for line in lines], names),
        claims=tuple(dict.fromkeys(line.resolved.claim.id for line in lines)),
    )


def _basis(claims: Sequence[ResolvedClaim], names: Names) -> ControlBasis:
    stated = [resolved for resolved in claims if resolved.claim.basis is Basis.STATED]
    if not stated:
        return ControlBasis.PRESUPPOSED
    voice = names.voices.get(stated[0].voice)
    kind = voice.kind if voice and stated[0].chain else None
    if kind in _ANNOUNCING:
        return ControlBasis.ANNOUNCED
    return ControlBasis.OBSERVED if kind in _SEEING else ControlBasis.ASSESSED

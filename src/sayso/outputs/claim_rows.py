"""What is the row of a claim?"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sayso.lexicons import read_toml
from sayso.lexicons.acled import read_event_types
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import NOT_CORE, Stance
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span
from sayso.outputs.lookup import Lookup
from sayso.outputs.reviews import NOT_REVIEWED

# A person set it.
EDITED = "resolution.edited"


def claim_rows(record: Record, lookup: Lookup) -> Iterator[dict[str, Any]]:
    """Yield a row per claim: who says what, where and when, with the exact words."""
    for resolved in record.claims:
        yield _said(resolved, lookup) | _happened(resolved, lookup) | _stands(resolved, lookup)


def tell_claim(resolved: ResolvedClaim, lookup: Lookup) -> dict[str, Any]:
    """Return what of the row of a claim does not hang on other claims: its words, who says them, where and when it was."""
    quote = resolved.claim.span.read(lookup.text(resolved.claim.document))
    return _said(resolved, lookup) | _happened(resolved, lookup) | {"quote": quote}


def _said(resolved: ResolvedClaim, lookup: Lookup) -> dict[str, Any]:
    claim = resolved.claim
    voices = [lookup.voices[key] for key in resolved.chain]
    return {
        "id": claim.id,
        "doc": claim.document,
        "span": list(claim.span),
        "sentence": list(claim.sentence),
        "kind": claim.kind.value,
        "alt_kinds": _other_kinds(resolved),
        "chain": [{"name": voice.name, "kind": voice.kind.value} for voice in voices],
        "attribution": {"source": _pair(claim.source_span), "cue": _pair(claim.cue_span)},
    }


def _happened(resolved: ResolvedClaim, lookup: Lookup) -> dict[str, Any]:
    claim, period = resolved.claim, resolved.period
    text = lookup.text(claim.document)
    stance = Stance.CONCEDES if resolved.against_interest and resolved.stance is Stance.ASSERTS else resolved.stance
    return {
        "actors": {"agent": _joined(resolved.agents), "target": _joined(resolved.targets)},
        "place": _place(resolved, lookup),
        "time": {"written": _pair(period.written), "edtf": period.edtf, "basis": period.basis.value},
        "figures": [_figure(figure, text) for figure in claim.figures],
        "stance": stance.value,
        "loaded": [list(span) for span in claim.loaded],
        "persons": [_person(person, text) for person in claim.persons],
        "event_type": read_event_types().get(claim.sub_event or ""),
        "sub_event_type": claim.sub_event,
    }


def _stands(resolved: ResolvedClaim, lookup: Lookup) -> dict[str, Any]:
    claim = resolved.claim
    text, group, origin = lookup.text(claim.document), lookup.groups.get(claim.id), lookup.origins.get(claim.id)
    return {
        "note": _note(resolved),
        "quote": claim.span.read(text),
        "context": claim.sentence.read(text),
        "basis": claim.basis.value,
        "question": group.question if group else None,
        "standing": group.standing.value if group and group.standing else None,
        "origin": origin.id if origin else None,
        "rule": claim.derived.rule if claim.derived else claim.frame,
        "labelled": list(resolved.labelled),
        "outlet": lookup.documents[claim.document].outlet,
        "published": lookup.days[claim.document],
        "reviewed": lookup.reviews.of_claim(claim.id) or NOT_REVIEWED,
    }


def _other_kinds(resolved: ResolvedClaim) -> list[str]:
    """Return the kind of the words themselves, where the weapon, the event or who was hit gave the claim another."""
    frame = _frames().get(resolved.claim.frame, {})
    is_bent = bool(frame.get("by_means") or frame.get("by_attack")) and resolved.claim.kind not in NOT_CORE
    own = str(frame.get("kind"))
    return [own] if is_bent and own != resolved.claim.kind and not resolved.reviewed else []


@cache
def _frames() -> Mapping[str, Mapping[str, Any]]:
    return {row["name"]: row for row in read_toml("frames")["frame"]}


def _note(resolved: ResolvedClaim) -> str | None:
    """Return what a person set: "set by a person: kind: shelling; place: Kadrin"."""
    told = dict.fromkeys(why.value for why in resolved.derived if why.rule == EDITED and why.value)
    return f"set by a person: {'; '.join(value for value in told if value)}" if told else None


def _place(resolved: ResolvedClaim, lookup: Lookup) -> dict[str, Any] | None:
    places = [lookup.places[key] for key in resolved.places]
    if not places:
        return None
    return {
        "written": _pair(resolved.place_written),
        "name": "; ".join(place.name for place in places),
        "within": places[0].within,
        "part_of": list(places[0].part_of),
        "country": places[0].country,
        "precision": places[0].precision.value if places[0].precision else None,
    }


def _figure(figure: ClaimFigure, text: str) -> dict[str, Any]:
    return {
        "span": list(figure.span),
        "what": figure.what.value,
        "of_whom": figure.of_whom,
        "low": whole_number(figure.low),
        "high": whole_number(figure.high),
        "bound": figure.bound.value,
        "words": figure.span.read(text),
        "scope": figure.scope.value,
        "by_rule": figure.by_rule,
    }


def _person(person: ClaimFigure, text: str) -> dict[str, Any]:
    return {
        "span": list(person.span),
        "what": person.what.value,
        "of_whom": person.of_whom,
        "words": person.span.read(text),
    }


def whole_number(number: float | None) -> float | int | None:
    """Return a number without ".0" when it is a whole one."""
    return int(number) if number is not None and number == int(number) else number


def _joined(names: tuple[str, ...]) -> str | None:
    return ", ".join(names) or None


def _pair(span: Span | None) -> list[int] | None:
    return list(span) if span else None

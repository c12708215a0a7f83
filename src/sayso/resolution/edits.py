"""What does a claim say after a person's decision?"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from sayso.model.claims import Claim, ClaimFigure, ControlReading, Reading
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.judgements import Judgement
from sayso.model.kinds import Bound, ClaimKind, Extent, Hold, JudgementKind, Stance, TimeBasis, VoiceKind
from sayso.model.resolved import Period, Place, ResolvedClaim, Voice
from sayso.model.spans import Span
from sayso.resolution.identities import key_of
from sayso.resolution.judged import Decision
from sayso.resolution.names import is_proper
from sayso.resolution.places import Gazetteer
from sayso.text.countings import has_number, read_countings
from sayso.text.days import read_days
from sayso.text.extents import read_extent
from sayso.text.spellings import plain

EDITED = name_rule("resolution.edited", "A person set this.")
ARROW = "›"
_REVIEWED = {JudgementKind.ACCEPT: "accepted", JudgementKind.EDIT: "edited"}
_ID_LENGTH = 16


@dataclass(slots=True)
class Register:
    """The voices and places of a case while people's decisions add to them; `own` are the documents' own voices."""

    gazetteer: Gazetteer
    voices: dict[str, Voice]
    own: Mapping[str, str]
    places: dict[str, Place] = field(default_factory=dict)

    def voice(self, name: str) -> str:
        """Return the key of the voice with a name, a new one when the case has none."""
        key = key_of(name)
        if key not in self.voices:
            named = next((v.key for v in self.voices.values() if key in {key_of(n) for n in v.names}), None)
            if named is not None:
                return named
            kind = VoiceKind.UNKNOWN
            self.voices[key] = Voice(key=key, name=name, kind=kind, is_named=is_proper(name), names=(name,))
        return key

    def place(self, name: str) -> str:
        """Return the key of the place with a name, a new one when the case has none."""
        found = self.gazetteer.find_name(name)
        if found is not None:
            return found
        key = plain(name).replace(" ", "-")
        derived = Derived(value=name, rule=EDITED)
        self.places.setdefault(key, Place(key=key, name=name, names=(name,), derived=derived))
        return key


def review(resolved: ResolvedClaim, decision: Decision, register: Register) -> ResolvedClaim:
    """Return a claim as a person accepted or edited it; `reviewed` tells which."""
    edited = _edit(resolved, decision.fields, register, decision.by) if decision.fields else resolved
    kind = JudgementKind.EDIT if decision.fields else decision.kind
    return replace(edited, reviewed=_REVIEWED[kind], reviewed_by=decision.by)


def _edit(resolved: ResolvedClaim, fields: Mapping[str, object], register: Register, author: str) -> ResolvedClaim:
    changes: dict[str, object] = {}
    derived = Derived(value="; ".join(f"{name}: {fields[name]}" for name in sorted(fields)), rule=EDITED, note=author)
    # The extent comes last: an empty one says that nothing is told of who holds the place, whatever else is set.
    for name, value in sorted(fields.items(), key=lambda pair: pair[0] == "extent"):
        text = str(value) if value else ""
        if name in _OF_CLAIM:
            claim = changes.get("claim", resolved.claim)
            changes["claim"] = _OF_CLAIM[name](claim, text)  # type: ignore[arg-type]
        elif name == "holder":
            changes["holder"] = text or None
        elif name == "stance" and text:
            changes |= _edit_stance(Stance(text))
        elif name in {"agent", "target"}:
            changes[f"{name}s"] = tuple(part.strip() for part in text.split(",") if part.strip())
        else:
            changes |= _edit_reference(name, text, register, register.own[resolved.claim.document])
    return replace(resolved, derived=(*resolved.derived, derived), **changes)  # type: ignore[arg-type]


def _edit_kind(claim: Claim, text: str) -> Claim:
    return replace(claim, kind=ClaimKind(text)) if text else claim


def _edit_figures(claim: Claim, text: str) -> Claim:
    """Return a claim that counts what a person wrote down; the words of each number stay those of the text.

    Whoever edits sees numbers alone: what the text counts by a word ("dozens") stays as it is.
    """
    numbers = [figure for figure in claim.figures if has_number(figure)]
    figures = [figure for figure in claim.figures if text and not has_number(figure)]
    for number, one in enumerate(read_countings(text) or ()):
        before = numbers[number] if number < len(numbers) else None
        bare = ClaimFigure(
            span=before.span if before else claim.span,
            what=one.what,
            of_whom=one.of_whom,
            low=one.low,
            high=one.high,
            bound=one.bound,
            scope=one.scope,
            by_rule=one.bound is Bound.VAGUE,
        )
        figures.append(_keep_marks(bare, before) if before else bare)
    return replace(claim, figures=tuple(figures))


def _keep_marks(figure: ClaimFigure, before: ClaimFigure) -> ClaimFigure:
    return replace(
        figure,
        is_part=before.is_part,
        is_additional=before.is_additional,
        in_part=before.in_part,
        is_former=before.is_former,
    )


def _edit_extent(claim: Claim, text: str) -> Claim:
    """Return a claim that says of how much of a place somebody holds; nothing where a person left that empty."""
    extent = read_extent(text)
    if extent is None:
        return replace(claim, control=None)
    control = replace(_control_of(claim), extent=extent[0], share=extent[1], share_written=None)
    return replace(claim, control=control)


def _edit_hold(claim: Claim, text: str) -> Claim:
    return replace(claim, control=replace(_control_of(claim), hold=Hold(text))) if text else claim


def _control_of(claim: Claim) -> ControlReading:
    return claim.control or ControlReading(extent=Extent.UNSAID, hold=Hold.HELD)


_OF_CLAIM: Mapping[str, Callable[[Claim, str], Claim]] = {
    "kind": _edit_kind,
    "figures": _edit_figures,
    "extent": _edit_extent,
    "hold": _edit_hold,
}


def split_chain(text: str) -> list[str]:
    """Return the names of a chain of voices as a person writes it: "an agency › an official"."""
    return [part.strip() for part in text.split(ARROW) if part.strip()]


def _edit_stance(stance: Stance) -> dict[str, object]:
    """Return the fields of a stance that a person set: who concedes asserts something against his interest."""
    if stance is Stance.CONCEDES:
        return {"stance": Stance.ASSERTS, "against_interest": True}
    return {"stance": stance, "against_interest": False}


def _edit_reference(name: str, text: str, register: Register, own: str) -> dict[str, object]:
    if name == "place":
        keys = tuple(register.place(part.strip()) for part in text.split(";") if part.strip())
        return {"places": keys, "place_derived": Derived(value=text, rule=EDITED)}
    if name == "time":
        is_date = read_days(text.replace("~", "").replace("?", "")) is not None
        basis = TimeBasis.STATED if is_date else TimeBasis.NONE
        edtf = text if is_date else None
        return {"period": Period(edtf=edtf, basis=basis, derived=Derived(value=edtf, rule=EDITED))}
    if name == "voice":
        chain = tuple(map(register.voice, split_chain(text)))
        return {"chain": chain, "voice": chain[-1]} if chain not in {(), (own,)} else {"chain": (), "voice": own}
    return {}


def add_claim(judgement: Judgement, reading: Reading, register: Register) -> ResolvedClaim | None:
    """Return the claim that a person read where the machine read none; None when its words do not stand there."""
    text, span = reading.document.text, judgement.span
    if span is None or judgement.claim_kind not in set(ClaimKind) or (judgement.quote or "") != span.read(text):
        return None
    digest = hashlib.sha256(f"{reading.document.id} {tuple(span)} {judgement.claim_kind} {judgement.id}".encode())
    claim = Claim(
        id=digest.hexdigest()[:_ID_LENGTH],
        document=reading.document.id,
        span=span,
        sentence=_sentence(reading, span),
        kind=ClaimKind(judgement.claim_kind),
        frame="judged",
    )
    evidence = Evidence(document=reading.document.id, span=span, quote=span.read(text))
    bare = ResolvedClaim(
        claim=claim,
        chain=(),
        voice=register.own[reading.document.id],
        agents=(),
        targets=(),
        places=(),
        place_written=None,
        place_derived=None,
        period=Period(edtf=None, basis=TimeBasis.NONE),
        stance=Stance.ASSERTS,
        reviewed="added",
        reviewed_by=judgement.author,
        derived=(Derived(value=None, rule=EDITED, evidence=(evidence,), note=judgement.reason),),
    )
    return _edit(bare, judgement.fields, register, judgement.author)


def _sentence(reading: Reading, span: Span) -> Span:
    sentences = (sentence for passage in reading.passages for sentence in passage.sentences)
    return next((sentence for sentence in sentences if sentence.holds(span)), span)

"""Where did the claims of a group first come from, and how many independent origins are there at least, at most?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.linking.gatherings import Gathering
from sayso.linking.groups import make_id
from sayso.linking.responses import Response
from sayso.linking.tellers import Teller
from sayso.linking.testimony import RELIANCES
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import Basis, Stance, VoiceKind
from sayso.model.records import Origin
from sayso.model.resolved import ResolvedClaim, Voice
from sayso.text.memories import Memory

SAME_TEXT = name_rule("linking.shared_text", "Both documents print the same text, so both go back to one origin.")
SAME_BODY = name_rule(
    "linking.same_institution", "These voices speak for one body, and what one body says is one origin."
)
SAME_VOICE = name_rule("linking.same_voice", "The same voice says it several times: one origin.")
SAME_INFORMANT = name_rule(
    "linking.same_informant",
    "A voice that is not named may be the named one of its kind, or the same as another unnamed one: "
    "at least they count one.",
)
SUMMED_UP = name_rule(
    "linking.summed_up",
    "A headline names a class of voices only, and the text below it one of them who says the same: it sums that up.",
)
DRAWS_ON = name_rule("linking.draws_on", "The case says that this voice collects from the other.")
OWN_MENTION = name_rule(
    "linking.own_mention",
    "An outlet's or agency's own mention without a source adds no origin; several of them may share one.",
)
TAKEN_FOR_GRANTED = name_rule(
    "linking.taken_for_granted",
    "Taken for granted, put under a condition, hedged or expected: it belongs to the question and adds no origin.",
)
_CLASS = "class "
_SAID = frozenset({Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS})


@dataclass(slots=True)
class _Source:
    """One origin in the making."""

    key: str
    name: str
    voice: Voice | None
    claims: list[ResolvedClaim] = field(default_factory=list)
    is_explicit: bool = False
    reasons: dict[str, Derived] = field(default_factory=dict)


def find_origins(gathering: Gathering, tellers: Mapping[str, Teller], memory: Memory) -> tuple[Origin, ...]:
    """Return the origins of a group's claims, each claim in one; `tellers` are by the id of the claim.

    Voices of one institution, one named voice, and claims in shared text are one origin for certain.
    What one may rest on stands in `draws_on` and lowers only the lower bound.
    """
    told = tuple(map(tellers.__getitem__, gathering.claim_ids))
    return memory.recall(_trace, gathering.id, gathering, told)


def _trace(gathering: Gathering, told: tuple[Teller, ...]) -> tuple[Origin, ...]:
    return trace_origins(gathering, dict(zip(gathering.claim_ids, told, strict=True)))


def trace_origins(gathering: Gathering, tellers: Mapping[str, Teller]) -> tuple[Origin, ...]:
    """Return the origins of a group's claims, as `find_origins` does."""
    sources = list(_merge(gathering, tellers).values())
    draws = _reliances(sources)
    ids = {source.key: make_id("origin", gathering.id, source.key) for source in sources}
    return tuple(
        Origin(
            id=ids[source.key],
            group=gathering.id,
            name=source.name,
            claims=tuple(resolved.claim.id for resolved in source.claims),
            reasons=(*source.reasons.values(), *(why for _, why in draws.get(source.key, ()))),
            draws_on=tuple(sorted({ids[other] for other, _ in draws.get(source.key, ())})),
            is_explicit=source.is_explicit,
        )
        for source in sources
    )


def _merge(gathering: Gathering, tellers: Mapping[str, Teller]) -> dict[str, _Source]:
    told = {r.resolved.claim.id: (r, tellers[r.resolved.claim.id]) for r in gathering.responses}
    keys: dict[str, str] = {}
    sources: dict[str, _Source] = {}
    for response, teller in sorted(told.values(), key=lambda one: (one[1].first is not None, one[0].order)):
        quoted = _find_quoted(response.resolved, teller, told.values())
        first = quoted or teller
        key = keys.get(teller.first or "", first.body.key)
        is_copy = teller.first in keys
        keys[response.resolved.claim.id] = key
        source = sources.setdefault(key, _Source(key=key, name=first.body.name, voice=first.voice))
        if quoted is not None:
            _note(source, SUMMED_UP)
        source.claims.append(response.resolved)
        _explain(source, response.resolved, is_copy=is_copy)
    return sources


def _find_quoted(claim: ResolvedClaim, teller: Teller, told: Iterable[tuple[Response, Teller]]) -> Teller | None:
    """Return who says in the text what its headline gives to a class ("..., say activists"), None where nobody does."""
    voice = teller.voice
    if not teller.is_headed or voice is None or not teller.body.key.startswith(_CLASS):
        return None
    below = (
        (response.order, other)
        for response, other in told
        if not other.is_headed and response.resolved.claim.document == claim.claim.document
    )
    named = [one for one in below if one[1].voice and one[1].voice.is_named and one[1].voice.kind is voice.kind]
    return min(named, key=lambda one: one[0], default=(None, None))[1]


def _explain(source: _Source, resolved: ResolvedClaim, *, is_copy: bool) -> None:
    """Note why the claim belongs to the origin, and whether it makes the origin count."""
    is_said = resolved.claim.basis is Basis.STATED and resolved.stance in _SAID
    is_own = source.key.startswith("own ")
    if is_own:
        _note(source, OWN_MENTION)
    elif not is_said:
        _note(source, TAKEN_FOR_GRANTED)
    source.is_explicit = source.is_explicit or (is_said and not is_own)
    if is_copy:
        _note(source, SAME_TEXT)
    elif len(source.claims) > 1 and not is_own:
        is_body = source.key.startswith("body ") and len({claim.voice for claim in source.claims}) > 1
        _note(source, SAME_BODY if is_body else SAME_VOICE)


def _note(source: _Source, rule: str) -> None:
    source.reasons.setdefault(rule, Derived(value=source.name, rule=rule))


def _reliances(sources: Sequence[_Source]) -> dict[str, list[tuple[str, Derived]]]:
    """Return, by key of an origin, the keys of those it may rest on, with the reasons.

    Only the first of each kind is named, the one published first: that is enough for the lower bound, also
    when later documents are left out, and keeps the cost linear.
    """
    counting = [source for source in sources if source.is_explicit and source.voice]
    found: dict[str, list[tuple[str, Derived]]] = {}
    firsts = _firsts(counting)
    by_voice = {name: source.key for source in counting for name in _names(source)}
    for source in counting:
        voice = source.voice
        if voice is None:
            continue
        reasons = [(by_voice[key], DRAWS_ON) for key in voice.draws_on if key in by_voice]
        reasons += _same_informants(source, voice, firsts)
        reasons += _by_kind(source, voice, firsts)
        kept = {key: rule for key, rule in reversed(reasons) if key != source.key}
        found[source.key] = [(key, Derived(value=source.name, rule=rule)) for key, rule in sorted(kept.items())]
    return found


def _names(source: _Source) -> list[str]:
    keys = [resolved.voice for resolved in source.claims]
    return [*keys, *((source.voice.name, *source.voice.names) if source.voice else ())]


def _firsts(sources: Sequence[_Source]) -> dict[tuple[VoiceKind, bool], str]:
    """Return the first origin of each kind, named and unnamed apart; sources come in order of publication."""
    firsts: dict[tuple[VoiceKind, bool], str] = {}
    for source in sources:
        if source.voice:
            firsts.setdefault((source.voice.kind, _is_class(source)), source.key)
    return firsts


def _is_class(source: _Source) -> bool:
    return source.key.startswith(_CLASS)


def _same_informants(source: _Source, voice: Voice, firsts: dict[tuple[VoiceKind, bool], str]) -> list[tuple[str, str]]:
    if not _is_class(source):
        return []
    keys = (firsts.get((voice.kind, False)), firsts.get((voice.kind, True)))
    return [(key, SAME_INFORMANT) for key in keys if key is not None]


def _by_kind(source: _Source, voice: Voice, firsts: dict[tuple[VoiceKind, bool], str]) -> list[tuple[str, str]]:
    reliance = RELIANCES.get(voice.kind)
    if reliance is None:
        return []
    found = []
    for (kind, is_class), key in firsts.items():
        other = RELIANCES.get(kind)
        is_lower = (other.rank if other else 0) < reliance.rank
        # Two of one kind: the later named one may rest on the first named one, never the other way round.
        is_first_of_kind = kind is voice.kind and not is_class and not _is_class(source)
        if key != source.key and kind in reliance.on and (is_lower or is_first_of_kind):
            found.append((key, reliance.rule))
    return found

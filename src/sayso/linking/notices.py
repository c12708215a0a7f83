"""Which claims does a correction notice take back, and which does it put in their place?"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from sayso.linking.dossiers import Dossier
from sayso.model.kinds import Stance, VoiceKind
from sayso.model.resolved import ResolvedClaim

_PRINTED = frozenset({VoiceKind.OUTLET, VoiceKind.UNKNOWN, VoiceKind.UNNAMED_SOURCE})


def find_corrected(dossier: Dossier) -> Mapping[str, tuple[ResolvedClaim, ...]]:
    """Return, by id of a claim that a correction notice takes back, the claims that the notice puts in its place.

    Inside a notice, what "an earlier version said" or "our report said" is taken back; claims after it of the
    same kind, up to the next thing taken back, stand in its place.
    """
    found: dict[str, tuple[ResolvedClaim, ...]] = {}
    for told in _by_notice(dossier):
        back = [number for number, one in enumerate(told) if _is_printed(one, dossier)]
        for number, end in pairwise([*back, len(told)]):
            taken = told[number]
            found[taken.claim.id] = tuple(one for one in told[number + 1 : end] if one.claim.kind is taken.claim.kind)
    return MappingProxyType(found)


def _by_notice(dossier: Dossier) -> Iterator[list[ResolvedClaim]]:
    """Yield the claims of each notice, in reading order."""
    for notice in dossier.document.notices:
        yield [one for one in dossier.claims if notice.span.shares(one.claim.span)]


def _is_printed(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether it is said by what was printed before, and not by somebody who can be asked."""
    voice = dossier.voices.get(resolved.voice)
    is_told = resolved.stance in {Stance.ASSERTS, Stance.HEDGES, Stance.DENIES}
    return bool(resolved.chain) and voice is not None and voice.kind in _PRINTED and is_told

"""Which claims does a correction notice take back, and which does it put in their place?"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from sayso.linking.library import Library
from sayso.model.kinds import Stance, VoiceKind
from sayso.model.resolved import ResolvedClaim

_PRINTED = frozenset({VoiceKind.OUTLET, VoiceKind.UNKNOWN, VoiceKind.UNNAMED_SOURCE})


def find_corrected(library: Library) -> Mapping[str, tuple[ResolvedClaim, ...]]:
    """Return, by id of a claim that a correction notice takes back, the claims that the notice puts in its place.

    Inside a notice, what "an earlier version said" or "our report said" is taken back; claims after it of the
    same kind, up to the next thing taken back, stand in its place.
    """
    found: dict[str, tuple[ResolvedClaim, ...]] = {}
    for told in _by_notice(library):
        back = [number for number, one in enumerate(told) if _is_printed(one, library)]
        for number, end in pairwise([*back, len(told)]):
            taken = told[number]
            found[taken.claim.id] = tuple(one for one in told[number + 1 : end] if one.claim.kind is taken.claim.kind)
    return MappingProxyType(found)


def _by_notice(library: Library) -> Iterator[list[ResolvedClaim]]:
    """Yield the claims of each notice, in reading order."""
    noticed = {one.id for one in library.documents_in_order if one.notices}
    claims = sorted((one for one in library.resolution.claims if one.claim.document in noticed), key=library.order)
    for document in sorted(noticed):
        for notice in library.documents[document].notices:
            yield [one for one in claims if one.claim.document == document and notice.span.shares(one.claim.span)]


def _is_printed(resolved: ResolvedClaim, library: Library) -> bool:
    """Tell whether it is said by what was printed before, and not by somebody who can be asked."""
    voice = library.voices.get(resolved.voice)
    is_told = resolved.stance in {Stance.ASSERTS, Stance.HEDGES, Stance.DENIES}
    return bool(resolved.chain) and voice is not None and voice.kind in _PRINTED and is_told

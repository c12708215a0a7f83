"""Who stands behind each claim, and which claim does it repeat?"""

from collections.abc import Mapping
from typing import NamedTuple

from sayso.linking.dossiers import Dossier
from sayso.linking.echoes import Echoes
from sayso.linking.library import Library
from sayso.linking.principals import Principal, find_principals
from sayso.model.kinds import VoiceKind
from sayso.model.resolved import ResolvedClaim, Voice


class Teller(NamedTuple):
    """Who stands behind an answer: the body it goes back to, its voice, and the claim that it repeats in copied text.

    `is_headed` tells whether it stands in the headline of its document.
    """

    body: Principal
    voice: Voice | None
    first: str | None
    is_headed: bool = False


def find_tellers(echoes: Echoes, library: Library) -> Mapping[str, Teller]:
    """Return who stands behind each claim, by its id; `echoes` are the claims of copied text with those they repeat."""
    found: dict[str, Teller] = {}
    for dossier in library.dossiers:
        name = dossier.document.id
        found.update(library.memory.recall(_find, name, dossier, echoes.get(name, ())))
    return found


def is_off_record(resolved: ResolvedClaim, voice: Voice | None) -> bool:
    """Tell whether an official without a name says it, not the body that he is of."""
    return bool(resolved.chain) and voice is not None and voice.kind is VoiceKind.UNNAMED_OFFICIAL


def _find(dossier: Dossier, repeated: tuple[tuple[str, str], ...]) -> Mapping[str, Teller]:
    firsts, bodies, title = dict(repeated), find_principals(dossier), dossier.document.title_span
    return {
        one.claim.id: Teller(
            bodies[one.claim.id],
            dossier.voices.get(one.voice),
            firsts.get(one.claim.id),
            is_headed=title is not None and title.holds(one.claim.span),
        )
        for one in dossier.claims
    }

"""Whose word is a claim, as far as its innermost voice tells?"""

from collections.abc import Mapping
from typing import NamedTuple

from sayso.linking.dossiers import Dossier
from sayso.linking.testimony import OFFICIALS, OWN_VOICES
from sayso.linking.versions import name_page
from sayso.model.documents import Document
from sayso.model.resolved import ResolvedClaim, Voice


class Principal(NamedTuple):
    """Whoever a claim goes back to: what tells it from others, and its name."""

    key: str
    name: str


def find_principals(dossier: Dossier) -> Mapping[str, Principal]:
    """Return the body that each claim of a document goes back to, by the id of the claim."""
    return {resolved.claim.id: _find(resolved, dossier) for resolved in dossier.claims}


def _find(resolved: ResolvedClaim, dossier: Dossier) -> Principal:
    """Return the body a claim goes back to, as far as its innermost voice tells.

    An unnamed class of people is another one in each page, save where one agency relays it; an official
    without a name whom a body's own media relay speaks for that body.
    """
    document = dossier.document
    voice = dossier.voices.get(resolved.voice)
    if voice is not None and voice.institution:
        return Principal(f"body {voice.institution}", voice.institution)
    if not resolved.chain or voice is None or voice.kind in OWN_VOICES:
        return _identify_own(resolved, voice, document)
    if voice.is_named:
        return Principal(f"voice {voice.key}", voice.name)
    relay = resolved.chain[-2] if len(resolved.chain) > 1 else None
    relaying = dossier.voices.get(relay) if relay else None
    body = relaying.institution if relaying else None
    if body and voice.kind in OFFICIALS:
        return Principal(f"body {body}", body)
    agency = document.agencies[0] if document.agencies else None
    return Principal(f"class {voice.key} {relay or agency or name_page(document)}", voice.name)


def _identify_own(resolved: ResolvedClaim, voice: Voice | None, document: Document) -> Principal:
    """Return an outlet or agency that speaks itself; in a wire copy that is the agency."""
    if resolved.chain:
        name = voice.name if voice else resolved.voice
    else:
        agency = document.agencies[0] if document.agencies else None
        name = agency or document.outlet or (voice.name if voice else "outlet")
        if not (agency or document.outlet):
            return Principal(f"own {name_page(document)}", name)
    return Principal(f"own {name}", name)

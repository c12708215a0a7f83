"""Who did it, as far as questions tell agents apart, and is it the speaker who was hit?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.linking.dossiers import Dossier
from sayso.linking.wording import STEM, find_stems
from sayso.model.resolved import ResolvedClaim

OPPOSITION = "opposition"
CAMPS = frozenset({"government", OPPOSITION})


def find_party(resolved: ResolvedClaim, dossier: Dossier) -> str | None:
    """Return what tells the agents of one question apart: a camp with its country, else the name.

    "The army", "government forces" and "troops" of one country are one party, and so are rebels of any name.
    """
    if not resolved.agents:
        return None
    name, mention = resolved.agents[0], resolved.claim.agent
    # An agent that the words only imply is of the camp that others name it with.
    camp = mention.camp if mention is not None and mention.camp in CAMPS else dossier.camps.get(name)
    if camp not in CAMPS:
        return name
    return camp if camp == OPPOSITION else f"{camp} {name.split()[0].casefold()[:STEM]}"


def is_hit(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether who speaks was, by name or body, the one it was done to: named as target, or in the claim's words."""
    voice = dossier.voices.get(resolved.voice)
    if voice is None or not resolved.agents:
        return False
    own = find_stems(" ".join((voice.name, voice.institution or ""))) - _shared()
    done = {stem for agent in resolved.agents for stem in find_stems(agent)}
    hit = find_stems(" ".join((*resolved.targets, dossier.quote(resolved))))
    return own.isdisjoint(done) and not own.isdisjoint(hit)


@cache
def _shared() -> frozenset[str]:
    return frozenset(word[:STEM] for word in read_toml("matters")["bodies"]["shared"])

"""Who did it, as far as questions tell agents apart, and is it the speaker who was hit?"""

from sayso.linking.pages import Page
from sayso.linking.wording import STEM, find_stems
from sayso.model.resolved import ResolvedClaim

OPPOSITION = "opposition"
CAMPS = frozenset({"government", OPPOSITION})
# Words that many bodies share tell nothing of which body it is.
_SHARED = frozenset(word[:STEM] for word in ("army", "forces", "military", "government", "ministry", "state", "police"))


def find_party(resolved: ResolvedClaim) -> str | None:
    """Return what tells the agents of one question apart: a camp with its country, else the name.

    "The army", "government forces" and "troops" of one country are one party, and so are rebels of any name.
    """
    if not resolved.agents:
        return None
    name, mention = resolved.agents[0], resolved.claim.agent
    if mention is None or mention.camp not in CAMPS:
        return name
    return mention.camp if mention.camp == OPPOSITION else f"{mention.camp} {name.split()[0].casefold()[:STEM]}"


def is_hit(resolved: ResolvedClaim, page: Page) -> bool:
    """Tell whether who speaks was, by name or body, the one it was done to: named as target, or in the claim's words."""
    voice = page.voices.get(resolved.voice)
    if voice is None or not resolved.agents:
        return False
    own = find_stems(" ".join((voice.name, voice.institution or ""))) - _SHARED
    done = {stem for agent in resolved.agents for stem in find_stems(agent)}
    hit = find_stems(" ".join((*resolved.targets, page.quote(resolved))))
    return own.isdisjoint(done) and not own.isdisjoint(hit)

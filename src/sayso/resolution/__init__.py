"""Which place, day, voice and party does each claim mean?"""

from sayso.resolution.claims import resolve_claims
from sayso.resolution.ties import could_tie, untie
from sayso.resolution.world_places import WorldPlace, Written, choose_places

__all__ = ["WorldPlace", "Written", "choose_places", "could_tie", "resolve_claims", "untie"]

"""Which place, day, voice and party does each claim mean?"""

from sayso.resolution.claims import resolve_claims
from sayso.resolution.ties import could_tie, untie

__all__ = ["could_tie", "resolve_claims", "untie"]

"""Which place, day, voice and party does each claim mean?"""

from sayso.resolution.claims import resolve_claims

__all__ = ["resolve_claims"]

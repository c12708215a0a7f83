"""Which claims answer one question, and which go back to one origin?"""

from sayso.linking.links import link_claims

__all__ = ["link_claims"]

"""Whom do he, the group and a surname mean, and which names are there?"""

from sayso.reference.layer import find_referents
from sayso.reference.naming import find_names

__all__ = ["find_names", "find_referents"]

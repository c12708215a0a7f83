"""Whom do he, the group and a surname mean?"""

from sayso.reference.layer import find_referents

__all__ = ["find_referents"]

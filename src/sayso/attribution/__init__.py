"""Who is said to say what?"""

from sayso.attribution.layer import find_attributions

__all__ = ["find_attributions"]

"""What times, places, parties and figures are named?"""

from sayso.mentions.layer import find_mentions

__all__ = ["find_mentions"]

"""What times, places, parties and figures are named?"""

from sayso.mentions.geographic_names import GeographicName, find_geographic_names
from sayso.mentions.layer import find_mentions

__all__ = ["GeographicName", "find_geographic_names", "find_mentions"]

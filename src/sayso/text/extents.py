"""How does a person write down how much of a place is held: "most", "90%"?"""

from sayso.model.claims import ControlReading
from sayso.model.kinds import Extent


def read_extent(text: str) -> tuple[Extent, float | None] | None:
    """Return how much is meant, with the share in percent where one is given; None when it cannot be read.

    >>> read_extent("most"), read_extent("90%"), read_extent("a lot")
    ((<Extent.MOST: 'most'>, None), (<Extent.SHARE: 'share'>, 90.0), None)
    """
    if text in set(Extent) - {Extent.SHARE}:
        return Extent(text), None
    digits = text.removesuffix("%").strip()
    is_share = text.endswith("%") and digits.replace(".", "", 1).isdigit() and digits.isascii()
    return (Extent.SHARE, float(digits)) if is_share and 0 <= float(digits) <= 100 else None


def write_extent(control: ControlReading | None) -> str:
    """Return how much of a place a claim says is held, as a person would write it down; empty when it says nothing of that."""
    if control is None:
        return ""
    return (
        f"{control.share:g}%" if control.extent is Extent.SHARE and control.share is not None else control.extent.value
    )

import pytest

from sayso.model.claims import ControlReading
from sayso.model.kinds import Extent, Hold
from sayso.text.extents import read_extent, write_extent


@pytest.mark.parametrize("text", [*(one.value for one in Extent if one is not Extent.SHARE), "90%", "12.5%"])
def test_how_much_is_held_is_written_and_read_again(text: str):
    extent, share = read_extent(text)
    assert write_extent(ControlReading(extent=extent, share=share, hold=Hold.HELD)) == text


@pytest.mark.parametrize("text", ["", "share", "much", "110%", "-4%", "x%"])
def test_what_is_no_extent_is_not_guessed(text: str):
    assert read_extent(text) is None

import pytest

from sayso.case.wishes import read_wishes
from sayso.errors import InputError
from sayso.model.kinds import ClaimKind, Standing
from sayso.model.settings import Settings, SideEntry

REFUSED = [
    ({"on": "yesterday"}, "on 'yesterday' is no day"),
    ({"as_of": "2013-13"}, "as-of '2013-13' is no day"),
    ({"kind": "war"}, "no kind is called 'war'; there are control_change"),
    ({"standing": "true"}, "no standing is called 'true'"),
]


@pytest.mark.parametrize(("wishes", "message"), REFUSED)
def test_a_wish_that_makes_no_sense_is_refused(wishes, message: str):
    with pytest.raises(InputError, match=message):
        read_wishes(wishes, Settings())


def test_words_of_closed_lists_may_be_written_with_spaces():
    asked = read_wishes({"kind": "air strike", "standing": "single_origin", "on": "2013-07"}, Settings())
    assert (asked.kind, asked.standing, asked.on) == (ClaimKind.AIR_STRIKE, Standing.SINGLE_ORIGIN, "2013-07")


def test_opposed_sides_come_from_the_settings():
    settings = Settings(sides=(SideEntry(name="north", opposed=("south", "west")),))
    assert read_wishes({}, settings).opposed == (("north", "south"), ("north", "west"))

import pytest

from sayso.claims import find_claims

# Text, extent, hold, whether the holder is the target.
CASES = (
    ("The army captured the entire town.", "whole", "held", False),
    ("Rebels control most of the province.", "most", "held", False),
    ("Rebels hold parts of the province.", "part", "held", False),
    ("The army captured Tarnova.", "unsaid", "held", False),
    ("The army took the last districts of the town.", "whole", "held", False),
    ("Rebels hold the last districts of the town.", "part", "held", False),
    ("The army took much of the town.", "part", "held", False),
    ("The army took the Muslim-majority town of Selmar.", "unsaid", "held", False),
    ("Rebels hold a majority of the town.", "most", "held", False),
    ("The rebels lost the town.", "unsaid", "held", True),
    ("The army is struggling to control the valley.", "unsaid", "contested", False),
    ("The army has besieged the city.", "unsaid", "besieged", False),
    ("The army patrols the old town.", "presence", "held", False),
    ("The army has a foothold in parts of the old town.", "presence", "held", False),
    ("Rebels hold two streets of the old town.", "part", "held", False),
    ("The army has a foothold in the old town.", "presence", "held", False),
    ("Rebels hold the north of the town.", "part", "held", False),
    ("Rebels hold the whole western half of the town.", "part", "held", False),
    ("Soldiers are in the old town.", "presence", "held", False),
)


@pytest.mark.parametrize(("text", "extent", "hold", "is_target"), CASES)
def test_extent_and_hold_are_read_from_the_words(read, text, extent, hold, is_target):
    control = find_claims(read(text))[0].control
    assert (control.extent, control.hold, control.holder_is_target) == (extent, hold, is_target)


# Text, and how much of the place is held: where those come from who took it says nothing of that.
TAKERS = (
    ("Fighters from the north of the country captured Tarnova.", "unsaid"),
    ("Troops of the western flank retook Tarnova.", "unsaid"),
    ("Troops of the western flank retook the north of Tarnova.", "part"),
    ("The north of Tarnova fell to troops from Selmar.", "part"),
)


@pytest.mark.parametrize(("text", "extent"), TAKERS)
def test_where_those_come_from_who_took_a_place_is_no_part_of_it(read, text, extent):
    held = [claim.control.extent for claim in find_claims(read(text)) if claim.control]
    assert held == [extent]


# Text, and how much of the place the first claim says is held: who holds a site in a town holds a part of it.
SITES = (
    ("Rebels captured the barracks in Tarnova.", "part"),
    ("The army retook the market in Tarnova.", "part"),
    ("The bridge in Tarnova is in rebel hands.", "part"),
    ("Rebels seized a district of Tarnova.", "part"),
    ("Rebels seized three villages near Tarnova.", "part"),
    ("Rebels captured the town of Tarnova.", "unsaid"),
    ("The army took Tarnova dam.", "unsaid"),
    ("Shells hit Tarnova dam. Rebels captured the dam.", "unsaid"),
    ("The army retook all of Tarnova.", "whole"),
    ("Rebels hold eastern Tarnova.", "part"),
    ("Rebels have taken most of eastern Tarnova.", "part"),
    ("Rebels hold East Tarnova.", "unsaid"),
    ("The army gave up the station and the eastern quarter of Tarnova.", "part"),
    ("Soldiers are camped in the western market of Tarnova.", "part"),
    ("Soldiers are camped in the town of Tarnova.", "unsaid"),
    ("The army flag is on the town hall of Tarnova.", "part"),
    ("The eastern bank of Tarnova changed hands.", "part"),
    ("Tarnova changed hands.", "unsaid"),
)


@pytest.mark.parametrize(("text", "extent"), SITES)
def test_a_site_in_a_town_is_a_part_of_it(read, text, extent):
    held = [claim.control.extent for claim in find_claims(read(text)) if claim.control]
    assert held == [extent]


def test_the_side_of_a_sentence_before_is_none_of_this_one(read):
    controls = [
        c.control for c in find_claims(read("Rebels hold eastern Tarnova. They control the whole town.")) if c.control
    ]
    assert controls[-1].extent == "whole"


def test_a_percentage_is_a_share(read):
    control = find_claims(read("Rebels hold 80 percent of the town."))[0].control
    assert (control.extent, control.share) == ("share", 80.0)


def test_a_hedge_before_a_share_is_no_preposition(read):
    control = find_claims(read("The army now controls about 70 percent of the town."))[0].control
    assert (control.extent, control.share) == ("share", 70.0)


def test_half_of_a_place_is_a_share(read):
    control = find_claims(read("The army took half of the town."))[0].control
    assert (control.extent, control.share) == ("share", 50.0)


# Text, and for each claim of it the party that holds ground and its words.
GAPS = (
    ("Rebels hold the north of the town and the army the south.",
     [("rebels", "Rebels hold the north of the town"), ("army", "the army the south")]),
    ("Soldiers hold the market, and the militia the station.",
     [("soldiers", "Soldiers hold the market"), ("militia", "the militia the station")]),
    ("Soldiers sit on the western bank, the rebels on the eastern.",
     [("soldiers", "Soldiers sit on the western bank"), ("rebels", "the rebels on the eastern")]),
    ("The army took the bridge and rebels the customs post.",
     [("army", "The army took the bridge"), ("rebels", "rebels the customs post")]),
    ("The army holds the airport and the soldiers there are hungry.", [("army", "The army holds the airport")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "holders"), GAPS)
def test_a_party_without_a_verb_of_its_own_holds_its_own_part(read, text, holders):
    claims = [claim for claim in find_claims(read(text)) if claim.control]
    found = [(claim.agent.span.read(text).casefold().removeprefix("the "), claim.span.read(text)) for claim in claims]
    assert found == holders


def test_fighting_says_nothing_of_who_holds(read):
    assert find_claims(read("Soldiers clashed with rebels near the port."))[0].control is None


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The militia took a building.", False),
        ("The militia took a district.", True),
    ],
)
def test_who_takes_some_building_holds_no_place(read, text, holds):
    (claim,) = find_claims(read(text))
    assert (claim.control is not None) == holds

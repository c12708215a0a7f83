"""Which place do "the city", "the district", "the capital" and "there" mean?"""

import pytest

# Text, name of the place, a later mention of it, and the rule that joins that.
PLACES = [
    ("The army shelled Belgor. Residents fled the town.", "Belgor", "the town", "place_kind"),
    ("The army shelled Belgor. Residents fled the area.", "Belgor", "the area", "place_kind"),
    ("Shells fell on Selmar and on Belgor. Residents fled the city.", "Selmar", "the city", "place_kind"),
    ("Clashes went on in Orlesh. The district is cut off.", "Orlesh", "The district", "place_kind"),
    ("Quira, a village in the hills, burned. The village is empty.", "Quira", "The village", "place_kind"),
    ("Selmar is cut off. Selmar burns. Belgor fell. Aid reached the city.", "Selmar", "the city", "place_kind"),
    ("The army shelled Aleppo. Residents fled the city, which has no water.", "Aleppo", "the city", "place_kind"),
    ("The army shelled Belgor. Most of the towns streets are empty.", "Belgor", "the towns", "place_kind"),
    (
        "Kasta is calm. Gaza burns. The Palestinian territory is cut off.",
        "Gaza",
        "The Palestinian territory",
        "place_kind",
    ),
    ("Troops shelled Aleppo and bombed a road near Homs. Residents left the city.", "Aleppo", "the city", "place_kind"),
    ("The army shelled Aleppo. It made gains in the city beyond the ring road.", "Aleppo", "the city", "place_kind"),
    ("Shells hit the Selmar barracks. Smoke rose. Rebels took the base.", "Selmar barracks", "the base", "place_kind"),
    ("Kasta is cut off. It is home to thousands.", "Kasta", "It", "place_of_it"),
    ("Rebels hold Belgor. They left Kasta for the province where they live.", "Kasta", "the province", "place_kind"),
    ("Latakia fell. Aid came to Syria's fourth largest city.", "Latakia", "fourth largest city", "ranked_place"),
    ("Aleppo fell. Troops besieged Syria's largest city.", "Aleppo", "largest city", "ranked_place"),
    ("War came to Syria. The capital is calm.", "Damascus", "The capital", "capital"),
    ("The army left Belgor. Nobody lives there.", "Belgor", "there", "there"),
    ("Troops took a rebel district of Selmar. Orlesh fell at noon.", "Orlesh", "district", "introduced_place"),
]

UNTIED = [
    ("Rebels hold Quira. Residents fled the city.", "Quira"),
    ("Rebels hold Belgor. Residents fled the town of Arva.", "Belgor"),
    ("Rebels hold Belgor. Troops closed the border area.", "Belgor"),
    ("Rebels hold Selmar. It is the largest city.", "Selmar"),
    ("Syria is cut off. It is home to thousands.", "Syria"),
    ("Kasta is cut off. It took the town.", "Kasta"),
    ("Gaza and Kasta are poor. They left for the province where they live.", "Kasta"),
    ("Shells fell on the tannery quarter. Residents fled the district.", "tannery quarter"),
    ("Its spokesman told reporters in Aleppo that all was well. Residents fled the city.", "Aleppo"),
    ("Shells hit the Selmar hospital. Traders fled the market.", "Selmar hospital"),
    ("Troops took a rebel village. Orlesh fell at noon.", "Orlesh"),
    ("Fighting went on in Kasta. Aid went up the valley.", "Kasta"),
    ("Homs fell. Aid came to Syria's fifth largest city.", "Homs"),
    ("Troops took two rebel districts. Orlesh fell at noon.", "Orlesh"),
]


@pytest.mark.parametrize(("text", "name", "mention", "rule"), PLACES)
def test_a_description_means_the_place_of_its_kind_that_is_named_most_then_last(meet, text, name, mention, rule):
    assert (mention, rule) in meet(text).mentions(name)


@pytest.mark.parametrize(("text", "name"), UNTIED)
def test_a_description_is_not_tied_without_agreement(meet, text, name):
    assert [referent for referent in meet(text).referents if referent.name == name] == []


def test_places_are_told_from_people(meet):
    kinds = {r.name: r.kind for r in meet("The army shelled Belgor. Residents fled the town.").referents}
    assert kinds["Belgor"] == "place"

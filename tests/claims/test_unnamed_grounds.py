from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import PlaceKind

# Text, a word of the claim, its places, the rule.
CASES = (
    (
        "The army shelled Tarnova, seizing guns near Belgor and shooting at cars in residential districts.",
        "shooting",
        ["Tarnova"],
        "claims.unnamed_part_place",
    ),
    (
        "Rebels attacked a base in Tarnova, blew up a bridge near Selmar and fought soldiers in the city centre.",
        "fought",
        ["Tarnova"],
        "claims.unnamed_part_place",
    ),
    (
        "Gunmen attacked Tarnova, ambushing a convoy near Belgor and killing civilians in surrounding villages.",
        "killing",
        ["Tarnova"],
        "claims.unnamed_part_place",
    ),
    (
        "The army shelled Tarnova. Troops advanced by raiding houses in core neighbourhoods, seizing guns near Belgor.",
        "raiding",
        ["Tarnova"],
        "claims.unnamed_part_place",
    ),
    (
        "Rebels captured Tarnova, consolidating their control of the frontier zone.",
        "consolidating",
        [],
        "claims.unnamed_stretch_place",
    ),
    (
        "Fighters captured Tarnova, strengthening the army's grip on the border region.",
        "grip",
        [],
        "claims.unnamed_stretch_place",
    ),
    (
        "Rebels overran a base at Tarnova, looted a clinic in Belgor and fired at a convoy in the town centre.",
        "fired",
        ["Tarnova"],
        "claims.unnamed_part_place",
    ),
    ("The army shelled Tarnova. Soldiers killed 12 rebels in the area.", "killed", ["Tarnova"], "claims.current_place"),
)


@pytest.mark.parametrize(("text", "word", "names", "rule"), CASES)
def test_a_ground_without_a_name_takes_no_place_of_a_clause_beside_it(read, text, word, names, rule):
    found = [
        ([place.name for place in c.toponyms], c.place_rule)
        for c in find_claims(read(text))
        if c.span.start <= text.index(word) < c.span.end
    ]
    assert (names, rule) in found


def test_a_stretch_of_country_is_set_in_the_region_that_holds_the_place_taken(read):
    layers = read("Rebels captured Tarnova in Kasta, consolidating their control of the western countryside.")
    town, region = layers.mentions.toponyms
    marked = (replace(town, within=1), replace(region, kind=PlaceKind.REGION))
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert [place.name for place in claim.toponyms] == ["Kasta"]


LISTS = (
    (
        "The army shelled Selmar. It fears the clashes in Tarnova, the weakness of the state and the flow of arms from abroad.",
        "flow",
        ["Selmar"],
    ),
    ("Shelling and clashes in Tarnova went on.", "Shelling", ["Tarnova"]),
)


@pytest.mark.parametrize(("text", "word", "names"), LISTS)
def test_the_items_of_a_list_keep_their_own_places(read, text, word, names):
    found = [
        [place.name for place in c.toponyms]
        for c in find_claims(read(text))
        if c.span.start <= text.index(word) < c.span.end
    ]
    assert names in found

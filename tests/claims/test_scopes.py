from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.mentions import find_mentions

# Text, the number, over what it runs.
SCOPES = (
    ("The mission said 31 soldiers died in three weeks of fighting.", 31, "cumulative"),
    ("Shelling killed nine people in February.", 9, "incident"),
    ("Some 40,000 villagers have left their homes since the rains began.", 40000, "cumulative"),
    ("More than 5,000 people have been displaced by the flood.", 5000, "state"),
    ("About 800 displaced families were in the camp.", 800, "state"),
    ("More than 1,100 villagers were evacuated in one day.", 1100, "incident"),
    ("Gunmen have killed 12 medics since Monday.", 12, "cumulative"),
    ("It was the worst raid since 2004, when a bomb killed 60 people.", 60, "incident"),
    ("The army said it had bombed 200 houses during the past four days.", 200, "cumulative"),
    ("The army used chlorine four times.", 4, "cumulative"),
    ("A month of clashes around the mill has killed 300 fighters.", 300, "cumulative"),
    ("Medics said 12 herders were killed last week in an attack on the mill.", 12, "incident"),
    ("Medics said 12 herders were killed in attacks last week.", 12, "cumulative"),
    ("Medics said 48 miners had been killed and 300 hurt since the raids began.", 48, "cumulative"),
)


@pytest.mark.parametrize(("text", "number", "scope"), SCOPES)
def test_the_words_around_a_number_tell_over_what_it_runs(read, text, number, scope):
    layers = read(text)
    claims = find_claims(replace(layers, mentions=find_mentions(layers)))
    assert [f.scope for claim in claims for f in claim.figures if f.low == number][:1] == [scope]


@pytest.mark.parametrize(
    ("text", "in_part"),
    [
        ("About 200 villagers live in the besieged quarters of Orle.", [True]),
        ("About 300 families live in the rebel-held districts of Orle.", [True]),
        ("Some 40,000 people live in Orle.", [False]),
        ("Some 40,000 people live in all parts of Orle.", [False]),
        ("Nine people were killed in districts of Orle.", [False]),
    ],
)
def test_who_is_left_in_parts_of_a_place_is_no_count_for_the_place(read, text, in_part):
    layers = read(text)
    claims = find_claims(replace(layers, mentions=find_mentions(layers)))
    figures = [f for claim in claims for f in claim.figures if f.what != "other"]
    assert [figure.in_part for figure in figures] == in_part


# An accident told within the next sentences, and what the headline's dead are counted with.
def test_the_dead_of_a_headline_are_counted_with_the_accident_told_next(read):
    text = "Nine dead in valley. The dam gave way at dawn, and the mud buried a village."
    layers = read(text)
    claims = find_claims(replace(layers, mentions=find_mentions(layers)))
    assert claims[0].kind == "destruction"

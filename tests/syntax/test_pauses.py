"""Is a clause read as its writer meant it where the comma behind its opening is missing?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "opening", "subject", "verb"),
    [
        ("On Monday rebels shelled the market in Arva.", "Monday", "rebels", "shelled"),
        ("On Monday government forces took Arva.", "Monday", "forces", "took"),
        ("On Saturday 40 people died in Arva.", "Saturday", "people", "died"),
        ("In May 300 people fled Arva.", "May", "people", "fled"),
        ("In Arva 40 people died on Saturday.", "Arva", "people", "died"),
        ("Last Friday 30 soldiers died in Arva.", "Friday", "soldiers", "died"),
        ("In Arva province government forces took two villages.", "province", "forces", "took"),
        ("The army said that on Monday rebels shelled Arva.", "Monday", "rebels", "shelled"),
    ],
)
def test_what_opens_a_clause_is_no_part_of_its_subject(syntax, text, opening, subject, verb):
    parsed = parse(syntax, text)
    first, who, does = (parsed.words.index(word) for word in (opening, subject, verb))
    assert parsed.heads[first] == does
    assert parsed.relations[first].startswith("obl")
    assert (parsed.heads[who], parsed.relations[who].split(":")[0]) == (does, "nsubj")
    assert len(parsed.words) == len(text.rstrip(".").split()) + 1


@pytest.mark.parametrize("text", [
    "In the market, people died.", "On Monday, rebels shelled Arva.", "On Friday at least 12 people were killed.",
])  # fmt: skip
def test_what_is_read_well_is_left_as_it_is(syntax, text):
    parsed = parse(syntax, text)
    assert [word for word in parsed.words if word == ","] == [","] * text.count(",")
    assert "nsubj" in {relation.split(":")[0] for relation in parsed.relations}

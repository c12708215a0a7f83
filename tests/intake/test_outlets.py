import pytest

from tests.intake.articles import LEAD, MORE, describe

TEXTS = [
    (f"The Arva Post\n\nDam breaks above Arva\n\n{LEAD}", "The Arva Post"),
    (f"The Hill Herald\n\nDam breaks above Arva\n\n{LEAD}", "The Hill Herald"),
    (f"Dam breaks above Arva | Arva Post\n\n{LEAD}", "The Arva Post"),
    (f"{LEAD}\n\n{MORE}\n\nThe Hill Herald accepts no responsibility for letters and comments on this site.", "The Hill Herald"),
    (f"{LEAD}\n\n{MORE}\n\nThe views expressed in comments are not those of Radio Dorn.", "Radio Dorn"),
    (f"{LEAD}\n\n{MORE}\n\n© 2014 Hill.example News", "Hill.example News"),
    (f"Arva, The Arva Post—{LEAD}", "The Arva Post"),
    (f"ARVA (Hill Wire) -- {LEAD}", "Hill Wire"),
    (f"ARVA (Reuters) -- {LEAD}", None),
    (f"{LEAD} Source Radio Dorn and agencies", "Radio Dorn"),
    (f"{LEAD} (Source: Dorn Front Media Office)", "Dorn Front"),
    (f"{LEAD} (Source: Dorn Councils Press Department) Twitter", "Dorn Council"),
    (f"{LEAD} A Radio Dorn reporter saw the bridge go.", "Radio Dorn"),
    (f"{LEAD} The mayor told Radio Dorn so.", None),
    (LEAD, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet"), TEXTS)
def test_the_outlet_is_what_the_page_calls_itself(text, outlet):
    assert describe(text).outlet == outlet


FACTS = [
    ({"outlet": "arva post"}, "The Arva Post"),
    ({"outlet": "Hill Gazette"}, "Hill Gazette"),
    ({"url": "https://www.arvapost.example/2014/dam"}, "The Arva Post"),
    ({"url": "https://news.arvapost.example/dam"}, "The Arva Post"),
    ({"url": "https://hill.example/dam"}, "hill.example"),
    ({"url": "https://[broken"}, None),
]


@pytest.mark.parametrize(("facts", "outlet"), FACTS)
def test_the_facts_of_the_page_come_before_its_text(facts, outlet):
    assert describe(LEAD, **facts).outlet == outlet


def test_a_wire_in_the_dateline_leaves_the_outlet_to_the_masthead():
    document = describe(
        f"The Hill Herald\n\nDam breaks above Arva\n\nHill Wire\n\nARVA (Hill Wire) -- {LEAD}\n\n{MORE}\n\n© Hill Wire"
    )
    assert (document.outlet, document.agencies, document.byline) == ("The Hill Herald", ("Hill Wire",), "Hill Wire")

import pytest

from tests.intake.articles import LEAD, MORE, describe

CASES = [
    (f"ARVA (AFP) - {LEAD}", ("AFP",)),
    (f"{LEAD} The mayor told Reuters so.", ("Reuters",)),
    (f"{LEAD} A guard speaking to Reuters denied it.", ("Reuters",)),
    (f"{LEAD} The mayor told the Reuters news agency so.", ()),
    (f"{LEAD} Reuters said so too.", ()),
    (f"Men carry sacks in the town of Arva on Monday. (AFP Photo)\n\n{LEAD}", ()),
    (f"Dam breaks above Arva\n\nReuters\n\n{LEAD}", ("Reuters",)),
    (f"{LEAD}\n\n{MORE} (AFP)", ("AFP",)),
    (f"{LEAD}\n\n{MORE}\n\nAFP", ("AFP",)),
    (f"{LEAD}\n\n{MORE}\n\nSource: AFP", ("AFP",)),
    (f"{LEAD}\n\n{MORE} (Source: AFP)", ("AFP",)),
    (f"{LEAD}\n\n{MORE}\n\nSource: Hill Council", ()),
    (f"{LEAD}\n\n{MORE}\n\nAl Jazeera", ()),
    (f"Arva, The Arva Post—{LEAD}", ()),
    ("\n".join(f"{n}/3\nMen carry sack number {n} in the town of Arva on Monday. (Hill Wire)" for n in (1, 2, 3)) + f"\n\n{LEAD}", ("Hill Wire",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "agencies"), CASES)
def test_agencies_are_those_the_copy_rests_on(text, agencies):
    assert describe(text).agencies == agencies


def test_the_agency_of_a_row_counts_and_the_outlet_itself_does_not():
    assert describe(LEAD, agency="AFP").agencies == ("AFP",)
    assert describe(f"ARVA (AFP) - {LEAD}", outlet="AFP").agencies == ()

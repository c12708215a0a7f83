import pytest

from sayso.intake.datelines import read_dateline
from sayso.intake.publishers import load_publishers
from tests.intake.articles import LEAD, SETTINGS, describe

CASES = [
    ("ARVA: Water came.", "ARVA:", None, None),
    ("ARVA - Water came.", "ARVA -", None, None),
    ("ARVA/DORN, Nov 18 (Reuters) - Water came.", "ARVA/DORN, Nov 18 (Reuters) -", "Reuters", "XXXX-11-18"),
    ("PORT DORN, Orlia, Oct. 7, 2016 (Hill Wire) — Water came.", "PORT DORN, Orlia, Oct. 7, 2016 (Hill Wire) —", "Hill Wire", "2016-10-07"),
    ("ARVA (AFP) -- Water came.", "ARVA (AFP) --", "AFP", None),
    ("ARVA (Hill Wire) Water came.", "ARVA (Hill Wire)", "Hill Wire", None),
    ("Arva, The Arva Post—Water came.", "Arva, The Arva Post—", "The Arva Post", None),
    ("Arva (Reuters) - Water came.", "Arva (Reuters) -", "Reuters", None),
    ("(Reuters) - Water came.", "(Reuters) -", "Reuters", None),
    ("AFP - Water came.", "AFP -", "AFP", None),
    ("May 3, 2019 (ARVA) - Water came.", "May 3, 2019 (ARVA) -", None, "2019-05-03"),
    ("Arva, 3 May 2019 – Water came.", "Arva, 3 May 2019 –", None, "2019-05-03"),
    ("Friday 3 May 2019 (Arva) – Water came.", "Friday 3 May 2019 (Arva) –", None, "2019-05-03"),
    ("(Arva, May 3, 2019) – Water came.", "(Arva, May 3, 2019) –", None, "2019-05-03"),
    ("[Arva, 3 May 2019] Water came.", "[Arva, 3 May 2019]", None, "2019-05-03"),
    ("Arva: 2019-05-03: Water came.", "Arva: 2019-05-03:", None, "2019-05-03"),
    ("ARVA, Orlia — May 3, 2019 — Water came.", "ARVA, Orlia — May 3, 2019 —", None, "2019-05-03"),
    ("ARVA (AFP) - 31/5/2019 - Water came.", "ARVA (AFP) - 31/5/2019 -", "AFP", "2019-05-31"),
]  # fmt: skip
NONE = [
    "UPDATE: Water came.",
    "MONDAY: Water came.",
    "ADA LOVEL, HOST: Water came.",
    "MS. LOVEL: Water came.",
    "DR ADA LOVEL: Water came.",
    "UN: Water came.",
    "Arva (pop. 900) - the town by the dam.",
    "Arva, Dorn—Water came.",
    "Water came - and went.",
    "ARVA: and so on",
    "On 3 May 2019, Arva – Water came.",
    "May 3, 2019 - and all was quiet.",
    "In May 2019 - Water came.",
    "Arva, 33 May 2019 – Water came.",
    "Arva, 3 May – Water came.",
]


@pytest.mark.parametrize(("text", "words", "credit", "day"), CASES)
def test_a_dateline_is_read_with_its_credit_and_day(text, words, credit, day):
    found = read_dateline(text, 0, load_publishers(SETTINGS.outlets))
    assert found is not None
    assert (found.span.read(text), found.credit, found.day) == (words, credit, day)


@pytest.mark.parametrize("text", NONE)
def test_other_openings_are_no_datelines(text):
    assert read_dateline(text, 0, load_publishers(())) is None


def test_a_dateline_may_follow_a_caption_in_one_line():
    text = f"Men carry sacks in the town of Arva on March 3, 2014. (Reuters/Ada Lovel) ARVA (AFP) -- {LEAD}"
    document = describe(text)
    assert document.dateline.read(text) == "ARVA (AFP) --"
    assert document.agencies == ("AFP",)


def test_a_dateline_may_have_a_line_of_its_own():
    document = describe(f"Dam breaks above Arva\n\nARVA, May 3, 2019 (AFP) -\n\n{LEAD}")
    assert document.dateline.read(document.text) == "ARVA, May 3, 2019 (AFP) -"
    assert [clue.value for clue in document.clues] == ["2019-05-03"]


def test_a_heading_in_capitals_is_no_dateline():
    assert describe(f"Dam breaks above Arva\n\nTHE FLOOD -\n\n{LEAD}").dateline is None


def test_a_dateline_may_follow_lines_of_captions():
    caption = "Men carry sacks filled with sand through the town of Arva on March 3, 2014. (AFP Photo)"
    text = f"Dam breaks above Arva\n\n{caption}\n\n{caption}\n\n{caption}\n\nArva, The Arva Post—{LEAD}"
    assert describe(text).dateline.read(text) == "Arva, The Arva Post—"


def test_a_dateline_stands_only_at_the_beginning():
    text = f"{LEAD}\n\n{LEAD}\n\n{LEAD}\n\nARVA (AFP) -- {LEAD}"
    assert describe(text).dateline is None


def test_a_speaker_in_capitals_who_speaks_again_is_no_dateline():
    assert describe(f"Briefing on the dam\n\nLOVEL: {LEAD}\n\nQUESTION: When?\n\nLOVEL: {LEAD}").dateline is None

import pytest

from sayso.claims import find_claims

# Text, and what its figures count, of whom and how many.
CASES = (
    ("The army lost 57 men, three tanks and two trucks.",
     [("fatalities", "men", 57), ("other", "tanks", 3), ("other", "trucks", 2)]),
    ("Thirty herders are estimated to have been shot dead in Selmar.", [("fatalities", "herders", 30)]),
    ("Thirty herders are known to have been killed in Selmar.", [("fatalities", "herders", 30)]),
    ("The clinic has the names of 43 people who died.", [("fatalities", "people", 43)]),
    ("At 10 a.m. on Wednesday two aircraft bombed the mill in Selmar.", [("other", "aircraft", 2)]),
    ("The two missiles hit the mill in Selmar.", [("other", "missiles", 2)]),
    ("Some 900 people have returned to Selmar.", [("residents", "people", 900)]),
    ("An estimated 52,000 people (10,400 households) fled Selmar.",
     [("displaced", "people", 52000), ("other", "households", 10400)]),
    ("Most of the displaced have moved west, to Selmar (31,000) and the villages of the valley (11,500).",
     [("displaced", "people", 31000), ("displaced", "people", 11500)]),
    ("The clinics recorded 61 deaths from hunger, 44 of them of children.",
     [("fatalities", "people", 61), ("fatalities", "people", 44)]),
    ("Gunmen stormed the post, killing a guard and 12 others.", [("fatalities", "people", 12)]),
    ("Rebels took the post, killing Oran Sel, an officer, and eight more soldiers.", [("fatalities", "soldiers", 8)]),
    ("Twelve clerks were dragged from their homes in Selmar.", [("detained", "clerks", 12)]),
    ("One clerk from Selmar lost his leg in the strike.", [("injured", "clerk", 1)]),
    ("Rebels lost Selmar, and with it 57 men.", [("fatalities", "men", 57)]),
    ("The toll rose to 54 from 41.", [("fatalities", "people", 54), ("fatalities", "people", 41)]),
    ("Fighting has killed 1,200 people in Selmar, up from 400 in March.",
     [("fatalities", "people", 1200), ("fatalities", "people", 400)]),
    ("Shelling killed 20 people in Selmar, three times the official figure.", [("fatalities", "people", 20)]),
    ("Shelling killed 20 people in Selmar, four times as many as in May.", [("fatalities", "people", 20)]),
    ("No soldier stood within two kilometres of Selmar.", []),
    ("Air strikes target villagers in Selmar 15 killed", [("fatalities", "people", 15)]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), CASES)
def test_a_figure_counts_what_its_words_say(read_whole, text, figures):
    claims = find_claims(read_whole(text))
    assert [(figure.what, figure.of_whom, figure.low) for claim in claims for figure in claim.figures] == figures


FORMER = (
    ("The toll rose to 54 from 41.", [41]),
    ("The toll rose to 54.", []),
    ("Fighting has killed 1,200 people in Selmar, up from 400 in March.", [400]),
)


@pytest.mark.parametrize(("text", "former"), FORMER)
def test_what_was_counted_before_is_told_apart(read_whole, text, former):
    claims = find_claims(read_whole(text))
    assert [figure.low for claim in claims for figure in claim.figures if figure.is_former] == former


def test_a_part_that_words_of_saying_cut_off_is_a_part_of_the_number(read_whole, attribute):
    text = "Dozens of people died in Selmar, a monitor said on Monday, including 29 people in one street."
    said = ("monitor", "said", "Dozens of people died in Selmar", "asserts")
    *_, part = find_claims(attribute(read_whole(text), said))
    assert [(figure.what, figure.low, figure.is_part) for figure in part.figures] == [("fatalities", 29, True)]
    assert [source.name for source in part.chain] == ["monitor"]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# text, words of the figure, least, greatest, bound, noun counted
FIGURES = [
    ("The shell killed 14 people.", "14", (14, 14, "exact", "people")),
    ("More than 1,400 civilians fled.", "More than 1,400", (1400, None, "at_least", "civilians")),
    ("Fewer than 1,000 fighters stayed.", "Fewer than 1,000", (None, 1000, "at_most", "fighters")),
    ("At least five soldiers died.", "At least five", (5, None, "at_least", "soldiers")),
    ("Some 150 regime troops died.", "Some 150", (150, 150, "about", "troops")),
    ("About 1.2 million people fled.", "About 1.2 million", (1200000, 1200000, "about", "people")),
    ("An estimated 70,000 people live here.", "An estimated 70,000", (70000, 70000, "about", "people")),
    ("Between 30 and 40 people died.", "Between 30 and 40", (30, 40, "range", "people")),
    ("Dozens of explosive devices were found.", "Dozens", (24, None, "vague", "devices")),
    ("Tens of thousands of families left.", "Tens of thousands", (20000, None, "vague", "families")),
    ("Several hundred fighters surrendered.", "Several hundred", (200, None, "vague", "fighters")),
    ("The army holds 90 percent of the district.", "90 percent", (90, 90, "exact", "district")),
    ("It destroyed two-thirds of the houses.", "two-thirds", (66.7, 66.7, "exact", "houses")),
    ("Twenty-two prisoners were freed.", "Twenty-two", (22, 22, "exact", "prisoners")),
    ("50 or more died.", "50 or more", (50, None, "at_least", None)),
    ("As many as 1,500 people drowned.", "As many as 1,500", (None, 1500, "at_most", "people")),
    ("Nine streets in ten are held by the army.", "Nine streets in ten", (90, 90, "exact", None)),
    ("The aid team met perhaps 200 villagers.", "perhaps 200", (200, 200, "about", "villagers")),
    ("The medic spoke of 29 dead the day after.", "29", (29, 29, "exact", None)),
    ("At least one child was hurt.", "At least one", (1, None, "at_least", "child")),
    ("Half a million people fled.", "Half a million", (500000, 500000, "exact", "people")),
    ("Nearly a half-million people fled.", "Nearly a half-million", (500000, 500000, "about", "people")),
    ("Three quarters of a million people fled.", "Three quarters of a million", (750000, 750000, "exact", "people")),
    ("One and a half million people fled.", "One and a half million", (1500000, 1500000, "exact", "people")),
    ("Two and a half thousand men marched.", "Two and a half thousand", (2500, 2500, "exact", "men")),
    ("About 1,2 million people fled.", "About 1,2 million", (1200000, 1200000, "about", "people")),
    ("Some 12m people need bread.", "Some 12m", (12000000, 12000000, "about", "people")),
    ("A few hundred villagers stayed.", "A few hundred", (200, None, "vague", "villagers")),
    ("A couple of dozen men left.", "A couple of dozen", (24, None, "vague", "men")),
    ("Several dozen people were hurt.", "Several dozen", (24, None, "vague", "people")),
    ("Some 40-odd people gathered.", "Some 40-odd", (40, 40, "about", "people")),
    ("A 12,000-strong force came.", "12,000-strong", (12000, 12000, "exact", "force")),
    ("Hundreds, if not thousands, of sailors drowned.", "Hundreds, if not thousands", (200, None, "vague", "sailors")),
    ("The rebels own up to nine.", "nine", (9, 9, "exact", None)),
    ("The reports speak of 47 dead (medics).", "47", (47, 47, "exact", None)),
    ("Three or four people drowned.", "Three or four", (3, 4, "range", "people")),
    ("Two to three thousand people left.", "Two to three thousand", (2000, 3000, "range", "people")),
    ("20 to 25,000 people left.", "20 to 25,000", (20000, 25000, "range", "people")),
    ("Between three and four dozen people left.", "Between three and four dozen", (36, 48, "range", "people")),
    ("One in five houses burnt down.", "One in five", (20, 20, "exact", "houses")),
    ("Nine out of ten houses burnt down.", "Nine out of ten", (90, 90, "exact", "houses")),
    ("Almost a third of the houses burnt.", "Almost a third", (33.3, 33.3, "about", "houses")),
    ("Half the residents fled.", "Half", (50, 50, "exact", "residents")),
    ("Two or three hundred people left.", "Two or three hundred", (200, 300, "range", "people")),
    ("Estimates range from 60 to over 100 people.", "from 60 to over 100", (60, None, "at_least", "people")),
    ("Air strikes target villagers in Orlesh 15 killed", "15", (15, 15, "exact", None)),
    ("On 21 April 2014 dozens of people died.", "dozens", (24, None, "vague", "people")),
    ("The army lost up to 320 men.", "up to 320", (None, 320, "at_most", "men")),
]


@pytest.mark.parametrize(("text", "words", "meaning"), FIGURES, ids=[row[1] for row in FIGURES])
def test_a_figure_keeps_its_hedge_and_what_it_counts(read, text, words, meaning):
    layers = read(text)
    (figure,) = layers.mentions.figures
    counted = None if figure.counted is None else layers.parse.words[figure.counted]
    assert figure.span.read(text) == words
    assert (figure.low, figure.high, figure.bound, counted) == meaning


NO_FIGURES = [
    "Omar, 27, sells bread.",
    "A 20-year-old baker was hurt.",
    "Boys under the age of eight were spared.",
    "The council adopted Resolution 2118.",
    "They gave up their guns to the Three Rivers Alliance.",
    "An F-16 jet crashed.",
    "One of the villages fell.",
    "The war began in 2011.",
    "He spoke at 06:50 a.m. on Sunday.",
    "The 15-story building collapsed.",
    "They fired 155 mm shells.",
    "Rebels hold the eastern half of the town.",
    "Boys as young as 12 were enlisted.",
    "Children aged between 9 and 12 were spared.",
    "The shell struck Ward 12 of the clinic.",
]

WHOLES = [
    ("Half of the town's 40,000 people left.", ["40,000"]),
    ("The first 200 of 1,500 fighters left.", ["1,500"]),
    ("Most of the 2,000 residents fled.", ["2,000"]),
    ("Only 163 people out of 500 arrived.", ["500"]),
    ("All but two of the 30 hostages were freed.", ["30"]),
    ("A group of 30 men arrived.", []),
    ("All of the 18 passengers drowned.", []),
]


@pytest.mark.parametrize(("text", "wholes"), WHOLES)
def test_a_number_of_which_only_some_are_meant_is_a_whole(read, text, wholes):
    assert [f.span.read(text) for f in read(text).mentions.figures if f.is_whole] == wholes


@pytest.mark.parametrize("text", NO_FIGURES)
def test_ages_names_and_dates_are_no_figures(read, text):
    assert [figure.span.read(text) for figure in read(text).mentions.figures] == []


def test_a_number_behind_who_gives_it_is_no_name(read):
    text = "The ministry gave 18 dead, the hospital 34."
    assert [figure.low for figure in read(text).mentions.figures] == [18, 34]


MARKS = [
    ("Another five soldiers died.", "is_additional"),
    ("The blast killed 30 people, including 12 children.", "is_part"),
    ("The attack raised the toll to 40.", "is_total"),
    ("Dozens died.", "by_rule"),
    ("The army holds 90 percent of it.", "is_percent"),
]


@pytest.mark.parametrize(("text", "mark"), MARKS)
def test_a_figure_says_whether_it_adds_is_a_part_or_sums_up(read, text, mark):
    assert getattr(read(text).mentions.figures[-1], mark)


PARTS = [
    ("There were 11 boys among the dead.", ["11"]),
    ("Three nurses were among the 58 dead.", ["Three"]),
    ("At least 12 women were among those killed.", ["At least 12"]),
    ("Forty people died, among them 3 children.", ["3"]),
    ("Two clerks were among 30 villagers killed in the raid.", ["Two"]),
    ("Three families live among the ruins.", []),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_those_among_the_dead_are_a_part_and_the_dead_the_whole(read, text, parts):
    assert [f.span.read(text) for f in read(text).mentions.figures if f.is_part] == parts


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 99_999), st.sampled_from(["", "at least ", "about ", "more than "]))
def test_written_digits_are_read_back(read, number, hedge):
    text = f"The raid wounded {hedge}{number:,} villagers."
    (figure,) = read(text).mentions.figures
    assert figure.span.read(text) == f"{hedge}{number:,}"
    assert figure.low == number

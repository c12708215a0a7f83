import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.derivations import reason

# words, and the fields that tell what they mean
EXPRESSIONS = [
    ("on April 14, 2014", {"value": "2014-04-14", "anchor": "absolute"}),
    ("on 3 May 2012", {"value": "2012-05-03"}),
    ("on the 3rd of June 2016", {"value": "2016-06-03"}),
    ("on Nov. 16", {"value": None, "month": 11, "day": 16, "anchor": "document"}),
    ("in June 2013", {"value": "2013-06"}),
    ("by September 2013", {"value": "2013-09", "extent": "at"}),
    ("since March", {"month": 3, "extent": "since"}),
    ("in 2011", {"value": "2011"}),
    ("in 2014-2015", {"value": "2014/2015"}),
    ("in 2008-09", {"value": "2008/2009"}),
    ("in the 1990s", {"value": "1990/1999"}),
    ("in the summer of 2013", {"value": "2013-06/2013-08"}),
    ("in the summer", {"month": 6, "part": "summer"}),
    ("in early 2012", {"value": "2012", "part": "early"}),
    ("on the 17th", {"value": None, "month": None, "day": 17, "anchor": "document"}),
    ("on the night of the 17th", {"month": None, "day": 17}),
    ("for the seventh consecutive day", {"unit": "day", "amount": 7, "anchor": "event"}),
    ("on Monday", {"weekday": 0, "direction": "nearest"}),
    ("last Friday", {"weekday": 4, "direction": "past"}),
    ("next Thursday", {"weekday": 3, "direction": "future"}),
    ("on Monday morning", {"weekday": 0, "part": "morning"}),
    ("late on Tuesday", {"weekday": 1, "part": "late"}),
    ("yesterday", {"unit": "day", "amount": -1}),
    ("overnight", {"unit": "day", "part": "overnight"}),
    ("at dawn today", {"amount": 0, "part": "dawn"}),
    ("this morning", {"amount": 0, "part": "morning"}),
    ("last week", {"unit": "week", "amount": -1}),
    ("earlier this month", {"unit": "month", "amount": 0, "part": "early"}),
    ("in February this year", {"month": 2, "unit": "year", "amount": 0}),
    ("in October last year", {"month": 10, "unit": "year", "amount": -1}),
    ("a month ago", {"unit": "month", "amount": -1, "anchor": "document"}),
    ("a fortnight ago", {"unit": "week", "amount": -2, "anchor": "document"}),
    ("two days later", {"unit": "day", "amount": 2, "anchor": "event"}),
    ("in the last eight weeks", {"unit": "week", "amount": -8, "extent": "during"}),
    ("during the past three days", {"unit": "day", "amount": -3, "extent": "during"}),
    ("since Wednesday", {"weekday": 2, "extent": "since"}),
    ("at 06:50 a.m.", {"part": "06:50", "kind": "time"}),
    ("at 0500 GMT", {"part": "05:00"}),
    ("at 0730", {"part": "07:30"}),
    ("every day", {"kind": "set"}),
    ("on Wednesday last week", {"weekday": 2, "unit": "week", "amount": -1}),
    ("over the weekend", {"unit": "weekend", "amount": 0, "direction": "past"}),
    ("the previous night", {"unit": "day", "amount": -1, "part": "night", "anchor": "event"}),
    ("the next morning", {"unit": "day", "amount": 1, "part": "morning", "anchor": "event"}),
    ("ten years ago this week", {"unit": "year", "amount": -10, "anchor": "document"}),
    ("on Monday and Tuesday", {"weekday": 0, "amount": 1, "extent": "during"}),
    ("on Monday night and early Tuesday", {"weekday": 0, "amount": 1, "extent": "during"}),
    ("recently", {"is_vague": True}),
    ("in recent months", {"is_vague": True}),
    ("on July 3-5, 2014", {"value": "2014-07-03/2014-07-05"}),
    ("on 3 to 5 May 2016", {"value": "2016-05-03/2016-05-05"}),
    ("from July-August 2013", {"value": "2013-07/2013-08"}),
    ("in December-January 2014", {"value": "2013-12/2014-01"}),
    ("in June of 2014", {"value": "2014-06"}),
    ("on 2013-07-29", {"value": "2013-07-29"}),
    ("on 29/07/2013", {"value": "2013-07-29"}),
    ("on 07/29/2013", {"value": "2013-07-29"}),
    ("on Saturday, 3 May", {"value": None, "month": 5, "day": 3}),
    ("on Saturday the 3rd of May 2014", {"value": "2014-05-03"}),
    ("in winter 2013", {"value": "2013-12/2014-02"}),
    ("in 08-09", {"value": "2008/2009"}),
    ("in 2014 and 2015", {"value": "2014/2015"}),
    ("on Christmas Eve", {"month": 12, "day": 24}),
    ("in 1776", {"value": "1776"}),
    ("in 480 BC", {"value": "-0479"}),
    ("in August 480 BC", {"value": "-0479-08"}),
    ("from 264 to 241 BC", {"value": "-0263/-0240"}),
    ("in the 470s BC", {"value": "-0478/-0469"}),
    ("in the 19th century", {"value": "1801/1900"}),
    ("in the fourth century BC", {"value": "-0399/-0300"}),
    ("from 17 August to 2 September 2014", {"value": "2014-08-17/2014-09-02"}),
    ("from 28 December to 4 January 2014", {"value": "2013-12-28/2014-01-04"}),
    ("from June to August", {"value": "XXXX-06/XXXX-08", "anchor": "document"}),
    ("in the closing weeks of 2012", {"value": "2012", "part": "late"}),
    ("at the end of March", {"month": 3, "part": "late"}),
    ("until the close of the year", {"unit": "year", "amount": 0, "part": "late"}),
    ("in mid-2012", {"value": "2012", "part": "middle"}),
    ("over the winter", {"month": 12, "part": "winter"}),
    ("the day before", {"unit": "day", "amount": -1, "anchor": "event"}),
    ("two years before", {"unit": "year", "amount": -2, "anchor": "event"}),
    ("the following spring", {"month": 3, "part": "spring", "anchor": "event", "direction": "future"}),
    ("in two bloody weeks", {"unit": "week", "kind": "duration"}),
    ("in the coming years", {"unit": "year", "amount": None, "kind": "duration"}),
    ("every 72 minutes", {"kind": "set"}),
    ("over the next decade", {"unit": "decade", "amount": 1, "extent": "during", "anchor": "document"}),
    ("on 31 February 2012", {"value": None, "rule": "mentions.impossible_date", "is_vague": True}),
    ("on February 30, 2012", {"value": None, "rule": "mentions.impossible_date"}),
    ("on 29 February 2013", {"value": None, "rule": "mentions.impossible_date"}),
    ("on 12 March 99999", {"value": None, "rule": "mentions.impossible_date"}),
    ("in March 0000", {"value": None, "rule": "mentions.impossible_date"}),
    ("on 29 February 2012", {"value": "2012-02-29"}),
    ("on New Year's Day 2015", {"value": "2015-01-01"}),
    ("in the night from 3 to 4 May 2014", {"value": "2014-05-03/2014-05-04", "part": "night"}),
    ("on the night of 31 July to 1 August", {"value": "XXXX-07-31/XXXX-08-01", "part": "night"}),
    ("overnight on 3-4 May", {"value": "XXXX-05-03/XXXX-05-04", "part": "overnight"}),
    ("from Friday to Sunday", {"weekday": 4, "amount": 2, "extent": "during"}),
    ("from Sunday evening to Monday morning", {"weekday": 6, "amount": 1, "extent": "during"}),
    ("from Saturday night until Monday noon", {"weekday": 5, "amount": 2, "extent": "during"}),
    ("on Sunday night into Monday", {"weekday": 6, "amount": 1, "part": "night"}),
    ("in the night from Sunday to Monday", {"weekday": 6, "amount": 1, "part": "night"}),
    ("on the night between Sunday and Monday", {"weekday": 6, "amount": 1, "part": "night"}),
]


@pytest.mark.parametrize(("words", "fields"), EXPRESSIONS, ids=[words for words, _ in EXPRESSIONS])
def test_a_time_expression_gives_a_rule_and_an_anchor(read, words, fields):
    text = f"The rebels attacked the town {words}" + ("" if words.endswith(".") else ".")
    found = [timex for timex in read(text).mentions.timexes if timex.span.read(text) == words]
    assert len(found) == 1
    assert {name: getattr(found[0], name) for name in fields} == fields


AHEAD = [
    ("The talks planned for June have been put off.", "future"),
    ("The talks planned for Tuesday were called off.", "nearest"),
    ("The talks planned for 12 June have been put off.", "nearest"),
    ("The army plans to enter the town on Saturday.", "future"),
    ("The mayor said that schools would open on Saturday.", "future"),
    ("The general means to take the town by New Year.", "future"),
    ("No convoy has been able to enter the town since 22 August.", "nearest"),
]


@pytest.mark.parametrize(("text", "direction"), AHEAD, ids=[text for text, _ in AHEAD])
def test_what_is_planned_for_a_time_or_meant_to_be_done_lies_ahead(read, text, direction):
    assert [timex.direction for timex in read(text).mentions.timexes] == [direction]


def test_what_will_be_done_within_days_is_counted_from_now_on(read):
    (timex,) = read("The mayor said that troops would leave within two days.").mentions.timexes
    assert (timex.amount, timex.anchor) == (2, "document")


BETWEEN = [
    ("Shells fell between dusk on Sunday and dawn on Monday.", [(6, 1)]),
    ("Shells fell between 9 p.m. on Sunday and 5 a.m. on Monday.", [(6, 1)]),
    ("Shells fell between Friday and Sunday.", [(4, 2)]),
    ("Shells fell on Friday and Sunday.", [(4, None), (6, None)]),
    ("The road was open on Friday, and on Sunday shells fell.", [(4, None), (6, None)]),
]


@pytest.mark.parametrize(("text", "days"), BETWEEN)
def test_weekdays_that_bound_a_time_are_one_time(read, text, days):
    assert [(t.weekday, t.amount) for t in read(text).mentions.timexes] == days


def test_a_range_hangs_where_its_beginning_does(read):
    text = (
        "The guns shot down nine of the twelve drones launched at the port between dusk on Sunday and dawn on Monday."
    )
    layers = read(text)
    (timex,) = layers.mentions.timexes
    assert layers.parse.words[timex.token] in {"dusk", "Sunday"}


EVENTS = [
    ("Troops left a month after the rebels seized the bridge.", "a month after", "seized", 1),
    ("The talks began two days before the attack.", "two days before", "attack", -2),
    ("Thousands lived there before the war.", "before the war", "war", None),
    ("The rebels attacked on the eve of the vote.", "on the eve of", "vote", -1),
    ("Shops closed shortly after the attack.", "shortly after", "attack", None),
    ("Troops left ahead of the talks.", "ahead of", "talks", None),
    ("Thousands lived there before the bridge fell.", "before the bridge fell", "fell", None),
]


@pytest.mark.parametrize(("text", "words", "event", "amount"), EVENTS)
def test_a_time_told_by_an_event_keeps_the_event(read, text, words, event, amount):
    timex = next(t for t in read(text).mentions.timexes if t.span.read(text) == words)
    assert timex.event is not None
    assert (timex.event.read(text), timex.amount, timex.anchor) == (event, amount, "event")


@pytest.mark.parametrize("text", ["A weekend ambush killed two.", "He fled the weekend clashes."])
def test_a_weekend_before_a_word_of_violence_is_the_last_one(read, text):
    (timex,) = read(text).mentions.timexes
    assert (timex.span.read(text), timex.unit, timex.direction) == ("weekend", "weekend", "past")


NO_TIMES = [
    "Jets hit the Saturday Market.",
    "He may go to the second village.",
    "Villagers march to the bridge.",
    "Some 2000 fighters left the base.",
    "A 20-year-old baker was hurt.",
    "Omar, 27, sells bread.",
    "The file is called 04/05/2014.",
    "They spoke of the future of the port.",
    "They let 2000 Christian families leave the town.",
    "The shells killed between 1100 and 1900 people.",
    "They read the weekend edition.",
    "They are $12-an-hour workers.",
    "The fall of the town stunned the ministers.",
    "Crowds joined the March to the palace.",
    "It happened in the year 99999.",
    "It happened in the year 0.",
    "The bandits entered Jan Ruwa village.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_only_look_like_times_are_none(read, text):
    assert [t.span.read(text) for t in read(text).mentions.timexes] == []


def test_a_perfect_tense_makes_a_length_reach_up_to_the_document(read):
    text = "The army has besieged the city for more than two years."
    (timex,) = read(text).mentions.timexes
    assert (timex.span.read(text), timex.anchor, timex.amount, timex.extent) == (
        "for more than two years", "document", -2, "during",
    )  # fmt: skip


# What is said of a day, and where it lies from the document's.
DIRECTIONS = [
    ("The accord may be signed on Friday.", "future"),
    ("The roads stay closed until Friday.", "future"),
    ("The roads stayed closed until Friday.", "nearest"),
    ("Until Friday the mayor has refused.", "nearest"),
    ("The rebels left on 3 May.", "past"),
    ("The rebels face a 3 May deadline.", "nearest"),
    ("The base will open in 2031.", "future"),
    ("The army plans to leave in 2031.", "future"),
    ("The bridge is meant to be ready for the 2031 games.", "future"),
    ("The army tried to leave in 2011.", "nearest"),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_the_tense_tells_what_is_to_come(read, text, direction):
    (timex,) = read(text).mentions.timexes
    assert timex.direction == direction


# Words beside a time expression that are none of it.
BESIDE = [
    ("The mayor noted that last year nothing was built.", "last year"),
    ("The minister weighed in Friday.", "Friday"),
    ("He joined the pile-on Tuesday.", "Tuesday"),
    ("Nobody mourned last months loss of the port.", "last months"),
]


@pytest.mark.parametrize(("text", "words"), BESIDE)
def test_words_of_the_clause_are_no_part_of_the_time(read, text, words):
    assert [t.span.read(text) for t in read(text).mentions.timexes] == [words]


def test_months_joined_by_and_share_the_year(read):
    text = "Shells fell in August and September 2014."
    assert [t.value for t in read(text).mentions.timexes] == ["2014-08", "2014-09"]


def test_a_season_joined_by_and_shares_the_year(read):
    text = "Troops trained in the summer and early autumn of 2014."
    assert [t.value for t in read(text).mentions.timexes] == ["2014-06/2014-08", "2014-09/2014-11"]


def test_a_count_behind_a_day_is_no_year(read):
    text = "On 12 March 3000 people fled."
    assert [(t.month, t.day, t.is_vague) for t in read(text).mentions.timexes] == [(3, 12, False)]


WORDS = """0 1 31 31st 99 480 1776 2012 9999 99999 1990s BC century 19th third the of in on at from to until between
    and - , ( May March February summer early mid late end beginning half last next this that day days week month year
    years decade two several an every ago later before after since Monday night noon 5 p.m. GMT today now recently
    mid-2012 August-24 2013-02-31 31/02/2013 Ramadan Christmas Eve troops fell were 's will rest"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=20))
def test_words_of_time_in_any_order_are_read_without_harm(read, words):
    text = " ".join(words) + "."
    spans = [timex.span for timex in read(text).mentions.timexes]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_nothing_but_the_month_is_taken_of_a_day_it_does_not_have_where_a_count_follows(read):
    text = "In February 31 people died."
    assert [(t.month, t.day) for t in read(text).mentions.timexes] == [(2, None)]


def test_a_future_clause_points_a_weekday_forward(read):
    text = "The ministers will meet on Friday."
    (timex,) = read(text).mentions.timexes
    assert timex.direction == "future"


def test_a_preposition_of_the_noun_a_date_qualifies_stays_outside(read):
    text = "It is the worst loss since the March 2012 offensive."
    timex = next(t for t in read(text).mentions.timexes if t.value)
    assert (timex.span.read(text), timex.extent) == ("March 2012", "at")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([words for words, _ in EXPRESSIONS]), min_size=1, max_size=3))
def test_every_timex_stands_on_its_own_words_and_a_published_reason(read, expressions):
    text = " ".join(f"Fighting spread {words}." for words in expressions)
    layers = read(text)
    assert len(layers.mentions.timexes) >= len(expressions)
    for timex in layers.mentions.timexes:
        assert layers.parse.starts[timex.token] >= timex.span.start
        assert layers.parse.ends[timex.token] <= timex.span.end
        assert reason(timex.rule)
    spans = [timex.span for timex in layers.mentions.timexes]
    assert spans == sorted(spans)


@pytest.mark.parametrize("text", ["The field is 5 ² and 1900 houses burned.", "10² and 1900 people fled."])
def test_digits_that_are_no_decimals_begin_no_range_of_numbers(read, text):
    assert [timex.value for timex in read(text).mentions.timexes] == ["1900"]


# A sentence that counts from an event, how far, and whether what is so then is told in the present.
COUNTED_FROM = [
    ("On the eighth day after the raid she sits under a tree.", 8, True),
    ("On the eighth day after the rebels came to Belgor she sat under a tree.", 8, False),
    ("Six days after the raid nobody has visited the market.", 6, True),
    ("Six days after the rebels, who have no tanks, left Belgor the market opened.", 6, False),
    ("The market opened six days after the raid.", 6, False),
]


@pytest.mark.parametrize(("text", "amount", "is_now"), COUNTED_FROM, ids=[row[0] for row in COUNTED_FROM])
def test_a_day_counted_from_an_event_tells_whether_it_is_now(read, text, amount, is_now):
    (timex,) = [timex for timex in read(text).mentions.timexes if timex.rule == "mentions.after_event"]
    assert (timex.amount, timex.is_now) == (amount, is_now)


def test_a_clause_with_since_behind_a_comma_gives_the_reason(read):
    assert read("The rebels freed only nine, since two had declined to go.").mentions.timexes == ()


def test_a_number_that_names_a_brigade_is_no_day(read):
    assert read("Shells fell on the 17th Brigade.").mentions.timexes == ()

import pytest
from edtf import parse_edtf
from hand_read import Article

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import AnchorKind, Bound, Measure, Scope, TimexKind
from sayso.model.spans import Span

MONDAY = "2019-03-11"


def article(text, day=MONDAY, name="a"):
    found = Article(name, text)
    return found.clue("stated", day) if day else found


def test_fresh_news_without_a_time_is_of_the_documents_day(resolve):
    assert resolve([article("Troops took Rahna.").claim("took Rahna")]).when("took Rahna") == (MONDAY, "document")


def test_what_the_words_leave_open_has_no_time(resolve):
    world = resolve([article("Rahna had been besieged.").claim("been besieged", "siege", time_rule="claims.no_time")])
    assert world.when("been besieged") == (None, "none")


@pytest.mark.parametrize(
    ("words", "rule", "expected"),
    [
        ("on Monday", {}, (MONDAY, "relative")),
        ("in June", {"month": 6}, ("2018-06", "relative")),
        ("on Friday last week", {"weekday": 4, "unit": "week", "amount": -1}, ("2019-03-08", "relative")),
        (
            "over the weekend",
            {"unit": "weekend", "amount": 0, "direction": "past", "rule": "mentions.shifted_period"},
            ("2019-03-09/2019-03-10", "relative"),
        ),
        ("on 8 March", {"month": 3, "day": 8}, ("2019-03-08", "stated")),
        ("in March 2012", {"value": "2012-03"}, ("2012-03", "stated")),
        ("recently", {"anchor": "none", "is_vague": True}, (None, "none")),
    ],
)
def test_words_of_time_give_period_and_basis(resolve, words, rule, expected):
    text = f"Troops took Rahna {words}."
    world = resolve([article(text).when(words, **rule).claim("took Rahna", on=words)])
    assert world.when("took Rahna") == expected


def test_news_of_an_event_whose_day_nothing_tells_is_of_the_documents_day(resolve):
    found = article("Soldiers killed nine villagers during a raid.")
    found.when("during a raid", "raid", anchor="event", extent="during")
    found.claim("killed nine villagers", "violence_against_civilians", on="during a raid")
    assert resolve([found]).when("killed nine villagers") == (MONDAY, "document")


ENDED = [
    ("Rahna fell on 4 March, after a siege of ten days.", ("2019-02-23/2019-03-04", "relative")),
    ("On 4 March Rahna ended a siege of ten days.", ("2019-03-02/2019-03-11", "relative")),
]


@pytest.mark.parametrize(("text", "period"), ENDED)
def test_what_lasted_for_a_time_ends_on_the_day_of_what_came_after_it(resolve, text, period):
    found = article(text)
    on = next(words for words in ("on 4 March", "On 4 March") if words in text)
    found.when(on, month=3, day=4, rule="mentions.date_without_year")
    if "after a siege" in text:
        found.when("after a siege", "siege", anchor="event", rule="mentions.event_noun")
    length = {"unit": "day", "amount": 10, "extent": "during", "anchor": "none", "kind": TimexKind.DURATION}
    found.when("ten days", rule="mentions.length", **length)
    assert resolve([found.claim("a siege of ten days", "siege", on="ten days")]).when("a siege of ten days") == period


def test_a_weekday_to_come_lies_ahead(resolve):
    found = article("Talks will open on Tuesday.").when("on Tuesday")
    world = resolve([found.claim("Talks will open", "diplomacy", on="on Tuesday", tense="future")])
    assert world.when("Talks will open") == ("2019-03-12", "relative")


def test_figures_that_add_up_since_a_day_hold_as_of_the_documents_day(resolve):
    found = article("Shells killed 12 people since Wednesday.").when("since Wednesday", extent="since")
    figure = ClaimFigure(
        span=Span(13, 15),
        what=Measure.FATALITIES,
        of_whom="people",
        low=12,
        high=12,
        bound=Bound.EXACT,
        scope=Scope.CUMULATIVE,
    )
    world = resolve([found.claim("Shells killed 12 people", "toll", on="since Wednesday", figures=(figure,))])
    assert world.when("Shells killed 12 people") == (MONDAY, "relative")


def test_an_event_lies_before_the_news_that_comes_after_it(resolve):
    found = article("The fall of Rahna follows two days after soldiers seized Selba.")
    found.when("two days after", "seized", unit="day", amount=2).claim("seized Selba", "control_change")
    assert resolve([found]).when("seized Selba") == ("2019-03-09", "event")


def test_an_event_a_month_before_the_news_is_about_a_month_old(resolve):
    found = article("The vote comes a month after soldiers launched a drive.")
    found.when("a month after", "launched", unit="month", amount=1).claim("soldiers launched a drive", "advance")
    assert resolve([found]).when("soldiers launched a drive") == ("2019-02-11~", "event")


def test_a_time_counted_from_an_event_takes_its_day_from_the_same_text(resolve):
    found = article("Troops took Selba on Friday. Rahna fell two days after the capture.")
    found.when("on Friday").when("two days after", "capture", unit="day", amount=2)
    found.claim("took Selba", "control_change", on="on Friday").claim("the capture", "control_change", on="on Friday")
    world = resolve([found.claim("Rahna fell", "control_change", on="two days after")])
    assert world.when("Rahna fell") == ("2019-03-10", "event")


def test_a_time_counted_from_an_event_takes_its_day_from_another_document(resolve):
    told = article("Troops took Selbah on Friday.", name="told").where("Selbah").when("on Friday")
    told.claim("took Selbah", "control_change", ["Selbah"], "on Friday")
    found = article("Rahna fell two days after the capture of Selba.").where("Selba")
    found.when("two days after", "capture", unit="day", amount=2).claim("capture of Selba", "control_change", ["Selba"])
    world = resolve([found.claim("Rahna fell", "control_change", on="two days after"), told])
    assert world.when("Rahna fell") == ("2019-03-10", "event")
    assert world.claim("Rahna fell").period.derived.rule == "resolution.event_elsewhere"


def test_before_an_event_has_an_open_beginning(resolve):
    found = article("Shells fell on Friday. People left before the shelling.").when("on Friday")
    found.when("before the shelling", "shelling", extent="until", rule="mentions.event_noun")
    found.claim("Shells fell", "shelling", on="on Friday").claim("the shelling", "shelling", on="on Friday")
    assert resolve([found.claim("People left", "displacement", on="before the shelling")]).when("People left") == (
        "../2019-03-08", "event",
    )  # fmt: skip


def test_what_a_text_takes_for_granted_is_of_the_day_it_tells_elsewhere(resolve):
    found = (
        article("Gas killed people in Rahna on Friday. Ministers condemned the attack.")
        .where("Rahna")
        .when("on Friday")
    )
    found.claim("Gas killed people", "violence_against_civilians", ["Rahna"], "on Friday")
    world = resolve([found.claim("the attack", "violence_against_civilians", ["Rahna"], basis="presupposed")])
    assert world.when("the attack") == ("2019-03-08", "event")


def test_a_bare_length_of_a_siege_ends_with_the_documents_day(resolve):
    found = article("A month-long siege emptied Rahna.")
    found.when("month-long", anchor="none", kind=TimexKind.DURATION, unit="month", amount=1, extent="during")
    assert resolve([found.claim("siege", on="month-long", kind="siege")]).when("siege") == (
        "2019-02-11~/2019-03-11",
        "relative",
    )


def undated(words="on Monday", **rule):
    found = article(f"Troops took Rahna {words}. The war began on 5 March 2018.", None)
    return found.when(words, **rule).when("on 5 March 2018", value="2018-03-05").claim("took Rahna", on=words)


def test_relative_days_of_a_page_without_a_day_stay_intervals(resolve):
    assert resolve([undated()]).when("took Rahna") == ("2018-03-05/2019-03-04", "relative")
    assert resolve([undated("a month ago", unit="month", amount=-1, rule="mentions.ago")]).when("took Rahna") == (
        "2018-02-05~/2019-02-05~", "relative",
    )  # fmt: skip


def test_the_days_of_a_page_without_a_date_are_not_made_up(resolve):
    found = article("Troops took Rahna on Monday.", None).when("on Monday").claim("took Rahna", on="on Monday")
    assert resolve([found]).when("took Rahna") == (None, "none")


def test_a_day_hides_the_documents_that_an_inferred_date_rests_on(resolve):
    told = article("Troops took Selba on Saturday.", name="told").where("Selba").when("on Saturday")
    told.claim("took Selba", "control_change", ["Selba"], "on Saturday")
    found = article("The fall of Rahna follows two days after soldiers seized Selba.", None).where("Selba")
    found.when("two days after", "seized", unit="day", amount=2).claim("seized Selba", "control_change", ["Selba"])
    world = resolve([told, found.claim("fall of Rahna", "control_change")])
    assert world.when("fall of Rahna") == (MONDAY, "document")
    assert world.claim("fall of Rahna").hidden_inputs == ("told",)
    assert world.claim("took Selba").hidden_inputs == ()


def test_every_period_is_valid_edtf(resolve):
    found = article("Troops took Rahna and Selba and Zuhar and Tarim.")
    for number, anchor in enumerate(AnchorKind):
        found.when("Rahna", anchor=anchor, unit="month", amount=-number, extent="since")
        found.claim(("Rahna", "Selba", "Zuhar", "Tarim")[number], on="Rahna")
    periods = [resolved.period.edtf for resolved in resolve([found]).resolution.claims]
    assert all(parse_edtf(edtf) for edtf in periods if edtf)


def test_an_event_is_counted_back_from_the_day_told_right_before(resolve):
    found = article("Buses left on Friday, two days after soldiers seized Selba.").when("on Friday")
    found.when("two days after", "seized", unit="day", amount=2).claim("seized Selba", "control_change")
    assert resolve([found]).when("seized Selba") == ("2019-03-06", "event")


def test_an_event_told_at_the_opening_is_counted_back_from_the_documents_day(resolve):
    found = article("A week after the army seized Selba, shops opened.")
    found.when("A week after", "seized", unit="week", amount=1).claim("seized Selba", "control_change")
    assert resolve([found]).when("seized Selba") == ("2019-03-04~", "event")


def nth(words, kind="siege", **rule):
    found = article(f"Rahna is {words} of siege.").when(words, rule="mentions.ordinal", anchor="event", **rule)
    return found.claim("Rahna is", kind, on=words, tense="present", is_standing=True)


@pytest.mark.parametrize(
    ("words", "rule", "period"),
    [
        ("in its third day", {"unit": "day", "amount": 3}, "2019-03-09/2019-03-11"),
        ("in its fifth month", {"unit": "month", "amount": 5}, "2018-10-11~/2019-03-11"),
    ],
)
def test_what_is_in_its_third_day_has_gone_on_so_long(resolve, words, rule, period):
    assert resolve([nth(words, **rule)]).when("Rahna is") == (period, "relative")


def test_an_event_told_behind_its_word_takes_the_day_that_is_counted_from(resolve):
    found = article("Buses came on Friday, three days after the army declared the town captured.").when("on Friday")
    found.when("three days after", "declared", unit="day", amount=3)
    found.claim("Buses came", "evacuation", on="on Friday").claim("the town captured", "control_change")
    assert resolve([found]).when("the town captured") == ("2019-03-05", "event")


def old_history():
    years = ("in 1910", "in 1911", "in 1912", "in 1913", "in 1914", "in 1915")
    found = article(f"It was built {', '.join(years)}. Troops came on 10 June 1916. Rahna fell in August.")
    for words in years:
        found.when(words, value=words[-4:])
    return found.when("on 10 June 1916", value="1916-06-10").when("in August", month=8)


def test_a_claim_of_a_history_is_dated_from_the_date_told_last(resolve):
    world = resolve([old_history().claim("Rahna fell", "control_change", on="in August")])
    assert world.when("Rahna fell") == ("1916-08", "relative")
    derived = world.claim("Rahna fell").period.derived
    assert (derived.rule, [e.quote for e in derived.evidence]) == (
        "resolution.text_time", ["in August", "on 10 June 1916"],
    )  # fmt: skip

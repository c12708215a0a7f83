import pytest
from hand_read import Article

DAY = "2019-03-15"


def article(text):
    return Article("a", text).clue("stated", DAY)


def told(text, words="on Monday"):
    return article(text).where("Rahna").when(words)


def test_a_known_event_is_of_the_day_that_the_text_tells(resolve):
    found = told("Planes hit Rahna on Monday. Crowds gathered. The strike killed nine.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("The strike killed nine", "air_strike", time_rule="claims.known_event")
    assert resolve([found]).when("The strike killed nine") == ("2019-03-11", "event")


def test_what_came_before_something_dated_is_none_of_the_documents_news(resolve):
    found = told("Planes hit Rahna on Monday. Planes bombed Rahna. They took it in May after a raid that killed nine.")
    found.claim("Planes bombed Rahna", "air_strike", at=["Rahna"], time_rule="claims.document_day")
    found.claim("a raid that killed nine", "air_strike", at=["Rahna"], basis="presupposed", time_rule="claims.earlier")
    assert resolve([found]).when("a raid that killed nine") == (None, "none")


def test_a_known_event_of_another_place_is_another_event(resolve):
    found = told("Planes hit Rahna on Monday. The strike on Belgor killed nine.").where("Belgor")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("The strike on Belgor", "air_strike", at=["Belgor"], time_rule="claims.known_event")
    assert resolve([found]).when("The strike on Belgor") == (DAY, "document")


def test_a_known_event_that_is_the_documents_own_news_is_of_the_documents_day(resolve):
    found = told("Planes hit Rahna on Monday. Planes bombed Rahna. The strike killed nine.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("bombed Rahna", "air_strike", at=["Rahna"])
    found.claim("The strike killed nine", "air_strike", at=["Rahna"], time_rule="claims.known_event")
    assert resolve([found]).when("The strike killed nine") == (DAY, "document")


def test_a_known_event_is_what_the_text_tells_before_what_it_takes_for_granted_too(resolve):
    found = told("Troops took Rahna. The capture on Monday was hailed. The recapture of Rahna ends a siege.")
    found.claim("Troops took Rahna", "control_change", at=["Rahna"])
    found.claim("The capture on Monday", "control_change", at=["Rahna"], on="on Monday", basis="presupposed")
    found.claim("The recapture of Rahna", "control_change", at=["Rahna"], basis="presupposed")
    assert resolve([found]).when("The recapture of Rahna") == (DAY, "document")


def after(text, event, amount=1):
    """Return an article of planes that hit Rahna on Monday, a day after `event`."""
    found = told(text)
    found.when("a day after", event, anchor="event", unit="day", amount=amount, rule="mentions.after_event")
    return found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")


def test_what_a_dated_event_came_a_day_after_is_of_the_day_before(resolve):
    found = after("Planes hit Rahna on Monday, a day after rebels shot a helicopter down.", "shot")
    found.claim("shot a helicopter down", "clash", at=["Rahna"], basis="presupposed", time_rule="claims.no_time")
    assert resolve([found]).when("shot a helicopter down") == ("2019-03-10", "event")


def test_what_a_dated_event_came_after_is_not_of_its_day(resolve):
    found = told("Planes hit Rahna on Monday after rebels shot a helicopter down.")
    found.when("after rebels shot a helicopter down", "shot", anchor="event", direction="future")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("shot a helicopter down", "clash", at=["Rahna"], basis="presupposed", time_rule="claims.no_time")
    assert resolve([found]).when("shot a helicopter down") == (None, "none")


def test_a_story_of_another_year_is_not_told_of_the_documents_day(resolve):
    found = article("In 1982 the army crushed a revolt in Rahna. Thousands were killed.").where("Rahna")
    found.when("In 1982", value="1982")
    found.claim("Thousands were killed", "toll", at=["Rahna"], time_rule="claims.continued_time")
    assert resolve([found]).when("Thousands were killed") == (None, "none")


def test_a_count_of_a_known_event_goes_on_with_the_sentence_before(resolve):
    found = article("Troops took Rahna in March 2012. Hundreds died in the offensive.").where("Rahna")
    found.when("in March 2012", value="2012-03").claim("Troops took Rahna", at=["Rahna"], on="in March 2012")
    found.claim("Hundreds died in the offensive", "toll", at=["Rahna"], time_rule="claims.known_event")
    assert resolve([found]).when("Hundreds died in the offensive") == ("2012-03", "event")


@pytest.mark.parametrize(
    ("rule", "kind", "expected"),
    [
        ("claims.continued_time", "clash", ("2019-03-11", "event")),
        ("claims.document_day", "clash", (DAY, "document")),
        ("claims.continued_time", "diplomacy", (DAY, "document")),
    ],
)
def test_the_simple_past_goes_on_with_the_day_told_before(resolve, rule, kind, expected):
    found = told("Planes hit Rahna on Monday. Troops fought there.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("Troops fought", kind, time_rule=rule)
    assert resolve([found]).when("Troops fought") == expected


def test_that_day_is_the_day_told_before(resolve):
    found = told("Planes hit Rahna on Monday. Troops fought that day.")
    found.when("that day", anchor="event", unit="day", amount=0, rule="mentions.other_day")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("Troops fought that day", on="that day")
    assert resolve([found]).when("Troops fought that day") == ("2019-03-11", "event")


def test_what_was_said_on_a_day_is_of_that_day_or_shortly_before(resolve):
    found = told("The mayor said on Monday that rebels took Rahna.")
    found.claim("rebels took Rahna", on="on Monday", time_rule="claims.said_timex")
    assert resolve([found]).when("rebels took Rahna") == ("2019-03-11", "document")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"stance": "denies"}, ("2019-03-11", "event")),
        ({"time_rule": "claims.known_event"}, ("2019-03-11", "event")),
        ({}, (DAY, "document")),
    ],
)
def test_violence_denied_or_told_as_past_is_what_the_text_told_before(resolve, more, expected):
    found = told("Planes hit Rahna on Monday. Jets bombed the depot, the ministry said.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("bombed the depot", "air_strike", at=["Rahna"], **more)
    assert resolve([found]).when("bombed the depot") == expected


# What is said of harm without a time beside the news of the day that a strike hit Rahna, and when it is set.
UNTIMED = [
    ({}, (DAY, "document")),
    ({"kind": "destruction"}, (None, "none")),
    ({"frame": "lay_mines"}, (None, "none")),
    ({"tense": "future"}, (None, "none")),
    ({"at": ["Belgor"]}, (None, "none")),
]


@pytest.mark.parametrize(("more", "expected"), UNTIMED)
def test_harm_without_a_time_is_of_the_days_of_the_news_that_tells_of_it(resolve, more, expected):
    found = article("Planes hit Rahna. Mothers of those who died near Belgor wept.").where("Rahna").where("Belgor")
    found.claim("Planes hit Rahna", "air_strike", at=["Rahna"])
    usual = {"kind": "toll", "at": ["Rahna"], "time_rule": "claims.no_time", "basis": "presupposed"}
    found.claim("those who died", **(usual | more))
    assert resolve([found]).when("those who died") == expected


def test_harm_without_a_time_is_not_of_the_day_of_other_news_in_its_own_sentence(resolve):
    found = article("Planes hit Rahna where nine had died.").where("Rahna")
    found.claim("Planes hit Rahna", "air_strike", at=["Rahna"])
    found.claim("nine had died", "toll", at=["Rahna"], time_rule="claims.no_time", basis="presupposed")
    assert resolve([found]).when("nine had died") == (None, "none")


def test_what_is_told_of_a_whole_war_is_not_of_the_day_of_one_strike(resolve):
    found = told("Planes hit Rahna on Monday. The war has killed nine thousand.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    general = {"time_rule": "claims.known_event", "place_rule": "claims.general_place"}
    found.claim("The war has killed nine thousand", "air_strike", **general)
    assert resolve([found]).when("The war has killed nine thousand") == (DAY, "document")

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
        ({"tense": "pluperfect"}, ("2019-03-11", "event")),
        ({}, (DAY, "document")),
    ],
)
def test_violence_denied_or_told_as_past_is_what_the_text_told_before(resolve, more, expected):
    found = told("Planes hit Rahna on Monday. Jets bombed the depot, the ministry said.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("bombed the depot", "air_strike", at=["Rahna"], **more)
    assert resolve([found]).when("bombed the depot") == expected

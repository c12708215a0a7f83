import pytest
from hand_read import Article

DAY = "2019-03-15"


def article(text):
    return Article("a", text).clue("stated", DAY)


def diary(second="Tuesday"):
    text = f"The week in Rahna.\nMonday\nPlanes hit Rahna.\n{second}\nTroops took the dam. It burned at noon."
    found = article(text).when("Monday").when(second).where("Rahna")
    found.claim("Planes hit Rahna", "air_strike", at=["Rahna"])
    return found


def test_what_stands_under_a_day_is_of_that_day(resolve):
    found = diary()
    found.claim("Troops took the dam", "control_change", time_rule="claims.continued_time")
    record = resolve([found])
    assert record.when("Planes hit Rahna") == ("2019-03-11", "stated")
    assert record.when("Troops took the dam") == ("2019-03-12", "stated")


def test_one_line_of_a_day_may_be_the_pages_own(resolve):
    found = diary(second="Monday ")
    assert resolve([found]).when("Planes hit Rahna") == (DAY, "document")


@pytest.mark.parametrize("mark", [":", " –", "."])
def test_a_day_that_opens_a_paragraph_is_that_of_the_paragraph(resolve, mark):
    text = f"Monday{mark} Planes hit Rahna.\nTuesday{mark} Troops took the dam.\nBoth sides met for talks."
    found = article(text).when("Monday").when("Tuesday").where("Rahna")
    found.claim("Planes hit Rahna", "air_strike", at=["Rahna"])
    found.claim("Troops took the dam", "control_change")
    found.claim("Both sides met", "diplomacy")
    record = resolve([found])
    assert record.when("Planes hit Rahna") == ("2019-03-11", "stated")
    assert record.when("Troops took the dam") == ("2019-03-12", "stated")
    assert record.when("Both sides met") == (DAY, "document")


def test_words_under_a_day_are_counted_from_it(resolve):
    found = diary()
    found.when("at noon", unit="day", amount=0, rule="mentions.part_of_day")
    found.claim("It burned at noon", "destruction", on="at noon")
    assert resolve([found]).when("It burned at noon") == ("2019-03-12", "relative")


def test_an_entry_of_a_log_is_of_the_days_that_stand_with_its_places(resolve):
    text = "A log.\n- Rahna, Selba, 8 to 10 March. Medics list nine dead.\n- Zuhar, 6 March. Planes hit the mill."
    found = article(text).when("8 to 10 March", value="2019-03-08/2019-03-10").when("6 March", value="2019-03-06")
    found.claim("Medics list nine dead", "toll").claim("Planes hit the mill", "air_strike")
    record = resolve([found])
    assert record.when("Medics list nine dead") == ("2019-03-08/2019-03-10", "stated")
    assert record.when("Planes hit the mill") == ("2019-03-06", "stated")

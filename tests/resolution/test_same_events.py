import pytest
from hand_read import Article

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Scope

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


def test_what_a_voice_tells_beside_news_of_the_day_does_not_go_on_with_a_day_before(resolve):
    found = told("Planes hit Rahna on Monday. Medics said troops had come and fought there.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    medics = {"chain": [("medics", "medic")]}
    found.claim("troops had come", "advance", time_rule="claims.document_day", **medics)
    found.claim("fought there", time_rule="claims.continued_time", **medics)
    assert resolve([found]).when("fought there") == (DAY, "document")


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


# What a text goes on with behind "Buses left Rahna on Monday.", in whose voice, and whether it is of that day.
ELSEWHERE = [
    ("One came under fire at Belgor.", {}, ("2019-03-11", "event")),
    ("One came under fire at Belgor.", {"place_rule": "claims.current_place"}, ("2019-03-11", "event")),
    ("Rain fell. One came under fire at Belgor.", {}, (DAY, "document")),
    ("The army said one came under fire at Belgor.", {"source_span": "The army"}, (DAY, "document")),
]


@pytest.mark.parametrize(("text", "more", "expected"), ELSEWHERE)
def test_the_next_sentence_of_a_voice_goes_on_with_a_day_elsewhere(resolve, text, more, expected):
    found = told(f"Buses left Rahna on Monday. {text}").where("Belgor")
    found.claim("Buses left Rahna", "evacuation", at=["Rahna"], on="on Monday")
    words = "One came under fire" if "One" in text else "one came under fire"
    spans = {name: found.span(value) if name == "source_span" else value for name, value in more.items()}
    found.claim(words, "clash", at=["Belgor"], time_rule="claims.continued_time", **spans)
    assert resolve([found]).when(words) == expected


@pytest.mark.parametrize(
    ("scope", "expected"), [("incident", ("2019-03-11", "event")), ("cumulative", (DAY, "document"))]
)
def test_a_number_of_dead_is_of_the_event_told_before_but_for_that_of_a_whole_war(resolve, scope, expected):
    found = told("Planes hit Rahna on Monday. The mayor gives a toll of nine.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    dead = ClaimFigure(
        span=found.span("nine"), what="fatalities", of_whom=None, low=9, high=9, bound="exact", scope=Scope(scope)
    )
    found.claim("a toll of nine", "toll", at=["Rahna"], figures=(dead,))
    assert resolve([found]).when("a toll of nine") == expected


def headed(text):
    heading = "Blast in Rahna, 4 March"
    found = Article("a", f"{heading}\n{text}", heading=heading).clue("stated", DAY).where("Rahna")
    found.when("4 March", month=3, day=4).claim("Blast in Rahna", "explosion", at=["Rahna"], on="4 March")
    return found


# What a page says under "Blast in Rahna, 4 March", of what kind, where, and when it was.
UNDER_A_HEADING = [
    ("explosion", "Rahna", ("2019-03-04", "event")),
    ("toll", "Rahna", ("2019-03-04", "event")),
    ("explosion", "Belgor", (DAY, "document")),
    ("diplomacy", "Rahna", (DAY, "document")),
]


@pytest.mark.parametrize(("kind", "place", "expected"), UNDER_A_HEADING)
def test_a_page_headed_by_an_event_and_its_day_tells_of_that(resolve, kind, place, expected):
    found = headed("Rain fell. Snow fell. Hail fell. Windows broke. See Belgor.").where("Belgor")
    found.claim("Windows broke", kind, at=[place], time_rule="claims.continued_time")
    assert resolve([found]).when("Windows broke") == expected


def test_a_clock_time_is_of_the_day_of_the_event_that_heads_the_page(resolve):
    found = headed("A bomb caused the blast that wrecked a school at 16:20.")
    found.when("at 16:20", part="T16:20", unit="day", amount=0, rule="mentions.clock")
    found.claim("the blast", "explosion", at=["Rahna"], on="at 16:20", basis="presupposed")
    found.claim("wrecked a school", "destruction", at=["Rahna"], on="at 16:20", basis="presupposed")
    world = resolve([found])
    assert [world.when("the blast"), world.when("wrecked a school")] == [("2019-03-04", "event")] * 2


def test_what_is_taken_in_a_region_is_not_of_the_day_that_one_town_of_it_was(resolve):
    found = article("Troops took Rahna in Kasta on Monday, driving rebels out of towns in the Kasta region.").when(
        "on Monday"
    )
    found.where("the Kasta region", "Kasta", kind="region").where("Rahna", within="Kasta")
    found.claim("Troops took Rahna", "control_change", at=["Rahna"], on="on Monday")
    found.claim("driving rebels out of towns", "control_change", at=["Kasta"], basis="presupposed")
    assert resolve([found]).when("driving rebels out of towns") == (DAY, "document")


# What the army then says behind "In December envoys met in Rahna", and when it is set: it is not of then.
BEHIND_OLD_NEWS = [
    ("Envoys meet again, the army said.", "diplomacy", (DAY, "document")),
    ("Envoys met again.", "diplomacy", ("2018-12", "event")),
]


@pytest.mark.parametrize(("text", "kind", "expected"), BEHIND_OLD_NEWS)
def test_what_somebody_says_is_not_of_a_time_long_before_the_news(resolve, text, kind, expected):
    found = (
        article(f"In December 2018 envoys met in Rahna. {text}")
        .where("Rahna")
        .when("In December 2018", value="2018-12")
    )
    found.claim("envoys met in Rahna", "diplomacy", at=["Rahna"], on="In December 2018")
    said = {"chain": [("the army", "military")], "source_span": found.span("the army")} if "army" in text else {}
    found.claim(text.split(" again")[0], kind, time_rule="claims.continued_time", **said)
    assert resolve([found]).when(text.split(" again")[0]) == expected


@pytest.mark.parametrize(("is_said", "expected"), [(True, (DAY, "document")), (False, ("2019-03-11", "event"))])
def test_a_state_that_somebody_reports_is_of_the_day_of_the_report(resolve, is_said, expected):
    found = told("Planes hit Rahna on Monday. The army said that it had no gas.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    said = {"chain": [("The army", "military")], "source_span": found.span("The army")} if is_said else {}
    found.claim("it had no gas", "arms", at=["Rahna"], time_rule="claims.continued_time", **said)
    assert resolve([found]).when("it had no gas") == expected


def test_a_headline_is_not_of_the_day_of_what_the_lead_takes_for_granted(resolve):
    found = Article("a", "Rahna retaken\nTroops are in Rahna, which rebels seized on 3 March.", heading="Rahna retaken")
    found.clue("stated", DAY).where("Rahna").when("on 3 March", month=3, day=3)
    found.claim("Rahna retaken", "control_change", at=["Rahna"], time_rule="claims.document_day")
    found.claim("rebels seized", "control_change", at=["Rahna"], on="on 3 March", basis="presupposed")
    assert resolve([found]).when("Rahna retaken") == (DAY, "document")


def test_harm_told_before_is_spoken_of_again_and_not_what_is_told_after(resolve):
    found = told("Planes hit Rahna on Monday. We know the names of those who died. Nine died on Tuesday.").when(
        "on Tuesday"
    )
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    found.claim("those who died", "toll", at=["Rahna"], basis="presupposed", time_rule="claims.no_time")
    found.claim("Nine died", "toll", at=["Rahna"], on="on Tuesday")
    assert resolve([found]).when("those who died") == ("2019-03-11", "event")


# What closed a clinic, the words that time it by that, and when that was.
BEFORE_SOMETHING = [
    (
        "The clinic closed on Monday after shells fell.",
        "after shells fell",
        {"direction": "future"},
        ("2019-03-11", "relative"),
    ),
    ("Nobody came since shells fell.", "since shells fell", {"extent": "since"}, (None, "none")),
]


@pytest.mark.parametrize(("text", "words", "more", "expected"), BEFORE_SOMETHING)
def test_what_came_right_before_a_dated_thing_is_no_news_of_the_documents_day(resolve, text, words, more, expected):
    found = article(text)
    if "Monday" in text:
        found.when("on Monday")
    found.when(words, "fell", rule="mentions.event_clause", **more)
    found.claim("shells fell", "shelling", on=words)
    assert resolve([found]).when("shells fell") == expected


def test_a_part_of_a_day_is_of_the_day_told_and_not_of_the_event_counted_from(resolve):
    found = article("On Monday, two days after buses left, a flag was hung. By nightfall the men were gone.").when(
        "On Monday"
    )
    found.when("two days after", "left", anchor="event", unit="day", amount=2, rule="mentions.after_event")
    found.when("By nightfall", part="NI", unit="day", amount=0, rule="mentions.part_of_day")
    found.claim("buses left", "evacuation", basis="presupposed", time_rule="claims.no_time")
    found.claim("the men were gone", "withdrawal", on="By nightfall")
    assert resolve([found]).when("the men were gone") == ("2019-03-11", "event")


# What a text tells behind "The army said on Monday that it took Rahna": harm there is of about that day, no other thing.
BEHIND_SAID_NEWS = [
    ("clash", "Rahna", ("2019-03-11", "document")),
    ("toll", "Rahna", ("2019-03-11", "document")),
    ("clash", "Belgor", (DAY, "document")),
    ("diplomacy", "Rahna", (DAY, "document")),
]


@pytest.mark.parametrize(("kind", "place", "expected"), BEHIND_SAID_NEWS)
def test_harm_behind_news_that_was_told_on_a_day_is_of_about_that_day(resolve, kind, place, expected):
    found = told("The army said on Monday that it took Rahna.\nNine were lost. See Belgor.").where("Belgor")
    found.claim("it took Rahna", "control_change", at=["Rahna"], on="on Monday", time_rule="claims.said_timex")
    found.claim("Nine were lost", kind, at=[place], time_rule="claims.continued_time")
    assert resolve([found]).when("Nine were lost") == expected


# Who speaks of what was told before, in which kind, and when that is set.
WORDS_ON_IT = [
    ("They spoke of an exchange of nine", "agreement", {"chain": [("they", "military")]}, ("2019-03-11", "event")),
    ("They have spoken of an exchange", "agreement", {"chain": [("they", "military")]}, (DAY, "document")),
    ("They spoke of an exchange of nine", "strength", {"chain": [("they", "military")]}, (DAY, "document")),
    ("They spoke of an exchange of nine", "agreement", {}, (DAY, "document")),
]


@pytest.mark.parametrize(("words", "kind", "more", "expected"), WORDS_ON_IT)
def test_somebodys_word_on_what_a_paragraph_has_told_is_of_its_day(resolve, words, kind, more, expected):
    found = told(f"The states swapped captives at Rahna on Monday. {words}.")
    found.claim("swapped captives", "agreement", at=["Rahna"], on="on Monday")
    found.claim(words, kind, at=["Rahna"], time_rule="claims.document_day", **more)
    assert resolve([found]).when(words) == expected


def test_a_story_goes_on_from_sentence_to_sentence(resolve):
    found = told("Planes hit Rahna on Monday. Troops came. Some fled. They lost nine men. They left.")
    found.claim("hit Rahna", "air_strike", at=["Rahna"], on="on Monday")
    for words in ("Troops came", "Some fled", "They lost nine men", "They left"):
        found.claim(words, "clash", time_rule="claims.continued_time")
    assert resolve([found]).when("They left") == ("2019-03-11", "event")


# A sentence with a day and nothing else that was read in it, what follows, and when that is set.
BEFORE = [
    ("On Monday rain fell. Guns fired.", ("2019-03-11", "event")),
    ("On Monday rain fell, as on Sunday. Guns fired.", (DAY, "document")),
    ("On Monday rain fell.\nGuns fired.", (DAY, "document")),
    ("Since Monday rain has fallen. Guns fired.", (DAY, "document")),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE, ids=[row[0] for row in BEFORE])
def test_the_simple_past_goes_on_with_the_one_day_of_the_sentence_before(resolve, text, expected):
    found = article(text)
    for words, extent in (("On Monday", "at"), ("Since Monday", "since"), ("on Sunday", "at")):
        if words in text:
            found.when(words, extent=extent)
    found.claim("Guns fired", "clash", time_rule="claims.continued_time")
    assert resolve([found]).when("Guns fired") == expected


@pytest.mark.parametrize(
    ("frame", "time_rule", "expected"),
    [
        ("denial", "claims.said_timex", ("2019-03-11", "event")),
        ("capture", "claims.said_timex", ("2019-03-11", "document")),
    ],
)
def test_a_word_on_somebodys_word_of_a_day_is_nothing_that_happened_between(resolve, frame, time_rule, expected):
    found = told("That they took Rahna, as they said on Monday, was false. Guns fired.")
    found.claim("they took Rahna", "control_change", at=["Rahna"], on="on Monday", frame=frame, time_rule=time_rule)
    found.claim("Guns fired", "clash", time_rule="claims.continued_time")
    assert resolve([found]).when("Guns fired") == expected

"""Does a sentence say what its claim says, in good plain English, and no more?"""

import pytest
from outputs.made_rows import claim, control, figure, group, place, reports

from sayso.outputs.briefing.numbers import say_origins
from sayso.outputs.briefing.runs import Whose
from sayso.outputs.briefing.sentences import say_also, say_claim, say_count, say_note

UNREVIEWED = "no: unreviewed machine reading"
DOCUMENT_DAY = {"written": None, "edtf": "2024-05-03", "basis": "document"}
NO_DAY = {"written": None, "edtf": None, "basis": "none"}
WORDS = "they heard fighting in Rahna all night"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (claim(), f"Activists say that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice="officer"), f"An officer says that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice="Rahna army"), f"The Rahna army says that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice="United Nations"), f"The United Nations says that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice=("Wire", "activists")), f"Activists, cited by Wire, say that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice=None), f"Daily says that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(voice=None, doc="d2"), f"An unnamed outlet (report 1) says that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(time=DOCUMENT_DAY), f"Activists say, as reported on 3 May 2024, that there was fighting in Rahna: “… {WORDS}”."),
        (claim(time=NO_DAY), f"Activists say that there was fighting in Rahna: “… {WORDS}”."),
        (claim(time={**NO_DAY, "edtf": "2024-04~/2024-05-01", "basis": "relative"}),
         f"Activists say that there was fighting in Rahna between about April 2024 and 1 May 2024: “… {WORDS}”."),
        (claim(place=None), f"Activists say that there was fighting on 1 May 2024: “… {WORDS}”."),
        (claim(place=place("Rahna mosque", precision="point")), f"Activists say that there was fighting at the Rahna mosque on 1 May 2024: “… {WORDS}”."),
        (claim(place=place("Rahna; Selba")), f"Activists say that there was fighting in Rahna and Selba on 1 May 2024: “… {WORDS}”."),
        (claim(stance="denies"), f"On fighting in Rahna on 1 May 2024, according to activists, in the negative: “On Wednesday {WORDS}.”"),
        (claim(stance="doubts"), f"Activists say it is doubtful that there was fighting in Rahna on 1 May 2024: “On Wednesday {WORDS}.”"),
        (claim(stance="hedges"), f"Activists say, with a reservation, that there was fighting in Rahna on 1 May 2024: “On Wednesday {WORDS}.”"),
        (claim(stance="concedes"), f"Activists say that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(basis="presupposed"), f"On fighting in Rahna on 1 May 2024, activists mention in passing: “… {WORDS}”."),
        (claim(basis="conditional"), f"Activists say, as a possibility, that there was fighting in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(kind="arms"), f"On arms in Rahna on 1 May 2024, according to activists: “… {WORDS}”."),
        (claim(kind="advance", actors={"agent": "Rahna army", "target": None}), f"Activists say that Rahna army advanced in Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(kind="withdrawal"), f"On a withdrawal from Rahna on 1 May 2024, according to activists: “… {WORDS}”."),
        (claim(kind="withdrawal", actors={"agent": "Rahna army, Hill Front", "target": None}), f"Activists say that Rahna army and Hill Front withdrew from Rahna on 1 May 2024: “… {WORDS}”."),
        (claim(kind="siege"), f"On siege or supplies in Rahna on 1 May 2024, according to activists: “… {WORDS}”."),
        (claim(quote="words withheld", context="words withheld"), "Activists say that there was fighting in Rahna on 1 May 2024 (words withheld)."),
        (claim(reviewed=UNREVIEWED), f"On fighting in Rahna on 1 May 2024, according to activists: “On Wednesday {WORDS}.”"),
        (claim(reviewed=UNREVIEWED, stance="denies"), f"On fighting in Rahna on 1 May 2024, according to activists, in the negative: “On Wednesday {WORDS}.”"),
        (claim(reviewed=UNREVIEWED, place=place("Selba", written=(90, 95))), f"On fighting [in Selba] on 1 May 2024, according to activists: “On Wednesday {WORDS}.”"),
        (claim(reviewed=UNREVIEWED, place=place("Rahna", written=(90, 95))), f"On fighting in Rahna on 1 May 2024, according to activists: “On Wednesday {WORDS}.”"),
        (claim(quote="heavy fighting"), "Activists say that there was fighting in Rahna on 1 May 2024: “On Wednesday heavy fighting.”"),
    ],
)  # fmt: skip
def test_a_claim_is_said_in_one_sentence(row, said):
    known = reports(row)
    assert say_claim(known.claims["c1"], known).text == said


@pytest.mark.parametrize(
    ("answer", "manner"),
    [
        ("denied in part: fighting", "in the negative only as to how or how far"),
        ("no, it is denied: fighting", "in the negative"),
    ],
)
def test_who_denies_only_how_it_went_does_not_speak_in_the_negative_of_all(answer, manner):
    known = reports(claim(stance="denies"), groups=[group(answer=answer)])
    said = say_claim(known.claims["c1"], known).text
    assert said == f"On fighting in Rahna on 1 May 2024, according to activists, {manner}: “On Wednesday {WORDS}.”"


def test_bombs_that_are_counted_when_found_are_not_told_as_explosions():
    row = claim(kind="explosion", reviewed=UNREVIEWED, question="How many bombs are told of in Rahna on 1 May 2024?")
    counted = group("g2", answer="12", question=row["question"])
    known = reports(row, groups=[group(answer="bombs laid or found"), counted])
    assert say_claim(known.claims["c1"], known).text.startswith(
        "On bombs laid or found in Rahna on 1 May 2024, according to activists"
    )


@pytest.mark.parametrize(
    ("holding", "kind", "said"),
    [
        (control(extent="whole"), "control_change", "government forces took all of Rahna on 1 May 2024"),
        (control(extent="whole"), "control_state", "government forces held all of Rahna on 1 May 2024"),
        (control(extent="most"), "control_state", "government forces held most of Rahna on 1 May 2024"),
        (
            control(extent="share", share="90%"),
            "control_state",
            "government forces held 90 per cent of Rahna on 1 May 2024",
        ),
        (
            control(extent="part", holder="opposition"),
            "control_state",
            "opposition forces held part of Rahna on 1 May 2024",
        ),
        (
            control(extent="presence", holder="Hill Front"),
            "control_state",
            "Hill Front had a presence in Rahna on 1 May 2024",
        ),
        (
            control(holder="not wholly government"),
            "control_state",
            "government forces did not hold all of Rahna on 1 May 2024",
        ),
        (
            control(holder="contested", state="contested"),
            "control_state",
            "control of Rahna was contested on 1 May 2024",
        ),
        (control(holder="somebody"), "control_state", "a force that is not named held Rahna on 1 May 2024"),
    ],
)
def test_who_holds_what_is_said_with_its_extent(holding, kind, said):
    row = claim(kind=kind)
    assert say_claim(row, reports(row, control=[holding])).text == f"Activists say that {said}: “… {WORDS}”."


def test_a_place_taken_from_the_context_is_marked_in_a_clause_that_cannot_do_without_it():
    row = claim(kind="control_change", reviewed=UNREVIEWED, place=place("Selba", written=(90, 95)))
    known = reports(row, control=[control(extent="whole", place="Selba")])
    said = say_claim(known.claims["c1"], known).text
    assert said.startswith("Activists say that government forces took all of [Selba] on 1 May 2024: ")


@pytest.mark.parametrize(
    ("day", "basis", "said"),
    [
        ("2024-04-29/2024-05-05", "relative", "Activists say that government forces held most of Rahna in the week of 29 April to 5 May 2024 (words withheld)."),
        ("2024-04-29/2024-05-05", "document", "Activists say, as reported in the week of 29 April to 5 May 2024, that government forces held most of Rahna (words withheld)."),
        ("2024-04/2024-05", "document", "Activists say, as reported between April 2024 and May 2024, that government forces held most of Rahna (words withheld)."),
    ],
)  # fmt: skip
def test_what_is_withheld_is_said_of_a_week(day, basis, said):
    row = claim(kind="control_state", doc=None, quote="words withheld", context="words withheld")
    known = reports(row, control=[control(extent="most", date=day, time_basis=basis)])
    assert say_claim(known.claims["c1"], known).text == said


def test_a_holding_without_an_extent_is_left_to_its_words_until_it_is_reviewed():
    row = claim(kind="control_state", reviewed=UNREVIEWED)
    known = reports(row, control=[control()])
    assert say_claim(known.claims["c1"], known).text.startswith(
        "On control of Rahna on 1 May 2024, according to activists:"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (figure(), "12 people were killed in Rahna on 1 May 2024"),
        (figure(low=1, high=1, words="one"), "one person was killed in Rahna on 1 May 2024"),
        (figure(low=50, high=None, words="more than 50", bound="at_least", of_whom="porters"), "more than 50 porters were killed in Rahna on 1 May 2024"),
        (figure(low=50, high=None, words="no fewer than fifty-odd", bound="at_least"), "at least 50 people were killed in Rahna on 1 May 2024"),
        (figure(low=50, high=None, words="surpassed 50", bound="at_least", of_whom="porters"), "more than 50 porters were killed in Rahna on 1 May 2024"),
        (figure(low=None, high=60, words="no higher than sixty-odd", bound="at_most"), "at most 60 people were killed in Rahna on 1 May 2024"),
        (figure(low=40, high=50, words="40 to 50", bound="range"), "40 to 50 people were killed in Rahna on 1 May 2024"),
        (figure(low=24, high=None, words="dozens", by_rule=True, bound="vague", of_whom="porters"), "“dozens” of porters were killed in Rahna on 1 May 2024"),
        (figure(part_of="f2"), "12 people (part of another figure) were killed in Rahna on 1 May 2024"),
        (figure(scope="cumulative", of_whom="porters"), "12 porters had been killed in Rahna by 1 May 2024"),
        (figure(what="destroyed_share", of_whom="houses", words="80 percent", low=80, high=80), "80 percent of the houses was destroyed in Rahna on 1 May 2024"),
        (figure(what="other", of_whom="rockets", words="some 30", bound="about"), "the number of rockets in Rahna on 1 May 2024 was some 30"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_hedge_and_tells_what_it_counts(row, said):
    teller = claim()
    assert say_count(row, reports(teller, figures=[row])).text == f"Activists say that {said}: “… {WORDS}”."


def test_a_part_names_the_number_it_is_a_part_of():
    part, whole = figure(part_of="f2"), figure(id="f2", low=58, high=58, words="some 58", bound="about")
    said = say_count(part, reports(claim(), figures=[part, whole])).text
    assert "that 12 people (part of some 58) were killed in Rahna" in said


def test_what_is_counted_in_a_part_of_a_town_is_not_told_of_the_town():
    row = figure(what="residents", scope="state", in_part=True)
    assert "in part of Rahna" in say_count(row, reports(claim(), figures=[row])).text


def test_whom_a_number_counts_is_written_as_the_report_writes_it():
    teller = claim(quote="they counted 12 Rahnese dead")
    row = figure(of_whom="rahnese")
    assert "12 Rahnese were killed" in say_count(row, reports(teller, figures=[row])).text


def test_whose_words_the_machine_puts_beside_others_is_said_until_it_is_reviewed():
    rows = [claim("c1", voice="officer", reviewed=None), claim("c2", voice="activists", reviewed=None)]
    known = reports(*rows)
    assert say_also(rows, known).text == "The machine puts with this the words of an officer and activists."
    assert say_also(rows, known, "in passing").text.endswith("an officer and activists, said in passing.")


def test_who_else_says_the_same_is_named_once_each():
    rows = [
        claim("c1", voice="officer"),
        claim("c2", voice=None),
        claim("c3", voice="officer"),
        claim("c4", voice="activists"),
    ]
    assert say_also(rows, reports(*rows)).text == "The same is said by an officer, Daily and activists."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (claim(voice=("Wire", "activists")), f"Daily, 3 May 2024; Wire › activists: “On Wednesday {WORDS}.”"),
        (claim(voice=None, doc="d2"), f"An unnamed outlet (report 1), between 2 and 9 May 2024: “On Wednesday {WORDS}.”"),
        (claim(doc=None, outlet="a news outlet", published="2024-04-29/2024-05-05", quote="words withheld", context="words withheld"),
         "A news outlet, in the week of 29 April to 5 May 2024; activists: words withheld."),
    ],
)  # fmt: skip
def test_a_note_names_outlet_day_chain_and_words(row, said):
    known = reports(row)
    assert say_note(known.claims["c1"], known).text == said


def test_quotations_stay_as_they_were_written():
    row = claim(quote="“we hold  Rahna,” he said\nand left")
    runs = say_claim(row, reports(row)).runs
    assert [run.words for run in runs if run.whose is Whose.QUOTE] == ["… “we hold Rahna,” he said and left"]


@pytest.mark.parametrize(
    ("bounds", "said"),
    [([0, 0], "no origin that counts"), ([0, 1], "one origin at most"), ([1, 1], "one origin"), ([2, 2], "two apparently separate origins"),
     ([1, 13], "between one and 13 apparently separate origins"), ([0, 3], "three apparently separate origins at most")],
)  # fmt: skip
def test_origins_are_told_with_both_bounds(bounds, said):
    assert say_origins(bounds) == said

"""Does each part of a briefing hold what belongs there, and nothing twice?"""

import pytest
from outputs.made_rows import claim, conflict, control, figure, group, place, tables

from sayso.outputs.briefing import Brief, draft_briefing

DENIED = claim("c2", voice="officer", stance="denies", quote="there was no fighting in Rahna")


def part(rows, name, **more):
    briefing = draft_briefing(Brief(title="Rahna", tables=rows, **more))
    return next(section for section in briefing.sections if section.id == name)


def texts(section):
    points = [
        point
        for block in section.blocks
        for point in (*block.points, *(one for side in block.sides for one in side.points))
    ]
    return [one.text for one in section.said] + [
        sentence.text for point in points for sentence in (point.sentence, *point.also)
    ]


def test_a_dispute_has_its_sides_beside_each_other_with_their_origins():
    rows = tables(claim(), DENIED, groups=[group(standing="disputed"), conflict(["c1"], ["c2"])])
    block = part(rows, "disputed").blocks[0]
    assert [(side.answer, side.origins, len(side.points)) for side in block.sides] == [
        ("fighting", "one origin", 1),
        ("not so: fighting", "one origin", 1),
    ]


@pytest.mark.parametrize("weak", [
    {"basis": "presupposed"}, {"basis": "conditional"}, {"stance": "hedges"}, {"chain": []},
])  # fmt: skip
def test_what_rests_on_one_side_on_weak_words_is_counted_and_not_set_out(weak):
    rows = tables(claim(), {**DENIED, **weak}, groups=[conflict(["c1"], ["c2"])])
    found = part(rows, "disputed")
    assert not found.blocks
    assert "one further difference rests" in found.said[-1].text.casefold()


def test_what_stands_in_a_dispute_that_is_not_set_out_is_told_by_its_day():
    rows = tables(
        claim(basis="presupposed"),
        DENIED,
        groups=[group(standing="disputed"), group("g2", ["c2"], standing="disputed"), conflict(["c1"], ["c2"])],
    )
    assert any("there was no fighting in Rahna" in text for text in texts(part(rows, "days")))
    told = tables(
        claim(),
        DENIED,
        groups=[group(standing="disputed"), group("g2", ["c2"], standing="disputed"), conflict(["c1"], ["c2"])],
    )
    assert not part(told, "days").blocks


@pytest.mark.parametrize(("kind", "is_told"), [("violence_against_civilians", True), ("politics", False)])
def test_attacks_are_told_by_their_day_though_the_words_are_withheld(kind, is_told):
    rows = tables(claim(kind=kind, quote="words withheld", context="words withheld"), groups=[group()])
    assert bool(part(rows, "days").blocks) is is_told


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        (claim(kind="violence_against_civilians", basis="presupposed"), True),
        (claim(kind="violence_against_civilians", basis="presupposed", voice=None), False),
        (claim(kind="clash", basis="presupposed"), False),
    ],
)
def test_a_massacre_that_a_voice_condemns_is_told_by_its_day(row, is_told):
    assert bool(part(tables(row, groups=[group()]), "days").blocks) is is_told


def test_a_denial_that_stands_in_a_dispute_is_not_told_again():
    rows = tables(claim(), DENIED, groups=[group("g2", ["c2"], standing="denied"), conflict(["c1"], ["c2"])])
    assert len(part(rows, "disputed").blocks) == 1
    assert len(part(tables(DENIED, groups=[group("g2", ["c2"], standing="denied")]), "disputed").blocks) == 1


def test_agreement_names_the_number_of_origins_and_who_else_says_it():
    rows = tables(
        claim(),
        claim("c2", voice="the Monitor"),
        groups=[group(members=["c1", "c2"], standing="agreed", origins=(2, 2))],
    )
    block = part(rows, "agreed").blocks[0]
    assert block.why == "Two apparently separate origins give the same answer; one report has all of them"
    assert len(block.points) == 2


def test_claims_whose_reports_are_withheld_are_not_said_to_stand_in_one_report():
    gone = {"doc": None, "quote": "words withheld", "context": "words withheld"}
    rows = tables(
        claim(**gone),
        claim("c2", voice="the Monitor", **gone),
        groups=[group(members=["c1", "c2"], standing="agreed", origins=(2, 2))],
    )
    assert part(rows, "agreed").blocks[0].why == "Two apparently separate origins give the same answer"


def test_agreement_of_two_reports_is_not_said_to_be_of_one():
    rows = tables(
        claim(),
        claim("c2", voice="the Monitor", doc="d2"),
        groups=[group(members=["c1", "c2"], standing="agreed", origins=(2, 2))],
    )
    assert part(rows, "agreed").blocks[0].why == "Two apparently separate origins give the same answer"


def test_a_report_that_is_withheld_is_no_second_one():
    rows = tables(
        claim(),
        claim("c2", voice="the Monitor", doc=None, quote="words withheld", context="words withheld"),
        groups=[group(members=["c1", "c2"], standing="agreed", origins=(2, 2))],
    )
    assert part(rows, "agreed").blocks[0].why.endswith("; all that are quoted stand in one report")


def test_an_assessment_says_who_holds_it():
    rows = tables(claim(), groups=[group(assessed_by="Ana, 2024-05-04")])
    assert part(rows, "agreed").said[1].text.endswith("is held to be so, as assessed by Ana, 2024-05-04.")


def test_what_is_only_mentioned_in_passing_is_named_once_for_all():
    rows = tables(
        claim(), claim("c2", voice=None, basis="presupposed"), claim("c3", voice="officer", basis="presupposed"),
        groups=[group(members=["c1", "c2", "c3"], standing="agreed", origins=(2, 2))],
    )  # fmt: skip
    assert [point.sentence.text for point in part(rows, "agreed").blocks[0].points][1:] == [
        "The same is mentioned in passing by Daily and an officer."
    ]


def test_days_are_told_in_order_and_a_long_time_at_its_end():
    rows = tables(
        *(claim(f"c{number}", time={"written": None, "edtf": day, "basis": "stated"}) for number, day in enumerate(["2024-05-09", "2020/2024", "2024-05-02", "2019"])),
        groups=[group(f"g{number}", [f"c{number}"]) for number in range(4)],
    )  # fmt: skip
    assert [block.heading for block in part(rows, "days").blocks] == [
        "2019",
        "2 May 2024",
        "9 May 2024",
        "2020 to 2024",
    ]


def test_a_sentence_is_quoted_once_for_all_that_a_voice_tells_in_it():
    rows = tables(
        claim(reviewed="no"), claim("c2", kind="arms", reviewed="no"), claim("c3", kind="siege", stance="denies", reviewed="no"),
        groups=[group(), group("g2", ["c2"], "arms", question="Were there arms?"), group("g3", ["c3"], "a siege", question="Was there a siege?")],
    )  # fmt: skip
    found = part(rows, "days").blocks[0].points
    assert [point.sentence.claims for point in found] == [("c1", "c2"), ("c3",)]
    assert found[0].sentence.text.startswith("On fighting and arms in Rahna on 1 May 2024, according to activists:")


def test_places_of_one_sentence_are_told_apart():
    rows = tables(
        claim(reviewed="no"), claim("c2", kind="arms", place=place("Selba", (60, 65)), reviewed="no"),
        groups=[group(), group("g2", ["c2"], "arms", question="Were there arms?")],
    )  # fmt: skip
    said = part(rows, "days").blocks[0].points[0].sentence.text
    assert said.startswith("On fighting in Rahna, and arms [in Selba] on 1 May 2024, according to activists:")


def test_each_of_the_first_voices_of_an_answer_speaks_for_itself_and_the_others_are_named():
    voices = ["activists", "officer", "the Monitor", "Rahna army", "United Nations"]
    spoken = [claim(f"c{number}", voice=one, reviewed="no") for number, one in enumerate(voices)]
    rows = tables(*spoken, groups=[group(members=[row["id"] for row in spoken])])
    points = part(rows, "days").blocks[0].points
    assert len(points) == len(voices) - 1
    assert [one.text for point in points for one in point.also] == [
        "The machine puts with this the words of the United Nations."
    ]


def test_figures_keep_their_words_scope_and_voice():
    rows = tables(claim(), figures=[figure(low=24, high=None, words="dozens", by_rule=True, scope="cumulative")])
    cells = [cell.words for cell in part(rows, "figures").tables[0].rows[0]]
    assert cells[:5] == ["people killed", "“dozens”", "all until then", "Rahna, 1 May 2024", "activists"]


def test_a_table_marks_the_places_that_the_quoted_sentence_does_not_have_and_how_a_thing_is_said():
    elsewhere = claim(reviewed="no", stance="hedges", place=place("Selba", written=(90, 95)))
    rows = tables(elsewhere, control=[control(place="Selba")], figures=[figure(place="Selba")])
    holding, count = (part(rows, name).tables[0].rows[0] for name in ("control", "figures"))
    assert (holding[0].words, holding[3].words) == ("[Selba]", "government, how much is not said (with a reservation)")
    assert (count[3].words, count[4].words) == ("[Selba], 1 May 2024", "activists (with a reservation)")


def test_the_opening_tells_the_dead_and_the_part_on_figures_has_each_number_once():
    rows = tables(claim(), figures=[figure()])
    assert part(rows, "short").blocks[0].heading == "The dead and the injured"
    found = part(rows, "figures")
    assert (len(found.blocks), len(found.tables[0].rows)) == (0, 1)


def test_the_opening_tells_the_largest_counts_with_their_parts_and_the_last_running_one():
    counts = [
        figure(id="a", low=5, high=5, words="5"), figure(id="b", low=50, high=50, words="50"),
        figure(id="c", low=20, high=20, words="20", part_of="b"),
        figure(id="d", low=900, high=900, words="900", scope="cumulative", period="2024-04-01"),
        figure(id="e", low=70, high=70, words="70", scope="cumulative", period="2024-05-01", part_of="f"),
        figure(id="f", low=1000, high=1000, words="1000", scope="cumulative", period="2024-05-01"),
    ]  # fmt: skip
    said = [point.sentence.text for point in part(tables(claim(), figures=counts), "short").blocks[0].points]
    told = [number for one in said for number in ("1000", "900", "70 ", "50 ", "20 ", "5 ") if f"that {number}" in one]
    assert told == ["50 ", "20 ", "5 ", "1000"]


def test_a_dispute_tells_doubts_first_and_a_conceding_voice_on_one_side():
    doubt = claim("c2", voice="the Monitor", stance="doubts", quote="it doubts the fighting in Rahna")
    firm = claim("c3", voice="officer", stance="denies", quote="no fighting in Rahna")
    conceding = claim("c4", voice="officer", stance="hedges", quote="there may have been fighting in Rahna")
    rows = tables(claim(), firm, doubt, conceding, groups=[conflict(["c1", "c4"], ["c3", "c2"])])
    sides = part(rows, "disputed").blocks[0].sides
    assert [[point.sentence.claims for point in side.points] for side in sides] == [[("c1",)], [("c3",), ("c2",)]]


def test_what_changed_since_a_day_is_new_or_stands_otherwise():
    then = tables(claim(), groups=[group()])
    now = tables(
        claim(),
        claim("c2", kind="shelling"),
        groups=[group(standing="disputed"), group("g2", ["c2"], "shelling", question="Was there shelling?")],
    )
    said = texts(part(now, "changed", before=then, since="2024-05-02"))
    assert said[0] == "One answer is new since 2 May 2024, by what had been published by its end."
    assert any("stood as single origin and now stands as disputed" in one for one in said)
    assert any(one.startswith("Activists say that there was shelling") for one in said)


def test_a_correction_tells_both_statements():
    rows = tables(
        claim(),
        claim("c2", quote="it was not Rahna but Selba"),
        relations=[{"relation": "corrects", "left": "c2", "right": "c1"}],
    )
    said = texts(part(rows, "changed"))[-1]
    assert said.startswith(
        "Activists said, in Daily, 3 May 2024: “… they heard fighting in Rahna all night”; and then, in Daily,"
    )


def test_what_is_not_known_is_counted():
    rows = tables(
        claim(), claim("c2", voice="the Monitor", place=None, time={"written": None, "edtf": None, "basis": "none"})
    )
    said = texts(part(rows, "unknown"))
    assert "In one of two statements no day is given." in said
    assert "In one of two statements the voice is not named." in said
    assert "The day of report 1 is not known: between 2 and 9 May 2024." in said


def test_what_was_not_read_reviewed_and_told_is_said():
    rows = tables(claim(reviewed="no"), problems=[{"reason": "the file is empty"}])
    said = texts(part(rows, "unread", notes=("Names are withheld.",)))
    assert said[0] == "6 of 17 sentences in two reports gave no claim: what they say is not in this briefing." or said[
        0
    ].startswith("In all, 6 of 17")
    assert "In all, 0 of one claim were reviewed by a person." in said
    assert "One problem in reading: the file is empty." in said
    assert "Names are withheld." in said


def test_the_matrix_has_the_questions_that_several_voices_answer():
    rows = tables(claim(), DENIED, groups=[group(), group("g2", ["c2"], "no, it is denied: fighting")])
    table = part(rows, "matrix").tables[0]
    assert table.head == ("Question", "activists", "officer")
    assert [cell.words for cell in table.rows[0]][1:] == ["asserts: fighting", "denies: fighting"]


def test_a_case_with_nothing_in_it_still_says_what_it_rests_on():
    briefing = draft_briefing(Brief(title="Rahna", tables=tables()))
    assert not briefing.notes
    assert "No dispute was found in two reports." in [
        sentence.text for section in briefing.sections for sentence in section.said
    ]


def test_the_map_has_the_places_and_says_which_have_no_point():
    rows = tables(claim(place=place("Rahna")), places=[
        {"name": "Rahna", "within": None, "part_of": [], "country": "NO", "precision": "town", "latitude": None, "longitude": None, "polygon": None, "names": ["Rahna"], "claims": ["c1"]},
    ])  # fmt: skip
    found = part(rows, "map")
    assert [sentence.text for sentence in found.said][1] == "One place has no known point, and is not drawn."
    assert found.drawing.wide.startswith("data:image/svg+xml;base64,")


def test_sides_that_give_one_answer_are_told_apart_by_their_days():
    later = claim("c2", voice="officer", time={"written": None, "edtf": "2024-05-20", "basis": "document"})
    row = {**conflict(["c1"], ["c2"], kinds=("time",)), "answer": "fighting | fighting"}
    block = part(tables(claim(), later, groups=[row]), "disputed").blocks[0]
    assert [side.answer for side in block.sides] == ["fighting, 1 May 2024", "fighting, reported on 20 May 2024"]


@pytest.mark.parametrize(
    ("basis", "asked"), [("relative", "When was Rahna taken?"), ("document", "Was Rahna taken once, or twice?")]
)
def test_a_taking_told_for_days_apart_asks_when_and_is_counted_apart(basis, asked):
    later = claim(
        "c2", voice="officer", kind="control_change", time={"written": None, "edtf": "2024-05-20", "basis": basis}
    )
    rows = tables(
        claim(kind="control_change"), later, groups=[conflict(["c1"], ["c2"], kinds=("time",))],
        control=[control(), control("c2", date="2024-05-20", time_basis="document")],
    )  # fmt: skip
    found = part(rows, "disputed")
    assert found.blocks[0].heading == asked
    assert [sentence.text for sentence in found.said] == [
        "No dispute was found in two reports.",
        "One taking is told for different days: one told twice, or two.",
    ]


def test_the_opening_says_which_answers_are_disputed_and_which_agreed():
    agreed = group("g3", members=["c3", "c4"], standing="agreed", origins=(2, 2))
    more = (claim("c3", quote="a bridge fell there"), claim("c4", voice="the Monitor", quote="the bridge has fallen"))
    rows = tables(claim(), DENIED, *more, groups=[conflict(["c1"], ["c2"]), agreed])
    assert [block.why for block in part(rows, "short").blocks] == ["Disputed", "Agreed"]


def test_the_opening_tells_no_side_that_only_points_to_what_was_told_above():
    one, two = (
        conflict(["c1"], ["c2"]),
        {**conflict(["c1"], ["c3"]), "id": "g9", "question": "Was there more fighting?"},
    )
    third = claim("c3", voice="the Monitor", stance="denies", quote="nobody fought in Rahna at all")
    rows = tables(claim(), DENIED, third, groups=[one, two])
    repeated = [side.is_repeated for block in part(rows, "disputed").blocks for side in block.sides]
    assert repeated == [False, False, True, False]
    assert "above" not in " ".join(texts(part(rows, "short")))


def test_a_country_lies_in_no_country_and_a_province_is_called_one():
    rows = [
        {**MAPPED, "name": "Syria", "country": "SY", "precision": "country"},
        {**MAPPED, "name": "Homs province", "country": "SY", "precision": "first_division"},
    ]
    table = part(tables(claim(), places=rows), "map").tables[0]
    assert sorted([cell.words for cell in row[:3]] for row in table.rows) == [
        ["Homs province", "Syria", "province"],
        ["Syria", "", "country"],
    ]


def test_a_strip_of_one_day_is_no_long_time():
    rows = tables(claim(), claim("c2", voice="officer"), control=[control("c1"), control("c2", voice="officer")])
    (picture,) = part(rows, "control").pictures
    assert all(bar.width < 200 for lane in picture.lanes for bar in lane.bars)


def test_the_table_of_places_names_countries():
    row = {**MAPPED, "within": None, "part_of": [], "country": "SY"}
    table = part(tables(claim(), places=[row]), "map").tables[0]
    assert table.rows[0][1].words == "Syria"


MAPPED = {"name": "Rahna", "within": None, "part_of": [], "country": None, "precision": "town", "longitude": 36.0, "latitude": 34.0, "polygon": None, "names": [], "claims": ["c1"]}  # fmt: skip


def test_a_claim_with_two_numbers_is_told_with_the_one_that_is_in_dispute():
    question = "How many people were killed in Rahna on 1 May 2024?"
    first = claim(quote="58 Killed in Rahna Dozens of herders were killed", question=question)
    second = claim("c2", voice="officer", quote="80 people were killed", question=question)
    counts = [
        figure(low=24, high=None, words="Dozens", by_rule=True),
        figure(id="f2", low=58, high=58, words="58"),
        figure("c2", id="f3", low=80, high=80, words="80", voice="officer"),
    ]
    dispute = conflict(["c1"], ["c2"], question=question, answer="58 | 80")
    rows = tables(first, second, groups=[dispute], figures=counts)
    said = texts(part(rows, "disputed"))
    assert any("58 people were killed" in text for text in said)
    assert not any("“Dozens” of people" in text for text in said)


def test_what_stands_in_a_dispute_is_not_told_again_as_what_nobody_contradicts():
    beside = claim("c3", voice="the Monitor", quote="a gas attack killed villagers")
    rows = tables(
        claim(),
        DENIED,
        beside,
        groups=[
            group(standing="disputed"),
            group("g2", ["c2"], standing="disputed"),
            group("g3", ["c1", "c3"], "an attack", question="Was there an attack?"),
            conflict(["c1"], ["c2"]),
        ],
    )
    told = texts(part(rows, "days"))
    assert any("a gas attack killed villagers" in text for text in told)
    assert not any("they heard fighting" in text for text in told)

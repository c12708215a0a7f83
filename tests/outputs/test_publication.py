import json
import re
from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.claims import ClaimFigure
from sayso.model.derivations import Derived
from sayso.model.documents import Furniture, Problem
from sayso.model.judgements import Judgement
from sayso.model.kinds import Bound, Extent, JudgementKind, Measure, RelationKind, Scope, TimeBasis, VoiceKind
from sayso.model.mentions import NameMention
from sayso.model.resolved import Period, Voice
from sayso.model.spans import Span
from sayso.outputs.reviews import Reviews
from sayso.outputs.rows import export_rows

TEXT = "Hiba Kalvar holds Ford bridge, it said. Rebels left the mill."


def with_person(**voice):
    """Return the small record with a private person in the sentence and the chain of its first claim."""
    record = make_record()
    person = Voice(
        key="hiba", name="Hiba Kalvar", kind=VoiceKind.RESIDENT, institution="Mill", names=("Hiba Kalvar",), **voice
    )
    claim = replace(record.claims[0].claim, span=Span(0, 29), sentence=Span(0, 39))
    first = replace(
        record.claims[0],
        claim=claim,
        chain=("hiba",),
        voice="hiba",
        period=Period(edtf="2024-05-01", basis=TimeBasis.DOCUMENT),
    )
    return replace(
        record,
        documents=(replace(record.documents[0], text=TEXT, outlet="Hill Post"), record.documents[1]),
        voices=(person, *record.voices),
        claims=(first, record.claims[1]),
        control=(replace(record.control[0], voice="Hiba Kalvar", date="2024-05-01"),),
        names=((NameMention(span=Span(0, 11), name="Hiba Kalvar", label="person"),), ()),
    )


def test_of_what_a_private_person_says_the_sort_of_outlet_and_the_week_are_left(published):
    row = published(with_person()).tables["claims"][-1]
    assert (row["quote"], row["context"], row["outlet"]) == ("words withheld", "words withheld", "a news outlet")
    assert row["published"] == row["time"]["edtf"] == "2024-04-29/2024-05-05"
    assert [voice["name"] for voice in row["chain"]] == ["private person 1"]
    assert [row[name] for name in ("doc", "span", "sentence", "note", "origin")] == [None] * 5
    assert row["id"] == "withheld claim 1"


def test_of_a_report_that_names_a_private_person_in_its_title_no_agency_is_told(published):
    record = with_person()
    document = replace(record.documents[0], title="Hiba Kalvar speaks", agencies=("Nordwire",))
    (row,) = (
        row
        for row in published(replace(record, documents=(document, record.documents[1]))).tables["documents"]
        if row["id"].startswith("withheld")
    )
    assert (row["outlet"], row["agencies"], row["title"], row["url"]) == ("a news outlet", [], None, None)


def test_rows_that_rest_on_it_name_neither_day_nor_person(published):
    tables = published(with_person()).tables
    (control,) = tables["control"]
    assert (control["voice"], control["date"]) == ("private person 1", "2024-04-29/2024-05-05")
    assert control["claims"] == ["withheld claim 1"]
    (voice,) = [row for row in tables["voices"] if row["private"]]
    assert (voice["name"], voice["institution"], voice["names"], voice["documents"]) == (
        "private person 1",
        None,
        [],
        [],
    )


def with_relay():
    """Return the record in which an agency relays what the private person says of a share, a day and a number."""
    record = with_person()
    agency = Voice(key="wire", name="Nordwire", kind=VoiceKind.AGENCY, names=("Nordwire",))
    figure = ClaimFigure(
        span=Span(0, 4), what=Measure.OTHER, of_whom=None, low=83, high=83, bound=Bound.EXACT, scope=Scope.STATE
    )
    first = record.claims[0]
    claim = replace(first.claim, figures=(figure,), derived=Derived(value=None, rule="claims.frame.capture"))
    told = replace(
        first, claim=claim, chain=("wire", "hiba"), period=Period(edtf="2024-04-16", basis=TimeBasis.RELATIVE)
    )
    line = replace(record.control[0], extent=Extent.SHARE, share="83%", date="2024-04-16")
    number = replace(record.figures[0], claims=("c0",), voice="Nordwire", low=83, high=83, words="83", by_rule=False)
    groups = (
        replace(record.groups[0], question="Who held Ford on 16 April 2024?", members=("c0",)),
        replace(record.groups[1], question="Who held Ford on 16 April 2024?", members=("c1",)),
    )
    return replace(
        record, voices=(*record.voices, agency), claims=(told, replace(record.claims[1], period=told.period)), control=(line,),
        figures=(number,), groups=groups,
    )  # fmt: skip


def test_neither_relay_nor_exact_day_nor_exact_number_of_what_is_withheld_leaves(published):
    sent = published(replace(with_relay(), conflicts=(), links=())).tables
    assert not re.search("Nordwire|83|frame.capture", json.dumps({**sent, "voices": []}))
    assert "Nordwire" not in {row["name"] for row in sent["voices"]}
    hidden = sent["claims"][-1]
    assert [voice["name"] for voice in hidden["chain"]] == ["private person 1"]
    assert (hidden["time"]["edtf"], hidden["figures"][0]["words"]) == ("2024-04-15/2024-04-21", "10 to 99 (size only)")
    (line,) = sent["control"]
    assert (line["extent"], line["share"], line["date"]) == ("most", None, "2024-04-15/2024-04-21")
    assert [row["voice"] for row in sent["figures"]] == ["private person 1"]


def test_a_question_that_a_withheld_claim_answers_alone_has_a_week_though_others_are_asked_for_its_day(published):
    rows = published(replace(with_relay(), conflicts=(), links=())).tables["groups"]
    assert {row["question"]: row["members"] for row in rows} == {
        "Who held Ford on 16 April 2024?": ["c1"],
        "Who held Ford between 15 and 21 April 2024?": ["withheld claim 1"],
    }


def test_in_a_dispute_a_withheld_claim_answers_the_question_of_the_others(published):
    record = with_relay()
    conflict = replace(record.conflicts[0], question="Who held Ford on 16 April 2024?")
    rows = published(replace(record, conflicts=(conflict,))).tables["groups"]
    assert {row["question"] for row in rows} == {"Who held Ford on 16 April 2024?"}


def test_a_dispute_on_a_day_that_only_a_withheld_claim_gives_has_its_week(published):
    record = with_relay()
    later = replace(record.claims[1], period=Period(edtf="2024-04-18", basis=TimeBasis.STATED))
    conflict = replace(record.conflicts[0], question="Who held Ford on 16 April 2024?")
    rows = published(replace(record, claims=(record.claims[0], later), conflicts=(conflict,))).tables["groups"]
    assert {row["question"] for row in rows} == {"Who held Ford between 15 and 21 April 2024?"}


def test_a_number_that_only_withheld_claims_give_is_an_answer_by_its_size(published):
    record = with_relay()
    question = "How many people were killed in Ford on 16 April 2024?"
    text = record.documents[0].text
    groups = (
        replace(record.groups[0], question=question, answer=text[0:4], members=("c0",)),
        replace(record.groups[1], question=question, answer="at least 7", members=("c1",)),
    )
    conflict = replace(record.conflicts[0], question=question, sides=tuple(
        replace(side, answer=answer) for side, answer in zip(record.conflicts[0].sides, (text[0:4], "at least 7"), strict=True)
    ))  # fmt: skip
    rows = published(replace(record, groups=groups, conflicts=(conflict,))).tables["groups"]
    assert sorted(row["answer"] for row in rows) == [
        "10 to 99 (size only)",
        "10 to 99 (size only) | at least 7",
        "at least 7",
    ]


def test_words_by_which_a_withheld_claim_describes_something_are_no_answer(published):
    record = with_relay()
    group = replace(record.groups[0], question="How is what happened in Ford described?", answer="a slaughter")
    rows = published(replace(record, groups=(group,), conflicts=())).tables["groups"]
    assert [row["answer"] for row in rows] == ["words withheld"]


@pytest.mark.parametrize("other", ["c0", "c1"])
def test_a_number_that_is_shown_is_no_part_of_one_that_is_withheld(published, other):
    record = with_relay()
    whole = record.figures[0]
    part = replace(whole, id="f2", part_of="f1", claims=(other,))
    rows = published(replace(record, figures=(whole, part))).tables["figures"]
    assert sum(row["part_of"] is not None for row in rows) == (other == "c0")


@pytest.mark.parametrize(
    ("kind", "is_left"), [("same", True), ("conflicts", True), ("refines", False), ("updates", False)]
)
def test_between_a_withheld_claim_and_one_that_is_shown_only_how_they_answer_is_told(published, kind, is_left):
    record = with_relay()
    link = replace(record.links[0], kind=RelationKind(kind), left="c0", right="c1")
    rows = published(replace(record, links=(link,), copies=())).tables["relations"]
    assert bool(rows) is is_left


def test_questions_of_two_reported_days_of_which_the_week_is_left_stay_two(published):
    record = with_person()
    first = record.claims[0]
    second = replace(
        first,
        claim=replace(first.claim, id="c2"),
        period=Period(edtf="2024-05-02", basis=TimeBasis.DOCUMENT),
    )
    groups = tuple(
        replace(record.groups[0], id=f"g{day}", question=f"Who held Ford on {day} May 2024?", members=(claim,))
        for day, claim in (("1", "c0"), ("2", "c2"))
    )
    record = replace(record, claims=(*record.claims, second), groups=groups, conflicts=())
    questions = {row["question"] for row in published(record).tables["groups"]}
    assert questions == {f"Who held Ford between 29 April and 5 May 2024? ({number} of 2)" for number in (1, 2)}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many died in Bab Ford on 1 May 2024?", "How many died in Bab Ford between 29 April and 5 May 2024?"),
        ("How is what happened in Ford on 1 May 2024 described?", "How is what happened in Ford between 29 April and 5 May 2024 described?"),
        ("Who held Ford on a day between 1 May 2024 and 2 May 2024?", "Who held Ford between 29 April and 5 May 2024?"),
        ("Was there fighting from 1 May 2024 to 2 May 2024?", "Was there fighting between 29 April and 5 May 2024?"),
        ("Who held Ford?", "Who held Ford?"),
    ],
)  # fmt: skip
def test_a_question_on_a_withheld_report_has_its_week_and_keeps_its_place(published, question, told):
    record = with_person()
    group = replace(record.groups[0], question=question, members=("c0",))
    rows = published(replace(record, groups=(group,), conflicts=())).tables["groups"]
    assert [row["question"] for row in rows] == [told]


def test_a_person_whom_the_settings_call_public_is_named(published):
    row = published(with_person(is_public=True)).tables["claims"][0]
    assert row["chain"][0]["name"] == "Hiba Kalvar"


def test_a_post_that_the_settings_call_public_is_named_too(published):
    record = with_person(is_public=True)
    mayor = replace(record.voices[0], name="Mayor of Harwick", names=("Mayor of Harwick",))
    named, other = (
        published(replace(record, voices=(replace(mayor, is_public=public), *record.voices[1:]))).tables["voices"]
        for public in (True, False)
    )
    assert "Mayor of Harwick" in {row["name"] for row in named}
    assert "Mayor of Harwick" not in {row["name"] for row in other}


def test_with_a_reason_everything_is_shown(published):
    tables = published(with_person(), names="she asked for it").tables
    assert {row["quote"] for row in tables["claims"]} >= {"Hiba Kalvar holds Ford bridge"}
    assert "withheld" not in json.dumps(tables)


def test_what_is_withheld_stands_last_in_an_order_of_the_secret(published):
    record = with_person()
    ids = [row["id"] for row in published(record).tables["claims"]]
    assert ids == ["c1", "withheld claim 1"]


def test_the_number_of_a_person_tells_no_name_and_hangs_on_the_secret_alone(published):
    record = with_person()
    other = replace(record.voices[0], key="zaid", name="Zaid Morvane", names=("Zaid Morvane",))
    both = replace(
        record,
        voices=(*record.voices, other),
        claims=(record.claims[0], replace(record.claims[1], chain=("zaid",), voice="zaid")),
    )
    firsts = {
        published(both, secret=bytes([n]) * 32).tables["voices"] and number_of(published(both, secret=bytes([n]) * 32))
        for n in range(12)
    }
    assert firsts == {"private person 1", "private person 2"}
    assert number_of(published(both, secret=b"x" * 32)) == number_of(published(both, secret=b"x" * 32))


def number_of(publication):
    """Return the number of the resident among the private persons."""
    row = next(row for row in publication.tables["control"])
    return row["voice"]


@pytest.mark.parametrize(
    "words", ["monitors that publish what they collect", "its size is told", "'place withheld 1'", "finds the reports"]
)
def test_a_publication_says_who_is_public_what_is_left_and_that_quotes_lead_to_reports(published, words):
    assert any(words in one for one in published(with_person()).withholds)
    assert not any(words in one for one in published(with_person(), names="she asked for it").withholds)


def test_every_row_says_who_reviewed_it_and_when():
    record = make_record()
    done = replace(record.claims[0], reviewed="accepted", reviewed_by="Ana")
    line = Judgement(
        id="a",
        kind=JudgementKind.ACCEPT,
        author="Ana",
        reason="read",
        made="2024-05-04T10:00:00",
        document="d0",
        claim="c0",
    )
    read = Judgement(
        id="r", kind=JudgementKind.READ, author="Bo", reason="read", made="2024-05-06T10:00:00", document="d0"
    )
    reviews = Reviews(replace(record, claims=(done, record.claims[1]), judgements=(line, read)))
    assert reviews.of_claim("c0") == "accepted by Ana, 2024-05-04"
    assert reviews.of_claim("c1") is None
    assert reviews.of_all(["c0"]) == "by Ana, 2024-05-04"
    assert reviews.of_all(["c0", "c1"]) is None
    assert reviews.of_all([]) is None
    assert (reviews.of_document("d0"), reviews.of_document("d1")) == ("read by Bo, 2024-05-06", None)


@pytest.mark.parametrize(
    ("text", "is_withheld"),
    [
        ("The headmaster of the school in Ford said two died.", True),
        ("The imam in Ford said two died.", True),
        ("A teacher at a school near the mill in Ford said two died.", True),
        ("The dentist of Ford said two died.", True),
        ("A woman, 43, said two died.", True),
        ("His mother said two died.", True),
        ("Two brothers said two died.", True),
        ("A soldier who now lives in Dunmore said two died.", True),
        ("Residents of the town of Ford said two died.", False),
        ("A commander in Ford said two died.", False),
        ("The army said two died in Ford.", False),
    ],
)
def test_words_that_tell_who_an_unnamed_person_is_are_withheld(published, text, is_withheld):
    record = make_record()
    claim = replace(record.claims[0].claim, span=Span(0, len(text)), sentence=Span(0, len(text)))
    record = replace(
        record,
        documents=(replace(record.documents[0], text=text), record.documents[1]),
        claims=(replace(record.claims[0], claim=claim), record.claims[1]),
    )
    rows = published(record).tables["claims"]
    assert ([row["id"] for row in rows if row["quote"] == "words withheld"] == ["withheld claim 1"]) is is_withheld


@pytest.mark.parametrize(
    ("whom", "number", "is_withheld"),
    [("baker", 1, True), ("school director", 1, True), ("bakers", 3, False), ("civilian", 1, False), (None, 1, False)],
)
def test_a_number_of_one_whom_a_place_has_few_of_tells_who_he_is(published, whom, number, is_withheld):
    record = make_record()
    figure = ClaimFigure(
        span=Span(0, 3), what=Measure.FATALITIES, of_whom=whom, low=number, high=number, bound=Bound.EXACT, scope=Scope.INCIDENT
    )  # fmt: skip
    question = f"How many {whom} were killed in Ford on 1 May 2024?"
    first = replace(record.claims[0], claim=replace(record.claims[0].claim, figures=(figure,)))
    groups = (replace(record.groups[0], question=question, members=("c0",)),)
    sent = published(replace(record, claims=(first, record.claims[1]), groups=groups, conflicts=())).tables
    assert any(row["quote"] == "words withheld" for row in sent["claims"]) is is_withheld
    assert (f"How many {whom}" in json.dumps(sent)) is not is_withheld


def test_a_publication_counts_what_it_holds_and_what_was_read(published):
    counts = published(with_person()).counts
    assert (counts.documents, counts.read, counts.not_read) == (2, 2, 0)
    assert (counts.claims, counts.reviewed, counts.withheld) == (2, 0, 1)
    assert published(with_person()).mark == "unreviewed machine reading"


@pytest.mark.parametrize("names", [None, "she asked for it"])
def test_places_that_reports_name_beside_their_claims_leave_no_case(published, names):
    assert make_record().toponyms
    assert "toponyms" not in published(make_record(), names=names).tables


@pytest.mark.parametrize("names", [None, "she asked for it"])
def test_page_furniture_and_names_of_files_leave_no_case(published, names):
    record = make_record()
    words, file = "By Zaid Morvane", "zaid_told_me.txt"
    document = record.documents[0]
    first = replace(
        document,
        file=file,
        text=f"{document.text}\n{words}",
        furniture=(Furniture(span=Span(len(document.text) + 1, len(document.text) + 1 + len(words)), what="byline"),),
    )
    problem = Problem(stage="intake", reason=f"no text in '{file}'", file=file)
    record = replace(record, documents=(first, record.documents[1]), problems=(problem,))
    sent = json.dumps(published(record, names=names).tables)
    assert words not in sent
    assert "zaid" not in sent.casefold()


def test_every_row_of_the_working_format_says_whether_it_was_reviewed():
    rows = export_rows(make_record())
    assert [table for table in rows for row in rows[table] if "reviewed" not in row] == []

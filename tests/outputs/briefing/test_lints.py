"""Is a sentence refused that says more than it may, and does no briefing hold one?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outputs.made_rows import claim, conflict, control, figure, group, place, tables

from sayso.outputs.briefing import Brief, BriefingError, check_briefing, draft_briefing, find_faults
from sayso.outputs.briefing.contents import Briefing, Section, walk_sentences
from sayso.outputs.briefing.runs import name, ours, quote, voice, write

SAID = [ours(" says that it happened")]


@pytest.mark.parametrize(
    "runs",
    [
        [ours("it is a fact that Rahna fell")],
        [ours("the fall of Rahna is confirmed")],
        [ours("the army has "), ours("verified the toll")],
        [ours("In Fact, it fell")],
        [voice("the army"), ours(" claims that Rahna fell")],
        [voice("the army"), ours(" admits that Rahna fell")],
        [voice("the army"), ours(", cited by "), name("Wire"), ours(", denies it")],
        [ours("the army allegedly took Rahna")],
        [voice("the army")],
    ],
)
def test_a_sentence_that_says_more_than_it_may_is_found(runs):
    assert list(find_faults([write(runs)]))


@pytest.mark.parametrize(
    "runs",
    [
        [voice("the army"), *SAID],
        [voice("activists"), ours(", cited by "), name("Wire"), ours(", say that it happened")],
        [voice("Daily"), ours(" mentions in passing: "), quote("a fact that was confirmed and verified")],
        [ours("according to "), voice("the Monitor"), ours(": "), quote("it admitted the fact")],
        [name("Centre for Verified News"), ours(" is named")],
        [ours("the factory and the factions of Rahna")],
    ],
)
def test_words_of_others_and_neutral_verbs_are_left_alone(runs):
    assert not list(find_faults([write(runs)]))


def test_only_an_assessment_may_say_that_it_is_verified():
    runs = [ours("the answer is assessed as verified by "), name("Ana, 2024-05-04")]
    assert list(find_faults([write(runs)]))
    assert not list(find_faults([write(runs, is_assessed=True)]))
    assert list(find_faults([write([ours("it is alleged")], is_assessed=True)]))


def test_a_briefing_with_such_a_sentence_is_not_written():
    part = Section(id="short", title="In short", said=(write([ours("it is a fact")]),))
    with pytest.raises(BriefingError, match="fact"):
        check_briefing(Briefing(title="", span="", warning=None, sections=(part,), notes=()))


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)
VOICES = st.one_of(
    WORDS, st.sampled_from(["activists", "officer", "Rahna army", "fact finders", "the Verified Centre"])
)
STANCES = st.sampled_from(["asserts", "denies", "doubts", "hedges", "expects", "concedes"])
KINDS = st.sampled_from([
    "control_change", "control_state", "advance", "withdrawal", "clash", "shelling", "air_strike", "explosion", "violence_against_civilians",
    "toll", "strength", "siege", "aid", "evacuation", "displacement", "destruction", "arms", "agreement", "diplomacy", "protest", "politics",
])  # fmt: skip
DAYS = st.sampled_from(
    [
        None,
        "2024-05-01",
        "2024-05",
        "2024~",
        "2024-05-01/2024-05-04",
        "../2024-05",
        "2024-05-01/..",
        "XXXX-05",
        "2024-21",
    ]
)
TIMES = st.builds(
    lambda day, basis: {"written": None, "edtf": day, "basis": basis},
    DAYS,
    st.sampled_from(["stated", "relative", "document", "event", "none"]),
)
ROWS = st.builds(
    claim,
    kind=KINDS,
    voice=st.one_of(st.none(), VOICES, st.tuples(VOICES, VOICES)),
    quote=st.one_of(WORDS, st.just("words withheld")),
    doc=st.sampled_from(["d1", "d2", None]),
    stance=STANCES,
    basis=st.sampled_from(["stated", "presupposed", "conditional"]),
    time=TIMES,
    place=st.one_of(
        st.none(),
        st.builds(
            place, WORDS, st.sampled_from([None, (5, 9), (90, 99)]), st.sampled_from(["point", "town", "country"])
        ),
    ),
    actors=st.builds(lambda one: {"agent": one, "target": None}, st.one_of(st.none(), WORDS)),
    reviewed=st.sampled_from(["no", "accepted by Ana, 2024-05-04"]),
)


@st.composite
def records(draw):
    """The rows of a random case: claims, with what holds, counts, agrees and differs among them."""
    rows = [{**row, "id": f"c{number}"} for number, row in enumerate(draw(st.lists(ROWS, min_size=1, max_size=6)))]
    ids = [row["id"] for row in rows]
    held = [
        control(row["id"], draw(st.sampled_from(["government", "not wholly opposition", "contested", "Hill Front"])), draw(st.sampled_from(["whole", "most", "share", "part", "presence", "unsaid"])), date=row["time"]["edtf"], time_basis=row["time"]["basis"], share=draw(st.sampled_from([None, "90%", "most"])))
        for row in rows if row["kind"].startswith("control")
    ]  # fmt: skip
    counted = [
        figure(one, low, high, draw(WORDS), id=f"f{one}", by_rule=draw(st.booleans()), of_whom=draw(st.one_of(st.none(), WORDS)), scope=draw(st.sampled_from(["incident", "cumulative", "state"])), what=draw(st.sampled_from(["fatalities", "injured", "destroyed_share", "other", "residents"])), bound=draw(st.sampled_from(["exact", "about", "vague"])))
        for one in ids[:2] for low, high in [draw(st.sampled_from([(1, 1), (5, None), (None, 9), (3, 8.5)]))]
    ]  # fmt: skip
    standing = st.sampled_from(["agreed", "agreed_by_opposed", "single_origin", "disputed", "denied", "stale"])
    groups = [
        group(
            f"g{one}",
            [one],
            draw(WORDS),
            draw(standing),
            (draw(st.integers(0, 2)), 2),
            question=draw(WORDS),
            assessed_by=draw(st.sampled_from([None, "Ana, 2024-05-04"])),
        )
        for one in ids
    ]
    if len(ids) > 1:
        groups.append(conflict(ids[:1], ids[1:]))
    relations = [{"relation": kind, "left": ids[0], "right": ids[-1]} for kind in ("corrects", "updates")]
    return tables(*rows, control=held, figures=counted, groups=groups, relations=relations)


@settings(max_examples=150, deadline=None)
@given(records(), st.booleans())
def test_no_briefing_of_any_record_says_more_than_it_may(rows, is_compared):
    before = tables() if is_compared else None
    briefing = draft_briefing(
        Brief(title="Rahna", tables=rows, before=before, since="2024-05-02" if is_compared else None)
    )
    check_briefing(briefing)
    assert all(
        sentence.text.strip() and not sentence.text.endswith("..")
        for sentence in walk_sentences(briefing)
        if sentence.runs[-1].words == "."
    )


@settings(max_examples=100, deadline=None)
@given(records())
def test_every_claim_that_a_sentence_rests_on_has_one_note_and_notes_are_numbered_as_they_are_met(rows):
    briefing = draft_briefing(Brief(title="Rahna", tables=rows))
    assert [note.number for note in briefing.notes] == list(range(1, len(briefing.notes) + 1))
    assert len({note.claim for note in briefing.notes}) == len(briefing.notes)
    known = {row["id"] for row in rows["claims"]}
    cited = {one for sentence in walk_sentences(briefing) for one in sentence.claims}
    assert cited & known <= {note.claim for note in briefing.notes} <= known


def test_the_demo_says_no_more_than_it_may(demo_tables):
    for rows in demo_tables:
        briefing = draft_briefing(Brief(title="Demo", tables=rows, is_unreviewed=True))
        assert not list(find_faults(walk_sentences(briefing)))
        assert len(briefing.notes) > 10

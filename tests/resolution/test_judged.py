import pytest
from hand_read import Article

from sayso.model.claims import ClaimFigure
from sayso.model.judgements import Judgement
from sayso.model.kinds import Bound, ClaimKind, JudgementKind, Measure, Scope, Stance
from sayso.model.spans import Span
from sayso.text.decisions import keep_active


def line(kind, number, author="Ana", **more):
    return Judgement(
        id=str(number), kind=JudgementKind(kind), author=author, reason="read it", made="2024-05-01", **more
    )


def article():
    found = Article("a", "Troops took Rahna. Shells fell on Selba.").where("Rahna").where("Selba")
    found.claim("Troops took Rahna", "control_change", ["Rahna"], chain=(("activists", "activist"),))
    return found.claim("Shells fell on Selba", "shelling", ["Selba"])


def on_claim(kind, number, author="Ana", fields=None, claim="a-0"):
    return line(
        kind,
        number,
        author,
        document="a",
        claim=claim,
        span=Span(0, 17),
        claim_kind="control_change",
        fields=fields or {},
    )


def kinds(world):
    return [resolved.claim.kind for resolved in world.resolution.claims]


def test_a_rejected_claim_is_left_out(resolve):
    assert kinds(resolve([article()], judgements=[on_claim("reject", 1)])) == [ClaimKind.SHELLING]


def test_an_accepted_claim_names_who_accepted_it(resolve):
    found = resolve([article()], judgements=[on_claim("accept", 1)]).claim("Troops took Rahna")
    assert (found.reviewed, found.reviewed_by) == ("accepted", "Ana")


def test_an_edited_number_keeps_its_own_words_beside_a_count_by_word(resolve):
    found = Article("a", "Shells killed dozens and hurt 12 in Rahna.").where("Rahna")
    usual = {"of_whom": None, "scope": Scope.INCIDENT}
    by_word = {"low": None, "high": None, "bound": Bound.VAGUE, "is_part": True}
    dozens = ClaimFigure(span=found.span("dozens"), what=Measure.FATALITIES, **usual, **by_word)
    hurt = ClaimFigure(span=found.span("12"), what=Measure.INJURED, low=12, high=12, bound=Bound.EXACT, **usual)
    found.claim("Shells killed dozens and hurt 12", "shelling", ["Rahna"], figures=(dozens, hurt))
    edit = line("edit", 1, document="a", claim=found.claims[0].id, fields={"figures": "injured 15"})
    edited = resolve([found], judgements=[edit]).claim("Shells killed dozens and hurt 12").claim.figures
    assert [(figure.span, figure.low, figure.is_part) for figure in edited] == [
        (dozens.span, None, True),
        (hurt.span, 15, False),
    ]


def test_an_edit_sets_its_fields_and_shows_who_set_them(resolve):
    fields = {
        "kind": "clash", "stance": "denies", "place": "Zuhar; Selba", "time": "2019-03", "agent": "rebels, Front",
        "target": None, "voice": "Rahna Post › Omar Salim",
    }  # fmt: skip
    world = resolve([article()], judgements=[on_claim("edit", 1, fields=fields)])
    found = world.claim("Troops took Rahna")
    assert (found.claim.kind, found.stance, found.agents, found.targets) == (
        ClaimKind.CLASH,
        Stance.DENIES,
        ("rebels", "Front"),
        (),
    )
    assert world.where("Troops took Rahna") == ["Zuhar", "Selba"]
    assert world.when("Troops took Rahna") == ("2019-03", "stated")
    assert [world.voices[key].name for key in found.chain] == ["Rahna Post", "Omar Salim"]
    assert (found.reviewed, found.reviewed_by, found.derived[-1].note) == ("edited", "Ana", "Ana")


def test_who_is_set_to_concede_asserts_something_against_his_interest(resolve):
    edit = on_claim("edit", 1, fields={"stance": "concedes"})
    found = resolve([article()], judgements=[edit]).claim("Troops took Rahna")
    assert (found.stance, found.against_interest) == (Stance.ASSERTS, True)


def test_emptied_fields_are_not_said(resolve):
    fields = {"place": None, "time": None, "voice": None}
    found = resolve([article()], judgements=[on_claim("edit", 1, fields=fields)]).claim("Troops took Rahna")
    assert (found.places, found.period.edtf, found.chain, found.voice) == ((), None, (), "outlet:a")


def test_a_line_applies_by_its_words_when_the_id_is_gone(resolve):
    world = resolve([article()], judgements=[on_claim("reject", 1, claim="gone")])
    assert (kinds(world), world.resolution.unplaced) == ([ClaimKind.SHELLING], ())


def test_a_line_whose_claim_is_gone_is_unplaced(resolve):
    lost = line("reject", 1, document="a", claim="gone", span=Span(0, 17), claim_kind="siege")
    world = resolve([article()], judgements=[lost])
    assert (len(kinds(world)), world.resolution.unplaced) == (2, ("1",))


# Lines of several people on one claim, whether it stands, and the lines that are unplaced.
LINES = [
    ("his later line replaces his earlier one", [("reject", "Ana"), ("accept", "Ana")], True, ()),
    ("two people agree", [("reject", "Ana"), ("reject", "Ben")], False, ()),
    ("two people contradict each other", [("reject", "Ana"), ("accept", "Ben")], True, ("1", "2")),
    ("a third one settles it", [("reject", "Ana"), ("accept", "Ben"), ("reject", "Eve")], False, ()),
    ("one changes his mind", [("reject", "Ana"), ("accept", "Ben"), ("reject", "Ben")], False, ()),
]


@pytest.mark.parametrize(("why", "lines", "stands", "unplaced"), LINES, ids=[row[0] for row in LINES])
def test_contradicting_lines_wait_for_a_third(resolve, why, lines, stands, unplaced):
    judgements = [on_claim(kind, number, author) for number, (kind, author) in enumerate(lines, 1)]
    world = resolve([article()], judgements=judgements)
    assert (why, ClaimKind.CONTROL_CHANGE in kinds(world), world.resolution.unplaced) == (why, stands, unplaced)


def test_edits_of_different_fields_do_not_contradict(resolve):
    lines = [on_claim("edit", 1, fields={"stance": "hedges"}), on_claim("edit", 2, "Ben", {"agent": "rebels"})]
    found = resolve([article()], judgements=lines).claim("Troops took Rahna")
    assert (found.stance, found.agents, found.reviewed_by) == (Stance.HEDGES, ("rebels",), "Ana, Ben")


def test_a_line_taken_back_does_not_count_and_an_undo_can_be_undone():
    first, undo, again = line("reject", 1), line("undo", 2, undoes="1"), line("undo", 3, undoes="2")
    assert keep_active([first, undo]) == ()
    assert keep_active([first, undo, again]) == (first,)


def added(quote="Rahna. Shells", span=Span(12, 25)):  # noqa: B008
    return line(
        "add", 7, document="a", span=span, quote=quote, claim_kind="siege", fields={"kind": "siege", "place": "Rahna"}
    )


def test_an_added_claim_stands_with_its_author(resolve):
    world = resolve([article()], judgements=[added()])
    found = world.claim("Rahna. Shells")
    assert (found.claim.kind, found.reviewed, found.reviewed_by, found.voice) == (
        ClaimKind.SIEGE,
        "added",
        "Ana",
        "outlet:a",
    )
    assert world.where("Rahna. Shells") == ["Rahna"]


def test_an_added_claim_whose_words_are_gone_is_unplaced(resolve):
    world = resolve([article()], judgements=[added("Other words!!")])
    assert (len(kinds(world)), world.resolution.unplaced) == (2, ("7",))


def test_merged_places_are_one_and_split_spellings_two(resolve):
    one, other = article(), Article("b", "Clashes near Selbah.").where("Selbah")
    other.claim("Clashes", "clash", ["Selbah"])
    merged = resolve([one, other], judgements=[line("merge", 1, fields={"what": "place", "names": ["Rahna", "Selba"]})])
    assert {name for words in ("Troops took Rahna", "Shells fell on Selba") for name in merged.where(words)} == {
        "Rahna"
    }
    split = resolve([one, other], judgements=[line("split", 1, fields={"what": "place", "names": ["Selba", "Selbah"]})])
    assert (split.where("Shells fell on Selba"), split.where("Clashes")) == (["Selba"], ["Selbah"])


def test_merged_voices_are_one_under_the_first_name(resolve):
    one = article()
    other = Article("b", "Clashes in Rahna.").claim("Clashes", chain=(("Omar Salim", "witness"),))
    world = resolve(
        [one, other], judgements=[line("merge", 1, fields={"what": "voice", "names": ["activists", "Omar Salim"]})]
    )
    assert world.who("Clashes") == world.who("Troops took Rahna")
    assert world.who("Clashes").name == "activists"


def test_a_date_for_a_document_that_is_gone_is_unplaced(resolve):
    lines = [line("date", 1, document="gone", fields={"date": "2019-03-11"})]
    assert resolve([article()], judgements=lines).resolution.unplaced == ("1",)


def test_two_peoples_dates_for_one_document_are_unplaced(resolve):
    lines = [
        line("date", n, author, document="a", fields={"date": f"2019-03-1{n}"})
        for n, author in ((1, "Ana"), (2, "Ben"))
    ]
    assert resolve([article()], judgements=lines).resolution.unplaced == ("1", "2")

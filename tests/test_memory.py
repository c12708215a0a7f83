"""Does a join that remembers the last one give the same record as one that does not?"""

import hashlib
from importlib import resources

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.settings import Settings
from sayso.pipeline import Held, join, read_document
from sayso.text.memories import KEPT, Memory

DEMO = resources.files("sayso.demo") / "velmora"
NOTES = (
    "3 May 2021\n\nThe army said on Monday that it had captured the village of Harwick. At least 12 people died there.",
    "4 May 2021\n\nActivists denied that the army had captured Harwick. They said rebels still held most of Harwik.",
    "5 May 2021\n\nShells fell on Dunmore two days after the capture of Harwick, residents said.",
    # What leads from one report to another: a part of a day, civilians who are people, a finer place, "the attack", a count.
    (
        "6 May 2021\n\nThe army shelled Dunmore on Thursday. By nightfall rebels had left the town, state television said."
        " In Dunmore 14 or more civilians lost their lives on Thursday, a medic said."
    ),
    (
        "6 May 2021\n\nAt least 14 people were killed in Dunmore on Thursday, activists said. They included four children."
        " The attack on Dunmore and Harwick on Thursday came at dawn, residents said."
    ),
    (
        "7 May 2021\n\nThe toll in Dunmore has risen to 17 dead, a medic said. Dunmore fell on Thursday, rebels said."
        " Government troops were seen in Dunmore on Friday, residents said. Nobody was hurt in Harwick, the army said."
    ),
)


def settings_of_the_demo():
    table = msgspec.toml.decode((DEMO / "sayso.toml").read_bytes())
    table.pop("case_format", None)
    return msgspec.convert(table, Settings)


@pytest.fixture(scope="module")
def readings(syntax):
    files = sorted((DEMO / "articles").iterdir(), key=lambda file: file.name)[:7]
    texts = [*(file.read_text("utf-8") for file in files), *NOTES]
    texts += [f"{texts[0]}\n\nPrinted again."]
    return [read_document(write(text, number), syntax) for number, text in enumerate(texts)]


def write(text, number):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=sha256[:16], sha256=sha256, file=f"{number}.txt", text=text, outlet=f"Outlet {number % 4}")


def judge(readings, kind, number):
    """Return a decision on one of the claims of the case, or a merge of two names."""
    reading = readings[number % len(readings)]
    if kind == "merge":
        fields = {"what": "place", "names": ["Harwick", "Dunmore"]}
        return Judgement(id="m", kind=JudgementKind.MERGE, author="Ana", reason="r", made="2024-05-01", fields=fields)
    if kind == "date":
        fields = {"date": "2021-05-07"}
        target = {"document": reading.document.id, "fields": fields}
        return Judgement(id="d", kind=JudgementKind.DATE, author="Ana", reason="r", made="2024-05-01", **target)
    claim = reading.claims[number % max(1, len(reading.claims))]
    target = {"document": claim.document, "claim": claim.id, "claim_kind": claim.kind, "span": claim.span}
    fields = {"place": "Selba"} if kind == "edit" else {}
    return Judgement(
        id=kind, kind=JudgementKind(kind), author="Ana", reason="r", made="2024-05-01", fields=fields, **target
    )


KINDS = st.sampled_from(["accept", "reject", "edit", "merge", "date"])
STEPS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 13), min_size=1),
        st.booleans(),
        st.lists(st.tuples(KINDS, st.integers(0, 60)), max_size=2),
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_a_join_with_memory_equals_a_join_without(readings, steps):
    memory, demo = Memory(), settings_of_the_demo()
    for chosen, with_settings, lines in steps:
        some = [readings[number] for number in sorted(chosen)]
        held = Held(obtained={reading.document.id: "2024-05-01T08:00:00+00:00" for reading in some})
        given = demo if with_settings else Settings()
        judgements = [judge([one for one in some if one.claims] or readings, kind, number) for kind, number in lines]
        remembering = join(some, given, judgements, held, memory)
        assert repr(remembering) == repr(join(some, given, judgements, held))


def test_what_joins_do_not_ask_for_any_more_is_forgotten():
    memory, made = Memory(), []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    for about in ("a", "a", "b", "a", *"b" * (2 * KEPT), "a"):
        memory.turn()
        assert memory.recall(double, about, 4) == 8
    assert made == [4, 4, 4]


def test_what_is_made_from_something_else_is_worked_out_again():
    memory = Memory()
    assert [memory.recall(abs, "a", number) for number in (-1, -1, -2, 3)] == [1, 1, 2, 3]


def test_an_equal_value_is_the_one_of_the_last_join():
    memory = Memory()
    first = memory.keep("a", ("x", 1))
    memory.turn()
    assert memory.keep("a", ("x", int("1"))) is first

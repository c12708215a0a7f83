"""What does a memory keep, and what does it let go?"""

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.case.builds import uncollected
from sayso.text.memories import Memory


def double(number: int) -> int:
    return number * 2


def add_doubles(memory: Memory, numbers: tuple[int, ...]) -> int:
    return sum(memory.recall(double, number, number) for number in numbers)


def test_what_is_made_of_parts_is_recalled_like_the_parts():
    memory = Memory()
    found = [memory.recall_in_parts(add_doubles, "all", numbers) for numbers in ((1, 2), (1, 2), (1, 5))]
    assert found == [6, 6, 12]


def test_a_memory_goes_with_its_case_while_the_search_for_garbage_is_paused():
    gc.collect()
    with uncollected():
        memory = Memory()
        memory.recall_in_parts(add_doubles, "all", (1, 2))
        left = weakref.ref(memory)
        del memory
        assert left() is None


PART = st.dictionaries(
    st.sampled_from("xyz"), st.lists(st.integers(0, 3), min_size=1, max_size=3).map(tuple), max_size=3
)
WHOLE = st.lists(st.tuples(st.sampled_from("abcd"), PART), max_size=4).map(dict)


@given(st.lists(WHOLE, min_size=1, max_size=5))
def test_what_parts_hold_by_key_is_gathered_as_if_there_had_been_no_other_parts(wholes):
    memory = Memory()
    for whole in wholes:
        expected: dict[str, tuple[int, ...]] = {}
        for part in whole.values():
            for key, values in part.items():
                expected[key] = (*expected.get(key, ()), *values)
        assert memory.gather("all", whole) == expected


def test_what_no_changed_part_holds_is_the_same_thing_as_before():
    memory, lasting = Memory(), {"x": (1, 2)}
    before = memory.gather("all", {"a": lasting})["x"]
    after = memory.gather("all", {"a": lasting, "b": {"y": (3,)}})
    assert after["x"] is before
    assert after["y"] == (3,)


class Broken(dict[str, tuple[int, ...]]):
    """A part that cannot be read twice."""

    def keys(self):
        raise OSError("gone")


def test_a_gathering_that_fails_leaves_nothing_half_gathered_behind():
    memory = Memory()
    memory.gather("all", {"a": {"x": (1,)}})
    with pytest.raises(OSError, match="gone"):
        memory.gather("all", {"b": {"x": (2,)}, "c": Broken(x=(3,))})
    assert memory.gather("all", {"b": {"x": (2,)}}) == {"x": (2,)}

"""What does a memory keep, and what does it let go?"""

import gc
import weakref

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

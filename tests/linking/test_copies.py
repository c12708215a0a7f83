"""Which documents share text?"""

import random
import re

import pytest
from hand_made import Case, copies_of, figure
from hypothesis import given
from hypothesis import strategies as st

SHARED = "the convoy left the harbour before sunrise and reached the upper valley with forty lorries of grain at noon"


def test_a_shared_paragraph_is_found_with_its_spans_in_both():
    left = f"Our own opening words. {SHARED}. An end that is ours."
    right = f"Another opening altogether, longer than the first one was! {SHARED.upper()}; and no more."
    (copy,) = copies_of(left, right)
    assert [left[start:end] for start, end in copy.left_spans] == [SHARED]
    assert [right[start:end] for start, end in copy.right_spans] == [SHARED.upper()]
    assert 0.5 < copy.share < 1


def test_a_whole_copy_has_the_share_one():
    (copy,) = copies_of(SHARED, SHARED)
    assert copy.share == 1


def test_short_likeness_is_no_copy():
    assert copies_of("the convoy left the harbour before all", "the convoy left the harbour before some") == ()


def test_furniture_is_never_shared_text():
    assert copies_of(SHARED, SHARED, furniture=[(1, (0, len(SHARED)))]) == ()


def test_many_prints_of_one_text_all_point_to_the_first():
    copies = copies_of(*[SHARED] * 30)
    assert [copy.left for copy in copies] == ["d0"] * 29


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_the_words_of_paired_spans_are_the_same(before, between, after):
    left, right = f"{before} {SHARED} {after}", f"{between} {SHARED} {before}"
    (copy,) = copies_of(left, right)
    assert copy.left_spans
    for a, b in zip(copy.left_spans, copy.right_spans, strict=True):
        assert words(left[slice(*a)]) == words(right[slice(*b)])


def words(text):
    return re.findall(r"[^\W_]+", text.casefold())


def slow_copies(left, right):
    """Return whether two texts share eleven words in a row, by comparing every pair of places."""
    a, b = left.split(), right.split()
    runs = {tuple(a[n : n + 11]) for n in range(len(a) - 10)}
    return any(tuple(b[n : n + 11]) in runs for n in range(len(b) - 10))


@pytest.mark.parametrize("seed", range(20))
def test_every_stretch_of_eleven_words_is_found_that_a_slow_search_finds(seed):
    chance = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(60)]
    left = [chance.choice(vocabulary) for _ in range(200)]
    right = [chance.choice(vocabulary) for _ in range(200)]
    size, place = chance.randint(0, 14), chance.randint(0, 180)
    right[place : place + size] = left[place : place + size]
    a, b = " ".join(left), " ".join(right)
    assert bool(copies_of(a, b)) >= slow_copies(a, b)


def test_claims_of_a_copy_join_the_groups_of_its_first_print():
    case = Case()
    case.document("a", text=f"{SHARED}. ")
    case.document("b", published="2024-05-09", outlet="Weekly", text=f"{SHARED}. ")
    first = case.claim("a", SHARED, "aid")
    copy = case.claim("b", SHARED, "aid")
    (group,) = case.link().groups
    assert group.members == (first, copy)
    assert group.origins == (1, 1)


def test_a_claim_cut_a_little_otherwise_in_the_copy_still_repeats_the_first():
    case = Case()
    case.document("a", text=f"{SHARED}. ")
    case.document("b", published="2024-05-09", outlet="Weekly", text=f"By our staff. {SHARED}. ")
    first = case.claim("a", SHARED, "aid", "activists")
    copy = case.claim("b", SHARED.removeprefix("the convoy "), "aid", "activists")
    (group,) = case.link().groups
    assert group.members == (first, copy)
    assert group.origins == (1, 1)


def test_claims_of_another_kind_in_shared_text_repeat_nothing():
    case = Case()
    case.document("a", text=f"{SHARED}. ")
    case.document("b", published="2024-05-09", text=f"{SHARED}. ")
    case.claim("a", SHARED, "aid")
    case.claim("b", SHARED, "advance")
    assert len(case.link().groups) == 2


def test_a_copy_in_which_a_number_was_changed_gives_another_answer():
    case = Case()
    case.document("a", text=f"Forty dead: {SHARED}. ")
    case.document("b", published="2024-05-09", text=f"Sixty dead: {SHARED}. ")
    dead = {"kind": "toll", "frame": "die", "voice": "the Monitor"}
    first = case.claim("a", f"Forty dead: {SHARED}", figures=[figure(40, 40)], **dead)
    changed = case.claim("b", f"Sixty dead: {SHARED}", figures=[figure(60, 60)], **dead)
    groups = [group for group in case.link().groups if {first, changed} & set(group.members)]
    assert sorted(group.members for group in groups) == sorted([(first,), (changed,)])

"""Which answers are one dispute?"""

from types import SimpleNamespace

import pytest

from sayso.linking.disputes import Dispute
from sayso.model.kinds import ConflictKind

CITY = ("city taken", "city not taken")
QUARTER = ("quarter taken", "quarter fought over")


def make_group(name):
    matter, answer = SimpleNamespace(place=name.split()[0]), SimpleNamespace(key=name)
    return SimpleNamespace(id=name, matter=matter, answer=answer, claims=())


def dispute(*pairs):
    found = Dispute()
    for pair in pairs:
        found.oppose(*map(make_group, pair), ConflictKind.EXTENT, "linking.taken_and_fought")
    return {frozenset(group.id for side in sides for group in side) for sides, _ in found.part()}


@pytest.mark.parametrize("order", [1, -1])
def test_a_city_and_its_quarter_are_two_disputes_though_one_answer_excludes_another(order):
    pairs = [CITY, QUARTER, ("city taken", "quarter fought over")]
    assert dispute(*pairs[::order]) == {frozenset(CITY), frozenset(QUARTER)}


def test_an_answer_about_a_quarter_that_nobody_else_disputes_stands_in_the_dispute_of_the_city():
    assert dispute(CITY, ("city taken", "quarter fought over")) == {frozenset({*CITY, "quarter fought over"})}


def test_one_answer_that_stands_against_two_disputes_joins_them_not():
    port = ("port taken", "port not taken")
    pairs = (CITY, port, ("city taken", "quarter fought over"), ("port taken", "quarter fought over"))
    assert dispute(*pairs) == {frozenset({*CITY, "quarter fought over"}), frozenset(port)}

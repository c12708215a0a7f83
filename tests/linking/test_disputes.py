"""Which answers are one dispute?"""

from types import SimpleNamespace

import pytest

from sayso.linking.disputes import Dispute
from sayso.model.kinds import ConflictKind

CITY = ("city taken", "city not taken")
QUARTER = ("quarter taken", "quarter fought over")


def dispute(*pairs):
    found = Dispute()
    for left, right in pairs:
        groups = [SimpleNamespace(id=name, matter=SimpleNamespace(place=name.split()[0])) for name in (left, right)]
        found.oppose(*groups, ConflictKind.EXTENT, "linking.taken_and_fought")
    return {frozenset(part.groups) for part in found.part()}


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

from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.derivations import Derived
from sayso.model.records import Origin
from sayso.outputs.withholding import withhold_ties

SAID = "Ana: she told us"


def withhold(*rules, claims=("c0", "c1"), draws_on=("o2",), note=None):
    """Return the origins that are shown of one whose claims are by a named (c0) and an unnamed voice (c1)."""
    reasons = tuple(Derived(value="Ana", rule=rule, note=note) for rule in rules)
    origin = Origin(id="o1", group="g1", name="Ana", claims=claims, reasons=reasons, draws_on=draws_on)
    return withhold_ties(replace(make_record(), origins=(origin,))).origins


@pytest.mark.parametrize("rule", ["linking.same_informant", "linking.unnamed_source"])
def test_an_unnamed_voice_that_may_be_a_named_one_shows_neither_tie_nor_reason(rule):
    (shown,) = withhold(rule, "linking.same_voice", claims=("c1",))
    assert [why.rule for why in shown.reasons] == ["linking.same_voice"]
    assert shown.draws_on == ()


@pytest.mark.parametrize("rule", ["linking.judged", "linking.same_informant"])
def test_an_origin_that_a_person_joined_is_shown_as_two(rule):
    named, unnamed = withhold(rule, note=SAID)
    assert (named.claims, unnamed.claims) == (("c0",), ("c1",))
    assert named.id != unnamed.id
    assert unnamed.name == "unnamed"
    assert not unnamed.is_explicit
    assert not named.reasons
    assert not unnamed.reasons


def test_of_a_persons_judgement_the_rule_is_shown_and_not_the_words():
    (shown,) = withhold("linking.judged", claims=("c1",), note=SAID)
    assert [(why.rule, why.note) for why in shown.reasons] == [("linking.judged", None)]


def test_other_origins_are_shown_as_they_are():
    (shown,) = withhold("linking.same_body")
    assert shown.claims == ("c0", "c1")
    assert shown.draws_on == ("o2",)

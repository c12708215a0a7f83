from sayso.model.derivations import Derived
from sayso.model.records import Origin
from sayso.outputs.withholding import withhold_identity

NAMED = {"c1": True, "c2": False}


def make_origin(*rules, claims=("c1", "c2"), draws_on=("o2",)):
    reasons = tuple(Derived(value="Ana", rule=rule) for rule in rules)
    return Origin(id="o1", group="g1", name="Ana", claims=claims, reasons=reasons, draws_on=draws_on)


def test_an_unnamed_voice_that_may_be_a_named_one_shows_neither_tie_nor_reason():
    (shown,) = withhold_identity(make_origin("linking.same_informant", "linking.same_voice"), NAMED)
    assert [why.rule for why in shown.reasons] == ["linking.same_voice"]
    assert shown.draws_on == ()


def test_an_origin_that_a_person_joined_is_shown_as_two():
    named, unnamed = withhold_identity(make_origin("linking.judged"), NAMED)
    assert (named.claims, unnamed.claims) == (("c1",), ("c2",))
    assert named.id != unnamed.id
    assert unnamed.name == "unnamed"
    assert not unnamed.is_explicit
    assert not named.reasons
    assert not unnamed.reasons


def test_other_origins_are_shown_as_they_are():
    origin = make_origin("linking.same_body")
    assert tuple(withhold_identity(origin, NAMED)) == (origin,)
    alone = make_origin("linking.judged", claims=("c2",))
    assert tuple(withhold_identity(alone, NAMED)) == (alone,)

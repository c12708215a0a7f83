import pytest

from sayso.model.derivations import name_rule, reason, rule, rules


def test_the_docstring_of_a_rule_is_its_reason():
    @rule("test.weekday")
    def resolve_weekday() -> None:
        """Taken as the last such day
        before publication.

        What follows is for programmers.
        """

    assert reason("test.weekday") == "Taken as the last such day before publication."
    assert rules()["test.weekday"] == reason("test.weekday")
    assert resolve_weekday() is None


def test_a_rule_without_a_docstring_is_refused():
    with pytest.raises(ValueError, match="no docstring"):
        rule("test.silent")(lambda: None)


def test_two_rules_may_not_share_a_name():
    name_rule("test.twice", "One reason.")
    with pytest.raises(ValueError, match=r"test\.twice"):
        name_rule("test.twice", "Another reason.")

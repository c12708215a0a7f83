"""When are the rows of a part of a record worked out?"""

from sayso.model.late_rows import LateRows


def test_rows_are_worked_out_once_and_only_when_asked_for():
    asked = []

    def make() -> tuple[str, ...]:
        asked.append("once")
        return "a", "b", "c"

    rows = LateRows(make)
    assert not asked
    assert (len(rows), rows[1], rows[1:], list(rows)) == (3, "b", ("b", "c"), ["a", "b", "c"])
    assert asked == ["once"]


def test_late_rows_equal_the_same_rows_in_any_form():
    rows = LateRows(lambda: ("a", "b"))
    assert rows == ("a", "b")
    assert rows == LateRows(lambda: ("a", "b"))
    assert rows != ("a",)
    assert {rows, ("a", "b")} == {rows}
    assert repr(rows) == "('a', 'b')"

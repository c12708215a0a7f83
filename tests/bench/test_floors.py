import pytest

from bench import floors
from bench.__main__ import main

FLOOR = {"name": "case", "gold": "town", "at_least": {"claims": 0.5}, "at_most": {"furniture": 0.0}}


def test_values_within_their_bounds_are_reached(capsys):
    assert floors.compare("case town", FLOOR, {"claims": 0.5, "furniture": 0.0}) == []
    assert "reached case town: claims 0.5 (pinned 0.5)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("values", "short"),
    [
        ({"claims": 0.49, "furniture": 0.0}, ["case town: claims"]),
        ({"claims": 0.6, "furniture": 0.1}, ["case town: furniture"]),
        ({"claims": None, "furniture": None}, ["case town: claims", "case town: furniture"]),
        ({}, ["case town: claims", "case town: furniture"]),
    ],
)
def test_values_beyond_their_bounds_or_missing_fall_short(values, short):
    assert floors.compare("case town", FLOOR, values) == short


def test_missing_gold_is_said_and_passed_over(capsys, tmp_path):
    assert floors.check(FLOOR, tmp_path) == []
    assert "skipped case town: no such gold data here" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["case", "syntax", "gate"])
def test_a_measure_without_its_gold_exits_with_two(name, capsys):
    assert main([name]) == 2
    assert "--gold" in capsys.readouterr().err

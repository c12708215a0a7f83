import pytest

from sayso.outputs.coarse import blur_answer, blur_figure, blur_share, find_week


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2024-05-01", "2024-04-29/2024-05-05"),
        ("2024-05-05", "2024-04-29/2024-05-05"),
        ("2024-05-04/2024-05-07", "2024-04-29/2024-05-12"),
        ("2024-04-09/2024-05-17", "2024-04/2024-05"),
        ("2024-05-01/2024-05-31", "2024-05"),
        ("2023-07~/2024-07-31", "2023-07~/2024-07"),
        ("../2024-07-31", "../2024-07"),
        ("[2024-04-05,2024-05-04]", "2024-04/2024-05"),
        ("XXXX-07-29", "XXXX-07"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (None, None),
    ],
)
def test_a_day_is_told_as_its_week_and_a_longer_period_by_its_months(day, week):
    assert find_week(day) == week


@pytest.mark.parametrize(
    ("low", "high", "words", "told"),
    [
        (150, 150, "Some 150", (100, 999, "100 to 999 (size only)", "range")),
        (7, 7, "seven", (1, 9, "1 to 9 (size only)", "range")),
        (0, 0, "nobody", (0, 9, "0 to 9 (size only)", "range")),
        (40, 120, "40 to 120", (10, 999, "10 to 999 (size only)", "range")),
        (24, None, "dozens", (10, None, "at least 10 (size only)", "at_least")),
        (None, 1200, "fewer than 1,200", (None, 9999, "at most 9,999 (size only)", "at_most")),
        (None, None, "countless", (None, None, "a number that is withheld", "vague")),
        (90, 90, "90 per cent", (50, 100, "50 to 100 per cent (size only)", "range")),
        (30, 30, "30%", (0, 50, "0 to 50 per cent (size only)", "range")),
    ],
)
def test_of_a_number_the_size_is_told_and_no_word(low, high, words, told):
    row = blur_figure({"what": "other", "low": low, "high": high, "words": words, "bound": "exact", "by_rule": True})
    assert (row["low"], row["high"], row["words"], row["bound"], row["by_rule"]) == (*told, False)


@pytest.mark.parametrize(
    ("extent", "share", "told"),
    [
        ("share", "90%", ("most", None)),
        ("share", "30%", ("part", None)),
        ("most", "most", ("most", "most")),
        ("whole", None, ("whole", None)),
    ],
)
def test_of_a_share_of_a_place_it_is_told_whether_it_is_half_or_more(extent, share, told):
    row = blur_share({"extent": extent, "share": share})
    assert (row["extent"], row["share"]) == told


def test_an_answer_has_the_size_of_its_number():
    assert blur_answer("not Some 150", {"150": "100 to 999", "Some 150": "100 to 999"}) == "not 100 to 999"
    assert blur_answer("fighting", {"150": "100 to 999"}) == "fighting"

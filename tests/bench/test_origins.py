import pytest

from bench.origins import predict

NEWS = (
    "Lorries with flour waited for six hours at the northern gate of the town while gunners on the ridge fired over "
    "the road, and turned back at dusk when the bridge behind them was hit."
)
OTHER = "Members of the council met behind closed doors for most of the night and one of them left early."

PAIRS = [
    (NEWS, f"{NEWS} {OTHER}", "copy"),
    (NEWS, OTHER, "independent"),
]


@pytest.mark.parametrize(("left", "right", "label"), PAIRS)
def test_a_pair_is_labelled_in_the_words_of_the_gold(left, right, label):
    row = {"pair": "p", "a": {"id": "1", "text": left}, "b": {"id": "2", "text": right}}
    assert predict(row) == {"pair": "p", "label": label}

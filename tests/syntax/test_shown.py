import pytest
from syntax.parsed import parse

from sayso.syntax.shown import find_label, find_slug


def test_marks_that_the_model_is_not_shown_stand_in_the_parse(syntax):
    text = "The army had “fully captured” the town of Tarnova, and its men had 'cleansed' the fort."
    result = parse(syntax, text)
    assert all(text[a:b] == w for a, b, w in zip(result.starts, result.ends, result.words, strict=True))
    captured, opening = result.words.index("captured"), result.words.index("“")
    assert (result.heads[opening], result.relations[opening], result.universal[opening]) == (captured, "punct", "PUNCT")
    assert [result.tags[result.words.index(mark)] for mark in "“”"] == ["``", "''"]
    assert result.relations[captured] == "root"


def test_names_behind_hidden_marks_keep_their_words(syntax):
    result = parse(syntax, "The army had “fully captured” the town where Ana Quispe lives in Germany.")
    assert "Germany" in {" ".join(result.words[first:last]) for first, last, _ in result.names}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("UPDATE 3 - Rebels seize bridge", 3), ("WRAPUP - Rebels seize bridge", 2), ("UPDATE 3 Rebels seize", 0),
        ("Rebels 3 - Army 0", 0), ("UPDATE - x", 0), ("UPDATE", 0),
    ],
)  # fmt: skip
def test_only_an_agencys_mark_of_a_version_is_cut_off(text, count):
    assert find_slug(text.split()) == count


def test_a_marked_heading_is_parsed_as_one_without_the_mark(syntax):
    marked, bare = parse(syntax, "UPDATE 3-Rebels seize bridge"), parse(syntax, "Rebels seize bridge")
    assert marked.relations[3:] == bare.relations
    assert marked.words[:3] == ("UPDATE", "3", "-")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("• Belgor : rebels fought over the port", 3),
        ("Belgor : rebels fought over the port", 2),
        ("Upper Belgor district : rebels fought over the port", 4),
        ("Olav Reth : the town has fallen to them", 0),
        ("• Mayor Olav Reth : the town has fallen to them", 0),
        ("HRF : the town has fallen to them", 0),
        ("Belgor : quiet today", 0),
        ('Belgor : " The town has fallen to them', 0),
    ],
)
def test_a_label_is_a_place_or_a_matter_and_no_speaker(line, label):
    assert find_label(line.split()) == label

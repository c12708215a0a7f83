"""Has a verb of telling the subject that it has for a reader?"""

from dataclasses import replace

import pytest
from syntax.parsed import parse

from sayso.syntax.subjects import mend_subjects


@pytest.mark.parametrize(
    ("text", "who", "tells", "told"),
    [
        ("The army and state television announced on Monday that rebels took the village of Arva on Sunday.", "television", "announced", "took"),
        ("The rebels' main backer announced on Monday that the army shelled the market.", "backer", "announced", "shelled"),
        ("A hospital official said late on Monday government forces control most of the town.", "official", "said", "control"),
    ],
)  # fmt: skip
def test_who_tells_is_the_subject_and_what_is_told_the_clause(syntax, text, who, tells, told):
    parsed = parse(syntax, text)
    subject, verb, clause = (parsed.words.index(word) for word in (who, tells, told))
    assert (parsed.heads[subject], parsed.relations[subject]) == (verb, "nsubj")
    assert parsed.relations[verb] == "root"
    assert (parsed.heads[clause], parsed.relations[clause]) == (verb, "ccomp")
    days = [token for token, word in enumerate(parsed.words) if word == "Monday"]
    assert [parsed.heads[day] for day in days] == [verb] * len(days)


@pytest.mark.parametrize("day", ["on Monday", "Monday"])
def test_the_day_right_behind_a_saying_is_that_of_the_saying(syntax, day):
    parsed = parse(syntax, f"The army said {day} its troops retook a district of Arva.")
    assert parsed.heads[parsed.words.index("Monday")] == parsed.words.index("said")


def test_a_name_and_what_it_called_for_are_a_sentence(syntax):
    parsed = parse(syntax, "The UN Security Council called for a swift end to the siege of Arva.")
    body, verb = parsed.words.index("Council"), parsed.words.index("called")
    assert (parsed.heads[body], parsed.relations[body], parsed.relations[verb]) == (verb, "nsubj", "root")


def test_what_stands_with_a_report_goes_with_what_is_reported(syntax):
    parsed = parse(
        syntax, "Poison was used in an attack on Arva, doctors said, with 30 people treated for breathing problems."
    )
    told, more = parsed.words.index("used"), parsed.words.index("treated")
    assert (parsed.heads[more], parsed.relations[more]) == (told, "advcl")


def test_a_name_that_opens_a_sentence_is_no_subject_beside_a_nearer_one(syntax):
    parsed = parse(syntax, "Transmar Monday troops took the mill.")
    verb, name, troops = (parsed.words.index(word) for word in ("took", "Transmar", "troops"))
    heads, relations = list(parsed.heads), list(parsed.relations)
    for token in (name, troops):
        heads[token], relations[token] = verb, "nsubj"
    mended = mend_subjects(replace(parsed, heads=tuple(heads), relations=tuple(relations)))
    assert (mended.relations[name], mended.relations[troops]) == ("dep", "nsubj")

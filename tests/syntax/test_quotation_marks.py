import pytest

from sayso.syntax.quotation_marks import find_mixed_quotations

# A sentence, cut at its spaces, and the words inside the marks that only set off words of its own clause.
SENTENCES = (
    ("The army had ' fully captured ' the town .", ["fully captured"]),
    ("Its men “ cleansed ” the “ nest ” at dawn .", ["nest"]),
    ('The town was to be " freed within days " , it said .', ["freed within days"]),
    ('The army said " the town is ours " .', []),
    ('The army : " The town is ours . "', []),
    ('They took the " town', []),
    ('They took the " " town', []),
    ('They took the " town . And " more', []),
    ("", []),
)


@pytest.mark.parametrize(("text", "inside"), SENTENCES)
def test_marks_inside_a_clause_are_told_from_those_of_speech(text, inside):
    words = text.split()
    assert [" ".join(words[a + 1 : b]) for a, b in find_mixed_quotations(words)] == inside

"""Has a verb of telling the subject that it has for a reader?"""

import pytest
from syntax.parsed import parse


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

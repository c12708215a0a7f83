"""Is what somebody says never hung on his name?"""

import pytest
from syntax.parsed import parse


@pytest.mark.parametrize(
    ("text", "main", "named"),
    [
        ("According to the UN humanitarian office OCHA, around 300,000 people had been displaced in northern Arva by the end of December.", "displaced", "OCHA"),
        ("According to medics, around 300,000 people had been displaced in northern Arva by the end of December.", "displaced", "medics"),
        ("According to medics, nine people were killed.", "killed", "medics"),
    ],
)  # fmt: skip
def test_the_clause_behind_according_to_is_the_root(syntax, text, main, named):
    parsed = parse(syntax, text)
    told, voice = parsed.words.index(main), parsed.words.index(named)
    assert parsed.relations[told] == "root"
    assert [token for token, head in enumerate(parsed.heads) if head == token] == [told]
    assert (parsed.heads[voice], parsed.relations[voice]) == (told, "obl")

import pytest

from sayso.claims import find_claims

# Text, agent, target, those beside the agent.
CASES = (
    ("The army shelled the rebels.", "army", "rebels", []),
    ("The town was seized by rebels.", "rebels", None, []),
    ("Clashes between soldiers and rebels broke out in Orlesh.", "soldiers", "rebels", []),
    ("The capture of Tarnova by the army surprised nobody.", "army", None, []),
    ("The town fell to the rebels.", "rebels", None, []),
    ("The army, backed by a militia, seized the port.", "army", None, ["militia"]),
)


@pytest.mark.parametrize(("text", "agent", "target", "beside"), CASES)
def test_who_acts_on_whom_is_read_from_the_tree(read, text, agent, target, beside):
    claim = find_claims(read(text))[0]
    assert (claim.agent.head if claim.agent else None, claim.target.head if claim.target else None) == (agent, target)
    assert [actor.head for actor in claim.co_agents] == beside


def test_partisan_words_are_shown(read):
    text = "The army liberated the town from terrorists."
    (claim,) = find_claims(read(text))
    assert [span.read(text) for span in claim.loaded] == ["liberated", "terrorists"]

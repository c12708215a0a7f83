from dataclasses import replace

import pytest

from sayso.attribution import find_attributions
from sayso.claims import find_claims
from sayso.reference import find_referents

# Text, agent, target, those beside the agent.
CASES = (
    ("The army shelled the rebels.", "army", "rebels", []),
    ("The town was seized by rebels.", "rebels", None, []),
    ("Clashes between soldiers and rebels broke out in Orlesh.", "soldiers", "rebels", []),
    ("The capture of Tarnova by the army surprised nobody.", "army", None, []),
    ("The town fell to the rebels.", "rebels", None, []),
    ("The army, backed by a militia, seized the port.", "army", None, ["militia"]),
    ("Clashes between rebels and soldiers broke out in Orlesh.", "soldiers", "rebels", []),
    ("The rebels launched an attack on Tarnova.", "rebels", None, []),
    ("Tarnova suffered heavy shelling.", None, None, []),
    ("Residents reported heavy shelling of Tarnova.", None, None, []),
    ("Three villagers were killed in Tarnova.", None, "villagers", []),
    ("At least 20 of those captured were executed by rebels.", "rebels", None, []),
    ("Villagers burned two trucks in Orlesh.", "villagers", None, []),
    ("Villagers fled Orlesh.", None, "villagers", []),
    ("The rebels answered with mortar fire.", "rebels", None, []),
    ("The rebels in Tarnova were seen on Monday and responded with mortar fire.", "rebels", None, []),
    ("The army seized control of Tarnova from the rebels.", "army", "rebels", []),
    ("The troops took control of the town of Tarnova from rebels.", "troops", "rebels", []),
    ("The army stormed the rebels' base in Tarnova.", "army", "rebels", []),
    ("Warplanes bombed a depot of the rebels in Orlesh.", None, "rebels", []),
)


@pytest.mark.parametrize(("text", "agent", "target", "beside"), CASES)
def test_who_acts_on_whom_is_read_from_the_tree(read, text, agent, target, beside):
    claim = find_claims(read(text))[0]
    assert (claim.agent.head if claim.agent else None, claim.target.head if claim.target else None) == (agent, target)
    assert [actor.head for actor in claim.co_agents] == beside


@pytest.mark.parametrize(
    "text",
    [
        "The army blamed rebels for the attack on Tarnova.",
        "The army blamed the attack on Tarnova on rebels.",
        "The minister accused rebels of the attack on Tarnova.",
        "The attack on Tarnova was blamed on rebels.",
        "The White House blamed the attack on rebels.",
        "The police attributed the bombing in Tarnova to rebels.",
    ],
)
def test_who_is_blamed_for_a_deed_is_said_to_have_done_it(read, text):
    (deed,) = [claim for claim in find_claims(read(text)) if claim.kind in {"clash", "explosion"}]
    assert deed.agent.head == "rebels"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels accepted responsibility for the Tarnova bombing.",
        "The bombing in Tarnova was claimed by rebels.",
        "Rebels claimed the bombing in Tarnova.",
        "On Friday rebels took credit for the bombing in Tarnova.",
    ],
)
def test_who_claims_a_deed_as_his_own_is_said_to_have_done_it(read, text):
    (deed,) = [claim for claim in find_claims(read(text)) if claim.kind == "explosion"]
    assert deed.agent.head == "rebels"


def test_who_says_that_there_was_a_massacre_has_not_done_it(read, attribute):
    text = "The rebels claimed a massacre of villagers in Tarnova."
    claims = find_claims(attribute(read(text), ("rebels", "claimed", "a massacre of villagers in Tarnova", "asserts")))
    assert [claim.agent for claim in claims if claim.frame == "massacre"] == [None]


def test_the_doer_of_a_condemned_deed_is_not_the_one_who_condemns_it(read):
    claims = find_claims(read("The minister condemned the massacre of villagers by rebels in Orlesh."))
    (deed,) = [claim for claim in claims if claim.kind == "violence_against_civilians"]
    assert (deed.agent.head, deed.target.head) == ("rebels", "villagers")


def test_partisan_words_are_shown(read):
    text = "The army liberated the town from terrorists."
    (claim,) = find_claims(read(text))
    assert [span.read(text) for span in claim.loaded] == ["liberated", "terrorists"]


class TestReference:
    """What pronouns and possessors mean, with reference and attribution read from the text."""

    @staticmethod
    def agent(read, text, words):
        layers = read(text)
        layers = replace(layers, referents=find_referents(layers))
        layers = replace(layers, attributions=find_attributions(layers))
        claim = next(c for c in find_claims(layers) if words in c.span.read(text))
        return claim.agent and (claim.agent.head, claim.agent.camp)

    CASES = (
        ("The army said it had captured Tarnova.", "captured", ("army", "government")),
        ("We shelled Tarnova, the colonel said.", "shelled", ("We", "speaker")),
        ("The rebels fled. The army said its troops had captured Tarnova.", "captured", ("army", "government")),
        ('"Our flag flies over the port," the colonel said.', "flag", ("Our", "speaker")),
        ('"Our columns entered Tarnova," the colonel said.', "entered", ("Our", "speaker")),
        ("The militia's flag flies over the port.", "flag", ("militia", "opposition")),
        ("The army announced the capture of Tarnova.", "capture", ("we", "speaker")),
        (
            "A bomb hit Tarnova. The rebels claimed responsibility for the attack.",
            "responsibility",
            ("rebels", "opposition"),
        ),
        (
            "As the army left Quira, the militia took Orlesh, tightening its siege of Tarnova.",
            "siege",
            ("militia", "opposition"),
        ),
    )

    @pytest.mark.parametrize(("text", "words", "meant"), CASES)
    def test_a_pronoun_is_the_party_it_stands_for(self, read, text, words, meant):
        assert self.agent(read, text, words) == meant

from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import Basis

# Text; source, cue, content, stance; a claim's kind; whose it is (None: the outlet's), its basis.
CASES = (
    ("The mayor said rebels had seized the port.", ("mayor", "said", "rebels had seized the port", "asserts"),
     "control_change", "mayor", Basis.STATED),
    ("The mayor said the capture of Tarnova pleased him.",
     ("mayor", "said", "the capture of Tarnova pleased him", "asserts"), "control_change", None, Basis.PRESUPPOSED),
    ("The mayor said the capture of Tarnova will be completed by June.",
     ("mayor", "said", "the capture of Tarnova will be completed by June", "asserts"), "forecast", "mayor", Basis.STATED),
    ("The mayor said: “The capture of Tarnova pleased me.”",
     ("mayor", "said", "The capture of Tarnova pleased me", "asserts"), "control_change", "mayor", Basis.PRESUPPOSED),
    ("The mayor said he slept after rebels seized the port.",
     ("mayor", "said", "he slept after rebels seized the port", "asserts"), "control_change", None, Basis.PRESUPPOSED),
    ("The mayor blamed the attack on Tarnova on rebels.", ("mayor", "blamed", "the attack on Tarnova on rebels", "asserts"),
     "clash", "mayor", Basis.STATED),
    ("The mayor confirmed the attack on Tarnova.", ("mayor", "confirmed", "the attack on Tarnova", "asserts"),
     "clash", "mayor", Basis.STATED),
    ("No militia has claimed the attack on Tarnova.", ("No militia", "claimed", "the attack on Tarnova", "asserts"),
     "clash", None, Basis.PRESUPPOSED),
    ("The rebels claim to hold the port.", ("rebels", "claim", "to hold the port", "asserts"),
     "control_state", "rebels", Basis.STATED),
    ("The mayor counted 300 destroyed houses in Tarnova.", ("mayor", "counted", "300 destroyed houses in Tarnova", "asserts"),
     "destruction", "mayor", Basis.STATED),
    ("The mayor announced the capture of Tarnova.", ("mayor", "announced", "the capture of Tarnova", "asserts"),
     "control_change", "mayor", Basis.STATED),
    ("Villagers reported long queues, the looting of shops and the abduction of two teachers.",
     ("Villagers", "reported", "long queues, the looting of shops and the abduction of two teachers", "asserts"),
     "violence_against_civilians", "Villagers", Basis.STATED),
    ("The rebels declared Tarnova free.", ("rebels", "declared", "Tarnova free", "asserts"),
     "control_change", "rebels", Basis.STATED),
    ("The envoys condemned the massacre of villagers.", ("envoys", "condemned", "the massacre of villagers", "asserts"),
     "diplomacy", "envoys", Basis.STATED),
    ("The mayor said clashes would start if the army seized the port.",
     ("mayor", "said", "clashes would start if the army seized the port", "asserts"),
     "control_change", "mayor", Basis.CONDITIONAL),
    ("Relatives of two of them told our teams that the men had been arrested at dawn.",
     ("Relatives", "told", "the men had been arrested at dawn", "asserts"),
     "violence_against_civilians", "Relatives", Basis.STATED),
    ("The mayor denied reports spread by rivals that rebels had seized the port.",
     ("mayor", "denied", "reports spread by rivals that rebels had seized the port", "denies"),
     "control_change", "mayor", Basis.STATED),
    ("The mayor said he slept after rebels entered Quira, seizing the port.",
     ("mayor", "said", "he slept after rebels entered Quira, seizing the port", "asserts"),
     "control_change", None, Basis.PRESUPPOSED),
    ("The mayor said he slept when rebels seized the port.",
     ("mayor", "said", "he slept when rebels seized the port", "asserts"), "control_change", "mayor", Basis.STATED),
    ("The mayor said soldiers slept after seizing the port.",
     ("mayor", "said", "soldiers slept after seizing the port", "asserts"), "control_change", "mayor", Basis.STATED),
    ("The mayor said he had met a rebel who seized the port.",
     ("mayor", "said", "he had met a rebel who seized the port", "asserts"), "control_change", "mayor", Basis.STATED),
    ("The mayor said he had met the rebel who seized the port.",
     ("mayor", "said", "he had met the rebel who seized the port", "asserts"), "control_change", None, Basis.PRESUPPOSED),
    ("The mayor said soldiers had left to the rebels, who seized the port.",
     ("mayor", "said", "soldiers had left to the rebels, who seized the port", "asserts"),
     "control_change", "mayor", Basis.STATED),
    ("The mayor insisted that no prisoner was ill-treated.",
     ("mayor", "insisted", "no prisoner was ill-treated", "asserts"),
     "violence_against_civilians", "mayor", Basis.STATED),
    ("The mayor reported quarrels, hunger and the abduction of nine men.",
     ("mayor", "reported", "quarrels, hunger and the abduction of nine men", "asserts"),
     "violence_against_civilians", "mayor", Basis.STATED),
    ("Now, says the sheikh, Adum Holt, 40 soldiers are holding the port.",
     ("sheikh", "says", "40 soldiers are holding the port", "asserts"), "control_state", "sheikh", Basis.STATED),
    ("The envoys call the capture of Tarnova a lie.", ("envoys", "call", "the capture of Tarnova a lie", "asserts"),
     "control_change", None, Basis.PRESUPPOSED),
    ("The mayor said Tarnova was free after nine weeks of siege.",
     ("mayor", "said", "Tarnova was free after nine weeks of siege", "asserts"), "siege", None, Basis.PRESUPPOSED),
    ("The mayor said the holes were made by a shelled wall.",
     ("mayor", "said", "the holes were made by a shelled wall", "asserts"), "shelling", "mayor", Basis.STATED),
    ("We want an end to the siege of Tarnova, the mayor said.",
     ("mayor", "said", "We want an end to the siege of Tarnova", "asserts"), "siege", "mayor", Basis.PRESUPPOSED),
    ("An airdrop announced by the mayor did not take place.", ("mayor", "announced", "An airdrop", "asserts"),
     "aid", None, Basis.STATED),
    ("The envoys condemn the massacre of villagers.", ("envoys", "condemn", "the massacre of villagers", "asserts"),
     "violence_against_civilians", None, Basis.PRESUPPOSED),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_claim_stands_on_the_voice_of_its_predicate_and_what_is_presupposed_on_the_outlet(read, attribute, case):
    text, saying, kind, who, basis = case
    claims = [claim for claim in find_claims(attribute(read(text), saying)) if claim.kind == kind]
    assert [(claim.chain[-1].name if claim.chain else None, claim.basis) for claim in claims] == [(who, basis)]


def test_a_claim_never_holds_the_words_of_saying(read, attribute):
    text = "Rebels seized the port, the mayor said."
    layers = attribute(read(text), ("mayor", "said", "Rebels seized the port", "asserts"))
    assert [claim.span.read(text) for claim in find_claims(layers)] == ["Rebels seized the port"]


def test_an_accusation_that_spells_out_the_deed_is_one_claim(read, attribute):
    text = "The mayor accused the army of shelling the town."
    layers = attribute(read(text), ("mayor", "accused", "of shelling the town", "asserts"))
    assert [claim.kind for claim in find_claims(layers)] == ["shelling"]


STRADDLES = (
    ("The mayor said rebels seized the port and the baker denied that soldiers fled.",
     ("mayor", "said", "rebels seized the port", "asserts"), ("baker", "denied", "soldiers fled", "denies")),
    ("Rebels shelled Tarnova, which the mayor said soldiers had captured.",
     ("mayor", "said", "soldiers had captured", "asserts")),
)  # fmt: skip


@pytest.mark.parametrize("case", STRADDLES)
def test_a_claim_never_straddles_two_chains(read, attribute, case):
    text, *sayings = case
    layers = attribute(read(text), *sayings)
    claims = find_claims(layers)
    of_token = layers.attributions.of_token
    assert claims
    for claim in claims:
        inside = {
            of_token[token]
            for token in range(len(of_token))
            if claim.span.holds(layers.parse.span(token, token + 1)) and layers.parse.universal[token] != "PUNCT"
        }
        assert len(inside) == 1


def test_who_asks_who_did_it_takes_for_granted_that_it_was_done(read):
    assert [claim.basis for claim in find_claims(read("Nobody knows who shelled Tarnova."))] == [Basis.PRESUPPOSED]


def test_what_stands_beside_hearsay_is_the_report_s_own(read, attribute):
    text = "Nine villagers were reportedly killed when soldiers entered Tarnova."
    saying = (
        "Nine villagers",
        "reportedly",
        "Nine villagers were reportedly killed when soldiers entered Tarnova",
        "hedges",
    )
    layers = attribute(read(text), saying)
    items = tuple(replace(item, rule="attribution.hearsay") for item in layers.attributions.items)
    layers = replace(layers, attributions=replace(layers.attributions, items=items))
    entered = next(claim for claim in find_claims(layers) if claim.kind == "advance")
    assert (entered.chain, entered.basis, entered.stance) == ((), Basis.PRESUPPOSED, "asserts")


def test_what_an_agency_s_paragraph_takes_for_granted_is_the_agency_s(read, attribute):
    text = "The capture of Tarnova pleased the mayor."
    layers = attribute(read(text), ("mayor", "pleased", text.rstrip("."), "asserts"))
    items = tuple(replace(item, rule="attribution.credited") for item in layers.attributions.items)
    layers = replace(layers, attributions=replace(layers.attributions, items=items))
    (claim,) = (claim for claim in find_claims(layers) if claim.kind == "control_change")
    assert ([source.name for source in claim.chain], claim.basis) == (["mayor"], Basis.PRESUPPOSED)

from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import Stance

TEXT = "The minister rejected the activists' claims that {words}."
SHELLED = "soldiers had shelled Tarnova"


def say(words):
    return ("minister", "rejected", words, "denies"), ("activists", "claims", words, "asserts")


def test_what_is_denied_as_somebodys_word_is_said_by_one_and_denied_by_the_other(read, attribute):
    text = TEXT.format(words=SHELLED)
    claims = find_claims(attribute(read(text), *say(SHELLED)))
    assert [(claim.chain[-1].name, claim.stance, claim.span.read(text)) for claim in claims] == [
        ("activists", Stance.ASSERTS, f"claims that {SHELLED}"),
        ("minister", Stance.DENIES, SHELLED),
    ]
    assert claims[0].toponyms == claims[1].toponyms != ()


def test_who_rejects_a_denial_says_with_the_words_that_reject_it_that_it_is_so(read, attribute):
    words = "nobody was killed in Tarnova"
    text = TEXT.format(words=words)
    told = [
        (claim.chain[-1].name, claim.stance, claim.span.read(text))
        for claim in find_claims(attribute(read(text), *say(words)))
    ]
    assert sorted(told) == [
        ("activists", Stance.DENIES, words),
        ("minister", Stance.ASSERTS, f"rejected the activists' claims that {words}"),
    ]


def test_another_who_says_the_same_elsewhere_is_not_rejected(read, attribute):
    text = f"Activists stated that {SHELLED}. The minister rejected rumours that rebels had shelled Tarnova."
    sayings = (
        ("Activists", "stated", SHELLED, "asserts"),
        ("minister", "rejected", "rebels had shelled Tarnova", "denies"),
    )
    claims = find_claims(attribute(read(text), *sayings))
    assert [(claim.chain[-1].name, claim.stance) for claim in claims] == [
        ("Activists", Stance.ASSERTS),
        ("minister", Stance.DENIES),
    ]


@pytest.mark.parametrize(("word", "voices"), [("allegations", ["minister"]), ("rumours", ["minister", "rumours"])])
def test_a_charge_that_is_nobodys_is_no_voice_of_its_own(read, attribute, word, voices):
    text = f"The minister rejected {word} that {SHELLED}."
    layers = attribute(read(text), ("minister", "rejected", SHELLED, "denies"), (word, word, SHELLED, "hedges"))
    first, other = layers.attributions.items
    nobodys = replace(other, chain=(replace(other.chain[0], span=None),))
    layers = replace(layers, attributions=replace(layers.attributions, items=(first, nobodys)))
    assert sorted(claim.chain[-1].name for claim in find_claims(layers)) == voices

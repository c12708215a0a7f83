import pytest

from sayso.claims import find_claims

# Text, places of the last claim, the rule.
CASES = (
    ("The army shelled Tarnova.", ["Tarnova"], "claims.own_place"),
    ("The army shelled Tarnova and Belgor.", ["Tarnova", "Belgor"], "claims.own_place"),
    ("Rockets fired from Selmar landed in Belgor.", ["Belgor"], "claims.own_place"),
    ("In Tarnova a baker said that rebels were seizing the port.", ["Tarnova"], "claims.sentence_place"),
    ("The army shelled Tarnova. Soldiers killed 12 rebels.", ["Tarnova"], "claims.current_place"),
    (
        "The army shelled the town of Selmar in the Kasta region. Fighting went on in the Kasta region. Soldiers killed 12 rebels.",
        ["Selmar"],
        "claims.site_place",
    ),
    ("Rebels seized the port.", [], "claims.no_place"),
    ("The army shelled Tarnova. Ministers discussed the attack.", [], "claims.no_place"),
    (
        "Rebels seized Tarnova. It came after the takeover on Friday, by the same men, of the town of Belgor.",
        ["Belgor"],
        "claims.later_place",
    ),
    (
        "Rebels seized Tarnova. It came after the capture, with foreign help, of Belgor.",
        ["Belgor"],
        "claims.later_place",
    ),
    (
        "Rebels seized Tarnova. A month of shelling, of fear and hunger came before the capture.",
        ["Tarnova"],
        "claims.same_event_place",
    ),
    ("Rebels seized Tarnova. Kasta is calm. The takeover went on.", ["Tarnova"], "claims.same_event_place"),
)


@pytest.mark.parametrize(("text", "names", "rule"), CASES)
def test_the_place_is_the_claims_own_then_its_sentences_then_the_texts(read, text, names, rule):
    claim = find_claims(read(text))[-1]
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (names, rule)

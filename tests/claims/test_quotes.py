import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.claims import find_claims

# A sentence, and the words of the one claim of that kind in it.
CUTS = (
    ("control_change", "On Monday, the army recaptured the town.", "the army recaptured the town"),
    ("control_change", "However, rebels seized the village after months of fighting.", "rebels seized the village"),
    ("control_change", "Rebels took the town which lies on the coast.", "Rebels took the town"),
    ("shelling", "The army shelled the district and fled.", "The army shelled the district"),
    ("clash", "Clashes between soldiers and rebels broke out in Orlesh.",
     "Clashes between soldiers and rebels broke out in Orlesh"),
    ("control_state", "Trucks came from a village held by the rebels.", "a village held by the rebels"),
    ("control_state", "The militia, which holds the old town, was silent.", "The militia, which holds the old town"),
    ("control_state", "Trucks reached the town and (rebel) districts.", "(rebel) districts"),
    ("shelling", "The harbour came under mortar fire on Friday.", "The harbour came under mortar fire on Friday"),
    ("violence_against_civilians", "Soldiers used the villagers as human shields.",
     "Soldiers used the villagers as human shields"),
    ("siege", "The mayor visited the besieged city.", "the besieged city"),
    ("control_state", "Trucks entered rebel-held areas of Selmar.", "rebel-held areas of Selmar"),
    ("withdrawal", "The retreat of the rebels surprised the mayor.", "The retreat of the rebels"),
    ("advance", "The army launched an offensive to capture the port.", "The army launched an offensive to capture the port"),
    ("clash", "Some 40 soldiers died in fighting near the port.", "Some 40 soldiers died in fighting near the port"),
    ("explosion", "The blast killed two bakers and wounded nine.", "The blast killed two bakers and wounded nine"),
    ("explosion", "The blast killed 20 people, including 12 medics.", "The blast killed 20 people, including 12 medics"),
    ("toll", "The raid left 10 dead and 40 wounded.", "10 dead and 40 wounded"),
    ("air_strike", "The raid killed 14 people and wounded 30.", "The raid killed 14 people and wounded 30"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence", "words"), CUTS)
def test_a_claim_is_the_smallest_run_of_words_that_carries_it(read, kind, sentence, words):
    spans = [claim.span.read(sentence) for claim in find_claims(read(sentence)) if claim.kind == kind]
    assert any(words in span for span in spans)
    assert all(len(span) <= len(words) + 12 for span in spans)


PIECES = (
    "The army shelled Tarnova on Monday.", "Rebels seized two villages near Belgor.", "Nobody was hurt.",
    "At least 30 miners died in clashes.", "“We hold the port,” the rebels said.", "🙂 قال المتحدث.",
    "The besieged city has no water.", "17 Hurt in Suspected Arson at Mill", "Troops may withdraw from Kasta.",
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=5))
@example(pieces=PIECES[:2])
def test_every_claim_lies_in_its_sentence_and_its_evidence_reads_back_its_words(read, pieces):
    layers = read("\n\n".join(pieces))
    text = layers.document.text
    claims = find_claims(layers)
    assert bool(claims) or not set(pieces) & set(PIECES[:2])
    for claim in claims:
        assert claim.sentence.holds(claim.span)
        assert claim.span.read(text).strip() == claim.span.read(text) != ""
        assert claim.derived.evidence[0].quote == claim.span.read(text)
        assert all(claim.sentence.holds(figure.span) for figure in claim.figures)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=4))
@example(pieces=PIECES[:2])
def test_ids_are_unique_and_the_same_on_every_run(read, pieces):
    layers = read("\n\n".join(pieces))
    first, again = find_claims(layers), find_claims(layers)
    assert first == again
    assert len({claim.id for claim in first}) == len(first)
    assert all(len(claim.id) == 16 for claim in first)


def test_what_hits_stands_in_the_words_of_the_hit(read):
    text = "The vehicles were hit by artillery fire."
    assert [claim.span.read(text) for claim in find_claims(read(text))] == [text[:-1]]


@pytest.mark.parametrize("text", ["Shells continued to fall on Belgor.", "Four kitchens had to close."])
def test_what_goes_on_or_has_to_be_is_quoted_with_who_does_it(read, text):
    assert [claim.span.read(text) for claim in find_claims(read(text))] == [text[:-1]]

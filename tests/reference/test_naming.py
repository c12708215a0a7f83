"""Which names are found, and whose words mean them?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reference import find_names, find_referents

# Text, and the names with their labels that it holds beside those of places.
NAMES = [
    ("Ivo Lenz said the road was cut.", {("Ivo Lenz", "person")}),
    ("Rebels killed Mara Iven and Ivo Lenz on the bridge.", {("Mara Iven", "person"), ("Ivo Lenz", "person")}),
    ("The army shelled Belgor.", set()),
    ("The body of Abu Karim was found in Selmar.", {("Abu Karim", "person")}),
]


@pytest.mark.parametrize(("text", "found"), NAMES)
def test_the_names_of_a_text_are_found(layers_of, text, found):
    mentions = find_names(layers_of(text))
    named = {(mention.name, mention.label) for mention in mentions}
    assert {name for name, _ in named} >= {name for name, _ in found}
    assert not any("Belgor" in name or "Selmar" in name for name, _ in named)


def test_pronouns_and_descriptions_mean_the_person_they_stand_for(layers_of):
    text = "Ivo Lenz, a teacher, said the road was cut. He said the bridge was down."
    layers = layers_of(text)
    mentions = find_names(replace(layers, referents=find_referents(layers)))
    met = {mention.span.read(text): mention.name for mention in mentions}
    assert met["He"] == met["a teacher"] == "Ivo Lenz"


def test_a_name_ends_with_its_sentence(layers_of):
    text = "The army arrested Ivo Lenz. Mara Iven fled."
    assert {mention.name for mention in find_names(layers_of(text))} >= {"Ivo Lenz", "Mara Iven"}


@given(st.text(max_size=80))
def test_every_mention_lies_in_its_text_in_reading_order(layers_of, text):
    mentions = find_names(layers_of(text))
    assert [mention.span for mention in mentions] == sorted({mention.span for mention in mentions})
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in mentions)

"""Who is a source within the document: what reference found is used, and who passed the words on is kept."""

import pytest

from sayso.model.mentions import Referent

TEXT = '"The road is cut," activist Ivo Lenz told AFP. "The bridge is down," he added.'


def _lenz(parse):
    first, he = parse.words.index("activist"), parse.words.index("he")
    yield Referent(
        name="Ivo Lenz",
        kind="person",
        mentions=((first, first + 3), (he, he + 1)),
        links=("reference.first", "reference.speaker"),
    )


def test_a_pronoun_is_named_by_the_mention_that_names_it(hear):
    source = hear(TEXT, referents=_lenz).item("The bridge").chain[-1]
    assert (source.name, source.kind, source.rule) == ("Ivo Lenz", "activist", "attribution.referred")


def test_who_goes_on_is_still_quoted_through_the_same_agency(hear):
    assert hear(TEXT, referents=_lenz).chain("The bridge") == ["AFP", "Ivo Lenz"]


def test_who_goes_on_is_still_quoted_through_a_medium_that_reported_him(hear):
    text = "AFP reported that activist Ivo Lenz said the road was cut. He said the bridge was down."

    def lenz(parse):
        first, he = parse.words.index("activist"), parse.words.index("He")
        yield Referent(
            name="Ivo Lenz", kind="person", mentions=((first, first + 3), (he, he + 1)), links=("reference.first", "reference.speaker"),
        )  # fmt: skip

    assert hear(text, referents=lenz).chain("the bridge") == ["AFP", "Ivo Lenz"]


def test_a_pronoun_that_means_nobody_known_is_an_unnamed_person(hear):
    source = hear(TEXT).item("The bridge").chain[-1]
    assert (source.name, source.rule) == ("unnamed person (he)", "attribution.unresolved")


def test_the_lawyer_of_somebody_named_is_named_after_him(hear):
    def lenz(parse):
        yield Referent(
            name="Ivo Lenz", kind="person", mentions=((0, 2), (parse.words.index("his"), parse.words.index("lawyer"))),
            links=("reference.first", "reference.only_person"),
        )  # fmt: skip

    assert hear("Ivo Lenz was freed on Friday, his lawyer said.", referents=lenz).chain("Ivo") == ["Ivo Lenz's lawyer"]


def test_a_spokesman_speaks_for_the_body_that_its_means_with_the_land_it_is_of(hear):
    text = "Karsovia's defence ministry denied the strike. Its spokesman, Ivo Lenz, said the mill had burnt."

    def ministry(parse):
        its = parse.words.index("Its")
        first = parse.words.index("defence")
        yield Referent(
            name="defence ministry", kind="organization", mentions=((first, first + 2), (its, its + 1)),
            links=("reference.first", "reference.subject"),
        )  # fmt: skip

    source = hear(text, referents=ministry).item("the mill").chain[-1]
    assert (source.kind, source.role) == ("government", "spokesman of Karsovia's defence ministry")


# Text, the first words of what its last sentence or clause tells, and the names and kinds of its chain.
LATER = [
    ("A salt merchant spoke of a fire; she had heard one blast.", "one blast", [("salt merchant", "witness")]),
    ("A salt merchant spoke of a fire. She had not heard a blast, she said.", "heard a", [("salt merchant", "resident")]),
    ("Olena Marko said the mill had burned. Herders had fled, residents told her.", "Herders",
     [("Olena Marko", "unknown"), ("residents", "resident")]),
    ("Olena Marko said the mill had burned. Herders had fled, residents told us.", "Herders", [("residents", "resident")]),
    ("Olena Marko said the mill had burned. Her informants, dockers for the most part, say that herders fled.", "herders",
     [("dockers", "resident")]),
    ("Governor Olena Marko said the mill had burned. Marko's office denies that herders fled.", "herders",
     [("Marko's office", "government")]),
    ("Olena Marko, the militia's spokeswoman, said the mill had burned. Marko's office denies that herders fled.", "herders",
     [("Marko's office", "armed_group")]),
    ("Olena Marko was freed on Friday. Her lawyer said herders fled.", "herders", [("Olena Marko's lawyer", "expert")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "chain"), LATER, ids=[row[0] for row in LATER])
def test_a_source_is_known_by_what_was_told_before(hear_whole, text, words, chain):
    assert [(source.name, source.kind) for source in hear_whole(text).item(words).chain] == chain

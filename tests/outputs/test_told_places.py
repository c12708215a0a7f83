from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.kinds import VoiceKind
from sayso.model.mentions import NameMention
from sayso.model.resolved import Place, Voice
from sayso.model.spans import Span
from sayso.outputs.told_places import ToldPlaces


def told(text, *names, label="place", persons=(), voices=()):
    """Return the names that a text says to be those of places, each mentioned with a label."""
    record = make_record()
    mentions = tuple(
        NameMention(span=Span(text.index(name), text.index(name) + len(name)), name=name, label=given)
        for given, group in ((label, names), ("person", persons))
        for name in group
    )
    heard = tuple(Voice(key=name, name=name, kind=VoiceKind.ACTIVIST, names=(name,)) for name in voices)
    places = tuple(Place(key=name, name=name, names=(name,)) for name in names)
    record = replace(
        record,
        documents=(replace(record.documents[0], text=text), record.documents[1]),
        names=(mentions, ()),
        places=places,
        voices=(*record.voices, *heard),
    )
    return ToldPlaces(record).names


@pytest.mark.parametrize("label", ["place", "unknown", "person"])
@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the village of Quarn on Monday.",
        "Quarn district was shelled.",
        "They fled Quarn, a small town in the north.",
        "Rebels took the key Quarn bastion. Troops were killed in Quarn last week.",
        "Rebels hold the city of Quarn.",
    ],
)
def test_a_text_says_that_a_name_is_a_places_whatever_it_is_taken_for(text, label):
    assert told(text, "Quarn", label=label) == {"Quarn"}


def test_villages_of_a_list_are_places():
    text = "They took the villages of Quarn, Abu Zelt and Mirb."
    assert told(text, "Quarn", "Abu Zelt", "Mirb") == {"Quarn", "Abu Zelt", "Mirb"}


def test_what_happens_in_a_place_tells_one_where_no_report_takes_it_for_a_person():
    text = "Two died in Quarn on Monday."
    assert told(text, "Quarn") == {"Quarn"}
    assert told(text, "Quarn", label="person") == frozenset()


def test_where_forces_move_from_in_a_part_of_a_land_is_a_place_where_no_report_takes_it_for_a_person():
    text = "Troops drove back rebels infiltrating from al-Quarn al-Zelt and Mirb in northern Harwick."
    assert told(text, "al-Quarn al-Zelt", "Mirb") == {"al-Quarn al-Zelt", "Mirb"}
    assert told(text, "al-Quarn al-Zelt", "Mirb", label="person") == frozenset()
    assert told("They heard from Mirb in northern Harwick.", "Mirb") == frozenset()
    assert told("A letter came from Mirb and Zelt in northern Harwick.", "Mirb") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "They have confidence in Quarn.",
        "Shells hit the village of Quarn's brother.",
        "Shells hit the village of Quarn, a teacher.",
        "Quarn said shells hit the village of Quarn.",
        "According to Quarn, shells hit Quarn village.",
        "Activist Quarn fled Quarn village.",
        "They asked Quarn, a village elder, for help.",
        "The key Quarn bastion fell.",
        "Men loyal to Quarn fled Quarn district.",
        "The key Quarn bastion fell. The body of Quarn was found in Quarn last week.",
        "In the town of Harwick, Quarn wept.",
        "Quarn, 34, was shot in the town of Quarn.",
        "In the villages of Mirb and Zelt, Quarn wept.",
        "In the villages of Mirb, Quarn wept.",
    ],
)  # fmt: skip
def test_in_doubt_a_name_is_somebodys(text):
    assert "Quarn" not in told(text, "Quarn", label="unknown")
    assert "Quarn" not in told(text, "Quarn", label="person")


def test_a_stronghold_alone_is_somebodys_though_claims_are_set_there():
    assert told("Rebels captured the Quarn stronghold.", "Quarn") == frozenset()


def test_a_name_that_a_person_bears_is_no_places():
    text = "Shells hit the village of Quarn. Hiba Quarn saw it."
    assert told(text, "Quarn", persons=("Hiba Quarn",)) == frozenset()
    assert told(text, "Quarn", voices=("Hiba Quarn",)) == frozenset()
    assert told("Shells hit the village of Quarn.", "Quarn", voices=("Quarn",)) == frozenset()

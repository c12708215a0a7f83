from dataclasses import replace

import pytest

from sayso.mentions import find_mentions
from sayso.model.parses import Name

# text, words of the party, camp, name, people, label
PARTIES = [
    ("Rebel fighters left the town.", "Rebel fighters", ("opposition", None, None, None)),
    ("Syrian government forces advanced.", "Syrian government forces", ("government", None, "Syria", None)),
    ("Jordanian warplanes struck a convoy.", "Jordanian warplanes", ("government", None, "Jordan", None)),
    ("Villagers fled.", "Villagers", ("civilians", None, None, None)),
    ("Hezbollah withdrew.", "Hezbollah", (None, "Hezbollah", "Lebanon", None)),
    ("Terrorists attacked the post.", "Terrorists", (None, None, None, "Terrorists")),
    ("The town was held by al-Shabaab.", "al-Shabaab", ("opposition", "al-Shabaab", "Somalia", None)),
    ("Israel launched an air strike.", "Israel", ("foreign", "Israel", "Israel", None)),
    ("Moscow denied the report.", "Moscow", ("foreign", "Russia", "Russia", None)),
    ("The valley was under army control.", "army", ("government", None, None, None)),
    ("The hill is in rebel hands.", "rebel", ("opposition", None, None, None)),
    ("They fled the rebel-held valley.", "rebel", ("opposition", None, None, None)),
    ("Turkish shelling hit the farm.", "Turkish", ("foreign", None, "Turkey", None)),
    ("Warplanes circled above the valley.", "Warplanes", (None, None, None, None)),
    ("Armed men blocked the road.", "Armed men", (None, None, None, "armed men")),
    ("The BLC opened its third offensive on Sunday.", "BLC", (None, "BLC", None, None)),
    ("Residents fled the BLC-held north of the city.", "BLC", (None, "BLC", None, None)),
    ("They crossed Kasta-held ground.", "Kasta", (None, "Kasta", None, None)),
    ("The army and the BLC signed a truce.", "BLC", (None, "BLC", None, None)),
    ("The Union of Lowland Fronts advanced.", "Union of Lowland Fronts", (None, "Union of Lowland Fronts", None, None)),
    ("Kurdish fighters left the town.", "Kurdish fighters", (None, None, None, None)),
    (
        "Killings by the Lowland Shields in Tarnova are looked into.",
        "Lowland Shields",
        (None, "Lowland Shields", None, None),
    ),
    ("The Lowland Front advanced.", "Lowland Front", (None, "Lowland Front", None, None)),
]
# Words that stand before a noun and are no party of what it speaks of.
NO_PARTIES = [
    ("An army spokesman spoke.", "army"),
    ("Turkish farmers fled.", "Turkish"),
    ("He saw the Old City.", "Old City"),
    ("The IED went off beside a bus.", "IED"),
    ("Soldiers found car bombs.", "car"),
    ("FIVE of our planes were shot down.", "FIVE"),
    ("Doctors Without Borders left the town.", "Doctors"),
    ("They buried nine corpses.", "corpses"),
    ("REBELS AND THE BLC SIGN A TRUCE.", "BLC"),
    ("Clashes shook the south of the Torvik neighborhood.", "Torvik"),
    ("Warplanes struck the Bel Karun neighbourhood.", "Bel Karun"),
]


@pytest.mark.parametrize(("text", "words", "meaning"), PARTIES, ids=[row[1] for row in PARTIES])
def test_a_party_has_camp_name_people_and_label(read, text, words, meaning):
    actor = next(actor for actor in read(text).mentions.actors if actor.span.read(text) == words)
    assert (actor.camp, actor.name, actor.people, actor.labelled) == meaning


@pytest.mark.parametrize(("text", "words"), NO_PARTIES, ids=[row[1] for row in NO_PARTIES])
def test_words_that_only_tell_who_somebody_is_are_no_party(read, text, words):
    assert words not in [actor.span.read(text) for actor in read(text).mentions.actors]


def test_each_of_two_that_share_a_party_is_a_mention(read):
    text = "Turkish and Iranian jets circled."
    assert {actor.people for actor in read(text).mentions.actors} >= {"Turkey", "Iran"}


def test_the_first_of_two_leaders_that_share_forces_is_a_mention(read):
    text = "The mill was taken by Kasta and Olan forces."
    assert {actor.name for actor in read(text).mentions.actors} >= {"Kasta", "Olan"}


def test_coordinated_parties_are_mentions_of_their_own(read):
    text = "Soldiers and militiamen entered the village."
    assert [actor.head for actor in read(text).mentions.actors] == ["soldier", "militiaman"]


def test_the_forces_of_a_ruler_are_a_government_s(read):
    text = "President Omar Kasta spoke. Kasta's forces shelled the town."
    actor = next(actor for actor in read(text).mentions.actors if actor.head == "force")
    assert (actor.camp, actor.name) == ("government", "Kasta")


def test_a_place_is_no_party_by_its_label_alone(read):
    layers = read("Fighting goes on in Kadrin. The army took much of Kadrin.")
    first, second = (token for token, word in enumerate(layers.parse.words) if word == "Kadrin")
    names = (Name(first, first + 1, "PLACE"), Name(second, second + 1, "ORGANIZATION"))
    mentions = find_mentions(replace(layers, parse=replace(layers.parse, names=names)))
    assert [place.token for place in mentions.toponyms] == [first, second]
    assert [actor.head for actor in mentions.actors] == ["army"]


def test_the_name_within_a_phrase_of_place_is_no_party_by_its_label(read):
    layers = read("The army left the quarter of Kadrin in Tarnova.")
    token = layers.parse.words.index("Kadrin")
    labelled = replace(layers.parse, names=(Name(token, token + 1, "ORGANIZATION"),))
    assert [actor.head for actor in find_mentions(replace(layers, parse=labelled)).actors] == ["army"]

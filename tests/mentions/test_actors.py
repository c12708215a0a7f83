import pytest

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
]


@pytest.mark.parametrize(("text", "words", "meaning"), PARTIES, ids=[row[1] for row in PARTIES])
def test_a_party_has_camp_name_people_and_label(read, text, words, meaning):
    actor = next(actor for actor in read(text).mentions.actors if actor.span.read(text) == words)
    assert (actor.camp, actor.name, actor.people, actor.labelled) == meaning


def test_coordinated_parties_are_mentions_of_their_own(read):
    text = "Soldiers and militiamen entered the village."
    assert [actor.head for actor in read(text).mentions.actors] == ["soldier", "militiaman"]


def test_the_forces_of_a_ruler_are_a_government_s(read):
    text = "President Omar Kasta spoke. Kasta's forces shelled the town."
    actor = next(actor for actor in read(text).mentions.actors if actor.head == "force")
    assert (actor.camp, actor.name) == ("government", "Kasta")

"""Whom do pronouns, surnames, short names and descriptions mean?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.derivations import reason
from sayso.reference import find_referents

# Text, name of the referent, a later mention of it, and the rule that joins that.
LINKS = [
    ("Ivo Lenz, a teacher, said the road was cut. He said the bridge was down.", "Ivo Lenz", "He", "speaker"),
    ("Mara Iven, a spokeswoman, said the road was cut. She said aid would come.", "Mara Iven", "She", "speaker"),
    ("The rebels attacked at dawn. They said they had taken the mill.", "rebels", "They", "speaker"),
    ("The army said it had taken the town.", "army", "it", "own_clause"),
    ("The army said its men had taken the town.", "army", "its", "own_clause"),
    ("Rami Abdel Karim spoke first. Karim said the front was stable.", "Rami Abdel Karim", "Karim", "surname"),
    ("The Syrian Observatory for Human Rights said ten died. The Observatory said two were children.",
     "Syrian Observatory for Human Rights", "The Observatory", "short_name"),
    ("The Sana news agency reported clashes. The strike failed, SANA said.", "SANA", "SANA", "same_body"),
    ("A relief agency, the Northern Aid Committee (NAC), sent trucks.", "Northern Aid Committee", "NAC", "apposed"),
    ("The Belgor Liberation Front (FLB) took a mill. The FLB denied it.", "Belgor Liberation Front", "The FLB", "same_name"),
    ("The Harbour Mission in Belgor (UNIHAR) sent nurses. UNIHAR said ten died.", "Harbour Mission", "UNIHAR", "abbreviation"),
    ("The Ridge Monitoring Group said ten died. The group said two were children.", "Ridge Monitoring Group", "The group", "same_description"),
    ("State television said the town fell. The broadcaster showed a flag.", "State television", "The broadcaster", "description"),
    ("An army officer said the tanks were old. The officer said the crews had fled.", "army officer", "The officer", "same_description"),
    ("An officer who defected said the tanks were old. The defector said the crews had fled.", "officer", "The defector", "doer"),
    ("Ivo Lenz, a teacher, said the road was cut.", "Ivo Lenz", "a teacher", "apposed"),
    ("Ivo Lenz walked out of Belgor. The teacher said the road was cut.", "Ivo Lenz", "The teacher", "goes_on"),
    ("The Ridge General Staff said the hill was lost. The general staff said the road was cut.", "Ridge General Staff", "The general staff", "same_description"),
    ('"They will retake other (rebel) districts such as Qandel," Belgor-based activist Mahmud al-Loz told the daily. "It is over," he added.',
     "Mahmud al-Loz", "he", "speaker"),
    ("Forty families came in, said Mara Iven, country chief of the mission, which brokered it. More were due. In return the army had left, she said.",
     "Mara Iven", "she", "speaker"),
    ("The driver, Ivo Lenz, said the road was cut. I met the mayor's aide, Mara Iven, on the hill. She said the mill stood.",
     "Mara Iven", "She", "speaker"),
    ("Nobody saw the prefect of Belgor, Mara Iven, said a guard. Iven has left the town.", "Mara Iven", "Iven", "surname"),
    ("No villager was hurt, according to the prefect of Belgor, Mara Iven. She also said the road was cut.", "Mara Iven", "She", "speaker"),
    ("The Ridge Post could not reach the army. Ivo Lenz, a guard, told the Ridge Post by phone that it fled. He said the mill stood.",
     "Ivo Lenz", "He", "speaker"),
    ("Ivo Lenz of the Miners’ Union swore that the mill stood. “Nobody was hurt,” he said.", "Ivo Lenz", "he", "speaker"),
    ("An engineer, who asked for bread, was there. The gates, he said, were shut.", "engineer", "he", "subject"),
    ("Raid kills 58 - Observatory\n\nThe Harbour Observatory for Rights said two men died in the raid.", "Harbour Observatory for Rights",
     "The Harbour Observatory for Rights", "full_name"),
    ("Rockets fell, a monitoring group said. The Harbour Observatory for Rights said two men died.",
     "Harbour Observatory for Rights", "The Harbour Observatory for Rights", "introduced"),
    ("The Ridge Post spoke to twelve witnesses. They said the mill stood.", "twelve witnesses", "They", "speaker"),
    ("Zeinab, 34, fled Belgor. Soldiers burnt the mill, she said.", "Zeinab", "she", "speaker"),
    ("The Ridge Brigade attacked at dawn. The group said the mill was lost.", "Ridge Brigade", "The group", "description"),
    ("The Ridge Brigade attacked at dawn. The rebel group said the mill was lost.", "Ridge Brigade", "The rebel group", "description"),
    ("The Ridge Monitor said ten died. The Tarnova-based group said two were children.", "Ridge Monitor", "The Tarnova - based group", "description"),
    ("A colonel, Ivo Lenz, held the mill. On Monday the same colonel left the town.", "Ivo Lenz", "the same colonel", "same_description"),
    ("The mill burned on Monday, a miller, Ivo Lenz, said. Nobody was hurt, according to him.", "Ivo Lenz", "him", "speaker"),
    ("Orlavia has denied it. “We sold flour,” its foreign ministry said.", "Orlavia", "its", "subject"),
    ("By the ford I meet a boy of sixteen. The mill burned at noon, he says.", "boy", "he", "speaker"),
    ("The Ridge Brigade attacked at dawn. The group’s spokesman said the mill was lost.", "Ridge Brigade", "The group", "description"),
    ("“They ran,” mocked the prefect of Upper Belgor, Ivo Lenz, who lives there. About the mill he was short.", "Ivo Lenz", "he", "only_person"),
    ("The Ridge Union issued a statement on Orlavia in which it condemned the raid.", "Ridge Union", "it", "own_clause"),
    ("The Ridge Union a relief group based abroad said ten died.", "Ridge Union", "a relief group", "apposed"),
    ("Ivo Lenz, a miller, fled. The mill lay in ruins. He wept.", "Ivo Lenz", "He", "only_person"),
    ("A teacher left the town. By noon Ivo Lenz left the mill, he recounts.", "Ivo Lenz", "he", "subject"),
    ("The Syrian Coalition met on Monday. The coalition condemned the raid.", "Syrian National Coalition", "The coalition", "same_description"),
]  # fmt: skip

UNDECIDED = [
    ("The army took other (rebel) districts of the town. He fell.", "He"),
    ("He said the road was cut.", "He"),
    ("Asked whether the army had shelled the town of Osk, he said no shell had been fired.", "he"),
    ("It is clear that the town has fallen.", "It"),
    ('The monitor spoke to a man. "He left," it said.', "He"),
    ("No villager was hurt. He left.", "He"),
    ("Ivo Lenz, a miller, fled.\n\nThe mill lay in ruins. He wept.", "He"),
    ("Ivo Lenz and Adel Morin spoke by phone. He said the mill stood.", "He"),
    ("“Ivo Lenz is dead,” he said.", "he"),
]


@pytest.mark.parametrize(("text", "name", "mention", "rule"), LINKS)
def test_a_mention_joins_its_referent_by_a_named_rule(meet, text, name, mention, rule):
    assert (mention, rule) in meet(text).mentions(name)


@pytest.mark.parametrize(("text", "mention"), UNDECIDED)
def test_what_no_rule_decides_is_no_mention(meet, text, mention):
    met = meet(text)
    words = [met.parse.words[first:last] for referent in met.referents for first, last in referent.mentions]
    assert tuple(mention.split()) not in words


def test_a_first_description_with_a_name_of_its_own_means_nobody_else(meet):
    met = meet("Ivo Lenz walked out of Belgor. The chief of police, Col. Omar Deeb, said the road was cut.")
    names = {referent.name for referent in met.referents}
    assert "Omar Deeb" in names
    assert "Ivo Lenz" not in names


def test_a_woman_is_not_he(meet):
    met = meet("Mara Iven, a spokeswoman, said the road was cut. He said the bridge was down.")
    words = {word for word, _ in met.mentions("Mara Iven")}
    assert "He" not in words


def test_quoted_sentences_between_put_nobody_farther_off(meet):
    text = 'Ivo Lenz, a teacher, said the road was cut. "It is bad. It is very bad. Nobody comes. We wait." He said aid was late.'
    assert ("He", "speaker") in meet(text).mentions("Ivo Lenz")


WORDS = st.sampled_from(
    [
        "the army",
        "said",
        "it",
        "he",
        "they",
        "Ivo Lenz",
        "the group",
        "Belgor",
        "the town",
        '"',
        ".",
        ",",
        "(",
        "ICRC",
        ")",
        "there",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=24))
def test_every_mention_is_a_run_of_tokens_with_a_rule_that_has_a_reason(layers_of, words):
    layers = layers_of(" ".join(words))
    for referent in find_referents(layers):
        assert referent.name.strip() == referent.name != ""
        assert len(referent.mentions) == len(referent.links)
        assert len(set(referent.mentions)) == len(referent.mentions)
        assert all(0 <= first < last <= len(layers.parse) for first, last in referent.mentions)
        assert all(reason(link) for link in referent.links)


# A land of no table is known by its adjective; without that the name could be anybody's.
LANDS = [
    ("Karsovian guns fired at dawn. Karsovia said it had taken the mill.", "Karsovia", "it"),
    (
        "Karsovian guns fired at dawn. Karsovia shelled the mill. The mayor said nobody was hurt.",
        "Karsovia",
        "The mayor",
    ),
    ("A Karsovian officer spoke. Karsovia moved its guns. She said the road was cut.", "Karsovia", "She"),
]


@pytest.mark.parametrize(("text", "land", "mention"), LANDS, ids=[row[2] for row in LANDS])
def test_a_land_that_no_table_holds_is_a_body_and_nobody_who_is_he_or_she(meet, text, land, mention):
    met = meet(text)
    meant = [words for referent in met.referents if referent.name == land for words, _ in met.mentions(land)]
    assert (mention in meant) == (mention == "it")

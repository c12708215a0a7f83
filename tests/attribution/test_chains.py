"""Through whom is something said, and how far does a saying reach over the sentences around it?"""

import pytest

NESTED = [
    ("Suspected gas attack on Belgor kills at least 58 Observatory", "58", ["observatory"]),
    ("A neighbour told Human Rights Watch that a mill burnt.", "a mill", ["Human Rights Watch", "neighbour"]),
    ("The union's count of missing miners stands at 40.", "missing miners", ["union"]),
    ("The official death toll rose to 21 on Friday.", "21", ["authorities"]),
    ("The army's toll rose to 12.", "12", []),
    ("The strike's toll will be known on Friday.", "known", []),
    ("A film is going around in which soldiers shoot five men at a mill.", "shoot", ["film"]),
    ("Mayor Olan talks of 1,900 dead.", "1,900", ["Olan"]),
    ("From the Belgor Miners' page: “Guards burnt the mill. Nobody came.”", "Nobody", ["Belgor Miners"]),
    ("From a letter by the bishop of Belgor: “Guards burnt the mill.”", "Guards", ["bishop"]),
    ("From the road we saw two words: “Guards out.”", "Guards", []),
    ("Member of Parliament Ivo Lenz said guards burnt the mill.", "guards", ["Ivo Lenz"]),
    ("Guards burnt the mill, said Member of Parliament Ivo Lenz.", "Guards", ["Ivo Lenz"]),
    ("President of the Orlesh Miners Union Sefa Lindo said guards burnt the mill.", "guards", ["Sefa Lindo"]),
    ("Head of the Union for Peace said guards burnt the mill.", "guards", ["head"]),
    ("Governor of North Belgor said guards burnt the mill.", "guards", ["governor"]),
    ("State TV carried a statement by the army saying guards burnt the mill.", "guards", ["state television", "army"]),
    ("State TV aired the army's statement saying that guards burnt the mill.", "guards", ["state television", "army"]),
    ("A neighbour told Human Rights Watch that guards burnt the mill.", "guards", ["Human Rights Watch", "neighbour"]),
    ("Rebel media regularly publish the names of those killed in Belgor.", "those killed", ["rebel media"]),
    (
        "State radio reported blasts in Belgor, hinting at a fight in a port which the army claims to have won.",
        "a fight",
        [],
    ),
    (
        "State radio reported blasts in Belgor, hinting at a fight in a port which the army claims to have won.",
        "have won",
        ["army"],
    ),
    ("Ivo Lenz was asleep in Belgor. “They burnt my mill.” He walked for a day.", "They burnt", ["Ivo Lenz"]),
    ("The mill was quiet in May. “They burnt my mill.”", "They burnt", []),
    (
        "Interview: Mayor Ivo Lenz on the flood\n\nQ: Is the mill shut?\n\nA: The mill has burnt.\n\nQ: Who did it?\n\nA: Nobody knows.",
        "The mill has",
        ["Ivo Lenz"],
    ),
    (
        "Interviewer: Is the mill shut?\n\nIvo Lenz: The mill has burnt.\n\nInterviewer: Who did it?\n\nIvo Lenz: Nobody knows.",
        "The mill has",
        ["Ivo Lenz"],
    ),
    ("Tarnova: The mill has burnt.\n\nBelgor: A bridge fell.\n\nTarnova: Two men were held.", "The mill", []),
    ("MODERATOR: Is the mill shut?\n\nMS. VARN: The mill has burnt.", "The mill has", ["VARN"]),
    ("Residents told AFP that gunmen burned the mill. They wounded two men.", "They wounded", ["AFP", "residents"]),
    ("According to residents, guards burnt the mill. They are still there.", "They are", []),
    ("Ivo Lenz recalled how guards burnt the mill.", "guards", ["Ivo Lenz"]),
    ("The mayor put the army's dead at 12.", "the army", ["mayor"]),
    ("The briefing had it that guards burnt the mill.", "guards", ["briefing"]),
    ("Some residents said men burnt the mill, others that a shell hit it.", "men burnt", ["residents"]),
    ("Some residents said men burnt the mill, others that a shell hit it.", "a shell", ["others"]),
    ("The road to Belgor is cut the monitor said and medics said.", "road", ["monitor"]),
    (
        "While KTN’s coverage gives an account of victories in the hills, it also alludes to heavy losses in the port.",
        "heavy losses",
        ["KTN"],
    ),
    (
        "According to a letter by the charity Orlesh Aid:\n\n“The “Harbour Mill” burnt down. Medics reported two deaths.”",
        "two deaths",
        ["Orlesh Aid", "medics"],
    ),
    (
        "According to a letter by the charity Orlesh Aid:\n\n“The “Harbour Mill” burnt down. Nobody came.”",
        "Nobody came",
        ["Orlesh Aid"],
    ),
    ("They moved 640 people under an agreement, said Ivo Lenz, director of Ridge Relief.", "They moved", ["Ivo Lenz"]),
    ("According to activists in the town, helicopters dropped two bombs near the port.", "helicopters", ["activists"]),
    (
        "State television said an officer reported that the town had fallen.",
        "the town",
        ["state television", "officer"],
    ),
    ("The army disputes the figure of 200 dead given by activists.", "of 200 dead", ["activists"]),
    ("The monitor cast doubt on the army's claim that it holds the bridge.", "it holds", ["army"]),
    ("Army claims city as rebels say fight goes on", "fight goes", ["rebels"]),
    ("New pictures show burns over the camp, the Harbour Lab reports.", "burns", ["Harbour Lab"]),
    ("Activists said a video showed men shooting at a crowd.", "men shooting", ["activists"]),
    ("A video showed men shooting at a crowd.", "men shooting", ["video"]),
    ("Now, says the sheikh, Adum Varn, 40,000 strangers are sleeping in it.", "40,000", ["Adum Varn"]),
    ("The army said it had taken the town, state media report.", "it had taken", ["state media", "army"]),
    ("The road is cut, the monitor said, citing medics.", "The road", ["monitor", "medics"]),
    ("The road is cut, the monitor said, citing medics who described it as a trap.", "a trap", ["monitor", "medics"]),
    ("Spokesman Omar Deeb spoke on Monday. We want an inquiry into what happened Deeb said.", "We want", ["Deeb"]),
    ("Two men were held, the monitor said, quoting the attorney general.", "Two men", ["monitor", "attorney general"]),
    ("The monitor could not confirm the army's claim that the bridge is whole.", "the bridge", ["army"]),
    ('The council meanwhile "renewed the call to all to sit at one table".', "renewed", ["council"]),
    ('The hall "rose over the river like a ship".', "rose", []),
    ('"The regime will deny its part in this massacre," Ivo Lenz said.', "its part", ["Ivo Lenz"]),
]

OUTER_WORDS = [
    ("State television said an officer reported that the town had fallen.", "an officer", ["state television"]),
    ("State television said an officer reported that the town had fallen.", "State television", []),
    ("Rebels had left Tarnova, the army said.", "the army", []),
    ("Rebels had left Tarnova, the army said.", "said", []),
]

GOING_ON = [
    (
        "“The mill has burnt,” read a statement by the army that was aired on state television.\n\nThe statement said that six men died.",
        "six men",
        ["state television", "army"],
    ),
    ('"We are hungry," said Mara Iven, a teacher in Belgor. "Nobody brings bread."', "Nobody", ["Mara Iven"]),
    ('"We are hungry.\n\n"We have no bread," said Mara Iven.', "We are", ["Mara Iven"]),
    ('"We are hungry," said Mara Iven.\n\n"Nobody brings bread to the town."', "Nobody", ["Mara Iven"]),
    ('"We are hungry," said Mara Iven. The army took the bridge.', "The army", []),
    ("The army said it had taken the hill, adding that 30 rebels were killed.", "30 rebels", ["army"]),
    ("Ten buses had left the town, Mara Iven said. Another three were expected.", "Another", ["Mara Iven"]),
    ("The mayor said that two mills were shelled. Three were burnt. The rest stood.", "The rest", ["mayor"]),
    ("The mayor said that two mills were shelled. Three workers came back.", "Three workers", []),
    ("The mayor said that two mills were shelled.\n\nOthers were burnt down that day.", "Others", []),
    (
        '"We are hungry," said Mara Iven, who has been blaming the mill. "Nobody brings bread to us."',
        "Nobody",
        ["Mara Iven"],
    ),
    ('Bread was short, Mara Iven said. "Nobody has brought us any since May."', "Nobody", ["Mara Iven"]),
    ('"We are hungry," Mara Iven told the board, "and the mill is shut."', "and the mill", ["Mara Iven"]),
    (
        "The army said in a statement that it held the hill.\n\nThe road was open, the statement said.",
        "The road",
        ["army"],
    ),
    ("The road was open, the statement said.", "The road", ["unattributed reports"]),
    (
        "Mara Iven sits under a tree.\n\n“First the shells came to my door.\n\n“Then nobody was left.”\n\nRain fell.",
        "Then nobody",
        ["Mara Iven"],
    ),
    ("Mara Iven sits under a tree.\n\n“First the shells came to my door.”\n\nRain fell.", "First", []),
    ("The mayor rejected the activists' claim that soldiers held the mill.", "soldiers held", ["activists"]),
    ("The mayor dismissed rumours that soldiers held the mill.", "soldiers held", ["unattributed reports"]),
]


@pytest.mark.parametrize(("text", "words", "names"), NESTED)
def test_a_chain_runs_from_the_outermost_source_to_the_innermost(hear, text, words, names):
    assert hear(text).chain(words) == names


@pytest.mark.parametrize(("text", "words", "names"), OUTER_WORDS)
def test_the_words_of_source_and_cue_belong_to_whoever_relates_them(hear, text, words, names):
    assert hear(text).chain(words) == names


@pytest.mark.parametrize(("text", "words", "names"), GOING_ON)
def test_quotations_and_participles_go_on_with_the_speaker_before(hear, text, words, names):
    assert hear(text).chain(words) == names


def test_sentences_between_a_saying_and_its_closing_are_the_same_source_s(hear):
    text = (
        "The town is lost, the Pell Institute said. Rebels have taken two hills.\n\nThe army holds the bridge. "
        "It will not hold it for long, the Pell Institute concluded. Rebels took the mill on Monday."
    )
    said = [(item.chain[-1].name, span.read(text)) for item in hear(text).attributions.items for span in item.content]
    assert ("Pell Institute", "Rebels have taken two hills") in said
    assert ("Pell Institute", "The army holds the bridge") in said
    assert not any("took the mill" in words for _, words in said)

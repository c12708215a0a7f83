"""Who tells it: one row for each way of telling that is more than "X said", with the chain of the words told."""

import pytest

# Text, the first words of what is told, and the names of its chain.
TOLD = [
    # Those who report for a medium are it.
    ("An AFP correspondent saw two lorries burning at the ford.", "two lorries", ["AFP"]),
    ("AFP journalists in Tarnova heard four blasts on Monday night.", "four blasts", ["AFP"]),
    ("A Reuters witness saw smoke over the mill.", "smoke", ["Reuters"]),
    ("A correspondent for the Harbour Monitor saw six bodies by the ford.", "six bodies", ["Harbour Monitor"]),
    ("Fighting broke out in Tarnova, the BBC's correspondent in the region reports.", "Fighting", ["BBC"]),
    ("Our correspondent in Tarnova says shells hit the mill.", "shells hit", []),
    # Relays.
    ("Two medics contacted by AFP said the clinic was hit.", "the clinic", ["AFP", "medics"]),
    ("Ivo Lenz told the Voice of Tarnova radio station that the mill had burned.", "the mill", ["Voice of Tarnova", "Ivo Lenz"]),
    ("Herders told the Ford Courier newspaper that the mill had burned.", "the mill", ["Ford Courier", "herders"]),
    ("The mill has burned, Ivo Lenz told the broadcaster Tarvision.", "The mill", ["Tarvision", "Ivo Lenz"]),
    ("The mill has burned, Ivo Lenz told the Harbour Monitor.", "The mill", ["Harbour Monitor", "Ivo Lenz"]),
    ("Rebels took the mill, al-Jazeera quoted a spokesman for the Ford Alliance as saying.", "Rebels took",
     ["Al Jazeera", "Ford Alliance"]),
    ("In remarks aired on state television, President Ivo Lenz said the mill had burned.", "the mill", ["state television", "Ivo Lenz"]),
    ("The mill has burned, according to the Tarnova Post.", "The mill", ["Tarnova Post"]),
    ("Ivo Lenz told the Guardian the mill had burned.", "the mill", ["The Guardian", "Ivo Lenz"]),
    ("Residents told reporters for the BBC that the mill had burned.", "the mill", ["BBC", "residents"]),
    ("Residents told mourners for the BBC that the mill had burned.", "the mill", ["residents"]),
    # Who is behind pictures.
    ("In pictures taken on Monday and studied by the Orlin Imagery Lab, nine tanks stand by the mill.", "nine tanks",
     ["Orlin Imagery Lab"]),
    ("In a video posted online, soldiers are seen burning the mill.", "soldiers", ["video"]),
    ("In a video posted online, the governor said the mill had burned.", "the mill", ["governor"]),
    ("An analysis of pictures by the Orlin Imagery Lab showed that the mill had burned.", "the mill", ["Orlin Imagery Lab"]),
    ("Pictures show a crater by the mill, the Orlin Imagery Lab reports, and two burnt lorries.", "two burnt", ["Orlin Imagery Lab"]),
    # How plainly somebody speaks, and his version.
    ("The governor was blunt: soldiers had burned the mill.", "soldiers", ["governor"]),
    ("Residents told a different story: soldiers had burned the mill.", "soldiers", ["residents"]),
    ("The message was clear: the mill had burned.", "the mill", []),
    # Two who say it together, and what only describes one.
    ("The Hill Front and the Ford Brigade said they had taken the mill.", "they had", ["Hill Front"]),
    ("Shells on the south of the mill also wounded six people said the Observatory a Tarnova-based war monitoring group.",
     "Shells", ["Observatory"]),
    ('"I saw six bodies," the salt seller Ivo Lenz told Radio Tarnova on the day after.', "I saw", ["Radio Tarnova", "Ivo Lenz"]),
    ('The source denied the raid saying the army "has not" shelled the mill.', "shelled", ["source"]),
    ("In a joint statement, the Hill Union and the Ford Union said the mill had burned.", "the mill", ["Hill Union"]),
    ("Rebels left the mill and the Ford Union said it had burned.", "it had", ["Ford Union"]),
    ("A joint inquiry by the United Nations and the Ford Union found that gunmen burned the mill.", "gunmen", ["joint inquiry"]),
    ("An inquiry by the United Nations found that gunmen burned the mill.", "gunmen", ["United Nations"]),
    # An offer is whose it is.
    ("The Harbour Front has offered to take nine herders home.", "take nine", ["Harbour Front"]),
    # Who knows nothing of it says so.
    ("Residents had no information on what burned the mill.", "what burned", ["residents"]),
    ("Residents had information on what burned the mill.", "what burned", []),
    # What pictures show to the end of a sentence.
    ("Residents circulated pictures on the web showing a boy with dust on his hands and nurses hosing down children.",
     "hosing", ["residents"]),
    ("Residents said and the mayor confirmed that gunmen burned the mill.", "gunmen", ["mayor"]),
    # Who is counted reports nothing.
    ("Casualty reports range from 12 dead (medics) to 31 (residents).", "12 dead", ["medics"]),
    # Verbs that say something only with "that", or behind what is said.
    ("The governor countered that soldiers had burned the mill.", "soldiers", ["governor"]),
    ("Soldiers had burned the mill, countered the governor.", "Soldiers", ["governor"]),
    ("The governor countered the soldiers at the mill.", "the soldiers", []),
    ("Residents worry that soldiers burned the mill.", "soldiers", ["residents"]),
    # What goes on, and what does not.
    ("Nine of them were killed, the governor added, among them two herders.", "Nine of", ["governor"]),
    ("No house was hit, says the militia. The road had been mined by the army.", "The road", ["militia"]),
    ("No house was hit, the militia said. The road had been mined by the army.", "The road", []),
    ("A driver spoke of a bus burning by the ford; he had heard two loud blasts.", "he had", ["driver"]),
    ("The army said it would clear the mines and warned that rebels had poisoned six wells.", "rebels", ["army"]),
    ("The mill burned, the governor said, because soldiers shelled it.", "because", ["governor"]),
    ("The ministry said a mine went off by the ford, killing two herders.", "killing", ["ministry"]),
    ("The raid, the army said in a statement on Monday, killed nine rebels.", "The raid", ["army"]),
    ("Doctors put the toll at 31 dead and 12 injured.", "12 injured", ["doctors"]),
    ("Officials said six children died, but this could not be verified.", "this could", []),
    ("The mill has burned, so told us a resident of Tarnova.", "The mill", ["resident"]),
    ("Ivo Lenz, the mayor, talks of 1,400 dead.", "1,400", ["Ivo Lenz"]),
    ("The rebels admitted killing nine herders.", "killing nine", ["rebels"]),
    ("The rebels apologised for killing nine herders.", "killing nine", ["rebels"]),
    ("Lawyers urged the rebels to apologise for killing nine herders.", "killing nine", ["lawyers"]),
    ("Ford TV gathered that gunmen had burned the mill.", "gunmen", ["Ford TV"]),
    ("The Ridge Forum published a report on Monday. The report says gunmen burned the mill.", "gunmen", ["Ridge Forum"]),
    ('Rain fell there.\n\nThe mayor: "Gunmen burned the mill."', "Gunmen", ["mayor"]),
    # Nobody in particular.
    ("The report, based on six visits, says gunmen burned the mill.", "gunmen", ["unattributed reports"]),
    ("It is told that gunmen burned the mill.", "gunmen", ["unattributed reports"]),
    ("Rumours spread that gunmen had burned the mill.", "the mill", ["unattributed reports"]),
    ("A mayor and a colonel spoke. The latter said that gunmen had burned the mill.", "gunmen", ["latter"]),
    # Whose count it is.
    ("The official count of the dead rose to 17 on Monday, and six herders are missing.", "six herders", ["authorities"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), TOLD)
def test_what_is_told_has_the_chain_of_its_tellers(hear, text, words, names):
    assert hear(text).chain(words) == names


# Words for a source before "said the mill had burned", its name and its kind.
CALLED = [
    ("A senior commander in the Red Hill Brigade", "senior commander", "armed_group"),
    ("A senior official", "senior official", "unnamed_official"),
    ("An official of the Ministry of Works", "Ministry of Works official", "unnamed_official"),
    ("A source close to the governor", "source close to the governor", "unnamed_official"),
    ("The fire brigade's chief, Olena Marko,", "Olena Marko", "government"),
    ("The director of Al-Salma Hospital, Marwan Naser,", "Marwan Naser", "medic"),
    ("The spokesman of the Nigerian Army, Major General Onye Wachu,", "Onye Wachu", "military"),
    ("A driver who identified himself as Musa", "Musa", "resident"),
    ("Staff at the clinic", "staff", "medic"),
    ("Hospital staff", "hospital staff", "medic"),
    ("The Tarnova residents' committee", "Tarnova residents' committee", "activist"),
    ("The resistance committees", "resistance committees", "activist"),
    ("The lawyers' committee", "lawyers' committee", "ngo"),
    ("The federation's president, Olena Marko,", "Olena Marko", "ngo"),
    ("The country's president, Olena Marko,", "Olena Marko", "government"),
    ("A woman who sat in the second lorry", "woman", "witness"),
    ("A woman who sat on the council", "woman", "resident"),
    ("A boy of twelve who was a fighter in the spring", "boy", "witness"),
    ("A villager who sat in the second lorry", "villager", "resident"),
    ("An observer who was on the ferry", "observer", "witness"),
    ("Freed soldiers", "freed soldiers", "witness"),
    ("Lads back from enemy camps", "lads", "witness"),
    ("Father Ivo Lenz of the Lantern of Belgor, whose volunteers rode along,", "Ivo Lenz", "ngo"),
    ("Yemen's internationally recognised government", "internationally recognised government", "government"),
]


@pytest.mark.parametrize(("words", "name", "kind"), CALLED)
def test_a_source_is_called_by_its_own_words(hear, words, name, kind):
    source = hear(f"{words} said the mill had burned.").attributions.items[0].chain[-1]
    assert (source.name, source.kind) == (name, kind)


PARAGRAPHS = (
    "Rain fell in Tarnova.\n\nRebels burned the mill on Monday. A monitor said six herders were hurt. The mill lies by the ford. (Transmar)\n\n"
    "Millers of Tarnova have asked for flour since then, and some of it has come."
)


def test_a_paragraph_that_an_agency_s_name_closes_is_the_agency_s(hear):
    heard = hear(PARAGRAPHS)
    assert heard.chain("Rebels burned") == ["Transmar"]
    assert heard.chain("six herders") == ["Transmar", "monitor"]
    assert heard.chain("Millers") == []


def test_the_name_that_closes_the_last_paragraph_credits_the_page(hear):
    assert hear("Rain fell in Tarnova.\n\nRebels burned the mill on Monday. (Transmar)").chain("Rebels") == []


def test_it_in_a_correction_is_the_outlets_own_text(hear):
    text = "An earlier version of this article gave a wrong day. It also gave the number of dead as 43."
    assert hear(text).chain("the number") == []
    assert hear(f"Corrections: {text}").chain("the number") == []

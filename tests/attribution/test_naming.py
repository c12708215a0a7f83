"""What is a source called, and which sort of voice is it?"""

import pytest

# The subject of "said", its name and its kind.
SOURCES = [
    ("The Sana news agency", "SANA", "state_media"),
    ("Activists on the ground", "activists", "activist"),
    ("Western diplomats", "Western diplomats", "foreign_government"),
    ("One Western diplomat", "Western diplomat", "foreign_government"),
    ("A Jordanian security source", "Jordanian security source", "unnamed_official"),
    ("Medical sources", "medical sources", "medic"),
    ("Opposition sources", "opposition sources", "opposition"),
    ("Local sources", "local sources", "unnamed_source"),
    ("A government spokesman", "government spokesman", "government"),
    ("A spokesman for the army", "army", "military"),
    ("The army's spokesman", "army", "military"),
    ("A spokesman for the Ridge Front", "Ridge Front", "armed_group"),
    ("A Ridge Front spokesman", "Ridge Front", "armed_group"),
    ("A spokeswoman for the UN refugee agency", "UNHCR", "un"),
    ("A spokesman for Governor Ivo Lenz", "spokesman", "government"),
    ("A spokesman for the rebels", "rebels", "armed_group"),
    ("A spokesman for the army, Ivo Lenz,", "Ivo Lenz", "military"),
    ("Jordanian government spokesman Omar Deeb", "Omar Deeb", "government"),
    ("Tarnova-based activist Ivo Lenz", "Ivo Lenz", "activist"),
    ("Director Ivo Lenz of the Syrian Observatory for Human Rights", "Ivo Lenz", "monitor"),
    ("White House spokeswoman Mara Iven", "Mara Iven", "government"),
    ("Col. Ivo Lenz", "Ivo Lenz", "military"),
    ("An army officer", "army officer", "military"),
    ("A rebel commander", "rebel commander", "armed_group"),
    ("A Free Syrian Army commander", "Free Syrian Army commander", "armed_group"),
    ("The army", "army", "military"),
    ("The Syrian regime", "Syrian government", "government"),
    ("Israel", "Israeli government", "government"),
    ("Amman", "Jordanian government", "government"),
    ("State television", "state television", "state_media"),
    ("Syria's official media", "Syrian state media", "state_media"),
    ("Local media", "local media", "outlet"),
    ("The news agency", "news agency", "agency"),
    ("A senior official in Egypt", "senior Egyptian official", "unnamed_official"),
    ("The opposition Ridge News", "Ridge News", "opposition"),
    ("The defence ministry", "defence ministry", "government"),
    ("Residents of Belgor", "residents", "resident"),
    ("The Resistance Committees of Belgor", "Resistance Committees of Belgor", "activist"),
    ("The Belgor Medics' Union", "Belgor Medics' Union", "medic"),
    ("Humanitarian partners", "humanitarian partners", "ngo"),
    ("A UN report", "United Nations", "un"),
    ("The army's General Command", "General Command", "military"),
    ("The president's office", "president's office", "government"),
    ("A 41-year-old teacher", "teacher", "resident"),
    ("The state news agency Corvinform", "Corvinform", "state_media"),
    ("An officer who defected", "officer", "opposition"),
    ("The state prosecutor", "state prosecutor", "government"),
    ("International leaders", "international leaders", "foreign_government"),
    ("Civil defence workers", "civil defence workers", "government"),
    ("The regional governor, Petra Iven,", "Petra Iven", "government"),
    ("Traders who escaped the fire", "traders", "witness"),
    ("Residents who escaped the fire", "residents", "resident"),
    ("Officers who escaped the fire", "officers", "military"),
    ("The rescue service also known as the White Helmets", "Syrian Civil Defence", "ngo"),
    ("A source on the prosecutor's team", "source", "unnamed_official"),
    ("Colonel Ivo Lenz, who presides over the Ridge Council,", "Ivo Lenz", "government"),
    ("Karsovia's mouthpiece, Maj-Gen Ivo Lenz,", "Ivo Lenz", "military"),
    ("Local media sources", "local media sources", "outlet"),
    ("A carpenter who asked not to be named", "carpenter", "unnamed_source"),
    ("A rebel commander who goes by the name Abu Omar", "Abu Omar", "armed_group"),
    ("The interior minister, Mara Iven,", "Mara Iven", "government"),
    ("Echoing state television, Director Ivo Lenz of the Harbour Observatory for Rights", "Ivo Lenz", "monitor"),
    ("Mara Iven, an activist in the city,", "Mara Iven", "activist"),
    ("Activists inside the district", "activists", "activist"),
    ("Mara Iven, an official in the interior ministry,", "Mara Iven", "government"),
    ("Mara Iven, along with members of the army,", "Mara Iven", "unknown"),
    ("Colonel Ivo Lenz, the police chief of Belgor,", "Ivo Lenz", "government"),
    ("Captain Ivo Lenz, a spokesman for the Ridge Liberation Front,", "Ivo Lenz", "armed_group"),
    ("Mara Iven, who teaches at the Harbour Institute,", "Mara Iven", "expert"),
    ("Secretary of State Mira Holt", "Mira Holt", "government"),
    ("President of the Northern Coalition Anas al-Deeb", "Anas al-Deeb", "opposition"),
    ("German Economy Minister Philipp Varn", "Philipp Varn", "government"),
    ("White House Press Secretary Jay Varn", "Jay Varn", "government"),
    ("The ministry spokesman Major General Igor Lenz", "Igor Lenz", "government"),
    ("The prefect of Belgor, Mira Holt,", "Mira Holt", "government"),
    ("Tarnova's state broadcaster TTV", "TTV", "state_media"),
    ("Lena Varn, who runs the district hospital,", "Lena Varn", "medic"),
    ("An army officer, who did not want his name to be printed,", "army officer", "unnamed_official"),
    ("New arrivals", "new arrivals", "resident"),
    ("The Harbour Imagery Lab", "Harbour Imagery Lab", "expert"),
    ("A junta spokesman, Ivo Lenz,", "Ivo Lenz", "government"),
    ("The ground forces commander, Ivo Lenz,", "Ivo Lenz", "military"),
    ("The Doctors' Union of Belgor", "Doctors' Union of Belgor", "medic"),
    ("The Residents' Committee of Belgor", "Residents' Committee of Belgor", "activist"),
    ("The Union of Harbour States", "Union of Harbour States", "foreign_government"),
    ("Ruth Lenz of Radio Belgor", "Ruth Lenz", "outlet"),
    ("Radio Belgor", "Radio Belgor", "outlet"),
    ("Rockets fell on Monday local sources", "local sources", "unnamed_source"),
    ("Ivo Lenz, who spoke to the BBC from Belgor,", "Ivo Lenz", "unknown"),
    ("Ivo Lenz, who works for the BBC,", "Ivo Lenz", "outlet"),
    ("The Ford Network, an activist group,", "Ford Network", "activist"),
    ("The Ford Centre, a Belgor-based war monitoring group,", "Ford Centre", "monitor"),
    ("The Ford Tribune, a newspaper,", "Ford Tribune", "outlet"),
    ("Saudi Arabia", "Saudi government", "government"),
    ("The United Nations Mission in Tarnova", "United Nations Mission", "un"),
    ("A clerk who was not authorised to speak to the press", "clerk", "unnamed_source"),
    ("An army officer who was not authorised to speak to the press", "army officer", "unnamed_official"),
    ("The aid group Nurses Abroad", "Nurses Abroad", "ngo"),
    ("A spokesman for the aid group Nurses Abroad", "Nurses Abroad", "ngo"),
    ("The rebel group Men of the Harbour", "Men of the Harbour", "armed_group"),
    ("The Ridge Front's media office", "Ridge Front", "armed_group"),
    ("The media wing of the Ridge Front", "Ridge Front", "armed_group"),
    ("The government media office", "government media office", "government"),
    ("The army's Telegram channel", "army", "military"),
    ("The Ridge Front's military spokesman Abu Deeb", "Abu Deeb", "armed_group"),
    ("A military analyst", "military analyst", "expert"),
    ("A citizen journalist", "citizen journalist", "activist"),
    ("Health officials", "health officials", "unnamed_official"),
    ("The health minister", "health minister", "government"),
    ("Hospital officials", "hospital officials", "medic"),
    ("Defence Minister Ivo Lenz", "Ivo Lenz", "government"),
    ("The head of the military administration, Ivo Lenz,", "Ivo Lenz", "government"),
    ("The rebel administration", "rebel administration", "armed_group"),
    ("Aid agencies", "aid agencies", "ngo"),
    ("Local activists", "local activists", "activist"),
    ("A local NGO", "local NGO", "ngo"),
    ("A field commander", "field commander", "military"),
    ("A woman from Belgor", "woman", "resident"),
    ("A former detainee", "former detainee", "witness"),
    ("Ivo Lenz, whose brother was shot,", "Ivo Lenz", "resident"),
    ("Ivo Lenz, the head of the Red Crescent in Belgor,", "Ivo Lenz", "ngo"),
    ("Ivo Lenz, of Harbour Relief,", "Ivo Lenz", "ngo"),
    ("State TV", "state television", "state_media"),
    ("Government forces", "government forces", "military"),
    ("The national guard", "national guard", "military"),
    ("The coast guard", "coast guard", "government"),
    ("The transitional council", "transitional council", "government"),
    ("A leader of the drivers' association", "leader", "ngo"),
    ("He", "unnamed person (he)", "unnamed_source"),
]


@pytest.mark.parametrize(("words", "name", "kind"), SOURCES)
def test_a_source_has_a_plain_name_and_a_kind(hear, words, name, kind):
    source = hear(f"{words} said the road was cut.").attributions.items[0].chain[-1]
    assert (source.name, source.kind) == (name, kind)


def test_the_country_that_the_words_give_is_kept(hear):
    assert hear("A Jordanian security source said the road was cut.").attributions.items[0].chain[-1].people == "Jordan"


def test_an_apposition_tells_the_kind_of_a_person(hear):
    heard = hear("Ivo Lenz, spokesman of the Red Cross, said the road was cut.")
    assert (heard.chain("the road"), heard.item("the road").chain[-1].kind) == (["Ivo Lenz"], "ngo")


# Text, words that are said, what their source is.
OFFICES = [
    ("Ivo Lenz, director of the Syrian Observatory for Human Rights, said the road was cut.", "director of Syrian Observatory for Human Rights"),
    ("Captain Ivo Lenz, a spokesman for the Ridge Liberation Front, said the road was cut.", "spokesman of Ridge Liberation Front"),
    ("Col. Ivo Lenz said the road was cut.", "col"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), OFFICES)
def test_the_body_that_somebody_speaks_for_is_kept_with_his_office(hear, text, role):
    assert hear(text).item("the road").chain[-1].role == role


def test_a_description_behind_the_day_of_the_words_is_the_speakers(hear):
    source = (
        hear("“The road is cut,” said Mara Iven last week, the chief of the ICRC’s mission.").item("The road").chain[-1]
    )
    assert (source.name, source.kind, source.role) == (
        "Mara Iven",
        "ngo",
        "chief of International Committee of the Red Cross",
    )


def test_a_description_goes_as_far_as_a_dash(hear):
    heard = hear("Ivo Lenz, the leader of the Syrian National Coalition—an alliance of groups—said the road was cut.")
    assert heard.item("the road").chain[-1].kind == "opposition"


def test_what_a_video_only_appears_to_show_is_hedged(hear):
    assert hear("Videos appear to show rebels in the port.").item("rebels").stance == "hedges"
    assert hear("Videos show rebels in the port.").item("rebels").stance == "asserts"


def test_the_day_on_which_somebody_speaks_is_no_part_of_the_name(hear):
    heard = hear("On Friday Ivo Lenz said that rebels had taken the port.")
    assert heard.chain("rebels") == ["Ivo Lenz"]

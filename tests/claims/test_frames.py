import pytest

from sayso.claims import find_claims
from sayso.claims.frames import load_frames, read_need
from sayso.lexicons import read_toml
from sayso.model.derivations import reason

# One row for every row of frames.toml: the row, and a sentence that only it should read.
ROWS = (
    ("capture", "The army recaptured Tarnova on Monday."),
    ("take", "Rebels took two villages near Belgor."),
    ("secure_buildings", "Soldiers secured several buildings in the centre."),
    ("take_control", "Insurgents regained control."),
    ("handover", "The handover of the district began."),
    ("capture_unknown", "The army seized the pontoon."),
    ("capture_noun", "The capture of Tarnova surprised the region."),
    ("liberation", "The liberation of Selmar was celebrated."),
    ("fall_to", "The town of Tarnova fell to the rebels on Monday."),
    ("fall", "The city has fallen."),
    ("fall_noun", "The fall of Selmar changed the war."),
    ("lose_ground", "The rebels lost the town on Monday."),
    ("lose_unknown", "The rebels abandoned the pontoon."),
    ("loss_of_ground", "The loss of Tarnova weakened the rebels."),
    ("restore_order", "The army restored security in the district."),
    ("drive_out", "Soldiers drove the rebels out of the village."),
    ("control", "Rebels control most of the province."),
    ("occupied", "Government forces remained in control of the port."),
    ("under_control", "The district is under rebel control."),
    ("in_control", "The army is in control of the town."),
    ("in_hands", "The bridge remains in rebel hands."),
    ("foothold", "The army has a foothold in the old town."),
    ("strong_presence", "The militia has a strong presence in the south."),
    ("control_of", "The army's control of the valley is not disputed."),
    ("party_area", "Trucks passed through rebel territory."),
    ("stronghold", "The town is a rebel stronghold."),
    ("advance", "The troops advanced in the valley on Monday."),
    ("push", "The army pushed into the eastern suburbs."),
    ("storm", "Gunmen stormed the barracks on Friday."),
    ("push_back", "The soldiers repelled the attack."),
    ("invasion", "The army launched a new offensive in the north."),
    ("offensive", "The latest push by the army towards Tarnova began on Monday."),
    ("assault", "The army launched an assault on Belgor."),
    ("gains", "Rebel gains in the south worried the capital."),
    ("reinforce", "The government deployed troops to the border."),
    ("set_up_base", "The army set up a new base in the valley."),
    ("reinforcements", "Reinforcements arrived in Tarnova."),
    ("operation", "Security forces conducted an operation in Quira."),
    ("withdraw", "The rebels withdrew from the town."),
    ("withdrawal", "The retreat of the rebels began at dawn."),
    ("shoot_down", "The rebels shot down a helicopter over Selmar."),
    ("intercept_weapon_in_flight", "The battery intercepted two rockets."),
    ("clash", "Soldiers clashed with rebels near the port."),
    ("fight", "The militia fought against the army in Kasta."),
    ("eliminate", "The army killed 12 rebels near Quira."),
    ("clashes", "Clashes between soldiers and rebels broke out in Orlesh."),
    ("conflict", "A conflict between the army and the militia began."),
    ("gunfire", "Heavy gunfire was heard in the capital."),
    ("crowd_control", "Police dispersed the crowd."),
    ("chemical_attack", "A chemical attack on the village followed."),
    ("chemical_use", "The army used chlorine gas in the valley."),
    ("chemical_use_noun", "The inspectors found proof of the use of sarin."),
    ("artillery_and_air", "Artillery bombardment of the hills went on."),
    ("air_strike", "An air strike on the market followed at noon."),
    ("strike_from_air", "Warplanes struck the market."),
    ("bomb_from_air", "The army bombed the village."),
    ("target_place", "Government forces targeted the airport on Friday."),
    ("shell", "The army shelled the district."),
    ("fire_ordnance", "A boat launched 20 rockets."),
    ("ordnance_lands", "A mortar shell hit the school."),
    ("shelling", "Mortar fire on the old town went on for hours."),
    ("strikes", "Strikes on the airport continued."),
    ("bombing", "A car bomb exploded near the station."),
    ("blast_hits", "The blast ripped through the market."),
    ("explode", "Engineers defused the bomb."),
    ("throw_grenade", "Attackers hurled a grenade at the bus."),
    ("plant_bomb", "Insurgents planted mines along the road."),
    ("mine_place", "The houses were mined."),
    ("shoot_dead", "Three farmers were shot dead on Friday."),
    ("murder", "Somebody murdered the mayor."),
    ("execute", "The gunmen executed 20 prisoners."),
    ("massacre", "The massacre of villagers in Kasta shocked the country."),
    ("killing_noun", "The killing of two teachers was condemned by nobody."),
    ("abduct", "Gunmen kidnapped three doctors."),
    ("take_people", "Rebels captured 15 soldiers."),
    ("abduction", "The kidnapping of the pupils shocked the region."),
    ("arrest", "Police arrested 30 students."),
    ("arrest_noun", "The arrest of journalists continued."),
    ("fire_at_people", "Soldiers fired at protesters."),
    ("human_shield", "The militia used villagers as human shields."),
    ("poisoned", "Many people suffocated."),
    ("responsible", "The army bears full responsibility for the massacre."),
    ("open_fire", "Gunmen opened fire near the station."),
    ("kill", "The flood killed nobody, but gunmen killed three nurses."),
    ("claim_lives", "The raid claimed the lives of nine people."),
    ("lose_limb", "One driver lost his leg."),
    ("die", "Thousands of people have died."),
    ("bodies_found", "The bodies of 70 villagers were discovered near Quira."),
    ("toll_reaches", "The death toll reached 300 in March."),
    ("toll", "The ministry put casualties in the province at 40 deaths."),
    ("blame", "The minister accused the militia of the attack."),
    ("among_dead", "Three children were among the dead."),
    ("attack", "The attack on the refinery lasted an hour."),
    ("attack_verb", "The rebels attacked the convoy."),
    ("number_of_people", "About 300 fighters remain in the town."),
    ("population", "The town has a population of 4000."),
    ("facing_forces", "The rebels are facing the army."),
    ("besiege", "The army has besieged the city."),
    ("cut_supplies", "The army blocked food and water."),
    ("siege", "The siege of Dunmere lasted a year."),
    ("shortage", "A shortage of food in Dunmere was reported."),
    ("starve", "The town's people rely on plants."),
    ("deliver_aid", "The agency delivered food to the camp."),
    ("aid", "An aid convoy waited at the border."),
    ("treat", "Medics treated the wounded children."),
    ("evacuate", "The convoy evacuated 400 villagers."),
    ("moved_out", "Fifteen patients were brought to the capital."),
    ("evacuation", "The evacuation of the village began."),
    ("flee", "Thousands of residents fled the town."),
    ("displacement", "The exodus of people from Tarnova began."),
    ("empty", "The streets had become empty."),
    ("destroy", "The fire destroyed the warehouse."),
    ("collapse", "Two bridges collapsed."),
    ("destruction", "The destruction of the bridge cut the road."),
    ("disaster", "The province was hit by an earthquake."),
    ("arms_object", "Smugglers supplied rifles to the militia."),
    ("disaster_noun", "An earthquake in Orlesh was felt."),
    ("arm", "The government armed the militia."),
    ("arms_traffic", "An arms shipment reached the port."),
    ("supply_of_arms", "The supply of weapons continued."),
    ("agree", "The two sides signed a peace agreement."),
    ("accord", "A ceasefire between the army and the rebels held."),
    ("meet", "The envoy met with the president."),
    ("meet_person", "Ministers discussed the attack."),
    ("appeal", "The envoys called for restraint."),
    ("diplomacy_noun", "Peace talks in Selmar failed."),
    ("protest", "Students protested in the capital."),
    ("protesters_act", "Protesters blocked the bridge."),
    ("protest_noun", "Protests in Selmar grew."),
    ("overthrow", "The revolt overthrew the president."),
    ("change_sides", "Forty soldiers have defected."),
    ("politics", "The president dissolved the parliament."),
    ("politics_noun", "A curfew in Tarnova was imposed."),
)  # fmt: skip


@pytest.mark.parametrize(("name", "sentence"), ROWS, ids=[name for name, _ in ROWS])
def test_every_row_reads_its_own_sentence(read, name, sentence):
    assert name in {claim.frame for claim in find_claims(read(sentence))}


def test_every_row_of_the_table_has_a_sentence():
    assert {row["name"] for row in read_toml("frames")["frame"]} == {name for name, _ in ROWS}


def test_every_row_has_a_published_reason():
    load_frames()
    for row in read_toml("frames")["frame"]:
        assert reason(f"claims.frame.{row['name']}")


@pytest.mark.parametrize(
    "word", ["took part in the talks", "took time", "lost the match", "entered the race", "held the team together"]
)
def test_common_words_with_other_objects_report_nothing(read, word):
    assert not [c for c in find_claims(read(f"The mayor {word}.")) if c.kind == "control_change"]


def test_a_condition_without_a_role_goes_with_the_role_before_it():
    assert read_need("object:place|people|agent:force") == (
        ("object", "place"),
        ("object", "people"),
        ("agent", "force"),
    )


ACLED = frozenset(
    {
        "Government regains territory", "Non-state actor overtakes territory", "Armed clash", "Chemical weapon",
        "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
        "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest",
        "Protest with intervention", "Excessive force against protesters", "Violent demonstration", "Mob violence",
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    }
)  # fmt: skip


def test_the_crosswalk_names_only_sub_event_types_of_acled():
    assert {name for row in read_toml("frames")["frame"] for name in row.get("acled", ())} <= ACLED


def test_every_list_of_small_words_is_lower_case_and_without_doubles():
    tables = read_toml("noun_classes")
    for words in (*tables["classes"].values(), *tables["words"].values()):
        assert len(set(words)) == len(words)
        assert all(word == word.casefold() for word in words)

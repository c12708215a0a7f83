import pytest

from sayso.claims import find_claims
from sayso.claims.frames import load_frames, read_need
from sayso.lexicons import read_toml
from sayso.model.derivations import reason

# One row for every row of frames.toml: the row, and a sentence that only it should read.
ROWS = (
    ("sweep_for_mines", "Sappers swept the market for mines."),
    ("lay_mines", "The militia left mines in the fields."),
    ("mine_clearance", "Mine clearers at work in Belgor."),
    ("declare_victory", "The militia declared victory in Orlesh."),
    ("wrested_home", "Gunmen drove hundreds of families from their homes."),
    ("occupied_place", "Nurses fled the occupied town."),
    ("capture", "The army recaptured Tarnova on Monday."),
    ("take_buildings", "The marines cleared warehouses along the river."),
    ("have_back", "Loyal units had the port back by noon."),
    ("take", "Rebels took two villages near Belgor."),
    ("bring_under", "The militia brought the whole valley under its rule."),
    ("break_hold", "The militia broke the army's grip on the port."),
    ("take_control", "Insurgents regained control."),
    ("raise_flag", "The rebels raised their flag over the town hall."),
    ("handover", "The handover of the district began."),
    ("capture_unknown", "The army seized the spur."),
    ("retake_unknown", "The spur was retaken in May."),
    ("capture_noun", "The capture of Tarnova surprised the region."),
    ("liberation", "The liberation of Selmar was celebrated."),
    ("change_hands", "The village changed hands twice."),
    ("fall_to", "The town of Tarnova fell to the rebels on Monday."),
    ("place_surrenders", "Tarnova surrendered after a long winter."),
    ("fall", "The city has fallen."),
    ("fall_noun", "The fall of Selmar changed the war."),
    ("hand_to", "The garrison handed the fort to the rebels."),
    ("lose_ground", "The rebels lost the town on Monday."),
    ("dead_left_behind", "The enemy abandoned 20 corpses."),
    ("lose_unknown", "The rebels abandoned the spur."),
    ("loss_of_ground", "The loss of Tarnova weakened the rebels."),
    ("restore_order", "The army restored security in the district."),
    ("drive_out", "Soldiers drove the rebels out of the village."),
    ("hold_out", "Rebels are still holding out in the old town."),
    ("have_ground", "The army has the whole town."),
    ("forces_pictured", "Soldiers on the roof of the station in Selmar."),
    ("masters_of", "The rebels were masters of the bridge."),
    ("still_ours", "The station is still ours."),
    ("cling_to", "The garrison still clings to the airfield."),
    ("run_place", "Most of the valley is run by the militia."),
    ("divided_place", "The city is split between the two sides."),
    ("man_posts", "Soldiers man every checkpoint in the old town."),
    ("flag_over", "Rebel flags on the town hall."),
    ("flag_flies", "The militia's flag flies over the town hall."),
    ("sits_on_ground", "Government troops sit on the western bank."),
    ("control", "Rebels control most of the province."),
    ("occupied", "Government forces remained in control of the port."),
    ("under_control", "The district is under rebel control."),
    ("in_control", "The militia is in control of Tarnova."),
    ("in_hands", "The bridge remains in rebel hands."),
    ("foothold", "The army has a foothold in the old town."),
    ("strong_presence", "The militia has a strong presence in the south."),
    ("control_of", "The army's control of the valley is not disputed."),
    ("party_area", "Trucks passed through rebel territory."),
    ("stronghold", "The town is a rebel stronghold."),
    ("aid_vehicles_arrive", "Two aid trucks entered the town on Friday."),
    ("aid_work", "The agency suspended deliveries of food."),
    ("let_aid_in", "The militia let four trucks into the town."),
    ("restore_supply", "Engineers restored water to the camp."),
    ("set_up_tents", "The army erected 400 tents on the racecourse."),
    ("hand_out", "Volunteers handed out blankets in the camp."),
    ("send_help", "The ministry sent water tankers to the camp."),
    ("fight_fires", "Firefighters brought the blaze under control."),
    ("teams_work", "Rescuers were digging in the ruins of the school."),
    ("search_goes_on", "The search for survivors ended on Friday."),
    ("pick_up_people", "The navy picked up 200 people from the beach."),
    ("rescue_people", "Divers rescued two boys from the well."),
    ("marched_away", "Guards marched two teachers out of the house."),
    ("depart_for", "A column of tanks left for the border."),
    ("troops_come", "Soldiers came over the dam at dawn."),
    ("operations_go_on", "Operations are continuing."),
    ("patrol", "Army patrols crossed the market in Dunmere."),
    ("not_let_past", "The peacekeepers have not been let past the checkpoint."),
    ("turned_back", "The other three were turned back at the checkpoint."),
    ("near_goal", "Army tanks are within sight of the cathedral."),
    ("advance", "The troops advanced in the valley on Monday."),
    ("cross_border", "Armoured units crossed the river at dawn."),
    ("push", "The army pushed into the eastern suburbs."),
    ("storm", "Gunmen stormed the barracks on Friday."),
    ("push_back", "The soldiers repelled the attack."),
    ("invasion", "The army launched a new offensive in the north."),
    ("offensive", "The latest push by the army towards Tarnova surprised the region."),
    ("assault", "The army launched an assault on Belgor."),
    ("gains", "Rebel gains in the south worried the capital."),
    ("reinforce", "The government deployed troops to the border."),
    ("set_up_base", "The army set up a base above the valley."),
    ("send_forces", "Paratroopers were dropped behind rebel lines."),
    ("reinforcements", "Reinforcements arrived in Tarnova."),
    ("operation", "Security forces conducted an operation in Quira."),
    ("board_and_leave", "The fighters left the town at noon."),
    ("surrender", "Forty gunmen surrendered on Friday."),
    ("surrender_noun", "The surrender of the garrison ended the battle."),
    ("leave_accord", "The republic walked out of the treaty."),
    ("withdraw", "The rebels withdrew from the town."),
    ("withdrawal", "The retreat of the rebels began at dawn."),
    ("out_of_the_sky", "The battery blasted two jets out of the sky."),
    ("aircraft_lost", "The air force has lost two jets since Monday."),
    ("pilot_ejects", "The pilot ejected over the marshes."),
    ("credited_with_kill", "The ministry credited its gunners with a third enemy jet."),
    ("shoot_down", "The rebels shot down a helicopter over Selmar."),
    ("intercept_so_many", "The air command intercepted 20 on Monday."),
    ("intercept_weapon_in_flight", "The battery intercepted two rockets."),
    ("drew_fire", "Two ambulances drew fire near Belgor."),
    ("exchange_fire", "The two militias traded fire across the river."),
    ("clash", "Soldiers clashed with rebels near the port."),
    ("fight", "The militia fought against the army in Kasta."),
    ("eliminate", "The army killed 12 rebels near Quira."),
    ("take_part", "Foreign fighters took part in the assault."),
    ("battle_goes", "The guns fell silent on Thursday."),
    ("mop_up", "The army is mopping up the last pockets of resistance."),
    ("clashes", "Clashes between soldiers and rebels broke out in Orlesh."),
    ("conflict", "A conflict between the army and the militia began."),
    ("gunfire", "Heavy gunfire was heard in the capital."),
    ("crowd_weapons", "Police fired rubber bullets at the crowd."),
    ("crowd_weapons_noun", "Tear gas was seen at the gate, and a baton charge followed."),
    ("crowd_control", "Police dispersed the crowd."),
    ("chemical_attack", "A chemical attack on the village followed."),
    ("chemical_use", "The army used chlorine gas in the valley."),
    ("chemical_use_noun", "The inspectors found proof of the use of sarin."),
    ("artillery_fire", "Artillery bombardment of the hills went on."),
    ("launch_drones", "The army launched 22 drones overnight."),
    ("air_strike", "An air strike on the market followed at noon."),
    ("aircraft_overhead", "Warplanes circled over Kasta."),
    ("strike_from_air", "Warplanes struck the market."),
    ("bomb_from_air", "The army bombed the village."),
    ("target_place", "Government forces targeted the airport on Friday."),
    ("fire_shots", "Guards fired a dozen shots near the port."),
    ("shell", "The army shelled the district."),
    ("fire_ordnance", "A boat launched 20 rockets."),
    ("ordnance_lands", "A mortar shell hit the school."),
    ("direct_hit", "The camp took a direct hit."),
    ("direct_guns", "Foreigners in plain fatigues were directing the guns."),
    ("shelling", "Mortar fire on the old town went on for hours."),
    ("under_fire", "The patrol came under fire near the bridge."),
    ("ground_raid", "The raid by soldiers on a farmhouse ended at noon."),
    ("strikes", "Strikes on the airport continued."),
    ("bombing", "Residents described the bombing of the station."),
    ("blast_hits", "The blast ripped through the market."),
    ("explode", "Engineers defused the bomb."),
    ("throw_grenade", "Attackers hurled a grenade at the bus."),
    ("mine_place", "The houses were mined."),
    ("shoot_dead", "Three farmers were shot dead on Friday."),
    ("murder", "Somebody murdered the mayor."),
    ("execute", "The gunmen executed 20 prisoners."),
    ("bound_hands", "Guards tied the hands of the prisoners."),
    ("bear_signs", "The bodies bore signs of torture."),
    ("massacre", "The massacre of villagers in Kasta shocked the country."),
    ("killing_noun", "The killing of two teachers was condemned by nobody."),
    ("abduct", "Gunmen kidnapped three doctors."),
    ("take_people", "Rebels captured 15 soldiers."),
    ("abduction", "The kidnapping of the pupils shocked the region."),
    ("take_in", "Two lawyers were taken into custody."),
    ("held_by", "Aid workers are being held by an armed group."),
    ("forced_recruits", "Boys of fourteen were recruited by the militia."),
    ("behind_bars", "The editor has been behind bars since June."),
    ("arrest", "Police arrested 30 students."),
    ("arrest_noun", "The arrest of journalists continued."),
    ("beat", "Guards beat two students."),
    ("sexual_violence", "Sexual violence in the camps has been documented."),
    ("hit_civilians", "The army hit civilians."),
    ("raid_village", "Armed hunters burst into the hamlet at dawn."),
    ("take_cattle", "The gunmen drove off 200 cows."),
    ("mob", "A mob chased two traders."),
    ("fire_at_people", "Soldiers fired at protesters."),
    ("human_shield", "The militia used villagers as human shields."),
    ("poisoned", "Many people suffocated."),
    ("responsible", "The army bears full responsibility for the massacre."),
    ("open_fire", "Gunmen opened fire near the station."),
    ("not_touched", "Not one villager was touched."),
    ("stand_by", "Gendarmes stood by as shops were looted."),
    ("kill", "The flood killed nobody, but gunmen killed three nurses."),
    ("war_claims", "The war has claimed 12000 lives."),
    ("claim_lives", "The raid claimed the lives of nine people."),
    ("lose_life", "Nine miners lost their lives in the raid."),
    ("lose_limb", "One driver lost his leg."),
    ("sustain_injury", "The nurse has suffered severe burns."),
    ("die", "Thousands of people have died."),
    ("bodies_found", "The bodies of 70 villagers were discovered near Quira."),
    ("bodies_lie", "Four bodies lay in the morgue."),
    ("grave_gives_up", "The quarry has yielded 40 bodies."),
    ("toll_reaches", "The death toll reached 300 in March."),
    ("toll", "The ministry put casualties in the province at 40 deaths."),
    ("blame", "The minister accused the militia of the attack."),
    ("among_dead", "Three shepherds were among the dead."),
    ("attack", "The attack on the refinery lasted an hour."),
    ("attack_verb", "The rebels attacked the convoy."),
    ("in_shelters", "Nearly a third of the villagers are in shelters."),
    ("pitch_camp", "Families set up camp along the railway."),
    ("live_in_shelters", "Some 900 people are living in tents near Belgor."),
    ("existence_of_people", "There were no civilians in the tower."),
    ("existence_of_weapons", "There was no launcher near the school."),
    ("forces_present", "Rebel fighters were still present in the quarter."),
    ("home_to", "Tarnova was home to 20000 people."),
    ("people_there", "About 30000 people are still in the town."),
    ("so_many_strong", "The garrison was 900 strong."),
    ("number_of_people", "About 300 fighters remain in the town."),
    ("population", "The town has a population of 4000."),
    ("facing_forces", "The rebels are facing the army."),
    ("no_supplies", "There was no fuel for the ambulances."),
    ("empty_shelves", "The blockade emptied the shelves."),
    ("taps_dry", "The wells are dry."),
    ("supplies_scarce", "Fuel has become scarce."),
    ("supplies_end", "The hospital has run out of bandages and water."),
    ("blockade_protest", "Farmers blocked the highway near Selmar."),
    ("roadblock_of_protest", "The union lifted its roadblock."),
    ("no_ships", "No ship has left the port since May."),
    ("close_route", "Warships have closed the strait to all merchant traffic."),
    ("cannot_leave", "Thousands of people are unable to leave the town."),
    ("besiege", "The army has besieged the city."),
    ("supplies_taken", "The militia confiscated the fuel of the convoy."),
    ("cut_supplies", "The army blocked food supplies to the town."),
    ("lift_siege", "The army lifted its blockade of the port."),
    ("siege", "The siege of Dunmere lasted a year."),
    ("shortage", "A shortage of food in Dunmere was reported."),
    ("starve", "The town's people rely on plants."),
    ("pledge_money", "The government pledged 10 million crowns for the victims."),
    ("deliver_aid", "The agency delivered food to the camp."),
    ("aid", "An aid convoy waited at the border."),
    ("ill_treat", "Guards treated the prisoners badly."),
    ("treat", "Medics treated the wounded children."),
    ("corridor_goes", "The humanitarian corridor collapsed within hours."),
    ("buses_carry", "The first buses left the old town at noon."),
    ("move_people", "Fifteen patients were brought to the capital."),
    ("board_bus", "Families step off a bus at the crossing."),
    ("leave_order", "The council ordered villagers near the river to leave."),
    ("let_out", "Women and children were let out of the city."),
    ("evacuate", "The convoy evacuated 400 villagers."),
    ("evacuation", "The evacuation of the village began."),
    ("walk_out", "Hundreds of villagers left the valley."),
    ("captives_home", "So far 84 soldiers have come home from captivity."),
    ("go_back", "About 200 families have gone back to the village."),
    ("on_the_move", "Thousands of families are on the move."),
    ("power_lost", "Some 40000 homes lost power on Friday."),
    ("people_left", "Around 9000 people are left in the town."),
    ("homeless", "The flood left 600 people homeless."),
    ("flee", "Thousands of residents fled the town."),
    ("crossed_over", "Some 900 refugees arrived in the camp."),
    ("displacement", "The exodus of people from Tarnova began."),
    ("place_fills", "The town is filling with families from the river villages."),
    ("empty", "The streets had become empty."),
    ("buried_under", "Dozens of people were trapped under the roof."),
    ("derail_train", "Saboteurs derailed a goods train near Belgor."),
    ("give_way", "The old dam gave way on Friday."),
    ("failure_noun", "The collapse of the bridge was filmed."),
    ("disaster_strikes", "A fire swept through the market."),
    ("nothing_left", "The village no longer exists."),
    ("in_ruins", "Half of the town is rubble."),
    ("plunged_into_darkness", "The strike plunged Belgor into darkness."),
    ("blackout", "A blackout hit the port."),
    ("wreck_things", "Looters smashed the windows of the bank."),
    ("out_of_service", "The hospital is out of service."),
    ("ground_lost", "The reservoir flooded the orchards below."),
    ("open_sluices", "The contractors opened the sluices of the dam."),
    ("destroy", "The militia destroyed the warehouse."),
    ("catch_fire", "The warehouse caught fire."),
    ("destruction", "The destruction of the bridge cut the road."),
    ("operate_arms", "Only the government operates helicopters."),
    ("ship_with_arms", "The navy stopped a trawler with 300 rockets."),
    ("arms_object", "Smugglers supplied rifles to the militia."),
    ("disaster_noun", "An earthquake in Orlesh was felt."),
    ("arms_transfer", "The kingdom supplied drones to the army."),
    ("carry_rounds", "The trucks were carrying mortar rounds."),
    ("arm", "The government armed the militia."),
    ("arms_traffic", "An arms shipment reached the port."),
    ("supply_of_arms", "The supply of weapons continued."),
    ("terms", "Under the terms of the truce, both sides free their captives."),
    ("broker", "The charity brokered it."),
    ("truce_runs", "The ceasefire came into force at midnight."),
    ("deal_says", "The deal allows fighters to leave with light weapons."),
    ("reject_deal", "The rebels rejected the terms."),
    ("make_peace", "The two clans made peace."),
    ("exchange_of_people", "The sides arranged an exchange of prisoners."),
    ("hand_over_people", "The rebels handed over the captives."),
    ("agree", "The two sides signed a peace agreement."),
    ("accord", "A ceasefire between the rebels and the army was praised."),
    ("ties", "The kingdom broke off relations with its neighbour."),
    ("package_of_sanctions", "The union adopted a fresh round of sanctions on Monday."),
    ("barred_from_ports", "The council barred 12 tankers from its harbours."),
    ("sanctions", "The union froze the assets of three generals."),
    ("go_for_talks", "The minister flew to the coast for talks."),
    ("talks_go", "The talks ended without a result."),
    ("answer_offer", "The president rejected the offer of talks."),
    ("inspectors", "The inspectors visited the reactor on Monday."),
    ("visit_scene", "The mines minister flew to the valley."),
    ("order_of_court", "A judge ordered the release of the editor."),
    ("law_on_people", "Police released three students."),
    ("on_trial", "The editor appeared in court on Friday."),
    ("inquiry", "The minister promised an inquiry."),
    ("warn_body", "Engineers warned the company in May."),
    ("authority_acts", "Officials closed the schools in Selmar."),
    ("vote", "The parliament passed a law on mines."),
    ("meet", "The envoy met with the president."),
    ("meet_person", "Ministers discussed the attack."),
    ("body_meets", "The Security Council will meet on Friday."),
    ("appeal", "The envoys called for restraint."),
    ("diplomacy_noun", "Peace talks in Selmar surprised the region."),
    ("stand_outside", "Hundreds of women stood in silence outside the barracks."),
    ("gather", "Some 2000 people gathered outside the town hall."),
    ("in_the_crowd", "The old farmer was in the crowd."),
    ("protest_called_off", "The unions suspended the strike."),
    ("protest_runs", "The march passed off without trouble."),
    ("protest", "Students protested in the capital."),
    ("protesters_act", "Protesters filled the square."),
    ("protest_noun", "A protest against the tax was held in Selmar."),
    ("overthrow", "The revolt overthrew the president."),
    ("change_sides", "Forty soldiers have defected."),
    ("leave_office", "The minister quit over the fire."),
    ("vote_date", "The election was put off until March."),
    ("shut_down", "The newspaper was closed down."),
    ("law_falls", "The law was struck down."),
    ("taxes", "The militia levies a fee on every truck."),
    ("fall_out", "The two coalitions fell out over taxes."),
    ("institution_reopens", "The schools will reopen within a fortnight."),
    ("praise_troops", "The president congratulated the troops."),
    ("politics", "The president dissolved the parliament."),
    ("turnout", "Turnout in the south was low."),
    ("politics_noun", "A curfew in Tarnova was imposed."),
)  # fmt: skip


@pytest.mark.parametrize(("name", "sentence"), ROWS, ids=[name for name, _ in ROWS])
def test_every_row_reads_its_own_sentence(read, name, sentence):
    assert name in {claim.frame for claim in find_claims(read(sentence))}


def test_every_row_of_the_table_has_a_sentence():
    assert {row["name"] for row in read_toml("frames")["frame"]} == {name for name, _ in ROWS}


def test_every_row_gives_a_sentence_of_its_own_as_its_reason():
    load_frames()
    reasons = [reason(f"claims.frame.{row['name']}") for row in read_toml("frames")["frame"]]
    assert len(set(reasons)) == len(reasons)
    assert all(text.endswith(".") and len(text) > 40 for text in reasons)


def test_a_claim_names_the_word_that_its_row_reads(read):
    (claim,) = find_claims(read("The army retook Tarnova on Monday."))
    assert claim.derived.rule == "claims.frame.capture"
    assert "retook" in claim.derived.note


def test_no_list_of_a_row_holds_anything_twice():
    for row in read_toml("frames")["frame"]:
        needs = [read_need(text) for text in row.get("needs", ())]
        exceptions = [need for text in row.get("unless", ()) for need in read_need(text)]
        lists = [row.get(key, ()) for key in ("verbs", "nouns", "adjectives", "agent", "target", "acled")]
        for words in (*lists, *needs, exceptions):
            assert len(set(words)) == len(words), row["name"]


@pytest.mark.parametrize(
    "word", ["took part in the talks", "took time", "lost the match", "entered the race", "held the team together"]
)
def test_common_words_with_other_objects_report_nothing(read, word):
    assert not [c for c in find_claims(read(f"The mayor {word}.")) if c.kind == "control_change"]


@pytest.mark.parametrize(
    "text", ["The officer is in close contact with rebels in Selmar.", "The rebels have advanced rifles."]
)
def test_an_adjective_is_not_read_as_the_verb_it_looks_like(read, text):
    assert not [c for c in find_claims(read(text)) if c.kind == "advance"]


# What words of one register mean in another: the text, the kinds of its claims.
REGISTERS = (
    ("The town fell on Monday.", ["control_change"]),
    ("The tower fell on Monday.", ["control_change"]),
    ("The town fell on hard times.", []),
    ("The missile had come in from the sea.", ["shelling"]),
    ("The platoon beat back four assaults.", ["clash"]),
    ("The guards marched two brothers out of their house.", ["violence_against_civilians"]),
    ("No captive was ill-treated.", ["violence_against_civilians"]),
    ("Buses drew fire.", ["clash"]),
    ("The minister drew fire from critics.", []),
    ("The republic quit the pact.", ["agreement"]),
    ("The airline has lost two jets.", []),
)


@pytest.mark.parametrize(("text", "kinds"), REGISTERS)
def test_a_word_is_read_as_its_neighbours_mean_it(read, text, kinds):
    assert [claim.kind for claim in find_claims(read(text))] == kinds


def test_a_past_form_that_the_parse_takes_for_a_noun_is_read_as_a_verb(read):
    assert [c.kind for c in find_claims(read("The army retook Tarnova on Monday."))] == ["control_change"]


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
        assert [word.casefold() for word in words] == words != []

import pytest

from sayso.claims import find_claims
from tests.claims.matters import names_of_frames

# One row for every row of frames.toml of these kinds: the row, and a sentence that only it should read.
ROWS = (
    ("stronghold", "The town is a rebel stronghold."),
    ("leave_accord", "The republic walked out of the treaty."),
    ("crowd_control", "Police dispersed the crowd."),
    ("blockade_protest", "Farmers blocked the highway near Selmar."),
    ("roadblock_of_protest", "The union lifted its roadblock."),
    ("captives_home", "So far 84 soldiers have come home from captivity."),
    ("terms", "Under the terms of the truce, both sides free their captives."),
    ("broker", "The charity brokered it."),
    ("truce_runs", "The ceasefire came into force at midnight."),
    ("deal_says", "The deal allows fighters to leave with light weapons."),
    ("reject_deal", "The rebels rejected the terms."),
    ("make_peace", "The two clans made peace."),
    ("exchange_of_people", "The sides arranged an exchange of prisoners."),
    ("hand_over_people", "The rebels handed over the captives."),
    ("stand_beside", "The militia sided with the army."),
    ("agree_on_need", "Both leaders agreed on the importance of a truce."),
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
    ("declare_emergency", "Parliament extended the state of emergency."),
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
    ("rename_place", "The occupiers renamed the town."),
    ("declare_oneself", "The general declared himself president."),
    ("vote_date", "The election was put off until March."),
    ("shut_down", "The newspaper was closed down."),
    ("law_falls", "The law was struck down."),
    ("taxes", "The militia levies a fee on every truck."),
    ("fall_out", "The two coalitions fell out over taxes."),
    ("institution_reopens", "The schools will reopen within a fortnight."),
    ("praise_troops", "The president congratulated the troops."),
    ("ban_on_travel", "The junta denied journalists entry."),
    ("politics", "The president dissolved the parliament."),
    ("turnout", "Turnout in the south was low."),
    ("politics_noun", "A curfew in Tarnova was imposed."),
    ("patrol_pelted", "Patrols were pelted with stones in Belgor."),
    ("speaks_with", "The envoy has spoken with the president."),
    ("commitment_given", "The envoy obtained a commitment from both presidents."),
    ("desertion", "Desertions are mounting."),
    ("sends_envoy", "Orlesh is sending its minister to Belgor."),
    ("recommends", "The panel recommends an arms embargo."),
)


@pytest.mark.parametrize(("name", "sentence"), ROWS, ids=[name for name, _ in ROWS])
def test_every_row_reads_its_own_sentence(read, name, sentence):
    assert name in {claim.frame for claim in find_claims(read(sentence))}


def test_every_row_of_these_kinds_has_a_sentence():
    assert names_of_frames("public_life") == {name for name, _ in ROWS}

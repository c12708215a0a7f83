"""Sentences in which a deed, a place or a number is easily given to somebody, somewhere or some time it is not of."""

import pytest
from reports import find

from sayso.model.kinds import Basis, ClaimKind, Scope, Stance


def group_of(record, words):
    """Return the groups of the claims in whose words these stand."""
    texts = {document.id: document.text for document in record.documents}
    ids = {one.claim.id for one in record.claims if words in one.claim.span.read(texts[one.claim.document])}
    return [group for group in record.groups if not ids.isdisjoint(group.members)]


# Who is accused of a deed did it, and not who accuses him.
@pytest.mark.parametrize(
    ("text", "words", "kind", "agent"),
    [
        ("The rebels accused the army of shelling the mill in Belmora.", "shelling the mill", "shelling", "army"),
        ("The army accused the rebels of having burned the mill in Belmora.", "burned", "destruction", "rebels"),
        (
            "The union and two coastal states accused government soldiers of carrying out the attack on the mill in Belmora.",
            "carrying out the attack", "clash", "government soldiers",
        ),
        ("The envoy said the army bears full responsibility for the attack.", "bears", "violence_against_civilians", "army"),
    ],
)  # fmt: skip
def test_who_is_accused_is_the_one_who_did_it(read_report, text, words, kind, agent):
    reading = read_report(text)
    claim = find(reading, words)
    assert claim.kind == ClaimKind(kind)
    assert claim.agent is not None
    assert claim.agent.span.read(text).removeprefix("the ") == agent


@pytest.mark.parametrize(
    ("owners", "camp"),
    [("the regime", "government"), ("the rebels", "opposition")],
)
def test_his_forces_are_those_of_the_only_side_that_is_to_be_held_to_account(read_report, owners, camp):
    text = f"The League wants to see {owners} brought to account for the dreadful crime his forces committed at Belmora this morning."
    agent = find(read_report(text), "forces committed").agent
    assert (agent.camp if agent else None) == camp


def test_an_accusation_stands_beside_what_another_voice_says_in_its_sentence(read_report):
    text = (
        "Coastal states accused the army of having carried out the attack while the governor rejected the charge, with a soldier"
        " telling the Herald that the army had no gas."
    )
    assert "blame" in {claim.frame for claim in read_report(text).claims}


def test_an_air_strike_that_planes_carried_out_is_an_air_strike(read_report):
    claim = find(read_report("Government jets carried out the airstrike in Belmora, the rebels said."), "carried out")
    assert claim.kind is ClaimKind.AIR_STRIKE


@pytest.mark.parametrize("thing", ["involvement", "any role", "responsibility"])
def test_who_denies_a_part_in_a_deed_speaks_of_himself(read_report, thing):
    text = f"Medics said the army had shelled Belmora on Monday. Rebels denied {thing}."
    denial = find(read_report(text), "denied")
    assert (denial.stance, denial.agent.camp) == (Stance.DENIES, "speaker")


def test_who_denies_the_part_of_another_speaks_of_that_one(read_report):
    text = "Medics said the army had shelled Belmora on Monday. Rebels denied the army's involvement."
    assert find(read_report(text), "denied").agent.camp == "government"


# A denial of something further, or of how it went, leaves the event as it was told.
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("did not shell the other mills", "denied in part: shelling"),
        ("refrained from shelling the school", "denied in part: shelling"),
        ("did not shell the mill", "no, it is denied: shelling"),
    ],
)
def test_what_is_denied_in_part_only_does_not_deny_the_event(link_report, words, answer):
    record = link_report(f"The army {words} in Belmora on Monday, a spokesman said.")
    assert [group.answer for group in group_of(record, words.split()[-1])] == [answer]


def test_troops_that_do_not_go_forward_quickly_do_go_forward(link_report):
    record = link_report(
        "The governor said the troops were not advancing quickly in Belmora because the streets were mined."
    )
    assert "denied in part: an advance" in [group.answer for group in group_of(record, "advancing")]


# Somebody without knowledge of a thing supports no answer and stands against none.
@pytest.mark.parametrize(
    "text",
    [
        "The monitors had no information on whether soldiers had shelled Belmora on Monday.",
        "The shelling of the mill in Belmora on Monday was not confirmed by the monitors.",
    ],
)
def test_who_does_not_know_gives_no_answer(link_report, text):
    groups = [group for group in group_of(link_report(text), "shell") if "shelling" in group.question]
    assert [group.answer for group in groups] == ["it is not known: shelling"]


def test_who_has_not_confirmed_a_number_counts_nobody(link_report):
    record = link_report(
        "The killing of nine miners in Belmora on Monday was not confirmed by any soldier of the army."
    )
    assert not [group for group in record.groups if group.answer == "nine"]


@pytest.mark.parametrize("rule", ["A United Nations resolution", "The statute"])
def test_a_rule_that_condemns_deeds_tells_of_none(read_report, rule):
    reading = read_report(f"{rule} condemned attacks on nurses. Soldiers shelled Belmora on Monday.")
    assert ClaimKind.VIOLENCE_AGAINST_CIVILIANS not in {claim.kind for claim in reading.claims}


def test_the_dead_of_a_siege_of_long_ago_are_of_its_place(read_report):
    text = (
        "It is the largest victory for the army in Belmora since the taking in March 2017 of the Selmar district, another centre"
        " of the revolt, following an assault that killed hundreds."
    )
    assert [place.name for place in find(read_report(text), "killed hundreds").toponyms] == ["Selmar"]


def test_what_a_report_of_another_year_found_is_not_of_today(read_report):
    text = (
        "Soldiers shelled Belmora on Monday. The September 2009 report found that Karsovia had shielded its men with villagers"
        " when it entered the Tarnova Valley, in the massacre that left 417 villagers dead."
    )
    claim = find(read_report(text), "417 villagers dead")
    assert (claim.timex, claim.time_rule) == (None, "claims.earlier")


def test_the_dead_of_a_people_over_days_are_of_the_region(read_report):
    text = (
        "Soldiers shelled two mills in Selmar in the Tarnova Valley on Monday. Karsovia has killed 72 Tarnovans since"
        " Wednesday, 27 February."
    )
    claim = find(read_report(text), "72 Tarnovans")
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (["Tarnova Valley"], "claims.wide_place")


def test_a_number_with_a_verb_of_its_own_is_no_part_of_that_in_the_heading(read_report):
    text = (
        "Karsovia has killed nearly 90 nurses in Belmora: Union At least 88 nurses have been killed since Karsovia came, the"
        " union said."
    )
    figures = [figure for claim in read_report(text).claims for figure in claim.figures]
    assert [(figure.low, figure.is_part) for figure in figures] == [(90, False), (88, False)]


def test_roads_somewhere_are_not_those_of_the_town_that_is_spoken_of(read_report):
    text = "Rebels fled Belmora on Monday. Smugglers are at risk on hard roads patrolled by government forces."
    assert find(read_report(text), "patrolled").toponyms == ()


def test_one_district_of_a_town_is_the_only_one_that_the_text_names(read_report):
    filler = " ".join(["Talks went on."] * 8)
    text = (
        f"The army took most of the Selmar district in Belmora on Monday, state radio said. {filler} The government has won one"
        " fight in some of one district of Belmora, the institute said."
    )
    assert [place.name for place in find(read_report(text), "won one fight").toponyms] == ["Selmar"]


def test_a_deal_is_not_struck_where_another_event_was_that_its_sentence_names(read_report):
    text = (
        "Soldiers shelled Tarnova. The government which denied its men were behind the Selmar attack has agreed to hand"
        " over some rifles."
    )
    assert find(read_report(text), "agreed").toponyms == ()


def test_an_airport_in_a_list_without_commas_lies_in_no_town_of_it(read_report):
    places = read_report("Rebels are moving guns in Selmar the Orla airport and Belmora, the staff said.").toponyms
    assert [place.within for place in places if place.name == "Orla airport"] == [None]


def test_what_a_speaker_says_in_a_relative_clause_is_his(read_report):
    text = (
        "The army said it had refrained from firing on a command room which it said was hidden inside one of two mills."
    )
    claim = find(read_report(text), "was hidden")
    assert (claim.kind, [source.name for source in claim.chain]) == (ClaimKind.STRENGTH, ["army"])
    assert claim.basis is Basis.STATED


def test_a_share_is_told_from_a_number(link_report):
    record = link_report("The air defences shot down one-fifth of the rockets over Belmora on Monday, the army said.")
    shares = [figure for one in record.claims for figure in one.claim.figures]
    assert [figure.of_whom for figure in shares] == ["rockets (share)"]
    assert any(group.question.startswith("What share of the rockets is told of") for group in record.groups)


def test_who_struck_in_a_province_is_not_told_by_one_of_several_air_forces(link_report):
    text = (
        "Air strikes hit Tarnova province on Monday. The Karsovian air force bombed a bridge in Tarnova province last year,"
        " and Orvanian planes bombed Belmora in May 2018."
    )
    struck = [
        one
        for one in link_report(text).claims
        if one.claim.kind is ClaimKind.AIR_STRIKE and "2019" in (one.period.edtf or "")
    ]
    assert [one.agents for one in struck] == [()]


def test_a_question_names_the_town_where_some_say_it_of_the_whole_of_it(link_report):
    text = (
        "Soldiers advanced into the Selmar district of Belmora on Monday. Activists said fewer men are left in Belmora as soldiers"
        " advanced into Belmora on Monday."
    )
    asked = {group.question for group in link_report(text).groups if "advance" in group.question}
    assert asked == {"Did government forces advance in Belmora on 4 March 2019?"}


def test_who_is_accused_of_no_attack_is_told_to_have_made_none(read_report):
    text = "In 2008 Karsovia shelled one of the same mills, again accusing the fighters of operating out of its loft."
    assert "blame" not in {claim.frame for claim in read_report(text).claims}


def test_what_nobody_noted_is_no_doubt(read_report):
    text = "Papers repeat rebel reports of shelling in Belmora without noting that they could not be verified."
    assert "unverified" not in {claim.frame for claim in read_report(text).claims}


def test_a_resolution_that_somebody_quotes_is_no_news(read_report):
    text = "The Press Union voiced alarm over the raids and quoted a U.N. resolution that condemned attacks against reporters."
    assert {claim.basis for claim in read_report(text).claims if claim.frame in {"diplomacy_noun", "meet_person"}} == {
        Basis.PRESUPPOSED
    }


def test_a_symptom_is_nobodys_harm(read_report):
    text = "Soldiers shelled Belmora. Narrow pupils and a foaming mouth are symptoms often tied to gas."
    assert ClaimKind.VIOLENCE_AGAINST_CIVILIANS not in {claim.kind for claim in read_report(text).claims}


def test_territory_that_somebody_holds_somewhere_is_not_the_town_of_its_sentence(read_report):
    text = "The union, which supports clinics in rebel-held territory, has sent two nurses to Belmora."
    claims = [claim for claim in read_report(text).claims if "rebel-held territory" in claim.span.read(text)]
    assert [claim.toponyms for claim in claims if claim.kind is ClaimKind.CONTROL_STATE] == [()]


def test_the_week_of_a_deed_is_not_that_of_who_condemns_it(read_report):
    text = "The Front in a statement on Monday condemned the massacre of soldiers by rebels in Selmar last week."
    condemned = next(claim for claim in read_report(text).claims if claim.kind is ClaimKind.DIPLOMACY)
    assert condemned.timex is not None
    assert condemned.timex.span.read(text) == "on Monday"


def test_gas_that_was_used_according_to_nobody_is_not_told_by_the_outlet(read_report):
    claims = read_report("An army source denied that the army had used gas in Belmora.").claims
    assert [(claim.stance, bool(claim.chain)) for claim in claims] == [(Stance.DENIES, True)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gulf-owned Al Jazeera and other stations work from a house in Belmora.", {"Belmora"}),
        ("According to Al-Mezra field reports, herders in Belmora were told to go.", {"Belmora", "Al-Mezra"}),
    ],
)
def test_a_broadcaster_and_reports_from_the_field_are_no_places(read_report, text, places):
    assert {place.name for place in read_report(text).toponyms} == places


def test_an_order_to_leave_is_no_leaving(link_report):
    record = link_report("People in Belmora were told to evacuate on Monday, the union said.")
    assert [
        group.question for group in record.groups if "leave" in group.question or "evacuation" in group.question
    ] == ["Was there an order to leave in Belmora on 4 March 2019?"]


def test_who_denies_that_people_were_the_target_is_asked_that(link_report):
    record = link_report(
        "The Norwegian army carried out a raid on Belmora on Monday. The Norwegian army denied that nurses were the target of the raid."
    )
    groups = [group for group in record.groups if "attack" in group.question]
    assert groups
    assert all("aim an attack at people" in group.question for group in groups)
    assert all("aimed at people" in group.answer for group in groups)


def test_those_that_a_side_calls_bandits_are_its_enemy_and_their_killing_is_a_fight(read_report):
    claim = find(
        read_report(
            "State radio reported that marching soldiers had killed nine or more “bandits,” the Orlan government’s word for"
            " its enemies, in Tarnova."
        ),
        "killed nine or more",
    )
    assert claim.kind is ClaimKind.CLASH
    assert claim.target is not None


def test_what_arms_are_moved_for_is_no_fight(read_report):
    reading = read_report("The radio alludes to an effort to move guns from Quira to continue the battle in Tarnova.")
    assert [claim.kind for claim in reading.claims] == [ClaimKind.ARMS]


def test_where_a_speaker_comes_from_is_not_where_it_happened(read_report):
    reading = read_report(
        "The army took Orlesh on Monday.\n\n“They fight with a policy that uses nerve gas,” says a former colonel originally from"
        " Tarnova who defected and lives in Quira."
    )
    assert {place.name for place in find(reading, "nerve gas").toponyms}.isdisjoint({"Tarnova", "Quira", "Orlesh"})
    reading = read_report(
        "The army took Orlesh on Monday.\n\n“They fired on a queue,” says a former colonel originally from Tarnova who lives in Quira."
    )
    assert {place.name for place in find(reading, "queue").toponyms}.isdisjoint({"Tarnova", "Quira"})


def test_whom_an_offensive_killed_is_not_told_by_a_number_alone(read_report):
    reading = read_report("The quarter of Tarnova fell after an offensive that killed dozens.")
    assert find(reading, "killed dozens").kind is ClaimKind.TOLL
    reading = read_report("The quarter of Tarnova fell after an offensive that killed dozens of farmers.")
    assert find(reading, "killed dozens").kind is ClaimKind.VIOLENCE_AGAINST_CIVILIANS


def test_the_difficulty_of_a_deed_is_no_deed(read_report):
    reading = read_report("They spoke of the difficulty of taking a ridge town. Talks in Tarnova went on.")
    assert not [claim for claim in reading.claims if claim.kind is ClaimKind.CONTROL_CHANGE]


def test_what_something_that_was_told_is_judged_to_be_is_not_told_again(read_report):
    reading = read_report("It is the army's weightiest military victory in Selmar since the spring.")
    assert find(reading, "weightiest military victory").kind is ClaimKind.CHARACTERISATION


def test_what_goes_on_in_a_number_of_regions_is_not_set_in_the_village_told_of_before(read_report):
    reading = read_report(
        "The army took the village of Tarnova.\n\nThe retreat of the rebels in a number of regions may slow."
    )
    assert "Tarnova" not in {place.name for place in find(reading, "retreat").toponyms}


def test_further_people_of_another_harm_are_all_of_those_whom_it_befell(read_report):
    told = find(read_report("Gas killed 12 people in Belmora and wounded an additional 30."), "Gas killed")
    assert [figure.is_additional for figure in told.figures] == [False, False]
    told = find(read_report("Gas killed 12 people in Belmora. Another five people died on Monday."), "Another five")
    assert [figure.is_additional for figure in told.figures] == [True]


def test_several_attacks_over_more_than_a_day_are_no_one_incident(read_report):
    told = find(read_report("The army carried out at least eight attacks on Belmora last year."), "eight attacks")
    assert [figure.scope for figure in told.figures] == [Scope.CUMULATIVE]
    told = find(read_report("The army carried out at least eight attacks on Belmora on Monday."), "eight attacks")
    assert [figure.scope for figure in told.figures] == [Scope.INCIDENT]

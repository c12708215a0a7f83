"""Sentences that tell the day, the place or the doer of a thing beside it, or bear out, deny or explain what another told."""

import pytest
from reports import find

from sayso.model.kinds import Basis, ClaimKind


def test_an_attack_that_the_next_sentence_speaks_of_is_of_the_day_given_there(link_report):
    record = link_report(
        "The push into Belmora came after a bomb explosion outside a market on the army's side of the river."
        " The blast occurred on Friday at the Lantern market and killed 14 people, according to state radio.\n"
    )
    (claim,) = [one for one in record.claims if one.claim.basis is Basis.STATED and not one.chain]
    assert claim.period.edtf == "2019-03-01"


def test_what_a_sentence_tells_as_the_way_to_a_deed_is_of_its_day(link_report):
    record = link_report(
        "The army entered Belmora on Tuesday. Security sources said troops began an offensive in the centre by seizing the"
        " mill and surrounding the gunmen.\n"
    )
    assert {one.period.edtf for one in record.claims if one.chain} == {"2019-02-26"}


def test_whom_a_speaker_bears_out_has_said_the_first_thing_that_he_tells(read_report):
    reading = read_report(
        "Corroborating state radio, the Hill Monitor said that soldiers had pushed into Belmora"
        " and was shelling the mill.\n"
    )
    told = {(claim.kind.value, claim.chain[-1].name) for claim in reading.claims}
    assert told == {("advance", "Hill Monitor"), ("advance", "state radio"), ("shelling", "Hill Monitor")}


def test_whom_a_speaker_bears_out_has_said_it_once_however_the_speaker_goes_on(read_report):
    reading = read_report(
        "Corroborating state radio, the Hill Monitor said that soldiers had pushed into Belmora and added that they held"
        " the mill.\n"
    )
    told = [claim.chain[-1].name for claim in reading.claims if claim.kind is ClaimKind.ADVANCE]
    assert sorted(told) == ["Hill Monitor", "state radio"]


@pytest.mark.parametrize(
    "text",
    [
        "Contradicting state radio, the monitor said that soldiers had pushed into Belmora.\n",
        "Corroborating the story, the monitor said that soldiers had pushed into Belmora.\n",
        "Corroborating state radio, the monitor denied that soldiers had pushed into Belmora.\n",
    ],
)
def test_whom_nobody_bears_out_has_said_nothing(read_report, text):
    assert {claim.chain[-1].name for claim in read_report(text).claims if claim.kind is ClaimKind.ADVANCE} == {
        "monitor"
    }


@pytest.mark.parametrize(
    "text",
    [
        '"We have tried for nearly 20 days now to bring bandages to Belmora," said Sami Dorak last week.\n',
        "Relief workers have tried for two weeks to deliver food to Belmora.\n",
        "The Red Cross is still trying to get medicine into Belmora, it said.\n",
    ],
)
def test_aid_that_is_only_tried_to_be_brought_has_not_come_through(link_report, text):
    record = link_report(text)
    assert {group.question.partition(" in ")[0] for group in record.groups} == {
        "Was there aid that has not come through"
    }


def test_a_length_of_time_up_to_words_of_last_week_is_not_counted_from_the_report(link_report):
    record = link_report(
        '"We have tried for nearly 20 days now to bring bandages to Belmora," said Sami Dorak last week.\n'
    )
    assert [one.period.edtf for one in record.claims] == ["2019-02-06~/2019-03-03"]


def test_what_an_attack_was_meant_for_is_told_of_that_attack(read_report):
    reading = read_report(
        "Planes struck a column of lorries near Belmora on Monday. A security source told the Hill Agency that the targets"
        " were rebels in civilian lorries.\n"
    )
    claim = find(reading, "the targets were")
    assert (claim.kind, [toponym.name for toponym in claim.toponyms]) == (ClaimKind.AIR_STRIKE, ["Belmora"])
    assert (claim.chain[-1].name, claim.target.head) == ("security source", "rebel")


@pytest.mark.parametrize(
    "text",
    [
        "The firm missed its aims in Belmora. The targets were figures in a report.\n",
        "Planes struck a mill near Belmora on Monday. The army said the targets were not rebels.\n",
    ],
)
def test_other_targets_are_those_of_no_attack(read_report, text):
    assert not [claim for claim in read_report(text).claims if "targets were" in claim.span.read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The losses have forced rebels to join in their attempts to hold their last positions in Belmora.\n",
        "The shelling went on despite the rebels' attempts to hold their last positions in Belmora.\n",
    ],
)
def test_whose_attempt_it_is_holds_what_he_tries_to_hold(read_report, text):
    claim = find(read_report(text), "hold their last positions")
    assert (claim.agent.camp, claim.control.extent.value) == ("opposition", "part")


def test_who_takes_up_the_words_for_a_thing_to_deny_them_holds_another_view(link_report):
    record = link_report(
        'The Hill Council called the rebels\' withdrawal from Belmora a "tactical retreat". "The rebels did not retreat'
        ' tactically," a defector said.\n'
    )
    (conflict,) = record.conflicts
    assert [kind.value for kind in conflict.kinds] == ["characterisation"]
    assert len(conflict.sides) == 2


def test_who_denies_other_words_for_another_thing_holds_no_other_view(link_report):
    record = link_report(
        'The Hill Council called the rebels\' withdrawal from Belmora a "tactical retreat". "The army did not withdraw'
        ' voluntarily," a defector said.\n'
    )
    assert record.conflicts == ()


def test_a_place_of_the_reason_is_not_where_the_deed_was_done(read_report):
    reading = read_report(
        "Troops advanced in the city of Belmora.\n\nActivists spoke of the rebels' withdrawal from the Tarnova district.\n\n"
        '"The rebels retreated because they could not defend the city," a defector said.\n'
    )
    assert [toponym.name for toponym in find(reading, "rebels retreated").toponyms] == ["Tarnova"]


def test_the_week_and_the_place_of_a_deed_are_not_those_of_who_condemns_it(link_report):
    record = link_report(
        'On Monday the Hill Party condemned the "massacre" of troops by rebels in Belmora last week.\n'
    )
    told = {one.claim.kind.value: one for one in record.claims}
    assert told["violence_against_civilians"].period.edtf == "2019-02-25/2019-03-03"
    assert told["violence_against_civilians"].period.basis.value == "relative"
    assert told["diplomacy"].places == ()


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The government tightened its control of territory near the lake in the Tarnova region.\n", "part"),
        ("The government tightened its control of the Tarnova region.\n", "unsaid"),
    ],
)
def test_control_of_territory_is_control_of_a_part(read_report, text, extent):
    assert {claim.control.extent.value for claim in read_report(text).claims if claim.control} == {extent}


def test_a_road_that_is_named_after_a_place_does_not_lie_in_it(read_report):
    reading = read_report("The army removed bombs found on the Belmora highway running east from Orle to Tarnova.\n")
    roads = [toponym for toponym in reading.toponyms if "highway" in toponym.name]
    assert [toponym.within for toponym in roads] == [None]

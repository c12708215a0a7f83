from dataclasses import replace

import pytest

from sayso.attribution import find_attributions
from sayso.claims import find_claims
from sayso.lexicons import read_toml

# Text, kind, what it counts and how many: claims that state a number by themselves.
COUNTS = (
    ("The ministry put the number of wounded at 60.", "toll", [("injured", 60)]),
    ("The ministry put the wounded at 60.", "toll", [("injured", 60)]),
    ("The ministry put the rebels' dead at more than 300.", "toll", [("fatalities", 300)]),
    ('The ministry put the enemy\'s dead at "no fewer than 160".', "toll", [("fatalities", 160)]),
    ("The count of the dead rose to 21.", "toll", [("fatalities", 21)]),
    ("The number of missing rose to 38.", "toll", [("other", 38)]),
    ("The number killed in the air strike had risen to 29.", "air_strike", [("fatalities", 29)]),
    ("Activists put the army's losses at 70.", "toll", [("fatalities", 70)]),
    ("The death toll has passed 40,000.", "toll", [("fatalities", 40000)]),
    ("The number of people driven from their homes has passed 900.", "displacement", [("displaced", 900)]),
    ("The hospital has registered 29 dead.", "toll", [("fatalities", 29)]),
    ("In Selmar 38 people are still missing.", "toll", [("other", 38)]),
    ("The monitors documented 90 deaths in Selmar: 60 civilians and 30 soldiers.", "toll",
     [("fatalities", 90), ("fatalities", 60), ("fatalities", 30)]),
    ("Jets bomb the market in Selmar, at least 17 dead", "air_strike", [("fatalities", 17)]),
    ("The militia still has up to 500 men in the hills.", "strength", [("fighters", None)]),
    ("About 900 people lived in Selmar.", "strength", [("residents", 900)]),
    ("The rebels' death toll rose to 40.", "toll", [("fatalities", 40)]),
    ("Half of the town's 900 villagers fled.", "displacement", [("other", 50), ("other", 900)]),
    ("Three of the 12 hostages were killed.", "toll", [("fatalities", 3), ("detained", 12)]),
    ("Three families were killed.", "toll", [("other", 3)]),
    ("Around 200 families remain in Selmar.", "strength", [("residents", 200)]),
    ("More than half of the villagers fled.", "displacement", [("other", 50)]),
    ("The raid left 25 dead and nine missing.", "air_strike", [("fatalities", 25), ("other", 9)]),
    ("Medics found ten bodies and three survivors.", "toll", [("fatalities", 10), ("other", 3)]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "figures"), COUNTS)
def test_a_number_stated_by_itself_is_a_claim(read_whole, text, kind, figures):
    claims = [claim for claim in find_claims(read_whole(text)) if claim.figures]
    assert {claim.kind for claim in claims} == {kind}
    assert [(figure.what, figure.low) for claim in claims for figure in claim.figures] == figures


def test_a_count_that_runs_since_a_day_is_none_of_the_shelling_told_before(read_whole):
    text = "Rockets hit the mill on Monday. The ministry has admitted 310 dead since August."
    assert [claim.kind for claim in find_claims(read_whole(text))][-1] == "toll"


def test_an_old_and_a_new_count_are_two_claims(read_whole):
    claims = find_claims(read_whole("The army raised the number of its dead in the war from 31 to 44."))
    assert [[figure.low for figure in claim.figures] for claim in claims] == [[44], [31]]


# Text of two sentences, what the last claim counts: a bare number means what was counted before.
BACKWARDS = (
    ("Police arrested 12 protesters. Lawyers say there were 27.", ("detained", 27)),
    ("The convoy evacuated 400 villagers. A further 500 were expected on Friday.", ("evacuated", 500)),
    ("The raid killed 30 people. Monday's count of 41 did not hold them all.", ("fatalities", 41)),
    ("The raid killed 30 people. More than 20 of them lived in Selmar.", ("fatalities", 20)),
    ("The raid killed 30 people. Of those killed, 11 were children.", ("fatalities", 11)),
    ("The raid killed 30 people. The dead included four nurses.", ("fatalities", 4)),
    ("The raid hurt 30 people. Two of the wounded died in Selmar.", ("fatalities", 2)),
    ("The rebels left three tanks behind. More than 20 of them were killed.", ("fatalities", 20)),
    ("Of the 45 people killed in Selmar, 12 were women.", ("fatalities", 12)),
)


@pytest.mark.parametrize(("text", "figure"), BACKWARDS)
def test_a_bare_number_counts_what_was_counted_before(read_whole, text, figure):
    last = find_claims(read_whole(text))[-1].figures[0]
    assert (last.what, last.low) == figure


@pytest.mark.parametrize(
    "part", ["Of the dead, 11 were children.", "The dead included four nurses.", "Nine of the dead were children."]
)
def test_some_of_the_dead_died_when_all_of_them_did(read_whole, part):
    whole, some = find_claims(read_whole(f"The raid on Selmar killed 30 people on Monday. {part}"))
    assert (whole.time_rule, some.time_rule) == ("claims.own_timex", "claims.known_event")
    assert some.figures[0].is_part


def test_a_bare_number_behind_one_of_things_is_not_of_people(read_whole):
    claims = find_claims(read_whole("The raid killed 30 people. There were forty houses. We counted six."))
    assert [figure.low for claim in claims for figure in claim.figures] == [30]


def test_a_bare_number_is_no_claim_when_nothing_was_counted(read_whole):
    assert find_claims(read_whole("Lawyers say there were 27.")) == ()


def test_the_dead_and_missing_of_an_accident_are_told_with_the_destruction(read_whole):
    text = "A dam burst above the valley and mud buried the road. The hospital has registered 29 dead."
    claims = [claim for claim in find_claims(read_whole(text)) if claim.figures]
    assert [claim.kind for claim in claims] == ["destruction"]


def test_the_dead_and_the_missing_are_claims_of_their_own(read):
    text = "Nine miners were killed and 23 are missing."
    assert [claim.span.read(text) for claim in find_claims(read(text))] == ["Nine miners were killed", "23 are missing"]


def test_the_dead_and_the_hurt_told_in_one_breath_are_one_claim(read_whole):
    claims = find_claims(read_whole("The attack had killed 50 people and wounded 300."))
    assert [[(f.what, f.low) for f in claim.figures] for claim in claims] == [[("fatalities", 50), ("injured", 300)]]


def test_a_part_is_counted_as_its_whole_is(read_whole):
    (claim,) = find_claims(read_whole("Nine patients, including three newborns, were killed in Selmar."))
    assert [(f.what, f.low, f.is_part) for f in claim.figures] == [("fatalities", 9, False), ("fatalities", 3, True)]


def test_those_at_the_end_of_a_list_of_those_included_are_a_part_too(read_whole):
    (claim,) = find_claims(read_whole("The raid killed 18 patients including children and two nurses."))
    assert [(f.low, f.is_part) for f in claim.figures] == [(18, False), (2, True)]


# Numbers that count nothing that befell anybody.
UNCOUNTED = (
    "A number of buildings line the road to the town.",
    "The convoy waited 29 days.",
)


@pytest.mark.parametrize("text", UNCOUNTED)
def test_other_numbers_are_no_counts(read_whole, text):
    assert [claim.frame for claim in find_claims(read_whole(text)) if claim.frame.startswith("count_")] == []


def test_every_way_of_stating_a_count_gives_its_reason():
    assert all(row["reason"].endswith(".") for row in read_toml("counting")["frames"].values())


def test_a_number_with_a_place_of_its_own_is_counted_there(read_whole):
    claims = find_claims(read_whole("Shelling killed twelve people in Selmar and nine in Quira."))
    told = [([figure.low for figure in claim.figures], [place.name for place in claim.toponyms]) for claim in claims]
    assert told == [([12], ["Selmar"]), ([9], ["Quira"])]


ITEMS = [
    ("Jets bombed Selmar on Monday.\n\n- In the town of Quira, 8 March. A committee lists 23 dead.", "toll"),
    ("Jets bombed Selmar on Monday.\n\n- A committee lists 23 dead.", "air_strike"),
]


@pytest.mark.parametrize(("text", "kind"), ITEMS)
def test_an_item_of_a_list_that_names_its_place_tells_of_an_event_of_its_own(read_whole, text, kind):
    assert find_claims(read_whole(text))[-1].kind == kind


def test_a_number_of_the_same_place_stays_with_the_first(read_whole):
    (claim,) = find_claims(read_whole("Shelling killed twelve people and nine cows in Selmar."))
    assert len(claim.figures) == 2


def test_bodies_that_somebody_counts_are_a_toll_of_his(read_whole):
    layers = read_whole("A nurse counted 29 bodies at the hospital in Selmar.")
    (claim,) = find_claims(replace(layers, attributions=find_attributions(layers)))
    assert [(figure.what, figure.low) for figure in claim.figures] == [("fatalities", 29)]
    assert [source.name for source in claim.chain] == ["nurse"]


# Who says it, whose dead are told.
LOSERS = (
    ("The army lost 14 soldiers.", "army"),
    ("The rebels have lost nine men.", "rebel"),
    ("Rebel forces lost 20 men near Selmar.", "force"),
)


@pytest.mark.parametrize(("text", "loser"), LOSERS)
def test_who_lost_men_is_whom_it_befell(read_whole, text, loser):
    (claim,) = find_claims(read_whole(text))
    assert claim.target is not None
    assert claim.target.head == loser
    assert claim.agent is None


def test_dozens_if_not_hundreds_is_no_denial(read_whole):
    (claim,) = find_claims(read_whole("Dozens if not hundreds of villagers have been killed in Selmar."))
    assert (claim.stance, [(f.low, f.high) for f in claim.figures]) == ("asserts", [(24, None)])


# Text, and what each claim counts: a bare number goes with the participle behind it, not with the harm before.
GAPPED = (
    ("Some 30 villagers were killed and 900 forced from their homes.", [("fatalities", 30), ("displaced", 900)]),
    ("Some 30 villagers were killed and 40 arrested.", [("fatalities", 30), ("detained", 40)]),
    ("Some 30 villagers were killed and 40 taken hostage.", [("fatalities", 30), ("detained", 40)]),
    ("Clashes left 12 dead and 900 displaced.", [("fatalities", 12), ("displaced", 900)]),
    ("Twelve soldiers were killed and 40 fled.", [("fatalities", 12), ("displaced", 40)]),
    ("Two villagers were killed and 12 spared.", [("fatalities", 2)]),
)


@pytest.mark.parametrize(("text", "figures"), GAPPED)
def test_a_bare_number_goes_with_the_participle_behind_it(read_whole, text, figures):
    claims = find_claims(read_whole(text))
    assert [(figure.what, figure.low) for claim in claims for figure in claim.figures] == figures


@pytest.mark.parametrize(
    "text", ["Twelve people die every day in Selmar.", "An average of 12 villagers a day were killed in March."]
)
def test_a_rate_is_no_amount(read_whole, text):
    assert [claim.figures for claim in find_claims(read_whole(text))] == [()]


# A number of two sorts of harm together is of neither; whose mother she was are no dead.
UNCLEAR = (
    ("Some 70 villagers were killed or wounded in Selmar.", [("other", 70)]),
    ("Mines have killed or maimed 900 villagers.", [("other", 900)]),
    ("The army has suffered 300 casualties.", [("other", 300)]),
    ("The raid killed 12 villagers and wounded 30.", [("fatalities", 12), ("injured", 30)]),
    ("The toll climbed to 11, up from a first count of three.", [("fatalities", 11), ("fatalities", 3)]),
    ("Gunmen shot dead a mother of four in Selmar.", []),
    ("Eleven villagers died and not three, the mayor said.", [("fatalities", 11), ("fatalities", 3)]),
    ("The rebels abandoned 52 corpses, nine pick-ups and a tank.", [("fatalities", 52), ("other", 9)]),
    ("Three of the 14 villagers killed were boys.", [("fatalities", 3), ("fatalities", 14)]),
    ("Eleven people starved to death in Selmar.", [("fatalities", 11)]),
    ("Some 20 miners yesterday lost their lives at Selmar.", [("fatalities", 20)]),
    ("Ten villagers, all from one family, were killed.", [("fatalities", 10)]),
)


@pytest.mark.parametrize(("text", "figures"), UNCLEAR)
def test_a_number_of_no_dead_alone_is_not_told_as_dead(read_whole, text, figures):
    claims = find_claims(read_whole(text))
    assert [(figure.what, figure.low) for claim in claims for figure in claim.figures] == figures


def test_parts_that_make_up_a_sum_are_parts_of_it(read_whole):
    claims = find_claims(read_whole("Ten people, one policeman and nine villagers, were killed."))
    assert [(f.low, f.is_part) for claim in claims for f in claim.figures] == [(10, False), (1, True), (9, True)]

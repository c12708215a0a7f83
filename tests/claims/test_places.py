from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import ClaimKind, PlaceKind

# Text, places of the last claim, the rule.
CASES = (
    ("The army shelled Tarnova.", ["Tarnova"], "claims.own_place"),
    ("The army shelled Tarnova and Belgor.", ["Tarnova", "Belgor"], "claims.own_place"),
    ("Troops shelled most of Tarnova, including the quarters of Selmar and Orlesh.", ["Tarnova"], "claims.own_place"),
    ("The army shelled Tarnova. Belgor has changed hands twice.", ["Belgor"], "claims.own_place"),
    ("The army shelled Tarnova. Soldiers are in full command of Belgor.", ["Belgor"], "claims.own_place"),
    ("The army shelled Tarnova. Belgor is no longer in rebel hands.", ["Belgor"], "claims.own_place"),
    ("The army shelled Tarnova. Kessrin has had no water since Monday.", ["Kessrin"], "claims.own_place"),
    ("The army shelled Tarnova. Soldiers secured Kessrin.", ["Kessrin"], "claims.own_place"),
    ("The army shelled Tarnova. Fighters surrounded Kessrin, a commander.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Soldiers besieged Kessrin in his house.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Soldiers captured Idriss Kessrin.", ["Tarnova"], "claims.current_place"),
    ("Envoys held talks in Quira while planes bombed the port.", [], "claims.no_place"),
    ("In Tarnova a sniper killed a nurse, and in Belgor shells hit a market.", ["Belgor"], "claims.sentence_place"),
    ("In Tarnova, a sniper killed a nurse; in Belgor, shells hit a market.", ["Belgor"], "claims.sentence_place"),
    ("Rockets fired from Selmar landed in Belgor.", ["Belgor"], "claims.own_place"),
    ("In Tarnova a baker said that rebels were seizing the port.", ["Tarnova"], "claims.sentence_place"),
    ("The army shelled Tarnova. Soldiers killed 12 rebels.", ["Tarnova"], "claims.current_place"),
    (
        "The army shelled Tarnova. Buses carried families who had fled Belgor. Soldiers killed 12 rebels.",
        ["Tarnova"],
        "claims.current_place",
    ),
    (
        "The army shelled Tarnova. The mayor fled to Belgor. Soldiers killed 12 rebels.",
        ["Tarnova"],
        "claims.current_place",
    ),
    ("Rebels seized the port.", [], "claims.no_place"),
    ("Planes of Damascus's ally Russia carried out the strikes on Belgor.", ["Belgor"], "claims.own_place"),
    ("The army shelled Tarnova. Soldiers killed 12 villagers from Selmar.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Rebels mined the road to Selmar.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Rebels mined the Selmar road.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Rebels bombed quarters adjacent to Selmar.", ["Tarnova"], "claims.current_place"),
    ("The army shelled Tarnova. Ministers discussed the attack.", [], "claims.no_place"),
    ("The army shelled Tarnova. The report tells of other battles.", [], "claims.no_place"),
    ("The army shelled Tarnova. Other battles have been taking place.", [], "claims.no_place"),
    ("Facing troops in Selmar, rebels seized Belgor after months of fighting.", ["Belgor"], "claims.sentence_place"),
    ("The army shelled Tarnova. Syria was in mourning. Planes killed 12 people.", ["Tarnova"], "claims.current_place"),
    (
        "Rebels seized Tarnova. It came after the takeover on Friday, by the same men, of the town of Belgor.",
        ["Belgor"],
        "claims.later_place",
    ),
    (
        "Rebels seized Tarnova. It came after the capture, with foreign help, of Belgor.",
        ["Belgor"],
        "claims.later_place",
    ),
    (
        "Rebels seized Tarnova. A month of shelling, of fear and hunger came before the capture.",
        ["Tarnova"],
        "claims.same_event_place",
    ),
    ("Rebels seized Tarnova. Kasta is calm. The takeover went on.", ["Tarnova"], "claims.same_event_place"),
    (
        "Rebels killed ten villagers in Tarnova. Envoys condemned the massacre of police officers by rebels in Belgor.",
        ["Belgor"],
        "claims.sentence_place",
    ),
    (
        "Troops took Tarnova, a town beside Belgor, but the rebels who seized it in May were content.",
        ["Tarnova"],
        "claims.same_event_place",
    ),
)


@pytest.mark.parametrize(("text", "names", "rule"), CASES)
def test_the_place_is_the_claims_own_then_its_sentences_then_the_texts(read, text, names, rule):
    claim = find_claims(read(text))[-1]
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (names, rule)


@pytest.mark.parametrize(("within", "names"), [(1, ["Selmar"]), (None, ["Kasta"])])
def test_a_text_that_was_last_at_a_region_is_at_the_place_in_it_that_it_names(read, within, names):
    layers = read("The army shelled Selmar in Kasta. Troops shelled Kasta again. Soldiers killed 12 rebels.")
    selmar, *regions = layers.mentions.toponyms
    marked = (
        replace(selmar, kind=PlaceKind.TOWN, within=within),
        *(replace(region, kind=PlaceKind.REGION) for region in regions),
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert [place.name for place in claim.toponyms] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army shelled Tarnova. Rebels seized Selmar. Soldiers shot dead 12 rebels.", "Tarnova"),
        ("The army shelled Tarnova. Planes bombed Selmar. Blasts killed 12 people.", "Selmar"),
        ("Planes bombed Selmar. Rebels seized the port.", "Selmar"),
    ],
)
def test_a_building_holds_only_what_is_told_of_the_same_event_where_the_text_has_a_town(read, text, name):
    layers = read(text)
    marked = tuple(replace(p, kind=PlaceKind.BUILDING) if p.name == "Selmar" else p for p in layers.mentions.toponyms)
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert [place.name for place in claim.toponyms] == [name]


def test_a_war_is_not_in_the_country_that_arms_come_from(read):
    layers = read("Arms came from Ostra. Men came from Ostra. War came to Quira. Some 90000 people have died of it.")
    marked = tuple(
        replace(place, kind=PlaceKind.COUNTRY) if place.name in {"Quira", "Ostra"} else place
        for place in layers.mentions.toponyms
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (["Quira"], "claims.general_place")


def test_ten_thousand_dead_are_those_of_the_country(read):
    layers = read("War came to Quira. Quira burns. The army shelled Tarnova. Some 90000 people have died of it.")
    marked = tuple(
        replace(place, kind=PlaceKind.COUNTRY if place.name == "Quira" else PlaceKind.TOWN)
        for place in layers.mentions.toponyms
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (["Quira"], "claims.general_place")


# What a text tells of talks, and where it sets the last of it: not where what they talk about goes on, nor in who talks.
TALKS = (
    ("Envoys agreed to end the conflict in Tarnova.", []),
    ("Envoys held talks in Tarnova.", ["Tarnova"]),
    ("Envoys met in Belgor. Both sides agreed to end the conflict in Tarnova.", ["Belgor"]),
    ("Envoys met in Belgor. Rain fell. Both sides agreed to end the conflict in Tarnova.", []),
    ("Quira pledged to sign the treaty.", []),
)


@pytest.mark.parametrize(("text", "names"), TALKS)
def test_talk_is_set_where_the_parties_meet(read, text, names):
    layers = read(text)
    marked = tuple(
        replace(place, kind=PlaceKind.COUNTRY) if place.name == "Quira" else place for place in layers.mentions.toponyms
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert [place.name for place in claim.toponyms] == names


@pytest.mark.parametrize(
    ("arms", "name"), [("Fighters prepared suicide belts.", "Tarnova"), ("Fighters received rockets.", "Quira")]
)
def test_arms_are_told_of_the_country_but_for_those_that_are_made_on_the_spot(read, arms, name):
    layers = read(f"War came to Quira. The army shelled Tarnova. {arms}")
    marked = tuple(
        replace(place, kind=PlaceKind.COUNTRY if place.name == "Quira" else PlaceKind.TOWN)
        for place in layers.mentions.toponyms
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert (claim.kind, [place.name for place in claim.toponyms]) == ("arms", [name])


# What is said last in a text about Tarnova and the country Quira, who says it, and where it is set.
GENERAL = (
    ("The war has killed 300 people.", None, ["Quira"]),
    ("Rebels killed 300 people.", None, ["Tarnova"]),
    (
        "Troops have repeatedly denied bombing residential areas.",
        ("Troops", "denied", "bombing residential areas", "denies"),
        ["Quira"],
    ),
    (
        "Troops denied bombing residential areas.",
        ("Troops", "denied", "bombing residential areas", "denies"),
        ["Tarnova"],
    ),
    ("The army has never used gas.", None, ["Quira"]),
    ("Troops have repeatedly denied bombing Belgor.", ("Troops", "denied", "bombing Belgor", "denies"), ["Belgor"]),
)


@pytest.mark.parametrize(("last", "saying", "names"), GENERAL)
def test_a_whole_war_and_a_habit_are_set_in_the_country(read, attribute, last, saying, names):
    layers = read(f"War came to Quira. The army shelled Tarnova. {last}")
    marked = tuple(
        replace(place, kind=PlaceKind.COUNTRY if place.name == "Quira" else PlaceKind.TOWN)
        for place in layers.mentions.toponyms
    )
    layers = replace(layers, mentions=replace(layers.mentions, toponyms=marked))
    claim = find_claims(attribute(layers, saying) if saying else layers)[-1]
    assert [place.name for place in claim.toponyms] == names


def test_where_a_speaker_was_met_is_not_where_it_happened(read, attribute):
    layers = read("Shells hit Tarnova. Two men whom we met at Belgor said that troops killed 12 civilians.")
    saying = ("Two men", "said", "troops killed 12 civilians", "asserts")
    claim = find_claims(attribute(layers, saying))[-1]
    assert [place.name for place in claim.toponyms] == ["Tarnova"]


def test_a_city_that_a_relative_clause_tells_of_is_no_building_of_it(read):
    layers = read("Rockets hit Selmar in Belgor on Friday, in a city which troops had captured.")
    site, city = layers.mentions.toponyms
    marked = (replace(site, kind=PlaceKind.BUILDING), replace(city, kind=PlaceKind.CITY))
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert ("captured" in claim.span.read(layers.document.text), [p.name for p in claim.toponyms]) == (True, ["Belgor"])


# Over a border a country is left, and nothing that befalls those who come is set in it; a town is still near.
COMING = (
    ("Planes hit cars that had crossed the border from Quira.", ()),
    ("Soldiers shot dead 12 gunmen infiltrating from Quira.", ()),
    ("Troops fired at rebels fleeing across the river from Quira.", ()),
    ("Soldiers drove back rebels infiltrating from Tarnova and Belgor in northern Kasta.", ("Tarnova", "Belgor")),
    ("Soldiers repelled rebels advancing from Tarnova, and seized guns near Selmar.", ("Tarnova",)),
)


@pytest.mark.parametrize(("text", "names"), COMING)
def test_where_those_come_from_whom_an_army_meets(read, text, names):
    layers = read(text)
    marked = tuple(
        replace(
            place,
            kind=PlaceKind.COUNTRY if place.name == "Quira" else None,
            within=2 if place.name == "Belgor" and len(layers.mentions.toponyms) > 2 else None,
        )
        for place in layers.mentions.toponyms
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[0]
    assert tuple(place.name for place in claim.toponyms) == names


def test_what_lies_beyond_two_places_is_in_neither_if_the_clause_names_another(read):
    claim = find_claims(read("In Tarnova troops extended their gains beyond Belgor and Selmar."))[0]
    assert [place.name for place in claim.toponyms] == ["Tarnova"]


def test_a_relative_clause_tells_of_the_noun_right_before_it(read):
    text = "Rockets hit Selmar in Belgor, a sign of resistance in a town that the army says it has captured."
    layers = read(text)
    site, town = layers.mentions.toponyms
    marked = (replace(site, kind=PlaceKind.BUILDING), replace(town, kind=PlaceKind.TOWN))
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, toponyms=marked)))[-1]
    assert [place.name for place in claim.toponyms] == ["Belgor"]


def test_a_participle_behind_the_words_of_a_claim_tells_where_it_was(read):
    text = "Troops extended gains by seizing guns near Tarnova and dismantling roadside bombs discovered on a road in Belgor."
    claims = [c for c in find_claims(read(text)) if "dismantling" in c.span.read(text)]
    assert [place.name for place in claims[-1].toponyms] == ["Belgor"]


def test_a_number_that_goes_without_its_verb_leaves_the_first_one_its_place(read):
    text = "Soldiers killed 9 villagers in Tarnova on Friday and 6 in Belgor on Monday."
    found = {
        claim.frame: ([t.name for t in claim.toponyms], claim.timex.span.read(text))
        for claim in find_claims(read(text))
    }
    assert found == {"hit_civilians": (["Tarnova"], "Friday"), "count_gapped": (["Belgor"], "Monday")}


def test_the_town_of_which_a_mayor_speaks_is_his_own(read, attribute):
    text = "Troops entered Selmar. The mayor of Tarnova said the town had been shelled."
    claims = find_claims(
        attribute(read(text), ("The mayor of Tarnova", "said", "the town had been shelled", "asserts"))
    )
    assert [place.name for claim in claims for place in claim.toponyms] == ["Selmar", "Tarnova"]


def test_a_thing_does_not_lie_where_an_event_was_that_is_named_by_its_place(read):
    text = (
        "The army which denied its troops were behind the Tarnova attack agreed later to hand over its"
        " stockpile of 400 tonnes of chemical weapons."
    )
    stock = next(claim for claim in find_claims(read(text)) if claim.kind is ClaimKind.ARMS)
    assert stock.place_rule != "claims.sentence_place"
    text = "Officials counted the bodies of the Tarnova attack."
    assert {place.name for claim in find_claims(read(text)) for place in claim.toponyms} == {"Tarnova"}


# What is fired from one place to another, and where the last claim is set: not where it was fired from.
FIRED = (
    ("Planes bombed Tarnova. Rocket attacks from Tarnova went on.", [], "claims.fired_from"),
    ("Planes bombed Tarnova. Rockets fired from Tarnova set off alarms.", [], "claims.fired_from"),
    ("Planes bombed Tarnova. The battery intercepted rockets fired from Tarnova.", [], "claims.fired_from"),
    ("Planes bombed Tarnova. Rebels fired rockets across the border.", [], "claims.fired_from"),
    (
        "Planes bombed Tarnova. Rebels fired rockets across the border since soldiers killed a nurse.",
        [],
        "claims.fired_from",
    ),
    ("Planes bombed Tarnova. The raids were to halt rocket launches into its territory.", [], "claims.fired_from"),
    ("Planes bombed Tarnova. Rockets fired from Selmar killed a nurse.", [], "claims.fired_from"),
)


@pytest.mark.parametrize(("text", "names", "rule"), FIRED)
def test_what_is_fired_from_a_place_is_not_set_there(read, text, names, rule):
    claim = find_claims(read(text))[-1]
    assert ([place.name for place in claim.toponyms], claim.place_rule) == (names, rule)


def test_a_part_of_a_sum_is_set_where_the_sum_is(read):
    claim = find_claims(
        read("Planes bombed Selmar. In Tarnova the army has killed 72 farmers - 26 just today - since May.")
    )[-1]
    assert [place.name for place in claim.toponyms] == ["Tarnova"]


def test_harm_told_of_the_year_of_some_attacks_is_that_of_the_attacks(read):
    text = "It counted eight gas attacks on quarters during the battle for Tarnova last year that killed nine people."
    claim = find_claims(read("Quira is at war. " + text))[-1]
    assert [place.name for place in claim.toponyms] == ["Tarnova"]


def test_who_is_pointed_out_as_the_doer_is_no_place(read):
    layers = read("In Tarnova troops dug in. It was Quira who used villagers as human shields.")
    claim = find_claims(layers)[-1]
    assert [place.name for place in claim.toponyms] == ["Tarnova"]

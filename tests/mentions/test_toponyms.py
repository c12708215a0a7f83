import pytest

from sayso.model.spans import Span

# text, words a reader would mark, bare name, kind, name of the place that holds it
PLACES = [
    ("Clashes broke out in the village of Dunmere.", "the village of Dunmere", ("Dunmere", "village", None)),
    ("Shells hit the Orlesh neighbourhood.", "the Orlesh neighbourhood", ("Orlesh", "district", None)),
    ("Fighting spread to Kasta province.", "Kasta province", ("Kasta", "region", None)),
    ("Rebels hold the town of Selmar in the Kasta region.", "the town of Selmar", ("Selmar", "town", "Kasta")),
    ("He was seen in Aleppo, Syria.", "Aleppo", ("Aleppo", None, "Syria")),
    ("The army shelled parts of Quira.", "parts of Quira", ("Quira", None, None)),
    ("Troops took the Al-Nur mosque.", "the Al-Nur mosque", ("Al-Nur mosque", "building", None)),
    ("Rebels entered al-Dar al-Kabira.", "al-Dar al-Kabira", ("al-Dar al-Kabira", None, None)),
    ("Fighting went on in northern Mali.", "northern Mali", ("Mali", "country", None)),
    ("Militants hold the Gaza Strip.", "the Gaza Strip", ("Gaza Strip", "region", None)),
    ("Shells fell on the Arun valley.", "the Arun valley", ("Arun valley", "region", None)),
    ("The Orlesh district of Kasta was shelled.", "The Orlesh district", ("Orlesh", "district", "Kasta")),
    ("Rebels entered the besieged Lower Town of Kasta.", "Lower Town", ("Lower Town", "district", "Kasta")),
    ("Buses carried some families out of Kasta's Lower Town.", "Lower Town", ("Lower Town", "district", "Kasta")),
    ("The army reopened Highway 14 on Monday.", "Highway 14", ("Highway 14", "road", None)),
    (
        "Gunmen shot at cars on the road from Dunmere to Selmar.",
        "the road from Dunmere to Selmar",
        ("road from Dunmere to Selmar", "road", None),
    ),
    (
        "A mine went off on the road between Dunmere and Selmar.",
        "the road between Dunmere and Selmar",
        ("road between Dunmere and Selmar", "road", None),
    ),
    ("A bomb went off at Teachers' Square in Dunmere.", "Teachers' Square", ("Teachers' Square", "other", "Dunmere")),
    ("Miners fled the Marn copper mine.", "the Marn copper mine", ("Marn mine", "other", None)),
    ("Trucks were stopped at the Selmar checkpoint.", "the Selmar checkpoint", ("Selmar checkpoint", "other", None)),
]


@pytest.mark.parametrize(("text", "words", "meaning"), PLACES, ids=[row[1] for row in PLACES])
def test_a_place_has_its_phrase_bare_name_kind_and_holder(read, text, words, meaning):
    places = read(text).mentions.toponyms
    place = next(place for place in places if place.span.read(text) == words)
    within = None if place.within is None else places[place.within].name
    assert (place.name, place.kind, within) == meaning


def test_each_name_of_a_list_is_a_place(read):
    text = "Mortars fell on the villages of Dunmere, Selmar and Tel-Rashad."
    assert [place.name for place in read(text).mentions.toponyms] == ["Dunmere", "Selmar", "Tel-Rashad"]


NO_PLACES = [
    "A shell hit Idriss Kasta in the leg.",
    "Thousands have left the Marn Front since the vote.",
    "The Syrian army advanced.",
    "Moscow denied the report.",
    "Israel launched an air strike.",
    "The Homs-based activist spoke.",
    "President Idriss Kasta spoke.",
    "The Free Syrian Army withdrew.",
    "He wrote to the BBC.",
    "Killings by the Marn Shields are looked into.",
    "The Free Marn Front withdrew.",
    "He praised the regime of Idriss Kasta.",
    "Yusen Marn said the rebels fled from Marn's men.",
]


UNKNOWN = [
    "Mortar rounds hit Dunmere on Monday.",
    "Dunmere was hit by rockets at dawn.",
    "Rockets fired from the hills hit Dunmere on Friday.",
    "Shells fell on Dunmere all night.",
    "Soldiers have been pounding Dunmere with howitzers.",
    "A relief convoy reached Dunmere on Friday.",
    "Some 900 families left Dunmere for camps in the hills.",
    "Demonstrators marched through Dunmere.",
    "Rebels pushed on to Dunmere.",
    "Dunmere, besieged since October, has no bread.",
    "Dunmere fell on 2 May after ten days of fighting.",
    "An airstrike on Dunmere killed nine people.",
    "The Dunmere garrison surrendered.",
    "Dunmere's hospital burned down.",
    "Troops retook most of Dunmere.",
    "Residents of Dunmere told reporters that shells had hit their houses.",
    "The siege of Dunmere lasted four months.",
    "The army has not taken all of Dunmere.",
    "Three people died in a fire at Dunmere.",
    "The battle for Dunmere began in May. The army seized Dunmere in June.",
    "He walked out of Dunmere. The fall of Dunmere is near.",
    "Dunmere was home to about 2,000 people.",
    "Fighting raged 12 km north of Dunmere on Friday.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_an_unknown_name_is_a_place_by_the_words_that_govern_it(read, text):
    assert {place.name for place in read(text).mentions.toponyms} == {"Dunmere"}


SITES = [
    ("Jets bombed the refinery.", "the refinery", ("refinery", None)),
    ("Jets bombed the power station.", "the power station", ("power station", None)),
    ("Fire broke out at an oil refinery in Dunmere.", "oil refinery", ("Dunmere refinery", "Dunmere")),
    ("Jets bombed the Dunmere power station.", "the Dunmere power station", ("Dunmere power station", None)),
    ("The dam burst. Engineers had left a dam at Dunmere.", "The dam", ("Dunmere dam", None)),
    ("Soldiers did not enter the tannery quarter.", "the tannery quarter", ("tannery quarter", None)),
    ("Soldiers did not enter the brewery quarter.", "the brewery quarter", ("brewery quarter", None)),
    ("Shells hit the Dunmere waterworks. The waterworks burned.", "The waterworks", ("Dunmere waterworks", None)),
]


@pytest.mark.parametrize(("text", "words", "meaning"), SITES, ids=[row[1] for row in SITES])
def test_common_nouns_name_a_site_that_a_town_has_once(read, text, words, meaning):
    places = read(text).mentions.toponyms
    place = next(place for place in places if place.span.read(text) == words)
    assert (place.name, None if place.within is None else places[place.within].name) == meaning


# Text, words of a site, and the name they mean: a site of one sort is none of another.
SORTS = [
    ("Shells hit a bus station in Orle. Guards had left the radio station.", "the radio station", "Orle radio station"),
    ("Shells hit a bus station in Orle. Guards had left the radio station.", "bus station", "Orle bus station"),
    ("Rebels took the radio station in Orle. Shells hit a bus station in Orle. Smoke rose over the radio station.",
     "the radio station", "Orle radio station"),
    ("Rebels entered the town of Orle. Smoke rose over the power station.", "the power station", "Orle power station"),
    ("Rebels entered Orle and Dunmere. Smoke rose over the power station.", "the power station", "power station"),
    ("Rebels lost Orle station. The army said the radio station in Orle was safe.", "Orle station", "Orle radio station"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), SORTS)
def test_a_site_is_one_of_its_own_sort(read, text, words, name):
    places = read(text).mentions.toponyms
    assert {place.name for place in places if place.span.read(text) == words} == {name}


NO_SITES = [
    "Shells hit the district and a school.",
    "The rebel district was shelled.",
    "Guards left the base and the station.",
    "A refinery burned.",
    "Cracks were seen in the dam.",
    "Two refinery workers were hurt.",
]


@pytest.mark.parametrize("text", NO_SITES)
def test_generic_and_indefinite_nouns_name_no_place(read, text):
    assert [place.name for place in read(text).mentions.toponyms] == []


@pytest.mark.parametrize("text", NO_PLACES)
def test_peoples_governments_persons_and_bodies_are_no_places(read, text):
    assert [place.name for place in read(text).mentions.toponyms] == []


def test_a_name_that_is_a_place_once_is_one_as_a_subject_too(read):
    text = "Rebels entered the town of Dunmere. Dunmere may fall soon."
    assert [place.name for place in read(text).mentions.toponyms] == ["Dunmere", "Dunmere"]


def test_the_dateline_is_no_place_of_the_events(read):
    text = "BEIRUT - Rebels entered Damascus."
    assert [place.name for place in read(text, Span(0, 6)).mentions.toponyms] == ["Damascus"]


def test_a_name_of_the_dateline_is_a_place_in_the_text(read):
    text = "DUNMERE, Kasta - Soldiers said that Dunmere was quiet."
    assert [place.name for place in read(text, Span(0, 14)).mentions.toponyms] == ["Dunmere"]


def test_a_country_carries_its_code(read):
    assert read("Fighting went on in Yemen.").mentions.toponyms[0].candidates == ("YE",)


GAZETTEER = [
    ("Fighting went on in Quira. The corridor out of an encircled Quiran town is shut.", ["Quira"]),
    ("Shells hit Aleppo and Kharkiv at noon.", ["Aleppo", "Kharkiv"]),
    ("A Syrian doctor drove to Khan Sheikhoun.", ["Khan Sheikhoun"]),
    ("The Torvik Conflict went on.", []),
    ("Troops hold the town of Selmar, south of the city of Orlesh.", ["Selmar", "Orlesh"]),
]


@pytest.mark.parametrize(("text", "names"), GAZETTEER, ids=[row[0] for row in GAZETTEER])
def test_the_gazetteer_and_the_words_tell_places_from_other_names(read, text, names):
    places = read(text).mentions.toponyms
    assert [place.name for place in places] == names
    assert all(place.within is None for place in places)


GROUND = [
    ("The army took Marn.", True),
    ("Rebels captured Marn on Monday.", True),
    ("Government troops hold Marn and Selbor.", True),
    ("Rebels seized almost all of Marn.", True),
    ("The militia gave up Marn without a fight.", True),
    ("Marn fell to the rebels on Sunday.", True),
    ("Marn was taken by rebels on Sunday.", True),
    ("Marn was taken by army and militia forces.", True),
    ("Marn has been under siege since March.", True),
    ("The army says it has taken Marn after a week of fighting.", True),
    ("The rebels say they have seized Marn.", True),
    ("Marn is in rebel hands.", True),
    ("Marn is no longer in the hands of the rebels.", True),
    ("Marn fell into rebel hands.", True),
    ("Marn is now under army control.", True),
    ("Marn and Selbor are out of the army's reach.", True),
    ("Marn has changed hands twice.", True),
    ("Most of Marn is under militia control.", True),
    ("The army has wrested Marn from the rebels.", True),
    ("The army is in full control of Marn.", True),
    ("Marn remains beyond the control of the rebels.", True),
    ("Marn is now back under the army.", True),
    ("Marn is in control of the army.", False),
    ("Marn is in good hands.", False),
    ("Idriss Marn is in rebel hands.", False),
    ("Marn is under arrest.", False),
    ("Marn is divided between rebels and soldiers.", True),
    ("The last fighters slipped out of Marn.", True),
    ("The soldiers left Marn on Friday.", True),
    ("Residents have crossed into neighbouring Marn.", True),
    ("The inheritance is divided between Marn and his brother.", False),
    ("The actor left Marn on Friday.", False),
    ("The family says it has lost Marn.", False),
    ("Police captured Marn on Monday.", False),
    ("Rebels took Marn prisoner on Monday.", False),
    ("Rebels captured Idriss Marn on Monday.", False),
    ("Soldiers took Marn from his home at dawn.", False),
    ("Troops hold Marn responsible for the attack.", False),
    ("Troops captured Marn, the rebel leader, on Monday.", False),
    ("Governor Idriss Marn was at home. Soldiers took Marn at dawn.", False),
]


@pytest.mark.parametrize(("text", "is_place"), GROUND, ids=[row[0] for row in GROUND])
def test_what_forces_take_hold_or_lose_is_a_place(read, text, is_place):
    assert ("Marn" in {place.name for place in read(text).mentions.toponyms}) is is_place

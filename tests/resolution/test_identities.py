from dataclasses import replace

import pytest
from hand_read import Article

from sayso.model.attributions import Source
from sayso.model.kinds import PlaceKind, VoiceKind
from sayso.model.settings import InstitutionEntry, PlaceEntry, Settings, VoiceEntry

SYRIA = Settings(country="Syria")


def said(*sources, document="a", text="Troops took Rahna.", outlet=None):
    return Article(document, text, outlet=outlet).claim("Troops took Rahna", chain=sources)


# How a source is written (name, kind, nationality) and the voice that it is in a case on Syria.
WRITTEN = [
    (("army", "military"), "Syrian army", VoiceKind.MILITARY, "Syrian state"),
    (("military", "military"), "Syrian army", VoiceKind.MILITARY, "Syrian state"),
    (("Syrian regime", "government", "Syrian"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("authorities", "government"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("Damascus", "government"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("state TV", "state_media"), "Syrian state television", VoiceKind.STATE_MEDIA, "Syrian state"),
    (("army spokesman", "military"), "Syrian army", VoiceKind.MILITARY, "Syrian state"),
    (("Amman", "government"), "Jordanian government", VoiceKind.FOREIGN_GOVERNMENT, "Jordanian state"),
    (("Russian Defence Ministry", "government", "Russia"), "Russian Ministry of Defence", VoiceKind.FOREIGN_GOVERNMENT, "Russian state"),
    (("Russias defence ministry", "government"), "Russian Ministry of Defence", VoiceKind.FOREIGN_GOVERNMENT, "Russian state"),
    (("Israeli army", "military", "Israel"), "Israeli army", VoiceKind.MILITARY, "Israeli state"),
    (("IDF", "military"), "Israeli army", VoiceKind.MILITARY, "Israeli state"),
    (("Sana news agency", "state_media"), "SANA", VoiceKind.STATE_MEDIA, "Syrian state"),
    (("Assad regime", "government"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("Bashar al-Assad's government", "government"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("President Lenz's government", "government"), "Syrian government", VoiceKind.GOVERNMENT, "Syrian state"),
    # The government of a province or a town is not the state's.
    (("Rahna government", "government"), "Rahna government", VoiceKind.GOVERNMENT, "Syrian state"),
    (("Rahna health authority", "government"), "Rahna health authority", VoiceKind.GOVERNMENT, None),
    (("Syrian activists", "activist", "Syrian"), "activists", VoiceKind.ACTIVIST, None),
    (("residents", "resident"), "residents", VoiceKind.RESIDENT, None),
    (("Western diplomat", "foreign_government"), "Western diplomat", VoiceKind.FOREIGN_GOVERNMENT, None),
    (("it", "unknown"), "it", VoiceKind.UNKNOWN, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "name", "kind", "institution"), WRITTEN, ids=[" ".join(row[0][:1]) for row in WRITTEN]
)
def test_a_source_is_this_voice(resolve, source, name, kind, institution):
    voice = resolve([said(source)], SYRIA).who("Troops took Rahna")
    assert (voice.name, voice.kind, voice.institution) == (name, kind, institution)


def test_a_body_of_the_users_is_known_without_the_place_behind_its_name(resolve):
    settings = Settings(
        country="Syria", voices=(VoiceEntry(name="Ridge Observer Mission in Syria", kind=VoiceKind.UN),)
    )
    voice = resolve([said(("Ridge Observer Mission", "unknown"))], settings).who("Troops took Rahna")
    assert (voice.name, voice.kind) == ("Ridge Observer Mission in Syria", VoiceKind.UN)


def test_a_force_that_any_text_calls_a_militia_is_an_armed_group(resolve):
    army, militia = ("Ridge Auxiliary Corps", "military"), ("Ridge Auxiliary Corps", "armed_group")
    later = [
        Article(name, f"Guns fell silent in {name}.").claim(f"Guns fell silent in {name}", chain=(source,))
        for name, source in (("b", army), ("c", militia))
    ]
    assert resolve([said(army), *later], SYRIA).who("Troops took Rahna").kind is VoiceKind.ARMED_GROUP


# What others of the case tell of somebody: his source, another article and who acts or speaks in it, the name and kind of his voice.
FRONT = ("Hill Front", "armed_group")
IN_CASE = [
    (("Ivo Lenz", "military", None, "captain of Hill Front"), (), ("Hill Front",), ("Ivo Lenz", VoiceKind.ARMED_GROUP)),
    (("Ivo Lenz", "unknown", None, "spokesman of Hill Front"), (FRONT,), (), ("Ivo Lenz", VoiceKind.ARMED_GROUP)),
    (("Ivo Lenz", "military", None, "captain of Hill Front"), (), (), ("Ivo Lenz", VoiceKind.MILITARY)),
    (("Ivo Lenz", "military", None, "mouthpiece of Israel"), (), (), ("Ivo Lenz", VoiceKind.FOREIGN_GOVERNMENT)),
    (("Ivo Lenz", "government", None, "president of Israel"), (), (), ("Ivo Lenz", VoiceKind.FOREIGN_GOVERNMENT)),
    (("Front", "unknown"), (FRONT,), (), ("Hill Front", VoiceKind.ARMED_GROUP)),
    (
        ("Lenz", "military"),
        (("Ivo Lenz", "government"), ("Ivo Lenz", "government")),
        (),
        ("Ivo Lenz", VoiceKind.GOVERNMENT),
    ),
]


@pytest.mark.parametrize(("source", "others", "acting", "voice"), IN_CASE)
def test_a_source_is_what_the_case_tells_of_him(resolve, source, others, acting, voice):
    article = Article("b", "Guns fell silent. Shells hit Rahna. Troops left. Men came.")
    for words, other in zip(("Guns fell silent", "Troops left"), others, strict=False):
        article.claim(words, chain=(other,))
    for actor in acting:
        article.claim("Shells hit Rahna", "shelling", agent=article.actor("Shells", name=actor))
    found = resolve([said(source), article], SYRIA).who("Troops took Rahna")
    assert (found.name, found.kind) == voice


def test_a_town_that_speaks_is_whoever_rules_there(resolve):
    settings = Settings(country="Syria", places=(PlaceEntry(name="Rahna", kind=PlaceKind.CITY),))
    assert resolve([said(("Rahna", "unknown"))], settings).who("Troops took Rahna").kind is VoiceKind.GOVERNMENT


def test_an_outlet_s_short_name_at_the_head_of_its_page_is_its_own(resolve):
    text = "SYNA | Syria National News Agency\nHome   Sport\n\nTroops took Rahna."
    paper = Article("a", text, outlet="Syria National News Agency").claim(
        "Troops took Rahna", chain=(("SYNA", "agency"),)
    )
    other = Article("b", "Guns fell silent.").claim("Guns fell silent", chain=(("state news agency", "state_media"),))
    case = resolve([paper, other], SYRIA)
    assert case.who("Troops took Rahna").name == "Syria National News Agency"
    assert case.who("Troops took Rahna").kind is VoiceKind.STATE_MEDIA


# The voices of a claim from the outermost, and how many of them speak for themselves.
RELAYED = [
    ([("Mevlut Orak", "government", "Turkey"), ("Turkey", "government", "Turkey")], 1),
    ([("Syrian official", "unnamed_official", "Syrian"), ("Syrian regime", "government", "Syrian")], 1),
    ([("state TV", "state_media"), ("Syrian regime", "government", "Syrian")], 2),
    ([("Syrian official", "unnamed_official", "Syrian"), ("army", "military")], 2),
    ([("Mevlut Orak", "government", "Turkey"), ("Syrian regime", "government", "Syrian")], 2),
]


@pytest.mark.parametrize(("sources", "links"), RELAYED, ids=[f"{row[0][0][0]} on {row[0][1][0]}" for row in RELAYED])
def test_a_state_is_no_second_voice_behind_its_own_officials_but_behind_media_and_others(resolve, sources, links):
    assert len(resolve([said(*sources)], SYRIA).claim("Troops took Rahna").chain) == links


def _broadcaster(name):
    """Return a report in which a state broadcaster of that name speaks."""
    article = said(document=name)
    chain = (Source(name=name, kind=VoiceKind.STATE_MEDIA, role="broadcaster"),)
    article.claims[0] = replace(article.claims[0], chain=chain)
    return article


# The state broadcasters that a case on Syria names, and who "state television" is in it.
BROADCASTERS = [(("TTV",), "TTV"), (("TTV", "Rahna One"), "Syrian state television"), ((), "Syrian state television")]


@pytest.mark.parametrize(("names", "television"), BROADCASTERS)
def test_state_television_is_the_only_state_broadcaster_that_the_case_names(resolve, names, television):
    world = resolve([said(("state television", "state_media")), *map(_broadcaster, names)], SYRIA)
    assert world.who("Troops took Rahna", "a").name == television


def test_classes_are_not_named_and_persons_are(resolve):
    world = resolve([said(("activists", "activist"), ("Mahmud al-Sabi", "activist"))])
    assert {voice.name: voice.is_named for voice in world.voices.values() if voice.names} == {
        "activists": False, "Mahmud al-Sabi": True,
    }  # fmt: skip


# Names in two documents, and whether they are one voice.
TWO = [
    ("Mahmud al-Sabi", "Mahmoud al-Saby", True),
    ("Khudair Khashafa", "Khashafa", True),
    ("Observatory for Rahna Rights", "ORR", True),
    ("Mahmoud Salim", "Mohammed Salim", False),
    ("Salim Dabbas", "Omar Dabbas", False),
    ("Rebel Council", "Rebel Front", False),
]


@pytest.mark.parametrize(("one", "other", "are_one"), TWO, ids=[f"{row[0]}, {row[1]}" for row in TWO])
def test_names_across_documents_are_joined_only_when_one_is_a_form_of_the_other(resolve, one, other, are_one):
    world = resolve([said((one, "activist")), said((other, "activist"), document="b")])
    keys = {world.claim("Troops took Rahna", document).voice for document in "ab"}
    assert (one, other, len(keys) == 1) == (one, other, are_one)


def test_a_surname_that_two_people_bear_stays_by_itself(resolve):
    names = ["Salim Dabbas", "Omar Dabbas", "Dabbas"]
    world = resolve([said((name, "activist"), document=str(number)) for number, name in enumerate(names)])
    assert len({resolved.voice for resolved in world.resolution.claims}) == 3


def test_the_users_voices_stand_above_the_tables(resolve):
    entry = VoiceEntry(name="Tarim Monitor", aliases=("the Monitor",), kind=VoiceKind.MONITOR, draws_on=("activists",))
    settings = Settings(voices=(entry,), institutions=(InstitutionEntry(name="Tarim Monitor", side="nobody's"),))
    world = resolve([said(("Monitor", "unknown")), said(("activists", "activist"), document="b")], settings)
    voice = world.who("Troops took Rahna", "a")
    assert (voice.name, voice.kind, voice.draws_on, voice.side) == (
        "Tarim Monitor",
        VoiceKind.MONITOR,
        ("activists",),
        "nobody's",
    )


WRITTEN_WITH_OWNERS = (
    ("Ministry of Defence", "Karsovia", "Karsovian war office"),
    ("Lower Town's council", None, "Lower Town council"),
)


@pytest.mark.parametrize(("written", "owner", "name"), WRITTEN_WITH_OWNERS)
def test_a_voice_of_the_users_is_known_with_an_apostrophe_after_whose_it_is(resolve, written, owner, name):
    entry = VoiceEntry(
        name="Karsovian war office", aliases=("Karsovia's Ministry of Defence",), kind=VoiceKind.FOREIGN_GOVERNMENT
    )
    council = VoiceEntry(name="Lower Town council", kind=VoiceKind.OPPOSITION)
    world = resolve([said((written, "government", owner))], Settings(country="Syria", voices=(entry, council)))
    assert world.who("Troops took Rahna").name == name


def test_an_invented_country_lends_its_adjective_to_its_state(resolve):
    settings = Settings(
        country="Karsovia",
        voices=(VoiceEntry(name="Karsovian army", kind=VoiceKind.MILITARY, institution="Karsovian government"),),
        institutions=(InstitutionEntry(name="Karsovian government", side="government"),),
    )
    voice = resolve([said(("state television", "state_media"))], settings).who("Troops took Rahna")
    assert (voice.name, voice.institution, voice.side) == (
        "Karsovian state television",
        "Karsovian government",
        "government",
    )


def test_an_invented_country_that_speaks_is_its_government(resolve):
    settings = Settings(country="Karsovia", voices=(VoiceEntry(name="Karsovian army"),))
    assert resolve([said(("Karsovia", "government"))], settings).who("Troops took Rahna").name == "Karsovian government"


def test_the_country_most_documents_name_lends_its_adjective(resolve):
    articles = []
    for number in range(3):
        article = said(
            ("army", "military"),
            document=str(number),
            text="Troops took Rahna. It lies in Chad, near Niger, in Chad's north.",
        )
        articles.append(article.where("Chad").where("Niger").where("Chad's north", "Chad"))
    assert resolve(articles).who("Troops took Rahna", "0").name == "Chadian army"


def test_an_outlets_own_voice_has_its_name_or_that_of_the_document(resolve):
    world = resolve([said(), said(document="b", outlet="The Rahna Post")])
    assert [world.claim("Troops took Rahna", d).voice for d in "ab"] == ["outlet:a", "the-rahna-post"]
    assert world.claim("Troops took Rahna", "a").chain == ()
    assert (world.voices["outlet:a"].name, world.voices["the-rahna-post"].kind) == ("outlet", VoiceKind.OUTLET)


def test_a_surname_is_not_joined_to_a_name_of_another_sort(resolve):
    world = resolve([said(("Khudair Khashafa", "activist")), said(("Khashafa", "military"), document="b")])
    assert len({resolved.voice for resolved in world.resolution.claims}) == 2


# Name, kind, nationality and office of a source, and the body that it speaks for in a case on Syria.
OFFICES = [
    ("Ivo Dabbas", "monitor", None, "director of Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
    ("Ivo Dabbas", "armed_group", None, "spokesman of Ridge Front", "Ridge Front"),
    ("Ivo Dabbas", "military", None, "spokesman of army", "Syrian state"),
    ("Ivo Dabbas", "outlet", None, "editor of Ridge News", None),
    ("Free Syrian Army commander", "armed_group", None, "commander", "Free Syrian Army"),
    ("army officer", "military", None, "officer", "Syrian state"),
    ("governor", "government", None, "governor", "Syrian state"),
    ("former army officer", "military", None, "officer", None),
    ("Jordanian security official", "unnamed_official", "Jordan", "official", "Jordanian state"),
    ("Ivo Dabbas", "government", None, "minister", None),
]  # fmt: skip


@pytest.mark.parametrize("row", OFFICES, ids=[f"{row[0]}, {row[3]}" for row in OFFICES])
def test_somebody_speaks_for_the_body_of_his_office(resolve, row):
    name, kind, people, role, institution = row
    article = said()
    article.claims[0] = replace(
        article.claims[0], chain=(Source(name=name, kind=VoiceKind(kind), people=people, role=role),)
    )
    assert resolve([article], SYRIA).who("Troops took Rahna").institution == institution


def test_a_pronoun_that_means_nobody_known_is_another_voice_in_each_document(resolve):
    nobody = Source(name="unnamed person (he)", kind=VoiceKind.UNNAMED_SOURCE, rule="attribution.unresolved")
    articles = [said(document=name) for name in "ab"]
    for article in articles:
        article.claims[0] = replace(article.claims[0], chain=(nobody,))
    world = resolve(articles)
    voices = [world.who("Troops took Rahna", name) for name in "ab"]
    assert [(voice.name, voice.is_named) for voice in voices] == [("unnamed person (he)", False)] * 2
    assert voices[0].key != voices[1].key


def test_capitals_are_the_party_that_another_report_says_they_stand_for(resolve):
    told = said(("QVF", "armed_group"))
    other = said(document="b", text="Troops took Rahna from the Quarry Valley Front (QVF).")
    voice = resolve([told, other], SYRIA).who("Troops took Rahna", "a")
    assert voice.name == "Quarry Valley Front"


def test_what_one_report_calls_an_army_is_the_militia_of_another(resolve):
    told = said(("QVF", "armed_group"))
    other = said(("Quarry Valley Front", "military"), document="b", text="Then Troops took Rahna again.")
    voice = resolve([told, other], SYRIA).who("Troops took Rahna", "a")
    assert (voice.name, voice.kind) == ("Quarry Valley Front", VoiceKind.ARMED_GROUP)


def test_capitals_of_the_papers_own_name_are_the_paper(resolve):
    voice = resolve([said(("HHR", "unknown"), outlet="Harbour Harm Register")], SYRIA).who("Troops took Rahna")
    assert (voice.name, voice.kind) == ("Harbour Harm Register", VoiceKind.OUTLET)

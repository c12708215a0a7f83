from dataclasses import replace

import pytest
from hand_read import Article
from resolution.acting import ACTIVISTS, ARMY, REBELS, STATE, SYRIA, TABLE, acted, actor, control

from sayso.model.claims import ControlReading
from sayso.model.kinds import Extent, Hold, PlaceKind
from sayso.model.settings import ActorEntry, PlaceEntry, Settings

# A mention and the neutral name it has in a case on Syria.
MENTIONS = [
    (actor(head="army", camp="government"), "Syrian government forces"),
    (actor(head="regime", camp="government"), "Syrian government forces"),
    (actor(head="government", camp="government"), "Syrian government forces"),
    (actor(head="troop", camp="government", name="Assad"), "Syrian government forces"),
    (actor(head="army", camp="government", people="Lebanon"), "Lebanese military"),
    (actor(head="Israel", camp="foreign", name="Israel", people="Israel"), "Israel"),
    (actor(head="rebel", camp="opposition"), "rebels"),
    (actor(head="FSA", name="FSA", camp="opposition"), "Free Syrian Army"),
    (actor(head="Rahna Brigade", name="Rahna Brigade"), "Rahna Brigade"),
    (actor(head="resident", camp="civilians"), "civilians"),
    (actor(head="people", camp="civilians"), "people"),
    (actor(head="militia", people="Kurdish"), "Kurdish militia"),
]


@pytest.mark.parametrize(
    ("mention", "name"), MENTIONS, ids=[f"{row[0]['head']} {row[0].get('people', '')}" for row in MENTIONS]
)
def test_a_party_has_a_neutral_name(resolve, mention, name):
    assert resolve([acted(mention)], SYRIA).claim("They took Rahna").agents == (name,)


def test_terrorists_in_the_mouth_of_the_state_are_the_rebels_and_the_label_is_kept(resolve):
    claim = acted(None, actor(head="terrorist", labelled="terrorists"), chain=(STATE,))
    found = resolve([claim], SYRIA).claim("They took Rahna")
    assert (found.targets, found.labelled) == (("rebels",), ("terrorists",))


def test_gunmen_are_rebels_to_the_state_and_gunmen_to_everybody_else(resolve):
    words = "Gunmen took Rahna."
    gunmen = actor("Gunmen", head="gunman")
    state, own = (acted(gunmen, words=words, chain=chain) for chain in ((STATE,), ()))
    assert resolve([state], SYRIA).claim("Gunmen took Rahna").agents == ("rebels",)
    assert resolve([own], SYRIA).claim("Gunmen took Rahna").agents == ("gunmen",)


def test_a_label_in_another_mouth_names_nobody(resolve):
    claim = acted(None, actor(head="terrorist", labelled="terrorists"), chain=(("residents", "resident"),))
    found = resolve([claim], SYRIA).claim("They took Rahna")
    assert (found.targets, found.labelled) == ((), ("terrorists",))


def test_units_in_the_mouth_of_the_state_are_its_own(resolve):
    units = actor(head="unit")
    assert resolve([acted(units, chain=(STATE,))], SYRIA).claim("They took Rahna").agents == (
        "Syrian government forces",
    )
    assert resolve([acted(units)], SYRIA).claim("They took Rahna").agents == ()


def test_the_users_parties_stand_above_the_tables(resolve):
    claim = acted(actor(head="army", camp="government", words="the army"), words="the army took Rahna")
    found = resolve([claim], TABLE).claim("the army took Rahna")
    assert found.agents == ("Tarimi government forces",)


HEZBOLLAH = actor(head="Hezbollah", name="Hezbollah")
HOLDERS = [
    ("the army takes", {"agent": ARMY, "control": control()}, "government"),
    ("rebels hold", {"agent": REBELS, "control": control()}, "opposition"),
    ("a named group", {"agent": HEZBOLLAH, "control": control()}, "Hezbollah"),
    (
        "rebels lose it to the army",
        {"agent": REBELS, "target": ARMY, "control": control(holder_is_target=True)},
        "government",
    ),
    ("a denial keeps who is denied", {"agent": ARMY, "control": control(), "stance": "denies"}, "government"),
    ("nobody is named", {"control": control()}, None),
    ("a siege", {"agent": ARMY, "control": control("besieged")}, None),
    ("no word of control", {"agent": ARMY}, None),
]


@pytest.mark.parametrize(("why", "claim", "holder"), HOLDERS, ids=[row[0] for row in HOLDERS])
def test_a_claim_of_control_names_the_holder(resolve, why, claim, holder):
    found = resolve([acted(claim.get("agent"), **{k: v for k, v in claim.items() if k != "agent"})], SYRIA)
    assert (why, found.claim("They took Rahna").holder) == (why, holder)


def spoken(chain, agent=None, target=None, **more):
    return acted(agent, target, chain=chain, **more)


OWN = [
    (
        "our men, says the army",
        (("the army", "military"),),
        actor(words="They", head="our", camp="speaker"),
        "Syrian government forces",
    ),
    (
        "the group, says a spokesman of it",
        (("Highlands Front", "armed_group"),),
        actor(head="group"),
        "Highlands Front",
    ),
    (
        "his men, says the leader of a known group",
        (("Yevgeny Prigozhin", "armed_group"),),
        actor(words="They", head="his", camp="speaker"),
        "Wagner Group",
    ),
    ("the group, says a resident", (("residents", "resident"),), actor(head="group"), None),
]


@pytest.mark.parametrize(("why", "chain", "agent", "name"), OWN, ids=[row[0] for row in OWN])
def test_what_is_the_speakers_own_is_named_after_him(resolve, why, chain, agent, name):
    settings = TABLE if name == "Highlands Front" else SYRIA
    found = resolve([spoken(chain, agent)], settings).claim("They took Rahna")
    assert (why, found.agents) == (why, (name,) if name else ())


def test_a_state_that_fires_does_so_through_its_military(resolve):
    israel = actor(head="Israel", camp="foreign", name="Israel", people="Israel")
    assert resolve([acted(israel, kind="air_strike")], SYRIA).claim("They took Rahna").agents == ("Israeli military",)


def test_a_monitor_does_no_deed_of_war(resolve):
    monitor = actor(head="Rahna Watch", name="Rahna Watch")
    claim = acted(monitor, chain=(("Rahna Watch", "monitor"),), control=control())
    found = resolve([claim], SYRIA).claim("They took Rahna")
    assert (found.agents, found.holder) == ((), None)


def test_who_loses_ground_is_the_target_and_concedes_it(resolve):
    claim = acted(REBELS, chain=ACTIVISTS, control=control(holder_is_target=True))
    found = resolve([claim], SYRIA).claim("They took Rahna")
    assert (found.agents, found.targets, found.against_interest) == ((), ("rebels",), True)


def report(name, words, kind, agent=None):
    """Return an article that says one thing of Rahna."""
    article = Article(name, words).where("Rahna")
    found = {"agent": article.actor(**agent)} if agent else {}
    return article.claim(words.rstrip("."), kind, at=("Rahna",), **found)


IMPLIED = [
    (
        "the only one who took it",
        [("a", "They took Rahna.", "control_change", ARMY)],
        "control_change",
        ("Syrian government forces",),
    ),
    (
        "two who took it",
        [("a", "They took Rahna.", "control_change", ARMY), ("b", "They seized Rahna.", "control_change", REBELS)],
        "control_change",
        (),
    ),
    (
        "who took it besieged it",
        [("a", "They took Rahna.", "control_change", ARMY)],
        "clash",
        ("Syrian government forces",),
    ),
    ("who shells is not told by another report", [("a", "They shelled Rahna.", "shelling", ARMY)], "shelling", ()),
]


@pytest.mark.parametrize(("why", "others", "kind", "agents"), IMPLIED, ids=[row[0] for row in IMPLIED])
def test_the_only_party_said_to_do_such_things_there_is_understood(resolve, why, others, kind, agents):
    articles = [report(*other) for other in others]
    found = resolve([*articles, report("z", "Rahna was hit.", kind)], SYRIA).claim("Rahna was hit")
    assert (why, found.agents) == (why, agents)
    rules = [derived.rule for derived in found.derived]
    assert ("resolution.only_party" in rules) == bool(agents)


HELD = ControlReading(extent=Extent.UNSAID, hold=Hold.HELD)
LOST = ControlReading(extent=Extent.UNSAID, hold=Hold.HELD, holder_is_target=True)
# Who is said to take ground elsewhere, and who holds what the rebels lost: the only other party, of several nobody.
TAKERS = [
    ((ARMY,), "government"),
    ((ARMY, {"words": "They", "head": "Front", "camp": None, "name": "Selba Front"}), None),
]


@pytest.mark.parametrize(("takers", "holder"), TAKERS, ids=["one other party", "two other parties"])
def test_what_somebody_lost_the_only_other_party_holds(resolve, takers, holder):
    articles = []
    for number, taker in enumerate(takers):
        article = Article(str(number), "They took Belgor.").where("Belgor")
        articles.append(
            article.claim(
                "They took Belgor", "control_change", at=("Belgor",), agent=article.actor(**taker), control=HELD
            )
        )
    lost = Article("z", "Rebels lost Rahna.").where("Rahna")
    lost.claim(
        "Rebels lost Rahna", "control_change", at=("Rahna",), agent=lost.actor("Rebels", "rebel", camp="opposition"),
        control=LOST,
    )  # fmt: skip
    assert resolve([*articles, lost], SYRIA).claim("Rebels lost Rahna").holder == holder


# An invented war of two states: no table holds either, the user's settings do.
TWO_STATES = Settings(
    country="Karsovia",
    places=(PlaceEntry(name="Dravonia", kind=PlaceKind.COUNTRY),),
    actors=(
        ActorEntry(name="Karsovian army", holder="government", side="karsovia"),
        ActorEntry(name="Dravonian armed forces", aliases=("Dravonian grenadiers",), side="dravonia"),
    ),
)
# The words, the noun and the name that reading gives them, and who holds the ground.
NATIONS = [
    ("Dravonian grenadiers", "grenadier", None, "Dravonian armed forces"),
    ("Tired Dravonian grenadiers", "grenadier", "Dravonian", "Dravonian armed forces"),
    ("Dravonian troops", "troop", "Dravonian", "Dravonian armed forces"),
    ("Dravonia's units", "unit", "Dravonia", "Dravonian armed forces"),
    ("The Dravonians", "Dravonians", "Dravonians", "Dravonian armed forces"),
    ("Karsovian units", "unit", "Karsovian", "government"),
    ("Their army", "army", None, "government"),
]


@pytest.mark.parametrize(("words", "head", "name", "holder"), NATIONS, ids=[row[0] for row in NATIONS])
def test_the_forces_of_another_state_never_hold_ground_for_the_home_government(resolve, words, head, name, holder):
    camp = "government" if head in {"troop", "army"} else None
    claim = acted(actor(words=words, head=head, name=name, camp=camp), words=f"{words} took Rahna.", control=control())
    assert resolve([claim], TWO_STATES).claim(f"{words} took Rahna").holder == holder


def test_the_forces_of_a_state_without_an_entry_go_by_its_name(resolve):
    settings = replace(TWO_STATES, actors=())
    claim = acted(actor(head="troop", name="Dravonian", camp="government"), control=control())
    assert resolve([claim], settings).claim("They took Rahna").holder == "Dravonia"


def test_units_in_the_mouth_of_a_foreign_army_are_not_the_home_governments(resolve):
    claim = acted(actor(head="unit"), chain=(("Dravonian army", "military"),), control=control())
    assert resolve([claim], TWO_STATES).claim("They took Rahna").holder != "government"

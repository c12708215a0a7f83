"""Eleven cases in which whoever counts articles or matches numbers goes wrong, from the words to the record."""

import pytest
from hand_made import Case

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.kinds import PlaceKind, Stance, VoiceKind
from sayso.model.settings import InstitutionEntry, PlaceEntry, Settings, SideEntry, VoiceEntry
from sayso.pipeline import Held, join, known_rules, read_document

STATE = "Norland government"
SETTINGS = Settings(
    country="Norland",
    places=(
        PlaceEntry(name="Marven", kind=PlaceKind.CITY, country="Norland"),
        PlaceEntry(name="Old Harbour", kind=PlaceKind.DISTRICT, within="Marven", country="Norland"),
        PlaceEntry(name="Lantern Mosque", kind=PlaceKind.BUILDING, within="Old Harbour", country="Norland"),
        PlaceEntry(name="Tolsk", kind=PlaceKind.TOWN, country="Norland"),
    ),
    voices=(
        VoiceEntry(name="NORNA", kind=VoiceKind.STATE_MEDIA, institution=STATE),
        VoiceEntry(name="State television", kind=VoiceKind.STATE_MEDIA, institution=STATE),
        VoiceEntry(name="Harbour Monitor", kind=VoiceKind.MONITOR),
        VoiceEntry(name="National Council", kind=VoiceKind.OPPOSITION, institution="National Council"),
    ),
    institutions=(
        InstitutionEntry(name=STATE, side="government"),
        InstitutionEntry(name="National Council", side="opposition"),
    ),
    sides=(SideEntry(name="government", opposed=("opposition",)), SideEntry(name="opposition")),
)


class Told:
    """A record that is asked by the words of its claims."""

    def __init__(self, record):
        self.record = record
        texts = {document.id: document.text for document in record.documents}
        self.words = {one.claim.id: one.claim.span.read(texts[one.claim.document]) for one in record.claims}
        self.claims = {one.claim.id: one for one in record.claims}

    def say(self, words):
        """Return the only claim in whose words these stand."""
        (found,) = [claim for claim, said in self.words.items() if words in said]
        return self.claims[found]

    def group(self, words, about=""):
        """Return the group of the claim with these words; of several questions the one that speaks of `about`."""
        claim = self.say(words).claim.id
        return next(one for one in self.record.groups if claim in one.members and about in one.question)

    def reasons(self, group):
        """Return the names of the rules by which the origins of a group are joined."""
        return {why.rule for origin in self.record.origins if origin.group == group.id for why in origin.reasons}


@pytest.fixture
def read(syntax):
    """Return a function that makes the record of reports, each with its outlet and day."""

    def make(*reports):
        readings = []
        for number, (outlet, day, text) in enumerate(reports):
            name = f"d{number}"
            page = PageFacts(outlet=outlet, published=day)
            capture = Capture(id=name, sha256=name, file=name, media_type="text/plain", text=text, page=page)
            readings.append(read_document(describe_document(capture, SETTINGS), syntax))
        held = Held(obtained={reading.document.id: "2030-01-01T00:00:00" for reading in readings})
        return Told(join(readings, SETTINGS, (), held))

    return make


def test_one_communique_in_two_outlets_is_one_origin(read):
    told = read(
        ("Daily Courier", "2024-05-13", "NORNA said on Monday that the army had restored security to the Old Harbour.\n"),
        ("Morning Post", "2024-05-13",
         "State television said that government troops on Monday had restored security throughout Old Harbour.\n"),
    )  # fmt: skip
    group = told.group("the army had restored")
    assert len(group.members) == 2
    assert group.origins == (1, 1)
    assert "linking.same_institution" in told.reasons(group)


def test_one_informant_cited_twice_in_an_article_is_at_least_one(read):
    told = read(
        ("Daily Courier", "2024-05-14",
         ("Activists on the ground told Wireline on Tuesday that government troops held 80 percent of Old Harbour.\n\n"
         "Shops stayed shut.\n\nActivist Abu Selim told Wireline by phone that the army held 80 percent of Old Harbour.\n")),
    )  # fmt: skip
    group = told.group("the army held", about="held")
    assert len(group.members) == 2
    assert group.origins == (1, 2)
    assert "may be the named one" in known_rules()["linking.same_informant"]
    assert "linking.same_informant" in told.reasons(group)


def test_a_word_of_the_outlet_is_never_put_in_the_mouth_of_whom_it_cites(read):
    told = read(
        ("Daily Courier", "2024-05-13",
         ("State television said on Monday that the army had captured Old Harbour.\n\n"
         "The Harbour Monitor doubted that the army had captured all of Old Harbour.\n\n"
         "Fierce battles came before the recapture of Old Harbour, the Harbour Monitor said.\n")),
    )  # fmt: skip
    assert told.say("recapture").chain == ()
    assert told.say("all of Old Harbour").stance is Stance.DOUBTS
    assert not [link for link in told.record.links if link.kind in {"corrects", "retracts"}]
    assert [conflict.kinds for conflict in told.record.conflicts] == [("doubt",)]


def test_one_number_of_different_things_is_not_one_count(read):
    told = read(
        ("Daily Courier", "2024-06-20",
         ("The United Nations says that more than 100,000 people have been killed in Norland since the war began.\n\n"
         "The Harbour Monitor said that 100,000 people lived in Old Harbour before the war.\n")),
        ("Morning Post", "2024-09-20",
         "More than 120,000 people have been killed in Norland since the war began, the United Nations said.\n"),
    )  # fmt: skip
    dead, residents = told.group("more than 100,000", about="killed"), told.group("people lived", about="lived")
    assert (len(dead.members), len(residents.members)) == (1, 1)
    assert told.record.conflicts == ()
    updates = {
        (told.words[link.left][:17], told.words[link.right][:17])
        for link in told.record.links
        if link.kind == "updates"
    }
    assert updates == {("More than 120,000", "more than 100,000")}


def test_a_part_and_another_place_are_never_added_or_set_against_the_rest(read):
    told = read(
        ("Daily Courier", "2024-05-14",
         ("The Harbour Monitor said that shells killed 12 people in Old Harbour on Monday.\n\nSome 150 government troops "
         "were killed in Tolsk on Monday. Over 50 of those were executed in Tolsk, the Harbour Monitor said.\n")),
    )  # fmt: skip
    assert told.say("executed").places == told.say("Some 150").places
    assert told.say("12 people").places != told.say("executed").places
    parts = [(link.left, link.right) for link in told.record.links if link.kind == "part_of"]
    assert parts == [(told.say("executed").claim.id, told.say("Some 150").claim.id)]
    assert told.record.conflicts == ()
    assert {row.low for row in told.record.figures} == {12, 50, 150}


def test_adversaries_agree_on_what_both_say_and_on_nothing_more(read):
    told = read(
        ("Daily Courier", "2024-05-14",
         ("State television said that on Tuesday the army advanced in Old Harbour. It also said that eight gunmen had "
         "been killed in the Lantern Mosque.\n\nConfirming the report of state television, the National Council said that "
         "government troops advanced in Old Harbour on Tuesday.\n")),
    )  # fmt: skip
    advance = next(group for group in told.record.groups if "advance" in group.question)
    assert (advance.standing, advance.origins) == ("agreed_by_opposed", (2, 2))
    assert told.group("eight gunmen").standing == "single_origin"


def test_what_is_told_again_nine_months_later_overwrites_nothing(read):
    told = read(
        ("Daily Courier", "2013-07-29", "State television said on Monday that the army had captured the whole of Tolsk.\n"),
        ("Morning Post", "2014-04-20", "The National Council said on Sunday that the army had retaken Tolsk.\n"),
    )  # fmt: skip
    first, later = told.group("captured the whole"), told.group("retaken")
    assert first.id != later.id
    assert {first.standing, later.standing} == {"disputed"}
    assert [conflict.kinds for conflict in told.record.conflicts] == [("time",)]
    assert [row.date for row in told.record.control] == ["2013-07-29", "2014-04-20"]


def test_relative_days_that_confirm_each_other_are_both_derived(read):
    told = read(
        ("Daily Courier", "2024-05-13",
         "The army captured Old Harbour, state television said on Monday, two days after troops took the Lantern Mosque.\n"),
        ("Morning Post", "2024-05-14", "Activists said that troops took the Lantern Mosque on Saturday.\n"),
    )  # fmt: skip
    group = told.group("on Saturday")
    assert {told.claims[claim].period.edtf for claim in group.members} == {"2024-05-11"}
    assert len(group.members) == 2
    assert all(told.claims[claim].period.derived for claim in group.members)


def test_those_who_are_left_are_counted_by_population_day_and_voice(read):
    told = read(
        ("Daily Courier", "2024-05-14",
         ("It is reported that about 900 gunmen remain in Old Harbour.\n\n"
         "Activists said that under 900 people remain in Old Harbour.\n")),
        ("Morning Post", "2025-04-14", "The National Council said that around 1,200 fighters remain in Old Harbour.\n"),
    )  # fmt: skip
    assert len({told.group(words).id for words in ("900 gunmen", "900 people", "1,200")}) == 3
    assert told.record.conflicts == ()
    voices = {voice.key: voice.kind for voice in told.record.voices}
    assert voices[told.say("900 gunmen").voice] is VoiceKind.UNKNOWN
    assert told.group("900 gunmen").origins[0] == 0 or told.say("900 gunmen").stance is Stance.HEDGES


def test_furniture_yields_no_claim_and_the_feeders_at_the_end_are_a_sign_of_origin(read):
    news = (
        "Troops crossed the canal into Old Harbour on Monday while sappers cleared the quay of mines, the Harbour Monitor "
        "said in a statement that it sent to reporters before noon from its office abroad.\n\n"
    )
    told = read(
        ("Hill Tribune", "2024-05-14", news),
        ("Digest", "2024-05-15", f"{news}Sender's Name:\n\nRecipient's Email:\n\nHill Tribune\n\nMorning Post\n"),
    )
    (copy,) = told.record.copies
    assert copy.kind == "copy"
    assert "Digest names Hill Tribune among its sources" in (copy.derived.note or "")
    assert all("Hill Tribune" not in words and "Sender" not in words for words in told.words.values())
    assert {group.origins for group in told.record.groups} == {(1, 1)}


def test_two_ways_to_see_one_retreat_differ_in_view_and_not_in_fact():
    case = Case()
    gone = case.claim("a", "the men left the harbour", "withdrawal", agents=("rebels",), voice="the army")
    praise = case.claim("a", "a clever step back", "characterisation", "Rebel Council", agents=("rebels",))
    blame = case.claim("b", "they had no strength left", "characterisation", "activists", agents=("rebels",))
    (conflict,) = case.link().conflicts
    assert conflict.kinds == ("characterisation",)
    assert sorted(side.claims for side in conflict.sides) == sorted([(praise,), (blame,)])
    assert next(group for group in case.link().groups if gone in group.members).origins == (1, 1)


def test_who_holds_a_city_and_who_holds_its_quarter_are_two_disputes(read):
    told = read(
        ("Daily Courier", "2024-05-13",
         ("State television said that the army had captured Old Harbour on Monday.\n\n"
         "State television said that the army had captured Marven on Monday.\n")),
        ("Morning Post", "2024-05-13",
         ("The National Council said that rebels still held 40 percent of Old Harbour on Monday.\n\n"
         "The National Council denied that the army had captured Marven on Monday.\n")),
    )  # fmt: skip
    disputes = [
        sorted(told.words[claim] for side in conflict.sides for claim in side.claims)
        for conflict in told.record.conflicts
    ]
    assert len(disputes) == 2
    for words in disputes:
        assert len(words) == 2
        assert len([1 for name in ("Marven", "Old Harbour") if any(name in one for one in words)]) == 1

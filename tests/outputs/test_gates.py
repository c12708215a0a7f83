from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.kinds import ClaimKind, Precision, VoiceKind
from sayso.model.mentions import ActorMention, NameMention
from sayso.model.resolved import Voice
from sayso.model.spans import Span
from sayso.outputs import Terms, hold_back, publish
from sayso.outputs.gates import count_struck

OPEN = {"unreviewed": True, "agents": "checked", "places": "checked"}


def claim_with(text, kind=ClaimKind.SHELLING, agent=None, label="person", **more):
    """Return a record whose first claim is these words, with the part of them that does it as a name of this label."""
    record = make_record()
    span = Span(text.index(agent), text.index(agent) + len(agent)) if agent else None
    actor = ActorMention(span=span, token=0, head=agent, name=agent) if agent else None
    claim = replace(
        record.claims[0].claim, span=Span(0, len(text)), sentence=Span(0, len(text)), kind=kind, agent=actor
    )
    names = (NameMention(span=span, name=agent, label=label),) if agent else ()
    resolved = replace(record.claims[0], claim=claim, agents=(agent,) if agent else (), **more)
    return replace(
        record,
        documents=(replace(record.documents[0], text=text), record.documents[1]),
        claims=(resolved, record.claims[1]),
        names=(names, ()),
    )


@pytest.mark.parametrize(
    ("text", "kind", "agent", "label", "is_held"),
    [
        ("Hiba Kalvar shelled Ford.", ClaimKind.SHELLING, "Hiba Kalvar", "person", True),
        ("Hiba Kalvar killed two men.", ClaimKind.VIOLENCE_AGAINST_CIVILIANS, "Hiba Kalvar", "person", True),
        ("Bashar al-Assad shelled Ford.", ClaimKind.SHELLING, "Bashar al-Assad", "person", True),
        ("Hiba Kalvar met the envoys.", ClaimKind.DIPLOMACY, "Hiba Kalvar", "person", False),
        ("Ford Brigade shelled the mill.", ClaimKind.SHELLING, "Ford Brigade", "body", False),
        ("The army shelled Ford.", ClaimKind.SHELLING, None, None, False),
        ("Bashar al-Assad's army shelled Ford.", ClaimKind.SHELLING, None, None, False),
    ],
)
def test_a_person_named_as_an_agent_of_violence_waits_for_a_release(text, kind, agent, label, is_held):
    record = claim_with(text, kind, agent, label)
    assert hold_back(record, Terms(unreviewed=True)).agents == ({"c0"} if is_held else set())
    assert hold_back(record, Terms(**OPEN)).all == set()


@pytest.mark.parametrize(
    "said", ["bombed Ford", "had personally ordered the shelling of Ford", "killed two men in Ford"]
)
def test_a_deed_behind_the_name_of_a_person_waits_whoever_is_read_to_have_done_it(said):
    record = claim_with(f"Bashar al-Assad {said}.")
    mention = NameMention(span=Span(0, 15), name="Bashar al-Assad", label="person")
    assert hold_back(replace(record, names=((mention,), ())), Terms(unreviewed=True)).agents == {"c0"}


@pytest.mark.parametrize(
    ("agent", "names", "held"),
    [
        ("Hiba Kalvar", "asked", {"c0", "c1"}),
        ("Hiba Kalvar", None, {"c0"}),
        ("Bashar al-Assad", None, {"c0", "c1"}),
    ],
)
def test_the_other_claims_of_a_sentence_that_would_tell_the_name_of_such_a_person_wait_too(agent, names, held):
    record = claim_with(f"{agent} shelled Ford and two died.", agent=agent)
    first = record.claims[0].claim
    other = replace(record.claims[1].claim, document=first.document, sentence=first.sentence, span=Span(29, 37))
    record = replace(record, claims=(record.claims[0], replace(record.claims[1], claim=other)))
    assert hold_back(record, Terms(unreviewed=True, names=names)).agents == held


def test_a_holder_of_office_is_told_by_a_part_of_his_name_too():
    record = claim_with("Assad bombed Ford and the envoys met.")
    mention = NameMention(span=Span(0, 5), name="Bashar al-Assad", label="person")
    first = record.claims[0].claim
    other = replace(
        record.claims[1].claim,
        document=first.document,
        sentence=first.sentence,
        span=Span(22, 36),
        kind=ClaimKind.DIPLOMACY,
    )
    record = replace(record, claims=(record.claims[0], replace(record.claims[1], claim=other)), names=((mention,), ()))
    assert hold_back(record, Terms(unreviewed=True)).agents == {"c0", "c1"}


@pytest.mark.parametrize(
    ("text", "kind", "precision", "is_held"),
    [
        ("Shells hit the field hospital in Ford.", ClaimKind.SHELLING, Precision.TOWN, True),
        ("The evacuation routes lead over the hill.", ClaimKind.DIPLOMACY, Precision.TOWN, True),
        ("Families hide in a shelter below the mill.", ClaimKind.STRENGTH, Precision.TOWN, True),
        ("Flour came to the quarter.", ClaimKind.AID, Precision.DISTRICT, True),
        ("Flour came to the town.", ClaimKind.AID, Precision.TOWN, False),
        ("Shells hit the mill.", ClaimKind.SHELLING, Precision.POINT, False),
        ("Hospitality was shown to all.", ClaimKind.DIPLOMACY, Precision.TOWN, False),
    ],
)
def test_places_of_aid_and_shelter_and_ways_out_wait_for_a_release(text, kind, precision, is_held):
    record = claim_with(text, kind)
    record = replace(record, places=(replace(record.places[0], precision=precision),))
    assert hold_back(record, Terms(unreviewed=True)).places == ({"c0"} if is_held else set())
    assert hold_back(record, Terms(**OPEN)).all == set()


@pytest.mark.parametrize(
    ("frame", "precision", "is_held"),
    [
        ("aid_blocked", Precision.DISTRICT, False),
        ("aid_blocked", Precision.POINT, True),
        ("try_to_bring_aid", Precision.DISTRICT, True),
        ("aid", Precision.DISTRICT, True),
    ],
)
def test_aid_that_was_kept_out_of_a_quarter_is_at_no_spot_in_it(frame, precision, is_held):
    record = claim_with("Flour for the quarter.", ClaimKind.AID)
    claim = replace(record.claims[0].claim, frame=frame)
    record = replace(
        record,
        places=(replace(record.places[0], precision=precision),),
        claims=(replace(record.claims[0], claim=claim), record.claims[1]),
    )
    assert hold_back(record, Terms(unreviewed=True)).places == ({"c0"} if is_held else set())


def test_a_claim_whose_sentence_tells_of_a_shelter_beside_its_own_words_waits_too():
    record = claim_with("Shells killed two in Ford, they said from a shelter below the mill.")
    claim = replace(record.claims[0].claim, span=Span(0, 25))
    record = replace(record, claims=(replace(record.claims[0], claim=claim), record.claims[1]))
    assert hold_back(record, Terms(unreviewed=True)).places == {"c0"}


@pytest.mark.parametrize(
    ("title", "url", "is_shown"),
    [
        ("Rebels leave Ford", "https://post.example/rebels-leave-ford", True),
        ("The wounded lie in the clinic of Ford", "https://post.example/clinic-of-ford", False),
        ("The wounded lie in the Field Hospital", "https://post.example/the_field%20hospital.html", False),
    ],
)
def test_no_headline_or_address_tells_of_a_hospital_that_was_not_released(title, url, is_shown):
    record = claim_with("Shells hit the mill.")
    record = replace(record, documents=(replace(record.documents[0], title=title, url=url), record.documents[1]))
    (row, _) = publish(record, Terms(unreviewed=True, names="asked")).tables["documents"]
    assert (row["title"], row["url"]) == ((title, url) if is_shown else (None, None))
    (row, _) = publish(record, Terms(**OPEN, names="asked")).tables["documents"]
    assert (row["title"], row["url"]) == (title, url)


def test_voices_of_which_no_claim_leaves_stay_in_the_case():
    record = claim_with("The army shelled Ford.", reviewed="accepted", reviewed_by="Ana")
    unheard = Voice(key="hiba", name="Hiba Kalvar", kind=VoiceKind.RESIDENT, names=("Hiba Kalvar",))
    record = replace(record, voices=(*record.voices, unheard))
    rows = publish(record, Terms(**OPEN)).tables["voices"]
    assert [row["name"] for row in rows] == [row["name"] for row in rows if row["claims"]] != []


def test_words_that_two_reports_share_leave_no_case_for_no_claim_vouches_for_them():
    rows = publish(claim_with("Shells hit the mill."), Terms(unreviewed=True, names="asked")).tables["relations"]
    (copy,) = [row for row in rows if row["left"] == "d0"]
    assert (copy["quote"], copy["spans"]) == (None, None)


def test_what_nobody_has_reviewed_waits():
    record = claim_with("The army shelled Ford.", reviewed="accepted", reviewed_by="Ana")
    assert hold_back(record, Terms()).unreviewed == {"c1"}


@pytest.mark.parametrize("terms", [Terms(), Terms(unreviewed=True)])
def test_nothing_is_made_of_a_record_that_still_holds_what_must_wait(terms):
    with pytest.raises(ValueError, match="may not leave"):
        publish(claim_with("Hiba Kalvar shelled Ford.", agent="Hiba Kalvar"), terms)


@pytest.mark.parametrize(
    ("text", "kind", "is_told"),
    [
        ("A rocket hit a hospital in Ford.", ClaimKind.SHELLING, True),
        ("A rocket hit a bakery in Ford.", ClaimKind.SHELLING, False),
        ("The hospital in Ford took in the hurt.", ClaimKind.AID, False),
    ],
)
def test_it_is_counted_what_is_left_out_of_attacks_beside_the_word_for_a_medical_site(text, kind, is_told):
    record = claim_with(text, kind)
    held = hold_back(record, Terms(unreviewed=True))
    assert held.places == {"c0"}
    assert count_struck(record, held) == is_told

import csv
import json
from dataclasses import replace

import pytest
from bridge import make_record

from sayso.model.kinds import PlaceKind, Precision, VoiceKind
from sayso.model.mentions import NameMention
from sayso.model.resolved import Place, Voice
from sayso.model.spans import Span
from sayso.outputs import Terms, publish, write_csv, write_geojson, write_jsonl
from sayso.outputs.privacy import Privacy

TEXT = "Hiba al-Kalvar, a teacher, said so. KALVAR wept; Kalvar's house fell. Doctor Hiba saw it from Ford bridge."


def make_private(*names, text=TEXT, others=()):
    """Return the small record with a private person of these names as the voice of its first claim."""
    record = make_record()
    person = Voice(key="somebody", name=names[0], kind=VoiceKind.RESIDENT, is_private=True, names=names)
    document = replace(record.documents[0], text=text, title=f"{names[0]} speaks", url=f"https://x.example/{names[0]}")
    return replace(
        record,
        title=f"What {names[0]} saw",
        voices=(person, *record.voices, *others),
        documents=(document, record.documents[1]),
        claims=(replace(record.claims[0], chain=("somebody",), voice="somebody"), record.claims[1]),
        control=(replace(record.control[0], voice=names[0]),),
        figures=(replace(record.figures[0], voice=names[0]),),
        origins=(replace(record.origins[0], name=names[0]),),
    )


def sent(record):
    return publish(record, Terms(unreviewed=True, agents="test", places="test", secret=b"a secret"))


@pytest.mark.parametrize("write", [write_csv, write_geojson])
def test_no_file_that_is_sent_on_holds_the_name_of_a_private_person(tmp_path, write):
    for path in write(sent(make_private("Hiba al-Kalvar")), tmp_path):
        content = path.read_text("utf-8").casefold()
        assert "kalvar" not in content
        assert "hiba" not in content


def test_the_working_format_holds_it_and_says_so(tmp_path):
    write_jsonl(make_private("Hiba al-Kalvar"), tmp_path)
    assert "Hiba al-Kalvar" in (tmp_path / "claims.jsonl").read_text("utf-8")
    assert "Do not publish" in json.loads((tmp_path / "manifest.json").read_text("utf-8"))["use"]


def test_a_private_person_is_one_person_in_every_table(tmp_path):
    write_csv(sent(make_private("Hiba al-Kalvar")), tmp_path)
    for table in ("voices", "control", "figures", "origins"):
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert "private person 1" in {row.get("voice") or row.get("name") for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hiba al-Kalvar said", "private person 1 said"),
        ("hiba-al-kalvar_said", "private person 1_said"),
        ("HIBA AL-KALVAR", "private person 1"),
        ("Kalvar's house", "private person 1's house"),
        ("KALVAR", "private person 1"),
        ("Kalvarian hills", "Kalvarian hills"),
        ("al-Assad", "al-Assad"),
        ("Umm Ford, of Ford", "private person 1, of Ford"),
        ("Samir Kalvar and Kalvar", "Samir Kalvar and private person 1"),
        ("the teacher", "the teacher"),
        (["Kalvar", {"a": "Kalvar"}, 3, None], ["private person 1", {"a": "private person 1"}, 3, None]),
        ("@HibaAlKalvar", "@private person 1"),
        ("Híba al-Kálvar", "private person 1"),
    ],
)
def test_a_name_is_found_in_all_its_forms(written, shown):
    other = Voice(key="samir", name="Samir Kalvar", kind=VoiceKind.EXPERT, is_public=True, names=("Samir Kalvar",))
    assert Privacy(make_private("Hiba al-Kalvar", "Umm Ford", others=(other,))).hide(written) == shown


def test_two_private_persons_are_told_apart_and_a_shared_name_is_neither():
    rami = Voice(key="rami", name="Rami Kalvar", kind=VoiceKind.MEDIC, is_private=True, names=("Rami Kalvar",))
    privacy = Privacy(make_private("Hiba Kalvar", others=(rami,)))
    assert privacy.hide("Hiba, Rami Kalvar, Kalvar") == "private person 1, private person 2, a private person"


def test_a_record_without_private_persons_is_shown_as_it_is():
    record = make_record()
    assert Privacy(record).hide("Hiba Kalvar of Ford") == "Hiba Kalvar of Ford"
    assert Privacy(replace(record, places=(Place(key="p", name="P", kind=PlaceKind.TOWN),))).persons == ()


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Kalvar house", "place withheld 1"),
        ("Hiba Kalvar Hospital", "private person 1 Hospital"),
        ("Kalvar Hospital", "private person 1 Hospital"),
        ("Zelt villa", "place withheld 1"),
        ("Zelt Mosque", "Zelt Mosque"),
    ],
)
@pytest.mark.parametrize("kind", [PlaceKind.BUILDING, PlaceKind.ROAD, PlaceKind.OTHER])
def test_a_house_that_is_called_after_a_person_is_no_public_name(place, shown, kind):
    record = make_private("Hiba Kalvar")
    site = Place(key=place, name=place, names=(place,), kind=kind, precision=Precision.POINT)
    mention = NameMention(span=Span(0, 4), name=place, label="place")
    record = replace(record, places=(*record.places, site), names=((mention,), ()))
    assert Privacy(record, b"a secret").hide(place) == shown


def test_what_sort_of_place_a_site_is_tells_nobody():
    record = make_private("Hiba Kalvar")
    site = Place(key="r", name="Ford refinery", names=("Ford refinery",), kind=PlaceKind.BUILDING)
    assert Privacy(replace(record, places=(*record.places, site))).hide("Ford refinery") == "Ford refinery"


def test_the_word_for_a_sort_of_place_in_an_unknown_name_stays_elsewhere():
    shown = Privacy(with_strange_places(("Al-Quarn Tower",)), b"a secret").hide("Al-Quarn Tower, or the Press Tower")
    assert shown == "place withheld 1, or the Press Tower"


def test_a_party_that_is_told_by_a_unique_role_has_no_name():
    record = make_record()
    claims = (replace(record.claims[0], agents=("police chief of Ford",)), record.claims[1])
    assert Privacy(replace(record, claims=claims)).hide("police chief of Ford").startswith("name withheld")


def with_strange_places(*spellings):
    """Return the small record with places that no table knows, each in its spellings."""
    record = make_record()
    places = tuple(Place(key=names[0], name=names[0], names=names) for names in spellings)
    return replace(record, places=(*record.places, *places))


def test_names_that_nobody_knows_are_told_apart_and_spellings_of_one_are_one():
    privacy = Privacy(with_strange_places(("Quarn", "Qarn"), ("Zelt",)), b"a secret")
    first, second, other = (privacy.hide(name) for name in ("Quarn", "Qarn", "Zelt"))
    assert first == second != other
    assert {first, other} == {"place withheld 1", "place withheld 2"}


def test_which_number_a_name_has_hangs_on_the_secret_alone():
    record = with_strange_places(("Quarn",), ("Zelt",))
    assert {Privacy(record, bytes([n]) * 32).hide("Quarn") for n in range(12)} == {
        "place withheld 1",
        "place withheld 2",
    }


def test_a_word_that_two_unknown_names_share_is_neither():
    record = make_record()
    claims = (replace(record.claims[0], agents=("Quarn Lions",), targets=("Quarn Foxes",)), record.claims[1])
    assert Privacy(replace(record, claims=claims)).hide("Quarn") == "name withheld"


def test_questions_that_differ_in_what_is_withheld_alone_stay_two():
    names = ("Quarn", "Zelt")
    record = with_strange_places(*((name,) for name in names))
    groups = tuple(
        replace(group, question=f"Who holds {name}?") for group, name in zip(record.groups, names, strict=True)
    )
    questions = {
        row["question"] for row in sent(replace(record, groups=groups)).tables["groups"] if row["relation"] == "same"
    }
    assert questions == {"Who holds place withheld 1?", "Who holds place withheld 2?"}


def test_a_place_that_is_told_in_a_report_as_a_person_is_a_name_that_is_withheld():
    record = with_strange_places(("Quarn",), ("Zelt",))
    mention = NameMention(span=Span(0, 5), name="Quarn", label="person")
    privacy = Privacy(replace(record, names=((mention,), ())), b"a secret")
    assert (privacy.hide("Quarn"), privacy.hide("Zelt")) == ("name withheld 1", "place withheld 1")


def test_places_and_other_names_that_nobody_knows_are_numbered_apart():
    record = with_strange_places(("Quarn",))
    record = replace(record, claims=(replace(record.claims[0], agents=("Zelt Lions",)), record.claims[1]))
    assert Privacy(record).hide("Zelt Lions at Quarn") == "name withheld 1 at place withheld 1"

"""Are voices, places, answers and origins merged and parted, and persons protected, from a page?"""

import re
from pathlib import Path

from web.conftest import ARTICLES, SETTINGS, Browser, build, open_browser
from web.judged import lines

import sayso
from sayso.case import Leave
from sayso.web import Desk


def test_two_voices_are_merged_and_split_again(desk: Desk, window: Browser, folder: Path):
    window.judge("merge", what="voice", name=["residents", "activists"], main="residents")
    names = {voice.name for voice in desk.look().voices_by_use}
    assert "residents" in names
    assert "activists" not in names
    window.judge("undo", judgement=lines(folder)[0].id)
    assert {"residents", "activists"} <= {voice.name for voice in desk.look().voices_by_use}


def test_the_page_says_what_was_merged_and_strikes_out_only_what_was_taken_back(window: Browser, folder: Path):
    answer = window.judge("merge", what="voice", name=["residents", "activists"], main="residents")
    assert re.search(
        r'role="status">.*<bdi>residents, activists</bdi>', window.page(answer.headers["location"]), re.DOTALL
    )
    window.judge("undo", judgement=lines(folder)[0].id)
    rows = re.findall(
        r'<li class="line( off)?" id="j-\w+">\s*<p class="head"><b>([\w ]+)</b>', window.page("/judgements")
    )
    assert rows == [("", "Taken back"), (" off", "Merged")]


def test_one_spelling_that_is_marked_stands_apart_from_the_name_it_was_under(desk: Desk, window: Browser):
    window.judge("merge", what="voice", name=["residents", "activists"], main="residents")
    window.judge("split", what="voice", name=["activists"], main="residents")
    assert {"residents", "activists"} <= {voice.name for voice in desk.look().voices_by_use}


def test_two_places_are_merged(desk: Desk, window: Browser):
    window.judge("merge", what="place", name=["Harwick", "Dunmore"])
    assert [place.name for place in desk.look().places_by_use if place.name in {"Harwick", "Dunmore"}] == ["Harwick"]


def test_a_spelling_that_the_settings_name_is_parted_too(tmp_path: Path):
    settings = SETTINGS.replace('name = "Dunmore"\n', 'name = "Dunmore"\nnames = ["Dunmoor"]\n')
    articles = {
        "a.txt": ARTICLES["undated.txt"],
        "b.txt": "Shells fell on the town of Dunmoor on Sunday, police said.\n",
    }
    desk = Desk(build(tmp_path, articles, settings))
    window = open_browser(desk)
    assert [len(desk.look().claims_at(place.key)) for place in desk.look().places_by_use] == [3]
    window.judge("split", what="place", name=["Dunmoor"], main="Dunmore")
    assert {place.name: len(desk.look().claims_at(place.key)) for place in desk.look().places_by_use} == {
        "Dunmore": 2,
        "Dunmoor": 1,
    }
    assert "Dunmoor" not in {
        name for place in desk.look().places_by_use if place.name == "Dunmore" for name in place.names
    }


def test_a_claim_is_set_apart_from_the_others_of_its_answer(desk: Desk, window: Browser):
    group = max(desk.look().record.groups, key=lambda group: len(group.members))
    first, second = group.members[:2]
    window.judge("split", what="group", name=[first])
    snapshot = desk.look()
    assert snapshot.group_of[first].id != snapshot.group_of[second].id


def test_two_answers_are_merged(desk: Desk, window: Browser):
    one, other = sorted(desk.look().record.groups, key=lambda group: group.id)[:2]
    window.judge("merge", what="group", name=[one.id, other.id])
    assert desk.look().group_of[one.members[0]].id == desk.look().group_of[other.members[0]].id


def test_two_origins_are_merged(desk: Desk, window: Browser):
    snapshot = desk.look()
    one, other = next(origins for origins in snapshot.origins_of.values() if len(origins) > 1)[:2]
    window.judge("merge", what="origin", name=[one.id, other.id])
    origin_of = desk.look().origin_of
    assert origin_of[one.claims[0]].id == origin_of[other.claims[0]].id


def test_a_voice_becomes_a_private_person_and_its_name_is_withheld(
    desk: Desk, window: Browser, folder: Path, tmp_path: Path
):
    voice = next(voice for voice in desk.look().voices_by_use if "doctor" in voice.name)
    window.judge("private", name=list(voice.names) or [voice.name])
    assert desk.look().voices[voice.key].is_private
    assert "private person" in window.page(f"/voice/{voice.key}")
    sayso.open(folder).export("csv", tmp_path / "out", Leave(unreviewed=True))
    assert voice.name not in (tmp_path / "out" / "voices.csv").read_text()

"""Is a briefing the same in each of its forms, safe to open, and the same bytes each time?"""

import base64
import hashlib
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from outputs.made_rows import claim, conflict, group, tables

from sayso.outputs.briefing import FORMS, Brief, draft_briefing, write_briefing
from sayso.outputs.briefing.reports import Reports
from sayso.outputs.bundles import PAGE, make_bundle, write_bundle

HOSTILE = "<script>alert(1)</script> | `x` [a](http://b) *c* </q> \x0b"
ROWS = tables(
    claim(quote=HOSTILE, context=HOSTILE, voice=HOSTILE),
    claim("withheld claim 2", voice="officer", stance="denies"),
    groups=[group(members=["c1"]), conflict(["c1"], ["withheld claim 2"])],
)
BRIEF = Brief(title=HOSTILE, tables=ROWS, is_unreviewed=True, notes=("Names are withheld.",))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_give_the_same_bytes(form):
    assert write_briefing(BRIEF, form) == write_briefing(BRIEF, form)


@pytest.fixture(params=["briefing", "bundle"])
def page(request):
    if request.param == "briefing":
        return write_briefing(BRIEF, "html").decode()
    return make_bundle(draft_briefing(BRIEF), Reports(ROWS))


def test_a_page_holds_nothing_hostile_and_loads_nothing(page):
    assert "<script>alert" not in page
    assert not re.search(r"""(?:src|href|srcset)=["'](?!data:|#)""", page)
    assert not re.search(r"url\((?!\"data:)", page)
    assert 'http-equiv="Content-Security-Policy"' in page
    assert "default-src 'none'" in page.replace("&#39;", "'")


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_lets_only_the_style_and_the_script_of_the_page_in(page, tag):
    for held in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page.replace("&#39;", "'")


def test_every_mark_leads_to_a_note_and_every_anchor_is_there_once(page):
    anchors = re.findall(r'\sid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)
    assert not any(" " in anchor for anchor in anchors)


@pytest.mark.parametrize("form", ["html", "md"])
def test_unreviewed_readings_are_marked_on_every_page(form):
    made = write_briefing(BRIEF, form).decode()
    assert "Unreviewed machine reading" in made
    assert "@page marked" in made or made.count("**Unreviewed machine reading**") > 5
    assert "Unreviewed" not in write_briefing(Brief(title="Rahna", tables=ROWS), form).decode()


def test_markdown_shows_the_words_and_takes_none_for_a_mark_up():
    made = write_briefing(BRIEF, "md").decode()
    assert r"\<script\>alert(1)\</script\> \| \`x\` \[a\](http://b) \*c\*" in made
    assert set(re.findall(r"\[\^(\d+)\](?!:)", made)) == set(re.findall(r"^\[\^(\d+)\]:", made, re.MULTILINE))


def test_a_word_file_holds_the_same_sentences_and_the_warning():
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    made = write_briefing(BRIEF, "docx")
    document = docx.Document(BytesIO(made))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Disputed" in text
    assert "according to" in text or "say that" in text
    assert document.sections[0].header.paragraphs[0].text == "Unreviewed machine reading"
    assert {part.date_time[:3] for part in ZipFile(BytesIO(made)).infolist()} == {(2000, 1, 1)}


def test_one_page_holds_every_claim_with_what_it_is_found_by(tmp_path):
    (path,) = write_bundle(BRIEF, tmp_path / "out")
    made = path.read_text("utf-8")
    assert path.name == PAGE
    assert made.count('<article class="claim"') == 2
    assert 'data-first="2024-05-01" data-last="2024-05-01"' in made
    assert "<mark>" in made


def test_the_demo_has_a_note_for_each_claim_of_a_dispute(demo_tables):
    for rows in demo_tables:
        briefing = draft_briefing(Brief(title="Demo", tables=rows))
        noted = {note.claim for note in briefing.notes}
        told = {
            claim
            for part in briefing.sections
            if part.id == "disputed"
            for block in part.blocks
            for side in block.sides
            for point in side.points
            for claim in point.sentence.claims
        }
        assert told <= noted

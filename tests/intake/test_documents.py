import pytest

from tests.intake.articles import LEAD, MORE, describe

TITLES = [
    (f"Dam breaks above Arva\n\n{LEAD}", "Dam breaks above Arva"),
    (f"* Dam breaks above Arva\n* Mayor silent\n\n{LEAD}", "Dam breaks above Arva"),
    (f"Africa\n\nBy Ada Lovel\n\n4 March 2014\n\nDam breaks above Arva\n\n{LEAD}", "Dam breaks above Arva"),
    (f"Dam breaks above Arva | Arva Post\n\n{LEAD}", "Dam breaks above Arva"),
    (LEAD, None),
    ("", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_is_the_first_headline(text, title):
    document = describe(text)
    assert document.title == title
    assert (document.title_span.read(text) if document.title_span else None) == title


def test_the_pages_own_title_is_found_again_in_the_text():
    text = f"Mayor silent\n\nDam breaks above Arva\n\n{LEAD}"
    document = describe(text, title="Dam breaks above Arva")
    assert document.title_span.read(text) == "Dam breaks above Arva"
    assert describe(LEAD, title="Dam breaks").title == "Dam breaks"
    assert describe(LEAD, title="Dam breaks").title_span is None


NOTICES = [
    ("Correction: An earlier version of this story gave the wrong day.", "correction"),
    ("An earlier version of this article gave the wrong day.", "correction"),
    ("Editor's note: the name of the guard was changed.", "clarification"),
    ("This story has been updated with the mayor's words.", "update"),
]


@pytest.mark.parametrize(("line", "what"), NOTICES)
def test_notices_of_corrections_are_found(line, what):
    text = f"Dam breaks above Arva\n\n{LEAD}\n\n{MORE}\n\n{line}\n\n{MORE}"
    assert [(notice.span.read(text), notice.what) for notice in describe(text).notices] == [(line, what)]


def test_of_a_long_paragraph_only_the_sentence_with_the_notice_is_one():
    notice = "An earlier version of this article gave the wrong day."
    text = f"Dam breaks above Arva\n\n{LEAD} {notice} {MORE} {LEAD} {MORE} {LEAD} {MORE}"
    (found,) = describe(text).notices
    assert found.span.read(text) == notice


def test_a_bare_note_of_change_is_furniture_too():
    line = "This article was corrected on 6 March 2014. Details are given below."
    document = describe(f"Dam breaks above Arva\n\n4 March 2014\n{line}\n\n{LEAD}")
    assert "change note" in {piece.what for piece in document.furniture}
    assert [clue.value for clue in document.clues] == ["2014-03-04"]


def test_windows_line_ends_right_to_left_text_and_emoji_keep_every_offset():
    text = f"Dam breaks above Arva 🙂\r\n\r\nBy Ada Lovel\r\n\r\n«قال الشاهد» {LEAD}\r\n\r\n{MORE}\r\n\r\nShare this article\r\n"
    document = describe(text)
    assert document.title == "Dam breaks above Arva 🙂"
    assert [piece.span.read(text) for piece in document.furniture] == ["By Ada Lovel", "Share this article"]
    assert document.language == "en"


def test_describing_twice_gives_the_same_document():
    text = f"The Arva Post\n\nDam breaks above Arva\n\n{LEAD}\n\nShare this"
    assert describe(text) == describe(text)

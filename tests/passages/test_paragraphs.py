import pytest

from sayso.model.documents import Document, Furniture, Notice
from sayso.model.kinds import PassageKind
from sayso.model.spans import Span
from sayso.passages import find_passages


def make_document(text, **fields):
    return Document(id="d", sha256="s", file="d.txt", text=text, **fields)


def read(text, passages):
    return [passage.span.read(text) for passage in passages]


CASES = [
    ("Dam breaks above town\n\nWater came at dawn.\n", ["Dam breaks above town", "Water came at dawn."]),
    ("Water came at dawn.\r\n\r\nIt left at noon.\r\n", ["Water came at dawn.", "It left at noon."]),
    (
        "A guard of the new council points to a shell that did not \n\n (not seen) go off in the town.\n",
        ["A guard of the new council points to a shell that did not \n\n (not seen) go off in the town."],
    ),
    ("Short line\nlower case next\n", ["Short line", "lower case next"]),
    ("\n\n---\n\nWords.\n", ["Words."]),
]


@pytest.mark.parametrize(("text", "paragraphs"), CASES)
def test_paragraphs_are_lines_and_broken_lines_are_joined(text, paragraphs):
    assert read(text, find_passages(make_document(text))) == paragraphs


def test_furniture_is_cut_out_and_what_stands_around_it_stays():
    text = "Share\n\nphotoTroops left the pass. Reuse rights\n"
    furniture = tuple(
        Furniture(span=Span(text.index(w), text.index(w) + len(w)), what="widget")
        for w in ("Share", "photo", "Reuse rights")
    )
    assert read(text, find_passages(make_document(text, furniture=furniture))) == ["Troops left the pass."]


def test_the_dateline_is_no_part_of_a_sentence():
    text = "ARVA: Troops left the pass.\n"
    assert read(text, find_passages(make_document(text, dateline=Span(0, 5)))) == ["Troops left the pass."]


def test_kinds_tell_headline_caption_notice_and_body():
    text = "Dam breaks above town\nRescuers search a house in the valley.\nWater came at dawn.\nCorrection: it came at noon.\n"
    caption = Span(text.index("Rescuers"), text.index("\nWater"))
    notice = Notice(span=Span(text.index("Correction"), len(text) - 1), what="correction")
    kinds = [p.kind for p in find_passages(make_document(text, captions=(caption,), notices=(notice,)))]
    assert kinds == [PassageKind.HEADLINE, PassageKind.CAPTION, PassageKind.BODY, PassageKind.NOTICE]


def test_an_open_quotation_goes_on_in_the_next_paragraph():
    text = "He said: “The first night was quiet.\n\n“The second was not.”\n"
    first, second = find_passages(make_document(text))
    assert first.quotations[-1].is_open
    assert second.quotations[0].continues


def test_an_empty_text_has_no_passages():
    assert find_passages(make_document("")) == ()


def test_only_a_document_of_one_line_is_searched_for_headings_inside_its_lines():
    line = "Sunday 3 March 2015 The flood has driven hundreds of families from the valley, the council said."
    alone = find_passages(make_document(line))
    after_a_title = find_passages(make_document(f"Flood empties valley\n\n{line}"))
    assert [len(passage.sentences) for passage in alone] == [2]
    assert [len(passage.sentences) for passage in after_a_title] == [1, 1]


def test_a_line_of_a_few_words_has_lost_no_headings():
    (passage,) = find_passages(make_document("Reporters Without Borders condemned the raid."))
    assert len(passage.sentences) == 1

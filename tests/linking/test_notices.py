"""Which claims does a correction notice take back?"""

from hand_made import Case, figure

from sayso.model.documents import Notice
from sayso.model.spans import Span

TOLL = {"kind": "toll", "day": "2024-05-01", "by": "stated"}


def printed(case, document, first):
    """Make all of a document from its claim `first` on a correction notice."""
    text = case.texts[document]
    case.notices[document] = (Notice(span=Span(text.index(first), len(text)), what="correction"),)


def links(case):
    return {(link.kind.value, link.left, link.right) for link in case.link().links}


def test_what_an_earlier_version_said_is_taken_back_by_the_outlet_that_had_said_it():
    case = Case()
    before = case.claim("a", "38 were killed", figures=[figure(38, 38)], **TOLL)
    case.claim("a", "the Monitor says that 38 died", voice="the Monitor", figures=[figure(38, 38)], **TOLL)
    case.document("c", outlet="Weekly")
    case.claim("c", "38 dead, others print", figures=[figure(38, 38)], **TOLL)
    taken = case.claim("b", "that 38 were killed was wrong", voice="reports", figures=[figure(38, 38)], **TOLL)
    instead = case.claim("b", "33 were killed", voice="the Monitor", figures=[figure(33, 33)], **TOLL)
    printed(case, "b", "that 38")
    found = {row for row in links(case) if row[0] in {"retracts", "corrects"}}
    assert found == {("retracts", taken, before), ("corrects", instead, taken)}


def test_outside_a_notice_nothing_is_taken_back():
    case = Case()
    case.claim("a", "38 were killed", figures=[figure(38, 38)], **TOLL)
    case.claim("b", "reports said that 38 were killed", voice="reports", figures=[figure(38, 38)], **TOLL)
    assert not {row for row in links(case) if row[0] in {"retracts", "corrects"}}

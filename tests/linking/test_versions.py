"""Which documents are versions of one page?"""

import pytest
from hand_made import Case, figure

from sayso.linking.versions import name_page
from sayso.model.documents import Document

ADDRESSES = [
    ("https://www.herald.test/war/one", "http://herald.test/war/one/", True),
    ("https://herald.test/war/one?utm_source=mail&ref=top", "https://herald.test/war/one#end", True),
    ("https://herald.test/story?id=4", "https://herald.test/story?id=5", False),
    ("https://herald.test/story?id=4&page=2", "https://herald.test/story?page=2&id=4", True),
    ("https://herald.test/story.php?12345", "https://herald.test/story.php?67890", False),
    ("https://herald.test/#!/one", "https://herald.test/#!/two", False),
    ("https://herald.test/war/one", "https://courier.test/war/one", False),
    ("https://[herald.test/war", "https://[herald.test/war", True),
]


def page(url, name="a"):
    return name_page(Document(id=name, sha256="", file="", text="", url=url))


@pytest.mark.parametrize(("left", "right", "is_one"), ADDRESSES)
def test_one_page_has_many_addresses(left, right, is_one):
    assert (page(left) == page(right)) is is_one


def test_documents_without_an_address_are_pages_of_their_own():
    assert page(None, "a") != page(None, "b")


def test_the_address_of_a_whole_site_tells_no_page():
    assert page("https://herald.test/", "a") != page("https://herald.test", "b")


def two_versions(**later):
    case = Case()
    case.document("a", url="https://herald.test/bridge")
    case.document("b", url="https://herald.test/bridge?utm_source=x", **later)
    return case


def test_a_later_version_is_linked_with_the_one_before_though_they_share_no_word():
    case = two_versions()
    case.claim("a", "the bridge fell", "destruction")
    case.claim("b", "nobody saw it", "clash")
    (copy,) = case.link().copies
    assert (copy.left, copy.right, copy.kind, copy.left_spans) == ("a", "b", "version", ())


def test_a_number_that_a_later_version_changes_is_corrected():
    case = two_versions()
    dead = {"kind": "toll", "by": "stated", "day": "2024-05-02", "frame": "die"}
    before = case.claim("a", "four have died", figures=[figure(4, 4)], **dead)
    after = case.claim("b", "six have died now", figures=[figure(6, 6)], **dead)
    links = [(link.left, link.right) for link in case.link().links if link.kind == "corrects"]
    assert links == [(after, before)]


def test_two_pages_of_one_outlet_correct_nothing():
    case = Case()
    case.document("a", url="https://herald.test/bridge")
    case.document("b", url="https://herald.test/harbour")
    dead = {"kind": "toll", "by": "stated", "day": "2024-05-02", "frame": "die"}
    case.claim("a", "four have died", figures=[figure(4, 4)], **dead)
    case.claim("b", "six have died now", figures=[figure(6, 6)], **dead)
    assert not [link for link in case.link().links if link.kind == "corrects"]


def test_what_both_versions_say_stays():
    case = two_versions()
    dead = {"kind": "toll", "by": "stated", "day": "2024-05-02", "frame": "die"}
    case.claim("a", "four have died", figures=[figure(4, 4)], **dead)
    case.claim("b", "there were four dead", figures=[figure(4, 4)], **dead)
    case.claim("b", "six have died now", figures=[figure(6, 6)], **dead)
    assert not [link for link in case.link().links if link.kind == "corrects"]


def test_unnamed_people_of_two_versions_are_the_same_people():
    case = two_versions()
    first = case.claim("a", "shells fell all night", "shelling", "residents")
    case.claim("b", "the shelling went on", "shelling", "residents")
    group = next(group for group in case.link().groups if first in group.members)
    assert group.origins == (1, 1)

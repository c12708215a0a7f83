"""What does it mean that two documents share text?"""

import re

import pytest
from hand_made import copies_of

from sayso.linking.overlaps import find_overlap

PARAGRAPH = (
    "Lorries with flour waited for six hours at the northern gate of the town while gunners on the ridge fired over "
    "the road, and turned back at dusk when the bridge behind them was hit."
)
PHRASE = "The head of the centre for the dead"
QUOTATION = "We carried the children to the river in the dark that night"
BACKGROUND = "The fighting in the province, which began in spring 2019, has driven 340,000 people from their homes."
LEFT = (
    "The herald's own man in the harbour counted nine ships that morning. None of them had leave to unload, he wrote, "
    "and two captains told him they would sail on. A guard at the quay sent him away before noon."
)
RIGHT = (
    "Members of the council met behind closed doors for most of the night. One of them left early and would not say "
    "why. Outside, shopkeepers swept glass from the pavement and waited for the electricity to come back."
)
LONG_LEFT, LONG_RIGHT = (f"{text} {text[::-1]} {text.upper().replace('E', 'I')}" for text in (LEFT, RIGHT))

# What both print, how often each has it, and what that means.
SHARED = [
    ("nearly all of one", (PARAGRAPH, f"{PARAGRAPH} {RIGHT}"), "copy"),
    ("one paragraph among others", (f"{LEFT} {LEFT[::-1]} {PARAGRAPH}", f"{PARAGRAPH} {RIGHT} {RIGHT[::-1]}"), "partial"),
    ("one sentence of a quotation", (f"{LONG_LEFT} {QUOTATION}.", f"{LONG_RIGHT} {QUOTATION}."), "quotation"),
    ("only what looks back over the war", (f"{LEFT} {BACKGROUND}", f"{RIGHT} {BACKGROUND}"), "background"),
    ("only a set phrase", (f"{PHRASE}. {LEFT}", f"{RIGHT} {PHRASE}."), "background"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "kind"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_what_is_shared_decides(texts, kind):
    (copy,) = copies_of(*texts)
    assert copy.kind == kind
    assert copy.derived.value == kind


def test_texts_without_eleven_words_in_common_share_nothing():
    assert copies_of(LEFT, RIGHT) == ()


def test_a_copy_with_a_word_changed_here_and_there_is_found_whole():
    changed = PARAGRAPH.replace("six", "seven").replace("gunners", "snipers").replace("dusk", "nightfall")
    (copy,) = copies_of(PARAGRAPH, changed)
    assert copy.share > 0.85


def test_a_lead_printed_again_as_a_caption_counts_once():
    once, twice = (
        copies_of(PARAGRAPH, f"{PARAGRAPH} {LEFT}")[0],
        copies_of(PARAGRAPH, f"{PARAGRAPH} {PARAGRAPH} {LEFT}")[0],
    )
    assert once.derived.note == twice.derived.note


def test_agencies_that_both_credit_are_named_in_the_reason():
    (copy,) = copies_of(PARAGRAPH, PARAGRAPH, agencies=("Wire",))
    assert copy.derived.note.endswith("both credit Wire")


FEEDS = [
    (f"{PARAGRAPH}\n\nHill Courier\n\nValley Voice\n", True),
    (f"{PARAGRAPH}\n\nHill Courier / Valley Voice\n", True),
    (f"{PARAGRAPH}\n\nThe Hill Courier did not print a word of this all week long.\n", False),
    (f"Hill Courier\n\n{PARAGRAPH}" + "\n\nAn end." * 20, False),
]


@pytest.mark.parametrize(("text", "is_feeder"), FEEDS)
def test_an_outlet_that_the_other_names_at_its_end_is_told(text, is_feeder):
    (copy,) = copies_of(PARAGRAPH, text, outlets=("Hill Courier", "Digest"))
    assert ("Digest names Hill Courier among its sources" in copy.derived.note) is is_feeder


BACKGROUNDS = [
    ("It has gone on since March 2019.", True),
    ("The unrest broke out in early 2016.", True),
    ("By his count 280,000 were killed in all.", True),
    ("Millions fled the country.", True),
    ("The quarter was retaken late last year.", True),
    ("On 3 March 2019 a shell hit the school.", False),
    ("Two children of nine years were killed.", False),
    ("About 1,200 people fled the village.", False),
]


@pytest.mark.parametrize(("sentence", "is_background"), BACKGROUNDS)
def test_background_looks_back_over_years_or_a_whole_war(sentence, is_background):
    (copy,) = copies_of(f"{LEFT} {sentence}", f"{LEFT} {sentence}")
    words = len(re.findall(r"\w+", LEFT if is_background else f"{LEFT} {sentence}"))
    assert copy.derived.note == f"{words} of {words} words of news, {words} in a row"


OVERLAPS = [
    ("a b c d e f", "x a b c d e y", [(0, 1, 5)]),
    ("a b c d", "a b c d", []),
    ("a b c d e", "a b c d e a b c d e", [(0, 0, 5)]),
    ("a b c d e x f g h i j", "f g h i j a b c d e", [(6, 0, 5), (0, 5, 5)]),
    ("", "a b c d e", []),
]


@pytest.mark.parametrize(("left", "right", "found"), OVERLAPS)
def test_each_word_is_shared_once(left, right, found):
    assert list(find_overlap(left.split(), right.split())) == found

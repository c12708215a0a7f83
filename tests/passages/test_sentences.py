import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.spans import Span
from sayso.passages.sentences import find_sentences

CASES = [
    ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
    ("Gen. Abel Tarn spoke to Dr. Okoro.", ["Gen. Abel Tarn spoke to Dr. Okoro."]),
    ("It began at 5 a.m. on Monday. By noon it was over.", ["It began at 5 a.m. on Monday.", "By noon it was over."]),
    ("The U.S. envoy left. The U.N. stayed.", ["The U.S. envoy left.", "The U.N. stayed."]),
    ("Troops left the U.S. The convoy went on.", ["Troops left the U.S.", "The convoy went on."]),
    ("Roads closed on Friday.Meanwhile, rain fell.", ["Roads closed on Friday.", "Meanwhile, rain fell."]),
    ("“We hold the hill.” The general smiled.", ["“We hold the hill.”", "The general smiled."]),
    ("“Where are they?” he asked.", ["“Where are they?” he asked."]),
    ("“The town is lost,” she said. “We leave.”", ["“The town is lost,” she said.", "“We leave.”"]),
    (
        "The town is in danger. . . . Our men are at the gate.",
        ["The town is in danger. . . .", "Our men are at the gate."],
    ),
    ("They waited ... and left.", ["They waited ... and left."]),
    ("J. R. Mbeki signed.", ["J. R. Mbeki signed."]),
    ("About 3.5 million fled.", ["About 3.5 million fled."]),
    ("Read www.example.org for more.", ["Read www.example.org for more."]),
    ("No. 4 battery fired.", ["No. 4 battery fired."]),
    ("Town falls to rebels", ["Town falls to rebels"]),
    ("1545 GMT: Shells hit the mill.", ["1545 GMT:", "Shells hit the mill."]),
    ("10.25 - Rebels are in the town.", ["10.25 -", "Rebels are in the town."]),
    ("16:10 Shells hit the mill.", ["16:10", "Shells hit the mill."]),
    ("1990 - the war begins.", ["1990 - the war begins."]),
    (
        "They hit Selmar (in the north).Shells fell on Orlesh.",
        ["They hit Selmar (in the north).", "Shells fell on Orlesh."],
    ),
    (
        "Army has held forty boys in Orlesh: UN At least 38 boys have been held since May.",
        ["Army has held forty boys in Orlesh: UN", "At least 38 boys have been held since May."],
    ),
    (
        "He named three towns: Selmar in the hills and two more.",
        ["He named three towns: Selmar in the hills and two more."],
    ),
    ("سقطت المدينة. 🙂 Then calm.", ["سقطت المدينة.", "🙂 Then calm."]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert [span.read(text) for span in find_sentences(text, Span(0, len(text)))] == sentences


# A bar marks where a sentence ends.
MARKED = [
    # quotations of several sentences
    "“We held the mill all night. | Nobody slept. | Then they left,” said Ana Torv, a nurse.",
    '"They came at dawn. | They took the flour." | Nobody stopped them.',
    "He said: “The road is shut. | We walk.” | Then he walked.",
    "“Is it over?” she asked. | “No.”",
    "“Fire!” a man shouted from the roof.",
    "‘The well is dry.’ | The mayor shrugged.",
    "“The talks failed.” | (Translated by the court.) | No date was set.",
    # abbreviations
    "The Harrow Grain Co. shut its gates in Dec. 2019.",
    "The firm is Orlo Shipping Ltd. | The port belongs to it.",
    "They took flour, oil, salt, etc. to the school.",
    "See Art. 14 of the charter and Res. 2118 of the council.",
    "The pact of Aug. 12 and the pact of Sept. 3 both failed.",
    "Some aid, e.g. flour, came by sea.",
    "The army, i.e. the Third Corps, left.",
    "The envoy of the U.N. Human Rights Office left.",
    "It was sent to the U.N. | Nobody answered.",
    "She moved to the U.S. in 2003.",
    "St. Brendan’s hospital and Mt. Orsel were hit.",
    # initials
    "A. J. Tamm and B.K. Oduya were freed.",
    "The judge, Maria T. Lund, wept.",
    "He met J.T. | They spoke for an hour.",
    # ranks and titles
    "Lt. Col. Abel Tarn and Maj. Gen. Ruth Osei met Sgt. Bo Lind.",
    "Brig. Gen. Omar Deeb, Capt. Ines Roa and Pvt. Karl Moe fell.",
    "Prof. Lena Ruiz and Rev. Tom Abara wrote to Sen. Hall.",
    "The order came from the Gen. Staff.",
    # hours of the clock
    "Shelling began at 5 a.m. and stopped at 7 p.m. when rain fell.",
    "Shelling began at 5 a.m. | The last shell fell at noon.",
    "It fell at 6:30 p.m. by the church clock.",
    "It fell at 6:30p.m. on May Day.",
    "At 4 a.m. Tuesday the guns stopped.",
    # datelines
    "VELL, Dec. 3 - Rain fell on the camps. | Tents were lost.",
    "ORSEL (Tarran Press) — Two roads were cut. | A third was mined.",
    # ellipses
    "They waited ... and nobody came.",
    "“I do not know… perhaps tomorrow,” he said.",
    "The bridge is gone.... | The ferry still runs.",
    "“We had nothing . . . no bread, no water,” she said.",
    # headlines without a full stop
    "Army: 40 dead in Orsel",
    "Who holds the dam?",
    # lists
    "1. The guns fall silent. | 2. The roads open.",
    "The accord says: 1. All guns fall silent. | 2. All roads open.",
    "Found in the house: | • two rifles | • a map",
    # numbers of notes
    "The mill burned in 1990. [3] | It was rebuilt later.[4] | It burned again.",
    # several marks, figures
    "Over 200 were hurt!! | Why?! | Nobody knows.",
    "The count rose. | 12 people were missing.",
]


@pytest.mark.parametrize("is_flat", [False, True])
@pytest.mark.parametrize("marked", MARKED)
def test_sentences_of_news_end_at_the_bars_with_or_without_lines(marked, is_flat):
    text = marked.replace("| ", "")
    found = [span.read(text) for span in find_sentences(text, Span(0, len(text)), is_flat=is_flat)]
    assert found == marked.split(" | ")


FLAT = [
    "Sunday 3 March 2015 | The flood has driven hundreds of families from the valley, the council said. | Rain goes on.",
    "i like this place. | it is cheap and the people are kind. | i will come again.",
    "Rain fell on the camps. | Karsovia denies involvement | Karsovian officials met on Tuesday. | The road was cut.",
    "Rain fell on the camps. | Karsovia says it has not bombed Orsel since May. | The road was cut.",
    "Rain fell on the camps. | Council Denies | The head of the council on Monday denied that the road was cut.",
    "The photo shows a street. | (Source: Tarran Press) | The council said on Monday that it would rebuild the road.",
]


@pytest.mark.parametrize("marked", FLAT)
def test_in_a_text_without_lines_headings_and_small_letters_are_parted(marked):
    text = marked.replace("| ", "")
    found = [span.read(text) for span in find_sentences(text, Span(0, len(text)), is_flat=True)]
    assert found == marked.split(" | ")


NAMES = [
    "Spokesman Omar Deeb spoke on Monday about the Tarran River Dam.",
    "The New Orsel Human Rights Forum has counted nine dead in Vell Street.",
    "Troops of the Free Vell Brigade entered Karm Hospital on 3 April 2015.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_not_cut_in_two_where_lines_are_lost(text):
    assert [span.read(text) for span in find_sentences(text, Span(0, len(text)), is_flat=True)] == [text]


@given(st.text(alphabet=st.sampled_from('Ab. !?"”“\n\r\t…1é🙂•[]:'), max_size=60), st.booleans())
def test_sentences_hold_every_word_in_order_and_never_overlap(text, is_flat):
    spans = list(find_sentences(text, Span(0, len(text)), is_flat=is_flat))
    assert bool(spans) is bool(text.strip())
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert "".join("".join(span.read(text).split()) for span in spans) == "".join(text.split())


def test_only_the_given_run_is_cut():
    text = "Before. The dam broke. After."
    assert [s.read(text) for s in find_sentences(text, Span(8, 22))] == ["The dam broke."]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.gates import Gate, find_gate
from sayso.lexicons import read_toml

REPORTS = [
    "Shells fell on the market of Harwick at noon, and at least four people were hurt.",
    "The two governors signed a ceasefire in Dunmore after a night of talks, their offices said.",
    "Villagers left their homes by the hundred as the river rose, and the Red Cross put up tents.",
    "Three men were arrested near the bridge.",
    "Aftershocks went on through the night.\n\nThose who slept outside were asked to stay there until morning came again.",
    "A judge in Selba let the editor go after two years in prison, and the police gave no reason for his arrest." * 8,
]
OTHERS = [
    "The baker of Harwick has won the prize for the best bread of the valley for the third time in a row this summer.",
    "Our new phone has a brighter screen, a better camera and a battery that lasts for two days, its makers say.",
    "Mix the flour with the butter and the sugar, add two eggs, and bake the cake for half an hour until it is brown."
    * 9,
]
ABROAD = [
    (
        "Die Armee hat am Montag die Stadt eingenommen, und die meisten der Bewohner sind nach den Kämpfen nicht mehr da, "
        "sagte ein Sprecher der Regierung. Die Rebellen haben sich aus dem Norden der Stadt nach heftigem Beschuss "
        "zurückgezogen, und es gab viele Tote und Verletzte auf beiden Seiten der Front."
    ),
]


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_of_conflict_or_crisis_passes(text):
    assert find_gate(text) is None


@pytest.mark.parametrize("text", OTHERS)
def test_a_page_about_other_things_does_not(text):
    assert find_gate(text) is Gate.TOPIC


@pytest.mark.parametrize("text", ABROAD)
def test_a_report_in_another_language_does_not(text):
    assert find_gate(text) is Gate.LANGUAGE


@pytest.mark.parametrize("text", ["", "War!", "Read more\n\nShare"])
def test_a_few_words_are_no_report(text):
    assert find_gate(text) is Gate.LENGTH


@given(st.text())
def test_any_text_gets_an_answer(text):
    assert find_gate(text) in {None, *Gate}


@given(st.sampled_from(REPORTS), st.sampled_from(OTHERS))
def test_what_else_stands_on_a_page_hides_no_telling_word(report, other):
    assert find_gate(f"{other}\n\nThe ceasefire was broken. {report}") is None


def test_no_word_of_the_table_stands_there_twice():
    table = read_toml("crisis")
    lists = [*table["telling"].values(), table["common"]["words"]]
    for words in lists:
        assert len(set(words)) == len(words)

import pytest
from hand_read import Article
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.settings import ActorEntry, Settings
from sayso.resolution.party_names import PartyNames, join_parties, list_names
from sayso.text.spellings import plain

WORDS = st.sampled_from(["United", "Hill", "Front", "River", "Corps", "al-Hill", "army", "HF", "UHF", "RHC", "of"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def told(text, *names):
    article = Article("a", text)
    for name in names:
        article.claim(name, "clash", agent=article.actor(name, name=name))
    return list_names(article.reading)


def acted(key, words, name):
    article = Article(key, words + ".")
    return article.claim(words, "control_change", agent=article.actor(name, name=name))


# Texts with the names of their parties, a short name, and what it stands for in a case of all of them.
SHORT = (
    ([("The River Defence Corps (RDC) left.", "River Defence Corps"), ("The RDC came.", "RDC")], "rdc", "River Defence Corps"),
    ([("The River Defence Corps left.", "River Defence Corps"), ("The RDC came.", "RDC")], "rdc", "River Defence Corps"),
    ([("The Popular Hill Movement, or MPH, left.",), ("The MPH came.", "MPH")], "mph", "Popular Hill Movement"),
    ([("The United Hill Front left.", "United Hill Front"), ("The Hill Front came.", "Hill Front")], "hill front",
     "United Hill Front"),
    ([("The North Hill Front met the South Hill Front.", "North Hill Front", "South Hill Front"), ("The Hill Front came.", "Hill Front")],
     "hill front", None),
    ([("The River Dam Company and the Rural Dairy Council left.", "River Dam Company", "Rural Dairy Council"), ("The RDC came.", "RDC")],
     "rdc", None),
    ([("The radio (ABC) reported.",), ("The ABC came.", "ABC")], "abc", None),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "short", "full"), SHORT)
def test_a_short_name_stands_for_the_only_party_that_it_can_mean(texts, short, full):
    assert dict(join_parties(told(*one) for one in texts)).get(short) == full


@given(st.lists(NAMES, max_size=8))
def test_several_words_stand_for_the_only_name_that_ends_with_them(names):
    found = dict(join_parties([PartyNames(frozenset(names), frozenset())]))
    for short in (name for name in names if len(plain(name).split()) > 1 and not name.isupper()):
        longer = {plain(name) for name in names if plain(name).endswith(f" {plain(short)}")}
        assert plain(found.get(plain(short), "")) == (longer.pop() if len(longer) == 1 else "")


def test_a_party_has_its_full_name_wherever_a_report_uses_the_short_one(resolve):
    world = [
        acted("a", "The River Defence Corps (RDC) took Rahna", "River Defence Corps"),
        acted("b", "The RDC held Selba", "RDC"),
    ]
    assert resolve(world, Settings(country="Syria")).claim("The RDC held Selba").agents == ("River Defence Corps",)
    named = Settings(country="Syria", actors=(ActorEntry(name="Corps", aliases=("River Defence Corps",)),))
    assert resolve(world, named).claim("The RDC held Selba").agents == ("Corps",)


@pytest.mark.parametrize("name", ["Karsovian Armed Forces", "Karsovian Air Force", "Federal Army"])
def test_a_state_s_forces_by_their_own_name_are_its_forces(resolve, name):
    karsovia = Settings(country="Karsovia")
    found = resolve([acted("a", f"The {name} took Rahna", name)], karsovia).claim(f"The {name} took Rahna")
    assert found.agents == ("Karsovian government forces",)

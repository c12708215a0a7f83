"""Is a case that is joined report by report, with what the joins before worked out, the one that is joined at once?"""

from collections.abc import Sequence

from hand_read import Article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.claims import ClaimFigure, ControlReading, Reading
from sayso.model.kinds import Bound, Extent, Hold, Measure, PlaceKind, Scope
from sayso.model.settings import InstitutionEntry, PlaceEntry, Settings, SideEntry
from sayso.pipeline import Held, join
from sayso.text.memories import Memory

# A place, its sort, and what it lies in: numbers and attacks move between those that lie in one another.
PLACES = {
    "Rahna": ("city", "Tarim"),
    "Old Market": ("district", "Rahna"),
    "Selba": ("town", "Tarim"),
    "Tarim": ("region", None),
    "Zuhar": ("town", None),
}
# Who says it, with the sort of voice.
SOURCES = [("the army", "military"), ("Nuri Salim", "activist"), ("Salim", "activist"), ("activists", "activist"),
           ("the Hill Monitor", "monitor"), ("HM", "monitor"), None]  # fmt: skip
# What is told: the kind of claim, more of it, and the words.
DEEDS = [
    ("shelling", {}, "shells fell"),
    ("clash", {"frame": "attack"}, "there was an attack"),
    ("air_strike", {}, "a strike hit the market"),
    ("advance", {}, "fighters came near"),
    ("control_change", {"control": ControlReading(extent=Extent.WHOLE, hold=Hold.HELD)}, "the town was taken"),
    ("control_state", {"control": ControlReading(extent=Extent.MOST, hold=Hold.HELD)}, "most of the town is held"),
]
PEOPLE = ["people", "people", "civilians", "soldiers"]
CAMPS = [None, ("rebels", "opposition"), ("troops", "government")]
DAYS = {
    "on Monday": {},
    "on Friday": {},
    "by nightfall": {"rule": "mentions.part_of_day"},
    "two days after the truce": {"event": "the truce", "amount": 2},
}
SENTENCE = st.fixed_dictionaries(
    {
        "deed": st.one_of(
            st.sampled_from(DEEDS), st.tuples(st.sampled_from([3, 33, 58]), st.sampled_from(PEOPLE), st.booleans())
        ),
        "place": st.sampled_from([*PLACES, "Rahna", "Old Market", None]),
        "place_rule": st.sampled_from(["claims.own_place", "claims.current_place"]),
        "source": st.sampled_from(SOURCES),
        "stance": st.sampled_from(["asserts", "asserts", "asserts", "denies", "doubts"]),
        "camp": st.sampled_from(CAMPS),
        "day": st.sampled_from([*DAYS, "on Monday", "on Monday", None]),
    }
)
ARTICLE = st.fixed_dictionaries(
    {
        "sentences": st.lists(SENTENCE, min_size=1, max_size=5),
        "published": st.sampled_from(["2019-03-13", "2019-03-13", "2019-03-15", "2019-03-20", None]),
        "outlet": st.sampled_from(["Daily", "Herald", None]),
        # A copy has the words of the article before it.
        "is_copy": st.sampled_from([False, False, False, True]),
    }
)
SETTINGS = Settings(
    country="Syria",
    places=tuple(PlaceEntry(name=name, kind=PlaceKind(kind), within=within) for name, (kind, within) in PLACES.items()),
    institutions=(InstitutionEntry(name="Syrian state", side="government"),),
    sides=(SideEntry(name="government", opposed=("opposition",)), SideEntry(name="opposition")),
)


def tell(row: dict, number: int) -> str:
    """Return the words of a sentence; the number makes them those of one place in one article."""
    deed = row["deed"]
    what = deed[2] if isinstance(deed[0], str) else f"{deed[0]} {deed[1]} died"
    who = f" by {row['camp'][0]}" if row["camp"] else ""
    where = f" in {row['place']}" if row["place"] else ""
    said = f"{row['source'][0]} said that " if row["source"] else ""
    return f"{said}{what}{who}{where} {row['day'] or ''} as report {number} has it"


def write(number: int, rows: Sequence[dict]) -> Reading:
    """Return the reading of an article; a copy has the sentences of the one before it."""
    row, first = rows[number], number - 1 if rows[number]["is_copy"] and number else number
    told = rows[first]["sentences"]
    words = [tell(sentence, first * 10 + place) for place, sentence in enumerate(told)]
    article = Article(f"d{number}", ". ".join(words) + ".", outlet=row["outlet"])
    if row["published"]:
        article.clue("stated", row["published"])
    for place in dict.fromkeys(sentence["place"] for sentence in told if sentence["place"]):
        article.where(place, kind=PLACES[place][0])
    for day in dict.fromkeys(sentence["day"] for sentence in told if sentence["day"]):
        article.when(day, **DAYS[day])
    for sentence, text in zip(told, words, strict=True):
        claim(article, sentence, text)
    return article.reading


def claim(article: Article, row: dict, text: str) -> None:
    kind, more = row["deed"][:2]
    if not isinstance(kind, str):
        kind, more = "toll", {"frame": "die", "figures": (count(article, *row["deed"]),)}
    if row["camp"]:
        more = more | {"agent": article.actor(row["camp"][0], camp=row["camp"][1])}
    article.claim(
        text,
        kind,
        at=[row["place"]] if row["place"] else (),
        on=row["day"],
        stance=row["stance"],
        place_rule=row["place_rule"],
        chain=(row["source"],) if row["source"] else (),
        **more,
    )


def count(article: Article, number: int, whom: str, is_running: bool) -> ClaimFigure:
    return ClaimFigure(
        span=article.span(f"{number} {whom}"),
        what=Measure.FATALITIES,
        of_whom=whom,
        low=number,
        high=number,
        bound=Bound.EXACT,
        scope=Scope.CUMULATIVE if is_running else Scope.INCIDENT,
    )


def hold(readings: Sequence[Reading]) -> Held:
    return Held(obtained={reading.document.id: "2019-06-01T00:00:00" for reading in readings})


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLE, min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_a_case_joined_report_by_report_is_the_one_joined_at_once(rows, random):
    readings = [write(number, rows) for number in range(len(rows))]
    memory, held = Memory(), []
    for reading in random.sample(readings, len(readings)):
        # Now and then a report is taken out, and comes again at the end.
        held = [*(random.sample(held, len(held) - 1) if random.random() < 0.2 and held else held), reading]
        assert join(held, SETTINGS, (), hold(held), memory) == join(held, SETTINGS, (), hold(held))
    assert join(readings, SETTINGS, (), hold(readings), memory) == join(readings[::-1], SETTINGS, (), hold(readings))


def test_other_settings_make_another_record_whatever_was_joined_before():
    rows = [
        {
            "sentences": [sentence("Old Market"), sentence("Rahna")],
            "published": "2019-03-11",
            "outlet": None,
            "is_copy": False,
        },
        {"sentences": [sentence("Tarim")], "published": "2019-03-11", "outlet": "Daily", "is_copy": False},
    ]
    readings, memory = [write(number, rows) for number in range(2)], Memory()
    first = join(readings, SETTINGS, (), hold(readings), memory)
    other = join(readings, Settings(), (), hold(readings), memory)
    assert other == join(readings, Settings(), (), hold(readings)) != first


def sentence(place: str) -> dict:
    return {
        "deed": (33, "people", False),
        "place": place,
        "place_rule": "claims.own_place",
        "source": None,
        "stance": "asserts",
        "camp": None,
        "day": "on Monday",
    }

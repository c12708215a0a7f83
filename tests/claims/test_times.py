from dataclasses import replace

import pytest

from sayso.claims import find_claims
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span

# Text, words of the time expression of the last claim (None: none), the rule, the tense.
CASES = (
    ("The army shelled Tarnova on Monday.", "Monday", "claims.own_timex", "past"),
    ("Rebels seized the port on Monday and shelled Belgor.", "Monday", "claims.shared_timex", "past"),
    ("Rebels who shelled Tarnova yesterday seized the port.", None, "claims.continued_time", "past"),
    ("Monday was also the day on which the army shelled the town of Tarnova.", "Monday", "claims.own_timex", "past"),
    ("The rebels have 200 fighters, down from 500 on Friday.", None, "claims.document_day", "past"),
    ("The army left Tarnova after 200 days.", None, "claims.continued_time", "past"),
    ("The attack on Tarnova that killed nine people on Monday remains unsolved.", "Monday", "claims.own_timex", "past"),
    ("Monday's toll of 41 dead was too low.", None, "claims.document_day", "past"),
    ("The army cleared explosives which rebels planted in homes.", None, "claims.no_time", "past"),
    ("Rebels planted explosives in homes.", None, "claims.continued_time", "past"),
    ("Rebels hold Tarnova.", None, "claims.document_day", "present"),
    ("The army will seize Tarnova.", None, "claims.no_time", "future"),
    (
        "The mayor met envoys earlier this week after the army strengthened its control of Tarnova.",
        None,
        "claims.no_time",
        "past",
    ),
    ("The mayor visited the recently captured town.", None, "claims.no_time", "past"),
    ("The mayor visited the besieged town.", None, "claims.document_day", "past"),
    ("Villagers fled after rebels had seized Tarnova.", None, "claims.no_time", "past"),
    ("Troops continued an offensive to retake villages near Tarnova on Friday.", "Friday", "claims.own_timex", "past"),
    ("Troops began an offensive on Tarnova by seizing the port.", None, "claims.continued_time", "past"),
    ("Troops began an offensive on Tarnova on Friday by seizing the port.", "Friday", "claims.shared_timex", "past"),
)


@pytest.mark.parametrize(("text", "words", "rule", "tense"), CASES)
def test_the_time_is_the_one_that_hangs_on_the_predicate(read, text, words, rule, tense):
    claim = find_claims(read(text))[-1]
    found = claim.timex.span.read(text) if claim.timex else None
    assert (found, claim.time_rule, claim.tense) == (words, rule, tense)


def test_a_time_on_the_word_of_saying_dates_the_saying(read, attribute):
    text = "The mayor said on Monday that rebels had seized the port."
    layers = attribute(read(text), ("mayor", "said", "rebels had seized the port", "asserts"))
    (claim,) = find_claims(layers)
    assert claim.timex.span.read(text) == "Monday"
    assert claim.time_rule == "claims.said_timex"


def test_today_in_the_words_of_a_speaker_is_the_day_of_speaking(read, attribute):
    text = '"Rebels seized the port yesterday," the mayor said on Monday.'
    layers = attribute(read(text), ("the mayor", "said", "Rebels seized the port yesterday", "asserts"))
    morning, monday = layers.mentions.timexes
    timexes = (
        replace(morning, unit="day", amount=0, part="morning", anchor=AnchorKind.DOCUMENT),
        replace(monday, weekday=0),
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=timexes)))[0]
    assert (claim.timex.weekday, claim.timex.part, claim.timex.span) == (0, "morning", morning.span)


MORE = (
    ("Planes bombed the port on Monday, where families were sheltering.", "Monday", "claims.shared_timex"),
    ("It is unclear if rebels seized the port.", None, "claims.no_time"),
    ("Dozens have died since Monday, when the army shelled the port.", "Monday", "claims.own_timex"),
    ("The army killed five men in Friday's raid on the town.", "Friday", "claims.own_timex"),
    ("Rebels seized the port on Friday, while shelling Belgor.", "Friday", "claims.shared_timex"),
    ("The army shelled the port after rebels captured Belgor on Friday.", "Friday", "claims.own_timex"),
    ("The blast on Friday hit the market. The blast killed nine people.", None, "claims.known_event"),
    ("Troops shelled Belgor on Friday. They seized the port.", None, "claims.continued_time"),
    ("Rebels have seized the port.", None, "claims.document_day"),
    ("Nine people were killed in violence that broke out on Monday.", "Monday", "claims.shared_timex"),
    ("Nine people were killed during a raid launched on Monday.", "Monday", "claims.own_timex"),
)


@pytest.mark.parametrize(("text", "words", "rule"), MORE)
def test_a_time_reaches_the_claims_that_the_sentence_ties_to_it(read, text, words, rule):
    claim = find_claims(read(text))[-1]
    found = claim.timex.span.read(text).removeprefix("on ").removeprefix("in ") if claim.timex else None
    assert (found, claim.time_rule) == (words, rule)


# Told of no day: what is looked back on, what was never so.
NO_DAY = (
    ("A court tried nine officers for the bombardment of Belgor.", "the bombardment"),
    ("A film about the siege of Belgor won a prize on Friday.", "the siege of Belgor"),
    ("There were never any rockets in Belgor.", "rockets"),
)


@pytest.mark.parametrize(("text", "words"), NO_DAY, ids=[words for _, words in NO_DAY])
def test_an_event_that_is_looked_back_on_is_not_of_the_reports_day(read, text, words):
    told = [claim for claim in find_claims(read(text)) if words in claim.span.read(text)]
    claim = min(told, key=lambda claim: claim.span.length)
    assert (claim.timex, claim.time_rule in {"claims.no_time", "claims.earlier"}) == (None, True)


def test_what_came_before_a_dated_event_was_by_that_day(read):
    text = "The army took Belgor on Friday, after a siege in which 60 villagers died."
    told = [claim for claim in find_claims(read(text)) if "60 villagers died" in claim.span.read(text)]
    claim = min(told, key=lambda claim: claim.span.length)
    assert claim.timex is not None
    assert (claim.timex.span.read(text), claim.timex.extent, claim.time_rule) == (
        "Friday",
        "until",
        "claims.earlier",
    )


BESIDE = (
    ("Planes bombed the port while troops entered Belgor on Friday.", "bombed the port", "Friday"),
    ("Rebels entered Belgor on Friday and have since captured four villages.", "captured four villages", None),
)


@pytest.mark.parametrize(("text", "words", "time"), BESIDE, ids=[words for _, words, _ in BESIDE])
def test_what_happened_meanwhile_is_of_that_day_and_what_followed_is_not(read, text, words, time):
    claim = next(claim for claim in find_claims(read(text)) if words in claim.span.read(text))
    assert (claim.timex and claim.timex.span.read(text)) == time


def test_the_day_on_which_a_speaker_fled_is_not_that_of_the_words(read, attribute):
    text = '"Rebels seized the port," said Hala, who fled Belgor on Friday.'
    layers = attribute(read(text), ("Hala", "said", "Rebels seized the port", "asserts"))
    claim = next(claim for claim in find_claims(layers) if "seized" in claim.span.read(text))
    assert claim.timex is None


# What the next sentence tells of the day, with the words of time of the harm and the rule.
NEXT = (
    ("Gunmen killed nine villagers. The incident happened on Monday.", "Monday", "claims.told_next"),
    (
        "Clashes near Kasta killed nine. The clash pitted farmers against herders on Monday.",
        "Monday",
        "claims.told_next",
    ),
    ("Gunmen killed nine villagers. The attack took place on Monday.", "Monday", "claims.told_next"),
    (
        "Gunmen killed nine villagers. The attack, which took place on Monday, shook the town.",
        "Monday",
        "claims.told_next",
    ),
    ("Gunmen killed nine villagers. The mayor fled on Monday.", None, "claims.continued_time"),
    ("Gunmen killed nine villagers on Friday. The incident happened on Monday.", "Friday", "claims.own_timex"),
)


@pytest.mark.parametrize(("text", "words", "rule"), NEXT)
def test_the_next_sentence_can_tell_when_harm_was_done(read, text, words, rule):
    claim = find_claims(read(text))[0]
    found = claim.timex.span.read(text).removeprefix("on ") if claim.timex else None
    assert (found, claim.time_rule) == (words, rule)


# Harm and what did it, with the words of time that date the harm.
HARM = (
    ("Nine people were killed after the army shelled the port on Monday.", "Monday", "claims.shared_timex"),
    ("Nine people were killed when planes bombed the port on Monday.", "Monday", "claims.shared_timex"),
    (
        "Nine farmers died, and six were hurt, in a clash of two rival bands outside Tarnova on Monday.",
        "Monday",
        "claims.shared_timex",
    ),
)


@pytest.mark.parametrize(("text", "words", "rule"), HARM)
def test_what_did_the_harm_dates_it(read, text, words, rule):
    claim = find_claims(read(text))[0]
    found = claim.timex.span.read(text).removeprefix("on ") if claim.timex else None
    assert (found, claim.time_rule) == (words, rule)


@pytest.mark.parametrize(
    ("words", "rule"),
    [("had shelled the port", "claims.known_event"), ("had seized the port", "claims.document_day")],
)
def test_harm_that_had_been_done_is_told_again(read, attribute, words, rule):
    layers = attribute(read(f"The mayor said that rebels {words}."), ("mayor", "said", f"rebels {words}", "asserts"))
    (claim,) = find_claims(layers)
    assert (claim.time_rule, claim.tense) == (rule, "past")


def test_what_was_said_at_some_time_or_other_has_no_time(read, attribute):
    text = "The mayor said on Monday that rebels had seized the port."
    layers = attribute(read(text), ("mayor", "said", "rebels had seized the port", "asserts"))
    timexes = tuple(replace(timex, is_vague=True, anchor=AnchorKind.NONE) for timex in layers.mentions.timexes)
    (claim,) = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=timexes)))
    assert (claim.timex, claim.time_rule) == (None, "claims.no_time")


@pytest.mark.parametrize(("words", "is_now"), [("so far", True), ("recently", False)])
def test_what_has_been_said_so_far_is_said_now(read, attribute, words, is_now):
    text = f"The mayor has {words} reported that rebels seized the port."
    layers = attribute(read(text), ("mayor", "reported", "rebels seized the port", "asserts"))
    start = text.index(words)
    vague = Timex(
        span=Span(start, start + len(words)), token=layers.parse.words.index(words.split()[-1]), kind=TimexKind.DATE,
        rule="mentions.vague", anchor=AnchorKind.NONE, is_vague=True,
    )  # fmt: skip
    (claim,) = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=(vague,))))
    assert (claim.time_rule != "claims.no_time") == is_now


def test_a_time_before_a_bare_participle_dates_the_clause_before(read):
    text = "Troops began the attack on Tarnova two weeks ago helped by the retreat of rebels in May."
    layers = read(text)
    words = ("ago", "May")
    tokens = [next(t for t, word in enumerate(layers.parse.words) if word == wanted) for wanted in words]
    timexes = tuple(
        Timex(
            span=layers.parse.span(t, t + 1), token=t, kind="date", rule="mentions.weekday", anchor=AnchorKind.DOCUMENT
        )
        for t in tokens
    )
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=timexes)))[0]
    assert claim.timex.span.read(text) == "ago"


@pytest.mark.parametrize("words", ["first", "worst", "most violent"])
def test_what_is_the_first_since_a_day_is_not_set_since_then(read, words):
    text = f"It was the {words} attack on Tarnova since Monday."
    layers = read(text)
    timexes = tuple(replace(timex, extent="since", weekday=0) for timex in layers.mentions.timexes)
    claim = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=timexes)))[0]
    assert (claim.timex, claim.time_rule) == (None, "claims.document_day")


def test_the_day_goes_before_a_part_of_some_day(read):
    layers = read("The army shelled Tarnova on Monday after the prayer of Friday.")
    first, second = layers.mentions.timexes
    part = replace(first, rule="mentions.part_of_day", unit="day", amount=0, part="noon")
    for times in ((part, second), (second, part)):
        (claim,) = find_claims(replace(layers, mentions=replace(layers.mentions, timexes=times)))
        assert claim.timex == second


def test_what_a_war_has_done_by_now_is_of_the_day_of_the_report(read):
    claim = find_claims(read("The army shelled Tarnova in the long war, which has killed 300 people."))[-1]
    assert (claim.figures[0].low, claim.time_rule) == (300, "claims.document_day")


# A text, who says in it that rebels hold the port, and the words that date the saying.
SPOKEN = (
    ("In a letter sent late on Monday the mayor said that rebels hold the port.", "the mayor", "Monday"),
    ("Rebels hold the port, the mayor said in a letter printed on Monday.", "the mayor", "Monday"),
    ("The mayor, who fled on Monday, said that rebels hold the port.", "The mayor", None),
)


@pytest.mark.parametrize(("text", "source", "words"), SPOKEN)
def test_a_time_further_below_the_word_of_saying_dates_the_saying_too(read, attribute, text, source, words):
    layers = attribute(read(text), (source, "said", "hold the port", "asserts"))
    claim = next(claim for claim in find_claims(layers) if claim.kind == "control_state")
    assert (claim.timex and claim.timex.span.read(text)) == words


def test_what_an_outlet_wrote_another_day_is_not_of_the_day_of_the_report(read):
    (found,) = find_claims(read("On Monday we wrote that shells destroyed the bakery of Tarnova."))
    assert (found.timex, found.time_rule) == (None, "claims.no_time")

"""What does a claim answer? One claim may answer several questions: its event, and each of its figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from sayso.lexicons import read_toml
from sayso.linking.allegations import is_anothers_allegation
from sayso.linking.answering import find_answered
from sayso.linking.answers import (
    DOUBT,
    FIGURE,
    NO,
    UNKNOWN,
    YES,
    Answer,
    answer_alleged,
    answer_event,
    answer_figure,
    answer_holding,
    answer_partly,
    answer_unharmed,
    answer_unknown,
    deny_figure,
)
from sayso.linking.dossiers import Dossier
from sayso.linking.families import ASKED, AUTHORSHIP, HOLDING, Family, figure_family, killing_family, load_families
from sayso.linking.notices import find_corrected
from sayso.linking.parties import find_denier, find_fallen, find_party, is_hit
from sayso.linking.spreads import is_spread
from sayso.linking.wording import find_stems, read_words_of_people
from sayso.model.claims import ClaimFigure
from sayso.model.derivations import Derived
from sayso.model.kinds import SAID, Bound, ClaimKind, Measure, Scope, Stance, TimeBasis
from sayso.model.resolved import ResolvedClaim
from sayso.text.days import FIRST_DAY, FUZZ, LAST_DAY, Run, number_days
from sayso.text.memories import Memory

# A period longer than this speaks of a time, not of an event's day.
LONG = 10
# From which number on one number of one day is hardly another count.
TELLING = 10
FIRM = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE, TimeBasis.EVENT})
FROM_DOCUMENT = frozenset({TimeBasis.DOCUMENT, TimeBasis.RELATIVE})
ATTACKS = frozenset({ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.EXPLOSION})
LOSSES = frozenset({Measure.FATALITIES, Measure.INJURED})
# How long before a report its "last week" and "a month ago" reach.
_LATELY = 62
_LACKING = frozenset({"no", "not", "without", "little"})

# The family and the topic of a question.
About = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Response:
    """One answer that one claim gives to one question.

    `topic` tells questions of one family apart, `party` the agents of questions that ask for one; `days` are
    those the claim speaks of, None when nobody can tell; `is_firm`: they come from its words, not from the day of
    the document; `is_adrift`: they are only bounds of one day, since the day of the document is not known. `done`
    is what was done by whom to whom, None where too little of it is said; `scope` is that of a figure;
    `is_vague`: it was made from a word, `is_rough`: that, or it is about so many. `moves` say why it answers another
    question than its words name. What many steps ask of an answer is found once and kept with it.
    """

    resolved: ResolvedClaim
    family: Family
    topic: str
    place: str | None
    agent: str | None
    party: str | None
    answer: Answer
    stance: Stance
    days: Run | None
    is_firm: bool
    order: tuple[int, str, int, str]
    said: int
    words: str
    done: tuple[str, ...] | None = None
    whom: str = ""
    scope: Scope | None = None
    is_part: bool = False
    is_rough: bool = False
    is_vague: bool = False
    is_adrift: bool = False
    moves: tuple[Derived, ...] = ()

    @property
    def edtf(self) -> str | None:
        """The period as written down."""
        return self.resolved.period.edtf

    @cached_property
    def about(self) -> About:
        """The family and topic of its question."""
        return self.family.name, self.topic

    @cached_property
    def block(self) -> tuple[str, str, str]:
        """The family, topic and place of its question: only answers that share them are ever put together."""
        return *self.about, self.place or ""

    @cached_property
    def is_timed(self) -> bool:
        """Tell whether it speaks of days few enough to be looked at one by one, or of one day between bounds."""
        return self.days is not None and (self.days.length <= LONG or self.is_adrift)

    @cached_property
    def is_open(self) -> bool:
        """Tell whether its claim names several places of which one is to be chosen."""
        is_asked = self.family.has_place and self.family.name != HOLDING
        return len(self.resolved.places) > 1 and is_asked and self.is_timed

    @cached_property
    def is_telling(self) -> bool:
        """Tell whether it gives a number that is hardly met twice by chance."""
        is_exact = self.scope is not None and self.answer.level == FIGURE and not self.is_rough
        return is_exact and self.answer.low >= TELLING


# The answers of each document, by its id.
Answers = Mapping[str, tuple[Response, ...]]


def put_in(answers: Answers, others: Answers, step: Callable[..., Answers], memory: Memory) -> Answers:
    """Return the answers with those of some documents put in the place of theirs; `step` is what found them.

    What is as it was in the last join is the same thing, so that the next steps see that it is.
    """
    return {**answers, **{name: memory.keep((step, name), own) for name, own in others.items()}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """By id of a claim: what a denial or doubt answers, and what a correction notice that takes it back puts instead."""

    answered: Mapping[str, ResolvedClaim]
    corrected: Mapping[str, tuple[ResolvedClaim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the claims of a document answer, and, by id, what a correction notice puts in the place of some."""

    responses: tuple[Response, ...]
    corrected: Mapping[str, tuple[ResolvedClaim, ...]]


def find_responses(dossier: Dossier) -> Told:
    """Return what the claims of a document answer, in reading order."""
    turned = Turned(answered=find_answered(dossier), corrected=find_corrected(dossier))
    responses = tuple(response for resolved in dossier.claims for response in _answer_all(resolved, dossier, turned))
    return Told(responses=responses, corrected=turned.corrected)


def _answer_all(resolved: ResolvedClaim, dossier: Dossier, turned: Turned) -> Iterator[Response]:
    """Yield the answers of a claim: to the question of its kind, per place for who holds what, then per figure.

    A denial or doubt takes over the topic, words and figures of the claim that it answers. A claim that only counts the dead and hurt tells "how many?" and not what happened.
    """
    family = load_families().get(resolved.claim.kind)
    if family is None:
        return
    answered = turned.answered.get(resolved.claim.id, resolved)
    base = _base(resolved, answered, family, _find_stance(resolved, turned), dossier)
    is_of_number = _is_of_number(resolved, answered, dossier)
    figures = answered.claim.figures if is_of_number else resolved.claim.figures
    counts = [response for figure in figures if (response := _count(base, figure, dossier))]
    if family.name == HOLDING:
        yield from _holdings(base, dossier)
        yield from _leavings(base)
    elif not (counts and (_is_count(answered) or is_of_number)):
        yield from _happenings(base)
    if base.family != family and not counts:
        yield from _attacks(base, family)
    yield from counts


def _is_count(resolved: ResolvedClaim) -> bool:
    return resolved.claim.frame in read_toml("matters")["counts"]["frames"]


def _is_of_number(resolved: ResolvedClaim, answered: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether a denial or doubt is of a number ("could not confirm the figure") and not of what happened."""
    words = find_stems(dossier.quote(resolved))
    return answered is not resolved and not words.isdisjoint(read_toml("matters")["answering"]["number"])


def _holdings(base: Response, dossier: Dossier) -> Iterator[Response]:
    for place in base.resolved.places or (None,):
        is_coarse = place is not None and place in dossier.coarse
        answer = answer_holding(_drop_place_as_holder(base.resolved), is_coarse=is_coarse, stance=base.stance)
        yield replace(base, place=place, answer=answer)


def _leavings(base: Response) -> Iterator[Response]:
    """Yield, for who is said to have lost a place, the answer to whether they left it."""
    resolved, family = base.resolved, load_families()[ClaimKind.WITHDRAWAL]
    is_loss = resolved.claim.frame in read_toml("matters")["leaving"]["frames"]
    if not is_loss or not resolved.targets or not resolved.places:
        return
    loser = resolved.targets[0]
    answer = answer_event(base.stance, family.yes, loser)
    yield replace(base, family=family, topic=family.yes, agent=loser, party=loser, answer=answer, done=None)


def _drop_place_as_holder(resolved: ResolvedClaim) -> ResolvedClaim:
    """Return the claim without a holder that is the place itself: "the town has fallen" names nobody who holds it."""
    agent = resolved.claim.agent
    names = {toponym.name.casefold() for toponym in resolved.claim.toponyms}
    is_place = agent is not None and agent.head == agent.name and agent.head.casefold() in names
    return replace(resolved, holder=None, agents=()) if is_place else resolved


def _happenings(base: Response) -> Iterator[Response]:
    """Yield the answer to what happened, and, where it is asked, to whether the agent named did it."""
    authorship = read_toml("matters")["authorship"]
    is_asked = base.family.agent == ASKED and base.answer.level != UNKNOWN
    if not is_asked or base.agent is None or base.topic not in authorship["topics"]:
        yield base
        return
    if base.answer.level == YES and base.topic != authorship["topic"]:
        yield replace(base, agent=None, party=None)
    family = replace(base.family, name=AUTHORSHIP, question=authorship["question"], yes="", by_words=False)
    answer = answer_event(base.stance, authorship["yes"].format(agent=base.agent), base.party)
    yield replace(base, family=family, topic=authorship["topic"], answer=answer)


def _attacks(base: Response, family: Family) -> Iterator[Response]:
    """Yield, for a killing by an attack of some sort, the answer to whether there was such an attack."""
    if base.resolved.claim.kind in ATTACKS and base.answer.level == YES:
        yield replace(base, family=family, topic=family.yes, answer=answer_event(base.stance, family.yes, None))


def _base(
    resolved: ResolvedClaim, answered: ResolvedClaim, family: Family, stance: Stance, dossier: Dossier
) -> Response:
    days = _days(resolved)
    matters = read_toml("matters")
    if answered.claim.frame in matters["killing"]["frames"]:
        family = killing_family()
    if is_spread(resolved, dossier):
        family = replace(family, may_narrow=False)
    topic = matters["topics"].get(family.name, {}).get(answered.claim.frame, family.yes)
    order = dossier.order(resolved)
    agent, party = _find_doer(resolved, family, dossier)
    # Whom it was done to denies the thing itself, whoever is said to have done it.
    denied = None if is_hit(resolved, dossier) else party
    return Response(
        resolved=resolved,
        family=family,
        topic=topic,
        place=resolved.places[0] if resolved.places else None,
        agent=agent,
        party=party,
        answer=_answer_event(resolved, stance, topic, denied, dossier),
        stance=stance,
        days=days,
        is_firm=days is not None and resolved.period.basis in FIRM,
        is_adrift=_is_adrift(resolved, days, dossier),
        order=order,
        said=order[0],
        words=dossier.quote(answered),
        done=_done(resolved, answered, party),
    )


def _is_adrift(resolved: ResolvedClaim, days: Run | None, dossier: Dossier) -> bool:
    """Tell whether the days are only bounds of one, as wide as those of its document; "for three years" speaks of years."""
    if not dossier.is_undated or resolved.period.basis not in FROM_DOCUMENT or days is None:
        return False
    timex = resolved.claim.timex
    is_span = timex is not None and timex.extent != "at"
    return not is_span or dossier.earliest is None or days.first >= dossier.earliest - _LATELY


def _find_doer(resolved: ResolvedClaim, family: Family, dossier: Dossier) -> tuple[str | None, str | None]:
    """Return who did it and of which party; a side that denies an attack and names nobody speaks of itself."""
    is_harm = resolved.claim.frame in read_toml("matters")["killing"]["frames"]
    is_attack = (family.agent == ASKED or resolved.claim.kind in ATTACKS) and not is_harm
    denier = find_denier(resolved, dossier) if is_attack and resolved.stance is Stance.DENIES else None
    if denier is not None:
        return denier
    return resolved.agents[0] if resolved.agents else None, find_party(resolved, dossier)


def _find_stance(resolved: ResolvedClaim, turned: Turned) -> Stance:
    """Return how a claim holds to what it says: what could not be verified is doubted, what is taken back is denied."""
    if resolved.claim.id in turned.corrected:
        return Stance.DENIES
    return Stance.DOUBTS if _is_unverified(resolved) else resolved.stance


def _is_unverified(resolved: ResolvedClaim) -> bool:
    return resolved.claim.frame in read_toml("matters")["answering"]["unverified"]


def _answer_event(resolved: ResolvedClaim, stance: Stance, topic: str, denied: str | None, dossier: Dossier) -> Answer:
    if _is_ignorant(resolved, dossier):
        return answer_unknown(topic)
    if is_anothers_allegation(resolved, stance):
        return answer_alleged(topic)
    if stance is Stance.DENIES and _leaves_event(resolved, dossier):
        return answer_partly(topic)
    if stance is Stance.DENIES and topic == killing_family().yes and denied is None:
        return answer_unharmed()
    return answer_event(stance, topic, denied)


def _leaves_event(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether a denial is only of something further ("no other floor was hit"), of what was spared, or of how it went."""
    matters = read_toml("matters")
    if resolved.claim.frame in matters["answering"]["frames"]:
        return False
    words = dossier.quote(resolved).casefold().split()
    return any(not set(words).isdisjoint(matters["denying"][kind]) for kind in ("further", "sparing", "manner"))


def _is_ignorant(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether a voice only says that it does not know: "had no information on who fired"."""
    cue = resolved.claim.cue_span
    if resolved.stance is not Stance.HEDGES or cue is None or _is_unverified(resolved):
        return False
    return not _LACKING.isdisjoint(cue.read(dossier.document.text).casefold().split())


def _done(resolved: ResolvedClaim, answered: ResolvedClaim, party: str | None) -> tuple[str, ...] | None:
    target = resolved.targets[0] if resolved.targets else ""
    return (answered.claim.frame, party or "", target) if party or target else None


def _days(resolved: ResolvedClaim) -> Run | None:
    days = number_days(resolved.period.edtf, FUZZ)
    if days is None:
        return None
    if days.first == FIRST_DAY:
        end = number_days(resolved.period.edtf.rpartition("/")[2]) if resolved.period.edtf else None
        return Run(end.first, days.last) if end else None
    return Run(days.first, days.first) if days.last == LAST_DAY else days


def _count(base: Response, figure: ClaimFigure, dossier: Dossier) -> Response | None:
    """Return the answer that a figure gives to "how many?"; what is denied or doubted answers that it is not so many.

    Further ones ("another five") count on top of an unnamed number and answer no such question, nor do those counted before.
    """
    is_said = base.stance is not Stance.EXPECTS and base.answer.level != UNKNOWN
    is_of_others = figure.is_additional or figure.is_former
    if is_of_others or not is_said or (figure.low is None and figure.high is None):
        return None
    whom, party = _find_whom(figure, base.resolved, dossier)
    if figure.what is Measure.OTHER and not whom:
        return None
    answer = answer_figure(figure, dossier.document.text)
    is_part = figure.is_part or figure.in_part
    return replace(
        base,
        family=figure_family(figure.what.value),
        # A part of the people has no other name; a part of the soldiers among all the dead is all the soldiers.
        topic=" ".join(
            (
                figure.what.value,
                whom or "people",
                *(("a part",) if figure.in_part or (figure.is_part and not whom) else ()),
            )
        ),
        whom=whom or "people",
        scope=figure.scope,
        is_part=is_part,
        is_vague=figure.by_rule,
        is_rough=figure.by_rule or figure.bound is Bound.ABOUT,
        agent=None,
        party=party,
        done=None,
        answer=answer if base.stance in SAID else deny_figure(answer, NO if base.stance is Stance.DENIES else DOUBT),
    )


def _find_whom(figure: ClaimFigure, resolved: ResolvedClaim, dossier: Dossier) -> tuple[str, str | None]:
    """Return what is counted, and whose men they are where a belligerent's are: "its losses" are soldiers, or fighters."""
    whom, fallen = _whom(figure), find_fallen(resolved, dossier)
    if fallen is None or figure.what not in LOSSES or figure.is_part:
        return whom, None
    men = read_toml("matters")["people"]["men"]
    sort = men["sorts"][fallen[0]]
    return (sort, fallen[1]) if whom in {"", sort, *men["words"]} else (whom, None)


def _whom(figure: ClaimFigure) -> str:
    whom = (figure.of_whom or "").casefold().strip()
    sort = _sorts().get(whom, whom)
    return "" if sort in read_words_of_people() else sort


@cache
def _sorts() -> Mapping[str, str]:
    sorts = read_toml("matters")["people"]["sorts"]
    return {word: sort for sort, words in sorts.items() for word in words}

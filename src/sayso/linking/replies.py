"""What does a claim answer? One claim may answer several questions: its event, and each of its figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.lexicons import read_toml
from sayso.linking.answers import YES, Answer, answer_event, answer_figure, answer_holding
from sayso.linking.families import ASKED, AUTHORSHIP, HOLDING, Family, figure_family, load_families
from sayso.linking.library import Library
from sayso.linking.wording import STEM
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Measure, Scope, Stance, TimeBasis
from sayso.model.resolved import ResolvedClaim
from sayso.text.periods import FIRST_DAY, FUZZ, LAST_DAY, Run, number_days

FIRM = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE, TimeBasis.EVENT})
FROM_DOCUMENT = frozenset({TimeBasis.DOCUMENT, TimeBasis.RELATIVE})
OPPOSITION = "opposition"
CAMPS = frozenset({"government", OPPOSITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer that one claim gives to one question.

    `topic` tells questions of one family apart, `party` the agents of questions that ask for one; `days` are those the claim speaks of, None when nobody can
    tell; `is_firm`: they come from its words, not from the day of the document; `is_adrift`: they are only
    bounds of one day, since the day of the document is not known.
    """

    resolved: ResolvedClaim
    family: Family
    topic: str
    place: str | None
    agent: str | None
    party: str | None
    answer: Answer
    days: Run | None
    is_firm: bool
    order: tuple[int, str, int, str]
    said: int
    words: str
    whom: str = ""
    is_part: bool = False
    is_adrift: bool = False

    @property
    def edtf(self) -> str | None:
        """The period as written down."""
        return self.resolved.period.edtf


def find_replies(resolved: ResolvedClaim, library: Library) -> Iterator[Reply]:
    """Yield the answers of a claim: to the question of its kind, per place for who holds what, then per figure."""
    family = load_families().get(resolved.claim.kind)
    if family is None:
        return
    base = _base(resolved, family, library)
    counts = [reply for figure in resolved.claim.figures if (reply := _count(base, figure, library))]
    if family.name == HOLDING:
        for place in resolved.places or (None,):
            is_coarse = place is not None and library.is_coarse(place)
            yield replace(base, place=place, answer=answer_holding(resolved, is_coarse=is_coarse))
    elif not (counts and resolved.claim.frame in read_toml("matters")["counts"]["frames"]):
        yield from _happenings(base)
    yield from counts


def _happenings(base: Reply) -> Iterator[Reply]:
    """Yield the answer to what happened, and, where it is asked, to whether the agent named did it."""
    authorship = read_toml("matters")["authorship"]
    if base.family.agent != ASKED or base.agent is None or base.topic not in authorship["topics"]:
        yield base
        return
    if base.answer.level == YES and base.topic != authorship["topic"]:
        yield replace(base, agent=None, party=None)
    family = replace(base.family, name=AUTHORSHIP, question=authorship["question"], yes="", by_words=False)
    answer = answer_event(base.resolved, authorship["yes"].format(agent=base.agent), base.party)
    yield replace(base, family=family, topic=authorship["topic"], answer=answer)


def _base(resolved: ResolvedClaim, family: Family, library: Library) -> Reply:
    days = _days(resolved)
    topic = read_toml("matters")["topics"].get(family.name, {}).get(resolved.claim.frame, family.yes)
    order = library.order(resolved)
    return Reply(
        resolved=resolved,
        family=family,
        topic=topic,
        place=resolved.places[0] if resolved.places else None,
        agent=resolved.agents[0] if resolved.agents else None,
        party=_party(resolved),
        answer=answer_event(resolved, topic, _party(resolved)),
        days=days,
        is_firm=days is not None and resolved.period.basis in FIRM,
        is_adrift=resolved.claim.document in library.undated and resolved.period.basis in FROM_DOCUMENT,
        order=order,
        said=order[0],
        words=library.quote(resolved),
    )


def _party(resolved: ResolvedClaim) -> str | None:
    """Return what tells the agents of one question apart: a camp with its country, else the name.

    "The army", "government forces" and "troops" of one country are one party, and so are rebels of any name.
    """
    if not resolved.agents:
        return None
    name, mention = resolved.agents[0], resolved.claim.agent
    if mention is None or mention.camp not in CAMPS:
        return name
    return mention.camp if mention.camp == OPPOSITION else f"{mention.camp} {name.split()[0].casefold()[:STEM]}"


def _days(resolved: ResolvedClaim) -> Run | None:
    days = number_days(resolved.period.edtf, FUZZ)
    if days is None:
        return None
    if days.first == FIRST_DAY:
        end = number_days(resolved.period.edtf.rpartition("/")[2]) if resolved.period.edtf else None
        return Run(end.first, days.last) if end else None
    return Run(days.first, days.first) if days.last == LAST_DAY else days


def _count(base: Reply, figure: ClaimFigure, library: Library) -> Reply | None:
    """Return the answer that a figure gives to "how many?".

    Further ones ("another five") count on top of an unnamed number and answer no such question; so does a
    figure in a claim that is denied, doubted or expected.
    """
    is_said = base.resolved.stance in {Stance.ASSERTS, Stance.HEDGES, Stance.CONCEDES}
    if figure.is_additional or not is_said or (figure.low is None and figure.high is None):
        return None
    whom = _whom(figure)
    if figure.what is Measure.OTHER and not whom:
        return None
    document = library.documents[base.resolved.claim.document]
    return replace(
        base,
        family=figure_family(figure.what.value),
        topic=" ".join((figure.what.value, whom or "people", *_scope(figure))),
        whom=whom or "people",
        is_part=figure.is_part,
        agent=None,
        party=None,
        answer=answer_figure(figure, document.text),
    )


def _whom(figure: ClaimFigure) -> str:
    whom = (figure.of_whom or "").casefold().strip()
    return "" if whom in read_words_of_people() else whom


def read_words_of_people() -> frozenset[str]:
    """Return the words that mean people in general."""
    return frozenset(read_toml("matters")["people"]["words"])


def _scope(figure: ClaimFigure) -> tuple[str, ...]:
    part = ("a part",) if figure.is_part else ()
    return part if figure.scope is Scope.INCIDENT else (*part, figure.scope.value)

"""How do claims that answer alike become few sentences? Who says it outright first, who else after, then who only mentions it."""

from collections.abc import Iterable, Sequence

from sayso.outputs.briefing.clauses import HEADED
from sayso.outputs.briefing.contents import Point
from sayso.outputs.briefing.counts import find_count
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence
from sayso.outputs.briefing.sentences import name_source, say_also, say_claim, say_count

_FIRM = ("asserts", "concedes", "denies")


def is_outright(claim: Row) -> bool:
    """Tell whether a voice says a claim outright: not in passing, and not under a condition."""
    return bool(claim["basis"] == "stated")


def is_firm(claim: Row) -> bool:
    """Tell whether a claim is said outright and without a reservation or doubt."""
    return is_outright(claim) and claim["stance"] in _FIRM


def make_points(claims: Sequence[Row], reports: Reports, question: str = "", most: int = 12) -> tuple[Point, ...]:
    """Return a point for each voice that says something outright, and one for all that mention it in passing.

    Claims of one voice in one sentence of ours are cited together.
    """
    headed = [{**claim, HEADED: bool(question)} for claim in claims]
    outright = [claim for claim in headed if is_outright(claim)] or headed
    passing = [claim for claim in headed if not is_outright(claim) and claim not in outright]
    points = [Point(sentence=_say(same, reports, question)) for same in _gather(sorted(outright, key=_rank), reports)]
    shown, hidden = points[:most], points[most:]
    if hidden:
        rest = [reports.claims[claim] for point in hidden for claim in point.sentence.claims]
        shown.append(Point(sentence=say_also(rest, reports)))
    if passing:
        shown.append(Point(sentence=say_also(passing, reports, "mentioned in passing")))
    return tuple(shown)


def _say(same: Sequence[Row], reports: Reports, question: str) -> Sentence:
    """Return the sentence of claims of one voice: its number where the question is how many."""
    cited = [one["id"] for one in same]
    counted = find_count(same[0], reports, question)
    if counted is not None:
        return say_count(counted, reports, same[0], cited)
    return say_claim(same[0], reports, reports.answers.get(same[0]["id"], ""), cited)


def _rank(claim: Row) -> tuple[bool, bool]:
    return (not is_firm(claim), not claim["chain"])


def _gather(claims: Iterable[Row], reports: Reports) -> list[list[Row]]:
    """Return the claims by voice and by what is said of which day: those of one sentence together."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for claim in claims:
        holding = reports.holdings.get(claim["id"])
        extent = (holding["extent"], holding["share"], holding["holder"]) if holding else ()
        key = (
            name_source(claim, reports),
            claim["stance"],
            claim["basis"],
            claim["kind"],
            *extent,
            claim["time"]["edtf"],
        )
        found.setdefault(key, []).append(claim)
    return list(found.values())


def make_point(group: Row, reports: Reports) -> Point | None:
    """Return what a group of claims says in one sentence, and who else gives that answer; None without a claim said outright."""
    claims = sorted((claim for claim in reports.known(group["members"]) if is_outright(claim)), key=_rank)
    if not claims:
        return None
    said = name_source(claims[0], reports)
    own = [claim for claim in claims if name_source(claim, reports) == said]
    others = [claim for claim in claims if name_source(claim, reports) != said]
    also = (say_also(others, reports),) if others else ()
    return Point(sentence=_say(own, reports, group["question"]), also=also, standing=group["standing"])

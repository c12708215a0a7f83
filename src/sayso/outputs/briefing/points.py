"""How do claims that answer alike become few sentences? Who says it outright first, who else after, then who only mentions it."""

from collections.abc import Iterable, Sequence

from sayso.outputs.briefing.clauses import HEADED
from sayso.outputs.briefing.contents import Point
from sayso.outputs.briefing.counts import find_count
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence
from sayso.outputs.briefing.sentences import is_topic, name_source, say_also, say_claim, say_count

_FIRM = ("asserts", "concedes", "denies")


def is_outright(claim: Row) -> bool:
    """Tell whether a voice says a claim outright: not in passing, and not under a condition."""
    return bool(claim["basis"] == "stated")


def is_firm(claim: Row) -> bool:
    """Tell whether a claim is said outright and without a reservation or doubt."""
    return is_outright(claim) and claim["stance"] in _FIRM


def make_points(
    claims: Sequence[Row], reports: Reports, question: str = "", answer: str = "", most: int = 12
) -> tuple[Point, ...]:
    """Return a point for each voice that says something outright, and one for all that mention it in passing.

    Claims of one voice in one sentence of ours are cited together.
    """
    headed = [{**claim, HEADED: bool(question)} for claim in claims]
    outright = [claim for claim in headed if is_outright(claim)] or headed
    passing = [claim for claim in headed if not is_outright(claim) and claim not in outright]
    gathered = gather(sorted(outright, key=_rank), reports)
    points = [Point(sentence=say_together(same, reports, question, answer)) for same in gathered[:most]]
    hidden = [claim for same in gathered[most:] for claim in same]
    if hidden:
        points.append(Point(sentence=say_also(hidden, reports)))
    if passing:
        points.append(Point(sentence=say_also(passing, reports, "in passing")))
    return tuple(points)


def say_together(same: Sequence[Row], reports: Reports, question: str = "", answer: str = "") -> Sentence:
    """Return the sentence of claims that were gathered: their number where the question is how many."""
    counted = find_count(same[0], reports, question, answer)
    if counted is not None:
        return say_count(counted, reports, same[0], [one["id"] for one in same])
    return say_claim(same[0], reports, same[1:])


def _rank(claim: Row) -> tuple[bool, bool]:
    is_clear = is_firm(claim) or (is_outright(claim) and claim["stance"] == "doubts")
    return (not is_clear, not claim["chain"])


def gather(claims: Iterable[Row], reports: Reports) -> list[list[Row]]:
    """Return the claims by voice, manner and day, where one sentence of ours can tell them.

    That is one kind said of one place, however often; of claims that are left to their words, those of one sentence.
    """
    found: dict[tuple[object, ...], list[Row]] = {}
    for claim in claims:
        holding = reports.holdings.get(claim["id"])
        of_words = (claim["doc"], *(claim["sentence"] or ())) if claim["quote"] and is_topic(claim, reports) else None
        extent = (holding["extent"], holding["share"], holding["holder"]) if holding else ()
        place = claim["place"]["name"] if claim["place"] else None
        key = (
            name_source(claim, reports),
            claim["stance"],
            claim["basis"],
            claim["time"]["edtf"],
            *(of_words or (claim["kind"], place, *extent)),
        )
        found.setdefault(key, []).append(claim)
    return list(found.values())


def part_voices(claims: Sequence[Row], reports: Reports, most: int) -> tuple[list[Row], list[Row]]:
    """Return the claims of the first voices, firm words of named ones before others, and those of all further voices."""
    ranked = sorted(claims, key=_rank)
    named = list(dict.fromkeys(name_source(claim, reports) for claim in ranked))[:most]
    first = [claim for claim in ranked if name_source(claim, reports) in named]
    return first, [claim for claim in ranked if claim not in first]

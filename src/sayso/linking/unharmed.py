"""Who counts dead or hurt where others say that nobody was?"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.lexicons import read_toml
from sayso.linking.answers import FIGURE, NO
from sayso.linking.families import AUTHORSHIP, PRESENCE, figure_family, killing_family, load_families
from sayso.linking.gatherings import Gathering
from sayso.linking.opposing import is_of_more
from sayso.linking.responses import ATTACKS, LOSSES
from sayso.linking.wording import STEM, find_stems
from sayso.model.kinds import ClaimKind, Measure, Scope

_HARM = frozenset(figure_family(measure.value).name for measure in LOSSES)
_HITTING = frozenset(
    {
        AUTHORSHIP,
        PRESENCE,
        *(load_families()[kind].name for kind in (*ATTACKS, ClaimKind.VIOLENCE_AGAINST_CIVILIANS)),
    }
)


def find_unharmed(gatherings: Sequence[Gathering]) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each denial that anybody was killed or hurt with a count of such people, of one place and day.

    The denial speaks of all ("none were hurt"), or of those whom the count names, and of the same harm.
    """
    killing = killing_family().name
    denials: dict[tuple[str, str], list[Gathering]] = {}
    for gathering in gatherings:
        is_denial = gathering.answer.level == NO and gathering.matter.family.name == killing
        if is_denial and gathering.matter.place and gathering.matter.days:
            for measure in _measures(gathering):
                denials.setdefault((measure, gathering.matter.place), []).append(gathering)
    places = {place for _, place in denials}
    for count in (one for one in gatherings if one.matter.place in places):
        family, place = count.matter.family.name, count.matter.place or ""
        for denial in denials.get((family, place), ()) if _counts_some(count) else ():
            if _is_one_day(denial, count) and _is_of_them(denial, count):
                yield denial, count


def find_spared(gatherings: Sequence[Gathering]) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each denial that civilians were hit, or were there at all, with a count of dead or hurt who bore no arms.

    Both speak of one place and day.
    """
    denials = [one for one in gatherings if one.answer.level == NO and one.matter.place and not is_of_more(one)]
    places = {denial.matter.place for denial in denials}
    there = [gathering for gathering in gatherings if gathering.matter.place in places]
    counts: dict[str, list[Gathering]] = {}
    for gathering in there:
        if gathering.matter.family.name in _HARM and _counts_some(gathering):
            counts.setdefault(gathering.matter.place or "", []).append(gathering)
    accused = _find_accused(there)
    for denial in denials:
        place = denial.matter.place or ""
        is_cleared = denial.answer.holder is not None and denial.answer.holder not in accused.get(place, ())
        for count in counts.get(place, ()):
            is_attack = _is_of_attack(denial, count) and not is_cleared
            if (is_attack or (_is_of_civilians(denial) and _bore_no_arms(count))) and _is_one_day(denial, count):
                yield denial, count


def _counts_some(gathering: Gathering) -> bool:
    """Tell whether people are counted, and not only those of many days together ("more than 450 since Wednesday")."""
    is_running = all(response.scope == Scope.CUMULATIVE for response in gathering.responses)
    return gathering.answer.level == FIGURE and gathering.answer.low > 0 and not is_running


def _find_accused(gatherings: Sequence[Gathering]) -> Mapping[str, set[str]]:
    """Return by place who is said to have struck there."""
    found: dict[str, set[str]] = {}
    for gathering in gatherings:
        if gathering.matter.place and gathering.strikers:
            found.setdefault(gathering.matter.place, set()).update(gathering.strikers)
    return found


def _is_of_attack(denial: Gathering, count: Gathering) -> bool:
    """Tell whether a count is of those harmed by what is denied: a strike, shelling, a bomb."""
    family = denial.matter.family
    kinds = count.kinds & ATTACKS
    return denial.matter.topic == family.yes and any(load_families()[kind] == family for kind in kinds)


def _is_of_civilians(denial: Gathering) -> bool:
    words = read_toml("matters")["unharmed"]["civilians"]
    return denial.matter.family.name in _HITTING and not _stems(denial).isdisjoint(word[:STEM] for word in words)


def _bore_no_arms(count: Gathering) -> bool:
    armed = read_toml("matters")["people"]["men"]
    return count.responses[0].whom not in {*armed["words"], *armed["sorts"].values()}


def _measures(denial: Gathering) -> list[str]:
    """Return the families of the counts that a denial concerns: of the dead, of the hurt, or of both."""
    table = read_toml("matters")["unharmed"]
    told = {
        figure_family(measure.value).name
        for measure, words in ((Measure.FATALITIES, table["killed"]), (Measure.INJURED, table["injured"]))
        if not _stems(denial).isdisjoint(word[:STEM] for word in words)
    }
    return sorted(told)


def _is_one_day(denial: Gathering, count: Gathering) -> bool:
    days = denial.matter.days, count.matter.days
    return bool(days[0] and days[1] and days[0].overlaps(days[1]))


def _is_of_them(denial: Gathering, count: Gathering) -> bool:
    words = {word for response in denial.responses for word in response.words.casefold().split()}
    is_of_all = not words.isdisjoint(read_toml("matters")["unharmed"]["nobody"])
    return is_of_all or not find_stems(count.responses[0].whom).isdisjoint(_stems(denial))


def _stems(denial: Gathering) -> frozenset[str]:
    return frozenset(stem for response in denial.responses for stem in find_stems(response.words))

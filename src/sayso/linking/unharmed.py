"""Who counts dead or hurt where others say that nobody was?"""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml
from sayso.linking.answers import FIGURE, NO
from sayso.linking.families import figure_family, killing_family
from sayso.linking.groups import Gathering
from sayso.linking.wording import STEM, find_stems
from sayso.model.kinds import Measure


def find_unharmed(gatherings: Sequence[Gathering]) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each denial that anybody was killed or hurt with a count of such people, of one place and day.

    The denial speaks of all ("none were hurt"), or of those whom the count names, and of the same harm.
    """
    denials: dict[tuple[str, str], list[Gathering]] = {}
    for gathering in gatherings:
        is_denial = gathering.matter.family.name == killing_family().name and gathering.answer.level == NO
        if is_denial and gathering.matter.place and gathering.matter.days:
            for measure in _measures(gathering):
                denials.setdefault((measure, gathering.matter.place), []).append(gathering)
    for count in gatherings:
        family, place = count.matter.family.name, count.matter.place or ""
        for denial in denials.get((family, place), ()) if count.answer.level == FIGURE and count.answer.low > 0 else ():
            if _is_one_day(denial, count) and _is_of_them(denial, count):
                yield denial, count


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

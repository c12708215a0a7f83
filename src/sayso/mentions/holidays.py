"""Which holidays stand here?"""

from functools import cache

from sayso.mentions.drafts import NOWHERE, Draft, cut, time_words
from sayso.mentions.lines import Line
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

HOLIDAY = name_rule("mentions.holiday", "The words name a holiday; one without a fixed date stays without a date.")


@cache
def _names() -> tuple[tuple[tuple[str, ...], tuple[int, int]], ...]:
    table = time_words()["holidays"]
    pairs = [(cut([name.replace("'s", " 's")])[0], (int(day[0]), int(day[1]))) for name, day in table.items()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def read_holiday(line: Line, token: int) -> Draft | None:
    """Return the holiday that begins at the token, or None; a name of somebody else must not follow."""
    if not line.parse.words[token][0].isupper():
        return None
    for words, (month, day) in _names():
        if line.has(token, words):
            last = token + len(words)
            return Draft(token, last, Timex(
                span=NOWHERE, token=0, kind=TimexKind.DATE, rule=HOLIDAY,
                anchor=AnchorKind.DOCUMENT if month else AnchorKind.NONE, month=month or None, day=day or None,
                is_vague=not month,
            ))  # fmt: skip
    return None

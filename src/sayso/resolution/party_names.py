"""What is the full name of a party that the reports of a case also call by a short one?"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sayso.model.claims import Reading
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import ActorMention
from sayso.resolution.camps import groups
from sayso.resolution.context import Context
from sayso.resolution.countries import find_country
from sayso.resolution.nations import is_military
from sayso.text.spellings import plain

# "the River Defence Force (RDF)", "the Popular Hill Movement, or MPC,".
_GIVEN = re.compile(
    r"((?:[A-Z][\w’'-]+)(?:\s+(?:(?:of|for|the|and|de|du|al)\s+)*[A-Z][\w’'-]+){1,7})"
    r"\s*(?:\(|, (?:or|known as) (?:the )?)[“\"]?([A-Z][A-Z-]{1,6})\b"
)
# "HNA | Hill News Agency" in the first lines of a page: its outlet by both names.
_HEADED = re.compile(r"^([A-Z]{2,7})[ \t]*[|–—-][ \t]*((?:[A-Z][\w’'-]+)(?:[ \t]+[A-Z][\w’'-]+)+)[ \t]*$", re.MULTILINE)
_HEAD = 400
LONGEST = 6
# What those do who fight.
_DEEDS = frozenset(
    {
        ClaimKind.CONTROL_CHANGE, ClaimKind.ADVANCE, ClaimKind.CLASH, ClaimKind.SHELLING, ClaimKind.AIR_STRIKE,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ClaimKind.CONTROL_STATE,
    }
)  # fmt: skip


class PartyNames(NamedTuple):
    """The names that one document gives its parties, and the capitals that it says stand for some of them.

    `fighting` are the names of those who fight, in plain letters.
    """

    names: frozenset[str]
    given: frozenset[tuple[str, str]]
    fighting: frozenset[str] = frozenset()


def list_names(reading: Reading) -> PartyNames:
    """Return the names of the parties of a document and the short names that its words explain."""
    text = reading.document.text
    given = frozenset(pair for found in _GIVEN.finditer(text) if (pair := _fit(found[2], found[1])) is not None)
    outlet = reading.document.outlet
    given |= {
        (short, full)
        for short, full in _HEADED.findall(text[:_HEAD])
        if outlet in {short, full} and _spell(short, full)
    }
    mentions = (m for claim in reading.claims for m in (claim.agent, *claim.co_agents, claim.target) if m is not None)
    agents = (
        m for claim in reading.claims if claim.kind in _DEEDS for m in (claim.agent, *claim.co_agents) if m is not None
    )
    fighting = frozenset(plain(m.name) for m in agents if m.name and not _is_of_state(m.name))
    return PartyNames(frozenset(mention.name for mention in mentions if mention.name), given, fighting)


def find_full_names(context: Context) -> tuple[tuple[str, str], ...]:
    """Return the short names of a case's parties, each with the full one that it means."""
    return context.memory.recall(join_parties, "full names", _list_all(context))


def find_fighting(context: Context) -> frozenset[str]:
    """Return the names of those who fight in a case and are no army by their name, in plain letters."""
    return context.memory.recall(_gather_fighting, "fighting", _list_all(context))


def _list_all(context: Context) -> tuple[PartyNames, ...]:
    recall = context.memory.recall
    return tuple(recall(list_names, reading.document.id, reading) for reading in context.readings)


def _gather_fighting(lists: tuple[PartyNames, ...]) -> frozenset[str]:
    return frozenset(name for one in lists for name in one.fighting)


def join_parties(lists: Iterable[PartyNames]) -> tuple[tuple[str, str], ...]:
    """Return the short names of the case, without case and accents, each with the one full name it can mean.

    Capitals mean what a report says they stand for, else the only party with these initials; several words mean the only
    party whose name ends with them ("Highland Front", the "United Highland Front"). What could mean two means neither, and
    what the shipped tables know keeps its own name.
    """
    told = tuple(lists)
    names = sorted({name for one in told for name in one.names})
    given: dict[str, set[str]] = {}
    for short, full in sorted(pair for one in told for pair in one.given):
        given.setdefault(short, set()).add(full)
    asked = sorted({*names, *given})
    endings = {plain(name) for name in asked}
    index = _index({*names, *(name for fulls in given.values() for name in fulls)}, endings)
    pairs = ((name, _find_full(name, given, index)) for name in asked)
    return tuple((plain(name), full) for name, full in pairs if full is not None and not _is_known(name))


def name_in_full(mention: ActorMention, names: Mapping[str, str]) -> str | None:
    """Return the full name of a party that a mention calls by a short one, None when it does not."""
    return names.get(plain(mention.name)) if mention.name else None


class _Index(NamedTuple):
    """The full names of a case by their initials, and by each of some endings, without case and accents."""

    initials: dict[str, set[str]]
    endings: dict[str, set[str]]


def _index(names: Iterable[str], endings: Collection[str]) -> _Index:
    """Return the names by what may be short for them: so each is looked at once, not once for every other."""
    index = _Index({}, {})
    for name in names:
        index.initials.setdefault(_initials(name), set()).add(name)
        words = plain(name).split()
        for first in range(1, len(words) - 1):
            ending = " ".join(words[first:])
            if ending in endings:
                index.endings.setdefault(ending, set()).add(name)
    return index


def _find_full(name: str, given: Mapping[str, set[str]], index: _Index) -> str | None:
    if name in given:
        return _only(given[name])
    if name.isupper() and len(name) <= LONGEST:
        return _only(index.initials.get(name, set()))
    return _only(index.endings.get(plain(name), set()))


def _only(names: set[str]) -> str | None:
    kinds = {plain(name): name for name in sorted(names)}
    return next(iter(kinds.values())) if len(kinds) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _fit(short: str, written: str) -> tuple[str, str] | None:
    """Return the capitals with the last words before them that hold all their letters, None where no words do."""
    words = written.split()
    for first in range(len(words) - 2, -1, -1):
        rest = [word for word in words[first:] if word[0].isupper()]
        if words[first][0].isupper() and _holds(_initials(" ".join(rest)), short):
            return short, " ".join(words[first:])
    return None


def _spell(short: str, full: str) -> bool:
    """Tell whether the letters of a short name stand in the full one in their order ("KARNA": Karsovia National News Agency)."""
    rest = iter(full.casefold())
    return all(letter in rest for letter in short.casefold())


def _holds(initials: str, short: str) -> bool:
    return len(initials) >= len(short) and all(initials.count(letter) >= short.count(letter) for letter in short)


def _is_known(name: str) -> bool:
    return plain(name) in groups() or find_country(name) is not None or is_military(plain(name).split())


def _is_of_state(name: str) -> bool:
    """Tell whether a name is a state's or an army's, by any word of it ("Israel", "Syrian Arab Army")."""
    return is_military(plain(name).split()) or any(find_country(word) for word in (name, *name.split()))

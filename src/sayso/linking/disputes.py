"""Which groups stand against each other, and on how many sides?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.linking.groups import Gathering
from sayso.model.kinds import ConflictKind

# The sides of a dispute, and the kinds of difference with the rules that found them.
Apart = tuple[list[list[Gathering]], Mapping[ConflictKind, str]]


@dataclass(slots=True)
class Dispute:
    """Groups that stand against each other: what each excludes, and the kinds of difference with their rules."""

    groups: dict[str, Gathering] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[ConflictKind, str] = field(default_factory=dict)
    found: dict[tuple[str, str, ConflictKind], tuple[ConflictKind, str]] = field(default_factory=dict)

    def oppose(self, left: Gathering, right: Gathering, kind: ConflictKind, rule: str) -> None:
        """Note that two groups exclude each other."""
        self.groups |= {left.id: left, right.id: right}
        self.against.setdefault(left.id, set()).add(right.id)
        self.against.setdefault(right.id, set()).add(left.id)
        self.found.setdefault((left.id, right.id, kind), (kind, rule))

    def sides(self) -> list[list[Gathering]]:
        """Return the sides: each group goes to the first side that holds nothing it excludes, the largest first."""
        sides: list[list[Gathering]] = []
        barred: list[set[str]] = []
        for group in sorted(self.groups.values(), key=lambda group: (-len(group.claims), group.answer.key, group.id)):
            place = next((n for n, bar in enumerate(barred) if group.id not in bar), len(sides))
            if place == len(sides):
                sides.append([])
                barred.append(set())
            sides[place].append(group)
            barred[place] |= self.against[group.id]
        return sides

    def part(self) -> list["Dispute"]:
        """Return the disputes that have nothing to do with each other, each by itself."""
        told: dict[str, list[tuple[tuple[str, str, ConflictKind], tuple[ConflictKind, str]]]] = {}
        for pair, found in sorted(self.found.items()):
            told.setdefault(pair[0], []).append((pair, found))
        met: set[str] = set()
        parts = []
        for first in sorted(self.groups):
            if first not in met:
                reached = self._reach(first)
                met.update(reached)
                rules = sorted(one for group in reached for one in told.get(group, ()))
                parts.append(
                    Dispute(
                        groups={group: self.groups[group] for group in reached},
                        against={group: self.against[group] for group in reached},
                        kinds=dict(found for _, found in rules),
                    )
                )
        return parts

    def _reach(self, first: str) -> list[str]:
        """Return all groups that stand against each other from one on, in the order they are reached."""
        reached: dict[str, None] = {}
        waiting = [first]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached[current] = None
                waiting.extend(sorted(self.against[current]))
        return list(reached)

"""Which groups stand against each other, and on how many sides?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.linking.gatherings import Gathering
from sayso.linking.roots import Roots
from sayso.model.kinds import ConflictKind

# The sides of a dispute, and the kinds of difference with the rules that found them.
Apart = tuple[list[list[Gathering]], Mapping[ConflictKind, str]]


@dataclass(slots=True)
class Dispute:
    """Groups that stand against each other: what each excludes, and the kinds of difference with their rules."""

    groups: dict[str, Gathering] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)
    found: dict[tuple[str, str, ConflictKind], str] = field(default_factory=dict)

    def oppose(self, left: Gathering, right: Gathering, kind: ConflictKind, rule: str) -> None:
        """Note that two groups exclude each other."""
        self.groups |= {left.id: left, right.id: right}
        self.against.setdefault(left.id, set()).add(right.id)
        self.against.setdefault(right.id, set()).add(left.id)
        self.found.setdefault((left.id, right.id, kind), rule)

    def part(self) -> list[Apart]:
        """Return the disputes that have nothing to do with each other, each by itself.

        Who holds a town and who holds one of its quarters are two disputes where each is one by itself, though an
        answer to one may exclude an answer to the other.
        """
        roots = self._join_places()
        heaps: dict[str, list[Gathering]] = {}
        for name, group in self.groups.items():
            heaps.setdefault(roots.find(name), []).append(group)
        kinds: dict[str, dict[ConflictKind, str]] = {}
        for (left, right, kind), rule in sorted(self.found.items()):
            if roots.find(left) == roots.find(right):
                kinds.setdefault(roots.find(left), {})[kind] = rule
        return [(self._take_sides(heap), kinds[root]) for root, heap in sorted(heaps.items())]

    def _take_sides(self, groups: Iterable[Gathering]) -> list[list[Gathering]]:
        """Return the sides: each group goes to the first side that holds nothing it excludes, the largest first."""
        sides: list[list[Gathering]] = []
        barred: list[set[str]] = []
        for group in sorted(groups, key=lambda group: (-len(group.claims), group.answer.key, group.id)):
            place = next((n for n, bar in enumerate(barred) if group.id not in bar), len(sides))
            if place == len(sides):
                sides.append([])
                barred.append(set())
            sides[place].append(group)
            barred[place] |= self.against[group.id]
        return sides

    def _join_places(self) -> Roots:
        """Return the groups joined that stand against each other, those of other places only to what is no dispute yet."""
        pairs = sorted({(left, right) for left, right, _ in self.found})
        roots = Roots()
        for left, right in pairs:
            if self._place(left) == self._place(right):
                roots.join(left, right)
        disputed = {roots.find(left) for left, right in pairs if roots.find(left) == roots.find(right)}
        for left, right in pairs:
            both = {roots.find(left), roots.find(right)}
            if not both <= disputed:
                roots.join(left, right)
                if both & disputed:
                    disputed.add(roots.find(left))
        return roots

    def _place(self, group: str) -> str | None:
        return self.groups[group].matter.place

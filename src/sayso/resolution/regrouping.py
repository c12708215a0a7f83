"""Which names did people merge or split?"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.text.decisions import read_list
from sayso.text.spellings import plain


@dataclass(frozen=True)
class Regrouping:
    """The merges and splits of voices or of places, later lines above earlier ones."""

    judgements: tuple[Judgement, ...] = ()

    @cached_property
    def _last(self) -> dict[str, tuple[str, JudgementKind]]:
        """What stands for each name by the last word on it, and which word that is."""
        found: dict[str, tuple[str, JudgementKind]] = {}
        for judgement in self.judgements:
            names, is_merge = read_list(judgement, "names"), judgement.kind is JudgementKind.MERGE
            found |= {plain(name): (names[0] if is_merge else name, judgement.kind) for name in names}
        return found

    def name_for(self, name: str) -> str | None:
        """Return the name that stands for `name` by a person's word, None when nobody spoke of it."""
        return self._last[plain(name)][0] if plain(name) in self._last else None

    def is_parted(self, name: str) -> bool:
        """Tell whether the last word on a name is that it stands for itself."""
        return plain(name) in self._last and self._last[plain(name)][1] is JudgementKind.SPLIT


def regroup(judgements: Iterable[Judgement], what: str) -> Regrouping:
    """Return the merges and splits of one sort of thing ("voice", "place")."""
    kinds = {JudgementKind.MERGE, JudgementKind.SPLIT}
    return Regrouping(tuple(j for j in judgements if j.kind in kinds and j.fields.get("what") == what))


def find_private(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the names, without case and accents, of the voices that people said are private persons."""
    lines = [judgement for judgement in judgements if judgement.kind is JudgementKind.PRIVATE]
    return frozenset(plain(name) for judgement in lines for name in read_list(judgement, "names"))

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
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for judgement in self.judgements:
            names = read_list(judgement, "names")
            if judgement.kind is JudgementKind.MERGE:
                found |= {plain(name): names[0] for name in names}
            else:
                found |= {plain(name): name for name in names}
        return found

    def name_for(self, name: str) -> str | None:
        """Return the name that stands for `name` by a person's word, None when nobody spoke of it."""
        return self._names.get(plain(name))

    def is_parted(self, name: str) -> bool:
        """Tell whether the last word on a name is that it stands for itself."""
        lines = [line for line in self.judgements if plain(name) in {plain(one) for one in read_list(line, "names")}]
        return bool(lines) and lines[-1].kind is JudgementKind.SPLIT


def regroup(judgements: Iterable[Judgement], what: str) -> Regrouping:
    """Return the merges and splits of one sort of thing ("voice", "place")."""
    kinds = {JudgementKind.MERGE, JudgementKind.SPLIT}
    return Regrouping(tuple(j for j in judgements if j.kind in kinds and j.fields.get("what") == what))


def find_private(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the names, without case and accents, of the voices that people said are private persons."""
    lines = [judgement for judgement in judgements if judgement.kind is JudgementKind.PRIVATE]
    return frozenset(plain(name) for judgement in lines for name in read_list(judgement, "names"))

"""Which kinds of voice may rest on which? One readable table, read when origins are counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sayso.model.derivations import name_rule
from sayso.model.kinds import VoiceKind

ANYBODY = frozenset(VoiceKind)
ON_THE_GROUND = frozenset({VoiceKind.ACTIVIST, VoiceKind.MEDIC, VoiceKind.WITNESS, VoiceKind.RESIDENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What a kind of voice may rest on. `rank` keeps it one way: a voice rests only on those of lower rank."""

    rank: int
    on: frozenset[VoiceKind]
    rule: str


RELIANCES: Mapping[VoiceKind, Reliance] = MappingProxyType(
    {
        VoiceKind.MONITOR: Reliance(
            rank=2,
            on=ON_THE_GROUND,
            rule=name_rule(
                "linking.monitor_collects",
                "A monitor collects from activists, medics, witnesses and residents: with one of them it counts one.",
            ),
        ),
        VoiceKind.FOREIGN_GOVERNMENT: Reliance(
            rank=3,
            on=ANYBODY,
            rule=name_rule(
                "linking.speaks_from_afar",
                "A foreign government names no ground of its own: it may rest on any other voice that says the same.",
            ),
        ),
        VoiceKind.EXPERT: Reliance(
            rank=4,
            on=ANYBODY,
            rule=name_rule(
                "linking.reads_others", "An analyst reads what others report: with any of them he counts one."
            ),
        ),
        VoiceKind.UNNAMED_SOURCE: Reliance(
            rank=5,
            on=ANYBODY,
            rule=name_rule(
                "linking.unnamed_source", "A source that nobody names may be any of those who say the same."
            ),
        ),
        VoiceKind.UNKNOWN: Reliance(
            rank=6,
            on=ANYBODY,
            rule=name_rule(
                "linking.report_without_source",
                "A report that names no source may rest on any of those who say the same.",
            ),
        ),
    }
)

OWN_VOICES = frozenset({VoiceKind.OUTLET, VoiceKind.AGENCY})
OFFICIALS = frozenset({VoiceKind.UNNAMED_OFFICIAL, VoiceKind.GOVERNMENT, VoiceKind.MILITARY})

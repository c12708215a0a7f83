"""What has somebody said whose words are borne out ("*Corroborating state radio*, the monitor said that ...")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.scenes import Scene
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.kinds import Basis, Stance

CORROBORATED = name_rule(
    "claims.corroborated",
    "Somebody is told to bear out what another said: the first thing that he tells is also that one's.",
)
_BORNE_OUT = "attribution.corroborated"


def find_corroborated(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the first claim of each sentence that opens with whom it bears out, as that one's own."""
    document = scene.layers.document
    for item in scene.layers.attributions.items:
        if item.rule != _BORNE_OUT or item.cue is None:
            continue
        cue = item.cue
        told = [one for one in claims if one.sentence.holds(cue) and one.chain and one.stance is Stance.ASSERTS]
        first = min((one for one in told if one.basis is Basis.STATED), key=lambda one: one.span, default=None)
        if first is None:
            continue
        evidence = Evidence(document=document.id, span=cue, quote=cue.read(document.text))
        yield replace(
            first,
            chain=item.chain,
            source_span=item.chain[-1].span,
            cue_span=cue,
            is_quoted=False,
            is_admitted=False,
            channel=None,
            derived=Derived(value=first.kind.value, rule=CORROBORATED, evidence=(evidence,)),
        )

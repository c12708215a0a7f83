"""Who did it, as far as questions tell agents apart, and is it the speaker who was hit?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.linking.dossiers import Dossier
from sayso.linking.wording import STEM, find_stems
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import ActorMention
from sayso.model.resolved import ResolvedClaim, Voice

OPPOSITION = "opposition"
CAMPS = frozenset({"government", OPPOSITION})

REBELS = frozenset({VoiceKind.ARMED_GROUP, VoiceKind.OPPOSITION})
RULERS = frozenset(
    {
        VoiceKind.GOVERNMENT,
        VoiceKind.MILITARY,
        VoiceKind.FOREIGN_GOVERNMENT,
        VoiceKind.STATE_MEDIA,
        VoiceKind.UNNAMED_OFFICIAL,
    }
)


def find_party(resolved: ResolvedClaim, dossier: Dossier) -> str | None:
    """Return what tells the agents of one question apart: a camp with its country, else the name.

    "The army", "government forces" and "troops" of one country are one party, and so are rebels of any name. Gunmen
    of whom nobody tells whose they are may be any of them.
    """
    if not resolved.agents:
        return None
    name = resolved.agents[0]
    camp = _find_camp(name, resolved.claim.agent, dossier)
    if camp is not None:
        return _name_party(camp, name)
    return None if _may_be_anybody(resolved.claim.agent) else name


def _may_be_anybody(mention: ActorMention | None) -> bool:
    """Tell whether a report calls a party no more than gunmen or a militia: another may name it."""
    if mention is None or mention.name is not None or mention.camp is not None:
        return False
    return mention.head in read_toml("actors")["words"]["own_words"]


def find_fallen(resolved: ResolvedClaim, dossier: Dossier) -> tuple[str, str] | None:
    """Return the camp and the party of the belligerent whose men were hit, None where the words name no such one."""
    if not resolved.targets:
        return None
    name = resolved.targets[0]
    camp = _find_camp(name, resolved.claim.target, dossier)
    return None if camp is None else (camp, _name_party(camp, name))


def _find_camp(name: str, mention: ActorMention | None, dossier: Dossier) -> str | None:
    # One that the words only imply is of the camp that others name it with.
    camp = mention.camp if mention is not None and mention.camp in CAMPS else dossier.camps.get(name)
    return camp if camp in CAMPS else None


def _name_party(camp: str, name: str) -> str:
    """Return a camp with its country, as the first word of a name tells it."""
    first = next((word for word in name.casefold().split() if word != "the"), "")
    return camp if camp == OPPOSITION else f"{camp} {first[:STEM]}"


def is_of_party(voice: Voice | None, party: str | None) -> bool:
    """Tell whether a voice speaks for a party: for the rebels' side, or for the country whose government that is."""
    if voice is None or party is None:
        return False
    if party == OPPOSITION:
        return voice.side == OPPOSITION
    return party.rpartition(" ")[2] in find_stems(" ".join((voice.name, voice.institution or "")))


def find_denier(resolved: ResolvedClaim, dossier: Dossier) -> tuple[str, str] | None:
    """Return the body that denies without naming a doer, and its party: a side of the war speaks of its own deeds.

    "The ministry denied having fired" tells of no other, and who denies any part in it says nothing of whoever others
    accuse; None where the speaker takes no part in the war.
    """
    voice = dossier.voices.get(resolved.voice)
    is_of_another = bool(resolved.agents) and not _denies_part(resolved, dossier)
    if is_of_another or voice is None or not voice.institution:
        return None
    if voice.side == OPPOSITION or voice.kind in REBELS:
        return voice.institution, OPPOSITION if voice.side == OPPOSITION else voice.institution
    return (voice.institution, _name_party("government", voice.institution)) if voice.kind in RULERS else None


def _denies_part(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether a bare denial is of a part in what was done: "denies involvement"."""
    table = read_toml("matters")["answering"]
    words = set(dossier.quote(resolved).casefold().split())
    return resolved.claim.frame in table["frames"] and not words.isdisjoint(table["part_in_it"])


def is_hit(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether who speaks was, by name or body, the one it was done to: named as target, or in the claim's words."""
    voice = dossier.voices.get(resolved.voice)
    if voice is None or not resolved.agents:
        return False
    own = find_stems(" ".join((voice.name, voice.institution or ""))) - _shared()
    done = {stem for agent in resolved.agents for stem in find_stems(agent)}
    hit = find_stems(" ".join((*resolved.targets, dossier.quote(resolved))))
    return own.isdisjoint(done) and not own.isdisjoint(hit)


@cache
def _shared() -> frozenset[str]:
    return frozenset(word[:STEM] for word in read_toml("matters")["bodies"]["shared"])

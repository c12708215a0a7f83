"""What does a finder of attributions return? Tokens, before names and chains are known."""

from dataclasses import dataclass

from sayso.attribution.pages import Run
from sayso.attribution.speaker_phrases import Speaker
from sayso.model.kinds import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One act of saying as tokens.

    `speaker` is None when nobody is named; `relay` is who passed it on ("told *AFP*"); `under` is the head of
    the cue it belongs to where the text says so ("..., citing medics"). `content` are tokens.
    """

    head: int
    cue: Run
    lemma: str
    stance: Stance
    content: frozenset[int]
    rule: str
    speaker: Speaker | None = None
    relay: Run | None = None
    channel: str | None = None
    under: int | None = None

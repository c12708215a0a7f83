"""Whose words does somebody bear out who says the same ("*Corroborating state radio*, the monitor said that ...")?"""

from collections.abc import Iterator, Sequence

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.words import cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

CORROBORATED = name_rule(
    "attribution.corroborated",
    'One source bears out another by saying the same ("Corroborating state radio, it said").',
)
# Between the participle and its comma stands only who is borne out.
_LONGEST = 6


def find_corroborated(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an act of saying for each source that opens a sentence as borne out by who speaks in it.

    It has no words of its own: what it said is what the other goes on to say.
    """
    heard: set[int] = set()
    for draft in drafts:
        verb = page.sentence(draft.head)[0]
        if verb in heard or page.word(verb) not in cue_words("bearing_out"):
            continue
        end = next((t for t in range(verb + 1, verb + 1 + _LONGEST) if page.parse.words[t : t + 1] == (",",)), None)
        if (
            draft.stance is not Stance.ASSERTS
            or end is None
            or draft.speaker is None
            or draft.speaker.head <= end
            or draft.head <= end
        ):
            continue
        source = next((t for t in reversed(range(verb + 1, end)) if could_speak(page, t)), None)
        # "Corroborating the army's account" names no voice by its last word.
        if source is None or source + 1 != end:
            continue
        heard.add(verb)
        run = find_phrase(page, source)
        yield Draft(
            head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=Stance.ASSERTS, content=frozenset(),
            rule=CORROBORATED, speaker=Speaker(source, (max(run[0], verb + 1), source + 1)),
        )  # fmt: skip

"""Who is cited for what somebody says ("..., the monitor said, citing medics")?"""

from collections.abc import Iterator, Sequence

from sayso.attribution.candidates import beside, could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

CITED = name_rule("attribution.cited", 'One source cites another for what it says ("..., it said, citing medics").')

_CITING = frozenset({"cite", "quote"})


def find_citations(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an act of saying for each source that is cited beside a verb of saying; it stands under that one."""
    by_head = {draft.head: draft for draft in drafts}
    for verb in page.with_lemma(_CITING):
        if page.parse.universal[verb] != "VERB" or page.parse.tags[verb] != "VBG":
            continue
        cited = page.tree.child(verb, "obj")
        cited = beside(page, verb, 1) if cited is None else cited
        above = next((by_head[t] for t in page.tree.ancestors(verb) if t in by_head), None)
        if cited is None or above is None or not could_speak(page, cited) or above.speaker is None:
            continue
        run = find_phrase(page, cited)
        speaker = Speaker(cited, (max(run[0], min(verb + 1, cited)), run[1]))
        content = above.content - frozenset(range(*speaker.run)) - {verb}
        yield Draft(
            head=verb, cue=(verb, verb + 1), lemma=page.lemma(verb), stance=Stance.ASSERTS, content=content, rule=CITED, speaker=speaker,
            under=above.head,
        )  # fmt: skip

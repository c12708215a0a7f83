"""Who speaks in a headline with a colon ("Army retakes town: state media")?"""

from collections.abc import Iterator

from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speakers import Speaker, could_speak
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

COLON = name_rule("attribution.colon", 'A colon sets a source apart in a headline ("X: ...", "...: X").')
_LONGEST = 5
_NOMINAL = frozenset({"NOUN", "PROPN"})


def find_colons(page: Page) -> Iterator[Draft]:
    """Yield the headlines in which a short name or role stands before or behind a colon."""
    for first, last in page.parse.sentences:
        if last - first < 4 or not page.is_headline(first):
            continue
        colon = next((t for t in range(first + 1, last - 1) if page.parse.words[t] == ":"), None)
        if colon is None or any(page.parse.words[t] == ":" for t in range(colon + 1, last)):
            continue
        for part, rest in (((colon + 1, last), (first, colon)), ((first, colon), (colon + 1, last))):
            speaker = _read_speaker(page, part)
            if speaker is not None:
                yield Draft(
                    head=colon, cue=(colon, colon + 1), lemma=":", stance=Stance.ASSERTS, content=frozenset(range(*rest)), rule=COLON, speaker=speaker,
                )  # fmt: skip
                break


def _read_speaker(page: Page, part: Run) -> Speaker | None:
    words = [t for t in range(*part) if not page.is_mark(t)]
    if not words or len(words) > _LONGEST or any(page.parse.universal[t] in {"VERB", "AUX"} for t in words):
        return None
    nouns = [t for t in words if page.parse.universal[t] in _NOMINAL]
    if not nouns or not could_speak(page, nouns[-1]) or _is_place(page, nouns):
        return None
    head = nouns[-1]
    first, last = find_phrase(page, head)
    return Speaker(head, (max(first, part[0]), min(last, part[1])))


def _is_place(page: Page, nouns: list[int]) -> bool:
    """Tell whether the words are a dateline or a topic rather than a source."""
    head = nouns[-1]
    is_known = head in page.body_at or page.labels.get(head) == "PERSON" or is_role(page, head)
    return not is_known and page.parse.universal[head] == "PROPN"

"""Who speaks in a headline with a colon ("Army retakes town: state media")?"""

from collections.abc import Iterator

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speakers import Speaker
from sayso.attribution.tags import FINITE
from sayso.attribution.words import cue_verbs
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

COLON = name_rule("attribution.colon", 'A colon sets a source apart in a headline ("X: ...", "...: X").')
CLIPPED = name_rule(
    "attribution.clipped", 'A headline opens on a source and what it does with words ("Council demands inquiry").'
)
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


def find_clipped(page: Page) -> Iterator[Draft]:
    """Yield the headlines that open on a source and a verb of saying that was read as a noun ("Council *demands* inquiry")."""
    for first, last in page.parse.sentences:
        cue = _clipped_cue(page, first, last)
        speaker = None if cue is None else _read_speaker(page, (first, cue))
        if cue is None or speaker is None or any(page.parse.tags[t] in FINITE for t in range(first, last)):
            continue
        stance = cue_verbs()[_singular(page, cue)][0].stance
        content = frozenset(t for t in range(cue + 1, last) if t < last - 1 or not page.is_mark(t))
        yield Draft(head=cue, cue=(cue, cue + 1), lemma=_singular(page, cue), stance=stance, content=content, rule=CLIPPED,
                    speaker=speaker)  # fmt: skip


def _clipped_cue(page: Page, first: int, last: int) -> int | None:
    """Return the first word with an s behind the words of a source that could be a verb which says a thing."""
    if not page.is_headline(first):
        return None
    for token in range(first + 1, min(first + _LONGEST, last - 1)):
        rows = cue_verbs().get(_singular(page, token), ())
        if page.parse.tags[token] == "NNS" and any("noun" in row.takes for row in rows):
            return token
    return None


def _singular(page: Page, token: int) -> str:
    word = page.word(token)
    return page.lemma(token) if page.lemma(token) in cue_verbs() else word.removesuffix("s")


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

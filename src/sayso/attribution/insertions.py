"""What is said on both sides of an insertion ("The convoy, *officials said*, had left")?"""

from sayso.attribution.borders import cut_at_participle, is_channel, is_cue, trim
from sayso.attribution.objects import is_addressed
from sayso.attribution.pages import Page
from sayso.attribution.persons import find_set_name
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.tags import FINITE
from sayso.attribution.words import cue_words

_LONGEST = 8
_OPENERS = frozenset({"ccomp", "csubj"})
_CLOSING = frozenset({'"', "”", "»", "''"})
_ADDRESSED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
# Tags of words behind an insertion that turn to something else than what is said.
_TURNING = frozenset({"VBG", "WP", "WDT", "IN", "CC", "RB"})


def around(page: Page, verb: int, speaker: Speaker | None) -> frozenset[int]:
    """Return what is said on both sides of an insertion ("The convoy, *officials said*, had left").

    Commas on both sides of speaker and verb make an insertion, whatever the parse says.
    """
    if speaker and _is_inserted(page, verb, speaker):
        first, last = page.sentence(verb)
        start, end = _insertion(page, verb, speaker)
        return trim(page, range(first, start)) | trim(page, range(end, cut_at_participle(page, end, last)))
    head = page.parse.heads[verb]
    behind = [c for c in page.tree.children(verb, "obj", "xcomp", *_OPENERS) if c > verb]
    is_said_here = any(not is_addressed(page, verb, c) and not _holds(speaker, c) for c in behind)
    if not page.tree.is_relation(verb, "parataxis") or is_said_here or is_cue(page, head) or not speaker:
        return frozenset()
    if head < verb and page.parse.words[min(verb, speaker.run[0]) - 1] not in _CLOSING | {","}:
        return frozenset()
    own = set(page.tree.subtree(verb)) | set(range(*speaker.run))
    return trim(page, [t for t in page.tree.subtree(head) if t not in own])


def _holds(speaker: Speaker | None, token: int) -> bool:
    """Tell whether a token stands in the speaker's phrase."""
    return speaker is not None and speaker.run[0] <= token < speaker.run[1]


def _insertion(page: Page, verb: int, speaker: Speaker) -> tuple[int, int]:
    """Return the tokens of speaker and verb, with whom it is told when nothing is said behind that at once."""
    name = find_set_name(page, speaker.head) if speaker.head > verb else None
    end = max(verb + 1, speaker.run[1]) if name is None else name[1]
    told = (c for c in page.tree.children(verb, "obj", "iobj") if c >= end and is_addressed(page, verb, c))
    heard = next(told, None)
    if heard is not None:
        last = heard + 1
        is_bare = all(page.parse.universal[t] in _ADDRESSED for t in range(end, last))
        return min(verb, speaker.run[0]), last if is_bare and page.word(last) == "," else end
    end += page.word(end) in cue_words("first_person")
    return min(verb, speaker.run[0]), _behind_aside(page, end)


def _behind_aside(page: Page, end: int) -> int:
    """Return where the day or the form of a statement ends behind the cue, and the verb goes on ("X said *in a statement*, *were* hit")."""
    last = end
    while page.word(last) and last - end < _LONGEST and page.word(last) != ",":
        is_small = page.parse.universal[last] in {"ADP", "DET", "ADJ"}
        if not is_small and last not in page.timex_tokens and not is_channel(page, last):
            return end
        last += 1
    is_aside = page.word(last) == "," and page.word(end) in cue_words("channel_cases")
    return last if is_aside and last + 1 < len(page.parse) and page.parse.tags[last + 1] in FINITE else end


def _goes_on(page: Page, token: int) -> bool:
    """Tell whether the words behind an insertion go on with what is said."""
    return page.word(token) in cue_words("continuing") or page.parse.tags[token] not in _TURNING


def _is_inserted(page: Page, verb: int, speaker: Speaker) -> bool:
    first, last = page.sentence(verb)
    start, end = _insertion(page, verb, speaker)
    is_set = speaker.head > verb and find_set_name(page, speaker.head) is not None
    if speaker.head > verb and not is_set and max(page.tree.subtree(speaker.head)) >= end:
        return False
    is_one = speaker.run[0] == verb + 1 or all(page.parse.universal[t] == "ADV" for t in range(speaker.run[1], verb))
    is_one &= speaker.run[1] <= verb or speaker.run[0] > verb
    is_said = page.lemma(verb) in cue_words("sure") | cue_words("voiced")
    if not is_one or not is_said or start - 2 < first or end + 2 >= last:
        return False
    before = page.parse.words[start - 1] == "," or (
        page.parse.words[start - 1] in _CLOSING and page.parse.words[start - 2] == ","
    )
    opens = page.parse.words[end] == "," and _goes_on(page, end + 1)
    return before and opens and page.parse.words[end + 1] not in {'"', "“"}

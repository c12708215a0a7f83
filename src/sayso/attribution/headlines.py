"""Who speaks in a headline with a colon or a dash ("Army retakes town: state media"), or in a line without a verb?"""

from collections.abc import Iterator

from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.kinds import body_word_kind, is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.phrases import find_phrase
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.tags import FINITE
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

COLON = name_rule("attribution.colon", 'A colon sets a source apart in a headline ("X: ...", "...: X").')
CLIPPED = name_rule(
    "attribution.clipped", 'A headline opens on a source and what it does with words ("Council demands inquiry").'
)
_LONGEST = 5
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_REPORTING = frozenset({"report", "reports"})
# What can follow "report" where it is a verb, and the media whose name closes a headline as that of the page.
_TOLD = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET"})
_OUTLETS = frozenset({"outlet", "agency", "state_media"})


def find_colons(page: Page) -> Iterator[Draft]:
    """Yield the headlines in which a short name or role stands before or behind a colon, or behind a dash at their end.

    Below the headlines only a whole quotation is somebody's behind a colon, and what a known body closes without a stop.
    """
    for first, last in page.parse.sentences:
        if last - first < 4:
            continue
        if not page.is_headline(first):
            yield from _read_quoted(page, first, last)
            yield from _read_credit(page, first, last)
            continue
        colon = next((t for t in range(first + 1, last - 1) if page.parse.words[t] == ":"), None)
        if colon is None:
            yield from _read_dash(page, first, last)
            yield from _read_end(page, first, last)
            continue
        if any(page.parse.words[t] == ":" for t in range(colon + 1, last)):
            continue
        for part, rest in (((colon + 1, last), (first, colon)), ((first, colon), (colon + 1, last))):
            speaker = _read_speaker(page, part)
            if speaker is not None:
                yield Draft(
                    head=colon, cue=(colon, colon + 1), lemma=":", stance=Stance.ASSERTS, content=frozenset(range(*rest)), rule=COLON, speaker=speaker,
                )  # fmt: skip
                break


def _read_quoted(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield the quotation of a sentence that is nothing but a source, a colon and that ("The mayor: "We stay."")."""
    colon = next((t for t in range(first + 1, min(first + _LONGEST + 2, last - 1)) if page.parse.words[t] == ":"), None)
    number = None if colon is None else page.quotation_at.get(colon + 1)
    speaker = None if colon is None or number is None else _read_speaker(page, (first, colon))
    if colon is None or number is None or speaker is None:
        return
    tokens = page.quotations[number][0]
    is_known = is_role(page, speaker.head) or speaker.head in page.body_at or page.labels.get(speaker.head) == "PERSON"
    if tokens[0] == colon + 1 and tokens[-1] >= last - 2 and is_known:
        yield Draft(
            head=colon, cue=(colon, colon + 1), lemma=":", stance=Stance.ASSERTS, content=frozenset(tokens), rule=COLON, speaker=speaker,
        )  # fmt: skip


def _read_credit(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield what stands before a colon and a known body that close a heading run into its report ("Forty held in Rahna: UN")."""
    colon = next((t for t in reversed(range(max(first + 3, last - 4), last - 1)) if page.parse.words[t] == ":"), None)
    speaker = None if colon is None else _read_speaker(page, (colon + 1, last))
    if colon is None or speaker is None or speaker.head not in page.body_at:
        return
    yield Draft(
        head=colon, cue=(colon, colon + 1), lemma=":", stance=Stance.ASSERTS, content=frozenset(range(first, colon)), rule=COLON, speaker=speaker,
    )  # fmt: skip


def _read_dash(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield what stands before the last dash of a headline that a source by its role closes; a name there is the outlet's."""
    dash = next((t for t in reversed(range(first + 2, last - 1)) if _is_free_dash(page, t)), None)
    speaker = None if dash is None else _read_speaker(page, (dash + 1, last))
    if dash is None or speaker is None or not _is_described(page, speaker.head):
        return
    yield Draft(
        head=dash, cue=(dash, dash + 1), lemma=page.word(dash), stance=Stance.ASSERTS, content=frozenset(range(first, dash)),
        rule=COLON, speaker=speaker,
    )  # fmt: skip


def _read_end(page: Page, first: int, last: int) -> Iterator[Draft]:
    """Yield what stands before a body that closes a headline behind a number, its dash lost ("Raid kills at least 58 *Observatory*").

    One body is nothing that such a number counts.
    """
    head, number = last - 1, last - 2
    is_one = page.parse.tags[head] in {"NN", "NNP"} and page.parse.words[head][:1].isupper()
    is_counted = page.parse.universal[number] == "NUM" and page.word(number) not in {"1", "one"}
    is_body = head in page.body_at or (is_role(page, head) and body_word_kind(page.word(head)) is not None)
    if not (is_one and is_counted and is_body) or number in page.timex_tokens:
        return
    yield Draft(
        head=head, cue=(head, last), lemma=page.word(head), stance=Stance.ASSERTS, content=frozenset(range(first, last)), rule=COLON,
        speaker=Speaker(head, (head, last)),
    )  # fmt: skip


def _is_free_dash(page: Page, token: int) -> bool:
    """Tell whether a dash has a space on both sides."""
    starts, ends = page.parse.starts, page.parse.ends
    is_free = starts[token] > ends[token - 1] and starts[token + 1] > ends[token]
    return is_free and page.parse.words[token] in cue_words("dashes")


def _is_described(page: Page, head: int) -> bool:
    """Tell whether a role in lower case, or a known body that is no medium, is the source that closes a headline."""
    hit = page.body_at.get(head)
    return (hit is not None and hit.body.kind not in _OUTLETS) or (
        is_role(page, head) and page.parse.words[head].islower()
    )


def find_clipped(page: Page) -> Iterator[Draft]:
    """Yield the lines that open on a source and a verb of saying that was read as a noun ("Council *demands* inquiry")."""
    for first, last in page.parse.sentences:
        cue = _clipped_cue(page, first, last)
        speaker = None if cue is None else _read_opening(page, (first, cue))
        if cue is None or speaker is None or any(page.parse.tags[t] in FINITE for t in range(first, last)):
            continue
        stance = cue_verbs()[_singular(page, cue)][0].stance
        content = frozenset(t for t in range(cue + 1, last) if t < last - 1 or not page.is_mark(t))
        yield Draft(head=cue, cue=(cue, cue + 1), lemma=_singular(page, cue), stance=stance, content=content, rule=CLIPPED,
                    speaker=speaker)  # fmt: skip


def _clipped_cue(page: Page, first: int, last: int) -> int | None:
    """Return the first word with an s behind the words of a source that could be a verb which says a thing, or "report" behind many."""
    for token in range(first + 1, min(first + _LONGEST, last - 1)):
        rows = cue_verbs().get(_singular(page, token), ())
        can_say = any("noun" in row.takes for row in rows)
        if can_say and page.parse.tags[token] == "NNS" and page.is_headline(first):
            return token
        if page.word(token) in _REPORTING and _is_verb_here(page, first, token):
            return token
    return None


def _is_verb_here(page: Page, first: int, token: int) -> bool:
    """Tell whether "report" goes with the many that open a line, "reports" with the one, and a thing told follows at once."""
    opening = _read_opening(page, (first, token))
    is_many = opening is not None and page.parse.tags[opening.head] in {"NNS", "NNPS"}
    is_told = page.parse.universal[token + 1] in _TOLD and page.parse.tags[token + 1] != "VBN"
    is_teller = opening is not None and page.lemma(opening.head) not in cue_words("told_of")
    return is_teller and is_told and is_many == (page.word(token) == "report")


def _read_opening(page: Page, part: Run) -> Speaker | None:
    """Return who opens a line, without the words for where he is ("*Sources* on the ground")."""
    place = next((t for t in range(part[0] + 1, part[1]) if page.parse.universal[t] == "ADP"), part[1])
    return _read_speaker(page, (part[0], place))


def _singular(page: Page, token: int) -> str:
    word = page.word(token)
    return page.lemma(token) if page.lemma(token) in cue_verbs() else word.removesuffix("s")


def _read_speaker(page: Page, part: Run) -> Speaker | None:
    words = [t for t in range(*part) if not page.is_mark(t)]
    is_one = len(words) == 1 and is_role(page, words[0])
    if not words or len(words) > _LONGEST or (not is_one and any(page.parse.universal[t] in _VERBS for t in words)):
        return None
    nouns = words if is_one else [t for t in words if page.parse.universal[t] in _NOMINAL]
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

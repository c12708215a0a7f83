"""Where does a sentence end?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.lexicons import read_toml, read_words
from sayso.model.spans import Span, trim
from sayso.passages.clipped import LONGEST, ends_clipped
from sayso.passages.gaps import could_end, describe_gap, read_setting
from sayso.passages.weights import weigh
from sayso.passages.words import Look, Word, find_kind, find_words

_END = re.compile(
    r"(?P<mark>\.(?:\s?\.){2,}|…|[.!?]+)(?P<close>[\"'”’»)\]]*(?:\s?\[(?:\d{1,3}|[a-z])\])*)(?P<gap>\s*)(?=\S)"
)
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_OPENS = re.compile(r"[^\w\s]*\s?[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LISTED = re.compile(r"(?:^|[.!?:;][\"'”’»)\]]*\s+)(?:\d{1,2}|[A-Za-z])$")
_BULLET = re.compile(r"\s(?=[•▪●◦‣]\s?\S)")
# The time of day under which a live page adds an entry ("1545 GMT: ...", "10.25 - ..."): no part of what follows.
_STAMP = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{1,3}T|UTC|local time))?|\d{3,4}\s(?:[A-Z]{1,3}T|UTC))\s?[:–—-]\s+(?=\S)"
    r"|\d{2}:\d{2}\s+(?=[A-Z“\"])"
)
# A heading that ends with who says so ("Hundreds held: UN At least 296 people ..."): the words behind it open the report.
_CREDITED = re.compile(
    r"[^.!?:]{12,160}[^.!?:\d]: [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}\s+(?=(?:A|An|As|At|In|On|The|More|Some|Nearly|About|Around|Over|Up)\s[a-z\d])"
)
_BELONGS = frozenset(",;:)]}")
_MARKED, _UNMARKED, _IN_NAME = -0.3, -0.2, 0.5
# So much less is asked for behind a heading that says who says what, set by hand.
_CLIPPED = 3.2


def find_sentences(text: str, span: Span, *, is_flat: bool = False) -> Iterator[Span]:
    """Yield the sentences of a paragraph, which together hold all its words.

    A full stop ends a sentence when a capital, a figure or an opening mark follows, unless it belongs to a rank or
    title, to an abbreviation before its figure, or to the number of a point in a list. A stop without a space after
    it ("on Friday.Meanwhile") ends one too when a lower-case word stands before it and a capitalised word after it.
    Words after a closing quotation mark in lower case belong to it ("... war," he said). A note's number in square
    brackets belongs to the sentence before it; the time of day that opens an entry of a live page is no part of one. A
    heading that stands in one line with its report and ends with who says so ("Hundreds held: UN At least ...") is one too.
    Where an initial, an abbreviation or an ellipsis may end a sentence
    or not, all the words around decide by weights learnt from treebanks.

    `is_flat` tells that the document has lost its lines: headings then run into sentences, and the weights look
    at every gap that the rules leave open, also where no mark stands.
    """
    verdicts = {match.end(): _judge(text, span, match, is_flat=is_flat) for match in _END.finditer(text, *span)}
    verdicts |= {match.end(): True for match in _BULLET.finditer(text, *span)}
    stamp = _STAMP.match(text, *span)
    verdicts |= {stamp.end(): True} if stamp else {}
    credited = _CREDITED.match(text, *span)
    verdicts |= {credited.end(): True} if credited else {}
    ends = {start for start, is_end in verdicts.items() if is_end}
    if is_flat or None in verdicts.values():
        ends |= set(_weigh_gaps(find_words(text, span), verdicts, is_flat=is_flat))
    begin = span.start
    for end in (*sorted(ends), span.end):
        sentence = trim(Span(begin, end), text)
        if sentence.length:
            yield sentence
        begin = end


def _judge(text: str, span: Span, match: re.Match[str], *, is_flat: bool) -> bool | None:
    """Tell whether a sentence ends with these marks, as far as rules can tell; None leaves it to the weights."""
    after = text[match.end() : match.end() + 24]
    before = text[max(span.start, match.start() - 24) : match.start()]
    # Of "(Tarnova).Meanwhile" the word inside the bracket ends the sentence.
    last = _LAST_WORD.search(before if match["gap"] else before.removesuffix(")"))
    word = last.group() if last else ""
    is_pause = "…" in match["mark"] or match["mark"].count(".") > 1
    if not match["gap"]:
        return _is_missing_space(word, match, after)
    if not _can_begin(after):
        return None if is_flat and not (match["close"] or is_pause or _find_kind(word)) else False
    if after[0] in _BELONGS:
        return None
    if match["mark"][0] in "!?" or match["close"]:
        return True
    if match["mark"] == ".":
        return False if _LISTED.search(before) else _judge_word(word, after)
    return True if len(match["mark"].replace(" ", "")) > 3 else None


def _can_begin(after: str) -> bool:
    first = next((c for c in after if c.isalnum()), "")
    return bool(_OPENS.match(after)) and (first.isupper() or first.isdigit() or not first.isascii())


def _is_missing_space(word: str, match: re.Match[str], after: str) -> bool:
    following = _LETTERS.match(after)
    is_plain = len(word) > 2 and word.isalpha() and word[1:].islower()
    return (bool(match["close"]) and after[0] in "“\"‘") or (
        is_plain and following is not None and len(following.group()) > 1 and following.group()[0].isupper()
        and following.group()[1:].islower()
    )  # fmt: skip


def _find_kind(word: str) -> str:
    """Return the sort of abbreviation a word is; the figures of a time of day are no part of it ("8:30p.m.")."""
    return find_kind(word.casefold().strip("’'-").lstrip("0123456789"))


def _judge_word(word: str, after: str) -> bool | None:
    """Tell whether the full stop after `word` ends a sentence too, or belongs to it alone."""
    kind, starter = _find_kind(word), _LETTERS.match(after)
    following = starter.group().casefold() if starter else ""
    if (kind == "number" and after[0].isdigit()) or (kind and _is_day(following)):
        return False
    can_start = following in read_words("abbreviations", "sentence_starters")
    if kind == "name":
        return None if can_start else False
    return True if can_start or not kind else None


def _is_day(word: str) -> bool:
    return word in read_toml("time")["weekdays"] or word in read_toml("time")["months"]


def _weigh_gaps(words: Sequence[Word], verdicts: Mapping[int, bool | None], *, is_flat: bool) -> Iterator[int]:
    """Yield the starts of the words before which a sentence ends, among those that no rule decided."""
    setting, cut = read_setting([word.look for word in words]), 0
    for at, (before, word) in enumerate(pairwise(words), 1):
        is_open = is_flat and could_end(before.look, word.look)
        if word.start in verdicts:
            is_open = verdicts[word.start] is None
        asked = _ask(before.look, word.look, is_flat=is_flat)
        asked -= (
            _CLIPPED if is_flat and ends_clipped([one.look for one in words[max(cut, at - LONGEST) : at + 1]]) else 0
        )
        if is_open and weigh(describe_gap(setting, at)) > asked:
            cut = at
            yield word.start


def _ask(before: Look, after: Look, *, is_flat: bool) -> float:
    """Return the log-odds asked for: more between capitalised words, where a name may stand that must not be cut."""
    if not is_flat:
        return 0
    if before.has_mark:
        return _MARKED
    could_be_name = before.is_proud and after.is_proud and not before.tail and not after.lead
    return _IN_NAME if could_be_name else _UNMARKED

"""Which times are told by an event? "Before the war", "a month after the dam broke"."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.mentions.drafts import NOWHERE, Draft, time_words
from sayso.mentions.lines import Line
from sayso.mentions.spells import AFTER_EVENT, ORDINAL
from sayso.mentions.tenses import find_tense
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span

NOUN_TIME = name_rule("mentions.event_noun", "The words give a time by naming an event ('before the war').")
CLAUSE_TIME = name_rule(
    "mentions.event_clause", "The words give a time by telling of an event ('after the army left')."
)
NEAR_EVENT = name_rule(
    "mentions.near_event", "The words give a time close to an event, with no length said ('shortly after')."
)
_EXTENTS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "until",
    "during": "during",
    "amid": "during",
}
_NEAR = (
    ("shortly", "after"),
    ("shortly", "before"),
    ("soon", "after"),
    ("just", "after"),
    ("just", "before"),
    ("immediately", "after"),
    ("in", "the", "aftermath", "of"),
    ("in", "the", "wake", "of"),
    ("on", "the", "eve", "of"),
    ("ahead", "of"),
    ("prior", "to"),
    ("in", "the", "run", "-", "up", "to"),
)


# Before the head of a phrase parsers now and then hang "after" on its first word.
_PARTS_OF_NAMES = ("compound", "flat", "amod", "det", "nummod")
_NEAR_OPENERS = frozenset(phrase[0] for phrase in _NEAR)


def read_near(line: Line, token: int) -> Draft | None:
    """Return "shortly after", "on the eve of" and the like with the event that follows, or None."""
    if line.word(token) not in _NEAR_OPENERS:
        return None
    for phrase in _NEAR:
        if line.has(token, phrase):
            last = token + len(phrase)
            direction = "past" if phrase[-1] in {"before", "to"} or "eve" in phrase or "ahead" in phrase else "future"
            event = find_event(line, last - 1)
            if event is None:
                return None
            return Draft(token, last, Timex(
                span=NOWHERE, token=0, kind=TimexKind.DATE, rule=NEAR_EVENT, anchor=AnchorKind.EVENT, event=event,
                direction=direction, is_approximate=True, unit="day" if "eve" in phrase else None, amount=-1 if "eve" in phrase else None,
                is_vague="eve" not in phrase,
            ))  # fmt: skip
    return None


def add_event(line: Line, draft: Draft) -> Draft:
    """Return an offset or ordinal ("two days after", "the fifth day of") with the span of its event."""
    if draft.timex.rule == AFTER_EVENT:
        event = find_event(line, draft.last - 1)
        return draft._replace(timex=replace(draft.timex, event=event, is_now=_leads_to_now(line, draft, event)))
    if draft.timex.rule == ORDINAL and line.word(draft.last) == "of":
        return draft._replace(timex=replace(draft.timex, event=find_event(line, draft.last)))
    return draft


def _leads_to_now(line: Line, draft: Draft, event: Span | None) -> bool:
    """Tell whether a length that opens a sentence counts from an event to what is told in the present.

    The first finite verb tells it, behind that of the event where it has one; one of a clause on a noun tells nothing.
    """
    opener = draft.first - (draft.first > line.first and line.universal(draft.first - 1) == "ADP")
    if opener != line.first:
        return False
    finite = [t for t in range(draft.last, line.last) if line.parse.tags[t] in {"VBD", "VBZ", "VBP", "MD"}]
    finite = [t for t in finite if line.parse.relations[t] != "acl:relcl"]
    finite = finite[1:] if any(line.span(t, t + 1) == event for t in finite) else finite
    return bool(finite) and line.parse.tags[finite[0]] in {"VBZ", "VBP"}


def find_event(line: Line, mark: int) -> Span | None:
    """Return the span of the event word that a preposition or conjunction opens: its head in the tree."""
    head = line.parse.heads[mark]
    if head <= mark or not line.first <= head < line.last:
        later = (t for t in range(mark + 1, line.last) if line.universal(t) in {"VERB", "NOUN"})
        head = next(later, mark)
    if head == mark:
        return None
    while line.tree.is_relation(head, *_PARTS_OF_NAMES) and line.parse.heads[head] > mark:
        head = line.parse.heads[head]
    verb = line.parse.heads[head] if line.tree.is_relation(head, "nsubj") and line.universal(head) != "VERB" else head
    head = verb if verb > mark else head
    clause = line.tree.child(head, "acl")
    if (
        clause is not None
        and clause > head
        and line.parse.tags[clause] in {"VBD", "VBZ", "VBP"}
        and line.parse.relations[clause] == "acl"
    ):
        head = clause
    return line.span(head, head + 1)


def find_event_times(line: Line, taken: frozenset[int]) -> Iterator[Draft]:
    """Yield "before the war", "since the offensive was launched": times of events without a length.

    Tokens in `taken` open time expressions of other kinds already.
    """
    words = time_words()["words"]
    for token in range(line.first, line.last):
        word = line.word(token)
        if word not in words["event_prepositions"] or token in taken or token + 1 in taken:
            continue
        draft = _clause(line, token) if line.parse.relations[token] == "mark" else _noun(line, token)
        if draft is not None:
            yield draft


def _noun(line: Line, token: int) -> Draft | None:
    head = line.parse.heads[token]
    is_opening = line.parse.relations[token] == "case" and head > token and line.universal(head) == "NOUN"
    if not is_opening or line.parse.lemmas[head] in time_words()["words"]["no_event"] or head - token > 8:
        return None
    if line.tree.is_relation(head, "nsubj") and _is_reason(line, token):
        return None
    last = (
        max(
            t
            for t in line.tree.subtree(head, without=frozenset({"acl", "appos", "conj", "nmod", "parataxis", "punct"}))
            if t < line.last
        )
        + 1
    )
    return Draft(token, last, _timex(line.word(token), NOUN_TIME, find_event(line, token) or line.span(head, head + 1)))


def _clause(line: Line, token: int) -> Draft | None:
    head = line.parse.heads[token]
    if head <= token or line.word(token) not in time_words()["words"]["event_marks"]:
        return None
    if line.word(token) == "since" and (find_tense(line, head) == "present" or _is_helper(line, token - 1)):
        return None
    if _is_reason(line, token):
        return None
    inside = [t for t in line.tree.subtree(head) if t >= token]
    last = inside[-1] + 1
    while last - 1 > head and line.universal(last - 1) == "PUNCT":
        last -= 1
    return Draft(token, last, _timex(line.word(token), CLAUSE_TIME, line.span(head, head + 1)))


def _is_reason(line: Line, token: int) -> bool:
    """Tell whether a clause gives the reason: "it freed only nine, since two had declined"."""
    return line.word(token) == "since" and line.word(token - 1) == ","


def _is_helper(line: Line, token: int) -> bool:
    """Tell whether a word is the "has" of "has since left", which opens no clause."""
    return line.universal(token) == "AUX" and line.parse.lemmas[token] == "have"


def _timex(word: str, rule: str, event: Span) -> Timex:
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=rule, anchor=AnchorKind.EVENT, event=event,
        extent=_EXTENTS.get(word, "at"), direction="past" if word == "before" else "future" if word in {"after", "following", "since"} else "nearest",
    )  # fmt: skip

"""Which clause is said? The words behind a verb of saying, before it, or on both sides of it."""

from sayso.attribution.borders import (
    behind_that,
    cut_at_participle,
    find_limit,
    goes_elsewhere,
    is_channel,
    is_cue,
    is_more,
    opens_with_that,
    trim,
)
from sayso.attribution.objects import is_addressed, is_addressing
from sayso.attribution.pages import Page
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.tags import RELATIVE
from sayso.attribution.words import cue_words

_OPENERS = frozenset({"ccomp", "csubj"})
_LOOSE = frozenset(
    {"obj", "xcomp", "nsubj", "nsubj:pass", "dep", "acl", "acl:relcl", "parataxis", "appos", "list", "amod", "compound"}
)
_BREAKS = frozenset({",", ";", "--", "—", "–"})
_CLOSING = frozenset({'"', "”", "»", "''"})
_ADDRESSED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_JOINING = frozenset({"ADP", "SCONJ", "CCONJ", "ADV", "PART"})


def said_after(page: Page, verb: int, speaker: Speaker | None) -> frozenset[int]:
    """Return the clause that is said behind the verb, from "that" or the clause's first word to its end.

    Phrases behind the clause that no comma cuts off belong to it; clauses joined to the verb of saying do not.
    """
    limit = find_limit(page, verb)
    children = [c for c in page.tree.children(verb) if verb < c < limit]
    roots = [c for c in children if page.tree.is_relation(c, *_OPENERS) or is_more(page, c)]
    roots = [r for r in roots if not goes_elsewhere(page, r) and not _cites(page, r)]
    roots = roots or [
        g
        for c in children
        if is_channel(page, c)
        for g in page.tree.children(c, "acl", "ccomp")
        if opens_with_that(page, g)
    ]
    if roots and all(is_more(page, r) for r in roots):
        roots = [*(c for c in children if page.tree.is_relation(c, "obj") and not is_addressed(page, verb, c)), *roots]
    if not roots and _may_be_loose(page, verb):
        loose = _LOOSE | {"iobj"} if page.lemma(verb) == "say" else _LOOSE
        roots = [c for c in children if _could_open(page, c, speaker) and page.parse.relations[c] in loose]
    roots = roots or _told_to_name(page, verb, children)
    if not roots:
        return behind_that(page, verb, limit)
    roots = [*roots, *_main_clause(page, roots, children)]
    tokens = {t for root in roots for t in page.tree.subtree(root) if t > verb}
    first = _find_first(page, verb, speaker, tokens)
    last = _quoted_end(page, _joined_end(page, verb, max(tokens), limit), limit)
    if _is_cut_by_quotation(page, verb, range(first, last + 1)):
        last = limit - 1
    return trim(page, range(first, cut_at_participle(page, first, min(last + 1, limit))))


def _told_to_name(page: Page, verb: int, children: list[int]) -> list[int]:
    """Return the clause that the parse hangs on the name of whom it is told ("told *the Tribune* the mill had burned")."""
    named = [c for c in children if page.parse.universal[c] == "PROPN" and is_addressed(page, verb, c)]
    clauses = [g for c in named for g in page.tree.children(c, "acl:relcl") if min(page.tree.subtree(g)) == c + 1]
    return [g for g in clauses if page.tree.child(g, "nsubj", "nsubj:pass") is not None and not _has_relative(page, g)]


def _has_relative(page: Page, clause: int) -> bool:
    """Tell whether a clause opens on a relative pronoun."""
    return any(page.parse.tags[t] in RELATIVE for t in page.tree.subtree(clause) if t < clause)


def _cites(page: Page, clause: int) -> bool:
    """Tell whether a clause opens on a participle behind a comma, for whom the speaker rests on ("X said, *quoting* nurses")."""
    opener = min(t for t in page.tree.subtree(clause) if not page.is_mark(t) or t == clause)
    is_set_apart = page.parse.tags[opener] == "VBG" and page.word(opener - 1) == ","
    return is_set_apart and page.lemma(opener) in cue_words("quoting")


def _main_clause(page: Page, roots: list[int], children: list[int]) -> list[int]:
    """Return the clause behind a purpose that "that" opens ("added that *to save lives* it had waited"), where the parse set it beside."""
    is_purpose = len(roots) == 1 and page.parse.tags[roots[0]] == "VB" and opens_with_that(page, roots[0])
    beside = (c for c in children if c > roots[0] and page.tree.is_relation(c, "parataxis"))
    return [c for c in beside if page.tree.child(c, "nsubj") is not None][:1] if is_purpose else []


def _find_first(page: Page, verb: int, speaker: Speaker | None, tokens: set[int]) -> int:
    """Return where the clause begins: behind "that", behind a speaker who follows the verb, else at its first noun.

    A noun right behind the verb that the parse took for something else belongs to the clause ("said a bomb ... went off").
    """
    opener = _that_behind_told(page, verb)
    if opener is None:
        opener = next((t for t in range(verb + 1, min(tokens) + 1) if page.word(t) == "that"), None)
    if opener is not None and opener < max(tokens):
        return opener + 1
    if speaker and verb < speaker.head and speaker.run[1] > min(tokens):
        return speaker.run[1] if speaker.run[1] <= max(tokens) else min(tokens)
    nouns = [c for c in page.tree.children(verb, "obj", "nsubj", "dep") if verb < c < min(tokens)]
    kept = [
        c for c in nouns if not (speaker and speaker.run[0] <= c < speaker.run[1]) and not is_addressed(page, verb, c)
    ]
    return min([min(tokens), *(t for c in kept for t in page.tree.subtree(c) if t > verb)])


def _that_behind_told(page: Page, verb: int) -> int | None:
    """Return the "that" behind whom it is told, a name that the parse took for what is told ("told *Rights Watch* that ...")."""
    end = verb + 1
    while end < page.sentence(verb)[1] and page.parse.universal[end] in _ADDRESSED and page.word(end) != "that":
        end += 1
    is_name = end - verb > 1 and page.parse.words[end - 1][:1].isupper()
    return end if is_name and is_addressing(page, verb) and page.word(end) == "that" else None


def _may_be_loose(page: Page, verb: int) -> bool:
    """Tell whether the words behind a verb count without a clause in the parse: behind "said", or before a quotation."""
    if page.lemma(verb) in {"say", "claim", "add"}:
        return True
    if page.lemma(verb) in cue_words("voiced") and _hides_clause(page, verb):
        return True
    _, last = page.sentence(verb)
    return verb not in page.quotation_at and any(t in page.quotation_at for t in range(verb + 1, min(verb + 4, last)))


def _hides_clause(page: Page, verb: int) -> bool:
    """Tell whether the thing told is a clause whose verb the parse took for a participle ("noted *his lawyer offered* to come")."""
    things = page.tree.children(verb, "obj")
    verbs = (c for thing in things for c in page.tree.children(thing, "acl") if c == max(thing, c))
    return any(
        page.parse.tags[c] in {"VBN", "VBD"} and page.tree.child(c, "obj", "xcomp", "ccomp") is not None for c in verbs
    )


def _could_open(page: Page, child: int, speaker: Speaker | None) -> bool:
    if page.parse.tags[child] == "VBG" and is_cue(page, child):
        return False
    if (
        page.is_mark(child)
        or child in page.timex_tokens
        or (speaker and (child == speaker.head or speaker.run[0] <= child < speaker.run[1]))
    ):
        return False
    return not (
        page.tree.is_relation(child, "obj") and page.parse.universal[child] == "PRON" and not page.tree.children(child)
    )


def _joined_end(page: Page, verb: int, last: int, limit: int) -> int:
    for child in page.tree.children(verb):
        if _tells_result(page, child) and last < child < limit and min(page.tree.subtree(child)) <= last + 2:
            last = max(page.tree.subtree(child))
            continue
        if child <= last or child >= limit or not page.tree.is_relation(child, "obl", "advcl"):
            continue
        if page.tree.is_relation(child, "advcl") and not _times_what_is_said(page, child):
            continue
        phrase = page.tree.subtree(child)
        if (
            page.word(min(phrase) - 1) not in _BREAKS
            and page.word(min(phrase)) not in _BREAKS
            and min(phrase) == last + 1
            and not is_channel(page, child)
        ):
            last = max(phrase)
    return last


def _tells_result(page: Page, child: int) -> bool:
    """Tell whether a participle behind a comma tells what came of what is said ("said a mine went off, *killing* two")."""
    is_apart = page.parse.tags[child] == "VBG" and page.word(child - 1) == ","
    return is_apart and page.tree.is_relation(child, "advcl") and page.lemma(child) in cue_words("resulting")


def _times_what_is_said(page: Page, clause: int) -> bool:
    """Tell whether a clause right behind what is said opens with "when", "after" or the like, and has its own subject."""
    opens = (c for c in page.tree.children(clause, "mark", "advmod") if c < clause)
    return any(page.word(c) in cue_words("timing") for c in opens) and page.tree.child(clause, "nsubj") is not None


def _quoted_end(page: Page, last: int, limit: int) -> int:
    """Return where the content ends when a quotation follows it at once and closes the sentence."""
    number = page.quotation_at.get(last + 1)
    if number is None or last in page.quotation_at:
        return last
    end = page.quotations[number][0][-1]
    return end if end < limit and all(page.is_mark(t) for t in range(end + 1, limit)) else last


def _is_cut_by_quotation(page: Page, verb: int, said: range) -> bool:
    """Tell whether the words behind "said" are a bare subject whose verb stands in the quotation right behind it.

    "Saying the army "has not" fired": the parse has lost the clause at the marks.
    """
    quotation = page.quotation_at.get(said.stop)
    if quotation is None or page.lemma(verb) not in cue_words("sure") or said.stop - 1 in page.quotation_at:
        return False
    words = [t for t in page.quotations[quotation][0] if not page.is_mark(t)]
    is_subject = all(page.parse.universal[t] in _ADDRESSED for t in said)
    return bool(words) and is_subject and page.parse.universal[words[0]] in {"AUX", "VERB"}


def said_before(page: Page, verb: int, speaker: Speaker | None) -> frozenset[int]:
    """Return what is said before "X said" or "said X": everything from the beginning of the sentence.

    It is asked only where the verb closes its sentence or a part of one, or where a quotation ends right before.
    """
    first, _ = page.sentence(verb)
    edge = min(verb, speaker.run[0]) if speaker and first <= speaker.run[0] else verb
    while (
        edge > first
        and (page.parse.universal[edge - 1] in {"ADV", "AUX"} or page.word(edge - 1) in {"as", "and", "but"})
        and page.parse.heads[edge - 1] in {verb, speaker.head if speaker else verb}
    ):
        edge -= 1
    is_answer = page.word(first) == "not" and page.word(first + 1) in cue_words("short_answers")
    if not is_answer and all(page.is_mark(t) or page.parse.universal[t] in _JOINING for t in range(first, edge)):
        return frozenset()
    if not _closes(page, verb, speaker, edge):
        return frozenset()
    return trim(page, range(first, _narrator_cuts(page, first, edge)))


def _narrator_cuts(page: Page, first: int, edge: int) -> int:
    """Return where the quotation ends that opens the sentence, when the narrator's own words follow it."""
    number = page.quotation_at.get(first)
    if number is None:
        return edge
    end = min(page.quotations[number][0][-1] + 1, edge)
    rest = [t for t in range(end, edge) if not page.is_mark(t)]
    has_quote = any(t in page.quotation_at for t in rest)
    return end if len(rest) > 1 and not has_quote else edge


def _closes(page: Page, verb: int, speaker: Speaker | None, edge: int) -> bool:
    """Tell whether "X said" stands behind what it reports, and does not only open another clause."""
    first, _ = page.sentence(verb)
    if edge - 1 < first or (page.word(edge - 1) == ";" and edge - 1 not in page.quotation_at):
        return False
    before = page.parse.words[edge - 1]
    relation = page.parse.relations[verb].split(":")[0]
    if before in _CLOSING or (
        before in {",", "?", "!", "-", "—", "--"} and edge - 2 >= first and page.parse.words[edge - 2] in _CLOSING
    ):
        return True
    ccomps = [c for c in page.tree.children(verb, "ccomp") if c < edge]
    if ccomps or (speaker and speaker.head > verb):
        return relation != "acl" or bool(ccomps)
    opens = [c for c in page.tree.children(verb, "mark", "advmod") if before != "," or c >= edge]
    if any(page.word(c) in cue_words("beside") - {"as"} for c in opens):
        return False
    if _is_relative(page, verb) or not _is_last(page, verb):
        return False
    return before == "," or page.lemma(verb) == "say"


def _is_relative(page: Page, verb: int) -> bool:
    """Tell whether "X said" is a clause about a noun; without a relative pronoun the parse may have lost a comma."""
    if page.parse.relations[verb] != "acl:relcl":
        return False
    has_pronoun = any(page.parse.tags[c] in {"WP", "WDT"} for c in page.tree.children(verb))
    return has_pronoun or page.lemma(verb) != "say" or page.tree.child(verb, "nsubj") != verb - 1


def _is_last(page: Page, verb: int) -> bool:
    """Tell whether behind the verb only time, manner or another cue follow."""
    _, last = page.sentence(verb)
    own = {t for c in page.tree.children(verb, "obl", "advmod", "advcl", "iobj", "xcomp") for t in page.tree.subtree(c)}
    after = verb + 1 + (verb + 1 < last and page.word(verb + 1) == ",")
    is_way = page.word(verb + 1) in cue_words("channel_cases") and any(
        is_channel(page, t) for t in range(verb + 2, min(verb + 6, last))
    )
    is_only = all(page.is_mark(t) or t in own for t in range(verb + 1, last))
    return is_only or is_way or page.word(after) in {"and", "but"}

"""Who stands before a colon that opens what he says ("KTN reports: ...", "From the committee's page: ...")?"""

from collections.abc import Iterator

from sayso.attribution.borders import trim
from sayso.attribution.candidates import could_speak
from sayso.attribution.drafts import Draft
from sayso.attribution.pages import Page, Run
from sayso.attribution.speakers import Speaker
from sayso.attribution.tags import FINITE
from sayso.attribution.words import cue_verbs, cue_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import Stance

REPORTING = name_rule(
    "attribution.reporting",
    'An entry opens on a name and "reports" or the like with a colon ("14:20 - KTN reports: ...").',
)
COPIED = name_rule(
    "attribution.copied", 'Words are copied "from" somebody\'s page or channel ("From the committee\'s page: ...").'
)
_LONGEST = 4
_FARTHEST = 16
_DASHES = frozenset({"-", "–", "—", "--", "|"})


def find_openers(page: Page) -> Iterator[Draft]:
    """Yield the entries that open on who reports them, and the quotations that are copied from somebody's page."""
    for first, last in page.parse.sentences:
        colon = next((t for t in range(first + 2, min(last, first + _FARTHEST)) if page.word(t) == ":"), None)
        if colon is None or page.is_headline(first):
            continue
        draft = _read_copied(page, first, colon) if page.word(first) == "from" else _read_entry(page, first, colon)
        if draft is not None:
            yield draft


def _read_entry(page: Page, first: int, colon: int) -> Draft | None:
    """Return an entry that a name and a verb of saying open, which the parse took for a noun; it goes on to the paragraph's end."""
    dash = next((t for t in range(first, colon - 2) if page.word(t) in _DASHES), first - 1)
    run = (dash + 1, colon - 1)
    is_name = 0 < run[1] - run[0] <= _LONGEST and all(page.parse.universal[t] == "PROPN" for t in range(*run))
    lemma = page.lemma(colon - 1)
    is_cue = page.word(colon - 1).endswith("s") and any("clause" in row.takes for row in cue_verbs().get(lemma, ()))
    if not is_name or not is_cue or (dash >= first and not _is_stamp(page, (first, dash))):
        return None
    end = next((t for t in range(colon, len(page.parse)) if page.passage(t) != page.passage(colon)), len(page.parse))
    content = trim(page, range(colon + 1, end))
    return _draft((colon - 1, colon + 1), lemma, content, Speaker(run[1] - 1, run), REPORTING) if content else None


def _is_stamp(page: Page, run: Run) -> bool:
    """Tell whether the words before a dash are the time of an entry."""
    return all(t in page.timex_tokens or page.parse.universal[t] in {"NUM", "PUNCT"} for t in range(*run))


def _read_copied(page: Page, first: int, colon: int) -> Draft | None:
    """Return the quotation behind a colon that is from somebody's page, channel or the like."""
    number = page.quotation_at.get(colon + 1)
    noun = next((t for t in range(first + 2, colon) if page.lemma(t) in cue_words("copied_from")), None)
    if number is None or noun is None or any(page.parse.tags[t] in FINITE for t in range(first, colon)):
        return None
    last = noun - 1
    while last > first + 1 and (page.parse.tags[last] == "POS" or page.lemma(last) in cue_words("copied_from")):
        last -= 1
    tokens = frozenset(page.quotations[number][0])
    speaker = Speaker(last, (first + 1, last + 1))
    is_name = could_speak(page, last) or page.parse.words[last][:1].isupper()
    return _draft((first, first + 1), "from", tokens, speaker, COPIED) if is_name else None


def _draft(cue: Run, lemma: str, content: frozenset[int], speaker: Speaker, rule: str) -> Draft:
    return Draft(head=cue[0], cue=cue, lemma=lemma, stance=Stance.ASSERTS, content=content, rule=rule, speaker=speaker)

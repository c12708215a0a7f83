"""What is a body called that a noun for it brings in ("the aid group *Medics Abroad*", "rebel group *Sons of the River*")?"""

from sayso.attribution.descriptions import NAMED, Description, find_people
from sayso.attribution.kinds import find_body_kind, find_kind
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import role_words
from sayso.model.kinds import VoiceKind

_JOINING = frozenset({"of", "for", "the", "-", "'", "’", "'s", "’s"})


def describe_brought_in(page: Page, run: Run) -> Description | None:
    """Return the body that a phrase names right behind a noun in lower case for what it is; None where it names none.

    The name goes on over small words as long as capitals follow; the noun and the words before it tell the kind.
    """
    noun = next((t for t in range(*run) if _brings_in(page, t)), None)
    if noun is None:
        return None
    name = noun + 1, _end_of_name(page, noun + 1)
    before = list(range(run[0], noun))
    told = find_kind(page, noun, before, is_named=True)
    kind = find_body_kind(page, name) if told is VoiceKind.UNKNOWN else told
    return Description(
        name=page.text(name), kind=kind, rank=NAMED, people=find_people(page, before), role=page.lemma(noun)
    )


def _brings_in(page: Page, token: int) -> bool:
    """Tell whether a word is a noun for a body, and a name of one that is not yet known follows it at once."""
    is_noun = page.word(token) in role_words("bringing_in") and page.parse.words[token].islower()
    if not is_noun or token + 1 >= page.sentence(token)[1] or token + 1 in page.timex_tokens | page.body_at.keys():
        return False
    end = _end_of_name(page, token + 1)
    return end - token > 3 or (end > token + 1 and page.labels.get(token + 1) != "PERSON")


def _end_of_name(page: Page, token: int) -> int:
    """Return where a run of capitals ends, small words that join two of them counted in."""
    last = page.sentence(token)[1]
    end = token
    while end < last and page.parse.words[end][:1].isupper() and end not in page.timex_tokens:
        end += 1
        behind = end
        while behind < last and page.word(behind) in _JOINING:
            behind += 1
        if behind > end and behind < last and page.parse.words[behind][:1].isupper():
            end = behind
    return end

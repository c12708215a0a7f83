"""Which words make up the noun phrase of a source, and what are its parts?"""

from sayso.attribution.kinds import is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.tags import TENSED
from sayso.attribution.words import cue_words, role_words
from sayso.lexicons.states import find_demonym, find_state
from sayso.lexicons.weekdays import is_day

_AFTER = frozenset(
    {
        "case",
        "nmod:unmarked",
        "acl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "advcl",
        "dep",
        "obl",
        "ccomp",
        "advmod",
        "list",
    }
)
_NAME_TAGS = frozenset({"PROPN", "X"})
_CUTS = frozenset({",", ";", ":", "”", "--", "—"})
_LEADING = frozenset({"according", "citing", "quoting"})
_GLUE = frozenset({"-", "‑", "–", "'", "’"})


def find_phrase(page: Page, head: int) -> Run:
    """Return the run of tokens around the head of a source: its modifiers and the phrases that hang on it.

    Relative clauses, appositions and what stands behind a comma are left out.
    """
    first, last = page.tree.run(head, without=_AFTER)
    low, high = page.sentence(head)
    hit = page.body_at.get(head)
    if hit:
        first, last = min(first, hit.first), max(last, hit.last)
    following = page.body_at.get(last)
    if following and last < high and following.first == last == head + 1:
        last = following.last
    while first > low and (step := _name_step(page, first, low)):
        first -= step
    while first > low and page.parse.heads[first] == first - 1 and page.parse.relations[first] == "flat":
        first -= 1
    while last < high and (
        _is_flat(page, last) or (_is_glue(page, last) and last + 1 < high and _is_flat(page, last + 1))
    ):
        last += 1
    if last < high and page.word(last) == "general" and page.word(last - 1) in role_words("generals"):
        last += 1
    while first > low and find_state(page.text((first - 1, last))):
        first -= 1
    first, last = _trim(page, *_own_part(page, first, last, head))
    return (first, last) if first < last else (head, head + 1)


def _name_step(page: Page, first: int, low: int) -> int:
    """Return by how many tokens a name goes on to the left: a word, or a glued hyphen with the word before it."""
    if not _is_name_part(page, first) or page.labels.get(first - 1) == "PLACE":
        return 0
    if _is_name_part(page, first - 1):
        return 1
    is_glued = _is_glue(page, first - 1) and first - 2 >= low and page.parse.ends[first - 1] == page.parse.starts[first]
    return 2 if is_glued and _is_name_part(page, first - 2) else 0


def _own_part(page: Page, first: int, last: int, head: int) -> Run:
    """Return the part of a run that its head stands in, where a comma, a verb or a new article parts it."""
    for token in range(first + 1, last):
        if not _parts(page, token, first):
            continue
        if token > head or _is_named(page, first, token):
            return first, token
        first = token + 1 if page.parse.words[token] in _CUTS or page.parse.tags[token] in TENSED else token
    return first, last


def _is_named(page: Page, first: int, last: int) -> bool:
    """Tell whether the words before a new article are a name ("the Coalition *an opposition group*", commas lost)."""
    return page.word(last) in {"the", "a", "an"} and (
        last - 1 in page.body_at
        or page.labels.get(last - 1) == "PERSON"
        or all(page.parse.universal[t] in {"PROPN", "DET"} or _is_glue(page, t) for t in range(first, last))
    )


def _parts(page: Page, token: int, first: int) -> bool:
    before = page.parse.universal[token - 1]
    if page.parse.words[token] in _CUTS or (page.parse.tags[token] in TENSED and page.parse.universal[token] == "VERB"):
        return True
    if token == first + 1 and _is_left_over(page, first, token):
        return True
    if page.word(token) in {"the", "a", "an"}:
        return before in {"NOUN", "PROPN", "ADJ"} and token > first + 1 - (before == "ADJ")
    return bool(find_demonym(page.word(token))) and before == "NOUN" and page.parse.universal[token] == "ADJ"


def _is_left_over(page: Page, first: int, token: int) -> bool:
    """Tell whether a phrase opens on a day or place that ends what is said, a comma lost ("... on Monday *local sources* said")."""
    is_end = first in page.timex_tokens or page.labels.get(first) == "PLACE" or find_state(page.word(first)) is not None
    is_adjective = page.parse.universal[token] == "ADJ" and page.parse.words[token].islower()
    return is_end and is_adjective and page.parse.universal[first - 1] == "ADP"


def _is_flat(page: Page, token: int) -> bool:
    return (
        page.parse.relations[token] == "flat"
        and page.parse.universal[token] == "PROPN"
        and page.parse.heads[token] < token
    )


def _is_glue(page: Page, token: int) -> bool:
    return page.parse.words[token] in _GLUE


def _is_name_part(page: Page, token: int) -> bool:
    is_name = page.parse.universal[token] == "PROPN" and page.parse.words[token][:1].isupper()
    return is_name and not is_day(page.parse.words[token], page.parse.relations[token])


def _trim(page: Page, first: int, last: int) -> Run:
    while first < last - 1 and (
        page.word(first) in _LEADING
        or page.is_mark(first)
        or page.parse.universal[first] in {"ADP", "CCONJ", "SCONJ", "PART", "AUX"}
    ):
        first += 1
    while last - 1 > first and (_is_open_mark(page, last - 1) or page.word(last - 1) == "such"):
        last -= 1
    return first, last


def _is_open_mark(page: Page, token: int) -> bool:
    return page.is_mark(token) and page.parse.words[token] not in {")", "]"}


def find_core(page: Page, run: Run) -> Run:
    """Return the phrase without what follows its noun: prepositional phrases, participles, bracketed words."""
    first, last = run
    for token in range(first + 1, last):
        if page.parse.universal[token] == "ADP" and not (
            _is_inside_name(page, token, run) or _is_matter(page, token, last) or _is_of_nearness(page, token)
        ):
            return _trim(page, first, token)
        if page.parse.universal[token] == "ADV" and page.parse.universal[token - 1] in {"NOUN", "PROPN"}:
            return _trim(page, first, token)
        if page.parse.words[token] in {"(", "[", ",", ":", ";", "--", "—"}:
            return _trim(page, first, token)
        if (
            page.parse.relations[token].startswith("acl")
            and page.parse.universal[token] == "VERB"
            and page.parse.heads[token] < token
        ):
            return _trim(page, first, token)
    return run


def _is_matter(page: Page, token: int, last: int) -> bool:
    """Tell whether "of" and a bare noun say what an office deals with ("directorate *of* health")."""
    is_office = page.word(token) == "of" and page.lemma(token - 1) in cue_words("offices")
    return (
        is_office and token + 1 < last and page.parse.tags[token + 1] == "NN" and page.parse.words[token + 1].islower()
    )


def _is_inside_name(page: Page, token: int, run: Run) -> bool:
    hit = page.body_at.get(token)
    if hit and hit.first <= token < hit.last - 1 and hit.first >= run[0]:
        return True
    name = page.name_at.get(token)
    return name is not None and name.label == "ORGANIZATION" and run[0] <= name.first < token < name.last - 1


def find_personal_name(page: Page, core: Run) -> Run | None:
    """Return the run of name tokens that a phrase ends in ("activist *Mahmud al-Lowz*"), titles left out."""
    first, last = core[1], core[1]
    names = (page.name_at[t] for t in range(*core) if t in page.name_at)
    named = next((n for n in names if n.label == "PERSON" and core[0] <= n.first < n.last < last), None)
    if named and page.parse.universal[last - 1] == "NOUN" and named.last - named.first > 1:
        return named.first, named.last
    while first > core[0] and _goes_on(page, first - 1, core):
        first -= 1
    while first < core[1] and not _opens_name(page, first):
        first += 1
    is_of_body = first > core[0] and page.parse.universal[first - 1] == "ADP" and _is_inside_name(page, first - 1, core)
    return (first, core[1]) if first < core[1] and not is_of_body else None


def _goes_on(page: Page, token: int, core: Run) -> bool:
    if page.parse.universal[token] in _NAME_TAGS and page.parse.words[token][:1].isalpha():
        return True
    is_flat_head = (
        token + 1 < core[1] and page.parse.heads[token + 1] == token and page.parse.relations[token + 1] == "flat"
    )
    if is_flat_head and page.parse.words[token][:1].isupper() and not is_role(page, token):
        return True
    if _is_first_name(page, token, core):
        return True
    if page.parse.words[token] in _GLUE:
        return core[0] < token < core[1] - 1 and page.parse.starts[token] == page.parse.ends[token - 1]
    is_many = page.parse.tags[token] == "NNS" and is_role(page, token)
    is_last = token == core[1] - 1 and page.labels.get(token) == "PERSON" and not is_many
    return is_last or page.word(token) in role_words("particles")


def _is_first_name(page: Page, token: int, core: Run) -> bool:
    """Tell whether a capital before a name is the first name that the parse took for a noun."""
    if token + 1 >= core[1] or page.parse.universal[token] != "NOUN" or page.parse.universal[token + 1] != "PROPN":
        return False
    is_joined = page.parse.relations[token] == "compound" and page.parse.heads[token] == token + 1
    return is_joined and page.parse.words[token][:1].isupper() and not is_role(page, token)


def _is_of_nearness(page: Page, token: int) -> bool:
    """Tell whether a preposition goes on with how near to whom or what somebody is ("a source close *to* the general")."""
    is_near = page.word(token - 1) in role_words("near_to") and page.word(token) in {"to", "with"}
    before = range(token - 1, max(page.sentence(token)[0], token - 8), -1)
    return is_near or any(page.word(t) in role_words("near_to") and page.word(t + 1) in {"to", "with"} for t in before)


def _opens_name(page: Page, token: int) -> bool:
    if page.is_mark(token):
        return False
    return page.word(token) in role_words("particles") or page.parse.words[token][:1].isupper()

"""Who is somebody whom a phrase names, and what is he?"""

from sayso.attribution.candidates import could_speak
from sayso.attribution.classes import describe_class
from sayso.attribution.descriptions import NAMED, Description, find_people
from sayso.attribution.kinds import body_word_kind, find_body_kind, find_kind, find_role, is_rank, is_role
from sayso.attribution.media_words import forms_of
from sayso.attribution.offices import find_name_in_office
from sayso.attribution.pages import Page, Run
from sayso.attribution.persons import (
    find_alias,
    find_employer,
    find_kind_of_helpers,
    find_set_name,
    find_work,
    is_at_home,
)
from sayso.attribution.phrases import find_personal_name, find_phrase
from sayso.attribution.principals import find_owner
from sayso.attribution.words import cue_words, role_words
from sayso.lexicons.nouns import is_people
from sayso.lexicons.states import find_demonym
from sayso.model.kinds import VoiceKind
from sayso.text.ages import stands_before_age

_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PRON"})
_IN_NAMES = frozenset({"of", "for", "and", "the", "de", "la"})
_BELONGING = frozenset({"of", "from", "with", "at"})
# What a description may open a clause behind: "*what* the envoy, X, calls ...".
_OPENERS = frozenset({"WP", "WDT", "WRB", "CC"})


def describe_person(page: Page, run: Run, core: Run, head: int) -> Description | None:
    """Return the person whose name a phrase ends in, with what the words beside it tell of him; None without a name."""
    name = find_personal_name(page, core)
    if name is None or _owns(page, name, core) or _is_only_role(page, name):
        return None
    name = _strip_titles(page, name)
    beside = _beside(page, run, name, head)
    role = _find_own_role(page, name, beside)
    if not _is_person(page, name, role, core):
        return None
    kind = find_work(page, head)
    if role is not None and (kind is VoiceKind.UNKNOWN or not is_rank(page, role)):
        kind = find_kind(page, role, [t for t in beside if t != role], is_named=True)
    if role is None and kind is VoiceKind.UNKNOWN:
        is_private = is_at_home(page, head) or stands_before_age(page.word, name[1])
        kind = VoiceKind.RESIDENT if is_private else _kind_of_body_behind(page, name[1], beside)
    told = _role_of(page, role, beside)
    if told is not None and " of " not in told:
        behind = _body_behind(page, name[1])
        if behind is not None and kind in {VoiceKind.RESIDENT, VoiceKind.UNKNOWN}:
            kind = find_kind_of_helpers(page, behind[1]) or kind
        body = find_employer(page, name) or (page.text(behind) if behind is not None else None)
        told = told if body is None else f"{told} of {body}"
    return Description(
        name=page.text(name), kind=kind, rank=NAMED, people=find_people(page, beside), role=told
    )  # fmt: skip


def describe_set_name(page: Page, core: Run, head: int) -> Description | None:
    """Return the person whose name a comma sets behind his office ("the prefect of Belgor, Mira Holt"); None without one."""
    is_medium = not role_words("state_media", "media").isdisjoint(forms_of(page, head))
    is_one = page.parse.tags[head] == "NN" and core[0] <= head < core[1] and not is_medium
    name = find_set_name(page, head) if is_one and could_speak(page, head) else None
    if name is None:
        return None
    titled, name = name, _strip_titles(page, name)
    beside = [t for t in range(core[0], titled[0] - 1) if t != head]
    kind = find_kind(page, head, beside, is_named=True)
    if kind is VoiceKind.UNKNOWN and any(is_rank(page, t) for t in range(titled[0], name[0])):
        kind = VoiceKind.MILITARY
    people = find_people(page, beside)
    return Description(name=page.text(name), kind=kind, rank=NAMED, people=people, role=_role_of(page, head, beside))


def describe_office_name(page: Page, core: Run, head: int) -> Description | None:
    """Return the person whose name runs on behind his office ("Member of Parliament Mira Holt"); None without one."""
    name = find_name_in_office(page, head)
    if name is None:
        return None
    beside = [t for t in range(min(core[0], head), name[0]) if t != head]
    kind = find_kind(page, head, beside, is_named=True)
    return Description(
        name=page.text(name), kind=kind, rank=NAMED, people=find_people(page, beside), role=_role_of(page, head, beside),
    )  # fmt: skip


def describe_alias(page: Page, run: Run, core: Run, head: int) -> Description | None:
    """Describe somebody by the name that a clause gives him ("a fighter *who goes by the name Abu Omar*")."""
    alias = find_alias(page, head)
    if alias is None:
        return None
    told = describe_class(page, run, core, head)
    role = _role_of(page, head, list(range(*run)))
    return Description(name=page.text(alias), kind=told.kind, rank=NAMED, people=told.people, role=role)


def _find_own_role(page: Page, name: Run, beside: list[int]) -> int | None:
    """Return the noun that says what a person is: the one before the name, but what follows it rather than a rank."""
    earlier = _before_of(page, [t for t in beside if t < name[0]])
    before = find_role(page, [t for t in earlier if not is_rank(page, t)])
    later = [t for t in beside if t >= name[1]][:8]
    persons = (t for t in later if page.lemma(t) in role_words("persons") and not is_rank(page, t))
    after = next(persons, None)
    if before is not None and (after is None or page.word(before) not in role_words("titles")):
        return before
    after = find_role(page, later) if after is None else after
    return after if after is not None else find_role(page, earlier)


def _kind_of_body_behind(page: Page, last: int, beside: list[int]) -> VoiceKind:
    """Return the kind of the body that a small word sets right behind a name ("X *of Rights Forum*", "X, *from the Y Society*")."""
    behind = [t for t in beside if t >= last and not page.is_mark(t)]
    if not behind or page.word(behind[0]) not in _BELONGING:
        return VoiceKind.UNKNOWN
    kinds = (body_word_kind(page.word(t)) for t in behind if page.parse.words[t][:1].isupper())
    return next((kind for kind in kinds if kind), VoiceKind.UNKNOWN)


def _body_behind(page: Page, last: int) -> Run | None:
    """Return the name of several words that "of" or the like sets right behind a person, where it is no place's."""
    first = last + 1 + (page.word(last + 1) == "the")
    if page.word(last) not in _BELONGING:
        return None
    end = first
    while page.word(end) and (page.parse.words[end][:1].isupper() or page.word(end) in _IN_NAMES):
        end += 1
    while end > first and not page.parse.words[end - 1][:1].isupper():
        end -= 1
    is_place = any(page.labels.get(t) == "PLACE" for t in range(first, end))
    return (first, end) if end - first > 1 and not is_place else None


def _before_of(page: Page, tokens: list[int]) -> list[int]:
    """Return the words before a name without the body behind "of" ("*President* of the Coalition X"), where an office stands there."""
    of = next((n for n, t in enumerate(tokens) if page.word(t) == "of"), len(tokens))
    is_office = any(page.lemma(t) in role_words("persons") for t in tokens[:of])
    return tokens[:of] if is_office else tokens


def _role_of(page: Page, role: int | None, beside: list[int]) -> str | None:
    """Return what somebody is, with the body that he is it of ("director of Ridge Relief")."""
    if role is None:
        return None
    body = find_owner(page, role, beside)
    return page.lemma(role) if body is None else f"{page.lemma(role)} of {body}"


def _is_person(page: Page, name: Run, role: int | None, core: Run) -> bool:
    tokens = range(*name)
    if name[0] >= name[1] or find_body_kind(page, name) is not VoiceKind.UNKNOWN or _is_of_body(page, name, role):
        return False
    is_called = role is not None and (role < name[0] or page.lemma(role) in role_words("persons"))
    if any(page.labels.get(t) == "PERSON" for t in tokens) or is_called:
        return True
    is_body = any(page.labels.get(t) == "ORGANIZATION" for t in tokens) or page.word(core[0]) == "the"
    is_long = len([t for t in tokens if not page.is_mark(t)]) > 1
    return not is_body and (is_long or stands_before_age(page.word, name[1]))


def _is_of_body(page: Page, name: Run, role: int | None) -> bool:
    """Tell whether "of" and a name only say where a body is or what it deals with ("the Committees of *Belgor*")."""
    is_body = role is not None and not role_words("bodies_too").isdisjoint(forms_of(page, role))
    return is_body and role is not None and role < name[0] and page.word(name[0] - 1) == "of"


def _is_called_so(page: Page, first: int, last: int) -> bool:
    """Tell whether the first word of a sentence says what somebody is, before two names at least ("*Widow* Hanna Brun")."""
    is_first = first == page.sentence(first)[0] and last - first > 2
    return is_first and is_people(page.word(first)) and is_role(page, first)


def _strip_titles(page: Page, name: Run) -> Run:
    first, last = name
    first = max((t + 1 for t in range(first, last - 1) if _is_office(page, t)), default=first)
    while first < last - 1 and (
        page.word(first) in role_words("titles")
        or find_demonym(page.word(first))
        or _is_called_so(page, first, last)
        or page.is_mark(first)
        or _is_owner(page, first, last)
    ):
        first += 1
    return first, last


def _is_office(page: Page, token: int) -> bool:
    """Tell whether a word before a name is a person's office by the tables, and by the parse or its label no part of the name."""
    is_title = page.word(token) in role_words("titles") or page.lemma(token) in role_words("persons")
    is_described = page.tree.is_relation(token, "nmod:desc") and page.parse.heads[token] > token
    return is_title and (is_described or page.labels.get(token) != "PERSON")


def _is_owner(page: Page, token: int, last: int) -> bool:
    hit = page.body_at.get(token)
    return (
        (hit is not None and hit.last < last)
        or page.word(token) in {"'s", "’s"}
        or page.word(token + 1) in {"'s", "’s"}
    )


def _is_only_role(page: Page, name: Run) -> bool:
    """Tell whether one word is many of a role, or a role in capitals, that was taken for a name ("*Organisers*", "an *NGO*")."""
    first, last = name
    word = page.parse.words[first]
    is_many = word.isupper() or page.word(first) not in forms_of(page, first)[2:]
    return last - first == 1 and is_role(page, first) and is_many and (word.isupper() or word.endswith("s"))


def _owns(page: Page, name: Run, core: Run) -> bool:
    """Tell whether a name only begins that of something: "Mira Holt’s Foundation"."""
    behind = page.parse.words[name[1] : core[1]]
    return len(behind) > 1 and page.parse.tags[name[1]] == "POS" and behind[1][:1].isupper()


def _beside(page: Page, run: Run, name: Run, head: int) -> list[int]:
    """Return the tokens that describe a named person: before and after the name, and its apposition."""
    before, first = list(range(run[0], name[0])), name[0]
    while first > page.sentence(name[0])[0] and page.word(first - 1) in role_words("titles") | {"."}:
        first -= 1
        before.append(first)
    if not any(is_role(page, t) and not is_rank(page, t) for t in before):
        before.extend(_set_before(page, first) or _run_into(page, first))
    after = [*range(name[1], run[1]), *_set_behind(page, name[1])]
    apposed = [t for c in page.tree.children(head, "appos", "list") for t in page.tree.subtree(c)]
    return sorted({*before, *after, *(t for t in apposed if not run[0] <= t < run[1])})


def _set_before(page: Page, first: int) -> list[int]:
    """Return the tokens of a description that a comma sets before a name ("the interior minister, *X*")."""
    if page.word(first - 1) != "," or first - 2 <= page.sentence(first)[0]:
        return []
    start = first - 1
    while start > page.sentence(first)[0] and page.parse.universal[start - 1] in _DESCRIBING | {"NUM"}:
        start -= 1
        if page.parse.universal[start] in {"DET", "PRON"} and page.parse.universal[start - 1] != "ADP":
            break
    is_free = start == page.sentence(first)[0] or page.is_mark(start - 1) or page.parse.tags[start - 1] in _OPENERS
    return list(range(start, first - 1)) if is_free else []


def _run_into(page: Page, first: int) -> list[int]:
    """Return the phrase of a noun of role right before a name that the parse did not join to it."""
    noun = first - 1
    is_noun = (
        noun > page.sentence(first)[0]
        and page.parse.universal[noun] == "NOUN"
        and page.lemma(noun) in role_words("persons")
    )
    return list(range(find_phrase(page, noun)[0], first)) if is_noun else []


def _set_behind(page: Page, last: int) -> list[int]:
    """Return the tokens of a description that commas set behind a name, or behind the day it spoke on.

    "X, *director of Y*, ...", "said X on Monday, *the head of Y*."
    """
    last = page.timex_ends.get(last, last)
    if page.word(last) != "," or page.word(last + 1) in cue_words("beside_others"):
        return []
    end = last + 1
    while end < len(page.parse) and page.parse.universal[end] in _DESCRIBING | {"CCONJ"}:
        end += 1
    return list(range(last + 1, end)) if page.word(end) and page.is_mark(end) else []

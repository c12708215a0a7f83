"""What is a source called, and which sort of voice is it?"""

from dataclasses import dataclass

from sayso.attribution.kinds import find_body_kind, find_kind, find_owner, find_role, is_rank, is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.persons import find_alias, find_work, hides_name
from sayso.attribution.phrases import find_core, find_personal_name, find_phrase
from sayso.attribution.words import cue_words, modifier_kinds, role_words
from sayso.lexicons import read_toml
from sayso.lexicons.states import demonym_of, find_demonym, find_state
from sayso.model.kinds import VoiceKind

PRONOUN, DESCRIBED, NAMED, KNOWN = range(4)
_FAR = 14
_AGE = frozenset({"year", "old"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_RANKS = frozenset({"senior", "top", "high-ranking", "former", "local"})
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PRON"})
# What a description may open a clause behind: "*what* the envoy, X, calls ...".
_OPENERS = frozenset({"WP", "WDT", "WRB", "CC"})
_OF_STATES = frozenset({VoiceKind.STATE_MEDIA, VoiceKind.GOVERNMENT, VoiceKind.MILITARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words of one phrase say of a source; `rank` tells how much they tell: pronoun to known body."""

    name: str
    kind: VoiceKind
    rank: int
    people: str | None = None
    role: str | None = None


def describe(page: Page, run: Run, head: int) -> Description:
    """Return name and kind that the words of a phrase give by themselves.

    A person's name goes before everything; then known bodies, countries (which mean their governments), other
    names of bodies, and descriptions, which lose article, status words and place.
    """
    if page.parse.universal[head] == "PRON" and run[1] - run[0] == 1:
        return Description(name=page.word(head), kind=VoiceKind.UNKNOWN, rank=PRONOUN)
    core = find_core(page, run)
    return (
        _describe_body(page, core)
        or _describe_state(page, core)
        or _describe_person(page, run, core, head)
        or describe_alias(page, run, core, head)
        or _describe_apposed(page, core, head)
        or _describe_organization(page, core)
        or _describe_class(page, run, core, head)
    )


def _describe_body(page: Page, core: Run) -> Description | None:
    hit = page.body_at.get(core[1] - 1)
    if hit is None or hit.last != core[1]:
        return None
    return Description(name=hit.body.name, kind=VoiceKind(hit.body.kind), rank=KNOWN, people=hit.body.country)


def _describe_state(page: Page, core: Run) -> Description | None:
    country = find_state(page.text(core))
    if country is None:
        return None
    return Description(name=f"{demonym_of(country)} government", kind=VoiceKind.GOVERNMENT, rank=KNOWN, people=country)


def _describe_person(page: Page, run: Run, core: Run, head: int) -> Description | None:
    name = find_personal_name(page, core)
    if name is None or _owns(page, name, core):
        return None
    name = _strip_titles(page, name)
    beside = _beside(page, run, name, head)
    role = _find_own_role(page, name, beside)
    if not _is_person(page, name, role, core):
        return None
    kind = find_work(page, head)
    if role is not None:
        kind = find_kind(page, role, [t for t in beside if t != role], is_named=True)
    return Description(
        name=page.text(name), kind=kind, rank=NAMED, people=find_people(page, beside), role=_role_of(page, role, beside),
    )  # fmt: skip


def _owns(page: Page, name: Run, core: Run) -> bool:
    """Tell whether a name only begins that of something: "Mira Holt’s Foundation"."""
    behind = page.parse.words[name[1] : core[1]]
    return len(behind) > 1 and page.parse.tags[name[1]] == "POS" and behind[1][:1].isupper()


def describe_alias(page: Page, run: Run, core: Run, head: int) -> Description | None:
    """Describe somebody by the name that a clause gives him ("a fighter *who goes by the name Abu Omar*")."""
    alias = find_alias(page, head)
    if alias is None:
        return None
    told = _describe_class(page, run, core, head)
    role = _role_of(page, head, list(range(*run)))
    return Description(name=page.text(alias), kind=told.kind, rank=NAMED, people=told.people, role=role)


def _find_own_role(page: Page, name: Run, beside: list[int]) -> int | None:
    """Return the noun that says what a person is: the one before the name, but what follows it rather than a rank."""
    earlier = [t for t in beside if t < name[0]]
    before = find_role(page, [t for t in earlier if not is_rank(page, t)])
    later = [t for t in beside if t >= name[1]][:8]
    persons = (t for t in later if page.lemma(t) in role_words("persons") and not is_rank(page, t))
    after = next(persons, None)
    if before is not None and (after is None or page.word(before) not in role_words("titles")):
        return before
    after = find_role(page, later) if after is None else after
    return after if after is not None else find_role(page, earlier)


def _role_of(page: Page, role: int | None, beside: list[int]) -> str | None:
    """Return what somebody is, with the body that he is it of ("director of Ridge Relief")."""
    if role is None:
        return None
    body = find_owner(page, role, beside)
    return page.lemma(role) if body is None else f"{page.lemma(role)} of {body}"


def _is_person(page: Page, name: Run, role: int | None, core: Run) -> bool:
    tokens = range(*name)
    if name[0] >= name[1] or find_body_kind(page, name) is not VoiceKind.UNKNOWN:
        return False
    is_called = role is not None and (role < name[0] or page.lemma(role) in role_words("persons"))
    if any(page.labels.get(t) == "PERSON" for t in tokens) or is_called:
        return True
    is_body = any(page.labels.get(t) == "ORGANIZATION" for t in tokens) or page.word(core[0]) == "the"
    return not is_body and len([t for t in tokens if not page.is_mark(t)]) > 1


def _strip_titles(page: Page, name: Run) -> Run:
    first, last = name
    while first < last - 1 and (
        page.word(first) in role_words("titles")
        or find_demonym(page.word(first))
        or page.is_mark(first)
        or _is_owner(page, first, last)
    ):
        first += 1
    return first, last


def _is_owner(page: Page, token: int, last: int) -> bool:
    hit = page.body_at.get(token)
    return (
        (hit is not None and hit.last < last)
        or page.word(token) in {"'s", "’s"}
        or page.word(token + 1) in {"'s", "’s"}
    )


def _beside(page: Page, run: Run, name: Run, head: int) -> list[int]:
    """Return the tokens that describe a named person: before and after the name, and its apposition."""
    before, first = list(range(run[0], name[0])), name[0]
    while first > page.sentence(name[0])[0] and page.word(first - 1) in role_words("titles") | {"."}:
        first -= 1
        before.append(first)
    if not any(is_role(page, t) and not is_rank(page, t) for t in before):
        before.extend(_set_before(page, first))
    after = [*range(name[1], run[1]), *_set_behind(page, name[1])]
    apposed = [t for c in page.tree.children(head, "appos", "list") for t in page.tree.subtree(c)]
    return sorted({*before, *after, *(t for t in apposed if not run[0] <= t < run[1])})


def _set_before(page: Page, first: int) -> list[int]:
    """Return the tokens of a description that a comma sets before a name ("the interior minister, *X*")."""
    if page.word(first - 1) != "," or first - 2 <= page.sentence(first)[0]:
        return []
    start = first - 1
    while start > page.sentence(first)[0] and page.parse.universal[start - 1] in _DESCRIBING:
        start -= 1
        if page.parse.universal[start] in {"DET", "PRON"} and page.parse.universal[start - 1] != "ADP":
            break
    is_free = start == page.sentence(first)[0] or page.is_mark(start - 1) or page.parse.tags[start - 1] in _OPENERS
    return list(range(start, first - 1)) if is_free else []


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


def _describe_apposed(page: Page, core: Run, head: int) -> Description | None:
    """Describe "the agency X", "activist group the X" and "its president, X" by the name in apposition."""
    if not is_role(page, head):
        return None
    for child in page.tree.children(head, "appos", "flat", "nmod:desc"):
        hit = page.body_at.get(child)
        if hit and hit.first >= core[0]:
            return Description(name=hit.body.name, kind=VoiceKind(hit.body.kind), rank=KNOWN, people=hit.body.country)
        if page.parse.universal[child] == "PROPN" and head < child <= head + 3:
            kind = find_kind(page, head, [t for t in range(*core) if t != head], is_named=True)
            return Description(name=page.text(find_phrase(page, child)), kind=kind, rank=NAMED, role=page.lemma(head))
    return None


def _describe_organization(page: Page, core: Run) -> Description | None:
    """Describe a name that is no person's: capitals and no noun of role in lower case at its end."""
    first = next((t for t in range(*core) if page.parse.universal[t] not in {"DET", "NUM"}), core[1])
    last = core[1] - 1
    if first > last or not page.parse.words[last][:1].isupper() or (first == last and is_role(page, last)):
        return None
    if page.parse.universal[last] not in {"PROPN", "X", "ADJ"} and page.labels.get(last) is None:
        return None
    first = _name_start(page, first, last)
    kind = _told_kind(page, core[0], first) or find_body_kind(page, (first, last + 1))
    people = find_people(page, list(range(*core)))
    return Description(name=page.text((first, last + 1)), kind=kind, rank=NAMED, people=people)


def _told_kind(page: Page, first: int, last: int) -> VoiceKind | None:
    """Return the kind that words before a name give ("the *opposition* Ridge News", "activist-run")."""
    kinds = (modifier_kinds().get(page.word(t)) for t in range(first, last))
    return next((k for k in kinds if k in {VoiceKind.OPPOSITION, VoiceKind.ACTIVIST, VoiceKind.ARMED_GROUP}), None)


def _name_start(page: Page, first: int, last: int) -> int:
    """Return where the name begins behind words in lower case ("the volunteer-run *Orlesh Press*")."""
    lower = [
        t
        for t in range(first, last)
        if (page.parse.words[t][:1].islower() or page.word(t) in _POSSESSIVE)
        and page.parse.universal[t] not in {"ADP", "CCONJ", "DET", "X"}
        and page.word(t) not in {"of", "for", "and", "al", "the"}
    ]
    start = lower[-1] + 1 if lower else first
    while start < last and page.is_mark(start):
        start += 1
    return start


def _describe_class(page: Page, run: Run, core: Run, head: int) -> Description:
    role = head if core[0] <= head < core[1] else core[1] - 1
    told = {t for c in page.tree.children(head, "appos", "nmod") for t in page.tree.subtree(c) if t < head + _FAR}
    around = sorted({*range(*core), *told} - {role})
    kind = VoiceKind.OPPOSITION if _is_turncoat(page, head) else find_kind(page, role, around, is_named=False)
    if kind in {VoiceKind.UNKNOWN, VoiceKind.RESIDENT} and hides_name(page, head):
        kind = VoiceKind.UNNAMED_SOURCE
    country = find_people(page, list(range(*core)))
    name = _plain_name(page, _kept_words(page, core, role))
    owned = page.tree.children(role, "nmod:poss") and kind in _OF_STATES
    if country is None and page.parse.tags[role] == "NN":
        country = find_people(page, list(range(core[1], run[1])))
        owned = country is not None
    if owned and country:
        name = _with_people(name, demonym_of(country))
    return Description(name=name or page.word(head), kind=kind, rank=DESCRIBED, people=country, role=page.lemma(role))


def _is_turncoat(page: Page, head: int) -> bool:
    """Tell whether somebody is said to have changed sides ("an officer who defected")."""
    near = (t for t in page.tree.subtree(head) if abs(t - head) < _FAR)
    return any(page.lemma(t) in role_words("turncoats") or page.word(t) in role_words("turncoats") for t in near)


def _with_people(name: str, demonym: str) -> str:
    """Return a description with the people it belongs to ("senior official" in Egypt: "senior Egyptian official")."""
    before, _, noun = name.rpartition(" ")
    return f"{before} {demonym} {noun}".strip() if before in _RANKS else f"{demonym} {name}"


def _kept_words(page: Page, core: Run, role: int) -> list[int]:
    """Return the words of a description that say who, not how sure, how high, how many or whose."""
    first, last = core
    owners = {
        t
        for c in page.tree.children(role, "nmod:poss")
        if find_state(page.word(c)) or page.parse.universal[c] == "PRON"
        for t in page.tree.subtree(c)
    }
    based = {
        t for t in range(first, last) if page.word(t + 2) == "based" and page.is_mark(t + 1) for t in (t, t + 1, t + 2)
    }
    kept = [t for t in range(first, last) if t not in owners | based]
    while kept and (
        page.word(kept[0]) in role_words("status")
        or page.is_mark(kept[0])
        or page.parse.universal[kept[0]] in {"DET", "NUM"}
        or (page.word(kept[0]) in _AGE and page.is_mark(kept[0] - 1))
    ):
        kept = kept[1:]
    return kept


def _plain_name(page: Page, kept: list[int]) -> str:
    """Return a description in lower case, with the plain word for a loaded or short one."""
    same = read_toml("source_roles")["same_as"]
    is_media = any(page.word(t) in role_words("state_media", "media") for t in kept)
    parts: list[str] = []
    for token in kept:
        word = page.parse.words[token]
        plain = word if _keeps_capital(page, token) else word.casefold()
        if plain in same and (plain != "official" or is_media):
            plain = same[plain]
        is_glued = not parts or page.parse.starts[token] == page.parse.ends[token - 1]
        parts.append(plain if is_glued else f" {plain}")
    return "".join(parts)


def _keeps_capital(page: Page, token: int) -> bool:
    """Tell whether a word of a description is a name: a people, an abbreviation, a part of a known body's name."""
    word, universal = page.parse.words[token], page.parse.universal[token]
    if word.isupper() or find_demonym(word) or page.word(token) in role_words("capitals") or token in page.body_at:
        return True
    is_inside = token != page.sentence(token)[0] and token not in page.quotation_at and not page.is_headline(token)
    return word[:1].isupper() and (is_inside or (universal == "PROPN" and not is_role(page, token)))


def find_people(page: Page, tokens: list[int]) -> str | None:
    """Return the country that the words name by itself or its people ("Jordanian spokesman")."""
    for token in tokens:
        if page.parse.words[token][:1].isupper():
            word = page.word(token)
            country = find_demonym(word) or find_state(word) or (find_state(word[:-1]) if word[-1:] == "s" else None)
            if country:
                return country
    return None

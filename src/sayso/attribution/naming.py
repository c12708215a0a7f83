"""What is a source called, and which sort of voice is it?"""

from dataclasses import replace

from sayso.attribution.brought_in import describe_brought_in
from sayso.attribution.classes import describe_class
from sayso.attribution.descriptions import KNOWN, NAMED, PRONOUN, Description, find_people
from sayso.attribution.kinds import OFFICIAL, body_word_kind, find_body_kind, find_kind, is_role
from sayso.attribution.media_words import is_state_media
from sayso.attribution.pages import Page, Run
from sayso.attribution.personal_names import describe_alias, describe_office_name, describe_person, describe_set_name
from sayso.attribution.persons import find_set_name
from sayso.attribution.phrases import find_core, find_phrase
from sayso.attribution.staff import describe_staff
from sayso.attribution.words import modifier_kinds, role_words
from sayso.lexicons import read_words
from sayso.lexicons.bodies import Body
from sayso.lexicons.nouns import POSSESSIVES, joins_name
from sayso.lexicons.states import demonym_of, find_state
from sayso.model.kinds import VoiceKind

_SMALL = frozenset({"ADP", "DET"})
_APPOSED = ("appos", "flat", "nmod:desc")
# Kinds that a word before "group" or its like tells of a body, whatever its name sounds like.
_TOLD = frozenset({VoiceKind.OPPOSITION, VoiceKind.ACTIVIST, VoiceKind.MONITOR, VoiceKind.ARMED_GROUP, VoiceKind.NGO})
_SPOKEN_FOR = frozenset({"for", "of"})


def describe(page: Page, run: Run, head: int) -> Description:
    """Return name and kind that the words of a phrase give by themselves.

    A person's name goes before everything; then known bodies, countries (which mean their governments), other
    names of bodies, and descriptions, which lose article, status words and place.
    """
    if page.parse.universal[head] == "PRON" and run[1] - run[0] == 1:
        return Description(name=page.word(head), kind=VoiceKind.UNKNOWN, rank=PRONOUN)
    core = _core(page, run, head)
    return (
        (_describe_body(page, core) if head in range(*core) or find_set_name(page, head) is None else None)
        or describe_staff(page, core, head)
        or _describe_other_name(page, core, head)
        or _describe_state(page, core)
        or describe_brought_in(page, core)
        or describe_office_name(page, core, head)
        or describe_person(page, run, core, head)
        or describe_set_name(page, core, head)
        or describe_alias(page, run, core, head)
        or _describe_apposed(page, core, head)
        or _describe_principal(page, run, core, head)
        or _describe_organization(page, core)
        or describe_class(page, run, core, head)
    )


def _describe_principal(page: Page, run: Run, core: Run, head: int) -> Description | None:
    """Describe a spokesman without a name by whom he speaks for: "a spokesman for the army", "the Front's spokesman".

    They stand behind "for" or "of", or before him, with an apostrophe or as a name ("a Hill Front spokesman"). A man's
    spokesman is not the man.
    """
    beside = [
        *page.tree.children(head, *_APPOSED),
        *([page.parse.heads[head]] * page.tree.is_relation(head, *_APPOSED)),
    ]
    is_named = any(page.parse.universal[token] == "PROPN" for token in beside)
    is_known = any(token in page.body_at for token in range(core[0], head))
    if page.word(head) not in read_words("bodies", "spokesmen") or is_named or is_known:
        return None
    behind = [child for child in page.tree.children(head, "nmod") if page.tree.case(child) in _SPOKEN_FOR]
    if not behind and page.word(head + 1) in _SPOKEN_FOR and page.tree.is_relation(head + 1, "case"):
        behind = [page.parse.heads[head + 1]]
    before = [child for child in page.tree.children(head, "nmod:poss") if page.parse.universal[child] != "PRON"]
    if behind or before:
        principal = (behind or before)[0]
        if page.labels.get(principal) == "PERSON":
            return None
        found = describe(page, find_phrase(page, principal), principal)
    elif head - 2 > core[0] and all(page.parse.words[token][:1].isupper() for token in (head - 2, head - 1)):
        found = describe(page, (core[0], head), head - 1)
    else:
        return None
    own = describe_class(page, run, core, head)
    return replace(found, kind=own.kind if found.kind is VoiceKind.UNKNOWN else found.kind, role=own.role)


def _core(page: Page, run: Run, head: int) -> Run:
    """Return the phrase without what follows its noun; of "the head of the port *Ivo Lenz*" the name that it ends in."""
    core = find_core(page, run)
    if head < core[1] or page.parse.universal[head] != "PROPN":
        return core
    first = head
    while first > run[0] and _is_of_name(page, first - 1):
        first -= 1
    return first, find_core(page, (first, run[1]))[1]


def _is_of_name(page: Page, token: int) -> bool:
    is_person = page.labels.get(token) == "PERSON" and page.parse.universal[token] not in _SMALL
    return is_person and body_word_kind(page.word(token)) is None


def _describe_body(page: Page, core: Run) -> Description | None:
    hit = page.body_at.get(core[1] - 1)
    if hit is None or hit.last != core[1]:
        return None
    return _describe_known(hit.body)


def _describe_known(body: Body) -> Description:
    return Description(name=body.name, kind=VoiceKind(body.kind), rank=KNOWN, people=body.country)


def _describe_other_name(page: Page, core: Run, head: int) -> Description | None:
    """Describe "the rescue service, also known as *X*" by the known body that bears the other name."""
    for clause in page.tree.children(head, "acl"):
        hit = next((page.body_at[t] for t in page.tree.subtree(clause) if t in page.body_at), None)
        is_named = page.lemma(clause) in role_words("naming_verbs") and clause >= core[1] - 1
        before = page.word(hit.first - 1) if hit is not None else None
        if is_named and hit is not None and (before == "the" or before in role_words("naming_verbs", "before_name")):
            return _describe_known(hit.body)
    return None


def _describe_state(page: Page, core: Run) -> Description | None:
    country = find_state(page.text(core))
    if country is None:
        return None
    return Description(name=f"{demonym_of(country)} government", kind=VoiceKind.GOVERNMENT, rank=KNOWN, people=country)


def _describe_apposed(page: Page, core: Run, head: int) -> Description | None:
    """Describe "the agency X", "activist group the X" and "its president, X" by the name in apposition."""
    if not is_role(page, head):
        return None
    for child in page.tree.children(head, "appos", "flat", "nmod:desc"):
        hit = page.body_at.get(child)
        if hit and hit.first >= core[0]:
            return _describe_known(hit.body)
        if page.parse.universal[child] == "PROPN" and head < child <= head + 3:
            kind = find_kind(page, head, [t for t in range(*core) if t != head], is_named=True)
            return Description(name=page.text(find_phrase(page, child)), kind=kind, rank=NAMED, role=page.lemma(head))
    return None


def _describe_organization(page: Page, core: Run) -> Description | None:
    """Describe a name that is no person's: capitals and no noun of role in lower case at its end."""
    first = next((t for t in range(*core) if not _counts(page, t)), core[1])
    last = core[1] - 1
    if first > last or not page.parse.words[last][:1].isupper() or (first == last and is_role(page, last)):
        return None
    is_short = first < last and page.parse.words[last].isupper() and len(page.parse.words[last]) > 1
    if not is_short and page.parse.universal[last] not in {"PROPN", "X", "ADJ"} and page.labels.get(last) is None:
        return None
    first = _name_start(page, first, last)
    if is_role(page, last) and all(page.word(t) in role_words("state_media", "owners") for t in range(first, last)):
        return None
    kind = _told_kind(page, core[0], first) or _kind_behind(page, last + 1) or find_body_kind(page, (first, last + 1))
    people = find_people(page, list(range(*core))) or _find_owner(page, (core[0], first), kind)
    return Description(name=page.text((first, last + 1)), kind=kind, rank=NAMED, people=people)


def _kind_behind(page: Page, token: int) -> VoiceKind | None:
    """Return the kind that words behind a name say it is of ("the Arva Network, *an activist group*"), where they tell."""
    first = token + (page.word(token) == ",")
    if page.word(first) not in {"a", "an"}:
        return None
    last = first + 1
    while page.parse.universal[last : last + 1] and (
        page.parse.universal[last] in {"ADJ", "NOUN", "PROPN"} or page.word(last) in {"-", "based", "run"}
    ):
        last += 1
    around = list(range(first + 1, last - 1))
    if last - first < 2 or page.word(last - 1) not in role_words("bodies_too"):
        return None
    kinds = (modifier_kinds().get(page.word(t)) for t in reversed(around))
    return next((kind for kind in kinds if kind in _TOLD), None)


def _find_owner(page: Page, before: Run, kind: VoiceKind) -> str | None:
    """Return the name before an apostrophe of whose state a body is ("*Karsovia's* Ministry of Defence")."""
    first, last = before
    is_owned = last - first > 1 and page.parse.tags[last - 1] == "POS" and kind in OFFICIAL
    names = [t for t in range(first, last - 1) if page.parse.universal[t] == "PROPN"]
    return page.text((names[0], last - 1)) if is_owned and names else None


def _counts(page: Page, token: int) -> bool:
    """Tell whether a word is an article or a number, which is no part of a name behind it."""
    return page.parse.universal[token] in {"DET", "NUM"} or page.parse.words[token].isdigit()


def _told_kind(page: Page, first: int, last: int) -> VoiceKind | None:
    """Return the kind that words before a name give ("the *opposition* Ridge News", "activist-run")."""
    kinds = (modifier_kinds().get(page.word(t)) for t in range(first, last))
    if is_state_media(page, list(range(first, last))):
        return VoiceKind.STATE_MEDIA
    return next((k for k in kinds if k in {VoiceKind.OPPOSITION, VoiceKind.ACTIVIST, VoiceKind.ARMED_GROUP}), None)


def _name_start(page: Page, first: int, last: int) -> int:
    """Return where the name begins behind words in lower case ("the volunteer-run *Orlesh Press*")."""
    lower = [
        t
        for t in range(first, last)
        if (page.parse.words[t][:1].islower() or page.word(t) in POSSESSIVES)
        and page.parse.universal[t] not in {"ADP", "CCONJ", "DET", "X"}
        and page.word(t) not in {"of", "for", "and", "al", "the"}
        and not joins_name(page.parse.words[t - 1], page.parse.words[t])
    ]
    start = lower[-1] + 1 if lower else first
    while start < last and (page.is_mark(start) or _counts(page, start)):
        start += 1
    return start

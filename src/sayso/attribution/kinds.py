"""Which sort of voice is somebody who is called so?"""

from functools import cache, lru_cache

from sayso.attribution.media_words import forms_of, is_state_media
from sayso.attribution.pages import Page, Run
from sayso.attribution.words import body_kinds, cue_words, head_kinds, modifier_kinds, role_words
from sayso.lexicons.bodies import find_body
from sayso.lexicons.nouns import read_noun_classes
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import Referent
from sayso.text.spellings import NAMES

OFFICIAL = frozenset({VoiceKind.GOVERNMENT, VoiceKind.MILITARY, VoiceKind.FOREIGN_GOVERNMENT})
_FORCES = frozenset({VoiceKind.GOVERNMENT, VoiceKind.MILITARY, VoiceKind.ARMED_GROUP, VoiceKind.OPPOSITION})
# Whom a word right before a noun of role makes something else: "the *rebel* administration", "*aid* agencies".
_OUTRANKED_BY = {
    VoiceKind.GOVERNMENT: frozenset({VoiceKind.ARMED_GROUP, VoiceKind.OPPOSITION}),
    VoiceKind.OUTLET: frozenset({VoiceKind.ACTIVIST}),
    VoiceKind.AGENCY: frozenset({VoiceKind.NGO, VoiceKind.UN, VoiceKind.GOVERNMENT, VoiceKind.MILITARY}),
}
_DEFENCE = frozenset({"defence", "defense"})
_PRIVATE = frozenset({VoiceKind.RESIDENT, VoiceKind.WITNESS, VoiceKind.UNKNOWN})
_UNNAMED = {"source": VoiceKind.UNNAMED_SOURCE, "insider": VoiceKind.UNNAMED_SOURCE}


def is_role(page: Page, token: int) -> bool:
    """Tell whether a noun is known to mean somebody who can speak."""
    return not _roles().isdisjoint(forms_of(page, token))


@cache
def _roles() -> frozenset[str]:
    return frozenset(head_kinds()) | role_words("dependent") | role_words("persons") | role_words("bodies_too")


def is_rank(page: Page, token: int) -> bool:
    """Tell whether a word is a rank that stands before names ("Col.")."""
    return page.word(token) in role_words("titles") and head_kinds().get(page.word(token)) is VoiceKind.MILITARY


def find_role(page: Page, tokens: list[int]) -> int | None:
    """Return the last of some tokens that is a noun of role, which is the one that a name stands beside."""
    return next(
        (t for t in reversed(tokens) if page.parse.universal[t] in {"NOUN", "PROPN"} and is_role(page, t)), None
    )


def find_kind(page: Page, noun: int, around: list[int], *, is_named: bool) -> VoiceKind:
    """Return the kind of voice that a noun of role and the words around it mean.

    A noun that speaks for somebody ("spokesman", "source") takes the kind of whom it speaks for: a known body,
    else the nearest word that tells. Sources and officials without a name are so called, whatever their office.
    """
    forms = forms_of(page, noun)
    if (own := _kind_of_own_body(page, noun, [t for t in around if t < noun])) is not None:
        return own
    if _is_pair(page, noun, "offices"):
        return VoiceKind.GOVERNMENT
    if _is_pair(page, noun, "forces"):
        return VoiceKind.MILITARY
    if is_state_media(page, [*around, noun]):
        return VoiceKind.STATE_MEDIA
    if any(form in role_words("dependent") for form in forms) and not _is_own_field(page, noun, around):
        return _owned_kind(page, noun, around, is_named=is_named)
    kind = next((head_kinds()[form] for form in forms if form in head_kinds()), VoiceKind.UNKNOWN)
    beside = modifier_kinds().get(page.word(noun - 1)) if noun - 1 in around else None
    return beside if beside is not None and beside in _OUTRANKED_BY.get(kind, ()) else kind


def _kind_of_own_body(page: Page, noun: int, before: list[int]) -> VoiceKind | None:
    """Return the kind of a body that people form for themselves, by whose it is ("the *residents'* committee"), None of others."""
    if role_words("own_bodies").isdisjoint(forms_of(page, noun)):
        return None
    return _kind_of_members({form for t in before for form in forms_of(page, t)})


def _kind_of_members(words: set[str]) -> VoiceKind | None:
    """Return the kind of a body by those who formed it, in the singular."""
    kinds = (VoiceKind.ACTIVIST, VoiceKind.NGO, VoiceKind.MEDIC)
    return next((kind for kind in kinds if not words.isdisjoint(role_words("own_bodies", kind))), None)


def _is_own_field(page: Page, noun: int, around: list[int]) -> bool:
    """Tell whether the words beside a noun only say what field somebody works in ("a *military* analyst"), and name nobody."""
    names = (
        t for t in around if t in page.body_at or (page.parse.universal[t] == "PROPN" and body_word_kind(page.word(t)))
    )
    return not role_words("own_field").isdisjoint(forms_of(page, noun)) and next(names, None) is None


def _is_pair(page: Page, noun: int, table: str) -> bool:
    """Tell whether two words together are an office of state or one of its forces ("attorney general", "national guard")."""
    pairs = (f"{page.word(t)} {page.word(t + 1)}" for t in (noun - 1, noun))
    return any(pair in role_words(table) for pair in pairs)


def _owned_kind(page: Page, noun: int, around: list[int], *, is_named: bool) -> VoiceKind:
    forms = forms_of(page, noun)
    owner = _in_office(_possessor_kind(page, noun) or _owner_kind(page, noun, around), forms, page.word(noun - 1))
    is_unnamed = not is_named and any(form in role_words("unnamed", "official") for form in forms)
    if is_unnamed and (owner in OFFICIAL or (owner is None and "source" not in forms)):
        return VoiceKind.UNNAMED_OFFICIAL
    if owner is not None:
        return owner
    known = (head_kinds()[form] for form in (forms[1], *forms) if form in head_kinds())
    if any(form in role_words("commanders") for form in forms):
        return _kind_of_commander(page, noun)
    return next(known, _UNNAMED.get(forms[0], VoiceKind.UNKNOWN))


def _kind_of_commander(page: Page, noun: int) -> VoiceKind:
    """Return the kind of a commander of whom only the men he calls his own in that sentence tell: of a band, or else of an army."""
    owners = (
        t
        for t in range(*page.sentence(noun))
        if page.tree.is_relation(t, "nmod:poss") and page.word(t) in cue_words("owning")
    )
    men = (form for t in owners for form in forms_of(page, page.parse.heads[t]))
    return VoiceKind.MILITARY if role_words("commanders", "bands").isdisjoint(men) else VoiceKind.ARMED_GROUP


def _in_office(owner: VoiceKind | None, forms: tuple[str, ...], before: str) -> VoiceKind | None:
    """Return the kind of whom somebody speaks for, the state where an office only deals with health or defence.

    "Government *forces*" are its army.
    """
    is_of_health = owner is VoiceKind.MEDIC and any(form in role_words("public_offices") for form in forms)
    is_of_health |= owner is VoiceKind.MEDIC and before == "health" and "official" in forms
    is_of_defence = owner is VoiceKind.MILITARY and any(
        form in role_words("public_offices", "military") for form in forms
    )
    if (
        owner is VoiceKind.GOVERNMENT
        and before in role_words("troops", "of_state")
        and not role_words("troops").isdisjoint(forms)
    ):
        return VoiceKind.MILITARY
    return VoiceKind.GOVERNMENT if is_of_health or is_of_defence else owner


def _possessor_kind(page: Page, noun: int) -> VoiceKind | None:
    """Return the kind of the body spoken of before that "its" or a noun with "'s" means ("*its* spokesman")."""
    referent = find_possessor(page, noun)
    if referent is None:
        return _kind_of_named_owner(page, noun)
    if _is_called_armed(page, referent):
        return VoiceKind.ARMED_GROUP
    kind = _kind_of_referent(referent)
    heads = {page.lemma(last - 1) for _, last in referent.mentions}
    return VoiceKind.ARMED_GROUP if kind is None and any(_are_armed(page, noun) for noun in heads) else kind


def _is_called_armed(page: Page, referent: Referent) -> bool:
    """Tell whether a word before one of its mentions makes a body an armed group ("the *paramilitary* BAC")."""
    return any(
        modifier_kinds().get(page.word(t)) is VoiceKind.ARMED_GROUP
        for first, last in referent.mentions
        for t in range(first, last)
        if page.parse.universal[t] in {"ADJ", "NOUN"} and page.parse.words[t].islower()
    )


def _kind_of_referent(referent: Referent) -> VoiceKind | None:
    """Return the kind of a body spoken of elsewhere, by its name or by the noun it was called."""
    body = find_body(referent.name)
    if body is not None:
        return VoiceKind(body.kind)
    words = referent.name.casefold().split()
    bare = {word.rstrip("'’") for word in words}
    if not role_words("own_bodies").isdisjoint(bare):
        own = _kind_of_members(bare | {word.removesuffix("s") for word in bare})
        if own is not None:
            return own
    known = next((kind for kind, forms in body_kinds() if forms.intersection(words)), None)
    return known or _kind_of_people(words[-1])


def _kind_of_named_owner(page: Page, noun: int) -> VoiceKind | None:
    """Return the kind of the body that stands before an apostrophe, by name or by a noun ("the *federation's* president")."""
    owner = page.tree.child(noun, "nmod:poss")
    if owner is None:
        return None
    if _is_pair(page, owner, "offices"):
        return VoiceKind.GOVERNMENT
    if _is_capital(page, owner):
        return body_word_kind(page.word(owner))
    kinds = (head_kinds()[form] for form in forms_of(page, owner) if form in head_kinds())
    kind = next(kinds, None) if page.parse.universal[owner] == "NOUN" else None
    if kind is None and _are_armed(page, page.lemma(owner)):
        return VoiceKind.ARMED_GROUP
    return None if kind in _PRIVATE else kind


def _are_armed(page: Page, noun: str) -> bool:
    """Tell whether the document calls those of a noun armed, or says that somebody armed them ("*armed* the Hill hunters")."""
    return any(
        any(page.word(t) == "armed" for t in page.tree.children(token, "amod"))
        or (page.tree.is_relation(token, "obj") and page.lemma(page.parse.heads[token]) == "arm")
        for token in page.with_lemma({noun})
    )


def _kind_of_people(noun: str) -> VoiceKind | None:
    """Return the kind of those who were only called by a noun before ("*fighters* took the base, their command said")."""
    forms = (noun, noun.removesuffix("s"))
    return next((head_kinds()[form] for form in forms if form in head_kinds()), None)


def find_possessor(page: Page, noun: int) -> Referent | None:
    """Return the body that "its" or a noun with "'s" before a role means, None for a person or nobody."""
    owner = page.tree.child(noun, "nmod:poss")
    if owner is None and page.tree.is_relation(noun, "nmod:desc", "compound"):
        owner = page.tree.child(page.parse.heads[noun], "nmod:poss")
    referent = page.referent_at.get(owner) if owner is not None else None
    return referent if referent is not None and referent.kind in {"organization", "group"} else None


def _owner_kind(page: Page, noun: int, around: list[int]) -> VoiceKind | None:
    """Return the kind of the body or word nearest to the noun, those before it first."""
    before = [t for t in reversed(around) if t < noun]
    after = [t for t in around if t > noun and not _is_whereabouts(page, t)]
    ordered = (*[t for t in before if t in page.body_at], *before, *after)
    for token in ordered:
        hit = page.body_at.get(token)
        if hit:
            return VoiceKind(hit.body.kind)
        if (named := _named_before(page, token)) is not None:
            return named
        if _is_pair(page, token, "offices"):
            return VoiceKind.GOVERNMENT
        for form in forms_of(page, token):
            if form in modifier_kinds() and not _is_press_office(page, token, ordered):
                return _kind_beside(page, token, form)
        if _is_capital(page, token) and (kind := body_word_kind(page.word(token))):
            return kind
    forces = (kind for t in before if (kind := _kind_of_force(page, t)))
    bodies = (kind for t in after if (kind := _kind_of_body(page, t)))
    return next(forces, next(bodies, None)) or _kind_by_rank(page, noun, before)


def _kind_by_rank(page: Page, noun: int, before: list[int]) -> VoiceKind | None:
    """Return the state for somebody high of whom nothing else tells for whom he speaks ("a *senior* official")."""
    is_high = any(page.word(t) in role_words("high_officials") for t in before)
    is_official = not role_words("unnamed", "official").isdisjoint(forms_of(page, noun))
    return VoiceKind.GOVERNMENT if is_high and is_official else None


def _kind_of_body(page: Page, token: int) -> VoiceKind | None:
    """Return the kind of a body that a role behind "of" or the like belongs to ("a leader of the herders' *association*")."""
    is_whose = page.tree.case(token) in {"of", "for", "with", "from", "at"} and page.parse.universal[token] == "NOUN"
    referent = page.referent_at.get(token) if is_whose else None
    if referent is not None and referent.kind == "organization":
        return _kind_of_referent(referent)
    kinds = (head_kinds()[form] for form in forms_of(page, token) if is_whose and form in head_kinds())
    return next((kind for kind in kinds if kind not in _PRIVATE), None)


def _kind_beside(page: Page, token: int, form: str) -> VoiceKind:
    """Return the kind that a word beside a role tells, with the word before or behind it ("*civil* defence", "armed *groups*")."""
    behind = (*forms_of(page, token + 1),) if token + 1 < len(page.parse) else ()
    if page.word(token - 1) == "civil" or not role_words("administrations").isdisjoint(behind):
        return VoiceKind.GOVERNMENT
    if form in _DEFENCE and page.word(token - 2) == "self":
        return VoiceKind.ARMED_GROUP
    if form == "armed" and not role_words("bands").isdisjoint(behind):
        return VoiceKind.ARMED_GROUP
    return modifier_kinds()[form]


def _is_capital(page: Page, token: int) -> bool:
    """Tell whether a word is a name by its tag, or by its capital inside a sentence."""
    is_inside = token != page.sentence(token)[0] and page.parse.words[token][:1].isupper()
    return page.parse.universal[token] == "PROPN" or (is_inside and not page.is_headline(token))


def _kind_of_force(page: Page, token: int) -> VoiceKind | None:
    """Return the kind of voice of a power or force that a role is one of ("a *junta* spokesman", "ground *forces* commander")."""
    kinds = (head_kinds()[form] for form in forms_of(page, token) if form in head_kinds())
    return next((kind for kind in kinds if kind in _FORCES), None)


def _named_before(page: Page, token: int) -> VoiceKind | None:
    """Return the kind of the body whose name holds the word that a role goes by ("a *mission* spokeswoman" of the UN Mission)."""
    if page.lemma(token) not in role_words("bodies_too") or page.parse.words[token][:1].isupper():
        return None
    runs = page.names_with.get(page.word(token), ())
    kinds = {kind for run in runs if (kind := find_body_kind(page, run)) is not VoiceKind.UNKNOWN}
    return kinds.pop() if len(kinds) == 1 else None


def _is_whereabouts(page: Page, token: int) -> bool:
    """Tell whether a word behind a role says where somebody is, not for whom he speaks ("an activist *in the city*")."""
    is_place = read_noun_classes().get(page.lemma(token)) == frozenset({"place"})
    is_medic = modifier_kinds().get(page.lemma(token)) is VoiceKind.MEDIC
    return page.tree.case(token) in cue_words("whereabouts") and is_place and not is_medic


def _is_press_office(page: Page, token: int, around: tuple[int, ...]) -> bool:
    """Tell whether "press" or "media" only says what an office of somebody else does."""
    is_media = modifier_kinds().get(page.word(token)) is VoiceKind.OUTLET
    return is_media and any(modifier_kinds().get(page.word(t)) in OFFICIAL for t in around if page.word(t) != "local")


@lru_cache(maxsize=NAMES)
def body_word_kind(word: str) -> VoiceKind | None:
    """Return the kind of body whose name a word is part of ("Front", "Mission"), None for words of no kind."""
    return next((kind for kind, known in body_kinds() if word in known), None)


def find_body_kind(page: Page, run: Run) -> VoiceKind:
    """Return the kind of a body by the words of its name ("... Observatory", "Ministry of ...")."""
    words = {page.word(t) for t in range(*run)}
    own = next((kind for t in range(*run) if (kind := _kind_of_own_body(page, t, list(range(run[0], t))))), None)
    if own is not None:
        return own
    if is_state_media(page, list(range(*run))):
        return VoiceKind.STATE_MEDIA
    if any(page.body_at[t].body.kind == VoiceKind.UN for t in range(*run) if t in page.body_at):
        return VoiceKind.UN
    return next((kind for kind, known in body_kinds() if words & known), VoiceKind.UNKNOWN)

"""What is a source called that the text only describes, and which sort of voice is it?"""

from sayso.attribution.descriptions import DESCRIBED, Description, find_people
from sayso.attribution.kinds import body_word_kind, find_kind, is_role
from sayso.attribution.pages import Page, Run
from sayso.attribution.persons import hides_name
from sayso.attribution.words import role_words
from sayso.lexicons import read_toml
from sayso.lexicons.states import demonym_of, find_demonym, find_state
from sayso.model.kinds import VoiceKind

_FAR = 14
_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "ADV"})
_AGE = frozenset({"year", "old"})
_HIDDEN = {
    VoiceKind.UNKNOWN: VoiceKind.UNNAMED_SOURCE,
    VoiceKind.RESIDENT: VoiceKind.UNNAMED_SOURCE,
    VoiceKind.MILITARY: VoiceKind.UNNAMED_OFFICIAL,
    VoiceKind.GOVERNMENT: VoiceKind.UNNAMED_OFFICIAL,
}
_HELD = frozenset({VoiceKind.RESIDENT, VoiceKind.MILITARY, VoiceKind.ARMED_GROUP, VoiceKind.UNKNOWN})
_OF_STATES = frozenset({VoiceKind.STATE_MEDIA, VoiceKind.GOVERNMENT, VoiceKind.MILITARY})


def describe_class(page: Page, run: Run, core: Run, head: int) -> Description:
    """Return what a description without a name tells: its own words, without those that say how many or whose."""
    if page.word(head) == "official" and page.parse.universal[head] == "ADJ":
        return Description(name="authorities", kind=VoiceKind.GOVERNMENT, rank=DESCRIBED, role="authority")
    role = head if core[0] <= head < core[1] else core[1] - 1
    apart = _who_they_are(page, role)
    if apart is not None:
        return describe_class(page, (apart, apart + 1), (apart, apart + 1), apart)
    told = {t for c in page.tree.children(head, "appos", "nmod") for t in page.tree.subtree(c) if t < head + _FAR}
    around = sorted({*range(*core), *told, *_workplace(page, role)} - {role})
    kind = VoiceKind.OPPOSITION if _is_turncoat(page, head) else find_kind(page, role, around, is_named=False)
    if hides_name(page, head):
        kind = _HIDDEN.get(kind, kind)
    elif kind in _HELD and _was_held(page, core, role):
        kind = VoiceKind.WITNESS
    country = find_people(page, list(range(*core))) or (_land_of_owner(page, role) if kind in _OF_STATES else None)
    name = _plain_name(page, _kept_words(page, core, role))
    office = _name_behind(page, core, role)
    name = name if office is None else f"{office} {name}"
    owned = page.tree.children(role, "nmod:poss") and kind in _OF_STATES
    if country is None and page.parse.tags[role] == "NN":
        country = find_people(page, list(range(core[1], run[1])))
        owned = country is not None
    if owned and country:
        name = _with_people(name, demonym_of(country))
    return Description(name=name or page.word(head), kind=kind, rank=DESCRIBED, people=country, role=page.lemma(role))


def _was_held(page: Page, core: Run, role: int) -> bool:
    """Tell whether those spoken of were taken or set free ("*captured* soldiers", "lads *back from enemy camps*")."""
    if any(page.word(t) in role_words("held") for t in range(core[0], role)):
        return True
    is_back = page.word(role + 1) == "back" and page.word(role + 2) == "from"
    return is_back and any(page.word(t) in role_words("held", "places") for t in range(role + 3, role + 6))


def _workplace(page: Page, role: int) -> range:
    """Return the words behind "at" or the like that say where staff work ("staff *at the last hospital*"), none for others."""
    start = end = role + 1
    if page.lemma(role) in role_words("working") and page.word(start) in role_words("working", "at"):
        end += 1
        while page.word(end) and page.parse.universal[end] in _PHRASE - {"ADP"}:
            end += 1
    return range(start, end)


def _who_they_are(page: Page, role: int) -> int | None:
    """Return the noun of role between commas that says who informants are ("her informants, *dockers* for the most part, ...")."""
    noun = role + 2
    is_told = page.lemma(role) in role_words("informing") and page.word(role + 1) == "," and page.word(noun) != ""
    if not is_told or page.parse.universal[noun] != "NOUN" or not is_role(page, noun):
        return None
    end = noun + 1
    while page.word(end) and page.parse.universal[end] in _PHRASE:
        end += 1
    return noun if page.word(end) == "," else None


def _name_behind(page: Page, core: Run, role: int) -> str | None:
    """Return the body by name that an official is one of and that stands behind him ("an official of *the Ministry of Works*")."""
    behind = core[1]
    if (
        page.lemma(role) != "official"
        or role != behind - 1
        or page.word(behind) not in {"of", "from", "in", "at", "with"}
    ):
        return None
    first = behind + 1 + (page.word(behind + 1) == "the")
    last = first
    while page.word(last) and (page.parse.words[last][:1].isupper() or page.word(last) in {"of", "for", "and", "the"}):
        last += 1
    while last > first and not page.parse.words[last - 1][:1].isupper():
        last -= 1
    is_body = any(body_word_kind(page.word(t)) is not None for t in range(first, last))
    return page.text((first, last)) if last - first > 1 and is_body else None


def _land_of_owner(page: Page, role: int) -> str | None:
    """Return the land that "its" means ("Karsovia denied it; *its* foreign ministry said ...")."""
    owner = page.tree.child(role, "nmod:poss")
    referent = page.referent_at.get(owner) if owner is not None and page.word(owner) == "its" else None
    is_land = referent is not None and referent.kind == "organization" and len(referent.name.split()) == 1
    return referent.name if referent is not None and is_land and referent.name[:1].isupper() else None


def _is_turncoat(page: Page, head: int) -> bool:
    """Tell whether somebody is said to have changed sides ("an officer who defected")."""
    near = (t for t in page.tree.subtree(head) if abs(t - head) < _FAR)
    return any(page.lemma(t) in role_words("turncoats") or page.word(t) in role_words("turncoats") for t in near)


def _with_people(name: str, demonym: str) -> str:
    """Return a description with the people it belongs to ("senior official" in Egypt: "senior Egyptian official")."""
    before, _, noun = name.rpartition(" ")
    return f"{before} {demonym} {noun}".strip() if before in role_words("status", "ranks") else f"{demonym} {name}"


def _kept_words(page: Page, core: Run, role: int) -> list[int]:
    """Return the words of a description that say who, not how sure, how high, how many or whose."""
    first, last = core
    owners = {
        t
        for c in page.tree.children(role, "nmod:poss")
        if find_state(page.word(c)) or page.parse.universal[c] == "PRON"
        for t in page.tree.subtree(c)
    }
    owners |= {
        o
        for t in range(first + 1, role)
        if page.parse.tags[t] == "POS" and find_state(page.word(t - 1))
        for o in (t - 1, t)
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
    is_state = all(find_demonym(page.word(t)) or page.word(t) in same for t in kept)
    parts: list[str] = []
    for token in kept:
        word = page.parse.words[token]
        plain = word if _keeps_capital(page, token) else word.casefold()
        if plain.casefold() in same and (plain != "official" or is_media) and (plain != "authorities" or is_state):
            plain = same[plain.casefold()]
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

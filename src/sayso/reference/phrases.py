"""Which noun phrases could mean somebody who is spoken of more than once?"""

from collections.abc import Iterator

from sayso.lexicons.nouns import is_people
from sayso.lexicons.states import find_state
from sayso.reference.phrase_runs import (
    DEFINITE,
    Phrase,
    find_modifiers,
    find_run,
    find_sex,
    head_kinds,
    is_cut_off,
    name_words,
    pronouns,
    role_table,
)
from sayso.reference.proper_names import read_name
from sayso.reference.scenes import Run, Scene

_PLURAL = frozenset({"NNS", "NNPS"})
_PERSONS = frozenset({"activist", "witness", "resident", "medic", "expert", "armed_group"})
_BODIES = frozenset({"outlet", "agency", "monitor", "government", "military", "un", "ngo", "opposition"})


def find_phrases(scene: Scene) -> Iterator[Phrase]:
    """Yield in reading order the phrases that mean persons, bodies or groups, and the pronouns."""
    for token, universal in enumerate(scene.parse.universal):
        if universal == "PRON" and scene.word(token) in pronouns():
            yield Phrase(head=token, run=(token, token + 1), kind=None, is_pronoun=True, role=scene.word(token))
        elif universal in {"NOUN", "PROPN", "ADJ", "X"} and _is_head(scene, token):
            phrase = _read(scene, token)
            if phrase is not None:
                yield phrase


def _is_head(scene: Scene, token: int) -> bool:
    """Tell whether a word heads its phrase; of a known name the last word that hangs outside it does."""
    hit = scene.body_at.get(token)
    above = scene.parse.heads[token]
    if hit:
        inside = range(hit.first, hit.last)
        return above not in inside or above == token
    if token in scene.lone_names:
        return True
    if scene.parse.universal[token] == "ADJ" or _is_bracketed(scene, token) or _is_first_part(scene, token):
        return False
    return (
        scene.parse.relations[token].split(":")[0] not in {"compound", "flat", "amod"}
        and scene.parse.relations[token] != "nmod:desc"
    )


def _is_bracketed(scene: Scene, token: int) -> bool:
    """Tell whether a word alone in brackets only describes the noun behind them ("other (rebel) districts")."""
    is_alone = scene.word(token - 1) == "(" and scene.word(token + 1) == ")"
    return is_alone and scene.parse.universal[token + 2 : token + 3] == ("NOUN",)


def _is_first_part(scene: Scene, token: int) -> bool:
    last = token + 1
    while last < len(scene.parse) and scene.parse.relations[last] == "flat":
        last += 1
    return scene.parse.universal[last : last + 1] == ("PROPN",) and is_cut_off(scene, token, last)


def _read(scene: Scene, token: int) -> Phrase | None:
    run = find_run(scene, token)
    hit = scene.body_at.get(token)
    is_definite = scene.word(run[0]) in DEFINITE
    if hit:
        run = (min(run[0], hit.first), max(hit.last, token + 1))
        kind = "organization" if hit.body.kind != "armed_group" else "group"
        return Phrase(
            head=token,
            run=run,
            kind=kind,
            name=name_words(scene, (hit.first, hit.last)),
            key=f"body:{hit.body.name}",
            is_definite=is_definite,
        )
    if scene.word(token) in scene.lands and not scene.is_subject(token):
        return None
    return (
        _read_short_name(scene, token, run)
        or _read_state(scene, token, run)
        or read_name(scene, token, run)
        or _read_role(scene, token, run, is_definite=is_definite)
    )


def _read_short_name(scene: Scene, token: int, run: Run) -> Phrase | None:
    """Read the capitals that the text gave in brackets as the short name of a body, whatever the parse takes them for."""
    if scene.word(token) not in scene.short_names or not scene.parse.words[token].isupper():
        return None
    return Phrase(head=token, run=run, kind="organization", name=(scene.word(token),), is_definite=True)


def _read_state(scene: Scene, token: int, run: Run) -> Phrase | None:
    if scene.parse.universal[token] != "PROPN":
        return None
    word = scene.word(token)
    country = find_state(word) or (word if word in scene.lands else None)
    if country is None or not scene.is_subject(token):
        return None
    return Phrase(head=token, run=run, kind="organization", name=(scene.word(token),), key=f"state:{country}")


def _read_role(scene: Scene, token: int, run: Run, *, is_definite: bool) -> Phrase | None:
    """Read a description by its noun: one person, a body, several people, or a text that is cited."""
    lemma = scene.lemma(token)
    if scene.word(run[0]) in role_table("nobody"):
        return None
    is_definite = is_definite or (lemma in role_table("described", "unique") and run[1] - run[0] > 1)
    kind = _role_kind(lemma, is_plural=scene.parse.tags[token] in _PLURAL)
    if kind is None or lemma in role_table("territories") or scene.parse.universal[token] not in {"NOUN", "PROPN"}:
        return None
    return Phrase(
        head=token, run=run, kind=kind, role=lemma, modifiers=find_modifiers(scene, run, token), sex=find_sex(scene, run), is_definite=is_definite,
    )  # fmt: skip


def _role_kind(lemma: str, *, is_plural: bool) -> str | None:
    kind = head_kinds().get(lemma)
    one = _one_kind(lemma, kind)
    if is_plural:
        return "group" if one or kind else None
    return one


def _one_kind(lemma: str, kind: str | None) -> str | None:
    """Return what one of those so called is."""
    if lemma == "source":
        return "source"
    if lemma in role_table("bodies_too"):
        return "organization"
    if lemma in role_table("persons") or kind in _PERSONS:
        return "person"
    if lemma in role_table("crowds"):
        return "group"
    if is_people(lemma):
        return "person"
    return "organization" if kind in _BODIES else None

"""By which rule do a name or a description mean somebody spoken of before?"""

from collections.abc import Callable, Sequence

from sayso.lexicons import read_toml
from sayso.model.derivations import rule
from sayso.reference.entities import Entity
from sayso.reference.phrase_runs import Phrase, head_kinds, role_table
from sayso.reference.scenes import Scene

Rule = Callable[[Scene, Phrase, int, Sequence[Entity]], Entity | None]
_FAR, _CLAUSE = 6, 14
_MEDIA = role_table("described")
# Kinds of bodies that a headline names by one word of their name; forces and parties share such words.
_ABRIDGED = frozenset({"monitor", "ngo", "agency", "expert"})
# Kinds of bodies that reports call by their kind before they name them.
_INTRODUCED = frozenset({"monitor"})


@rule("reference.same_body")
def same_body(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """Both names are names of one body in the shipped table of sources ("SANA", "the Syrian Arab News Agency")."""
    del scene, sentence
    return next((e for e in reversed(entities) if phrase.key and phrase.key in e.keys), None)


@rule("reference.same_name")
def same_name(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The same name was used before for somebody of the same sort."""
    del scene, sentence
    return next(
        (
            e
            for e in reversed(entities)
            if phrase.name and phrase.name in e.names and (phrase.kind is None or _same_kind(e, phrase))
        ),
        None,
    )


@rule("reference.surname")
def surname(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The name is the last part of a person's full name given before ("Rahman" after "Rami Abdel Rahman")."""
    del scene, sentence
    if not phrase.name or phrase.kind not in {"person", None}:
        return None
    return next(
        (e for e in reversed(entities) if e.kind == "person" and any(_ends_in(name, phrase.name) for name in e.names)),
        None,
    )


@rule("reference.abbreviation")
def abbreviation(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The capitals are the initials of a name given before, or stand in brackets behind it ("ICRC")."""
    del sentence
    if len(phrase.name) != 1 or not scene.parse.words[phrase.head].isupper() or len(phrase.name[0]) < 2:
        return None
    letters = phrase.name[0].replace(".", "")
    named = scene.short_names.get(phrase.name[0], frozenset())
    told = (e for e in entities if any(token in range(*run) for token in named for run in e.mentions))
    return next(told, None) or next(
        (e for e in reversed(entities) if any(_initials(name) == letters for name in e.names)), None
    )


@rule("reference.short_name")
def short_name(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The words are part of the full name of a body given before ("the Observatory")."""
    del sentence
    if phrase.kind not in {"organization", "group"} or not (phrase.is_definite or phrase.name):
        return None
    words = phrase.name or ((phrase.role,) if phrase.role else ())
    is_capital = any(scene.parse.words[t][:1].isupper() for t in range(*phrase.run) if scene.word(t) in words)
    if not words or not is_capital:
        return None
    return next(
        (
            e
            for e in reversed(entities)
            if e.kind in {"organization", "group"}
            and any(len(name) > len(words) and _holds(name, words) for name in e.names)
        ),
        None,
    )


@rule("reference.full_name")
def full_name(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The words are the full name of a monitor, an agency or the like that the headline named by one word ("Observatory")."""
    del sentence
    if phrase.kind != "organization" or len(phrase.name) < 2 or _named_kind(scene, phrase) not in _ABRIDGED:
        return None
    short = (e for e in entities if e.kind == "organization" and e.names and all(len(name) == 1 for name in e.names))
    fit = [e for e in short if all(_holds(phrase.name, n) and _kind_of_words(set(n)) in _ABRIDGED for n in e.names)]
    return fit[0] if len(fit) == 1 else None


@rule("reference.same_description")
def same_description(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The same word was used of somebody before, and nothing beside it speaks against it ("the officer")."""
    del scene, sentence
    if phrase.name or not phrase.role or not phrase.is_definite:
        return None
    candidates = [
        e
        for e in entities
        if _is_called(e, phrase.role) and e.kind == phrase.kind and not phrase.modifiers - e.modifiers - _words_of(e)
    ]
    return candidates[-1] if candidates else None


def _words_of(entity: Entity) -> set[str]:
    """Return the words by which somebody was named or called."""
    return {word for name in entity.names for word in name} | entity.roles


def _is_called(entity: Entity, role: str) -> bool:
    """Tell whether a noun was used of somebody, or ends a name of theirs ("the coalition")."""
    return role in entity.roles or any(name[-1] == role for name in entity.names)


@rule("reference.doer")
def doer(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The words name one by a deed that the text told of somebody before ("the defector", who defected)."""
    del sentence
    if phrase.kind != "person" or phrase.name or not phrase.is_definite or phrase.role is None:
        return None
    for entity in reversed(entities):
        if entity.kind != "person":
            continue
        told_of = (t for head in entity.heads for t in scene.tree.subtree(head) if head < t < head + _CLAUSE)
        verbs = {scene.lemma(t) for t in told_of if scene.parse.universal[t] == "VERB"}
        told = {m for m in phrase.modifiers if m.endswith("ed")} | {phrase.role}
        if any(len(verb) > 4 and word.startswith(verb[:5]) for verb in verbs for word in told):
            return entity
    return None


@rule("reference.description")
def description(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """A general word ("the group", "the rebel group", "the broadcaster") means the last source that it can describe.

    It has spoken, or done something in the sentence before.
    """
    is_told_of = scene.is_subject(phrase.head) or scene.tree.case(phrase.head) in {"of", "for"}
    is_told_of |= scene.tree.is_relation(phrase.head, "nmod:poss") or scene.says(phrase.head, phrase.run[1])
    if phrase.name or not phrase.is_definite or phrase.role is None or not is_told_of:
        return None
    kinds = _kinds_told(phrase)
    if not kinds:
        return None
    near = [
        e
        for e in entities
        if e.kind in {"organization", "group"}
        and (e.names or e.roles & _MEDIA)
        and (sentence - e.sentence <= _FAR or any(_tells_of_men(scene, e, n) for n in (sentence, sentence - 1)))
    ]
    fit = [e for e in near if _describes(scene, e, kinds)]
    spoke = [e for e in fit if e.spoke is not None or (e.acted is not None and sentence - e.acted == 1)]
    return max(spoke, key=lambda e: e.heads[-1], default=None)


def _kinds_told(phrase: Phrase) -> frozenset[str]:
    """Return the kinds that a general noun can describe, the one that the word before it tells ("the *rebel* group"), none for other words."""
    table = read_toml("source_roles")
    kinds = frozenset(table["descriptions"].get(phrase.role, ()))
    words = frozenset() if phrase.modifiers & {"based", "base"} else phrase.modifiers
    told = {kind for word in words for kind, known in table["modifiers"].items() if word in known}
    is_plain = all(any(word in known for known in table["modifiers"].values()) for word in words)
    return frozenset() if not is_plain else kinds & told if words else kinds


@rule("reference.introduced")
def introduced(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The first body of a kind that the text names is the one it spoke of before only by that kind ("a monitoring group")."""
    kind = _named_kind(scene, phrase)
    if kind not in _INTRODUCED:
        return None
    is_second = any(e.names and kind in _named_kinds(scene, e) for e in entities)
    plain = [e for e in entities if e.kind == "organization" and not e.names and e.spoke is not None]
    fit = [e for e in plain if sentence - e.sentence <= _FAR and _plain_kind(e) == kind]
    return fit[0] if len(fit) == 1 and not is_second else None


def _named_kind(scene: Scene, phrase: Phrase) -> str | None:
    """Return the kind of a body that a phrase names, None for one without a name."""
    if not phrase.name or phrase.kind != "organization":
        return None
    hit = scene.body_at.get(phrase.head)
    return hit.body.kind if hit else _kind_of_words(set(phrase.name))


def _named_kinds(scene: Scene, entity: Entity) -> set[str]:
    known = {scene.body_at[h].body.kind for h in entity.heads if h in scene.body_at}
    return known or {_kind_of_words({word for name in entity.names for word in name})}


def _plain_kind(entity: Entity) -> str | None:
    """Return the kind that a description tells by its noun, or by the word before it ("*monitoring* group")."""
    told = next((head_kinds()[role] for role in sorted(entity.roles) if head_kinds().get(role) in _INTRODUCED), None)
    return told or next(
        (kind for word in sorted(entity.modifiers) if (kind := _kind_of_words({word})) in _INTRODUCED), None
    )


def _kind_of_words(words: set[str]) -> str:
    return next((row["kind"] for row in read_toml("source_roles")["bodies"] if words & set(row["words"])), "unknown")


@rule("reference.goes_on")
def goes_on(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """The person called "the teacher" or the like here for the first time is the only one the sentence before told of."""
    is_plain = phrase.kind == "person" and not phrase.name and phrase.is_definite and scene.is_subject(phrase.head)
    if not is_plain or scene.tree.children(phrase.head, "appos", "nmod", "acl"):
        return None
    near = [e for e in entities if e.kind == "person" and e.acted is not None and sentence - e.acted == 1]
    fit = [e for e in near if e.names and not e.roles and not (e.sex and phrase.sex and e.sex != phrase.sex)]
    return fit[0] if len(near) == 1 and fit else None


def _describes(scene: Scene, entity: Entity, kinds: frozenset[str]) -> bool:
    """Tell whether a body is of one of the kinds that a general noun can describe."""
    known = {scene.body_at[h].body.kind for h in entity.heads if h in scene.body_at}
    if known:
        return bool(known & kinds)
    if entity.roles & _MEDIA and not entity.names:
        return bool({"state_media", "outlet", "agency"} & kinds)
    if "armed_group" in kinds and any(len(n) == 1 and n[0] in scene.owners_of_men for n in entity.names):
        return True
    return _kind_of_words({word for name in entity.names for word in name} | entity.roles) in kinds


def _tells_of_men(scene: Scene, entity: Entity, sentence: int) -> bool:
    """Tell whether a sentence tells of those who fight for somebody by the name in capitals before them."""
    return any(len(name) == 1 and sentence in scene.owners_of_men.get(name[0], ()) for name in entity.names)


def _same_kind(entity: Entity, phrase: Phrase) -> bool:
    return entity.kind == phrase.kind or {entity.kind, phrase.kind or ""} == {"organization", "group"}


def _ends_in(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return len(part) < len(name) and name[-len(part) :] == part


def _holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    rest = iter(name)
    return all(word in rest for word in words)


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name if word not in {"of", "for", "the", "and"})


NOUN_RULES: tuple[tuple[str, Rule], ...] = (
    ("reference.same_body", same_body),
    ("reference.same_name", same_name),
    ("reference.surname", surname),
    ("reference.abbreviation", abbreviation),
    ("reference.short_name", short_name),
    ("reference.full_name", full_name),
    ("reference.introduced", introduced),
    ("reference.same_description", same_description),
    ("reference.doer", doer),
    ("reference.description", description),
    ("reference.goes_on", goes_on),
)

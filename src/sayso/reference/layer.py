"""Whom and what does a document speak of more than once?"""

from collections.abc import Iterator, Mapping

from sayso.model.claims import Layers
from sayso.model.derivations import name_rule
from sayso.model.mentions import Referent
from sayso.reference.entities import Entity
from sayso.reference.links import link
from sayso.reference.phrase_runs import Phrase, role_table
from sayso.reference.phrases import find_phrases
from sayso.reference.places import find_places
from sayso.reference.scenes import Scene

FIRST = name_rule("reference.first", "The first words of the text for it.")
APPOSED = name_rule(
    "reference.apposed",
    'It stands right beside the name: after a comma, in brackets, or at once ("X, head of Y", "X (Z)", "activist group the X").',
)


_BESIDE = 12
_OF_OFFICE = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"})


def find_referents(layers: Layers) -> tuple[Referent, ...]:
    """Return persons, bodies, groups and places with all their mentions, in the order of their first words.

    Each mention joined by the rule named beside it. What no rule decides stays alone and is left out.
    """
    scene = Scene(layers)
    people = [_referent(scene, entity) for entity in _read(scene) if len(entity.mentions) > 1]
    found = [*people, *find_places(scene)]
    return tuple(sorted(found, key=lambda referent: referent.mentions[0]))


def _read(scene: Scene) -> list[Entity]:
    entities: list[Entity] = []
    by_token: dict[int, Entity] = {}
    for phrase in find_phrases(scene):
        sentence = scene.tree.sentence(phrase.head)
        entity = _join(scene, phrase, sentence, by_token) or _place(scene, phrase, sentence, entities)
        if entity is None:
            continue
        by_token |= {phrase.head: entity, phrase.run[1] - 1: entity}
        if scene.says(phrase.head, phrase.run[1]) or _speaks_through(scene, phrase.head):
            entity.spoke = sentence
        if scene.is_subject(phrase.head):
            entity.acted = sentence
    return entities


def _speaks_through(scene: Scene, token: int) -> bool:
    """Tell whether it is the owner of a text that is the subject ("the agency's report says")."""
    head = scene.parse.heads[token]
    return (
        scene.tree.is_relation(token, "nmod:poss")
        and scene.lemma(head) in role_table("documents")
        and scene.is_subject(head)
    )


def _join(scene: Scene, phrase: Phrase, sentence: int, by_token: Mapping[int, Entity]) -> Entity | None:
    """Return the entity that a phrase stands beside, in apposition or in brackets; two known names stay apart."""
    if phrase.is_pronoun:
        return None
    is_bracketed = scene.parse.words[phrase.run[0] - 1] == "(" and bool(phrase.name)
    before = phrase.run[0] - 2 if is_bracketed else scene.parse.heads[phrase.head]
    is_apposed = scene.tree.is_relation(phrase.head, "appos") and 0 < phrase.head - before < _BESIDE
    beside = (
        _described_before(scene, phrase, by_token)
        or _named_at_once(phrase, by_token)
        or _described_at_once(scene, phrase, by_token)
    )
    entity = by_token.get(before) if is_bracketed or is_apposed else None
    if entity is None or (phrase.kind == "person" and phrase.name and entity.kind != "person" and not is_bracketed):
        entity = None if is_bracketed else beside
    if entity is None or (phrase.key and entity.keys and phrase.key not in entity.keys):
        return None
    entity.add(phrase, APPOSED, sentence)
    return entity


def _described_before(scene: Scene, phrase: Phrase, by_token: Mapping[int, Entity]) -> Entity | None:
    """Return the person whose office a comma parts from the name ("the prefect of Belgor, *Mira Holt*, said")."""
    first, last = phrase.run
    is_name = phrase.kind == "person" and len(phrase.name) > 1 and scene.word(first - 1) == ","
    if not is_name or last >= len(scene.parse) or not (scene.is_mark(last) or scene.is_saying(last)):
        return None
    low = max(first - _BESIDE, scene.parse.sentences[scene.tree.sentence(first)][0])
    for token in range(first - 2, low - 1, -1):
        entity = by_token.get(token)
        if entity is not None and entity.kind == "person" and entity.heads[-1] == token:
            return None if entity.names else entity
        if scene.parse.universal[token] not in _OF_OFFICE:
            return None
    return None


def _named_at_once(phrase: Phrase, by_token: Mapping[int, Entity]) -> Entity | None:
    """Return the body that is described and then named without a comma: "activist group the Harbour Monitor"."""
    described = by_token.get(phrase.run[0] - 1)
    is_name = phrase.kind == "organization" and phrase.is_definite and bool(phrase.name)
    return (
        described
        if is_name and described is not None and described.kind == "organization" and not described.names
        else None
    )


def _described_at_once(scene: Scene, phrase: Phrase, by_token: Mapping[int, Entity]) -> Entity | None:
    """Return the body that is named and then described, a comma lost: "the Harbour Monitor *an activist group*"."""
    named = by_token.get(phrase.run[0] - 1)
    is_description = phrase.kind == "organization" and not phrase.name and scene.word(phrase.run[0]) in {"a", "an"}
    is_body = named is not None and named.kind in {"organization", "group"} and bool(named.names)
    return named if is_description and is_body else None


def _place(scene: Scene, phrase: Phrase, sentence: int, entities: list[Entity]) -> Entity | None:
    """Return the entity that a phrase means: one spoken of before, or a new one."""
    found = link(scene, phrase, sentence, entities)
    if found is not None:
        found[0].add(phrase, found[1], sentence)
        return found[0]
    if phrase.is_pronoun or phrase.kind is None:
        return None
    entity = Entity(kind=phrase.kind)
    entity.add(phrase, FIRST, sentence)
    entities.append(entity)
    return entity


def _referent(scene: Scene, entity: Entity) -> Referent:
    kind = "organization" if entity.kind == "source" else entity.kind
    return Referent(name=_name(scene, entity), kind=kind, mentions=tuple(entity.mentions), links=tuple(entity.links))


def _name(scene: Scene, entity: Entity) -> str:
    """Return the fullest name: that of the table of sources, else the longest, else the first description."""
    known = next((key.removeprefix("body:") for key in sorted(entity.keys) if key.startswith("body:")), None)
    if known:
        return known
    longest = max(_proper_names(scene, entity), key=len, default=None)
    return longest or scene.text(_without_article(scene, entity.mentions[0]))


def _proper_names(scene: Scene, entity: Entity) -> Iterator[str]:
    for (first, last), head in zip(entity.mentions, entity.heads, strict=True):
        names = set(entity.names)
        for start in (t for t in range(first, last) if scene.parse.universal[t] != "DET"):
            words = tuple(
                scene.word(t)
                for t in range(start, last)
                if not scene.is_mark(t) and scene.word(t) not in {"the", "'s", "’s"}
            )
            if words in names and head >= start:
                yield scene.text((start, last))
                break


def _without_article(scene: Scene, run: tuple[int, int]) -> tuple[int, int]:
    first, last = run
    while first < last - 1 and scene.parse.universal[first] == "DET":
        first += 1
    return first, last

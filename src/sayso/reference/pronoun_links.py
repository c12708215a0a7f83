"""By which rule does a pronoun mean somebody spoken of before?"""

from collections.abc import Sequence

from sayso.model.derivations import rule
from sayso.reference.entities import Entity
from sayso.reference.noun_links import Rule
from sayso.reference.phrase_runs import Phrase, pronouns, role_table
from sayso.reference.scenes import Scene

_NEAR = 2
_ONE_PERSON = frozenset({"he", "she"})


@rule("reference.speaker")
def speaker(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """Before "said" or its like, "he", "she", "it" or "they" is who last spoke, in this sentence or the two before it.

    "They" are people rather than a body where both are near, also people who only acted in the sentence before. Of two
    who did one thing together "he" may be either, so nobody is named.
    """
    if not scene.says(phrase.head, phrase.run[1]) or phrase.head in scene.quoted:
        return None
    near = [e for e in entities if _agrees(e, phrase) and _is_near(scene, e, phrase, sentence)]
    kinds = pronouns()[phrase.role or ""]["kinds"]
    order = kinds if isinstance(kinds, list) else []
    told_of = _told_of_just_before(scene, phrase, sentence, entities) or _asked_just_before(
        scene, phrase, sentence, entities
    )
    if told_of is not None:
        return told_of
    if _are_two(scene, entities, phrase, sentence):
        return None
    return max(near, key=lambda e: (e.kind == order[0], _last_part(e), e.heads[-1]), default=None)


def _told_of_just_before(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """Return the only person whom the sentence before names, where nobody speaks in it ("I found *X* at home. She said ...")."""
    if phrase.role not in _ONE_PERSON:
        return None
    near = [e for e in entities if e.kind == "person" and scene.distance(e.sentence, sentence) == 1]
    near = [e for e in near if not scene.tree.children(e.heads[-1], "cop")]
    last = [e for e in near if not any(_words_of(e) < _words_of(other) for other in near)]
    is_silent = all(e.spoke is None or scene.distance(e.spoke, sentence) != 1 for e in entities)
    is_known = len(last) == 1 and (bool(last[0].names) or scene.is_met(last[0].heads[-1]))
    is_one = is_known and is_silent and not _spoke_here(scene, entities, sentence)
    here = (
        e for e in entities if e.acted == sentence and e.kind == "person" and not _is_only_quoted(scene, e, sentence)
    )
    is_one = is_one and all(e is last[0] for e in here)
    return last[0] if is_one and _agrees(last[0], phrase) else None


def _asked_just_before(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """Return the people whom somebody in the sentence before spoke to or interviewed ("We spoke to *24 witnesses*. They said ...")."""
    if phrase.role != "they":
        return None
    near = (e for e in entities if e.kind == "group" and scene.distance(e.sentence, sentence) == 1)
    return next((e for e in near if scene.is_asked(e.heads[-1])), None)


def _are_two(scene: Scene, entities: Sequence[Entity], phrase: Phrase, sentence: int) -> bool:
    """Tell whether "he" or "she" could be either of two persons who did one thing together ("X *and* Y spoke. He said ...")."""
    near = (e for e in entities if e.kind == "person" and scene.distance(e.sentence, sentence) == 1)
    heads = {e.heads[-1] for e in near if _agrees(e, phrase)} if phrase.role in _ONE_PERSON else set()
    return any(scene.tree.is_relation(head, "conj") and scene.parse.heads[head] in heads - {head} for head in heads)


def _words_of(entity: Entity) -> set[str]:
    return {word for name in entity.names for word in name}


def _spoke_here(scene: Scene, entities: Sequence[Entity], sentence: int) -> bool:
    """Tell whether somebody has spoken in the sentence itself before."""
    return any(e.spoke is not None and scene.distance(e.spoke, sentence) == 0 for e in entities)


def _is_near(scene: Scene, entity: Entity, phrase: Phrase, sentence: int) -> bool:
    if entity.spoke is not None and scene.distance(entity.spoke, sentence) <= _NEAR:
        return True
    return phrase.role == "they" and entity.acted is not None and scene.distance(entity.acted, sentence) == 1


def _last_part(entity: Entity) -> int:
    return max(entity.spoke if entity.spoke is not None else -1, entity.acted if entity.acted is not None else -1)


@rule("reference.own_clause")
def own_clause(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """Inside what somebody is said to say, or in a text of his, "it", "they" and "he" are the speaker of the same sentence."""
    if phrase.head in scene.quoted or (
        not scene.is_subject(phrase.head) and not scene.tree.is_relation(phrase.head, "nmod:poss")
    ):
        return None
    sayers = {a for a in scene.tree.ancestors(phrase.head) if scene.is_saying(a)}
    subjects = {scene.tree.subject(a) for a in sayers} | _authors(scene, phrase.head)
    return next(
        (e for e in reversed(entities) if e.sentence == sentence and subjects & set(e.heads) and _is_meant(e, phrase)),
        None,
    )


def _authors(scene: Scene, token: int) -> set[int | None]:
    """Return who makes the text that a clause is about ("*the union* put out a paper in which it ...")."""
    line = (token, *scene.tree.ancestors(token))
    clauses = (a for a in line if scene.tree.is_relation(a, "acl:relcl"))
    texts = (scene.parse.heads[a] for a in clauses)
    return {
        scene.tree.subject(scene.parse.heads[text])
        for text in texts
        if scene.lemma(text) in role_table("documents") and scene.tree.is_relation(text, "obj")
    }


@rule("reference.subject")
def subject(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """It can only mean who was last told to do something, in this sentence or the one before."""
    if phrase.head in scene.quoted or _is_empty(scene, phrase) or _are_two(scene, entities, phrase, sentence):
        return None
    near = [e for e in entities if e.acted is not None and sentence - e.acted <= 1 and _is_meant(e, phrase)]
    near = [e for e in near if not _is_only_quoted(scene, e, sentence)]
    latest = max((e.acted or 0 for e in near), default=-1)
    best = [e for e in near if e.acted == latest]
    return best[0] if len(best) == 1 else None


@rule("reference.only_person")
def only_person(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> Entity | None:
    """This sentence and the one before name one person only, whom "he" or "she" then means; else the paragraph does."""
    if phrase.head in scene.quoted or phrase.role not in {"he", "she", "his", "her"}:
        return None
    persons = [e for e in entities if e.kind == "person" and not _is_only_quoted(scene, e, sentence)]
    near = [e for e in persons if scene.distance(e.sentence, sentence) <= 1 and _agrees(e, phrase)]
    if not near:
        inside = [e for e in persons if scene.parse.passages[e.sentence] == scene.parse.passages[sentence]]
        near = [e for e in inside if scene.distance(e.sentence, sentence) <= _NEAR and _agrees(e, phrase)]
    return near[0] if len(near) == 1 else None


def _is_only_quoted(scene: Scene, entity: Entity, sentence: int) -> bool:
    """Tell whether the words of somebody else name the entity in this sentence ('"*Ivo* is dead," he said'): no speaker is that."""
    return entity.sentence == sentence and entity.heads[-1] in scene.quoted


def _is_empty(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether "it" stands for nothing ("it is clear that", "it rains")."""
    if phrase.role != "it":
        return False
    head = scene.parse.heads[phrase.head]
    if scene.tree.is_relation(phrase.head, "expl"):
        return True
    return scene.parse.universal[head] in {"ADJ", "NOUN"} or (
        scene.tree.child(head, "csubj", "ccomp") is not None and not scene.is_saying(head)
    )


def _is_meant(entity: Entity, phrase: Phrase) -> bool:
    """Tell whether a pronoun agrees, "they" with several people only: a body could be, but so could anything."""
    is_plural = phrase.role in {"they", "them", "their"}
    return _agrees(entity, phrase) and (entity.kind == "group" or not is_plural)


def _agrees(entity: Entity, phrase: Phrase) -> bool:
    row = pronouns()[phrase.role or ""]
    kinds, sex = row["kinds"], row.get("sex")
    if entity.kind == "source" and sex == "m":
        return True
    if not isinstance(kinds, list) or entity.kind not in kinds:
        return entity.kind == "group" and phrase.role in {"it", "its"} and bool(entity.keys)
    # What only a name of one word is called that nothing brings in may be a land or a force: nobody says "he" of that.
    is_somebody = entity.kind != "person" or entity.is_brought_in
    return sex is None or (is_somebody and entity.sex in {None, sex})


PRONOUN_RULES: tuple[tuple[str, Rule], ...] = (
    ("reference.own_clause", own_clause),
    ("reference.speaker", speaker),
    ("reference.subject", subject),
    ("reference.only_person", only_person),
)

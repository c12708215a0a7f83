"""Whom does a mention mean, and by which rule?"""

from collections.abc import Sequence

from sayso.reference.entities import Entity
from sayso.reference.noun_links import NOUN_RULES
from sayso.reference.phrase_runs import Phrase
from sayso.reference.pronoun_links import PRONOUN_RULES
from sayso.reference.scenes import Scene


def link(scene: Scene, phrase: Phrase, sentence: int, entities: Sequence[Entity]) -> tuple[Entity, str] | None:
    """Return whom a phrase means, with the name of the rule; the first rule that finds somebody decides."""
    table = PRONOUN_RULES if phrase.is_pronoun else NOUN_RULES
    for name, find in table:
        found = find(scene, phrase, sentence, entities)
        if found is not None:
            return found, name
    return None

"""Which words that could be taken for granted does somebody tell all the same?"""

from sayso.claims.blame import find_blame
from sayso.claims.definites import is_definite
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.attributions import Attribution
from sayso.model.spans import Span, hull

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_RELATIVE = "acl:relcl"
# So much of what is said a phrase must be to be the whole of it, set by hand: a day or a "late" may stand outside it.
_WHOLE = 0.7


def is_told(scene: Scene, sighting: Sighting, item: Attribution | None) -> bool:
    """Tell whether somebody reports what his words could also take for granted; the outlet alone never does."""
    if item is None or _is_nobody(scene, item):
        return False
    return any(tells(scene, sighting, item) for tells in _TELLING)


def _is_nobody(scene: Scene, item: Attribution) -> bool:
    """Tell whether nobody says it: "*no party* owned up to the raid" takes the attack for granted."""
    span = item.chain[-1].span if item.chain else None
    return span is not None and span.read(scene.layers.document.text).casefold().startswith("no ")


def find_first_conjunct(scene: Scene, clause: int) -> int:
    """Return the verb that a verb without a subject of its own is joined to: "that killed nine and injured 200"."""
    while scene.tree.is_relation(clause, "conj") and scene.tree.child(clause, "nsubj", "csubj") is None:
        clause = scene.parse.heads[clause]
    return clause


def _is_sourced_harm(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a clause gives a number of dead or hurt for which a source is named with "according to".

    "The raid, in which 12 died according to medics": nobody takes a number for granted that he gives a
    source for.
    """
    if item.cue is None or not sighting.frame.by_means or sighting.is_adjective:
        return False
    is_according = item.cue.read(scene.layers.document.text).casefold().startswith("according")
    return is_according and any(t in scene.figure_at for t in scene.tree.subtree(sighting.clause))


def _is_all_that_is_said(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a noun phrase is the whole of what somebody says ("announced the capture of the town")."""
    if not sighting.is_nominal or _is_reacted_to(scene, sighting, item):
        return False
    phrase = scene.tree.span(scene.tree.subtree(sighting.token))
    if sighting.count is not None:
        phrase = hull((phrase, scene.parse.span(*sighting.count.run)))
    return any(
        phrase.shares(span) >= _WHOLE * span.length or _is_closed_by_phrases(scene, sighting.token, phrase, span)
        for span in item.content
    )


def _is_closed_by_phrases(scene: Scene, noun: int, phrase: Span, said: Span) -> bool:
    """Tell whether nothing but phrases that the parse hung on the verb follow a noun that is said ("confirmed *the strike* on Arva")."""
    if phrase.start != said.start or not scene.tree.is_relation(noun, "obj"):
        return False
    behind = [t for t in scene.tokens(said) if t > noun]
    return not any(scene.parse.universal[t] in {"VERB", "AUX", "PUNCT"} for t in behind)


def _is_listed(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a noun phrase is one of a list that somebody tells ("reported raids, *the looting of shops* and arrests").

    The first of the list opens what is said.
    """
    first = sighting.token
    while scene.tree.is_relation(first, "conj"):
        first = scene.parse.heads[first]
    is_later = sighting.is_nominal and first != sighting.token
    if item.cue is None or not is_later or _is_reacted_to(scene, sighting, item):
        return False
    opens = scene.parse.starts[min(scene.tree.subtree(first))]
    is_object = scene.tree.is_relation(first, "obj") and scene.parse.starts[scene.parse.heads[first]] >= item.cue.start
    return is_object and any(span.start == opens for span in item.content)


def _heads_what_is_said(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether the verb heads the clause that somebody says, though the parse hangs it on a noun.

    Its clause opens what is said, and no relative pronoun does ("told *our teams* that the men had fled").
    """
    if sighting.is_nominal or sighting.is_adjective:
        return False
    clause = find_first_conjunct(scene, sighting.clause)
    opens = min(t for t in scene.tree.subtree(clause) if not _is_that(scene, t, clause))
    start, end = scene.parse.starts[opens], scene.parse.ends[clause]
    return any(span.start <= start <= span.start + 1 and end <= span.end for span in item.content)


def _is_no_clause_of_its_noun(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether the parse hangs the clause on words outside of what is said, on the speaker above all.

    "*says the sheikh*, Adum Varn, 40 families *are sleeping* in the school": nothing about the sheikh is taken for granted.
    """
    if sighting.is_nominal or sighting.is_adjective:
        return False
    clause = find_first_conjunct(scene, sighting.clause)
    noun = scene.parse.heads[clause]
    inside = [t for t in scene.tree.subtree(clause) if t <= clause and scene.parse.universal[t] != "PUNCT"]
    is_cut = any(scene.parse.tags[t] in {"WDT", "WP", "WP$", "WRB"} for t in inside)
    return (
        scene.parse.relations[clause] == _RELATIVE
        and not is_cut
        and not _is_said(scene, noun, item)
        and all(_is_said(scene, t, item) for t in inside)
    )


def _is_said(scene: Scene, token: int, item: Attribution) -> bool:
    """Tell whether a word stands in what somebody says."""
    return any(span.start <= scene.parse.starts[token] < span.end for span in item.content)


def _is_sourced_inside(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a clause about a noun names its own source ("a depot *which the army said* had burnt")."""
    if sighting.is_nominal or sighting.is_adjective or item.cue is None:
        return False
    clause = find_first_conjunct(scene, sighting.clause)
    return scene.parse.relations[clause] == _RELATIVE and any(
        t in scene.tokens(item.cue) for t in scene.tree.subtree(clause)
    )


def _is_that(scene: Scene, token: int, clause: int) -> bool:
    """Tell whether a word is the "that" before a clause."""
    return scene.lemma(token) == "that" and scene.parse.heads[token] == clause and token < clause


def _counts_all_that_is_said(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a quality of those whose number somebody gives is what he tells of them ("counted *300 destroyed* houses")."""
    noun = scene.parse.heads[sighting.token]
    is_quality = (
        sighting.is_adjective and scene.tree.is_relation(sighting.token, "amod") and not is_definite(scene, noun)
    )
    if not is_quality or not any(t in scene.figure_at for t in scene.tree.children(noun, "nummod")):
        return False
    phrase = scene.tree.span(scene.tree.subtree(noun))
    return any(phrase.shares(span) >= _WHOLE * span.length for span in item.content)


def _is_of_something_new(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a quality is that of a thing somebody only brings in as a deed's means ("made by *an air-dropped* bomb")."""
    noun = scene.parse.heads[sighting.token]
    is_quality = sighting.is_adjective and scene.tree.is_relation(sighting.token, "amod")
    is_means = is_quality and scene.tree.is_relation(noun, "obl:agent") and scene.tree.child(noun, "det") is not None
    return is_means and not is_definite(scene, noun) and _is_said(scene, noun, item)


def _is_laid_to_somebody(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether somebody says who did what is known to have been done ("blamed the attack on rebels")."""
    blame = find_blame(scene, sighting.token) if sighting.is_nominal else None
    return blame is not None and item.cue is not None and blame[0] in scene.tokens(item.cue)


def _is_reacted_to(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether somebody only judges what is known ("condemned *the attack*", "called *the retreat* a trick")."""
    return item.cue_lemma in words("reacting") | words("labelling") and is_definite(scene, sighting.token)


def _is_passive(scene: Scene, sighting: Sighting, _: Attribution) -> bool:
    """Tell whether what looks like a quality is done to its subject ("no prisoner *was ill-treated*")."""
    own = scene.tree.child(sighting.token, *_SUBJECTS) or scene.tree.child(sighting.clause, *_SUBJECTS)
    return (
        sighting.is_adjective and own is not None and scene.tree.child(sighting.clause, "aux", "aux:pass") is not None
    )


def _is_new(scene: Scene, sighting: Sighting, item: Attribution) -> bool:
    """Tell whether a clause about a noun brings in something new.

    It is about what is only being brought in ("dismantled *mines which rebels had laid*"), or a comma sets it at the
    end of what is said ("had thrown back the men, *who left 30 dead*").
    """
    clause = find_first_conjunct(scene, sighting.clause)
    if sighting.is_nominal or sighting.is_adjective or scene.parse.relations[clause] != _RELATIVE:
        return False
    noun = scene.parse.heads[clause]
    if scene.parse.universal[noun] == "NOUN" and not is_definite(scene, noun):
        return True
    inside = [t for t in scene.tree.subtree(clause) if scene.parse.universal[t] != "PUNCT"]
    if not inside or not min(inside):
        return False
    ends = scene.parse.ends[max(inside)]
    return scene.parse.words[min(inside) - 1] == "," and any(
        ends >= span.end - 1 >= span.start for span in item.content[-1:]
    )


def _is_in_step(scene: Scene, sighting: Sighting, _: Attribution) -> bool:
    """Tell whether a clause of time tells on: "when" behind its main clause, "after" without a subject of its own.

    "The rescue failed *when buses came under fire*"; "took the town *after clearing the last hideouts*".
    """
    clause = find_first_conjunct(scene, sighting.clause)
    if sighting.is_nominal or sighting.is_adjective or not scene.parse.relations[clause].startswith("advcl"):
        return False
    marks = {scene.lemma(c) for c in scene.tree.children(clause, "mark", "case", "advmod")}
    if "when" in marks:
        return scene.parse.heads[clause] < clause
    return "after" in marks and scene.parse.tags[clause] == "VBG" and scene.tree.child(clause, *_SUBJECTS) is None


_TELLING = (
    _is_all_that_is_said,
    _counts_all_that_is_said,
    _is_of_something_new,
    _is_listed,
    _is_laid_to_somebody,
    _is_sourced_harm,
    _heads_what_is_said,
    _is_no_clause_of_its_noun,
    _is_sourced_inside,
    _is_passive,
    _is_new,
    _is_in_step,
)

"""Which words of a document report something? All sightings of the frame table."""

from collections.abc import Iterator

from sayso.claims.conditions import fits
from sayso.claims.frames import Entry, Frame, Frames, load_frames
from sayso.claims.modes import is_put_off
from sayso.claims.roles import LIGHT, VERBAL, Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_toml
from sayso.text.trees import is_left_aside

PREDICATES = VERBAL | {"ADJ"}
NOUN_TAGS = frozenset({"NOUN", "PROPN"})
OTHER_CLAUSES = ("conj", "parataxis", "ccomp")
COMPLEMENTS = ("obj", "xcomp", "ccomp", "obl", "advcl")
REACH = 4
PARTICLES = words("particles")
PLAYING, COMPLETING, COMPLETED = words("playing"), words("completing"), words("completed")
PAST_FORMS: dict[str, str] = read_toml("lemmas")["verb"]
GAPPING, TAKING = words("gapping"), words("gapping_taken")
SCENE_SETTING = frozenset({"after", "before", "since", "during", "following", "amid", "despite"})
LIFTING = ("obj", "nsubj", "obl", "xcomp", "csubj")


def find_sightings(scene: Scene) -> Iterator[Sighting]:
    """Yield every word that a row of the frame table reads, in reading order; the first row that fits decides.

    Words inside the names of people and bodies are passed over; a headline's capitals hide verbs as names,
    so a name-like root is also read as a verb.
    """
    frames = load_frames()
    for token, universal in enumerate(scene.parse.universal):
        found = None
        if universal in PREDICATES:
            found = (
                _see_verb(scene, token, frames)
                or _see_gerund(scene, token, frames)
                or _see_left_out(scene, token, frames)
            )
        elif universal in NOUN_TAGS and not scene.is_in_name(token) and not _is_month(scene, token):
            found = _see_noun(scene, token, frames) or _see_headline_verb(scene, token, frames)
        if found is None:
            found = _see_gap(scene, token, frames) or _see_left_aside(scene, token, frames)
        if found is not None:
            yield found


def _is_month(scene: Scene, token: int) -> bool:
    """Tell whether a name is part of a date: "those who fled in March"."""
    return scene.parse.universal[token] == "PROPN" and token in scene.date_tokens


def _see_verb(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    table = frames.adjectives if _is_plain_adjective(scene, token) else frames.verbs
    entries = next((table[stem] for stem in _stems(scene, token) if stem in table), ())
    if not entries or _is_going_on(scene, token) or _only_takes_place(scene, token):
        return None
    clause = _clause_of(scene, token)
    frame = None if clause is None else _first_fit(scene, entries, Roles(scene, token, clause))
    if frame is None or clause is None or _only_names_people(scene, token):
        return None
    is_adjective = scene.tree.is_relation(token, "amod") and scene.parse.tags[token] in {"VBN", "JJ"}
    return Sighting(token=token, clause=clause, frame=frame, is_adjective=is_adjective or _is_joined(scene, token))


def _clause_of(scene: Scene, token: int) -> int | None:
    """Return the head of a verb's clause: of "be" what is said with it, of a mere auxiliary nothing."""
    if scene.tree.is_relation(token, "cop"):
        return scene.parse.heads[token]
    is_mere = scene.parse.universal[token] == "AUX" and scene.tree.is_relation(token, "aux")
    return None if is_mere else token


def _is_plain_adjective(scene: Scene, token: int) -> bool:
    """Tell whether a word is an adjective and no participle ("dead", "homeless"; not "besieged")."""
    is_participle = scene.parse.tags[token] == "VBN" or scene.parse.words[token].casefold().endswith(("ed", "en", "wn"))
    return scene.parse.universal[token] == "ADJ" and not is_participle


def _only_names_people(scene: Scene, token: int) -> bool:
    """Tell whether a participle only says who is meant: "those killed"."""
    head = scene.parse.heads[token]
    return scene.tree.is_relation(token, "acl") and scene.parse.universal[head] in {"PRON", "DET"}


def _stems(scene: Scene, token: int) -> tuple[str, ...]:
    """Return what a verb may be looked up by: its lemma, itself, and itself cut back, as lemmas are not always right."""
    lemma, word, *_ = scene.forms(token)
    if word.endswith("ed") and lemma == word[:-1] and len(_cut_back(word[:-2])) == 1:
        return lemma, word  # "Spared" is of "spare", not of "spar".
    if word.endswith("ed"):
        return (lemma, word, word[:-1], *_cut_back(word[:-2]))
    return (lemma, word, *_cut_back(word[:-3]), word[:-3] + "e") if word.endswith("ing") else (lemma, word)


def _cut_back(stem: str) -> tuple[str, ...]:
    """Return a stem, and without the consonant that its ending doubles ("gutt" of "gutted")."""
    is_doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeious"
    return (stem, stem[:-1]) if is_doubled else (stem,)


def _is_going_on(scene: Scene, token: int) -> bool:
    """Tell whether a participle only describes who acts ("advancing troops")."""
    return scene.tree.is_relation(token, "amod", "compound") and scene.parse.tags[token] == "VBG"


def _only_takes_place(scene: Scene, token: int) -> bool:
    """Tell whether a verb only says that something came about: "engagements *took* place over the day"."""
    obj = scene.tree.child(token, "obj")
    is_bare = obj == token + 1 and scene.tree.child(obj, "det", "amod", "nmod") is None
    return is_bare and scene.lemma(token) == "take" and scene.lemma(token + 1) == "place"


def _see_gerund(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    """Return a sighting of a verb or adjective that stands for a noun ("fighting went on", "among the dead")."""
    is_gerund = scene.parse.tags[token] == "VBG" and scene.tree.is_relation(
        token, "nsubj", "csubj", "obj", "obl", "nmod"
    )
    is_named = scene.parse.universal[token] == "ADJ" or scene.parse.tags[token] in {"VB", "VBP"}
    is_noun = is_named and scene.tree.child(token, "det") is not None
    return _see_noun(scene, token, frames) if is_gerund or is_noun else None


def _see_left_out(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    """Return a sighting of an auxiliary that stands for the verb before it: "Selmar has fallen, but Tarnova has not"."""
    head = scene.parse.heads[token]
    stands_alone = scene.parse.universal[token] == "AUX" and scene.tree.is_relation(token, "conj")
    if (
        not stands_alone
        or scene.tree.child(token, "nsubj") is None
        or scene.tree.child(token, *COMPLEMENTS) is not None
    ):
        return None
    entries = next((frames.verbs[stem] for stem in _stems(scene, head) if stem in frames.verbs), ())
    frame = _first_fit(scene, entries, Roles(scene, token, token))
    return None if frame is None else Sighting(token=token, clause=token, frame=frame)


def _see_gap(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    """Return a sighting of a party whose verb stands before another one ("rebels hold the north and *the army* the south")."""
    verb = scene.parse.heads[token]
    if token not in scene.actor_at or not scene.tree.is_relation(token, "conj") or scene.lemma(verb) not in GAPPING:
        return None
    if scene.tree.child(token, "obj", "obl") is None or scene.parse.universal[verb] != "VERB":
        return None
    entries = frames.nouns["<taking>" if scene.lemma(verb) in TAKING else "<holding>"]
    return Sighting(token=token, clause=token, frame=entries[0].frame)


def _see_left_aside(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    """Return a sighting of what a verb was not done to, set against what it was: "we send flour, *not rockets*"."""
    if scene.parse.universal[token] not in NOUN_TAGS or not is_left_aside(scene.tree, token):
        return None
    verb = next((t for t in scene.tree.ancestors(token) if scene.parse.universal[t] in VERBAL), None)
    if verb is None or scene.tree.is_negated(verb):
        return None
    entries = next((frames.verbs[stem] for stem in _stems(scene, verb) if stem in frames.verbs), ())
    roles = Roles(scene, verb, verb, aside=token)
    role = scene.tree.case(token) or "object"
    frame = _first_fit(scene, entries, roles) if token in roles.fill(role) else None
    return None if frame is None else Sighting(token=token, clause=token, frame=frame)


def _is_joined(scene: Scene, token: int) -> bool:
    """Tell whether a participle is joined to a noun by a hyphen and qualifies what follows ("rebel-held areas")."""
    return token > 1 and scene.parse.words[token - 1] in {"-", "‑"} and scene.parse.tags[token] in {"VBN", "VBD", "JJ"}


def _see_noun(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    entries = next((frames.nouns[form] for form in scene.forms(token) if form in frames.nouns), ())
    if scene.parse.heads[token] == token:
        entries += tuple(e for name in sorted(scene.classes(token)) for e in frames.nouns.get(f"<{name}>", ()))
    if not entries or scene.tree.is_relation(token, "compound"):
        return None
    clause = _lift(scene, token)
    frame = _first_fit(scene, entries, Roles(scene, token, clause))
    if frame is None:
        return None
    has_subject = clause == token and scene.tree.child(token, "nsubj") is not None
    return Sighting(token=token, clause=clause, frame=frame, is_nominal=clause == token and not has_subject)


def _lift(scene: Scene, token: int) -> int:
    """Return the verb that an event noun completes, else the noun itself.

    That is a light verb ("launched an offensive"), one that says little without it ("came under artillery fire"),
    one that puts off what it names ("talks were cancelled"), or one with somebody who is used "as" something.
    """
    head = scene.parse.heads[token]
    is_as = scene.tree.case(token) == "as" and scene.tree.is_relation(token, "nmod")
    if is_as and scene.tree.is_relation(head, "obj", "nsubj"):
        head = scene.parse.heads[head]
    elif not scene.tree.is_relation(token, *LIFTING) or _stands_beside(scene, token) or _sets_scene(scene, token):
        return token
    if scene.parse.universal[head] not in VERBAL:
        return token
    is_told = scene.lemma(head) in LIGHT or _completes(scene, token, head) or is_put_off(scene, token)
    return head if is_told else token


def _stands_beside(scene: Scene, token: int) -> bool:
    """Tell whether a noun names what went on beside a deed: "pressed on towards the town, with clashes at the market"."""
    case = scene.tree.child(token, "case")
    return case is not None and case > 0 and scene.lemma(case) == "with" and scene.parse.words[case - 1] == ","


def _sets_scene(scene: Scene, token: int) -> bool:
    """Tell whether a phrase only says when something is: "(not seen) *after an air strike*"."""
    return scene.tree.case(token) in SCENE_SETTING


def _completes(scene: Scene, token: int, verb: int) -> bool:
    """Tell whether a verb says little without the phrase that an event noun stands in."""
    case = scene.tree.case(token)
    if case == "as":
        is_used = scene.lemma(verb) in PLAYING or scene.tree.child(verb, "obj", "nsubj:pass") is not None
        return is_used and verb not in scene.cue_at
    return case in COMPLETING and scene.lemma(verb) in COMPLETED and scene.tree.is_relation(token, "obl")


def _see_headline_verb(scene: Scene, token: int, frames: Frames) -> Sighting | None:
    """Return a sighting of a verb that a headline's capitals made look like a name, or that is a rare past form.

    A name with an article, or that somebody is said to be, stays a name ("it was the Rally of the North").
    """
    if scene.tree.child(token, "obj", "nsubj") is None:
        return None
    if scene.parse.words[token][:1].isupper() and scene.tree.child(token, "cop", "det") is not None:
        return None
    past = PAST_FORMS.get(scene.parse.words[token].casefold(), "")
    entries = next((frames.verbs[form] for form in (*scene.forms(token), past) if form in frames.verbs), ())
    frame = _first_fit(scene, entries, Roles(scene, token, token, is_verb=True))
    return None if frame is None else Sighting(token=token, clause=token, frame=frame)


def _first_fit(scene: Scene, entries: tuple[Entry, ...], roles: Roles) -> Frame | None:
    near = _find_beside(scene, roles) if any(entry.beside for entry in entries) else frozenset()
    return next((e.frame for e in entries if near.issuperset(e.beside) and fits(e.frame, roles)), None)


def _find_beside(scene: Scene, roles: Roles) -> frozenset[str]:
    """Return the words that depend on a word, or mark one of its phrases: those by which an entry can be completed."""
    if not roles.is_verb:
        before = list(_words_before(scene, roles.token))
        return frozenset(word for t in before for word in (scene.lemma(t), *_hyphenated(scene, t)))
    own = [c for c in scene.tree.children(roles.clause) if not _is_clause_beside(scene, c)]
    words_of_own = {word for child in own for word in _words_beside(scene, child)}
    if scene.tree.is_relation(roles.token, "cop"):
        words_of_own |= set(scene.forms(roles.clause))  # "The battle is *over*."
    return frozenset(words_of_own | _particle_behind(scene, roles.clause))


def _is_clause_beside(scene: Scene, child: int) -> bool:
    """Tell whether a dependent is a clause of its own: "took place *where they held sway*" is no "took hold"."""
    is_beside = scene.tree.is_relation(child, "advcl") and scene.tree.child(child, "nsubj") is not None
    return is_beside or scene.tree.is_relation(child, *OTHER_CLAUSES)


def _hyphenated(scene: Scene, token: int) -> tuple[str, ...]:
    """Return the whole word that a token ends, whose hyphens the model cuts: "small-arms", "hand-to-hand"."""
    words, first = scene.parse.words, token
    while first > 1 and words[first - 1] == "-" and scene.parse.ends[first - 2] == scene.parse.starts[first - 1]:
        first -= 2
    return ("".join(words[first : token + 1]).casefold(),) if first < token else ()


def _particle_behind(scene: Scene, verb: int) -> set[str]:
    """Return the particle right behind a verb, which parsers hang on the number after it ("beat back four assaults")."""
    behind = verb + 1
    if behind >= len(scene.parse) or scene.parse.tags[behind] not in {"RB", "RP"}:
        return set()
    is_of_number = scene.parse.universal[scene.parse.heads[behind]] == "NUM" and scene.lemma(behind) in PARTICLES
    return {scene.lemma(behind)} if is_of_number else set()


def _words_before(scene: Scene, noun: int) -> Iterator[int]:
    """Yield the few words before a noun that may belong to its name: "arms shipment", "exchange of fire"."""
    first, _ = scene.parse.sentences[scene.tree.sentence(noun)]
    for token in range(noun - 1, max(first, noun - REACH) - 1, -1):
        is_own = scene.parse.heads[token] == noun or scene.parse.words[token] == "-"
        if scene.parse.universal[token] in {"VERB", "AUX", "PUNCT"} and not is_own:
            return
        yield token


def _words_beside(scene: Scene, child: int) -> Iterator[str]:
    """Yield the words by which a dependent can complete a verb: itself, what marks it, and what hangs on an object.

    "Accused the army of the raid": the phrase may be attached to the object instead of the verb.
    """
    yield from scene.forms(child)
    if child in scene.date_tokens:  # "Marched them off on 2 June" is no march on anything.
        return
    yield from (scene.lemma(c) for c in scene.tree.children(child, "case", "compound", "mark"))
    if scene.tree.is_relation(child, "obj", "iobj") or scene.parse.relations[child] == "nsubj:pass":
        for below in scene.tree.children(child, "nmod", "amod", "acl"):
            if scene.parse.relations[below] == "acl:relcl":  # "Took place where they held sway" is no "took hold".
                continue
            yield from scene.forms(below)
            yield from (scene.lemma(c) for c in scene.tree.children(below, "case", "mark"))

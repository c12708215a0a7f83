"""Which kind of claim is it? The kind of the row, as the means, the mode and the persons hit bend it."""

from collections.abc import Mapping

from sayso.claims.frames import Frame, load_frames
from sayso.claims.holdings import Holding, Mode
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.kinds import ClaimKind

DEED_MARKS = words("deed_marks")
CALLING, MANNERS = words("calling"), words("manners")
POINTING_BACK = frozenset({"it", "this", "that"})
NOT = frozenset({"not", "n't", "n’t"})
MEANS_ROLES = ("agent", "by", "in", "with", "during", "from", "to", "subject")
MEANS_CLASSES = (
    ("chemical", ClaimKind.VIOLENCE_AGAINST_CIVILIANS),
    ("aircraft", ClaimKind.AIR_STRIKE),
    ("ordnance", ClaimKind.SHELLING),
    ("explosive", ClaimKind.EXPLOSION),
)
EVENTS = frozenset(
    {
        ClaimKind.CLASH,
        ClaimKind.SHELLING,
        ClaimKind.AIR_STRIKE,
        ClaimKind.EXPLOSION,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
    }
)
ACTING = frozenset({"force", "people", "state", "person", "org", "place", "act", "pronoun"})
KEPT_WHEN_EXPECTED = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT})
# What somebody announces is reported as such; what is only meant to be done is a forecast.
KEPT_WHEN_ANNOUNCED = frozenset(
    {*KEPT_WHEN_EXPECTED, ClaimKind.AID, ClaimKind.EVACUATION, ClaimKind.POLITICS, ClaimKind.WITHDRAWAL}
)


def find_kind(scene: Scene, sighting: Sighting, holding: Holding, seen: Mapping[int, ClaimKind]) -> ClaimKind:
    """Return the kind of claim.

    A killing in one event takes the kind of that event or of its means; a figure of dead without either is a
    toll. `seen` are the kinds of the rows that the other words of the document fit. To try to take a place is an advance; what is only meant or expected is a forecast.
    """
    kind = sighting.frame.kind
    if sighting.frame.by_means or sighting.frame.by_attack:
        kind = _by_means(scene, sighting, seen)
    kept = KEPT_WHEN_ANNOUNCED if holding.mode is Mode.EXPECTED else KEPT_WHEN_EXPECTED
    if holding.mode in {Mode.INTENDED, Mode.EXPECTED} and kind not in kept:
        return ClaimKind.FORECAST
    if holding.mode is Mode.ATTEMPTED and kind is ClaimKind.CONTROL_CHANGE:
        return ClaimKind.ADVANCE
    return ClaimKind.CHARACTERISATION if _characterises(scene, sighting) else kind


def _characterises(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether words only say what an event was: it is called a "tactical retreat", or was not done "tactically".

    That the event took place nobody denies there.
    """
    token, clause = sighting.token, sighting.clause
    if sighting.frame.kind is ClaimKind.ADVANCE and _is_said_of_it(scene, token):
        return True
    if sighting.is_nominal and scene.tree.is_relation(token, "xcomp", "obl"):
        verb = scene.parse.heads[token]
        return scene.lemma(verb) in CALLING and scene.tree.child(verb, "obj") is not None and not scene.tree.case(token)
    adverbs = {scene.lemma(child) for child in scene.tree.children(clause, "advmod")}
    return bool(adverbs & MANNERS and adverbs & NOT)


def _is_said_of_it(scene: Scene, noun: int) -> bool:
    """Tell whether a noun only judges what was told before: "*it is* their greatest victory since the spring"."""
    subject = scene.tree.child(noun, "nsubj")
    is_pointing = subject is not None and scene.lemma(subject) in POINTING_BACK
    return is_pointing and scene.parse.universal[noun] == "NOUN" and scene.tree.child(noun, "cop") is not None


def _by_means(scene: Scene, sighting: Sighting, seen: Mapping[int, ClaimKind]) -> ClaimKind:
    roles = Roles(scene, sighting.token, sighting.clause)
    hit = {"subject", "agent"} if "subject" in sighting.frame.target else frozenset()  # "A jet came under fire."
    named = [token for role in MEANS_ROLES if role not in hit for token in roles.fill(role)]
    for other in scene.tree.children(sighting.clause, "conj"):
        named += [token for role in ("in", "by") for token in Roles(scene, other, other).fill(role)]
    for token in (*named, *find_deeds(scene, sighting.clause)):
        kind = find_kind_of_means(scene, token)
        if kind is ClaimKind.AIR_STRIKE and seen.get(token) is ClaimKind.CLASH:  # A raid by men on the ground.
            return _by_victim(scene, sighting, roles)
        if kind is not None:
            return kind
    # What another source says beside it ("while residents reported shelling") is no occasion of it.
    happening = (c for c in scene.tree.children(sighting.clause, "advcl") if c not in scene.cue_at)
    beside = (seen[c] for c in happening if seen.get(c) in EVENTS)
    occasion = next(beside, None) if sighting.frame.by_means else None
    # "Four women were killed when gunmen opened fire": fire on people without arms is no fight.
    if occasion is ClaimKind.CLASH and _is_soft(_victims(scene, roles)):
        return ClaimKind.VIOLENCE_AGAINST_CIVILIANS
    return occasion or _by_victim(scene, sighting, roles)


def find_deeds(scene: Scene, clause: int) -> tuple[int, ...]:
    """Return the verbal nouns in which something happens to somebody ("died in fighting near the port")."""
    return tuple(
        c
        for c in scene.tree.children(clause, "advcl")
        if scene.parse.tags[c] == "VBG" and any(scene.lemma(m) in DEED_MARKS for m in scene.tree.children(c, "mark"))
    )


def find_kind_of_means(scene: Scene, token: int) -> ClaimKind | None:
    """Return the kind of event that a word names or that a weapon makes it, None when it is no event."""
    classes = scene.classes(token)
    modifiers = {c for child in scene.tree.children(token, "compound", "amod") for c in scene.classes(child)}
    # "A missile from a helicopter" comes from the air.
    modifiers |= {c for child in scene.tree.children(token, "nmod") for c in _flown(scene, child)}
    for name, kind in MEANS_CLASSES:
        if name in classes or name in modifiers:
            return kind
    rows = load_frames().nouns.get(scene.lemma(token), ())
    return next(
        (row.frame.kind for row in rows if row.frame.kind in EVENTS and not row.beside and not _is_open(row.frame)),
        None,
    )


def _flown(scene: Scene, token: int) -> frozenset[str]:
    return scene.classes(token) & {"aircraft"} if scene.tree.case(token) == "from" else frozenset()


def _is_open(frame: Frame) -> bool:
    """Tell whether a row takes its kind from elsewhere ("the attack", "the dead"), or only from what it involves."""
    needs_more = any(filling.role == "involved" for need in frame.needs for filling in need)
    return frame.by_attack or frame.by_means or needs_more


def _victims(scene: Scene, roles: Roles) -> set[str]:
    """Return the classes of those who were hit."""
    return {c for role in ("object", "on", "against", "at") for token in roles.fill(role) for c in scene.classes(token)}


def _is_soft(victims: set[str]) -> bool:
    """Tell whether those hit are people without arms, or what is theirs."""
    return bool(victims & {"people", "civil"}) and "force" not in victims


def _is_shot(scene: Scene, roles: Roles) -> bool:
    """Tell whether what kills is somebody's shot: "a rubber bullet", "sniper fire"."""
    for token in roles.fill("agent"):
        beside = {c for child in scene.tree.children(token, "compound", "amod") for c in scene.classes(child)}
        if "weapon" in scene.classes(token) or (scene.lemma(token) == "fire" and beside & {"force", "weapon"}):
            return True
    return False


def _by_victim(scene: Scene, sighting: Sighting, roles: Roles) -> ClaimKind:
    """Return toll for a bare figure of dead, else by who was hit: fighters (clash) or others."""
    victims = _victims(scene, roles)
    agents = {c for token in roles.fill("agent") for c in scene.classes(token)}
    has_agent = bool(agents & ACTING) or (not agents and bool(roles.fill("agent"))) or _is_shot(scene, roles)
    if sighting.frame.kind is ClaimKind.TOLL:
        return ClaimKind.TOLL
    if sighting.frame.kind is ClaimKind.CLASH:
        return ClaimKind.VIOLENCE_AGAINST_CIVILIANS if _is_soft(victims) else ClaimKind.CLASH
    if not has_agent and ("figure" in victims or agents):
        return ClaimKind.TOLL
    # "Killed hundreds", but not "hundreds of farmers".
    bare = (t for t in roles.fill("object") if t in scene.figure_at and scene.tree.child(t, "nmod") is None)
    if any(bare) and any(_is_operation(scene, token) for token in roles.fill("agent")):
        return ClaimKind.TOLL
    return ClaimKind.CLASH if "force" in victims and "people" not in victims else ClaimKind.VIOLENCE_AGAINST_CIVILIANS


def _is_operation(scene: Scene, token: int) -> bool:
    """Tell whether a noun names what an army does as a whole ("an offensive that killed dozens"): whom it killed is not told."""
    token = scene.tree.antecedent(token) if scene.parse.tags[token] in {"WDT", "WP", "DT"} else token
    rows = load_frames().nouns.get(scene.lemma(token), ())
    return any(row.frame.kind is ClaimKind.ADVANCE and not row.beside for row in rows)

"""Which sightings become claims? One draft for each proposition, the widest words that carry it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.definites import is_definite
from sayso.claims.holdings import Holding, Mode
from sayso.claims.kinds import find_deeds, find_kind
from sayso.claims.modes import find_mode, find_noun_mode
from sayso.claims.quotes import Cutter, goes_with
from sayso.claims.roles import VERBAL, Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.claims.stances import is_hedged_noun
from sayso.claims.voices import Voice, hear
from sayso.lexicons import read_words
from sayso.model.kinds import Basis, ClaimKind
from sayso.model.spans import Span

SPOKEN = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT, ClaimKind.POLITICS, ClaimKind.PROTEST})
FARTHEST_RECALL = 10
COUNTERS = read_words("counting", "counters")
REMOTE = frozenset(
    {ClaimKind.AIR_STRIKE, ClaimKind.SHELLING, ClaimKind.EXPLOSION, ClaimKind.VIOLENCE_AGAINST_CIVILIANS}
)
OF_SPEAKERS = frozenset({ClaimKind.STRENGTH, ClaimKind.VIOLENCE_AGAINST_CIVILIANS, ClaimKind.DISPLACEMENT})
LONGEST_HEADING = 6
SAME_GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE, ClaimKind.ADVANCE})
JUDGED, RULES, FORBIDDING, SIGNS = words("judged_as"), words("rules"), words("forbidding"), words("signs")
CHARGING = words("charging_with")
PAGES = frozenset({"page", "pages", "p", "pp", "chapter", "section", "annex", "figure", "paragraph"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sighting with its mode, kind, voice and words; not yet a claim."""

    sighting: Sighting
    holding: Holding
    kind: ClaimKind
    voice: Voice
    run: tuple[int, int]
    span: Span


def draft_claims(scene: Scene, sightings: Sequence[Sighting]) -> list[Draft]:
    """Return the drafts of a document, in reading order, each proposition once."""
    cutter = Cutter(scene, sightings)
    drafts = [draft for sighting in sightings for draft in _draft(scene, sighting, cutter)]
    return list(_recall(scene, list(_select(scene, drafts))))


def _recall(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give "the attack" the kind of the attack that the text has just told of: a strike, a shelling, a bomb.

    Who is blamed, and the text does not say of what, is blamed for that attack; for nothing where none was told.
    """
    told: Draft | None = None
    hits: dict[str, Draft] = {}
    for draft in drafts:
        refers_back = draft.sighting.frame.by_attack and draft.kind is ClaimKind.CLASH
        is_charge = refers_back and draft.sighting.frame.is_act
        is_known = refers_back and is_definite(scene, draft.sighting.token)
        if is_charge and told is None:
            continue
        if told is not None and (is_charge or is_known or _is_of_air_strike(scene, draft, told)):
            # "The attack on the depot" is what hit the depot, not what was told of another thing since.
            meant = next((hits[lemma] for lemma in _name_hit(scene, draft) if lemma in hits), told)
            near = scene.tree.sentence(draft.sighting.token) - scene.tree.sentence(meant.sighting.token)
            yield replace(draft, kind=meant.kind) if near <= FARTHEST_RECALL else draft
            continue
        if draft.kind in REMOTE and not draft.sighting.is_adjective:
            told = draft
            hits.update(dict.fromkeys(_name_hit(scene, draft), draft))
        yield draft


def _name_hit(scene: Scene, draft: Draft) -> list[str]:
    """Return the nouns for what an attack hit ("the attack on *the depot*", "shells fired at *the depot*")."""
    roles = Roles(scene, draft.sighting.token, draft.sighting.clause)
    return [scene.lemma(token) for role in ("object", "on", "at", "against") for token in roles.fill(role)]


def _is_of_air_strike(scene: Scene, draft: Draft, told: Draft) -> bool:
    """Tell whether "the missiles" that hit or were fired are those of the air strike just told of."""
    if draft.kind is not ClaimKind.SHELLING or told.kind is not ClaimKind.AIR_STRIKE:
        return False
    return any(scene.lemma(t) == "missile" and is_definite(scene, t) for t in range(*draft.run))


def _draft(scene: Scene, sighting: Sighting, cutter: Cutter) -> Iterator[Draft]:
    if any(reports_nothing(scene, sighting) for reports_nothing in SILENT):
        return
    is_phrase = sighting.is_nominal or sighting.is_adjective
    holding = _plain(scene, sighting) if is_phrase else find_mode(scene, sighting.clause)
    if holding.mode is Mode.PURPOSE:
        return
    voice = hear(scene, sighting)
    # What is said of the subject itself ("two were reported dead") keeps it.
    speaks = voice.is_own_act and scene.tree.child(sighting.clause, "nsubj:pass") is None
    run = cutter.cut(sighting, holding.head, without_subject=speaks)
    kind = find_kind(scene, sighting, holding, cutter.frames)
    yield Draft(sighting=sighting, holding=holding, kind=kind, voice=voice, run=run, span=cutter.span(run))


def _plain(scene: Scene, sighting: Sighting) -> Holding:
    mode = Mode.ACTUAL if sighting.is_adjective else find_noun_mode(scene, sighting.token)
    return Holding(mode=mode, head=sighting.clause)


def _is_mere_label(_scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a participle only labels somebody ("the outlawed party"): that reports nothing."""
    return sighting.is_adjective and sighting.frame.kind in SPOKEN


def _is_left_out(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a deed is only said not to have gone with another: "took the post without firing a shot"."""
    is_aside = scene.tree.is_relation(sighting.clause, "advcl", "acl", "nmod", "obl")
    return is_aside and any(scene.lemma(c) == "without" for c in scene.tree.children(sighting.clause, "mark", "case"))


def _only_says(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the predicate is only the word of saying.

    Diplomacy and "claimed six lives" are reports themselves, and so is what somebody undergoes: "held by an armed group".
    """
    if sighting.frame.is_act or sighting.frame.by_means or scene.tree.passive_agent(sighting.token) is not None:
        return False
    return sighting.token in scene.cue_at and not _brings_about(scene, sighting)


def _brings_about(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the word of saying is itself the deed: "*declared* a curfew", "*agreed* to reopen the road"."""
    tree, verb = scene.tree, sighting.token
    if sighting.frame.kind is ClaimKind.AGREEMENT:
        return any(scene.parse.tags[m] == "TO" for c in tree.children(verb, "xcomp") for m in tree.children(c, "mark"))
    declared = tree.child(verb, "obj")
    is_only = declared is not None and tree.child(verb, "ccomp", "xcomp") is None
    is_deed = sighting.frame.kind in {ClaimKind.POLITICS, ClaimKind.VIOLENCE_AGAINST_CIVILIANS}
    return is_deed and is_only and not scene.is_quoted(declared or 0)


def _is_heading(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a noun stands in a heading that names matters ("Prisoners and missing people"): that reports nothing.

    Such a line of a few words joins two things by "and", has no verb and no full stop, and names no place, party, number or day.
    """
    if not sighting.is_nominal or sighting.count is not None:
        return False
    first, last = scene.parse.sentences[scene.tree.sentence(sighting.token)]
    line = range(first, last)
    is_open = scene.parse.universal[last - 1] != "PUNCT" and last - first <= LONGEST_HEADING
    is_list = any(scene.tree.is_relation(t, "cc") for t in line)
    return (
        is_open and is_list and not any(scene.parse.universal[t] in VERBAL or _names_something(scene, t) for t in line)
    )


def _names_something(scene: Scene, token: int) -> bool:
    is_told = token in scene.toponym_at or token in scene.actor_at or token in scene.figure_at
    return is_told or token in scene.time_tokens or scene.parse.universal[token] in {"PROPN", "NUM"}


def _names_speaker(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the words only say who speaks: "according to captured soldiers", "two inhabitants deny"."""
    if not (sighting.is_nominal or sighting.is_adjective) or sighting.frame.kind not in OF_SPEAKERS:
        return False
    noun = scene.parse.heads[sighting.token] if sighting.is_adjective else sighting.token
    return noun in scene.speakers and bool(scene.classes(noun) & {"people", "person", "force", "figure"})


def _asks_who_holds(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether words only ask who holds a place ("who controls the dam is unclear"): they say of nobody that he does."""
    if sighting.frame.kind is not ClaimKind.CONTROL_STATE or sighting.is_nominal or sighting.is_adjective:
        return False
    subject = scene.tree.child(sighting.clause, "nsubj")
    is_asking = subject is not None and scene.parse.tags[subject] == "WP" and scene.lemma(subject) == "who"
    return is_asking and scene.parse.relations[sighting.clause] != "acl:relcl"


def _is_judged(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether deeds of a sort are only judged: "attacks on journalists are *unacceptable*".

    So it is where reports of them are ("claims of gas attacks are not uncommon"). A place, a day or a number makes a deed of it.
    """
    noun, tree, tags = sighting.token, scene.tree, scene.parse.tags
    if not sighting.is_nominal or tags[noun] != "NNS" or tree.child(noun, "det", "nmod:poss", "nummod") is not None:
        return False
    inside = tree.subtree(noun)
    if any(t in scene.toponym_at or t in scene.time_tokens or t in scene.figure_at for t in inside):
        return False
    if _is_ruled_on(scene, noun):
        return True
    line = [noun, *tree.ancestors(noun)]
    subject = next((t for t in line if not tree.is_relation(t, "nmod", "compound")), noun)
    above = scene.parse.heads[subject]
    is_now = tags[above] in {"VBP", "VBZ"} or any(tags[t] in {"VBP", "VBZ"} for t in tree.children(above, "cop"))
    return tree.is_relation(subject, "nsubj") and is_now and scene.lemma(above) in JUDGED


def _is_ruled_on(scene: Scene, noun: int) -> bool:
    """Tell whether a rule of law speaks of deeds of a sort: "a resolution that condemned attacks on nurses"."""
    verb = scene.parse.heads[noun]
    if not scene.tree.is_relation(noun, "obj", "nsubj:pass") or scene.lemma(verb) not in FORBIDDING:
        return False
    speaker = scene.tree.subject(verb) if scene.tree.is_relation(noun, "obj") else scene.tree.passive_agent(verb)
    speaker = scene.tree.antecedent(speaker) if speaker is not None else None
    return speaker is not None and scene.lemma(speaker).casefold() in RULES


def _is_sign(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether something is only said to be a sign of something, at any time: "foaming at the mouth *is a symptom* of"."""
    tree, token = scene.tree, sighting.clause
    while scene.parse.heads[token] != token and (
        tree.is_relation(token, "conj", "acl", "nmod")
        or (tree.is_relation(token, "nsubj", "obj") and tree.is_relation(scene.parse.heads[token], "csubj"))
    ):
        token = scene.parse.heads[token]
    above = scene.parse.heads[token]
    is_said = tree.is_relation(token, "nsubj", "csubj") and scene.lemma(above) in SIGNS
    return is_said and any(scene.parse.tags[t] in {"VBP", "VBZ"} for t in tree.children(above, "cop"))


def _accuses_of_no_harm(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether somebody is accused of what is no attack: "accused them of operating out of a school"."""
    if sighting.frame.name != "blame" or scene.lemma(sighting.token) not in CHARGING:
        return False
    tree = scene.tree
    things = (sighting.token, *tree.children(sighting.token, "obj"))
    deeds = [t for thing in things for t in tree.children(thing, "acl", "advcl") if scene.parse.tags[t] == "VBG"]
    told = [t for deed in deeds for t in tree.subtree(deed)]
    return bool(deeds) and not any({"act", "event"} & scene.classes(t) for t in told)


def _only_refers(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a sentence only points to where something is discussed: "for their use of shields see page 19"."""
    first, last = scene.parse.sentences[scene.tree.sentence(sighting.token)]
    return any(
        scene.lemma(t) == "see"
        and scene.parse.words[t + 1].casefold() in PAGES
        and scene.parse.universal[t + 2] == "NUM"
        for t in range(first, last - 2)
    )


def _only_says_which_arms(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a participle only says which arms are meant ("the weapons *used*", "missiles *carrying* gas")."""
    tree, head = scene.tree, scene.parse.heads[sighting.token]
    if sighting.frame.name != "arms_object" or not tree.is_relation(sighting.token, "acl"):
        return False
    is_carried = scene.parse.tags[sighting.token] == "VBG" and "ordnance" in scene.classes(head)
    return is_carried or (scene.parse.tags[sighting.token] == "VBN" and scene.lemma(sighting.token) == "use")


SILENT = (
    _only_refers,
    _only_says_which_arms,
    _asks_who_holds,
    _only_says,
    _is_mere_label,
    _is_left_out,
    _is_heading,
    _names_speaker,
    _is_judged,
    _is_sign,
    _accuses_of_no_harm,
)


def _select(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    tokens = frozenset(d.sighting.token for d in drafts)
    for number, draft in enumerate(drafts):
        if _is_asked_for(draft, tokens) or _is_equated(scene, draft, tokens):
            continue
        near = [d for d in drafts[max(0, number - 8) : number + 9] if d is not draft]
        if not any(_takes_in(scene, other, draft) or _is_spelt_out(scene, draft, other) for other in near):
            yield draft


def _is_asked_for(draft: Draft, tokens: frozenset[int]) -> bool:
    """Tell whether a deed is only what another report asks for or aims at ("urged them to resume the talks").

    So is what a noun names as still to come ("the planned assault"): no report says that it took place.
    """
    return draft.holding.mode is Mode.INTENDED and draft.holding.head in tokens


def _is_equated(scene: Scene, draft: Draft, tokens: frozenset[int]) -> bool:
    """Tell whether a noun only says what another report amounts to ("the capture is a success")."""
    token = draft.sighting.token
    if scene.parse.universal[token] in VERBAL:  # "The talks are to resume".
        return False
    is_copular = scene.tree.child(token, "cop") is not None and scene.tree.child(token, "case") is None
    return is_copular and any(c in tokens for c in scene.tree.children(token, "nsubj"))


def _is_spelt_out(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Tell whether an accusation's words hold the deed itself ("accused the army of shelling the town")."""
    accuses = draft.sighting.frame.is_act and draft.kind is ClaimKind.VIOLENCE_AGAINST_CIVILIANS
    is_other = other.sighting.is_adjective or other.voice.item is not draft.voice.item
    return accuses and not is_other and scene.tree.is_below(other.sighting.token, draft.sighting.token)


def _takes_in(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether another draft already says what this one says.

    Two rows on one clause are one claim. An event noun inside a claim is its own only when it is of another
    kind, is doubted, or is taken for granted beside another predicate.
    """
    if wide.sighting.count is not None or draft.sighting.count is not None:
        return _counts_it(scene, wide, draft)
    is_one_clause = wide.sighting.clause == draft.sighting.clause and wide.sighting.token != draft.sighting.token
    return _ranks_before(wide, draft) if is_one_clause else _holds_it(scene, wide, draft)


def _holds_it(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether the words of another clause's report say in full what this one says."""
    if not wide.span.holds(draft.span) or (wide.span == draft.span and wide.sighting.token > draft.sighting.token):
        return False
    if wide.voice.item is not draft.voice.item and draft.voice.basis is not Basis.PRESUPPOSED:
        return False
    if draft.sighting.is_adjective:
        return False
    if draft.sighting.is_nominal:
        return _absorbs_noun(scene, wide, draft)
    return _is_inner_clause(scene, wide, draft)


def _counts_it(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether a count's words hold another report: a harm, or an event that only says in what it happened."""
    if draft.sighting.count is not None or wide.sighting.count is None or draft.sighting.is_adjective:
        return False
    if is_hedged_noun(scene, draft.sighting) or _is_event_of_toll(scene, wide, draft):
        return False
    is_inside = wide.span.holds(draft.span) and wide.voice.item is draft.voice.item
    return is_inside or (draft.sighting.frame.by_means and wide.span.holds(draft.span))


def _ranks_before(wide: Draft, draft: Draft) -> bool:
    """Prefer of two rows on one clause the one that is no bare killing, then the first."""
    ranks = [
        (d.sighting.frame.by_means or d.sighting.is_adjective, d.sighting.token != d.sighting.clause, d.sighting.token)
        for d in (wide, draft)
    ]
    return ranks[0] < ranks[1]


def _absorbs_noun(scene: Scene, wide: Draft, draft: Draft) -> bool:
    if is_hedged_noun(scene, draft.sighting) or _is_event_of_toll(scene, wide, draft):
        return False
    if wide.sighting.frame.by_means or wide.kind is draft.kind or _is_decided(scene, wide, draft):
        return True
    same_ground = wide.kind in SAME_GROUND and draft.kind in SAME_GROUND
    return same_ground or wide.sighting.is_nominal


def _is_decided(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether a noun names the fighting by which a place changed hands: "won the battle for the town" tells of none now."""
    is_object = scene.tree.is_relation(draft.sighting.token, "obj", "nsubj:pass")
    is_taking = wide.kind is ClaimKind.CONTROL_CHANGE and draft.kind is ClaimKind.CLASH
    return is_taking and is_object and scene.parse.heads[draft.sighting.token] == wide.sighting.token


def _is_event_of_toll(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether a noun names the event whose toll is told, and what it hit: "the toll of a raid on the port"."""
    token = draft.sighting.token
    if draft.kind not in REMOTE or not draft.sighting.is_nominal or scene.tree.case(token) not in {"of", "from", "in"}:
        return False
    hit = [c for c in scene.tree.children(token, "nmod") if scene.tree.case(c) in {"on", "at", "against"}]
    is_toll = not COUNTERS.isdisjoint(scene.forms(scene.parse.heads[token]))
    return bool(hit) and is_toll and wide.span.holds(draft.span)


def _is_inner_clause(scene: Scene, wide: Draft, draft: Draft) -> bool:
    """Tell whether a verb inside another claim's words only goes with it ("launched an attack to take the town")."""
    if scene.parse.universal[draft.sighting.clause] not in VERBAL:
        return True
    if goes_with(scene, frozenset(), wide.sighting.clause, draft.sighting.clause):
        return True
    if draft.sighting.clause in find_deeds(scene, wide.sighting.clause):
        return wide.sighting.frame.by_means
    return wide.kind is draft.kind or wide.kind is ClaimKind.FORECAST

"""How much of each place of a list is held? "The army holds Rahna and *parts of Orle*" says two things."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sayso.claims.control import read_control
from sayso.claims.counts import INCLUDING
from sayso.claims.drafts import Draft
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene
from sayso.model.kinds import ClaimKind
from sayso.text.trees import NOMINAL

HELD = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
GROUNDS = ("object", "subject", "over", "on", "in", "at")
Run = tuple[int, int]


def part_lists(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, in reading order; where a list tells of one place how much is held of it, one for each that differs.

    So it is with places named as parts of those held ("most of Rahna, including the port"). The places beside the predicate
    keep its words, the others have their own alone ("parts of Orle", "the port").
    """
    return [part for draft in drafts for part in _part(scene, draft)]


def _part(scene: Scene, draft: Draft) -> Iterator[Draft]:
    members = _find_members(scene, draft)
    included = _find_included(scene, draft, members)
    within = (draft.run[0], min((first - 1 for first, _ in included), default=draft.run[1]))
    phrases = [_own_phrase(scene, member, within) for member in members]
    runs = [
        (group[0][0], group[-1][1])
        for _, alike in groupby(phrases, key=lambda run: _read_extent(scene, draft, run))
        if (group := list(alike))
    ]
    if len(runs) + len(included) < 2:
        yield draft
        return
    if draft.sighting.token < runs[0][0]:
        runs[0] = (draft.run[0], runs[0][1])
    else:
        runs[-1] = (runs[-1][0], draft.run[1])
    yield from (replace(draft, run=run, span=scene.parse.span(*run)) for run in (*runs, *included))


def _find_members(scene: Scene, draft: Draft) -> list[int]:
    """Return the nouns for the places that are held, in reading order and on one side of the predicate, else none."""
    if draft.kind not in HELD or draft.sighting.is_adjective:
        return []
    roles = Roles(scene, draft.sighting.token, draft.sighting.clause)
    for role in ("of", *GROUNDS) if draft.sighting.is_nominal else GROUNDS:
        nouns = roles.fill(role)[:1]
        listed = [t for token in nouns for t in scene.tree.conjuncts(token)] + _list_loose(scene, draft, nouns)
        listed = [t for t in listed if t in range(*draft.run)]
        if listed and all(_is_ground(scene, token) for token in listed):
            is_aside = (listed[0] > draft.sighting.token) == (listed[-1] > draft.sighting.token)
            return listed if is_aside else []
    return []


def _find_included(scene: Scene, draft: Draft, members: Sequence[int]) -> list[Run]:
    """Return the words for each place that is named as a part of the places behind the predicate that are held."""
    if not members or members[0] < draft.sighting.token:
        return []
    behind = range(members[-1] + 1, draft.run[1])
    joints = [t for t in behind if scene.parse.words[t].casefold() in INCLUDING and scene.tree.is_relation(t, "case")]
    ends = [(joint, scene.tree.run(scene.parse.heads[joint], without=frozenset({"punct"}))[1]) for joint in joints]
    return [(joint + 1, end) for joint, end in ends if any(t in scene.toponym_at for t in range(joint, end))]


def _list_loose(scene: Scene, draft: Draft, nouns: Sequence[int]) -> list[int]:
    """Return the nouns of a list that the parse joins to its verb: "hold all of Rahna *but only the north of Orle*"."""
    joined = scene.tree.children(draft.sighting.clause, "conj") if nouns else ()
    return [t for t in joined if t > nouns[0] and scene.parse.universal[t] in NOMINAL]


def _is_ground(scene: Scene, token: int) -> bool:
    """Tell whether a place is named in the words of a noun: which one "its bank" or "12 villages" mean, they do not tell."""
    return any(t in scene.toponym_at for t in scene.tree.subtree(token, without=frozenset({"conj"})))


def _own_phrase(scene: Scene, member: int, within: Run) -> Run:
    """Return the words of one member, without those that join it to the one before."""
    first, last = scene.tree.run(member, without=frozenset({"conj", "cc", "punct"}))
    return max(first, within[0]), min(last, within[1])


def _read_extent(scene: Scene, draft: Draft, run: Run) -> object:
    reading = read_control(scene, draft.sighting, draft.kind, draft.holding, run)
    return None if reading is None else (reading.extent, reading.share)

"""What do the pages of lists show: claims, disputes, origins, problems, judgements, search?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.case.disputes import explain_dispute, say_side_days, say_why
from sayso.model.judgements import Judgement
from sayso.model.kinds import Basis, ClaimKind, Standing
from sayso.model.records import Conflict, Copy, Group, Origin, Side
from sayso.store import search_claims, search_documents
from sayso.text.wordings import name_voice
from sayso.web.cards import make_card, make_cards
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
CLAIMS, DISPUTES, ORIGINS, LINES, FOUND = 50, 10, 25, 50, 40
_SIDE_CLAIMS, _WHOLE_SIDE, MEMBERS = 12, 300, 200


def show_claims(desk: Desk, query: Query) -> Context:
    """Return the claims that are asked for, in the order of documents and text, or of days."""
    snapshot = desk.select(query.wishes)
    claims = list(snapshot.record.claims)
    if query.get("document"):
        claims = snapshot.claims_in.get(query.get("document"), [])
    if query.get("sort") == "day":
        claims.sort(key=lambda resolved: resolved.period.edtf or "9")
    sheet = cut(claims, query, CLAIMS)
    return {"sheet": sheet, "cards": [make_card(resolved, snapshot) for resolved in sheet.items], "filters": True}


def show_disputes(desk: Desk, query: Query) -> Context:
    """Return the questions that are answered differently, those of most origins first."""
    snapshot = desk.select(query.wishes)
    conflicts = sorted(snapshot.record.conflicts, key=lambda conflict: (-_weight(conflict), conflict.question))
    sheet = cut(conflicts, query, DISPUTES)
    disputes = [make_dispute(conflict, snapshot) for conflict in sheet.items]
    return {"sheet": sheet, "disputes": disputes, "filters": True}


def show_dispute(desk: Desk, query: Query) -> Context | None:
    """Return one dispute, None when there is none of this id."""
    snapshot = desk.look()
    found = next((one for one in snapshot.record.conflicts if one.id == query.names["id"]), None)
    return {"dispute": make_dispute(found, snapshot, shown=_WHOLE_SIDE)} if found else None


def make_dispute(conflict: Conflict, snapshot: Snapshot, shown: int = _SIDE_CLAIMS) -> Context:
    """Return a dispute with its sides, their voices and words, and why it is one."""
    whole = snapshot.whole
    return {
        "id": conflict.id,
        "question": conflict.question,
        "kinds": [kind.value for kind in conflict.kinds],
        "why": explain_dispute(conflict),
        "sides": [
            {**_side(side, whole, shown), "when": say_side_days(conflict, side, whole.periods)}
            for side in conflict.sides
        ],
    }


def _side(side: Side, snapshot: Snapshot, shown: int) -> Context:
    return {
        "answer": side.answer,
        "origins": side.origins,
        "cards": make_cards(_tellers(side.claims, snapshot)[:shown], snapshot),
        "left": max(0, len(side.claims) - shown),
        "groups": side.groups,
    }


def _tellers(claims: Sequence[str], snapshot: Snapshot) -> list[str]:
    """Return the claims of a side so that the first ones show it best: said outright before taken for granted, each voice once."""
    heard: dict[str, int] = {}
    ranked = []
    for number, claim in enumerate(claims):
        resolved = snapshot.claims.get(claim)
        if resolved is not None:
            turn = heard[resolved.voice] = heard.get(resolved.voice, 0) + 1
            ranked.append(((turn, resolved.claim.basis is not Basis.STATED, not resolved.chain, number), claim))
    return [claim for _, claim in sorted(ranked)]


def _weight(conflict: Conflict) -> int:
    return sum(side.origins[1] for side in conflict.sides)


def show_group(desk: Desk, query: Query) -> Context | None:
    """Return one group: the question, its answer, who gives it, and the origins they rest on."""
    snapshot = desk.look()
    group = snapshot.groups.get(query.names["id"])
    if group is None:
        return None
    return make_group(group, snapshot) | {
        "members": make_cards(group.members[:MEMBERS], snapshot),
        "left": max(0, len(group.members) - MEMBERS),
        "disputes": snapshot.conflicts_of.get(group.id, []),
        "others": [one for one in snapshot.record.groups if one.matter and one.matter == group.matter and one != group],
    }


def make_group(group: Group, snapshot: Snapshot) -> dict[str, Any]:
    """Return a group with its origins."""
    found = sorted(snapshot.origins_of.get(group.id, []), key=lambda one: (not one.is_explicit, -len(one.claims)))
    origins = [make_origin(origin, snapshot) for origin in found]
    return {"group": group, "origins": origins, "why": say_why(group.standing_derived)}


def make_origin(origin: Origin, snapshot: Snapshot) -> Context:
    """Return an origin with its claims and the reasons why they are one."""
    names = {one.id: one.name for one in snapshot.origins_of.get(origin.group, [])}
    cards = make_cards(origin.claims[:_SIDE_CLAIMS], snapshot)
    reasons = Counter(why for why in map(say_why, origin.reasons) if why)
    return {
        "id": origin.id,
        "name": name_voice(origin.name, [card.outlet for card in cards[:1]]),
        "counts": origin.is_explicit,
        "reasons": list(reasons),
        "draws_on": [names.get(key, key) for key in origin.draws_on],
        "cards": cards,
        "left": max(0, len(origin.claims) - _SIDE_CLAIMS),
    }


def show_origins(desk: Desk, query: Query) -> Context:
    """Return the questions with where their answers first came from, those with most claims to an origin first."""
    snapshot = desk.select(query.wishes)
    groups = sorted(
        snapshot.record.groups, key=lambda group: (-_merged(group, snapshot), -len(group.members), group.id)
    )
    sheet = cut(groups, query, ORIGINS)
    shown = [make_group(group, snapshot) for group in sheet.items]
    copies = sorted(snapshot.record.copies, key=lambda copy: -copy.share)[:ORIGINS]
    return {"sheet": sheet, "groups": shown, "copies": [_copy(copy, snapshot) for copy in copies], "filters": True}


def _merged(group: Group, snapshot: Snapshot) -> int:
    """Return how many claims count for nothing because others of the same origin say the same."""
    return len(group.members) - len(snapshot.origins_of.get(group.id, ()))


def _copy(copy: Copy, snapshot: Snapshot) -> Context:
    documents = snapshot.whole.documents
    return {"left": documents[copy.left], "right": documents[copy.right], "share": f"{copy.share:.0%}"}


def show_problems(desk: Desk, query: Query) -> Context:
    """Return what could not be read, and how much of each document gave nothing."""
    snapshot = desk.look()
    sheet = cut(snapshot.record.problems, query, LINES)
    undated = [date.document for date in snapshot.record.dates if not date.published]
    unplaced = [one for one in snapshot.record.judgements if one.id in snapshot.record.unplaced]
    return {
        "sheet": sheet,
        "documents": snapshot.documents,
        "undated": [(snapshot.documents[one], snapshot.dates[one]) for one in undated[:LINES]],
        "undated_total": len(undated),
        "unplaced": unplaced,
    }


def show_judgements(desk: Desk, query: Query) -> Context:
    """Return what people decided, newest first, those taken back too."""
    snapshot = desk.look()
    sheet = cut(tuple(reversed(snapshot.record.judgements)), query, LINES)
    active = {judgement.id for judgement in snapshot.active}
    return {"sheet": sheet, "lines": [make_line(one, snapshot, active) for one in sheet.items]}


def make_line(judgement: Judgement, snapshot: Snapshot, active: set[str]) -> Context:
    """Return a judgement: what it says, of what, and whether it holds."""
    document = snapshot.documents.get(judgement.document or "")
    return {
        "judgement": judgement,
        "document": document,
        "claim": judgement.claim if judgement.claim in snapshot.claims else None,
        "is_active": judgement.id in active,
        "is_unplaced": judgement.id in snapshot.record.unplaced and judgement.id in active,
        "changes": read_changes(judgement),
    }


def read_changes(judgement: Judgement) -> list[tuple[str, str, str]]:
    """Return what a judgement sets: the field, the machine's answer then, the person's answer."""
    return [(name, _say(judgement.was.get(name)), _say(value)) for name, value in judgement.fields.items() if value]


def _say(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def show_search(desk: Desk, query: Query) -> Context:
    """Return the claims, then the documents, in which all of the words stand."""
    words = query.get("q")
    snapshot = desk.look()
    folder = desk.case.folder
    claims = [claim for claim in search_claims(folder, words) if claim in snapshot.claims] if words else []
    sheet = cut(claims, query, FOUND)
    found = search_documents(folder, words)[:FOUND] if words else ()
    return {
        "words": words,
        "sought": words,
        "sheet": sheet,
        "cards": make_cards(sheet.items, snapshot),
        "found": [(snapshot.documents[one], piece) for one, piece in found if one in snapshot.documents],
    }


KINDS = tuple(kind.value for kind in ClaimKind)
STANDINGS = tuple(standing.value for standing in Standing)

"""What do drawings read of a whole record? The few fields of its rows that they need: whole rows of a large case take a second."""

from sayso.outputs.rows import Row
from sayso.web.cards import read_stance
from sayso.web.snapshots import Snapshot


def list_documents(snapshot: Snapshot) -> list[Row]:
    """Return of each document its id, its outlet and its file."""
    return [{"id": one.id, "outlet": one.outlet, "file": one.file} for one in snapshot.record.documents]


def list_claims(snapshot: Snapshot) -> list[Row]:
    """Return of each claim what it is, who says it and how, when it was, and its words: what a matrix asks."""
    return [
        {
            **row,
            "stance": read_stance(one),
            "basis": one.claim.basis.value,
            "quote": one.claim.span.read(snapshot.documents[one.claim.document].text),
        }
        for row, one in zip(list_whereabouts(snapshot), snapshot.record.claims, strict=True)
    ]


def list_whereabouts(snapshot: Snapshot) -> list[Row]:
    """Return of each claim who says it and when it was: what a map asks."""
    names = {voice.key: {"name": voice.name} for voice in snapshot.record.voices}
    # Chains and days are few and their claims many: each is made once, and their rows share it.
    chains = {chain: [names[key] for key in chain] for chain in {one.chain for one in snapshot.record.claims}}
    times = {edtf: {"edtf": edtf} for edtf in {one.period.edtf for one in snapshot.record.claims}}
    return [
        {
            "id": one.claim.id,
            "doc": one.claim.document,
            "chain": chains[one.chain],
            "time": times[one.period.edtf],
        }
        for one in snapshot.record.claims
    ]


def list_control(snapshot: Snapshot) -> list[Row]:
    """Return of each statement of who holds a place what it says, and its claims."""
    return [
        {
            "place": row.place,
            "date": row.date,
            "voice": row.voice,
            "holder": row.holder,
            "share": row.share,
            "claims": row.claims,
            "state": row.hold.value,
            "basis": row.basis.value,
        }
        for row in snapshot.record.control
    ]


def list_groups(snapshot: Snapshot) -> list[Row]:
    """Return of each group its question, its answer, how that stands, and its claims."""
    return [
        {
            "relation": "same",
            "question": one.question,
            "members": one.members,
            "answer": one.answer,
            "standing": one.standing.value if one.standing else None,
        }
        for one in snapshot.record.groups
    ]

"""Rows as they leave a case, made by hand: a few claims of voices in two reports."""

from types import MappingProxyType

from sayso.outputs.briefing.reports import Reports

DOCUMENTS = (
    {"id": "d1", "outlet": "Daily", "file": None, "published": "2024-05-03", "published_interval": None, "published_basis": "stated",
     "agencies": [], "title": "The battle for Rahna", "sentences": 12, "sentences_with_claim": 9},
    {"id": "d2", "outlet": None, "file": None, "published": None, "published_interval": ["2024-05-02", "2024-05-09"],
     "published_basis": "inferred", "agencies": ["Wire"], "title": None, "sentences": 5, "sentences_with_claim": 2},
)  # fmt: skip
KINDS = {"the Monitor": ("monitor", True), "activists": ("activist", False), "officer": ("military", False),
         "Rahna army": ("military", True), "United Nations": ("un", True), "reports": ("unknown", False)}  # fmt: skip
EMPTY = MappingProxyType(
    dict.fromkeys(
        (
            "documents",
            "claims",
            "control",
            "figures",
            "groups",
            "voices",
            "origins",
            "relations",
            "problems",
            "places",
        ),
        (),
    )
)


def claim(name="c1", kind="clash", voice="activists", quote="they heard fighting in Rahna all night", **more):
    """A claim as a row; `voice` may be several, outermost first, or None for the outlet's own."""
    voices = [] if voice is None else [voice] if isinstance(voice, str) else list(voice)
    usual = {
        "doc": "d1", "span": [0, 10], "sentence": [0, 40], "chain": [{"name": one, "kind": KINDS.get(one, ("unknown", True))[0]} for one in voices],
        "actors": {"agent": None, "target": None}, "place": place("Rahna"),
        "time": {"written": None, "edtf": "2024-05-01", "basis": "relative"}, "figures": [], "stance": "asserts", "basis": "stated",
        "quote": quote, "context": f"On Wednesday {quote}.", "question": "Was there fighting in Rahna on 1 May 2024?", "standing": "single_origin",
        "outlet": "Daily", "published": "2024-05-03", "reviewed": "accepted by Ana, 2024-05-04", "labelled": [],
    }  # fmt: skip
    return {"id": name, "kind": kind, **usual, **more}


def place(name, written=(20, 25), precision="town"):
    return {"name": name, "written": list(written) if written else None, "precision": precision}


def control(claim="c1", holder="government", extent="unsaid", **more):
    usual = {
        "place": "Rahna",
        "date": "2024-05-01",
        "voice": "activists",
        "share": None,
        "state": "held",
        "basis": "observed",
        "time_basis": "relative",
    }
    return {**usual, "holder": holder, "extent": extent, "claims": [claim], **more}


def figure(claim="c1", low=12, high=12, words="12", **more):
    usual = {"id": "f1", "what": "fatalities", "of_whom": "people", "scope": "incident", "place": "Rahna", "period": "2024-05-01",
             "voice": "activists", "bound": "exact", "by_rule": False, "part_of": None, "in_part": False, "is_former": False, "time_basis": "relative"}  # fmt: skip
    return {**usual, "low": low, "high": high, "words": words, "claims": [claim], **more}


def group(name="g1", members=("c1",), answer="fighting", standing="single_origin", origins=(1, 1), **more):
    usual = {
        "relation": "same",
        "question": "Was there fighting in Rahna on 1 May 2024?",
        "sides": None,
        "note": None,
        "kinds": None,
        "assessed_by": None,
    }
    return {
        "id": name,
        **usual,
        "members": list(members),
        "answer": answer,
        "standing": standing,
        "independent_origins": list(origins),
        **more,
    }


def conflict(*sides, name="k1", kinds=("negation",), **more):
    usual = {
        "relation": "conflict",
        "question": "Was there fighting in Rahna on 1 May 2024?",
        "members": None,
        "note": "One says it, one does not.",
        "assessed_by": None,
    }
    return {"id": name, **usual, "sides": [list(side) for side in sides], "answer": " | ".join(["fighting", "no, it is denied: fighting"]),
            "standing": "disputed", "independent_origins": [[1, 1] for _ in sides], "kinds": list(kinds), **more}  # fmt: skip


def tables(*claims, **more):
    """All tables of a case with these claims: each voice known, each claim an origin that counts."""
    names = dict.fromkeys(one["name"] for row in claims for one in row["chain"])
    voices = [
        {"name": name, "named": KINDS.get(name, ("unknown", True))[1], "kind": KINDS.get(name, ("unknown", True))[0]}
        for name in names
    ]
    origins = [{"id": f"o{row['id']}", "claims": [row["id"]], "counts": bool(row["chain"])} for row in claims]
    return {**EMPTY, "documents": DOCUMENTS, "claims": claims, "voices": voices, "origins": origins, **more}


def reports(*claims, **more):
    return Reports(tables(*claims, **more))

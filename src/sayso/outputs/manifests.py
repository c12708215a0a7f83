"""What does an export say of itself: how much it rests on, and what it does not tell?"""

from dataclasses import asdict
from typing import Any

from sayso.model.records import Record
from sayso.outputs.publication import JUDGING, TIES, Publication

WORKING = (
    "Full working format: it holds the names and words of everybody in the reports, private persons too, and claims that"
    " nobody has reviewed. Do not publish it."
)
SENT = "Withholds what is named below, and nothing else: look through it before you send it."


def describe_working_format(record: Record) -> dict[str, Any]:
    """Return the manifest of an export to go on working with: the number of documents and claims, and what it is."""
    return {
        "format": "jsonl",
        "documents": len(record.documents),
        "claims": len(record.claims),
        "use": WORKING,
        "withheld": [TIES, JUDGING],
    }


def describe_publication(publication: Publication, form: str) -> dict[str, Any]:
    """Return the manifest of what is sent on in a form: what it rests on, its use, and what is withheld."""
    counts = asdict(publication.counts)
    return {
        "format": form,
        "documents": counts.pop("documents"),
        "claims": counts.pop("claims"),
        "use": SENT,
        "reviewed": publication.mark or "every claim in it was reviewed by a person",
        "withheld": list(publication.withholds),
        "counts": counts,
    }

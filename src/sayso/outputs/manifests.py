"""What does an export say of itself: how much it rests on, and what it does not tell?"""

from typing import Any

from sayso.model.records import Record

WORKING = "Full working format: it holds the names and words of everybody in the reports, private persons too. Do not publish it."
PUBLIC = (
    "Of voices that the case calls private the name is withheld, in every cell: they read 'private person 1' and so on,"
    " numbered in this export alone. The reports themselves may print the names, and so may descriptions of a person."
)
TIES = (
    "Who an unnamed voice may be is withheld: nothing here shows a voice without a name as one with a name because"
    " somebody decided so. Lower bounds of origins allow for it, so they may be lower than the rows show."
)
JUDGING = "The grounds that people wrote for their judgements are withheld; who judged is not."


def describe_export(record: Record, form: str) -> dict[str, Any]:
    """Return the manifest of an export in a form: the number of documents and claims, what it is, what it withholds."""
    is_working = form == "jsonl"
    return {
        "format": form,
        "documents": len(record.documents),
        "claims": len(record.claims),
        "use": WORKING
        if is_working
        else "Withholds what is named below, and nothing else: look through it before you send it.",
        "withheld": [TIES, JUDGING] if is_working else [PUBLIC, TIES, JUDGING],
    }

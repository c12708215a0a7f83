"""Which number of a claim answers a question of "how many"?"""

from sayso.outputs.briefing.reports import Reports, Row

# What is counted, in the order in which a reader wants it.
COUNTED = {
    "fatalities": "killed", "injured": "injured", "detained": "detained", "displaced": "displaced", "evacuated": "evacuated",
    "besieged": "besieged", "residents": "living there", "fighters": "present", "destroyed_share": "destroyed (share)", "other": "",
}  # fmt: skip
# By which words of a question each is asked for.
_ASKED = COUNTED | {"residents": "lived there", "fighters": "were there", "destroyed_share": "was destroyed"}
_MANY = ("How many ", "How much ")


def is_count(question: str) -> bool:
    """Tell whether a question asks for a number."""
    return question.startswith(_MANY)


def find_count(claim: Row, reports: Reports, question: str, answer: str = "") -> Row | None:
    """Return the line of the ledger by which a claim answers a question: the one that counts what is asked for.

    Where a claim has several of these, it is the number of the `answer` that it is put under, else one that is no mere word.
    """
    if not is_count(question):
        return None
    rows = reports.counts.get(claim["id"], [])
    fitting = [row for row in rows if row["what"] != "other" and f" {_ASKED[row['what']]}" in question] or [
        row for row in rows if row["what"] == "other"
    ]
    named = {part.casefold() for part in answer.split("; ")}
    return min(
        fitting,
        key=lambda row: (
            f" {(row['of_whom'] or 'people').casefold()} " not in question.casefold(),
            str(row["words"]).casefold() not in named,
            bool(row["by_rule"]),
        ),
        default=None,
    )

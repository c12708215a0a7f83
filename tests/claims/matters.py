"""Which rows of the frame table does which file of tests go through? The kinds of claims by matter."""

from sayso.lexicons import read_toml

MATTERS = {
    "fighting": {
        "control_change", "control_state", "advance", "withdrawal", "clash", "shelling", "air_strike", "explosion",
        "arms", "strength",
    },
    "harm": {
        "violence_against_civilians", "toll", "siege", "destruction", "displacement", "evacuation", "aid",
    },
    "public_life": {"politics", "diplomacy", "agreement", "protest", "background"},
}  # fmt: skip


def names_of_frames(matter):
    """Return the names of all rows whose kind belongs to a matter."""
    return {row["name"] for row in read_toml("frames")["frame"] if row["kind"] in MATTERS[matter]}

"""Which tags of words tell a verb with its time, and a relative pronoun?"""

PRESENT = frozenset({"VBZ", "VBP"})
TENSED = PRESENT | {"VBD"}
FINITE = TENSED | {"MD"}
RELATIVE = frozenset({"WP", "WDT", "WP$"})

"""How do tests ask a reading for one claim?"""


def find(reading, words):
    """Return the only claim in whose words these stand."""
    text = reading.document.text
    (found,) = [claim for claim in reading.claims if words in claim.span.read(text)]
    return found

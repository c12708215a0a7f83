"""What can keep a measure from being taken?"""


class BenchError(Exception):
    """A measure cannot be taken; the text says what is missing."""

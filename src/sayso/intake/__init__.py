"""What did the page say of itself? Files become documents."""

from sayso.intake.documents import describe_document
from sayso.intake.fetched import read_fetched
from sayso.intake.inputs import read_inputs

__all__ = ["describe_document", "read_fetched", "read_inputs"]

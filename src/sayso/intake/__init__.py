"""What did the page say of itself? Files become documents."""

from sayso.intake.captures import make_capture
from sayso.intake.contents import find_files, find_sections, read_content, say_asides
from sayso.intake.documents import describe_document
from sayso.intake.fetched import read_fetched
from sayso.intake.gates import Gate, find_gate, find_signs
from sayso.intake.inputs import read_inputs
from sayso.intake.items import Aside, Item
from sayso.intake.pages import forget_pages
from sayso.intake.parts import Section

__all__ = [
    "Aside",
    "Gate",
    "Item",
    "Section",
    "describe_document",
    "find_files",
    "find_gate",
    "find_sections",
    "find_signs",
    "forget_pages",
    "make_capture",
    "read_content",
    "read_fetched",
    "read_inputs",
    "say_asides",
]

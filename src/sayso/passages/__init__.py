"""How is a document cut? Paragraphs, sentences, quotations."""

from sayso.passages.paragraphs import find_passages

__all__ = ["find_passages"]

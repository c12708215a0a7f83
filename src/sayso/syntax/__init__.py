"""How do the words hang together? Passages become a parse."""

from sayso.syntax.models import Syntax, load_syntax

__all__ = ["Syntax", "load_syntax"]

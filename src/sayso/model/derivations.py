"""Why does a cell say what it says? The one way in which any stage gives its reasons."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sayso.model.spans import Span

Function = TypeVar("Function", bound=Callable[..., object])

_REASONS: dict[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a document that a value rests on; `quote` are those words."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A value that a rule gave: what it is, by which rule, from which words and which other values.

    `rule` is the name under which `reason` finds the published sentence. `note` holds what differs from
    case to case (the anchor day, say).
    """

    value: str | None
    rule: str
    evidence: tuple[Evidence, ...] = ()
    inputs: tuple["Derived", ...] = ()
    note: str | None = None


def rule(name: str) -> Callable[[Function], Function]:
    """Register a function's docstring as the reason shown for the rule `name` ("dating.weekday").

    Raises:
        ValueError: when the function has no docstring, or the name is taken.
    """

    def register(function: Function) -> Function:
        if not function.__doc__:
            raise ValueError(f"rule {name!r} has no docstring")
        name_rule(name, function.__doc__)
        return function

    return register


def name_rule(name: str, text: str) -> str:
    """Register the reason of a rule that stands in a table instead of a function; return its name.

    Raises:
        ValueError: when the name is taken by another reason.
    """
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    if _REASONS.setdefault(name, paragraph) != paragraph:
        raise ValueError(f"two rules are called {name!r}")
    return name


def reason(name: str) -> str:
    """Return the published reason of a rule: the first paragraph of its docstring."""
    return _REASONS[name]


def rules() -> dict[str, str]:
    """Return every registered rule with its reason."""
    return dict(sorted(_REASONS.items()))

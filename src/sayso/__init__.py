"""sayso: on whose say-so? Many conflicting reports become one sourced record.

>>> import sayso
>>> case = sayso.open("homs")  # doctest: +SKIP
>>> case.control("Khalidiya", on="2013-07-29", as_of="2013-07-31")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.case import Case, Options
    from sayso.case import create_case as create
    from sayso.case import open_case as open  # noqa: A004 - sayso.open("homs") is how it reads best

__all__ = ["Case", "Options", "create", "open"]

_FOUND_AS = {"Case": "Case", "Options": "Options", "create": "create_case", "open": "open_case"}


def __getattr__(name: str) -> object:
    """Return what the package offers, loaded at first use: `sayso --help` must not wait for the stages."""
    if name not in _FOUND_AS:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module("sayso.case"), _FOUND_AS[name])

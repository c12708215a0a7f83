"""Which libraries does work on many documents need, and what if they are not there? The extra `sayso[scale]`."""

from importlib import import_module
from typing import Any

from sayso.errors import InputError


def load(name: str) -> Any:  # noqa: ANN401 - a library without types
    """Return a library of the extra, imported at first use.

    Raises:
        InputError: when it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise InputError(
            f"{name.partition('.')[0]} is not installed; install it with: pip install 'sayso[scale]'"
        ) from error

"""Which sayso is this?"""

from importlib import metadata


def sayso_version() -> str:
    """Return the version of the package, "0" when it is not installed."""
    try:
        return metadata.version("sayso")
    except metadata.PackageNotFoundError:
        return "0"

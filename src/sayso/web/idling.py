"""When may work be done that nobody has asked for yet? When no page has been looked at for a while."""

from collections.abc import Callable
from time import sleep


def wait_until_idle(tell_idle: Callable[[], float], seconds: float, wait: Callable[[float], object] = sleep) -> None:
    """Return once `tell_idle` tells so many seconds: threads share one interpreter, so such work would slow each page."""
    while (left := seconds - tell_idle()) > 0:
        wait(left)

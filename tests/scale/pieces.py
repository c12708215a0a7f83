"""What work is given to engines in tests? It must be found by name in other processes."""

import os
import signal
from pathlib import Path


def double(number):
    return 2 * number


def tell_process(_):
    return os.getpid()


def die_once(path):
    """Kill this process at the first time, and not at the second."""
    mark = Path(path)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def fail(reason):
    raise ValueError(reason)

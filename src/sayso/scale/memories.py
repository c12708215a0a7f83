"""How does a process that works for days keep no more memory than its work needs?"""

import ctypes
import gc
import sys

from sayso.intake import forget_pages
from sayso.scale.libraries import load


def release_memory() -> None:
    """Give back to the system what is free: else a process keeps as much as its largest piece of work ever took."""
    forget_pages()
    gc.collect()
    load("pyarrow").default_memory_pool().release_unused()
    if sys.platform == "linux":
        # Only the C library of GNU has it, and only it needs to be told.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)

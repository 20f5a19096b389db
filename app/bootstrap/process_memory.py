"""Memory settings of the process: garbage collection during startup, and freed memory that goes back to the system.

Loading creates a few hundred thousand objects that live as long as the program. Each collection of them takes
up to a tenth of a second, during which nothing is painted; while loading, a fifth of all time would go into
collections.
"""

from __future__ import annotations

import gc
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
LARGE_BYTES = 128 * 1024


def configure() -> None:
    """Collect nothing until the window's own collector starts; let freed memory go back to the system."""
    gc.disable()
    _return_freed_memory()


def _return_freed_memory() -> None:
    """Return freed memory to the system.

    By default, once a large block (a pixmap, an answer) was freed, glibc takes such blocks from the heap,
    which fragments it, and gives each thread its own heap: 10 MB after a day of use. Other systems don't need
    this.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:  # only glibc has it
            mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
            mallopt(M_TRIM_THRESHOLD, LARGE_BYTES)
            mallopt(M_ARENA_MAX, 1)

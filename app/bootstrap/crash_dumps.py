"""Keeps memory out of crash dumps: it contains patients' names and the office's keys."""

from __future__ import annotations

import sys

PR_SET_DUMPABLE = 4
NO_ERROR_BOXES = 3
WER_FAULT_REPORTING_NO_HEAP = 1


def disable_crash_dumps() -> None:
    """Write no memory to disk when this process crashes, as far as the system supports it.

    Unix: no core file; on Linux, other processes of this user can't read the memory either. Windows: error
    reports are written without the heap.
    """
    import ctypes

    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(NO_ERROR_BOXES)
        kernel.WerSetFlags(WER_FAULT_REPORTING_NO_HEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)

"""Starting other programs than this one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def own_libraries() -> Iterator[None]:
    """A program that is started meanwhile finds its own libraries.

    PyInstaller's start has Windows look for libraries in this program's folder first, and a started program inherits
    that: Open Dental or PowerShell could get a library of ours that only has the same name.
    """
    folder = getattr(sys, "_MEIPASS", "") if getattr(sys, "frozen", False) else ""
    if sys.platform == "win32" and folder:
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetDllDirectoryW.argtypes = (ctypes.c_wchar_p,)
        kernel.SetDllDirectoryW(None)
        try:
            yield
        finally:
            kernel.SetDllDirectoryW(folder)
    else:
        yield

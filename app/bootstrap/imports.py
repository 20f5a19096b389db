"""Importing as Python does it.

Loading PySide6 replaces the `import` statement by one that reads the source of every module that comes after, looking
for `from __feature__ import …`. This program never writes that, and a start reads a hundred sources for nothing.
"""

from __future__ import annotations

import builtins
import sys

_PLAIN = builtins.__import__


def import_eagerly() -> None:
    """Let Python 3.15 import what a module asks for at once, the standard library's lazy imports too.

    Once PySide6 6.12 is loaded, a name that was imported lazily is never replaced by what it stands for:
    asyncio cannot start a thread. To be called before anything else is imported.
    """
    if sys.version_info >= (3, 15):
        sys.set_lazy_imports_filter(lambda *_: False)


def load_qt() -> None:
    """Load PySide6, and put Python's own import back."""
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = _PLAIN

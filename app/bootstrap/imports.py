"""Restores Python's own import.

Loading PySide6 replaces the `import` statement with one that reads the source of every module imported later,
looking for `from __feature__ import …`. This program never uses that, and a start would read a hundred
sources for nothing.
"""

from __future__ import annotations

import builtins
import sys

_PLAIN = builtins.__import__


def import_eagerly() -> None:
    """Disable Python 3.15's lazy imports, those of the standard library too.

    Once PySide6 6.12 is loaded, a lazily imported name is never resolved: asyncio can't start a thread. Call
    this before anything else is imported.
    """
    if sys.version_info >= (3, 15):
        sys.set_lazy_imports_filter(lambda *_: False)


def load_qt() -> None:
    """Load PySide6, then restore Python's own import."""
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = _PLAIN

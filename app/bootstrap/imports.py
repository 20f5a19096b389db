"""Importing as Python does it.

Loading PySide6 replaces the `import` statement by one that reads the source of every module that comes after, looking
for `from __feature__ import …`. This program never writes that, and a start reads a hundred sources for nothing.
"""

from __future__ import annotations

import builtins

_PLAIN = builtins.__import__


def load_qt() -> None:
    """Load PySide6, and put Python's own import back."""
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = _PLAIN

"""Restores Python's own import.

Loading PySide6 replaces the `import` statement with one that reads the source of every module imported later,
looking for `from __feature__ import …`. This program never uses that, and a start would read a hundred
sources for nothing.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from types import ModuleType

_PLAIN = builtins.__import__
_HTTP_CLIENT = "urllib.request"


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


def load_keyring() -> None:
    """Load keyring without the HTTP client of `urllib`, which takes as long as everything else together.

    keyring's helper jaraco.context imports it for a function that downloads archives, which is never called.
    Later imports get the real module.
    """
    if _HTTP_CLIENT not in sys.modules:
        sys.modules[_HTTP_CLIENT] = ModuleType(_HTTP_CLIENT)
        try:
            importlib.import_module("keyring")
        finally:
            del sys.modules[_HTTP_CLIENT]

"""Whether the tests run under Wine, for what Windows can and Wine can't."""

from __future__ import annotations

import sys

import pytest


def is_wine() -> bool:
    """Only Wine's ntdll tells its version."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 # Windows only

        return hasattr(ctypes.windll.ntdll, "wine_get_version")
    return False


def not_under_wine(reason: str) -> pytest.MarkDecorator:
    """Skips a test there. installer/README.md names what is to be seen on Windows instead."""
    return pytest.mark.skipif(is_wine(), reason=f"Wine: {reason}")

"""Whether the tests run under Wine, for the few that show what only Windows itself has (installer/README.md)."""

from __future__ import annotations

import sys

import pytest


def is_wine() -> bool:
    """Wine's ntdll tells its version; Windows' own has no such function."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - on Windows only

    return hasattr(ctypes.windll.ntdll, "wine_get_version")


def lacking_in_wine(what: str) -> pytest.MarkDecorator:
    """Skip a test under Wine, and only there; `what` it lacks is named in installer/README.md too."""
    return pytest.mark.skipif(is_wine(), reason=f"Wine: {what}")

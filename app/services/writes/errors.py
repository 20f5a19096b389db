"""What stands in a write's way before it is one."""

from __future__ import annotations

from app.core.text import ExplainedError


class CannotWrite(ExplainedError):
    """It cannot even be tried."""

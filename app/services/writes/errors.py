"""Reasons why a write can't be tried."""

from __future__ import annotations

from app.core.text import ExplainedError


class CannotWrite(ExplainedError):
    """The write can't even be tried."""

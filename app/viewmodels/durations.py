"""Lengths of time as text."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.translation import tr


def duration(span: timedelta) -> str:
    """Whole hours and minutes, without a sign: "1 h 3 min", "12 min"."""
    hours, minutes = divmod(abs(round(span.total_seconds() / 60)), 60)
    return tr("{h} h {m} min", h=hours, m=minutes) if hours else tr("{m} min", m=minutes)

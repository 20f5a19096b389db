"""What the schedule's ruler says. By itself, since the first paint needs it before any of the rest is loaded."""

from __future__ import annotations


def hour_text(minute: int) -> str:
    """A full hour on the ruler, from minutes after midnight: 9 AM."""
    hour = minute // 60 % 24
    return f"{hour % 12 or 12} {'AM' if hour < 12 else 'PM'}"

"""Labels of the schedule's ruler.

A module of its own because the first paint needs it before anything else is loaded.
"""

from __future__ import annotations


def hour_text(minute: int) -> str:
    """The ruler's label of a full hour, from minutes after midnight: 9 AM."""
    hour = minute // 60 % 24
    return f"{hour % 12 or 12} {'AM' if hour < 12 else 'PM'}"

"""How long ago something was, in the few letters that a list has room for."""

from __future__ import annotations

from datetime import datetime

from app.core.text import At, Shape
from app.viewmodels.translation import tr


def short_age(at: datetime | None, now: datetime) -> str:
    """As in "5 min", "2 h", "Yesterday", "Nov 9"; the time for what is to come today. Empty for None."""
    if at is None:
        return ""
    minutes = int((now - at).total_seconds()) // 60
    days = (now.date() - at.date()).days
    if minutes < 0:
        return tr(At(at, Shape.TIME if not days else Shape.MONTH_DAY))
    if not days or minutes < 60:  # an hour
        return _short(minutes)
    if days == 1:
        return tr("Yesterday")
    return tr(At(at, Shape.MONTH_DAY if at.year == now.year else Shape.DATE))


def _short(minutes: int) -> str:
    if minutes < 60:  # an hour
        return tr("{n} min", n=minutes) if minutes else tr("now")
    return tr("{n} h", n=minutes // 60)

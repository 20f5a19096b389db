"""The status line: mode, pace, what is waiting, the age of what is on the screen, what is to be settled."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.client import OpenDental
from app.journal.journal import Journal
from app.store.office import Office
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import Ready

FRESH_SECONDS = 20
"""Older than this is shown as old."""


class StatusLine(Struct, frozen=True):
    """The line's parts, ready to be shown."""

    mode: str
    freshness: str
    stale: bool
    pace: str
    waiting: str
    coming: str
    note: str
    to_settle: int
    to_look_at: int
    connected: bool


def ago_text(age: timedelta | None) -> str:
    """How old something is: "2 s ago", "3 min ago", "1 h 5 min ago"."""
    if age is None:
        return "not read yet"
    seconds = max(int(age.total_seconds()), 0)
    if seconds < 2:  # "1 s ago" flickers
        return "just now"
    if seconds < 60:  # a minute
        return f"{seconds} s ago"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours} h {minutes} min ago" if hours else f"{minutes} min ago"


class StatusLineViewModel(QObject):
    """Composes the line; `changed` when any part of it did. The view calls `tick` once a second."""

    changed = Signal()

    def __init__(
        self,
        mode: str,
        schedule: ScheduleViewModel,
        office: Office,
        client: OpenDental,
        journal: Journal,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._schedule = schedule
        self._office = office
        self._client = client
        self._journal = journal
        self._to_settle = journal.need_attention
        self.line = self._compose()
        schedule.state_changed.connect(self.tick)
        self._unwatch = [
            client.watch(lambda _: self.tick()),
            journal.watch(lambda _: self._recount()),
            journal.store.watch_damage(lambda _: self._recount()),
        ]

    def tick(self) -> None:
        """Compose the line anew."""
        line = self._compose()
        if line != self.line:
            self.line = line
            self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        for unwatch in self._unwatch:
            unwatch()

    def _recount(self) -> None:
        self._to_settle = self._journal.need_attention
        self.tick()

    def _compose(self) -> StatusLine:
        status, state = self._client.status, self._schedule.state
        ages = [self._office.age(day) for day in self._schedule.days]
        known = [age for age in ages if age is not None]
        age = max(known) if known else None
        stale = age is not None and age.total_seconds() > FRESH_SECONDS
        if not status.connected:
            freshness = "server not reached" + (f" · as of {ago_text(age)}" if age is not None else "")
        elif stale:
            freshness = f"read {ago_text(age)}"
        else:
            freshness = f"up to date {ago_text(age)}" if age is not None else "reading…"
        waiting = f"{status.waiting} waiting" if status.waiting else ""
        return StatusLine(
            self._mode,
            freshness,
            stale or not status.connected,
            status.pace_text,
            waiting,
            state.coming if isinstance(state, Ready) and status.connected else "",
            state.note if isinstance(state, Ready) else "",
            self._to_settle,
            len(state.grid.problems) if isinstance(state, Ready) else 0,
            status.connected,
        )

"""How long each undo is offered: until another day is shown, or the same thing changes again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QObject

from app.journal.entries import Entry
from app.journal.journal import Journal
from app.services.writes.writes import Writes
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.topics import Part
from app.viewmodels.activity import Notices
from app.viewmodels.translation import tr


class _Followed(Struct, frozen=True):
    """A notice whose undo is offered, or was until the same thing changed again."""

    entry_id: int
    days: frozenset[date]
    """It is offered while one of these days is shown; empty: not about the schedule."""


class Undos(QObject):
    """Follows notices with an undo. `shown` returns the days on the screen."""

    def __init__(
        self,
        writes: Writes,
        journal: Journal,
        office: Office,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writes = writes
        self._journal = journal
        self._notices = notices
        self._followed: dict[int, _Followed] = {}
        self._shown: frozenset[date] = frozenset()
        self._unwatch: tuple[Callable[[], None], ...] = (
            journal.watch(self._entry_changed),
            office.watch(self._office_changed),
        )

    def follow(self, notice_id: int, entry_id: int) -> None:
        """Offer a notice's undo while it is useful; one of a write whose steps undo it, if they are refused."""
        entry = self._entry(entry_id)
        topic = self._writes.topic(entry) if entry is not None else None
        days: frozenset[date] = frozenset()
        if entry is not None and (topic is None or topic.part is Part.SCHEDULE):
            days = self._shown | _days_of(entry)
        self._followed[notice_id] = _Followed(entry_id, days)
        self._judge({notice_id: self._followed[notice_id]})

    def drop(self, notice_id: int) -> None:
        """Withdraw a notice's undo: another notice is about the same write now."""
        self._followed.pop(notice_id, None)
        self._notices.allow_undo(notice_id, allowed=False)

    def show(self, days: Sequence[date]) -> None:
        """The screen shows these days: undos of changes on other days are withdrawn."""
        self._shown = frozenset(days)
        for notice_id, followed in list(self._followed.items()):
            if followed.days and followed.days.isdisjoint(self._shown):
                del self._followed[notice_id]
                self._notices.allow_undo(notice_id, allowed=False)

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def _entry_changed(self, _: Entry) -> None:
        self._judge(self._followed)

    def _office_changed(self, change: Change) -> None:
        if change.kind in (ChangeKind.VISITS, ChangeKind.DAY):
            self._judge(self._followed)

    def _judge(self, followed: dict[int, _Followed]) -> None:
        for notice_id, each in list(followed.items()):
            entry = self._entry(each.entry_id)
            if entry is None or self._notices.notice(notice_id) is None:
                del self._followed[notice_id]
            else:
                allowed = self._writes.can_undo(entry)
                final = "" if allowed else tr(self._writes.why_no_undo(entry))
                self._notices.allow_undo(notice_id, allowed=allowed, final=final)

    def _entry(self, entry_id: int) -> Entry | None:
        return next((each for each in self._journal.recent(LATEST) if each.id == entry_id), None)


LATEST = 200
"""Entries whose undo may still be offered."""


def _days_of(entry: Entry) -> frozenset[date]:
    """The days of a write, from its ordering keys."""
    named = (key.removeprefix("day:") for key in entry.intent.keep_order_with if key.startswith("day:"))
    return frozenset(date.fromisoformat(each) for each in named)

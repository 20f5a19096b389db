"""Midnight while the schedule is open: a day that was today doesn't stay on the screen unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.text import At, Shape
from app.viewmodels.banners import Banner, Banners
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.translation import tr

BANNER = "new day"  # words: its id


class NewDay(QObject):
    """Shows a banner while the shown day was today when it was opened. `changed` follows `left`."""

    changed = Signal()

    def __init__(
        self,
        schedule: ScheduleViewModel,
        clock: Clock,
        banners: Banners,
        is_entering: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`is_entering` returns whether unfinished input refers to the shown day."""
        super().__init__(parent)
        self._schedule = schedule
        self._clock = clock
        self._banners = banners
        self._is_entering = is_entering
        self._today = clock.now().date()
        self._was_today: date | None = None
        self.left = False
        """Whether the schedule still shows such a day."""
        schedule.state_changed.connect(self._follow)

    def wake(self) -> bool:
        """The user is active: go to today if such a day is shown and nothing is being entered.

        Returns whether it went there.
        """
        self._follow()
        woke = self.left and not self._is_entering()
        if woke:
            self._schedule.today()
        return woke

    def _follow(self) -> None:
        shown, today = self._schedule.day, self._clock.now().date()
        if today > self._today:
            self._was_today = shown if shown == self._today else self._was_today
            self._today = today
        if shown != self._was_today:
            self._was_today = None
        left = self._was_today is not None and today not in self._schedule.days
        if left:
            self._banners.show(Banner(BANNER, self._words(shown, today), tr("Go to today")), self._go)
        elif self.left:
            self._banners.hide(BANNER)
        if left is not self.left:
            self.left = left
            self.changed.emit()

    def _words(self, shown: date, today: date) -> str:
        at = At(datetime.combine(shown, time()), Shape.DAY)
        if self._schedule.view is ScheduleView.WEEK:
            return tr("This is the week of {day}.", day=at)
        if today - shown == timedelta(days=1):
            return tr("This is yesterday, {day}.", day=at)
        return tr("This is {day}, not today.", day=at)

    def _go(self) -> None:
        self._schedule.today()

"""The month at a glance: how full each day is, by provider."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.core.text import At, Shape, many
from app.domain.schedule.month import DayLoad, Load, month_after, month_weeks
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.rows import hex_color
from app.store.changes import Change
from app.viewmodels.amounts import percent_text
from app.viewmodels.clock_face import locale
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.month.commands import MONTH
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # it loads when the month is first opened
    from app.services.schedule.month.reading import MonthReader

READER = "app.services.schedule.month.reading:MonthReader"
WEEK_DAYS = 7
FRESH_SECONDS = 300.0
"""A day is read again after so long."""


class MonthViewModel(QObject):
    """The shown month and its days. `changed` follows everything here; `opened` whether it is open."""

    changed = Signal()
    opened = Signal(bool)

    def __init__(
        self, schedule: ScheduleViewModel, desk: DeskViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._read_at: dict[date, float] = {}
        self._reader: MonthReader | None = None
        self._of: ScheduleFilter | None = None
        """What the days in `loads` are filtered by."""
        self.is_open = False
        self.month = schedule.day.replace(day=1)
        self.chosen = schedule.day
        """The day with the focus."""
        self.loads: dict[date, DayLoad] = {}
        self.trouble = ""
        """Why days are missing; empty: they are there or being read."""
        self.loading = False
        schedule.state_changed.connect(self._follow)
        self._unwatch = desk.parts.office.watch(self._office_changed)
        self.commands = [desk.command(MONTH, self._show)]

    @property
    def weeks(self) -> list[list[date]]:
        """The weeks of the month, whole."""
        return month_weeks(self.month, locale().firstDayOfWeek().value)

    @property
    def today(self) -> date:
        """The office's date."""
        return self._desk.now().date()

    @property
    def title(self) -> str:
        """November 2026."""
        return f"{locale().standaloneMonthName(self.month.month)} {self.month.year}"

    @property
    def providers(self) -> dict[int, tuple[str, str]]:
        """Abbreviation and color of each provider, by ProvNum."""
        lists = self._desk.parts.office.lists
        rows = lists.providers if lists is not None else ()
        return {row.ProvNum: (row.Abbr, hex_color(row.provColor)) for row in rows}

    def close(self) -> None:
        """Stop following the office."""
        self._unwatch()

    def instead(self, step: int, do: Callable[[], None]) -> Callable[[], None]:
        """What previous (-1), next (1) and today (0) do: here while the month is open, else `do`."""

        def act() -> None:
            if not self.is_open:
                do()
            elif step:
                self.step(step)
            else:
                self.choose(self.today)

        return act

    def leaving(self, do: Callable[[], None]) -> Callable[[], None]:
        """Leave the month, then do this."""

        def act() -> None:
            self.leave()
            do()

        return act

    def step(self, direction: int) -> None:
        """Show the next (1) or previous (-1) month."""
        self.month = month_after(self.month, direction)
        self.chosen = self.month
        self._begin()

    def choose(self, day: date) -> None:
        """Put the focus on a day, in its month."""
        self.chosen = day
        if day.replace(day=1) != self.month:
            self.month = day.replace(day=1)
            self._begin()
        else:
            self.changed.emit()

    def move(self, days: int) -> None:
        """Move the focus by days."""
        self.choose(self.chosen + timedelta(days=days))

    def go(self, day: date) -> None:
        """Show a day's schedule."""
        self.leave()
        self._schedule.go_to(day)

    def leave(self) -> None:
        """Go back to the day or week; what is being read is canceled."""
        if self.is_open:
            self._reading.cancel()
            self.is_open = self.loading = False
            self.opened.emit(False)

    def words_of(self, day: date) -> str:
        """A day in words, for screen readers and tooltips."""
        at, load = At(datetime.combine(day, time()), Shape.DAY), self.loads.get(day)
        if load is None:
            return tr("{day}: not loaded yet", day=at)
        if load.whole.percent is None:
            return tr("{day}: {what}", day=at, what=self.closed_words(load))
        lines = [
            tr(
                "{day}: {percent} booked, {time} free",
                day=at,
                percent=share(load.whole),
                time=hours(load.whole.free),
            ),
            _count(load),
        ]
        names = self.providers
        for prov_num, each in load.providers:
            name = names.get(prov_num, ("", ""))[0]
            lines.append(f"{name} {share(each)}")
        return "\n".join(lines)

    def closed_words(self, load: DayLoad) -> str:
        """What a day without open time is: closed, or a day on which the chosen provider doesn't work."""
        of = self._of
        chosen = of is not None and (of.prov_num is not None or of.prov_nums is not None)
        words = tr("not working") if chosen else tr("closed")
        return f"{words} · {_count(load)}" if load.count else words

    # --- inside --------------------------------------------------------------------------------------------

    async def _show(self) -> None:
        if self.is_open:
            self.leave()
            return
        self._schedule.select(None)
        self.is_open, self.chosen = True, self._schedule.day
        self.month = self.chosen.replace(day=1)
        self.opened.emit(True)
        self._begin()

    def _begin(self) -> None:
        """Show what is known, and read the rest, week by week."""
        self.trouble, self.loading = "", True
        self._reading.start(self._read(), "month at a glance")
        self.changed.emit()

    async def _read(self) -> None:
        parts, shown = self._desk.parts, self._schedule.filter
        (reader_type,) = await parts.load(READER)
        reader = self._reader = self._reader or reader_type(parts.client, parts.office)
        now = parts.clock.monotonic()
        if shown != self._of:
            self.loads, self._read_at, self._of = {}, {}, shown
        weeks = self.weeks
        known = reader.known([day for week in weeks for day in week], shown)
        self.loads.update(known)
        self.changed.emit()
        try:
            for week in weeks:
                old = [
                    each for each in week if now - self._read_at.get(each, -FRESH_SECONDS) >= FRESH_SECONDS
                ]
                if all(each in known for each in old):
                    continue
                found = await reader.read(week, shown)
                self._read_at.update(dict.fromkeys(found, now))
                self.loads.update(found | reader.known(week, shown))  # memory is newer than the answer
                self.changed.emit()
        except ApiError as error:
            self.trouble = explain(error).sentence
        self.loading = False
        self.changed.emit()

    def _follow(self) -> None:
        """Another clinic, provider or view."""
        if self.is_open and self._of is not None and self._schedule.filter != self._of:
            self._begin()

    def _office_changed(self, change: Change) -> None:
        if not self.is_open or self._reader is None:
            return
        days = [day for week in self.weeks for day in week]
        if change.concerns(days):
            self.loads.update(self._reader.known(days, self._schedule.filter))
            self.changed.emit()


def _count(load: DayLoad) -> str:
    return tr(many("{n} appointments", "{n} appointment", load.count))


def share(load: Load) -> str:
    """How full it is: 82%; a dash where nobody is scheduled."""
    return "–" if load.percent is None else percent_text(load.percent)


def hours(minutes: int) -> str:
    """A length of time: 5 h 20 min, 40 min."""
    if minutes < 60:
        return tr("{n} min", n=minutes)
    if minutes % 60 == 0:
        return tr("{n} h", n=minutes // 60)
    return tr("{hours} h {n} min", hours=minutes // 60, n=minutes % 60)

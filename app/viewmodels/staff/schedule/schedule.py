"""The schedule's state: which days are shown, their contents, and the selected appointment."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.api.status import BrokerStatus
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import join
from app.domain.schedule.days import moved, within
from app.domain.schedule.visit import ScheduleGrid, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import build_grid
from app.store.office import Change, Office
from app.viewmodels.clock_face import locale
from app.viewmodels.messages import explain
from app.viewmodels.staff.schedule.rules import SLOW, opening_words, why_empty, worth_showing
from app.viewmodels.staff.schedule.state import (
    Failed,
    Loading,
    Ready,
    ScheduleState,
    ScheduleView,
    title_of,
)
from app.viewmodels.translation import tr

WEEK_DAYS = 7


class ScheduleViewModel(QObject):
    """State and navigation of the schedule.

    `state_changed` follows every change of `state`; `selection_changed` every change of `selected`. A refresh
    the user requested ends with `refreshed` or `refresh_failed`, which is emitted with its ApiError; the
    screen stays as it is. `sight_asked` is emitted with the AptNum, `column_asked` with the Column.key, that
    should be scrolled into view.
    """

    state_changed = Signal()
    selection_changed = Signal()
    refreshed = Signal()
    refresh_failed = Signal(object)
    sight_asked = Signal(object)
    column_asked = Signal(object)

    def __init__(self, office: Office, clock: Clock, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._clock = clock
        self._reading, self._refreshing, self._waiting = (LatestTask(scope) for _ in range(3))
        self._asked_at = clock.now()
        self.day = self._asked_at.date()
        self.view = ScheduleView.DAY
        self.state: ScheduleState = Loading(
            opening_words(self._asked_at, self._asked_at), title_of(self.days, self.day)
        )
        self.filter = ScheduleFilter()
        self.hides_names = False
        """Whether the public can see the screen: then nothing is selected."""
        self._selected: int | None = None
        self._visits: dict[int, Visit] = {}
        self._seeking = False
        self._connected = office.client.status.connected
        self._unwatch = (office.watch(self._changed), office.client.watch(self._line_changed))

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def days(self) -> tuple[date, ...]:
        """The days shown, in order."""
        return (self.day,) if self.view is ScheduleView.DAY else week_of(self.day)

    @property
    def grid(self) -> ScheduleGrid | None:
        """The grid shown, if there is one."""
        return self.state.grid if isinstance(self.state, Ready) else None

    def visit(self, apt_num: int) -> Visit | None:
        """An appointment that is on the grid."""
        return self._visits.get(apt_num)

    # --- selection -----------------------------------------------------------------------------------------

    @property
    def selected(self) -> Visit | None:
        """The selected appointment, as it is now; None without a selection or when it is not on the grid any more."""
        return None if self._selected is None else self._visits.get(self._selected)

    def select(self, apt_num: int | None, *, in_sight: bool = False) -> None:
        """Select an appointment, or none; `in_sight` scrolls it into view."""
        if self.hides_names:
            apt_num = None
        if apt_num != self._selected:
            self._selected = apt_num
            self.selection_changed.emit()
        if in_sight and apt_num in self._visits:
            self.sight_asked.emit(apt_num)

    # --- navigation ----------------------------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Show another day (or its week): at once if it is in memory, else as soon as it is read."""
        self.day = within(day)
        self.reload(seek=True)

    def step(self, direction: int) -> None:
        """Show the next (+1) or previous (-1) day or week at the same scroll position."""
        self.day = within(moved(self.day, direction * (1 if self.view is ScheduleView.DAY else WEEK_DAYS)))
        self.reload()

    def today(self) -> None:
        """Show today."""
        self.go_to(self._clock.now().date())

    def set_view(self, view: ScheduleView) -> None:
        """Switch between day and week; the viewed day stays visible, though its column differs."""
        if view is not self.view:
            self.view = view
            self.reload(seek=True)
            self.select(self._selected, in_sight=True)

    def set_filter(self, chosen: ScheduleFilter) -> None:
        """Show what passes a filter, in its kind of columns."""
        if chosen != self.filter:
            self.filter = chosen
            self.show_known()

    def reload(self, *, seek: bool = False) -> None:
        """Show what is known of the days, and read what is missing or old.

        `seek` scrolls to the selected day when days are columns.
        """
        self._seeking = seek
        self._show_and_seek()
        self._refreshing.cancel()
        self._reading.start(self._read(), "read-days")
        if isinstance(self.state, Loading):
            self._waiting.start(_say_when_slow(self, self._clock), "slow office")

    def refresh(self) -> None:
        """Read the shown days again, however fresh they are: this finds deleted appointments.

        It doesn't change the page, so prefetching around this one continues.
        """
        self._refreshing.start(self._read(anew=True), "refresh")

    def show_known(self) -> None:
        """Redraw the days at the current time: late marks and waiting times advance."""
        now = self._clock.now()
        title = title_of(self.days, now.date())
        if self.office.lists is None:
            opening = Loading(opening_words(self._asked_at, now), title)
            self._set(replace(self.state, title=title) if isinstance(self.state, Failed) else opening)
            return
        grid = build_grid(self.office, worth_showing(self.office, self.days), self.filter)
        self._visits = {placed.visit.apt_num: placed.visit for placed in grid.visits}
        coming = tr("Loading {what}…", what=join(grid.still_coming, ", ")) if grid.still_coming else ""
        note = grid.day_notes[0] if grid.day_notes and self.view is ScheduleView.DAY else ""
        empty = why_empty(self.office, grid, self.filter, connected=self._connected)
        self._set(Ready(self.view, self.day, title, grid, now, coming, empty, note))
        if self._selected is not None:
            self.selection_changed.emit()

    def close(self) -> None:
        """Stop following the office."""
        for unwatch in self._unwatch:
            unwatch()

    # --- inside --------------------------------------------------------------------------------------------

    async def _read(self, *, anew: bool = False) -> None:
        try:
            if anew:
                await self.office.reader.reread(self.days, Need.CLICK)
            await self.office.reader.open_days(self.days, Need.SCREEN)
            self._seeking = False
            if not anew:
                await self.office.reader.prefetch_around(self.days)
        except ApiError as error:
            self._seeking = False
            if self.grid is None:
                self._set(Failed(explain(error), title_of(self.days, self._clock.now().date())))
            elif anew:
                self.refresh_failed.emit(error)
        else:
            if anew:
                self.refreshed.emit()
            self.show_known()

    def _changed(self, change: Change) -> None:
        before = moved(self.days[0], -1)  # appointments past midnight are also shown on the next day
        if change.concerns((before, *self.days)):
            self._show_and_seek()

    def _line_changed(self, status: BrokerStatus) -> None:
        if status.connected != self._connected:
            self._connected = status.connected
            self.show_known()

    def _show_and_seek(self) -> None:
        """While the days are being read, those before the selected one may become wider and push it out of view."""
        self.show_known()
        if not self._seeking:
            return
        columns = self.grid.columns if self.grid else ()
        if (key := next((each.key for each in columns if each.day == self.day), None)) is not None:
            self.column_asked.emit(key)

    def _set(self, state: ScheduleState) -> None:
        self.state = state
        self.state_changed.emit()


async def _say_when_slow(schedule: ScheduleViewModel, clock: Clock) -> None:
    """Update the text when an office is slow: nothing else would trigger it."""
    await clock.sleep(1.1 * SLOW.total_seconds())  # Qt's coarse timers may fire 5 % early
    if isinstance(schedule.state, Loading):
        schedule.show_known()


def week_of(day: date) -> tuple[date, ...]:
    """The week of a day, from the first weekday of the PC's locale on."""
    before = (day.isoweekday() - locale().firstDayOfWeek().value) % WEEK_DAYS
    first = day - timedelta(days=before)
    return tuple(first + timedelta(days=each) for each in range(WEEK_DAYS))

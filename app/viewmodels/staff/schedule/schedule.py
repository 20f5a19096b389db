"""The schedule: which days are shown, what is on them, which appointment is selected."""

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
from app.services.schedule.grids import ScheduleFilter, build_grid
from app.store.office import Change, Office
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

    `state_changed` follows every change of `state`; `selection_changed` every change of `selected`. A refresh that
    somebody asked for ends with `refreshed` or `refresh_failed`, which carries its ApiError: what is on the screen
    stays as it is. `sight_asked` carries the AptNum, `column_asked` the Column.key on the screen that should be
    scrolled into sight.
    """

    state_changed = Signal()
    selection_changed = Signal()
    refreshed = Signal()
    refresh_failed = Signal(object)
    sight_asked = Signal(object)
    column_asked = Signal(object)

    def __init__(self, office: Office, clock: Clock, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._clock = clock
        self._reading, self._refreshing, self._waiting = (LatestTask(scope) for _ in range(3))
        self._asked_at = clock.now()
        self.day = self._asked_at.date()
        self.view = ScheduleView.DAY
        self.state: ScheduleState = Loading(
            opening_words(self._asked_at, self._asked_at), title_of(self.days, self.day)
        )
        self.filter = ScheduleFilter()
        self._selected: int | None = None
        self._visits: dict[int, Visit] = {}
        self._seeking = False
        self._connected = office.client.status.connected
        self._unwatch = (office.watch(self._changed), office.client.watch(self._line_changed))

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def days(self) -> tuple[date, ...]:
        """The days on the screen, in order."""
        if self.view is ScheduleView.DAY:
            return (self.day,)
        monday = self.day - timedelta(days=self.day.weekday())
        return tuple(monday + timedelta(days=each) for each in range(WEEK_DAYS))

    @property
    def grid(self) -> ScheduleGrid | None:
        """The grid on the screen, if there is one."""
        return self.state.grid if isinstance(self.state, Ready) else None

    def visit(self, apt_num: int) -> Visit | None:
        """An appointment that is on the screen."""
        return self._visits.get(apt_num)

    # --- selection -----------------------------------------------------------------------------------------

    @property
    def selected(self) -> Visit | None:
        """The selected appointment, as it is now; None when nothing is selected or it left the screen."""
        return None if self._selected is None else self._visits.get(self._selected)

    def select(self, apt_num: int | None, *, in_sight: bool = False) -> None:
        """Select an appointment, or nothing; `in_sight` for one that need not be where people look."""
        if apt_num != self._selected:
            self._selected = apt_num
            self.selection_changed.emit()
        if in_sight and apt_num in self._visits:
            self.sight_asked.emit(apt_num)

    # --- navigation ----------------------------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Show another day (or the week around it): at once when it is known, else as soon as it is read."""
        self.day = within(day)
        self.reload(seek=True)

    def step(self, direction: int) -> None:
        """Show the next (+1) or previous (-1) day or week, scrolled as it is."""
        self.day = within(moved(self.day, direction * (1 if self.view is ScheduleView.DAY else WEEK_DAYS)))
        self.reload()

    def today(self) -> None:
        """Show today."""
        self.go_to(self._clock.now().date())

    def set_view(self, view: ScheduleView) -> None:
        """Look at a day or at its week; what one looked at stays in sight, though its column is another one."""
        if view is not self.view:
            self.view = view
            self.reload(seek=True)
            self.select(self._selected, in_sight=True)

    def set_filter(self, *, clinic_num: int | None, prov_num: int | None) -> None:
        """Show one clinic or provider only; None: all."""
        self.filter = ScheduleFilter(clinic_num=clinic_num, prov_num=prov_num)
        self.show_known()

    def reload(self, *, seek: bool = False) -> None:
        """Show what is known of the days on the screen and read what is not, or is old.

        `seek` has the chosen day seen where days are columns.
        """
        self._seeking = seek
        self._show_and_seek()
        self._refreshing.cancel()
        self._reading.start(self._read(), "read-days")
        if isinstance(self.state, Loading):
            self._waiting.start(_say_when_slow(self, self._clock), "slow office")

    def refresh(self) -> None:
        """Read the days on the screen anew, however fresh they are: it finds what was deleted.

        No page is left for it, so what is being read beforehand around this one goes on.
        """
        self._refreshing.start(self._read(anew=True), "refresh")

    def show_known(self) -> None:
        """Show what is known of the days on the screen, as of now: late marks and waiting times move on."""
        now = self._clock.now()
        title = title_of(self.days, now.date())
        if self._office.lists is None:
            opening = Loading(opening_words(self._asked_at, now), title)
            self._set(replace(self.state, title=title) if isinstance(self.state, Failed) else opening)
            return
        grid = build_grid(self._office, worth_showing(self._office, self.days), self.filter)
        self._visits = {placed.visit.apt_num: placed.visit for placed in grid.visits}
        coming = tr("Loading {what}…", what=join(grid.still_coming, ", ")) if grid.still_coming else ""
        note = grid.day_notes[0] if grid.day_notes and self.view is ScheduleView.DAY else ""
        empty = why_empty(self._office, grid, self.filter, connected=self._connected)
        self._set(Ready(self.view, self.day, title, grid, now, coming, empty, note))
        if self._selected is not None:
            self.selection_changed.emit()

    def close(self) -> None:
        """Stop watching the office."""
        for unwatch in self._unwatch:
            unwatch()

    # --- inside --------------------------------------------------------------------------------------------

    async def _read(self, *, anew: bool = False) -> None:
        try:
            if anew:
                await self._office.reader.reread(self.days, Need.CLICK)
            await self._office.reader.open_days(self.days, Need.SCREEN)
            self._seeking = False
            if not anew:
                await self._office.reader.prefetch_around(self.days)
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
        before = moved(self.days[0], -1)  # what lasts past midnight is shown on the next day too
        if change.concerns((before, *self.days)):
            self._show_and_seek()

    def _line_changed(self, status: BrokerStatus) -> None:
        if status.connected != self._connected:
            self._connected = status.connected
            self.show_known()

    def _show_and_seek(self) -> None:
        """While the days are still read, those before the chosen one may become wider and push it out of sight."""
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
    """Let the words follow where an office takes its time: nobody else would wake the schedule."""
    await clock.sleep(1.1 * SLOW.total_seconds())  # Qt's coarse timers may come a twentieth too early
    if isinstance(schedule.state, Loading):
        schedule.show_known()

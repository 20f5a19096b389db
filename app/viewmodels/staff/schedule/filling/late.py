"""The way to the list, which loads when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import At, Shape, msg
from app.domain.schedule.openings import PointedAt
from app.domain.schedule.visit import Stage
from app.services.schedule.rows import names_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.staff.schedule.filling.commands import FILL
from app.viewmodels.staff.schedule.free_time import FreeTime
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:
    from app.viewmodels.staff.schedule.filling.filling import FillViewModel

REST_SECONDS = 0.25
"""How long free time has to stay selected before the list is offered."""
MODEL = "app.viewmodels.staff.schedule.filling.filling:FillViewModel"
NO_TIME = Verdict(ok=False, reason=msg("Select free time in the schedule first."))


class LateFilling(QObject):
    """`asked` is emitted with the list when it has to be shown, `free_changed` when other free time is selected.

    Selecting free time offers the list by itself if the lists are in memory and no appointment is selected.
    `withdrawn` is emitted when an offered list has to go.
    """

    asked = Signal(object)
    withdrawn = Signal()
    free_changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        schedule: ScheduleViewModel,
        booking: BookingViewModel,
        free_time: FreeTime,
        clinic_num: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._booking = booking
        self._free_time = free_time
        self._clinic_num = clinic_num
        self.model: FillViewModel | None = None
        self._offering = LatestTask(desk.parts.scope)
        command = desk.command(FILL, self._fill, self._may_fill)
        self.commands = [command]
        self.free = ""
        """The selected free time as text; empty without any."""
        schedule.selection_changed.connect(self._show_free)
        schedule.selection_changed.connect(self._withdraw)
        schedule.state_changed.connect(self._show_free)

    def follow(self) -> None:
        """Another time was selected, or none is any more: the open list shows who fits that one."""
        self._show_free()
        at, model = self._free_time.at, self.model
        if at is None:
            self._withdraw()
        elif model is None or self._booking.open:
            return
        elif model.open and not model.offered:
            model.begin(at)
        else:
            self._offering.start(self._offer(model, at), "offer")

    def return_from_booking(self) -> bool:
        """The booking panel was closed. Whether the list goes on: nobody was booked, and the time is still free."""
        model = self.model
        if model is None or not model.open:
            return False
        if self._booking.state.person is None or not model.is_free:
            model.leave()
            return False
        return True

    def close(self) -> None:
        """Stop following the office."""
        if self.model is not None:
            self.model.close()

    async def _offer(self, model: FillViewModel, at: PointedAt) -> None:
        """After a moment: a double click books, and a held arrow key passes over much free time."""
        await self._desk.parts.clock.sleep(REST_SECONDS)
        if self._schedule.selected is not None or self._booking.open or self._free_time.at != at:
            return
        if model.offer(at):
            self.asked.emit(model)
        else:
            self.withdrawn.emit()

    def _withdraw(self) -> None:
        """Another appointment, or no free time any more, is selected: what was only offered goes."""
        if self.model is not None and self.model.offered and not self._booking.open:
            self.model.leave()
            self.withdrawn.emit()

    async def _fill(self) -> None:
        self._offering.cancel()  # the whole list is asked for
        if self.model is None:
            (kind,) = await self._desk.parts.load(MODEL)
            self.model = kind(self._desk, self._booking, self._clinic_num, self)
        at = self._time()
        if at is None:
            self._desk.warn(tr(NO_TIME.reason))
            return
        self.model.begin(at)
        if self.model.is_free:
            self.asked.emit(self.model)
        else:
            self.model.leave()
            self._desk.warn(tr("This time isn't free. Select free time in the schedule first."))

    def _show_free(self) -> None:
        """Say which free time is selected."""
        self.commands[0].refresh()
        at, lists = self._free_time.at, self._desk.parts.office.lists
        words = ""
        if at is not None:
            words = tr("Selected: {time}", time=At(at[0], Shape.BOTH))
            if lists is not None and at[1] is not None:
                where = names_of(lists).chair(at[1])
                words = tr("Selected: {time}, {operatory}", time=At(at[0], Shape.BOTH), operatory=where)
        if words != self.free:
            self.free = words
            self.free_changed.emit()

    def _time(self) -> PointedAt | None:
        """The selected time, or that of a selected appointment that was canceled and still stands there."""
        visit, at = self._schedule.selected, self._free_time.at
        if at is None and visit is not None and visit.stage is Stage.BROKEN:
            return visit.start, visit.op_num
        return at

    def _may_fill(self) -> Verdict:
        return YES if self._time() is not None else NO_TIME

"""Drag and drop on the schedule: the effect of a drop as text, before it is done."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.core.tasks import TaskScope
from app.core.text import Span, join
from app.domain.schedule.clashes import proposed
from app.domain.schedule.visit import Column, Visit
from app.services.schedule.clash_check import clashes_of
from app.services.writes.schedule.visits import VisitWrites
from app.store.office import Office
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict


class DropHint(Struct, frozen=True):
    """The text next to the dragged tile: where it would be dropped, and its clashes. `clash` sets the color."""

    words: str
    clash: bool


class DropViewModel(QObject):
    """Answers the canvas during a drag, and carries out the drop."""

    def __init__(
        self,
        schedule: ScheduleViewModel,
        office: Office,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._office = office
        self._writes = writes
        self._actions = actions
        self._scope = scope

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> DropHint:
        """The place where the appointment would be dropped, with all clashes."""
        visit, target = self._schedule.visit(apt_num), self._column(column)
        if visit is None or target is None:
            return DropHint("", clash=False)
        start = self._moment(target, start_minute)
        where = tr(join([Span(start, start + timedelta(minutes=minutes)), target.title], "  "))
        verdict = self._verdict(visit, minutes)
        if not verdict.ok:
            return DropHint(f"{where}\n{typed(verdict.reason)}", clash=True)
        clashes = self._clashes(visit, start, self._chair(visit, target), minutes)
        return DropHint("\n".join([where, *clashes]), clash=bool(clashes))

    def drop(self, apt_num: int, column: int, start_minute: int) -> None:
        """Move an appointment to where it was dropped."""
        visit, target = self._schedule.visit(apt_num), self._column(column)
        if visit is None or target is None:
            return
        start, op_num = self._moment(target, start_minute), self._chair(visit, target)
        if (start, op_num) == (visit.start, visit.op_num):
            return
        verdict = self._actions.may_move(visit)
        if verdict.ok:
            self._scope.start(self._actions.tell(self._writes.move(visit, start, op_num)), "move")
        else:
            self._actions.warn(typed(verdict.reason))

    def resize(self, apt_num: int, minutes: int) -> None:
        """Change an appointment's length."""
        visit = self._schedule.visit(apt_num)
        if visit is None or minutes == visit.minutes:
            return
        verdict = self._actions.may_stretch(visit)
        if verdict.ok:
            self._actions.resize(visit, minutes)
        else:
            self._actions.warn(typed(verdict.reason))

    def _verdict(self, visit: Visit, minutes: int) -> Verdict:
        """Whether it may be moved or resized at all; shown during the drag."""
        move = minutes == visit.minutes
        return self._actions.may_move(visit) if move else self._actions.may_stretch(visit)

    def _clashes(self, visit: Visit, start: datetime, op_num: int, minutes: int) -> list[str]:
        proposal = replace(proposed(visit), start=start, op_num=op_num, minutes=minutes)
        return [tr(clash.words) for clash in clashes_of(self._office, proposal) or ()]

    def _column(self, key: int) -> Column | None:
        grid = self._schedule.grid
        return next((each for each in grid.columns if each.key == key), None) if grid else None

    def _chair(self, visit: Visit, target: Column) -> int:
        return visit.op_num if self._schedule.view is ScheduleView.WEEK else target.key

    def _moment(self, target: Column, minute: int) -> datetime:
        return datetime.combine(target.day or self._schedule.day, time()) + timedelta(minutes=minute)

"""The way to an appointment's history, which loads when it is first asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.domain.schedule.visit import Visit
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.history.commands import HISTORY
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.staff.schedule.visit_rules import NOTHING_SELECTED, UNSENT
from app.viewmodels.verdict import Verdict
from app.wire.resources.hist_appointments import HistAppointments

MODEL = "app.viewmodels.staff.schedule.history.model:HistoryViewModel"


class LateHistory(QObject):
    """`asked` is emitted with the HistoryViewModel of the selected appointment."""

    asked = Signal(object)

    def __init__(
        self,
        desk: DeskViewModel,
        schedule: ScheduleViewModel,
        drop: DropViewModel,
        actions: VisitActions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._drop = drop
        scope = desk.parts.scope
        command = AsyncCommand(HISTORY, scope, self._show, self._may, desk.fail, self, about=actions.subject)
        self.commands = [command]
        schedule.selection_changed.connect(command.refresh)

    async def _show(self, visit: Visit) -> None:
        self.asked.emit(load_name(MODEL)(self._desk, self._schedule, self._drop, visit, self))

    def _may(self) -> Verdict:
        visit = self._schedule.selected
        if visit is None or visit.unsent:
            return NOTHING_SELECTED if visit is None else UNSENT
        verdict = self._desk.parts.client.can(HistAppointments.list)
        return Verdict(ok=verdict.ok, reason=verdict.reason)

"""The commands for papers of the selected patient: route slip, appointment card and labels, each shown first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Person, Visit
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.schedule.papers.commands import CARD, LABEL, ROUTE_SLIP
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import A_NOTE, NOTHING_SELECTED
from app.viewmodels.verdict import YES, Verdict

MAKING = "app.viewmodels.staff.schedule.papers.making:preview_of"
PREVIEW = "app.views.printing.preview:PrintPreview"


class SchedulePapers(QObject):
    """The card and the labels are the selected patient's, on every screen; the slip is the appointment's.

    Nothing that prints is imported before the first one. `previewed` is emitted with the factory of the preview
    and its viewmodel.
    """

    previewed = Signal(object, object)

    def __init__(self, desk: DeskViewModel, schedule: ScheduleViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self.commands: list[AsyncCommand] = [
            desk.command(ROUTE_SLIP, partial(self._show, ROUTE_SLIP), self._may_slip),
            desk.command(CARD, partial(self._show, CARD), self._may_print),
            desk.command(LABEL, partial(self._show, LABEL), self._may_print),
        ]
        schedule.selection_changed.connect(self._refresh)
        desk.patient.changed.connect(self._refresh)

    async def _show(self, spec: CommandSpec) -> None:
        visit, person, parts = self._visit, self._person, self._desk.parts
        if person is None:
            return
        preview_of, view = await parts.load(MAKING, PREVIEW)
        self.previewed.emit(view, preview_of(spec, parts, person, visit, self))

    @property
    def _visit(self) -> Visit | None:
        """The selected appointment, if it is the selected patient's."""
        visit, current = self._schedule.selected, self._desk.patient.current
        same = visit is not None and (current is None or current.pat_num == visit.pat_num)
        return visit if same else None

    @property
    def _person(self) -> Person | None:
        known = self._desk.chosen.person()
        return known if known is not None else self._visit.person if self._visit is not None else None

    def _may_print(self) -> Verdict:
        return YES if self._person is not None else NOBODY

    def _may_slip(self) -> Verdict:
        visit = self._visit
        if visit is None:
            return NOTHING_SELECTED
        return A_NOTE if visit.is_note else YES

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()

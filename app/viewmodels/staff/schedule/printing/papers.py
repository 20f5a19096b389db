"""Papers of the selected patient: route slip, appointment card and labels, each shown before it is printed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.printing.document import Document
from app.domain.schedule.visit import Person, Visit
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.schedule.printing.commands import CARD, LABEL, ROUTE_SLIP
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_rules import A_NOTE, NOTHING_SELECTED
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # loads when something is printed
    from app.services.printing.patient_papers import PatientPapers

PAPERS = "app.services.printing.patient_papers:PatientPapers"
PREVIEW = "app.views.printing.preview:PrintPreview"
Make = Callable[[], Awaitable[Document]]


class SchedulePapers(QObject):
    """The card and the labels are the selected patient's, on every screen; the slip is the appointment's.

    `previewed` is emitted with the factory of the preview and its viewmodel.
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

    def choices(self, spec: CommandSpec, papers: PatientPapers) -> list[PrintChoice]:
        """What one command offers, for whoever is selected now; file names have no patient's name."""
        visit, person = self._visit, self._person
        made: list[tuple[str, str, Make]] = []
        if person is None:
            return []
        if spec is ROUTE_SLIP and visit is not None:
            made = [(tr("Route slip"), tr("Route slip"), partial(papers.route_slip, visit))]
        elif spec is CARD:
            made = [(tr("Appointment card"), tr("Appointment card"), partial(papers.card, person, visit))]
        elif spec is LABEL:
            made = [
                (tr("Patient's address"), tr("Label"), partial(papers.address, person.pat_num)),
                (tr("Guarantor's address"), tr("Label"), partial(papers.guarantor_address, person.pat_num)),
                (tr("Chart label"), tr("Label"), partial(papers.chart, person)),
            ]
        return [PrintChoice(word, file_name, make) for word, file_name, make in made]

    async def _show(self, spec: CommandSpec) -> None:
        parts = self._desk.parts
        make_papers, preview = await parts.load(PAPERS, PREVIEW)
        papers = make_papers(parts.client, parts.office, parts.patients)
        if choices := self.choices(spec, papers):
            self.previewed.emit(preview, PrintViewModel(choices, 0, parts.scope, self))

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

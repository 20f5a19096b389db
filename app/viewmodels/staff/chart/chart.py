"""The Chart tab: medical banner, teeth, progress notes, treatment plans, exams. Each part is read by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, msg
from app.domain.chart.numbering import Numbering, numbering_named
from app.domain.chart.places import teeth_of
from app.store.lists import PRACTICE_TITLE
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.chart.commands import NUMBERING, PRINT, REPORT, SEARCH
from app.viewmodels.staff.chart.exams import ExamsSection
from app.viewmodels.staff.chart.medical import MedicalSection
from app.viewmodels.staff.chart.notes import NotesSection
from app.viewmodels.staff.chart.plans import PlansSection
from app.viewmodels.staff.chart.teeth import ProcedureRow, TeethSection
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.tabs import TabModel
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.translation import tr

PRINT_CHART = "app.viewmodels.staff.chart.printing:print_chart"
PREVIEW = "app.views.printing.preview:PrintPreview"
NUMBERING_WORDS: dict[Numbering, Text] = {
    Numbering.UNIVERSAL: msg("Universal"),
    Numbering.PALMER: msg("Palmer"),
    Numbering.FDI: msg("FDI"),
}


class ChartModel(TabModel):
    """`search_asked`: put the cursor into the notes' filter. `report_asked`: put it into the report's form."""

    search_asked = Signal()
    report_asked = Signal()
    print_asked = Signal()
    previewed = Signal(object, object)
    """The factory of the print preview, and its viewmodel."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.medical = MedicalSection(desk)
        self.teeth = TeethSection(desk)
        self.notes = NotesSection(desk)
        self.plans = PlansSection(desk, self.teeth)
        self.exams = ExamsSection(desk)
        self.sections = (self.medical, self.teeth, self.notes, self.plans, self.exams)
        """In the order in which they are read."""
        for section in self.sections:
            section.changed.connect(self.status_changed)
        self.teeth.changed.connect(lambda: self.notes.use_procedures(self.teeth.procedures))
        self.teeth.odontogram.tooth_selected.connect(self.notes.limit_to)
        self.teeth.odontogram.numbering_chosen.connect(desk.tooth_numbers.choose)
        desk.tooth_numbers.changed.connect(self._use_numbering)
        self._use_numbering()

    @property
    def numbering(self) -> Numbering:
        """The system of tooth numbers. An unknown one in the settings counts as Universal."""
        return numbering_named(self._desk.tooth_numbers.value)

    @property
    def status(self) -> ScreenStatus:
        """The age of the oldest part, and what is still being read."""
        ages = [each.age for each in self.sections if each.age is not None]
        return ScreenStatus(max(ages, default=None), coming=self.notes.coming)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's chart."""
        for section in self.sections:
            section.show(pat_num)

    def refresh(self) -> None:
        """Read all parts again."""
        for section in self.sections:
            section.read_again()

    def close(self) -> None:
        """Stop following the parts."""
        for section in self.sections:
            section.close()

    async def run(self, command_id: str) -> None:
        """Search the notes, report a change, or change the numbering."""
        match command_id:
            case SEARCH.id:
                self.search_asked.emit()
            case REPORT.id:
                self.open_report()
            case NUMBERING.id:
                systems = list(Numbering)
                following = systems[(systems.index(self.numbering) + 1) % len(systems)]
                self._desk.tooth_numbers.choose(following)
                words = tr("Tooth numbers: {system}", system=NUMBERING_WORDS[following])
                self._desk.notices.say(words)
            case PRINT.id:
                self.print_asked.emit()

    def open_report(self) -> None:
        """Show the form of the banner, or say why nothing can be reported."""
        report = self.medical.report
        if not report.verdict.ok:
            self._desk.warn(tr(report.verdict.reason))
            return
        report.open()
        self.report_asked.emit()

    def print_teeth(self, draw: Callable[..., Any], parent: QObject) -> None:
        """Preview the teeth as they are on the screen. `draw` makes the picture for paper."""
        person = self._desk.parts.office.person(self.teeth.pat_num or 0)
        who = person.display if person is not None else ""
        model, parts = self.teeth.odontogram, self._desk.parts
        about = {"who": who, "practice": self._practice, "clock": parts.clock, "scope": parts.scope}
        self._preview(PRINT_CHART, lambda make: make(model, draw, **about, parent=parent))

    def print_procedures(self, parent: QObject) -> None:
        """Preview the listed procedures."""
        parts = self._desk.parts
        preview = self.teeth.table.print(parts.scope, parts.clock, self._practice, parent)
        self._preview(PREVIEW, lambda _: preview)

    def select_tooth_of(self, row: ProcedureRow) -> None:
        """Select the first tooth of a procedure, if it names one."""
        teeth = teeth_of(row.row)
        if teeth:
            self.teeth.odontogram.select(teeth[0].name)

    def clear_tooth(self) -> None:
        """Show the notes of all teeth again."""
        self.teeth.odontogram.select("")
        self.notes.limit_to("")

    @property
    def _practice(self) -> str:
        lists = self._desk.parts.office.lists
        return lists.preferences.get(PRACTICE_TITLE, "") if lists is not None else ""

    def _preview(self, maker: str, make: Callable[[Callable[..., Any]], PrintViewModel]) -> None:
        """Printing is loaded when it is first wanted."""

        async def work() -> None:
            loaded, preview = await self._desk.parts.load(maker, PREVIEW)
            printed = make(loaded)
            printed.belongs_to = self
            self.previewed.emit(preview, printed)

        self._desk.parts.scope.start(work(), "print preview")

    def _use_numbering(self) -> None:
        for section in (self.teeth, self.notes, self.plans, self.exams):
            section.use_numbering(self.numbering)

"""The Forms tab: the patient's forms, filling them in, and adding one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.text import NO_TEXT, At, Shape, Text, join, many, msg
from app.domain.schedule.visit import Person
from app.journal.entries import WriteState
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.commands import NEW_FORM
from app.viewmodels.staff.patient.papers.filed import FiledPapers
from app.viewmodels.staff.patient.papers.form_fields import FormFields
from app.viewmodels.staff.patient.papers.form_rows import COLUMNS, EMPTY, FormRow, form_rows, is_due
from app.viewmodels.staff.patient.papers.new_form import NewForm
from app.viewmodels.staff.patient.tabs import TabModel
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict
from app.wire.resources.sheet_defs import SheetDef, SheetKind

NOBODY = Verdict(ok=False, reason=msg("No patient selected."))


class FormsModel(TabModel):
    """`changed`: other forms or another patient. `added` is emitted with the SheetNum of a new form in the table."""

    changed = Signal()
    added = Signal(int)

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._adding = False
        self._added = 0
        self.pat_num: int | None = None
        self.filed = FiledPapers(desk, self)
        memory = desk.tables or ForgetfulMemory()
        self.table = TableViewModel(
            "forms",
            msg("Forms"),
            COLUMNS,
            lambda row: row.sheet_num,
            memory,
            self,
            empty=EMPTY,
        )
        self.form = FormFields(desk, self)
        self.new_form = NewForm(desk, self)
        self.new = desk.command(NEW_FORM, self._open_new, self._may_add)
        self.open_in = desk.commands[OPEN_IN.id]
        """Opens the patient in Open Dental, where forms are signed."""
        self.new.refused.connect(desk.warn)
        self.filed.changed.connect(self._fill)

    @property
    def status(self) -> ScreenStatus:
        """The age of the list."""
        return ScreenStatus(self.filed.age)

    @property
    def due(self) -> str:
        """How many forms the patient still has to fill in or sign, or why the list could not be read again."""
        if self.filed.trouble:
            return self.filed.trouble
        rows = self.table.model.rows
        count = sum(is_due(row) for row in rows)
        if count:
            due = many("{n} forms are due.", "{n} form is due.", count)
            return tr(join([due, self._last_history()]))
        filed = self.filed.value
        if rows and filed is not None and filed.unsigned is None:
            return tr("Which forms are due isn't known: the API key lacks the Queries permission.")
        return tr(join([msg("No form is due."), self._last_history()])) if rows else ""

    def _last_history(self) -> Text:
        """When the patient filled in the last medical history: each office has its own rule how long it is good."""
        rows = [each for each in self.table.model.rows if each.row.SheetType is SheetKind.MEDICAL_HISTORY]
        last = max(
            (each.created for each in rows if each.created is not None and not is_due(each)), default=None
        )
        return (
            msg("Last medical history: {date}.", date=At(last, Shape.DATE)) if last is not None else NO_TEXT
        )

    def show(self, pat_num: int | None) -> None:
        """Show this patient's."""
        if pat_num != self.pat_num:
            self.form.select(None)
            self.new_form.close()
        self.pat_num = pat_num
        self.filed.show(pat_num)
        self.new.refresh()
        self.changed.emit()

    async def run(self, command_id: str) -> None:
        """Offer the office's forms."""
        if command_id == NEW_FORM.id:
            self.new.run()

    def refresh(self) -> None:
        """Read the list and the selected form again."""
        self.filed.read_again()
        self.form.read_again()

    def close(self) -> None:
        """The desk was closed."""
        self.filed.close()

    def select(self, row: FormRow | None) -> None:
        """Show the fields of a form."""
        self.form.select(row)

    def add(self, definition: SheetDef) -> None:
        """Add a form; a double click adds one."""
        person = self._desk.chosen.person()
        if person is None or person.pat_num != self.pat_num or self._adding:
            return
        self._adding = True
        self.new_form.close()
        self._desk.parts.scope.start(self._add(person, definition), "add a form")

    async def _add(self, person: Person, definition: SheetDef) -> None:
        try:
            papers = self._desk.parts.patient_writes().papers
            entry = await self._desk.outcomes.tell(papers.add_sheet(person, definition))
            if entry is not None and entry.state is WriteState.DONE and person.pat_num == self.pat_num:
                self._added = int((entry.answer or {}).get("SheetNum", 0))
                self._show_added()
        finally:
            self._adding = False

    async def _open_new(self) -> None:
        self.new_form.open()

    def _may_add(self) -> Verdict:
        if self.pat_num is None:
            return NOBODY
        client = self._desk.parts.client
        for method in (client.sheet_defs.list, client.sheets.create):
            verdict = client.can(method)
            if not verdict.ok:
                return Verdict(ok=False, reason=verdict.reason)
        return Verdict(ok=True)

    def _fill(self) -> None:
        filed = self.filed.value
        self.filed.show_in(
            self.table, lambda each: each.sheets, lambda rows: form_rows(filed, rows) if filed else ()
        )
        if self.form.row is not None:
            number = self.form.row.sheet_num
            self.form.select(next((each for each in self.table.model.rows if each.sheet_num == number), None))
        self._show_added()
        self.status_changed.emit()
        self.changed.emit()

    def _show_added(self) -> None:
        """Select the new form once it is in the table."""
        if self._added and any(each.sheet_num == self._added for each in self.table.model.rows):
            number, self._added = self._added, 0
            self.added.emit(number)

"""The patient's recalls: what is due and when, booked with a click; interval, status and note are edited in place."""

from __future__ import annotations

from app.services.patients.parts.recalls import PatientRecalls, RecallsReader
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.section_commands import ADD_RECALL
from app.viewmodels.staff.patient.sections.field_group import FieldGroup
from app.viewmodels.staff.patient.sections.recall_actions import RecallActions
from app.viewmodels.staff.patient.sections.recall_fields import StatusKind, recall_fields
from app.viewmodels.staff.patient.sections.recall_rows import RecallChoice, RecallRow, choices_of, recall_rows
from app.viewmodels.staff.patient.sections.section import ActingSection
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.recalls import Recall, Recalls


class RecallsSection(ActingSection[PatientRecalls]):
    """`open_row` is the recall whose fields are shown, by RecallNum. `adding`: the types to add are offered."""

    reader = RecallsReader
    command = ADD_RECALL

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.rows: tuple[RecallRow, ...] = ()
        self.choices: tuple[RecallChoice, ...] = ()
        """The types that can be added."""
        self.open_row: int | None = None
        self.adding = False
        self.actions = RecallActions(desk)
        self._statuses = StatusKind()
        self.fields = FieldGroup(desk, recall_fields(desk, self._statuses), self)

    def act(self) -> None:
        """Offer the types that the patient has no recall of, or stop offering them."""
        self.adding = not self.adding
        self.changed.emit()

    def may_act(self) -> Verdict:
        """Whether there is a type to add."""
        verdict = may(self.desk, Recalls.create)()
        if not verdict.ok:
            return verdict
        if self.value is not None and not self.choices:
            return Verdict(ok=False, reason=tr("The patient has a recall of every type."))
        return verdict

    def add(self, choice: RecallChoice) -> None:
        """Add a recall of a type."""
        self.adding = False
        self.actions.add(person_of(self.desk, self.pat_num or 0), choice.type_num)
        self.changed.emit()

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. What is being typed in a field is saved, or kept if it is no valid value."""
        if pat_num != self.pat_num:
            self.fields.leave()
            self.open_row, self.adding = None, False
        super().show(pat_num)

    def toggle(self, recall_num: int) -> None:
        """Show a recall's fields, or hide them."""
        self.open_row = None if self.open_row == recall_num else recall_num
        if self.open_row is not None:
            self.desk.parts.scope.start(self._statuses.read(self.desk.parts.client), "recall statuses")
        self._fill_fields()
        self.changed.emit()

    def book(self, recall_num: int) -> None:
        """Book an appointment for a recall, on the schedule."""
        row = self._recall(recall_num)
        if row is not None and self.value is not None:
            person = person_of(self.desk, self.pat_num or 0)
            self.actions.book(person, self.value.types.get(row.RecallTypeNum))

    def _fill(self, value: PatientRecalls) -> None:
        self.rows = recall_rows(value, self.desk.now().date())
        self.choices = choices_of(value)
        self._fill_fields()

    def _fill_fields(self) -> None:
        row = self._recall(self.open_row)
        if row is None:
            self.open_row = None
            self.fields.leave()
            return
        self._statuses.know(row.RecallStatus, row.recallStatus)
        why_not = typed(self.desk.parts.client.can(Recalls.update).reason)
        person = person_of(self.desk, self.pat_num or 0)
        self.fields.fill(row.RecallNum, person, {Recall: row}, dict.fromkeys(self.fields.edits, why_not))

    def _recall(self, recall_num: int | None) -> Recall | None:
        rows = self.value.rows if self.value is not None else ()
        return next((row for row in rows if row.RecallNum == recall_num), None)

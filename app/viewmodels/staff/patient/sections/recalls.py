"""The patient's recalls: what is due and when, booked with a click; interval, status and note are edited in place."""

from __future__ import annotations

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.services.patients.parts.recalls import PatientRecalls, RecallsReader
from app.services.schedule.booking_hint import hint_of_recall
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.section_commands import ADD_RECALL
from app.viewmodels.staff.patient.sections.field_group import FieldGroup
from app.viewmodels.staff.patient.sections.recall_fields import StatusKind, recall_fields, refusal
from app.viewmodels.staff.patient.sections.recall_rows import RecallRow, recall_rows
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.appointments import Appointments
from app.wire.resources.definitions import DefinitionCategory
from app.wire.resources.recalls import Recall, Recalls


class RecallChoice(Struct, frozen=True):
    """A type that the patient has no recall of."""

    type_num: int
    text: str


class RecallsSection(Section[PatientRecalls]):
    """`open_row` is the recall whose fields are shown, by RecallNum. `adding`: the types to add are offered."""

    reader = RecallsReader
    command = ADD_RECALL

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.rows: tuple[RecallRow, ...] = ()
        self.open_row: int | None = None
        self.adding = False
        self._statuses = StatusKind()
        self._all_statuses = False
        specs = recall_fields(desk, lambda: self.person, self._statuses)
        self.fields = FieldGroup(desk, specs, self)

    @property
    def choices(self) -> tuple[RecallChoice, ...]:
        """The types that can be added."""
        if self.value is None:
            return ()
        held = {row.RecallTypeNum for row in self.value.rows}
        free = [each for number, each in self.value.types.items() if number not in held]
        return tuple(RecallChoice(each.RecallTypeNum, each.Description.strip()) for each in free)

    def act(self) -> None:
        """Offer the types that the patient has no recall of, or stop offering them."""
        self.adding = not self.adding
        self.changed.emit()

    def may_act(self) -> Verdict:
        """Whether there is a type to add."""
        verdict = self.desk.parts.client.can(Recalls.create)
        if not verdict.ok:
            return Verdict(ok=False, reason=verdict.reason)
        if self.value is not None and not self.choices:
            return Verdict(ok=False, reason=tr("The patient has a recall of every type."))
        return YES

    def add(self, choice: RecallChoice) -> None:
        """Add a recall of a type, with the type's own interval."""
        self.adding = False
        write = self.desk.parts.patient_writes().add_recall(self.person, choice.type_num)
        self.desk.outcomes.start(write, "recall")
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
        if self.open_row is not None and not self._all_statuses:
            self.desk.parts.scope.start(self._read_statuses(), "recall statuses")
        self._fill_fields()
        self.changed.emit()

    def book(self, recall_num: int) -> None:
        """Book an appointment for a recall, on the schedule."""
        row, lists = self._recall(recall_num), self.desk.parts.office.lists
        if row is None or self.value is None:
            return
        kind = self.value.types.get(row.RecallTypeNum)
        hint = hint_of_recall(self.person, kind, lists.appointment_types if lists is not None else ())
        self.desk.parts.scope.start(self.desk.chosen.book(hint), "book a recall")

    def may_book(self) -> Verdict:
        """Whether the key may book."""
        verdict = self.desk.parts.client.can(Appointments.create)
        return Verdict(ok=verdict.ok, reason=verdict.reason)

    def _fill(self, value: PatientRecalls) -> None:
        self.rows = recall_rows(value, self.desk.now().date())
        if self._recall(self.open_row) is None:
            self.open_row = None
        self._fill_fields()

    def _fill_fields(self) -> None:
        row = self._recall(self.open_row)
        if row is None:
            self.fields.leave()
            return
        self._statuses.know(row.RecallStatus, row.recallStatus)
        why_not = refusal(self.desk, Recalls.update)
        self.fields.fill(row.RecallNum, {Recall: row}, dict.fromkeys(self.fields.edits, why_not))

    def _recall(self, recall_num: int | None) -> Recall | None:
        rows = self.value.rows if self.value is not None else ()
        return next((row for row in rows if row.RecallNum == recall_num), None)

    async def _read_statuses(self) -> None:
        category = DefinitionCategory.RECALL_UNSCHED_STATUS.number
        try:
            rows = await self.desk.parts.client.at(Need.CLICK).definitions.list(Category=category)
        except ApiError:  # the statuses that are known can be chosen
            return
        self._all_statuses = True
        self._statuses.take([row for row in rows if row.Category == category])

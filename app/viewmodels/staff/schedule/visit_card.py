"""The card in the side panel: the selected appointment, or a patient selected elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.schedule.tile import CardRow, card_text, person_text
from app.domain.schedule.visit import Person, Visit
from app.services.schedule.rows import where_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.tasks import ScheduleTasks
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr

BALANCE, STATUS = msg("Balance"), msg("Status")


class VisitCardViewModel(QObject):
    """The card's texts; `changed` when they change."""

    BUTTON_ROWS = (
        ("visit.confirmed", "visit.arrived"),
        ("visit.seated", "visit.dismissed"),
        ("visit.note", "visit.move", "visit.break"),
        ("money.payment", "money.check_out"),
        ("visit.details", "screen.ledger", "visit.new_task"),
    )

    PERSON_BUTTONS = (("visit.new",), ("money.payment", "screen.ledger"))
    """For a patient without an appointment on the shown days."""

    HINT = msg("Click an appointment to see it here. Use the arrow keys to move between appointments.")
    """Shown instead of the rows when nothing is selected."""
    NO_APPOINTMENT = msg("No appointment on the shown days.")

    changed = Signal()

    def __init__(
        self,
        schedule: ScheduleViewModel,
        desk: DeskViewModel,
        tasks: ScheduleTasks,
        parent: QObject | None = None,
    ) -> None:
        """The strip has read the balance of the selected patient, so that the card needs no request of its own."""
        super().__init__(parent)
        self._strip = desk.strip
        self._office = desk.parts.office
        self._clock = desk.parts.clock
        self._schedule = schedule
        self._tasks = tasks
        self._patient = desk.patient
        self.title = ""
        self.rows: tuple[CardRow, ...] = ()
        self.hint = tr(self.HINT)
        schedule.selection_changed.connect(self._follow)
        for signal in (desk.patient.changed, desk.strip.changed, tasks.changed):
            signal.connect(self._follow)
        self._follow()

    @property
    def has_visit(self) -> bool:
        """Whether an appointment is selected."""
        return self._schedule.selected is not None

    @property
    def person(self) -> Person | None:
        """The patient selected elsewhere who has no appointment on the shown days."""
        current = self._patient.current
        if self.has_visit or current is None or current.origin is Origin.SCHEDULE:
            return None
        return self._office.person(current.pat_num)

    def rows_of(self, visit: Visit) -> tuple[CardRow, ...]:
        """The rows of an appointment as of now. Of the selected patient's also the balance."""
        lists = self._office.lists
        where, tasks = where_of(visit, lists) if lists else "", self._tasks.texts.get(visit.apt_num, "")
        rows = card_text(visit, self._clock.now(), where, tasks)
        selected = self._patient.current
        if visit.is_note or selected is None or selected.pat_num != visit.pat_num:
            return rows
        at = next((at for at, row in enumerate(rows, 1) if row.label == STATUS), len(rows))
        return (*rows[:at], self._balance(visit.pat_num), *rows[at:])

    def details_of(self, visit: Visit) -> tuple[CardRow, ...]:
        """The current rows of an appointment, if it is still on the screen."""
        return self.rows_of(self._schedule.visit(visit.apt_num) or visit)

    def _balance(self, pat_num: int) -> CardRow:
        """What the family owes, with what is pending with insurance; always in the same place, also while it loads."""
        state = self._strip.model.state if self._strip.model is not None else None
        if state is None or state.pat_num != pat_num:
            return CardRow(BALANCE, msg("Loading…"))
        figure = state.figures[0]
        return CardRow(BALANCE, figure.value, "late" if figure.tone == "money" else "")

    def _follow(self) -> None:
        visit, person = self._schedule.selected, self.person
        self.title = visit.name if visit else person.display if person else tr("No appointment selected")
        self.rows = self.rows_of(visit) if visit else ()
        self.hint = "" if visit else tr(self.HINT)
        if person is not None:
            rows = person_text(person, self._clock.now().date())
            self.rows = (*rows, self._balance(person.pat_num), *self._tasks.rows_of(person.pat_num))
            self.hint = tr(self.NO_APPOINTMENT)
        self.changed.emit()

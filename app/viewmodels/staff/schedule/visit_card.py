"""The selected appointment's card in the side panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.domain.schedule.tile import CardRow, card_text
from app.domain.schedule.visit import Visit
from app.services.schedule.rows import where_of
from app.store.office import Office
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel


class VisitCardViewModel(QObject):
    """The card's words; `changed` when they do."""

    BUTTON_ROWS = (
        ("visit.confirmed", "visit.arrived"),
        ("visit.seated", "visit.dismissed"),
        ("visit.note", "visit.move", "visit.break"),
    )

    HINT = "Click an appointment to see it here. Press Enter or the arrow keys to walk the schedule."
    """Instead of the rows, when nothing is selected."""

    changed = Signal()

    def __init__(
        self, schedule: ScheduleViewModel, office: Office, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._clock = clock
        self._schedule = schedule
        self.title = ""
        self.rows: tuple[CardRow, ...] = ()
        schedule.selection_changed.connect(self._follow)
        self._follow()

    @property
    def has_visit(self) -> bool:
        """Whether an appointment is selected."""
        return self._schedule.selected is not None

    def rows_of(self, visit: Visit) -> tuple[CardRow, ...]:
        """What there is to say of any appointment, now."""
        lists = self._office.lists
        return card_text(visit, self._clock.now(), where_of(visit, lists) if lists else "")

    def _follow(self) -> None:
        visit = self._schedule.selected
        self.title = visit.name if visit else "No appointment selected"
        self.rows = self.rows_of(visit) if visit else ()
        self.changed.emit()

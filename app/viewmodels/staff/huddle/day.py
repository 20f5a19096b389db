"""Which day and clinic the huddle shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape
from app.domain.schedule.clashes import Names
from app.services.schedule.rows import names_of
from app.store.lists import PRACTICE_TITLE, OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr


class HuddleDay(QObject):
    """`changed`: another day or clinic."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.clinic = 0
        """0: the whole office."""
        self._chosen: date | None = None
        """The day that the user chose; None: today, whatever day that is."""

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._chosen or self._desk.now().date()

    def choose_day(self, day: date | None) -> None:
        """Show a day; None: today."""
        self._chosen = None if day == self._desk.now().date() else day
        self.changed.emit()

    def step(self, days: int) -> None:
        """Show the next (1) or previous (-1) working day, or (0) today."""
        reader = self._desk.parts.office.reader
        steps = {1: reader.working_day_after, -1: reader.working_day_before}
        self.choose_day(steps[days](self.day) if days else None)

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic's part of the day; 0: the whole office."""
        self.clinic = clinic
        self.changed.emit()

    @property
    def title(self) -> str:
        """The day."""
        return tr(At(datetime.combine(self.day, time()), Shape.DATED_DAY))

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        return self.lists.clinic_names

    @property
    def lists(self) -> OfficeLists:
        """The office's lists, as far as they are known."""
        return self._desk.parts.office.lists or OfficeLists()

    @property
    def names(self) -> Names:
        """The names of operatories and providers."""
        return names_of(self.lists)

    @property
    def practice(self) -> str:
        """The practice's name; empty: not known."""
        return self.lists.preferences.get(PRACTICE_TITLE, "")

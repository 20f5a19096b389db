"""The panel beside a screen with what patients changed at check-in, the selected patient's first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.viewmodels.staff.check_in.change_cards import ChangeCard
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the panel, and passes itself to it
    from app.viewmodels.staff.check_in.model import CheckInModel
    from app.viewmodels.staff.desk import DeskViewModel


class ChangesPanelViewModel(QObject):
    """`changed` when other cards are shown, `finished` when the panel is done: closed, or nothing is left."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckInModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.changes = check_in.changes
        self.is_open = False
        self.changes.changed.connect(self._follow)
        desk.patient.changed.connect(self.changed)

    @property
    def cards(self) -> tuple[ChangeCard, ...]:
        """The selected patient's, then all others, oldest first."""
        current = self._desk.patient.current
        pat_num = current.pat_num if current is not None else 0
        return tuple(sorted(self.changes.cards, key=lambda each: each.pat_num != pat_num))

    @property
    def words(self) -> str:
        """What is shown in place of the cards; empty: there are some."""
        if self.cards:
            return ""
        if not self.changes.read:
            return self.changes.why or tr("Loading…")
        return tr("All changes from check-in have been decided.")

    def begin(self) -> None:
        """The panel is shown."""
        self.is_open = True
        self.changed.emit()

    def leave(self) -> None:
        """Another page took its place."""
        self.is_open = False

    def close(self) -> None:
        """The user closed it."""
        self.is_open = False
        self.finished.emit()

    def show_patient(self, pat_num: int) -> None:
        """Select a patient."""
        self._desk.patient.select(pat_num, Origin.CHECK_IN)

    def _follow(self) -> None:
        if self.is_open:
            self.changed.emit()

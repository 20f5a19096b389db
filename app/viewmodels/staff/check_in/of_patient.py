"""How many changes the selected patient made at check-in, for the strip."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT
from app.viewmodels.staff.check_in.commands import CHANGES
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr


class SelectedPatientChanges(QObject):
    """`changed` when there are others."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.count = 0
        self.words = ""
        """As text: "2 changes from check-in"."""
        for signal in (desk.patient.changed, desk.check_in.changed):
            signal.connect(self._follow)
        self._follow()

    def open(self) -> None:
        """Show them in the panel."""
        self._desk.commands[CHANGES.id].run()

    def _follow(self) -> None:
        current = self._desk.patient.current
        text = self._desk.check_in.words_of(current.pat_num) if current is not None else NO_TEXT
        words = tr(text)
        if words != self.words:
            self.count, self.words = text.count or 0, words
            self.changed.emit()

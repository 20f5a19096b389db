"""The patient's notes, each in full with its line breaks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.viewmodels.staff.patient.sections.notes import NotesSection
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.inline.field import InlineField
from app.views.widgets.labels import plain_label


class NotesBody(SectionBody):
    """A click edits; Ctrl+Enter saves."""

    def __init__(self, section: NotesSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.fields = {name: InlineField(edit) for name, edit in section.edits.items()}
        for field in self.fields.values():
            column.addWidget(field)
        self._note = plain_label(kind="second", wrap=True)
        column.addWidget(self._note)

    def fill(self) -> None:
        """Show those that have a text, and the usual ones."""
        shown = self._section.shown_notes
        for name, field in self.fields.items():
            field.setVisible(name in shown)
        self._note.setText(self._section.family_note)
        self._note.setVisible(bool(self._section.family_note))

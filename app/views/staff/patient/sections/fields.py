"""The office's own patient fields, one line each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.viewmodels.staff.patient.sections.fields import FEW, FieldsSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.cell_button import cell_button
from app.views.widgets.inline.field import InlineField
from app.views.widgets.labels import plain_label


class FieldsBody(SectionBody):
    """A click edits."""

    def __init__(self, section: FieldsSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self.fields: dict[str, InlineField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._note = plain_label(kind="second", wrap=True)
        self._all = cell_button("", "link")
        self._all.clicked.connect(lambda: section.show_all(shown=not section.shows_all))
        self._column.addWidget(self._note)
        self._column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        section.fields_changed.connect(self._rebuild)
        self._rebuild()

    def fill(self) -> None:
        """Show the fields that have a value, or all."""
        section = self._section
        for name, field in self.fields.items():
            field.setVisible(name in section.shown_fields)
        empty = tr(
            "This office has no patient fields. They are set up in Open Dental: Setup, Patient Fields."
        )
        words = section.definitions_note or ("" if self.fields else empty)
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._all.setVisible(len(self.fields) > FEW)
        self._all.setText(tr("Show fewer fields") if section.shows_all else tr("Show all fields"))

    def _rebuild(self) -> None:
        for old in self.fields.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = {name: InlineField(edit) for name, edit in self._section.edits.items()}
        for at, field in enumerate(self.fields.values()):
            self._column.insertWidget(at, field)

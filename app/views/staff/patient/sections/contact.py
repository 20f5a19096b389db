"""How to reach the patient: fields that are edited in place, and a link for those that are empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout

from app.viewmodels.staff.patient.sections.contact import ContactSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.inline.field import InlineField


class ContactBody(SectionBody):
    """One line a field."""

    def __init__(self, section: ContactSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self.fields: dict[str, InlineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        self._all = QToolButton()
        self._all.setProperty("kind", "link")
        self._all.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._all.clicked.connect(lambda: section.show_all(shown=not section.shows_all))
        column.addWidget(self._all)
        section.fields_changed.connect(self.fill)

    def fill(self) -> None:
        """Show the fields that have a value; the others on request."""
        shown = self._section.shown_fields
        for place, name in enumerate(self._section.edits):
            if name in shown and name not in self.fields:
                self.fields[name] = InlineField(self._section.edits[name])
                before = [each for each in list(self._section.edits)[:place] if each in self.fields]
                self._column.insertWidget(len(before), self.fields[name])
            if name in self.fields:
                self.fields[name].setVisible(name in shown)
        self._all.setText(tr("Show fewer fields") if self._section.shows_all else tr("Show all fields"))

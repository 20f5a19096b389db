"""How to reach the patient: labeled lines."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.schedule.tile import CardRow
from app.viewmodels.staff.patient.sections.contact import ContactSection
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.card_rows import CardRows


class ContactBody(SectionBody):
    """One line a field; the values can be selected and copied."""

    def __init__(self, section: ContactSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._rows = CardRows(selectable=True, capped=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def fill(self) -> None:
        """Show the fields that have a value."""
        self._rows.fill([CardRow(row.label, row.value) for row in self._section.rows])

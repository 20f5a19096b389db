"""The family: its members, its balance, and who of them should be booked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.viewmodels.staff.patient.sections.family import FamilySection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.family_list import PAD, FamilyList
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label


class FamilyBody(SectionBody):
    """The list, and below it the family's balance and what is open."""

    def __init__(self, section: FamilySection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._shown_for: int | None = None
        self.list = FamilyList(section, theme)
        self._size, self._total = plain_label(kind="second"), plain_label()
        self._total.setFont(theme.fonts.figures)
        self._open, self._unread = plain_label(kind="second", wrap=True), plain_label(kind="faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 0, PAD, 0)
        row.addWidget(self._size)
        row.addStretch(1)
        row.addWidget(self._total)
        column.addWidget(self.list)
        column.addLayout(row)
        for label in (self._open, self._unread):
            label.setContentsMargins(PAD, 0, PAD, 0)
            column.addWidget(label)

    def fill(self) -> None:
        """Show what is below the list; the list follows its model."""
        section = self._section
        self._size.setText(section.size)
        for label in (self._size, self._total):
            label.setVisible(section.is_family)
        self._total.setText(tr("Family balance {amount}", amount=section.total))
        self._open.setText(" · ".join(each.text for each in section.summary))
        self._open.setVisible(bool(section.summary) and section.is_family)
        self._unread.setText(section.unread)
        self._unread.setVisible(bool(section.unread))
        self.list.fit()
        if section.pat_num != self._shown_for:
            self._shown_for = section.pat_num
            self.list.show_current()

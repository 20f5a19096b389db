"""The patient's latest forms and documents: date, name and state. The date opens the tab that has it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.text import many
from app.viewmodels.staff.patient.sections.papers import PaperRow, PapersSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.cell_button import cell_button
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip


class PapersBody(SectionBody):
    """One line each."""

    def __init__(self, section: PapersSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._figures = theme.fonts.figures
        self._shown: object = None
        self._host: QWidget | None = None
        self._below = plain_label(kind="second")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._below)

    def fill(self) -> None:
        """Show them; the same rows stay as they are."""
        section = self._section
        state = (section.rows, section.more)
        if state == self._shown:
            return
        self._shown = state
        if self._host is not None:
            self._column.removeWidget(self._host)
            self._host.hide()
            self._host.deleteLater()
        self._host = self._made(section.rows)
        self._column.insertWidget(0, self._host)
        self._host.setVisible(bool(section.rows))
        more = tr(many("{n} more in the tabs above", "{n} more in the tabs above", section.more))
        self._below.setText(more if section.rows else tr("No forms or documents yet."))
        self._below.setVisible(not section.rows or section.more > 0)

    def _made(self, rows: tuple[PaperRow, ...]) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for line, row in enumerate(rows):
            when = cell_button(row.when or tr("No date"), "second")
            when.setFont(self._figures)
            when.setAccessibleName(f"{row.when}, {row.title}, {row.state}")
            when.clicked.connect(lambda _=False, row=row: self._section.open(row))
            title, state = ElidedLabel(row.title), plain_label(row.state, kind=row.tone)
            title.setToolTip(plain_tip(row.title))
            for column, widget in enumerate((when, title, state)):
                grid.addWidget(widget, line, column)
        return host

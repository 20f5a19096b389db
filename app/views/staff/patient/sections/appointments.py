"""The patient's appointments: one line each."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.appointments import AppointmentRow, AppointmentsSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label

MOST_ROWS = 12


class AppointmentsBody(SectionBody):
    """Time, procedures, place and status."""

    def __init__(self, section: AppointmentsSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._figures = theme.fonts.figures
        self._shown: tuple[AppointmentRow, ...] | None = None
        self._grid_host: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> None:
        """Show them; the same rows stay as they are."""
        rows = self._section.rows[:MOST_ROWS]
        if rows == self._shown:
            return
        self._shown = rows
        if self._grid_host is not None:
            self._column.removeWidget(self._grid_host)
            self._grid_host.hide()
            self._grid_host.deleteLater()
        self._grid_host = host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, row in enumerate(rows):
            for at, label in enumerate(self._labels(row)):
                grid.addWidget(label, line, at)
        if not rows:
            grid.addWidget(plain_label(tr("No appointments yet."), kind="second"), 0, 0, 1, 4)
        self._column.addWidget(host)

    def _labels(self, row: AppointmentRow) -> tuple[QLabel, ...]:
        tone = "" if row.tone == "good" else row.tone
        when, where, status = (
            plain_label(row.when, kind=tone),
            plain_label(row.where, kind="second"),
            plain_label(row.status, kind=row.tone),
        )
        when.setFont(self._figures)
        what = ElidedLabel(row.what)
        what.setToolTip(row.what)
        return when, what, where, status

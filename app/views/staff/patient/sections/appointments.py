"""The patient's appointments: one line each, and on request who changed it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QToolButton, QVBoxLayout, QWidget

from app.core.text import many
from app.viewmodels.staff.patient.sections.appointments import FEW_PAST, AppointmentRow, AppointmentsSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.cell_button import cell_button
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import breakable, plain_label, plain_tip

IN_FULL = ("good", "pending")
"""Tones of those that are talked about: to come, and to book."""


class AppointmentsBody(SectionBody):
    """Time, procedures, place and status. The time opens the appointment on the schedule."""

    def __init__(self, section: AppointmentsSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._theme = theme
        self._figures = theme.fonts.figures
        self._shown: object = None
        self._grid_host: QWidget | None = None
        self._more = cell_button("", "link")
        self._more.clicked.connect(lambda: section.show_all(shown=section.more > 0))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self) -> None:
        """Show them; the same rows stay as they are."""
        section = self._section
        state = (
            section.rows, section.more, section.history_of, section.history.note, section.why_not_book,
        )  # fmt: skip
        if state == self._shown:
            return
        self._shown = state
        held = self._held()
        if self._grid_host is not None:
            self._column.removeWidget(self._grid_host)
            self._grid_host.hide()
            self._grid_host.deleteLater()
        self._grid_host = self._made(section.rows)
        self._column.insertWidget(0, self._grid_host)
        past = sum(row.tone in ("second", "alert") for row in section.rows)
        self._more.setVisible(section.more > 0 or past > FEW_PAST)
        more = tr(many("Show {n} older", "Show {n} older", section.more))
        self._more.setText(more if section.more else tr("Show fewer"))
        self._give_back(held)

    def _made(self, rows: tuple[AppointmentRow, ...]) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        line = 0
        for row in rows:
            across = Qt.AlignmentFlag.AlignTop if row.tone in IN_FULL else Qt.AlignmentFlag.AlignVCenter
            when, what, status, action = self._widgets(row)
            grid.addWidget(when, line, 0, across)
            grid.addWidget(what, line, 1)
            grid.addWidget(status, line, 2, across)
            grid.addWidget(action, line, 3, across | Qt.AlignmentFlag.AlignRight)
            line += 1
            if row.apt_num == self._section.history_of and row.waiting is None:
                grid.addWidget(self._history(row), line, 0, 1, 4)
                line += 1
        if not rows:
            empty = tr("No appointments yet. “Book” above finds the next opening.")
            grid.addWidget(plain_label(empty, kind="second", wrap=True), 0, 0, 1, 4)
        return host

    def _widgets(self, row: AppointmentRow) -> tuple[QWidget, ...]:
        when = cell_button(row.when, row.tone)
        when.setFont(self._figures)
        when.setObjectName(f"appointment {row.apt_num}")
        booked = row.waiting is None
        when.setToolTip(tr("Show it on the schedule") if booked else tr("Book this appointment"))
        spoken = (row.when, row.what, row.where, row.status)
        when.setAccessibleName(", ".join(part for part in spoken if part))
        when.setEnabled(booked or not self._section.why_not_book)
        when.clicked.connect(lambda: self._section.open(row))
        what = _in_full(row) if row.tone in IN_FULL else _in_short(row)
        status = plain_label(row.status, kind=row.tone)
        status.setContentsMargins(0, 2, 0, 2)
        return when, what, status, self._action(row)

    def _action(self, row: AppointmentRow) -> QAbstractButton:
        section = self._section
        if row.waiting is not None:
            book = cell_button(tr("Book it"), "link")
            book.setAccessibleName(tr("Book {what}", what=row.what or row.when))
            book.setEnabled(not section.why_not_book)
            book.setToolTip(plain_tip(section.why_not_book))
            book.clicked.connect(lambda: section.open(row))
            return book
        asked = section.history_of == row.apt_num
        button = QToolButton()
        button.setProperty("kind", "mini")
        button.setIcon(self._theme.icon(Icon.UP if asked else Icon.DOWN, size=16))
        button.setObjectName(f"history {row.apt_num}")
        button.setToolTip(tr("Hide the changes") if asked else tr("Who changed it"))
        button.setAccessibleName(tr("Who changed the appointment of {day}", day=row.when))
        button.clicked.connect(lambda: section.show_history(None if asked else row.apt_num))
        return button

    def _history(self, row: AppointmentRow) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(12, 0, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        if not row.history:
            note = self._section.history.note or tr("No changes are recorded.")
            grid.addWidget(plain_label(note, kind="second", wrap=True), 0, 0, 1, 3)
        for line, each in enumerate(row.history):
            when = plain_label(each.when, kind="second")
            when.setFont(self._figures)
            grid.addWidget(when, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label(each.what, wrap=True), line, 1)
            grid.addWidget(plain_label(each.who, kind="second"), line, 2, Qt.AlignmentFlag.AlignTop)
        return host

    def _held(self) -> str:
        """The name of the button inside that has the focus."""
        found = [each for each in self.findChildren(QAbstractButton) if each.hasFocus()]
        return found[0].objectName() if found else ""

    def _give_back(self, name: str) -> None:
        if name and (button := self.findChild(QAbstractButton, name)) is not None:
            button.setFocus()


def _in_full(row: AppointmentRow) -> QWidget:
    """Procedures, and below them the place."""
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(0)
    if row.what:
        column.addWidget(plain_label(breakable(row.what), wrap=True))
    column.addWidget(plain_label(row.where, kind="second"))
    return host


def _in_short(row: AppointmentRow) -> QWidget:
    what = ElidedLabel(row.what)
    what.setToolTip(plain_tip("\n".join(part for part in (row.what, row.where) if part)))
    return what

"""The popups that concern the patient, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.popups import PopupRow, PopupsSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.new_popup import NewPopupForm
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.cell_button import cell_button
from app.views.widgets.inline.field import INDENT, ValueLabel
from app.views.widgets.inline.opened_editor import OpenedEditor
from app.views.widgets.labels import breakable, plain_label


class PopupsBody(SectionBody):
    """A click on a text edits it; beside it what else can be done."""

    def __init__(self, section: PopupsSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._shown: object = None
        self._lines: list[QWidget] = []
        self._texts: dict[int, ValueLabel] = {}
        """By PopupNum."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.new = NewPopupForm(section.new, self)
        self.editor = OpenedEditor(section.opened, self)
        self._empty = plain_label(
            tr("No popups. “Add” above writes one for everyone who selects this patient."),
            kind="second",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.new, self.editor, self._empty):
            self._column.addWidget(part)
        section.opened.changed.connect(self._place_editor)

    def fill(self) -> None:
        """Show them; the same rows stay as they are."""
        rows = self._section.rows
        if rows == self._shown:
            return
        self._shown = rows
        held = next((key for key, each in self._texts.items() if _holds_focus(each.parentWidget())), 0)
        self._texts = {}
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(row) for row in rows]
        for line in self._lines:
            self._column.addWidget(line)
        self._place_editor()
        if held in self._texts:
            self._texts[held].setFocus()  # no button: a second press of Snooze would turn the popup off
        self._empty.setVisible(not rows)

    def _place_editor(self) -> None:
        """The editor stands in place of the row that is edited."""
        opened = self._section.opened.row
        for row, line in zip(self._section.rows, self._lines, strict=True):
            edited = opened is not None and row.popup.PopupNum == opened.PopupNum
            if edited and line.isVisible():
                self._column.removeWidget(self.editor)
                self._column.insertWidget(self._column.indexOf(line), self.editor)
            line.setVisible(not edited)

    def _line(self, row: PopupRow) -> QWidget:
        section, line = self._section, QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(0)
        text = ValueLabel()
        text.setText(breakable(row.text))
        text.setAccessibleName(tr("Popup: {text}", text=row.text))
        text.setProperty("empty", not row.is_on)
        text.asked.connect(lambda: section.opened.open(row.popup))
        column.addWidget(text)
        self._texts[row.popup.PopupNum] = text
        if row.about:
            about = plain_label(row.about, kind="second", wrap=True)
            about.setContentsMargins(INDENT, 0, 0, 0)
            column.addWidget(about)
        across.addLayout(column, 1)
        for button in self._buttons(row):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _buttons(self, row: PopupRow) -> list[QWidget]:
        section, found = self._section, []
        if row.is_on and not row.is_snoozed:
            snooze = cell_button(tr("Snooze"), "second")
            snooze.setToolTip(tr("Hide this popup for 10 minutes"))
            snooze.clicked.connect(lambda: section.snooze(row))
            found.append(snooze)
        turn = cell_button(tr("Turn off") if row.is_on else tr("Turn on"), "second")
        turn.setToolTip(
            section.why_not or (tr("Hide it from everyone") if row.is_on else tr("Show it again"))
        )
        turn.setEnabled(not section.why_not)
        turn.clicked.connect(lambda: section.turn(row, on=not row.is_on))
        return [*found, turn]


def _holds_focus(line: QWidget | None) -> bool:
    focus = QApplication.focusWidget()
    return line is not None and focus is not None and line.isAncestorOf(focus)

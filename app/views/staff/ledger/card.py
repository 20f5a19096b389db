"""What is selected on the ledger, and what can be done with it, in the side panel."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.core.text import msg
from app.domain.schedule.tile import CardRow
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.ledger.card import LedgerCardModel
from app.viewmodels.staff.ledger.details import DetailPart
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.card_rows import CardRows
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label, plain_tip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PADDING = 6
"""Pixels at both sides of a line that is a button, as in the stylesheet."""


class LedgerCard(QWidget):
    """`picked` is emitted with the key of a row that belongs to the selected one."""

    picked = Signal(object)
    left = Signal()
    """Esc was pressed in it."""

    def __init__(self, model: LedgerCardModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self.buttons: list[QAbstractButton] = []
        words = QWidget()
        self._words = QVBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(8)
        self._title = plain_label(kind="title", wrap=True)
        self._facts = CardRows(selectable=True, capped=False)
        self._heading = plain_label(kind="second", wrap=True)
        self._parts, self._sums = PartList(theme), PartList(theme)
        self._parts.picked.connect(self.picked)
        self._hint = plain_label(kind="second", wrap=True)
        for part in (self._facts, self._heading, self._parts, self._sums, self._hint):
            self._words.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._buttons(model.commands))
        column.addWidget(self._title)
        column.addWidget(FittingScroll(words))
        column.addStretch(1)
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the first thing that belongs to the selected entry, else the first action that can run."""
        links = [each for each in self.findChildren(LinkLine) if each.isVisible()]
        able = [each for each in self.buttons if each.isEnabled()]
        for first in (*links, *able):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def button_of(self, spec: CommandSpec) -> QAbstractButton:
        """The button of one of its commands."""
        specs = [command.spec for row in self._model.commands for command in row]
        return self.buttons[specs.index(spec)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table; Enter presses the focused button."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and isinstance(focus, QAbstractButton) and not event.isAutoRepeat():
            focus.click()
        else:
            super().keyPressEvent(event)

    def _buttons(self, rows: Sequence[Sequence[AsyncCommand]]) -> QWidget:
        """Above the words, so that they keep their place."""
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        for commands in rows:
            line = QHBoxLayout()
            line.setSpacing(8)
            for command in commands:
                button = command_button(command, self._theme, text=True)
                button.setProperty("kind", "action")
                policy = button.sizePolicy().Policy
                button.setSizePolicy(policy.Ignored, policy.Fixed)
                line.addWidget(button)
                self.buttons.append(button)
            column.addLayout(line)
        return host

    def _show(self) -> None:
        details, hint = self._model.details, self._model.hint
        self._title.setText(breakable(details.title))
        self._facts.fill([CardRow(msg("{name}", name=name), value) for name, value in details.facts])
        self._facts.setVisible(bool(details.facts))
        self._heading.setText(details.heading)
        self._heading.setVisible(bool(details.heading))
        self._parts.fill(details.parts)
        self._sums.fill(details.sums)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class PartList(QWidget):
    """Lines with an amount at the right; a line that has a row is a button."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[DetailPart, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._widgets: list[QWidget] = []

    def fill(self, parts: Sequence[DetailPart]) -> None:
        """Show these lines; equal ones stay as they are."""
        if tuple(parts) == self._shown:
            return
        self._shown = tuple(parts)
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        line = 0
        for part in parts:
            amount = plain_label(part.amount, kind=part.tone)
            amount.setFont(self._theme.fonts.figures)
            self._put(self._name(part), line, 0)
            self._put(amount, line, 1)
            line += 1
            if part.note:
                self._put(plain_label(part.note, kind="faint", wrap=True), line, 0, 2)
                line += 1
        self.setVisible(bool(parts))
        self.updateGeometry()

    def _put(self, widget: QWidget, line: int, at: int, span: int = 1) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if at:
            self._grid.addWidget(widget, line, at, right)
        else:
            self._grid.addWidget(widget, line, at, 1, span)
        self._widgets.append(widget)
        widget.show()  # a layout ignores widgets that are not shown yet

    def _name(self, part: DetailPart) -> QWidget:
        if part.key is None:
            return plain_label(breakable(part.words), kind="second", wrap=True)
        button = LinkLine(part.words, part.key)
        button.setAccessibleName(tr("{entry}, {amount}: show it", entry=part.words, amount=part.amount))
        button.clicked.connect(lambda: self.picked.emit(part.key))
        return button


class LinkLine(QPushButton):
    """A line that leads to a row; its text is elided where it doesn't fit."""

    def __init__(self, words: str, key: Hashable) -> None:
        super().__init__()
        self.key = key
        self._words = words
        self.setProperty("kind", "cell")
        self.setProperty("tone", "link")
        self.setToolTip(plain_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 2 * PADDING, 1)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

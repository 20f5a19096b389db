"""The production of a day, week or month: hidden until it is asked for; then sum, goal, providers, operatories."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.huddle.spans import TimeSpan
from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.production import HIDDEN, SPAN_WORDS
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.message import MessagePane
from app.views.widgets.tables.view import TableView

SPANS = list(TimeSpan)


class ProductionView(QWidget):
    """S shows and hides it."""

    def __init__(self, model: HuddleScreenViewModel, theme: Theme) -> None:
        super().__init__()
        self._model = model.production
        made = {command.spec.id: command for command in model.own_commands}
        self.show_button = command_button(made[commands.REVEAL.id], theme, text=True)
        self.hide_button = command_button(made[commands.REVEAL.id], theme, text=True)
        self.hide_button.setText(tr("Hide"))
        for button in (self.show_button, self.hide_button):
            button.setProperty("kind", "action")
        self.headline, self.goal = plain_label(kind="heading"), plain_label(wrap=True)
        self._notes = plain_label(kind="second", wrap=True)
        self.span = CalmCombo()
        self.span.setAccessibleName(tr("Period"))
        self.span.setToolTip(plain_tip(f"{tr(commands.SPAN.title)}  ({commands.SPAN.shortcut})"))
        self.span.activated.connect(lambda _: self._model.choose(SPANS[self.span.currentIndex()]))
        self.providers, self.operatories = (
            TableView(self._model.providers),
            TableView(self._model.operatories),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._hidden())
        self._stack.addWidget(self._shown())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self._stack)
        self._model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The button that shows it, or the providers."""
        (self.providers if self._model.is_shown else self.show_button).setFocus()

    def _hidden(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        words = plain_label(tr(HIDDEN))
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _shown(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.span)
        head.addWidget(self.hide_button)
        tables = QHBoxLayout()
        tables.setSpacing(12)
        tables.addWidget(_Titled(self._model.providers, self.providers), 3)
        tables.addWidget(_Titled(self._model.operatories, self.operatories), 2)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.goal)
        column.addWidget(self._notes)
        column.addLayout(tables, 1)
        return page

    def _show(self) -> None:
        model = self._model
        focus: QWidget | None = self.focusWidget()
        before, held = self._stack.currentIndex(), focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentIndex(int(model.is_shown))
        if held and before != self._stack.currentIndex():  # the button that was pressed is hidden now
            self.take_focus()
        fill(
            self.span, [(at, tr(SPAN_WORDS[span])) for at, span in enumerate(SPANS)], SPANS.index(model.span)
        )
        self.headline.setText(model.headline)
        for label, words in ((self.goal, model.goal), (self._notes, model.notes)):
            label.setText(words)
            label.setVisible(bool(words))


class _Titled(QWidget):
    """A table under its title; or why it is empty."""

    def __init__(self, model: TableViewModel, table: TableView) -> None:
        super().__init__()
        self._model, self._table, self._message = model, table, MessagePane()
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(model.name, kind="title"))
        column.addWidget(self._stack, 1)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if words := self._model.words:
            self._message.fill(words)
        self._stack.setCurrentWidget(self._message if words else self._table)

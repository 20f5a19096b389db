"""The readiness of a day: how many have something to do, how far it is read, and the appointments."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane
from app.views.widgets.tables.view import TableView

PROGRESS_WIDTH = 160


class ReadinessView(QWidget):
    """Enter or a double click shows an appointment on the schedule."""

    def __init__(self, model: HuddleScreenViewModel, theme: Theme) -> None:
        super().__init__()
        self._screen, self._model = model, model.readiness
        made = {command.spec.id: command for command in model.own_commands}
        self.headline = plain_label(kind="title")
        self._words = plain_label(kind="second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(grown(PROGRESS_WIDTH, self.font()))
        self.only = QCheckBox(tr("Only with something to do"))
        self.only.setToolTip(f"{self.only.text()}  ({commands.ONLY_TO_DO.shortcut})")
        self.only.toggled.connect(lambda on: self._model.limit(only_to_do=on))
        self.page = command_button(made[commands.PRINT.id], theme, text=True)
        self.page.setProperty("kind", "action")
        self._notes = plain_label(kind="second", wrap=True)
        self.pane = TablePane(self._model.table)
        self.pane.print_asked.connect(made[commands.PRINT.id].run)
        selection = self.pane.table.selectionModel()
        for signal in (selection.selectionChanged, selection.currentRowChanged):
            signal.connect(lambda *_: self._select())
        self._model.table.changed.connect(self._select)
        self._model.row.place_asked.connect(self._place)
        self._lay_out()
        self._model.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the strip's patient, or with who comes next."""
        super().showEvent(event)
        self._model.row.place()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.headline)
        head.addWidget(self._bar)
        head.addWidget(self._words)
        head.addStretch(1)
        head.addWidget(self.only)
        head.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._notes)
        column.addWidget(self.pane, 1)

    def _select(self) -> None:
        """A table that gets the focus has a current row, which is not selected."""
        table, rows = self.pane.table, self._model.table.model.rows
        at, selection = table.currentIndex().row(), table.selectionModel()
        if not selection.hasSelection():
            self._model.row.select(None)
        elif 0 <= at < len(rows) and selection.isRowSelected(at):  # else the current row changes next
            self._model.row.select(rows[at])

    def _place(self, place: int) -> None:
        """Select a row, in sight; -1: none."""
        table = self.pane.table
        if place >= 0:
            table.setCurrentIndex(table.model().index(place, 0))
            table.scrollTo(table.currentIndex(), TableView.ScrollHint.PositionAtCenter)
        elif table.selectionModel().hasSelection():
            table.clearSelection()

    def _show(self) -> None:
        model = self._model
        self.headline.setText(model.headline)
        self.headline.setVisible(bool(model.headline))
        words, steps = model.progress_words, model.progress
        self._words.setText(words)
        self._bar.setVisible(bool(words))
        if steps is not None:
            self._bar.setRange(0, steps[1])
            self._bar.setValue(steps[0])
            self._bar.setAccessibleName(typed(words))
        notes = model.notes
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        if self.only.isChecked() != model.only_to_do:
            self.only.setChecked(model.only_to_do)

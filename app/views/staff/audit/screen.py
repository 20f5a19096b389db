"""The audit log: whether it is intact at the top, then the search, then the records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.views.printing.preview import PrintPreview
from app.views.staff.audit.alerts import AlertList
from app.views.staff.audit.search_bar import SearchBar
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.widgets.file_dialog import CsvChooser
from app.views.widgets.labels import plain_label
from app.views.widgets.message import MessagePane
from app.views.widgets.tables.view import TableView


class AuditScreen(ScreenView):
    """Keyboard: Tab from field to field, Down from a field into the records."""

    def __init__(self, model: AuditScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self._chooser = CsvChooser(self)
        self.standing = plain_label(wrap=True)
        self.alerts = AlertList(model)
        self.search = SearchBar(model.rows)
        self.table = TableView(model.rows.table)
        self.table.horizontalHeader().setSectionsClickable(False)  # it has a page of the records only
        self._message = MessagePane()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._message)
        self._outcome = plain_label(kind="second", wrap=True)
        self._count = plain_label(kind="second")
        self._lay_out(tools)
        self.search.left.connect(self._enter_rows)
        model.changed.connect(self._show)
        model.rows.table.changed.connect(self._show)
        model.export_asked.connect(lambda name: self._chooser.ask_file(name, self._export))
        model.print_asked.connect(self._print)
        self._show()

    def take_focus(self) -> None:
        """The records, or the search while there are none."""
        (self.search.who if self._stack.currentWidget() is self._message else self.table).setFocus()

    def _lay_out(self, tools: ScreenTools) -> None:
        export, printing, more = (
            command_button(command, tools.theme, text=True) for command in self.model.own_commands
        )
        for button in (export, printing, more):
            button.setProperty("kind", "action")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.standing, 1)
        head.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(printing, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._count)
        foot.addWidget(more)
        foot.addWidget(self._outcome, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.alerts)
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _show(self) -> None:
        model = self.model
        unwritten = model.unwritten
        self.standing.setText(unwritten or model.standing)
        self.standing.setProperty("kind", "alert" if unwritten else "")
        self.standing.style().polish(self.standing)
        if words := model.rows.table.words:
            self._message.fill(words)
        self._stack.setCurrentWidget(self._message if words else self.table)
        self._count.setText("" if words else model.rows.table.counted)
        self._outcome.setText(model.exporting.outcome)

    def _enter_rows(self) -> None:
        self.table.setFocus()
        if not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.table.model().index(0, 0))

    def _export(self, path: Path) -> None:
        self.model.export(path)

    def _print(self) -> None:
        PrintPreview(self.model.print(self.model), self).open()

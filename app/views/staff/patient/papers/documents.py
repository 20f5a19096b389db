"""The Documents tab: what can be added on top, the table, and the selected document beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.patient.papers.document_details import DocumentDetailsPanel
from app.views.staff.patient.papers.drop import DropTarget, paste
from app.views.staff.patient.papers.staging import StagingPanel
from app.views.staff.patient.papers.uploads import UploadsPanel
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane


class DocumentsView(QWidget):
    """The whole tab takes dropped files."""

    def __init__(self, model: DocumentsModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.staging = StagingPanel(model, theme)
        self.uploads = UploadsPanel(model)
        self.pane = TablePane(model.table)
        self.details = DocumentDetailsPanel(model.details, model.open_in, theme)
        self._was_staging = False
        self._hint = plain_label(kind="faint", wrap=True)
        self._lay_out(theme)
        self.drop = DropTarget(self, self._drop_words, model.add_paths, model.add_picture)
        model.files_asked.connect(self._ask_files)
        model.paste_asked.connect(lambda: paste(model.add_paths, model.add_picture))
        self.pane.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        model.changed.connect(self._show)
        model.filed.changed.connect(self._show)
        model.staging.changed.connect(self._leave_staging)
        model.table.changed.connect(self._follow_selection)
        self._show()

    def _lay_out(self, theme: Theme) -> None:
        model, tools = self.model, QHBoxLayout()
        tools.setSpacing(8)
        for command in (model.add, model.paste, *((model.scan,) if model.scanner else ())):
            button = command_button(command, theme, text=True)
            button.setProperty("kind", "action")
            tools.addWidget(button)
        tools.addWidget(self._hint, 1)
        for command in (model.paste, model.upload, *((model.scan,) if model.scanner else ())):
            self._bind(command)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.pane, 1)
        body.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.staging)
        column.addWidget(self.uploads)
        column.addLayout(body, 1)

    def _bind(self, command: AsyncCommand) -> None:
        shortcut = QShortcut(QKeySequence(command.spec.shortcut), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: command.run())

    def _show(self) -> None:
        trouble = self.model.filed.trouble or self.model.refused
        self._hint.setText(self.model.hint)
        self._hint.setProperty("kind", "alert" if trouble else "faint")
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)

    def _drop_words(self) -> str:
        if self.model.refused:
            return self.model.refused
        name = self.model.name
        return (
            tr("Drop files here to add them to {name}", name=name)
            if name
            else tr("Drop files here to add them")
        )

    def _ask_files(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("Add files"), folder, tr("All files") + " (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        model, pat_num = self.model, self.model.pat_num
        dialog.filesSelected.connect(lambda names: model.add_paths([Path(name) for name in names], pat_num))
        model.asks_files = True
        dialog.finished.connect(self._asked)
        dialog.open()

    def _asked(self, _result: int) -> None:
        self.model.asks_files = False

    def _leave_staging(self) -> None:
        """When the last chosen file is gone, the keyboard goes on in the table."""
        if not self.model.staging.files and self._was_staging:
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_staging = bool(self.model.staging.files)

    def _follow_selection(self) -> None:
        """Show the row where the cursor is, of those that are selected."""
        selection, rows = self.pane.table.selectionModel(), self.model.table.model.rows
        at = selection.currentIndex().row()
        self.model.select(rows[at] if selection.hasSelection() and 0 <= at < len(rows) else None)

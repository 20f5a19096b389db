"""The Forms tab: the table, the selected form's fields beside it, and adding a form on top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.papers.forms import FormsModel
from app.views.staff.frame.command_button import command_button
from app.views.staff.patient.papers.form_fields import FormFieldsPanel
from app.views.staff.patient.papers.new_form import NewFormPanel
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label
from app.views.widgets.tables.pane import TablePane


class FormsView(QWidget):
    """Enter on a form goes to its first field."""

    def __init__(self, model: FormsModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.pane = TablePane(model.table)
        self.fields = FormFieldsPanel(model.form, model.open_in, theme)
        self.new_form = NewFormPanel(model.new_form, model.add)
        self._due = plain_label(kind="second", wrap=True)
        self._lay_out(theme)
        self.pane.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        model.table.changed.connect(self._follow_selection)
        model.table.opened.connect(lambda _row: self._enter_fields())
        model.changed.connect(self._show)
        model.added.connect(self._show_added)
        model.new_form.changed.connect(self._leave_new_form)
        self._show()

    def _lay_out(self, theme: Theme) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        button = command_button(self.model.new, theme, text=True)
        button.setProperty("kind", "action")
        tools.addWidget(button)
        tools.addWidget(self._due, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.pane, 1)
        body.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.new_form)
        column.addLayout(body, 1)

    def _show(self) -> None:
        self._due.setText(self.model.due)

    def _follow_selection(self) -> None:
        """Show the row where the cursor is, of those that are selected."""
        selection, rows = self.pane.table.selectionModel(), self.model.table.model.rows
        at = selection.currentIndex().row()
        self.model.select(rows[at] if selection.hasSelection() and 0 <= at < len(rows) else None)

    def _enter_fields(self) -> None:
        for field in self.fields.fields.values():
            field.value.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _leave_new_form(self) -> None:
        """The keyboard goes on in the table when the list of definitions closes."""
        if not self.model.new_form.is_open and not self.new_form.isVisible() and self.isVisible():
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_added(self, sheet_num: int) -> None:
        rows = self.model.table.model.rows
        at = next((at for at, each in enumerate(rows) if each.sheet_num == sheet_num), -1)
        if at >= 0:
            table = self.pane.table
            table.setCurrentIndex(table.model().index(at, 1))

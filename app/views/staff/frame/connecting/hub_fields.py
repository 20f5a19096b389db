"""The fields of the connection page for the office hub: which one, and the pairing code."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.choices import SET_BY_OFFICE
from app.viewmodels.staff.hub.entry import HubEntry
from app.viewmodels.translation import tr
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label


class HubFields(QWidget):
    """`edited` when something was typed or chosen."""

    edited = Signal()

    def __init__(self, model: HubEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.server = CalmCombo()
        self.server.setEditable(True)
        self.server.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.server.setAccessibleName(tr("Office hub"))
        present(self.server.lineEdit()).setPlaceholderText(tr("FRONTDESK-PC or 192.168.1.10"))
        self.server.editTextChanged.connect(lambda _: self._edit())
        self.server.activated.connect(self._choose)
        self.code = QLineEdit()
        self.code.setAccessibleName(tr("Pairing code"))
        self.code.textEdited.connect(lambda _: self._edit())
        form.addRow(tr("Office hub"), self.server)
        form.addRow(tr("Pairing code"), self.code)
        column.addLayout(form)
        self._search = plain_label(kind="second", wrap=True)
        column.addWidget(self._search)
        model.changed.connect(self._show)
        self._show()

    def first_empty(self) -> QWidget | None:
        """The first field that is still to be filled in."""
        if not self.server.currentText():
            return self.server
        return self.code if not self.code.text() and self.model.kept is None else None

    def _choose(self, row: int) -> None:
        """One of the found hubs: its address goes into the field."""
        server = self.server.itemData(row)
        with QSignalBlocker(self.server):
            self.server.setEditText(server)
        self._edit()

    def _edit(self) -> None:
        self.model.fill(server=self.server.currentText(), code=self.code.text())
        self.edited.emit()

    def _show(self) -> None:
        model = self.model
        with QSignalBlocker(self.server):
            rows = [(each.name, each.server) for each in model.found]
            shown = [self.server.itemData(row) for row in range(self.server.count())]
            if shown != [server for _, server in rows]:
                self.server.clear()
                for name, server in rows:
                    self.server.addItem(f"{name}  ·  {server}", server)
            self.server.setEditText(model.server)
        self.code.setPlaceholderText(
            tr("This PC is paired with this hub") if model.kept is not None else tr("ABCD EFGH")
        )
        words = tr(SET_BY_OFFICE) if model.fixed else model.search_words
        self.server.setEnabled(not model.fixed)
        self._search.setText(words)
        self._search.setVisible(bool(words))

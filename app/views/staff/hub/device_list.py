"""The devices of the office hub: one line each, with rename and remove."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.hub.devices import DeviceRow, HubDevices
from app.viewmodels.staff.hub.work import HubWork
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label
from app.views.widgets.questions.danger_question import DangerQuestion


class DeviceList(QWidget):
    """A name is changed in its field; removing one asks once, in its line."""

    def __init__(self, model: HubDevices, work: HubWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._work = work
        self._shown: tuple[object, ...] = ()
        self.names: dict[int, QLineEdit] = {}
        self.buttons: dict[int, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._coming = plain_label(tr("Loading…"), kind="second")
        column.addWidget(self._coming)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self._question = DangerQuestion(tr("Remove device"), model.revoke, lambda: model.doubt(0))
        self.remove, self.keep = self._question.do, self._question.keep
        column.addWidget(self._question)
        work.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        self._coming.setVisible(model.rows is None and not self._work.sentence)
        self._question.ask(model.question)
        now = (model.rows, self._work.may_manage)
        if now != self._shown:
            self._shown = now
            self._rebuild()

    def _rebuild(self) -> None:
        while self._grid.count():
            widget = present(present(self._grid.takeAt(0)).widget())
            widget.hide()
            widget.deleteLater()
        self.names, self.buttons = {}, {}
        for place, row in enumerate(self._model.rows or ()):
            self._grid.addWidget(self._name_of(row), place, 0)
            self._grid.addWidget(plain_label(row.kind, kind="second"), place, 1)
            self._grid.addWidget(plain_label(row.seen, kind="second"), place, 2)
            if not row.is_own:
                self._grid.addWidget(self._remove_of(row), place, 3)

    def _name_of(self, row: DeviceRow) -> QLineEdit:
        field = self.names[row.device_num] = QLineEdit(row.name)
        field.setAccessibleName(tr("Name of {name}", name=row.name))
        field.setEnabled(self._work.may_manage)
        field.editingFinished.connect(
            lambda: self._model.rename(row.device_num, field.text()) if field.text() != row.name else None
        )
        return field

    def _remove_of(self, row: DeviceRow) -> QPushButton:
        button = self.buttons[row.device_num] = QPushButton(tr("Remove"))
        button.setAccessibleName(tr("Remove {name}", name=row.name))
        button.setEnabled(self._work.may_manage)
        button.clicked.connect(lambda: self._model.doubt(row.device_num))
        return button

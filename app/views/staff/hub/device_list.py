"""The devices of the office hub: one line each, with rename and remove."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.hub.devices import DeviceRow, HubDevices
from app.viewmodels.staff.hub.work import HubWork
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label
from app.views.widgets.questions.danger_question import DangerQuestion


class DeviceList(QWidget):
    """A name is changed in its field; removing one asks once, in its line.

    Other PCs come and go meanwhile: what is being typed stays, and so does the focus.
    """

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
        rows = self._model.rows or ()
        there = {row.device_num for row in rows}
        self.names = {num: field for num, field in self.names.items() if num in there}
        self.buttons = {num: button for num, button in self.buttons.items() if num in there}
        kept = {*self.names.values(), *self.buttons.values()}
        while self._grid.count():
            widget = present(present(self._grid.takeAt(0)).widget())
            if widget not in kept:
                widget.hide()
                widget.deleteLater()
        in_order: list[QWidget] = []
        for place, row in enumerate(rows):
            in_order.append(self._name_of(row))
            self._grid.addWidget(in_order[-1], place, 0)
            self._grid.addWidget(plain_label(row.kind, kind="second"), place, 1)
            self._grid.addWidget(plain_label(row.seen, kind="second"), place, 2)
            if not row.is_own:
                in_order.append(self._remove_of(row))
                self._grid.addWidget(in_order[-1], place, 3)
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)

    def _name_of(self, row: DeviceRow) -> QLineEdit:
        field = self.names.get(row.device_num) or self._new_name(row.device_num)
        if not (field.hasFocus() and field.isModified()):
            field.setText(row.name)
        field.setAccessibleName(tr("Name of {name}", name=row.name))
        field.setEnabled(self._work.may_manage)
        return field

    def _new_name(self, device_num: int) -> QLineEdit:
        field = self.names[device_num] = QLineEdit()

        def rename() -> None:
            if field.isModified():
                field.setModified(False)
                self._model.rename(device_num, field.text())

        field.editingFinished.connect(rename)
        return field

    def _remove_of(self, row: DeviceRow) -> QPushButton:
        button = self.buttons.get(row.device_num) or self._new_button(row.device_num)
        button.setAccessibleName(tr("Remove {name}", name=row.name))
        button.setEnabled(self._work.may_manage)
        return button

    def _new_button(self, device_num: int) -> QPushButton:
        button = self.buttons[device_num] = QPushButton(tr("Remove"))
        button.clicked.connect(lambda: self._model.doubt(device_num))
        return button

"""The dialog to break an appointment: the choice and its consequences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.schedule.breaking import BreakOption, BreakViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label, plain_tip

WIDTH = 460


class BreakDialog(QDialog):
    """One dialog; the consequences are shown before anything happens."""

    def __init__(self, viewmodel: BreakViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Cancel or no-show"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        title = plain_label(breakable(viewmodel.title), kind="title", wrap=True)
        title.setMinimumWidth(WIDTH)
        column.addWidget(title)
        self._group = QButtonGroup(self)
        for option in viewmodel.options:
            column.addWidget(self._radio(option))
        why_not = plain_label(breakable(viewmodel.why_not), kind="second", wrap=True)
        why_not.setHidden(not viewmodel.why_not)
        column.addWidget(why_not)
        self._list = QCheckBox(tr("Move to the Unscheduled List"))
        self._list.clicked.connect(viewmodel.set_to_unscheduled)
        column.addSpacing(4)
        column.addWidget(self._list)
        self._outcome = plain_label(wrap=True)
        self._outcome.setObjectName("outcome")
        column.addSpacing(4)
        column.addWidget(self._outcome)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        viewmodel.changed.connect(self._show)
        viewmodel.finished.connect(self.accept)
        self.destroyed.connect(viewmodel.deleteLater)
        self._show()
        if (chosen := self._group.checkedButton()) is not None:  # Qt would focus the first choice
            chosen.setFocus()

    def _radio(self, option: BreakOption) -> QRadioButton:
        radio = QRadioButton(option.title)
        radio.setEnabled(not option.why_not)
        radio.setToolTip(plain_tip(option.why_not))
        radio.setAccessibleDescription(option.why_not)
        radio.setChecked(option.kind is self._viewmodel.kind)
        radio.clicked.connect(lambda: self._viewmodel.choose(option.kind))
        self._group.addButton(radio)
        return radio

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        keep = QPushButton(tr("Keep"))
        keep.clicked.connect(self.reject)
        go = QPushButton(tr("Cancel appointment"))
        go.setProperty("kind", "danger")
        go.setDefault(True)
        go.clicked.connect(lambda: self._viewmodel.confirm())
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(go)
        return row

    def _show(self) -> None:
        self._list.setChecked(self._viewmodel.to_unscheduled)
        self._list.setEnabled(self._viewmodel.may_stay)
        self._outcome.setText(breakable("\n".join(self._viewmodel.outcome)))

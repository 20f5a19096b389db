"""Similar patients below the fields, each with a button to use that one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.new_patient.twins import TwinRow
from app.viewmodels.translation import tr
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip


class TwinsBox(QFrame):
    """`used` is emitted with a PatNum."""

    used = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcome")
        self._title = plain_label(kind="second")
        self._shown: tuple[TwinRow, ...] = ()
        self._rows: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)

    def fill(self, title: str, rows: Sequence[TwinRow]) -> None:
        """Show these rows; nothing without any."""
        self._title.setText(title)
        self.setVisible(bool(rows))
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        held = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows, self.buttons = [], []
        for twin in rows:
            self._rows.append(self._row(twin))
            self._column.addWidget(self._rows[-1])
        if held is not None and self.buttons:
            self.buttons[min(held, len(self.buttons) - 1)].setFocus()

    def _row(self, twin: TwinRow) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(ElidedLabel(twin.name), 0, 0)
        for text, kind in ((twin.particulars, "second"), (twin.why, "alert" if twin.likely else "late")):
            if text:
                label = ElidedLabel(text)
                label.setProperty("kind", kind)
                grid.addWidget(label, grid.rowCount(), 0, 1, 2)
        row.setToolTip(plain_tip(f"{twin.name}\n{twin.particulars}\n{twin.why}"))
        use = QPushButton(tr("Use this"))
        use.setAccessibleName(tr("Use {patient}", patient=twin.spoken))
        use.clicked.connect(lambda: self.used.emit(twin.pat_num))
        grid.addWidget(use, 0, 1)
        self.buttons.append(use)
        return row

"""The waiting room in the side panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.waiting_room import WaitingRoomViewModel, WaitingRow
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label

ROW_HEIGHT = 28
LONGEST_TIME = "12:00 PM"


class WaitingList(QWidget):
    """The waiting patients, longest wait first; a click, Space or Enter selects the appointment.

    It scrolls if its area is too low, so that arrivals and departures move nothing below it.
    """

    picked = Signal(int)

    def __init__(self, viewmodel: WaitingRoomViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        whole, body = QVBoxLayout(self), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(plain_label(tr("Waiting room"), kind="title"))
        self._scroll = _scrolled(body)
        whole.addWidget(self._scroll, 1)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._empty = plain_label(kind="second")
        self._column.addWidget(self._empty)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self._rows: list[WaitingButton] = []
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        held = next((each.row.apt_num for each in self._rows if each.hasFocus()), None)
        gone, self._rows = self._rows, [self._button(row) for row in self._viewmodel.rows]
        for button in self._rows:
            self._column.addWidget(button)
            button.show()  # a layout ignores widgets that are not shown yet
            if button.row.apt_num == held:  # the minutes change while the user moves in the list
                button.setFocus()
        for old in gone:
            self._column.removeWidget(old)
            old.deleteLater()
        self._empty.setText(self._viewmodel.empty)
        self._empty.setVisible(not self._rows)

    def _button(self, row: WaitingRow) -> WaitingButton:
        button = WaitingButton(row)
        button.clicked.connect(lambda: self.picked.emit(row.apt_num))
        button.focused.connect(lambda: self._scroll.ensureWidgetVisible(button))
        return button


def _scrolled(body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    body.setObjectName("scrollBody")
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    return scroll


class WaitingButton(QToolButton):
    """One patient in the waiting room: the appointment's time, the name, the minutes."""

    focused = Signal()

    def __init__(self, row: WaitingRow) -> None:
        super().__init__()
        self.row = row
        self.setProperty("kind", "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(grown(ROW_HEIGHT, self.font()))
        self.setAccessibleName(row.spoken)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(8)
        self.time, self.name = plain_label(row.time, kind="figure"), ElidedLabel(row.name)
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance(LONGEST_TIME) + 2)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        waiting = plain_label(row.waiting, kind="late" if row.long else "second")
        for label in (self.time, self.name, waiting):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self.time)
        line.addWidget(self.name, 1)
        line.addWidget(waiting)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit a signal, so that it can be scrolled into view."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter selects, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

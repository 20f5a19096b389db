"""The waiting room board: a window of its own, large enough to be read across a room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.waiting_room.waits import Wait
from app.viewmodels.staff.board.board import BoardRow, BoardViewModel
from app.viewmodels.translation import tr
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label

USUAL_SIZE = (960, 600)
SMALLEST, LARGEST, PART = 15, 56, 22
"""The text's pixels, and how many lines of it fill the window."""
LETTERS = (3, 5)
"""Room for initials and times, in letters."""
KINDS = {Wait.USUAL: "", Wait.PAST_START: "late", Wait.LONG: "alert"}


class BoardWindow(QWidget):
    """F11 or a double click fills the screen, Esc leaves it, and closes a window."""

    def __init__(self, model: BoardViewModel) -> None:
        super().__init__()
        self.setWindowTitle(tr("Waiting room"))
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the desk is typed at
        self._model = model
        self.headline, self._time, self._old = plain_label(), plain_label(), plain_label(kind="late")
        self.clinic = CalmCombo()
        self.clinic.setAccessibleName(tr("Clinic"))
        self.clinic.activated.connect(lambda _: model.choose_clinic(self.clinic.currentData() or 0))
        self.waiting, self.seated = BoardGroup(tr("Waiting")), BoardGroup(tr("In the operatories"))
        self._lay_out()
        self._fill_clinics()
        model.changed.connect(self._show)
        model.closed.connect(lambda: self.close())
        self.resize(*USUAL_SIZE)
        self._show()

    def present(self, beside: QWidget) -> None:
        """Show it: full on another screen than this widget's if there is one, else as a window."""
        other = [each for each in QGuiApplication.screens() if each is not beside.screen()]
        if other and not self.isVisible():
            self.setGeometry(QRect(other[0].availableGeometry()))
            self.showFullScreen()
        else:
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 and Esc."""
        if event.key() == Qt.Key.Key_F11:
            self._toggle()
        elif event.key() == Qt.Key.Key_Escape:
            if self.isFullScreen():
                self.showNormal()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen, or not."""
        self._toggle()
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is followed while it is closed."""
        self._model.end()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text grows with the window."""
        super().resizeEvent(event)
        self._scale()

    def _toggle(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.headline, 1)
        head.addWidget(self._old)
        head.addWidget(self.clinic)
        head.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.waiting)
        column.addWidget(self.seated)
        column.addStretch(1)

    def _fill_clinics(self) -> None:
        clinics = self._model.clinics
        self.clinic.addItem(tr("All clinics"), 0)
        for number, name in clinics:
            self.clinic.addItem(name, number)
        self.clinic.setCurrentIndex(max(self.clinic.findData(self._model.clinic), 0))
        self.clinic.setVisible(len(clinics) > 1)

    def _show(self) -> None:
        model = self._model
        self.headline.setText(model.headline)
        self.headline.setProperty("kind", "alert" if model.is_alarming else "")
        self.headline.style().polish(self.headline)
        self._time.setText(model.time)
        self._old.setText(model.old)
        self._old.setVisible(bool(model.old))
        self.waiting.show_rows(model.waiting)
        self.seated.show_rows(model.seated)
        self._scale()

    def _scale(self) -> None:
        rows = len(self._model.waiting) + len(self._model.seated)
        lines = max(PART, round((rows + 6) * 1.7))
        pixels = max(SMALLEST, min(LARGEST, self.height() // lines))
        _set_size(self.headline, round(pixels * 1.4), bold=True)
        _set_size(self._time, round(pixels * 1.4))
        _set_size(self._old, pixels)
        self.waiting.set_size(pixels)
        self.seated.set_size(pixels)


class BoardGroup(QFrame):
    """A title and rows; nothing while it has no rows."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = plain_label(title, kind="second")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._title, 0, 0, 1, 5)
        self._rows: tuple[BoardRow, ...] = ()
        self._cells: list[QLabel] = []
        self._pixels = SMALLEST

    @property
    def texts(self) -> list[str]:
        """What is shown, a row after the other."""
        return [label.text() for label in self._cells]

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Replace the rows."""
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for old in self._cells:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._cells = []
        for number, row in enumerate(rows, 1):
            for place, text in enumerate((row.initials, row.time, row.who, row.remark, row.since)):
                label = plain_label(text, kind=KINDS[row.wait] if place in (0, 3, 4) else "second")
                label.setAccessibleName(row.spoken if place == 0 else text)
                side = Qt.AlignmentFlag.AlignRight if place in (1, 4) else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, number, place, side | Qt.AlignmentFlag.AlignVCenter)
                self._cells.append(label)
        self.set_size(self._pixels)

    def set_size(self, pixels: int) -> None:
        """Text of so many pixels; initials and minutes are bold."""
        self._pixels = pixels
        self._grid.setVerticalSpacing(max(4, pixels // 3))
        for place, letters in enumerate(LETTERS):
            self._grid.setColumnMinimumWidth(place, letters * pixels)  # both groups in the same columns
        _set_size(self._title, round(pixels * 0.8))
        for number, label in enumerate(self._cells):
            _set_size(label, pixels, bold=number % 5 in (0, 4))


def _set_size(label: QLabel, pixels: int, *, bold: bool = False) -> None:
    font = QFont(label.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    label.setFont(font)

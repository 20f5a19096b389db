"""The waiting room in the side panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.waiting_room import WaitingRoomViewModel, WaitingRow
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.links import LinkButton

ROW_HEIGHT = 28
HIGH_ROW = 50
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
        held = next((_key(each.row) for each in self._rows if each.has_focus), None)
        on_link = any(each.tell is not None and each.tell.hasFocus() for each in self._rows)
        gone, self._rows = self._rows, [self._button(row) for row in self._viewmodel.rows]
        for button in self._rows:
            self._column.addWidget(button)
            button.show()  # a layout ignores widgets that are not shown yet
            if _key(button.row) == held:  # the minutes change while the user moves in the list
                (button.tell if on_link and button.tell is not None else button).setFocus()
        for old in gone:
            self._column.removeWidget(old)
            old.deleteLater()
        if held is None and self._rows and self._rows[0].row.unseen:  # news comes first, and is in sight
            self._scroll.verticalScrollBar().setValue(0)
        self._empty.setText(self._viewmodel.empty)
        self._empty.setVisible(not self._rows)

    def _button(self, row: WaitingRow) -> WaitingButton:
        button = WaitingButton(row, self._viewmodel)
        button.clicked.connect(lambda: self.picked.emit(row.apt_num) if row.apt_num else None)
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


def _key(row: WaitingRow) -> tuple[int, int]:
    """What a row is about, also when its minutes have changed."""
    return row.apt_num, 0 if row.apt_num else row.unseen


class WaitingButton(QToolButton):
    """One patient in the waiting room: the appointment's time, the name, the minutes.

    Below it that the patient checked in at a kiosk, or why they were sent to the desk, with "Seen" until somebody has;
    and how long past the start it is, with a button that tells the provider.
    """

    focused = Signal()

    def __init__(self, row: WaitingRow, viewmodel: WaitingRoomViewModel) -> None:
        super().__init__()
        self.row = row
        self.setProperty("kind", "notice" if row.amber else "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row.spoken)
        self.setToolTip(plain_tip(row.spoken) if row.under else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 2)
        column.setSpacing(0)
        column.addLayout(self._first_line())
        self.seen, self.tell = self._links(viewmodel)
        if row.under:
            column.addLayout(self._second_line())
        self.setFixedHeight(grown(ROW_HEIGHT if not row.under else HIGH_ROW, self.font()))

    @property
    def has_focus(self) -> bool:
        """Whether it, or one of its links, has the focus."""
        return any(each is not None and each.hasFocus() for each in (self, self.seen, self.tell))

    def _first_line(self) -> QHBoxLayout:
        row, line = self.row, QHBoxLayout()
        line.setSpacing(8)
        self.time, self.name = plain_label(row.time, kind="figure"), ElidedLabel(row.name)
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance(LONGEST_TIME) + 2)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        waiting = plain_label(row.waiting, kind="late" if row.long or row.past or row.amber else "second")
        for label in (self.time, self.name, waiting):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self.time)
        line.addWidget(self.name, 1)
        line.addWidget(waiting)
        return line

    def _links(self, viewmodel: WaitingRoomViewModel) -> tuple[LinkButton | None, LinkButton | None]:
        row, seen, tell = self.row, None, None
        if row.unseen:
            spoken = tr("Mark seen: {what}", what=row.spoken)
            seen = LinkButton(tr("Mark seen"), lambda: viewmodel.see(row), spoken=spoken)
        if row.offer:
            spoken = tr("{tell} with a task: {what}", tell=row.offer, what=row.spoken)
            tell = LinkButton(row.offer, lambda: viewmodel.tell(row), spoken=spoken)
        return seen, tell

    def _second_line(self) -> QHBoxLayout:
        row, line = self.row, QHBoxLayout()
        line.setSpacing(8)
        under = ElidedLabel(row.under)
        under.setProperty("kind", "late" if row.amber or row.past else "second")
        under.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(under, 1)
        for link in (self.seen, self.tell):
            if link is not None:
                line.addWidget(link)
        return line

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

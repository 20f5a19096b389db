"""Toasts at the lower right: they never cover or take the focus; with Undo if possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.viewmodels.activity import Notice, Notices
from app.viewmodels.translation import tr
from app.views.staff.frame.toasts.buttons import link_button, undo_tip
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import PANEL_WIDTH, STATUS_HEIGHT
from app.views.widgets.announcing import announce
from app.views.widgets.labels import breakable, plain_label, plain_tip, shortened
from app.views.widgets.placement import Spot

MARGIN = 16
GAP = 8
HIGHEST = 160
URGENT = ("error", "warning")
LONG = 48
"""Letters that fit beside a button."""
LEFT, RIGHT, PAD = 16, 8, 8


class ToastHost(QObject):
    """Places toasts in the lower right corner of an office's frame, newest lowest; they come and go with it.

    `spot_for` gives another place where that corner is needed for work, for their size and the least width of their
    buttons. `room_taken` is emitted with the height in pixels that is to be kept free, in the corner and there.
    """

    room_taken = Signal(int, int)

    def __init__(
        self,
        notices: Notices,
        theme: Theme,
        frame: QWidget,
        spot_for: Callable[[QSize, int], Spot | None] = lambda _, __: None,
    ) -> None:
        super().__init__(frame)
        self._spot_for = spot_for
        self._placing = False
        self._notices = notices
        self._theme = theme
        self._frame = frame
        self._status = grown(STATUS_HEIGHT, frame.font())
        self._toasts: list[Toast] = []
        self._came_from: QWidget | None = None
        notices.posted.connect(self._post)
        notices.closed.connect(self._close)
        notices.revised.connect(self._revise)
        notices.reached.connect(self._reach)
        notices.hush_changed.connect(self.place)
        frame.installEventFilter(self)

    def end(self) -> None:
        """The desk is being closed: its toasts are obsolete."""
        self._frame.removeEventFilter(self)
        for toast in self._toasts:
            toast.hide()
            toast.deleteLater()
        self._toasts = []
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move to the corner."""
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _post(self, notice: Notice) -> None:
        toast = Toast(notice, self._notices, self._theme, self._frame)
        self._toasts.append(toast)
        toast.setHidden(self._notices.hushed)
        self.place()
        if self._frame.isVisible() and not self._notices.hushed:  # not while the window is locked
            announce(toast, notice.words, urgent=notice.kind in URGENT)

    def _reach(self) -> None:
        """Focus the newest toast, then the older ones, and then the previous widget again."""
        shown = [each for each in reversed(self._toasts) if each.isVisible()]
        following = next((at + 1 for at, each in enumerate(shown) if each.has_focus), 0)
        if not following:
            self._came_from = QApplication.focusWidget()
        if following < len(shown):
            shown[following].take_focus()
        else:
            self._go_back()

    def _go_back(self) -> None:
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _close(self, notice_id: int) -> None:
        for toast in [each for each in self._toasts if each.notice.id == notice_id]:
            self._toasts.remove(toast)
            if toast.has_focus:
                self._go_back()
            toast.hide()
            toast.deleteLater()
        self.place()

    def _revise(self, notice_id: int) -> None:
        notice = self._notices.notice(notice_id)
        for toast in self._toasts:
            if notice is not None and toast.notice.id == notice_id:
                toast.revise(notice)
                self.place()

    def place(self) -> None:
        """Stack them from below, or side by side where the place is wide; what has no room there waits for space."""
        if self._placing:  # making room for them changes what is beside them
            return
        self._placing = True
        width = grown(PANEL_WIDTH, self._frame.font()) - 2 * MARGIN
        corner = QPoint(self._frame.width() - MARGIN, self._frame.height() - MARGIN - self._status)
        room, columns = corner.y() - self._frame.height() // 2, 1
        shown, spot = self._choose(self._fitting(room, width))
        if spot is not None:
            corner = spot.corner
            columns = max((spot.width + GAP) // (width + GAP), 1) if spot.gives_way else 1
            shown = self._fitting(room, min(width, spot.width))
        for toast in self._toasts:
            toast.setHidden(toast not in shown)
        rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        taken = _height(rows)
        for row in rows:
            right = corner.x()
            for toast in row:
                toast.move(right - toast.width(), corner.y() - toast.height())
                toast.raise_()
                right -= toast.width() + GAP
            corner = corner - QPoint(0, _highest(row) + GAP)
        self.room_taken.emit(0 if spot else taken, taken if spot and spot.gives_way else 0)
        self._placing = False

    def _choose(self, toasts: list[Toast]) -> tuple[list[Toast], Spot | None]:
        """Those to show, newest first, and where if not in the corner: better a few there than all over the work."""
        if not toasts:
            return toasts, None
        spot = self._spot(toasts)
        if spot is not None and not spot.gives_way:
            for count in range(len(toasts) - 1, 0, -1):
                if self._spot(toasts[:count]) is None:
                    return toasts[:count], None
        return toasts, spot

    def _spot(self, toasts: list[Toast]) -> Spot | None:
        size = QSize(toasts[0].width(), _height([[each] for each in toasts]))
        return self._spot_for(size, max(each.least_width for each in toasts))

    def _fitting(self, room: int, width: int) -> list[Toast]:
        """Show those that fit into so many pixels, and the newest in any case; returns them, newest first."""
        shown: list[Toast] = []
        for toast in reversed(self._toasts):
            toast.fit(width)
            room -= toast.height()
            fits = (room >= 0 or not shown) and not self._notices.hushed
            toast.setHidden(not fits)
            room = room - GAP if fits else -1
            if fits:
                shown.append(toast)
        return shown


class Toast(QFrame):
    """One notice. It never takes the focus by itself; Shift+F6 does: Tab goes through its buttons, Esc closes it."""

    def __init__(self, notice: Notice, notices: Notices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("toast")
        self.setAccessibleName(notice.words)
        self.setProperty("kind", notice.kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = plain_label(wrap=True)
        self._words.setToolTip(plain_tip(notice.words))
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._undo: QToolButton | None = None
        self._buttons = self._make_buttons(notices)
        close = QToolButton()
        close.setIcon(theme.icon(Icon.CLOSE, size=16))
        close.setAccessibleName(tr("Close: {message}", message=notice.words))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda: notices.close(notice.id))
        self._close = close
        self._lay_out()
        self._notices = notices
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: notices.close(notice.id))
        if notice.seconds:
            self._timer.start(int(notice.seconds * 1000))

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return any(each.hasFocus() for each in self._ring)

    def take_focus(self) -> None:
        """Take the focus, and stay until closed: keyboard users need time."""
        self._timer.stop()
        self._ring[0].setFocus()

    def revise(self, notice: Notice) -> None:
        """Say what the line says now, with its undo only while it is offered."""
        self.notice = notice
        self.setAccessibleName(notice.words)
        self._words.setToolTip(plain_tip(notice.words))
        if self._undo is not None:
            if self._undo.hasFocus() and not self._notices.can_undo(notice.id):
                self._close.setFocus()
            self._undo.setHidden(not self._notices.can_undo(notice.id))
            self._undo.setToolTip(undo_tip(notice))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move through the buttons cyclically."""
        at = next((at for at, each in enumerate(self._ring) if each.hasFocus()), 0)
        self._ring[(at + (1 if forward else -1)) % len(self._ring)].setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Enter presses the focused button."""
        held = next((each for each in self._ring if each.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self._notices.close(self.notice.id)
        elif held is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held.click()
        else:
            super().keyPressEvent(event)

    @property
    def _ring(self) -> list[QToolButton]:
        return [*(each for each in self._buttons if not each.isHidden()), self._close]

    @property
    def least_width(self) -> int:
        """What its widest button needs, in pixels."""
        widest = max((each.sizeHint().width() for each in self._buttons), default=0) if self._below else 0
        return widest + LEFT + RIGHT + self.width() - self.contentsRect().width()

    def fit(self, width: int) -> None:
        """Take this width, and fit the height to the text; text that would cover the work area is shortened."""
        self.setFixedWidth(width)
        beside = [self._close] if self._below else [*self._buttons, self._close]
        width = self.contentsRect().width() - LEFT - RIGHT
        is_wide = sum(each.sizeHint().width() + GAP for each in self._buttons) - GAP <= width
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        width -= sum(each.sizeHint().width() + GAP for each in beside)
        frame = self.height() - self.contentsRect().height()
        below = self._foot.sizeHint().height() + GAP if self._below else 0
        height = grown(HIGHEST, self.font()) - 2 * PAD - frame - below
        self._words.setText(shortened(breakable(self.notice.words), self._words.fontMetrics(), width, height))
        self._column.activate()
        self.setFixedHeight(
            max(self._column.totalHeightForWidth(self.width()), self._column.minimumSize().height())
        )

    @property
    def _below(self) -> bool:
        """Whether the buttons are below the text, which would be too narrow beside them."""
        return len(self._buttons) > 1 or (bool(self._buttons) and len(self.notice.words) > LONG)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LEFT, PAD, RIGHT, PAD)
        self._column.setSpacing(GAP)
        self._head.setSpacing(GAP)
        self._foot.setSpacing(GAP)
        self._column.addLayout(self._head)
        self._head.addWidget(self._words, 1)
        if self._below:
            self._column.addLayout(self._foot)
            self._column.setAlignment(self._foot, Qt.AlignmentFlag.AlignRight)
        for button in self._buttons:
            (self._foot if self._below else self._head).addWidget(button)
        if self._below:
            for button in self._buttons:
                self._foot.setAlignment(button, Qt.AlignmentFlag.AlignRight)
        self._head.addWidget(self._close)
        if self._below:
            self._head.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)

    def _make_buttons(self, notices: Notices) -> list[QToolButton]:
        notice, made = self.notice, []
        if notice.undo is not None:
            undo = link_button(tr("Undo"), lambda: notices.undo(notice.id))
            undo.setToolTip(undo_tip(notice))
            made.append(undo)
            self._undo = undo
        if notice.link is not None:
            made.append(link_button(notice.link.title, notice.link.run))
        if notice.details:
            made.append(
                link_button(tr("Copy details"), lambda: QGuiApplication.clipboard().setText(notice.details))
            )
        made += [
            link_button(each.title, partial(notices.act, notice.id, each.title)) for each in notice.actions
        ]
        for button in made:
            button.setAccessibleName(f"{button.text()}: {notice.words}")
        return made


def _height(rows: Sequence[Sequence[Toast]]) -> int:
    """What they take of the lower edge, with the margin above them; 0: nothing."""
    return sum(_highest(row) + GAP for row in rows) + MARGIN if rows else 0


def _highest(row: Sequence[Toast]) -> int:
    return max(each.height() for each in row)

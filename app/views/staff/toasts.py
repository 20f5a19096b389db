"""Toasts at the lower right: never over the work's focus, never taking it, with Undo where there is one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.viewmodels.notices import Notice, Notices
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import PANEL_WIDTH, STATUS_HEIGHT

WIDTH = PANEL_WIDTH - 32
MARGIN = 16
GAP = 8
MOST = 2


class ToastHost(QObject):
    """Places toasts in a window's lower right corner, newest lowest.

    `room_taken` carries how many pixels over the status line they take, so that what lies there can make room.
    """

    room_taken = Signal(int)

    def __init__(self, notices: Notices, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._notices = notices
        self._theme = theme
        self._window = window
        self._toasts: list[Toast] = []
        notices.posted.connect(self._post)
        notices.closed.connect(self._close)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _post(self, notice: Notice) -> None:
        toast = Toast(notice, self._notices, self._theme, self._window)
        self._toasts.append(toast)
        for old in self._toasts[:-MOST]:
            self._close(old.notice.id)
        toast.show()
        self._place()

    def _close(self, notice_id: int) -> None:
        for toast in [each for each in self._toasts if each.notice.id == notice_id]:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
        self._place()

    def _place(self) -> None:
        bottom = self._window.height() - MARGIN - STATUS_HEIGHT
        for toast in reversed(self._toasts):
            toast.fit()
            bottom -= toast.height()
            toast.move(self._window.width() - WIDTH - MARGIN, bottom)
            toast.raise_()
            bottom -= GAP
        self.room_taken.emit(self._window.height() - STATUS_HEIGHT - bottom if self._toasts else 0)


class Toast(QFrame):
    """One notice."""

    def __init__(self, notice: Notice, notices: Notices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("toast")
        self.setProperty("kind", notice.kind)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        words = QLabel(notice.words)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        if notice.undo is not None:
            self._button(row, "Undo", lambda: notices.undo(notice.id))
        if notice.details:
            details = notice.details
            self._button(row, "Copy details", lambda: QGuiApplication.clipboard().setText(details))
        close = QToolButton()
        close.setIcon(theme.icon(Icon.CLOSE, size=16))
        close.setAccessibleName("Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda: notices.close(notice.id))
        row.addWidget(close)
        self._row = row
        if notice.seconds:
            self._timer = QTimer(self)
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(lambda: notices.close(notice.id))
            self._timer.start(int(notice.seconds * 1000))

    def fit(self) -> None:
        """Be as high as the words need at this width."""
        self._row.activate()
        self.setFixedHeight(max(self._row.totalHeightForWidth(WIDTH), self._row.sizeHint().height()))

    def _button(self, row: QHBoxLayout, title: str, action: object) -> None:
        button = QToolButton()
        button.setText(title)
        button.setProperty("kind", "link")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action)
        row.addWidget(button)

"""One toast: a notice with its buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.activity import Notice, Notices
from app.viewmodels.translation import tr
from app.views.staff.frame.toasts.buttons import link_button, undo_tip
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.labels import breakable, plain_label, plain_tip, shortened

GAP = 8
HIGHEST = 160
LONG = 48
"""Letters that fit beside a button."""
LEFT, RIGHT, PAD = 16, 8, 8


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

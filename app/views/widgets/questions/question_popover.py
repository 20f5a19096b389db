"""A question in a popover beside its target: Enter confirms, Esc cancels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.viewmodels.question import QuestionViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.announcing import announce
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.placement import place_for

WIDTH = 320
TOP = 96

FindAnchor = Callable[[int | None], QRect | None]
"""The rectangle of an AptNum in the parent's pixels; None: not visible."""


ESC, ENTER = "Esc", "Enter"  # words: as the keys are called in every language


class QuestionPopover(QFrame):
    """Takes the focus while a question is open and returns it after the answer."""

    def __init__(self, viewmodel: QuestionViewModel, anchor: FindAnchor, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._anchor = anchor
        self._over = parent
        self._came_from: QWidget | None = None
        self.setObjectName("popover")
        self.setFixedWidth(grown(WIDTH, self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = plain_label(wrap=True)
        self._keep, self._confirm = QPushButton(tr("Keep")), QPushButton()
        self._keep.setToolTip(ESC)
        self._confirm.setToolTip(ENTER)
        self._confirm.setProperty("kind", "primary")
        self._keep.clicked.connect(viewmodel.keep)
        self._confirm.clicked.connect(viewmodel.confirm)
        self._lay_out()
        viewmodel.changed.connect(self._show)
        parent.installEventFilter(self)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Esc cancels; letters go to the window, because they start a search."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.keep()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep.click() if self._keep.hasFocus() else self._viewmodel.confirm()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the parent is resized."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._keep)
        row.addWidget(self._confirm)
        self._column.addWidget(self._words)
        self._column.addLayout(row)

    def _show(self) -> None:
        question = self._viewmodel.open
        if question is None:
            self._close()
            return
        self._words.setText(breakable(question.words))
        self._confirm.setText(question.deed)
        spoken = tr("{question} Enter: {deed}. Esc: Keep.", question=question.words, deed=question.deed)
        self.setAccessibleName(spoken)
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, self.accessibleName(), urgent=True)

    def _close(self) -> None:
        held = self.hasFocus() or self._keep.hasFocus() or self._confirm.hasFocus()
        before, self._came_from = self._came_from, None
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.hide()

    def _place(self) -> None:
        self._column.activate()
        size = QSize(self.width(), self._column.totalHeightForWidth(self.width()))
        whole, question = self._over.rect(), self._viewmodel.open
        target = self._anchor(question.apt_num if question is not None else None)
        place = None if target is None else place_for(target, size, whole, whole, corner=False)
        if place is None:
            place = QRect((whole.width() - size.width()) // 2, TOP, size.width(), size.height())
        self.setGeometry(QRect(place.topLeft(), size))

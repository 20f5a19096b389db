"""Small buttons inside a section that look like links."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from app.viewmodels.translation import typed
from app.viewmodels.verdict import YES, Verdict
from app.views.widgets.labels import plain_tip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkButton(QPushButton):
    """A button with a text and no frame. `spoken` names its target for screen readers, and on hover."""

    def __init__(self, text: str, do: Callable[[], None], *, spoken: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", "link")
        self.name(spoken or text)
        self.clicked.connect(lambda: do())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def name(self, spoken: str) -> None:
        """Name its target."""
        self._spoken = spoken
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))

    def judge(self, verdict: Verdict = YES) -> None:
        """Disable it with the reason, or enable it."""
        self.setEnabled(verdict.ok)
        tip = self._spoken if verdict.ok else f"{self._spoken}: {typed(verdict.reason)}"
        self.setToolTip(plain_tip(tip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works as Space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

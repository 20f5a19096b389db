"""The tabs at the top of a screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar

from app.core.text import Words
from app.viewmodels.translation import typed
from app.views.widgets.labels import plain_tip


class ScreenTabs(QTabBar):
    """`picked` is emitted with the tab that the user chose: by a click, an arrow key or the wheel.

    The screen then shows it (`show_tab`). Arrow keys keep the focus here; after a click the shown part has it.
    """

    picked = Signal(int)

    def __init__(self, name: str, tabs: Iterable[tuple[Words, Words, str]]) -> None:
        """`name` is for screen readers; of each tab its word, its title and its shortcut."""
        super().__init__()
        self.setDrawBase(False)
        self.setAccessibleName(name)
        for word, title, shortcut in tabs:
            at = self.addTab(typed(word))
            self.setTabToolTip(at, plain_tip(f"{typed(title)}  ({shortcut})"))
        self._shown = 0
        self.tabBarClicked.connect(self._pick)  # before the tab changes
        self.currentChanged.connect(lambda at: self._pick(at) if at != self._shown else None)

    def show_tab(self, at: int) -> None:
        """Show which tab is open."""
        self._shown = at
        with QSignalBlocker(self):
            self.setCurrentIndex(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow key goes to the next tab, and another one further."""
        super().keyPressEvent(event)
        if self.isVisible():
            self.setFocus()

    def _pick(self, at: int) -> None:
        if at >= 0:
            self._shown = at
            self.picked.emit(at)

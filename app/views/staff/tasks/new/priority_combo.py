"""Chooses a priority by its name, with its color before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap

from app.viewmodels.staff.tasks.new.state import PriorityChoice
from app.views.theme.tokens import tokens_of
from app.views.widgets.name_combo import NameCombo

BAR = QSize(4, 16)


class PriorityCombo(NameCombo):
    """The bar is that of the list of tasks."""

    def __init__(self) -> None:
        super().__init__()
        self.setIconSize(BAR)
        self._shown: tuple[PriorityChoice, ...] = ()

    def fill(self, priorities: Sequence[PriorityChoice], chosen: int) -> None:
        """Show these, with the one chosen that has this DefNum; the first one if none has."""
        self._shown = tuple(priorities)
        numbers = [each.def_num for each in priorities]
        at = numbers.index(chosen) if chosen in numbers else min(0, len(numbers) - 1)
        self.show_texts([each.name for each in priorities], at)
        self._paint_bars()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colors."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_bars()

    def _paint_bars(self) -> None:
        tokens = tokens_of(self.palette())
        for row, each in enumerate(self._shown[: self.count()]):
            bar = QPixmap(BAR)
            bar.fill(QColor(getattr(tokens, each.tone)) if each.tone else Qt.GlobalColor.transparent)
            self.setItemIcon(row, QIcon(bar))

"""Notices when a schedule has to be painted in another look, and when it is shown or hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

DRESSING = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange)
"""Events after which everything has to be repainted."""


class Dressing(QObject):
    """Filters a surface's events: an `event` of its own would be called for every paint of its viewport too."""

    changed = Signal()
    """Theme, font or screen may be another one."""
    shown = Signal(bool)
    """Shown or hidden."""

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface)
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at an event, and leave it to the surface."""
        kind = event.type()
        if kind in DRESSING:
            self.changed.emit()
        elif kind is QEvent.Type.Show or kind is QEvent.Type.Hide:
            self.shown.emit(kind is QEvent.Type.Show)
        return False

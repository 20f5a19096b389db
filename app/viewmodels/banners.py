"""Banners: what holds for the whole window until it is over, under the bar, with one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Banner(Struct, frozen=True):
    """One line, ready to be shown."""

    id: str
    words: str
    button: str = ""
    """What can be done about it; empty: nothing."""
    can_press: bool = True


class Banners(QObject):
    """The banners that are shown, in the order in which they came; `changed` when they do."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, tuple[Banner, Callable[[], None]]] = {}

    @property
    def items(self) -> tuple[Banner, ...]:
        """What is shown."""
        return tuple(banner for banner, _ in self._shown.values())

    def show(self, banner: Banner, do: Callable[[], None] = lambda: None) -> None:
        """Show a banner, in place of the one with its id. `do` is what its button does."""
        before = self._shown.get(banner.id)
        self._shown[banner.id] = (banner, do)
        if before is None or before[0] != banner:
            self.changed.emit()

    def hide(self, banner_id: str) -> None:
        """Take a banner away; nothing happens where it is not shown."""
        if self._shown.pop(banner_id, None) is not None:
            self.changed.emit()

    def press(self, banner_id: str) -> None:
        """Do what a banner's button says."""
        if banner_id in self._shown:
            banner, do = self._shown[banner_id]
            if banner.button and banner.can_press:
                do()

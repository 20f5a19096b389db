"""Banners below the top bar: conditions of the whole window, each with one action."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Banner(Struct, frozen=True):
    """One banner, ready to be shown."""

    id: str
    words: str
    button: str = ""
    """The action's title; empty: no action."""
    can_press: bool = True


class Banners(QObject):
    """The visible banners, in the order they were added; `changed` when they change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, tuple[Banner, Callable[[], None]]] = {}

    @property
    def items(self) -> tuple[Banner, ...]:
        """The visible banners."""
        return tuple(banner for banner, _ in self._shown.values())

    def show(self, banner: Banner, do: Callable[[], None] = lambda: None) -> None:
        """Show a banner, replacing the one with its id. `do` is its button's action."""
        before = self._shown.get(banner.id)
        self._shown[banner.id] = (banner, do)
        if before is None or before[0] != banner:
            self.changed.emit()

    def hide(self, banner_id: str) -> None:
        """Remove a banner, if it is shown."""
        if self._shown.pop(banner_id, None) is not None:
            self.changed.emit()

    def press(self, banner_id: str) -> None:
        """Run a banner's action."""
        if banner_id in self._shown:
            banner, do = self._shown[banner_id]
            if banner.button and banner.can_press:
                do()

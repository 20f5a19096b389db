"""A part of the shown patient that is read only when the user asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.store.patients.parts import Ready, Refused, Unread
from app.store.patients.readers import PartReader
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

T = TypeVar("T")


class AskedPart(QObject, Generic[T]):
    """`changed` while it is asked for."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, reader: type[PartReader[T]], parent: QObject) -> None:
        super().__init__(parent)
        self._part = desk.parts.patients.of(reader)
        self._pat_num: int | None = None
        self._release: Callable[[], None] = _nothing
        self._unwatch = self._part.watch(
            lambda pat_num: self.changed.emit() if pat_num == self._pat_num else None
        )

    @property
    def value(self) -> T | None:
        """What has been read; None: nothing yet, or nobody asked."""
        return state.value if isinstance(state := self._state, Ready) else None

    @property
    def note(self) -> str:
        """That it is loading, or why it can't be read; empty: it is there, or nobody asked."""
        if self._pat_num is None or isinstance(state := self._state, Ready):
            return ""
        return tr("Loading…") if isinstance(state, Unread) else explain(state.why).sentence

    def ask(self, pat_num: int | None) -> None:
        """Read a patient's; None: it isn't needed any more."""
        self._pat_num, before = pat_num, self._release
        self._release = self._part.need(pat_num, Need.CLICK) if pat_num is not None else _nothing
        before()

    def read_again(self) -> None:
        """Read it again, if it is asked for."""
        if self._pat_num is not None:
            self._part.read_again(self._pat_num)

    def close(self) -> None:
        """Stop following it."""
        self._unwatch()
        self._release()

    @property
    def _state(self) -> Unread | Ready[T] | Refused:
        return self._part.state(self._pat_num) if self._pat_num is not None else Unread()


def _nothing() -> None:
    """Nothing is needed, so there is nothing to release."""

"""Windows tells that it was locked."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.views.staff.frame.lock.session_watch import LEAVES, WM_WTSSESSION_CHANGE, Message, SessionWatch


class Library:
    """Stands in for wtsapi32."""

    def __init__(self) -> None:
        self.registered: list[int] = []
        self.forgotten: list[int] = []
        self.WTSRegisterSessionNotification = _Function(lambda handle, _: self.registered.append(handle) or 1)
        self.WTSUnRegisterSessionNotification = _Function(lambda handle: self.forgotten.append(handle) or 1)


class _Function:
    def __init__(self, does: Callable[..., int]) -> None:
        self._does = does

    def __call__(self, *arguments: int) -> int:
        """Call it, as ctypes does."""
        return self._does(*arguments)


@pytest.fixture
def watch() -> Iterator[tuple[SessionWatch, list[int], Library]]:
    """What follows Windows, and how often it locked."""
    times: list[int] = []
    library = Library()
    made = SessionWatch(lambda: times.append(1), library)
    yield made, times, library
    made.end()
    assert library.forgotten == library.registered


def test_windows_locks_it(qapp: QApplication, watch: tuple[SessionWatch, list[int], Library]) -> None:
    """Only Windows' messages that the session is left lock the window; unlocking and other messages don't."""
    made, times, library = watch
    assert library.registered == [int(made.winId())]
    for number, code in ((WM_WTSSESSION_CHANGE, 8), (WM_WTSSESSION_CHANGE, 5), (0x0200, 7)):
        told = Message(0, number, code, 0)
        made.nativeEvent(b"windows_generic_MSG", ctypes.addressof(told))
    assert times == []
    for code in LEAVES:
        told = Message(0, WM_WTSSESSION_CHANGE, code, 0)
        assert made.nativeEvent(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
        made.nativeEvent(b"xcb_generic_event_t", ctypes.addressof(told))
    assert len(times) == len(LEAVES)

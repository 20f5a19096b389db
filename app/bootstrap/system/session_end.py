"""The end of the Windows session, SIGTERM, or Ctrl+C in a terminal: the program closes, asks nothing, within 3 seconds.

What is not sent then waits in the journal, where it has been since before its first try. Windows kills the process soon
after it has answered WM_ENDSESSION, so everything is done before; WM_QUERYENDSESSION only saves the settings, because
another program may still stop the log-off.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

T = TypeVar("T")

SECONDS = 2.5
"""How long closing may take: the lock is released after at most three, whatever waits for a server."""
ENDING = frozenset({signal.SIGTERM, signal.SIGINT})
LAST_SECONDS = 0.4
"""The rest of three seconds: for a thread that hangs."""


class SessionEnd(QObject):
    """One for a program with windows, from the start of its loop to its end."""

    def __init__(
        self,
        app: QApplication,
        save: Callable[[], None],
        close: Callable[[], None],
        release: Callable[[], None],
    ) -> None:
        """`save` keeps the settings; `close` begins to close, and asks nothing; `release` releases the lock."""
        super().__init__()
        self._app, self._save, self._close, self._release = app, save, close, release
        self._closed = False
        self._waiting: QEventLoop | None = None
        app.commitDataRequest.connect(self._save)
        app.aboutToQuit.connect(self._end_now)

    async def watch(self, life: Awaitable[T]) -> T:
        """Run the program's life; once it has ended, nothing is left to do."""
        try:
            return await life
        finally:
            self._closed = True
            if self._waiting is not None:
                self._waiting.quit()

    def stop(self) -> None:
        """SIGTERM or Ctrl+C: close, and end the process if that takes too long."""
        self._save()
        late = threading.Timer(SECONDS + LAST_SECONDS, os._exit, (0,))  # also if this thread hangs
        late.daemon = True
        late.start()
        QTimer.singleShot(round(SECONDS * 1000), self, self._leave)
        self._close()

    def _leave(self) -> None:
        if not self._closed:
            self._release()
            os._exit(0)

    def _end_now(self) -> None:
        """WM_ENDSESSION: close before this returns. At the usual end everything is closed already."""
        if self._closed or self._waiting is not None:
            return
        self._waiting = QEventLoop()
        QTimer.singleShot(round(SECONDS * 1000), self._waiting.quit)
        self._close()
        self._waiting.exec()
        self._release()


@contextmanager
def ended_by_signal(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` in Qt's loop when SIGTERM or Ctrl+C comes. Windows sends neither to a program with windows."""
    if os.name == "nt":
        yield
        return
    reading, writing = socket.socketpair()
    for each in (reading, writing):
        each.settimeout(0)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

    def arrived() -> None:
        if not ENDING.isdisjoint(reading.recv(64)):
            notifier.setEnabled(False)
            stop()

    notifier.activated.connect(arrived)
    # A shell lets Ctrl+C pass by what it runs behind. Python runs a handler later; the byte wakes Qt.
    heard = [each for each in ENDING if signal.getsignal(each) is not signal.SIG_IGN]
    handlers = {each: signal.signal(each, lambda *_: None) for each in heard}
    before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        reading.close()
        writing.close()

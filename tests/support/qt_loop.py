"""asyncio on Qt's event loop, for tests."""

from __future__ import annotations

import asyncio
import weakref
from asyncio import events
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap.loop import QtEventLoop

T = TypeVar("T")

PATIENCE_SECONDS = 60.0
"""Timeout for conditions; a passing test never waits that long."""


class TestLoop(QtEventLoop):
    """The program's loop, also set as running while only Qt waits, as in qtbot.waitUntil."""

    __test__ = False

    def call_later(
        self, delay: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Schedule a callback that runs inside this loop."""
        own: list[asyncio.Handle] = []
        handle: asyncio.Handle = super().call_later(
            delay, self._inside, own, callback, *args, context=context
        )
        own.append(handle)
        return handle

    def _inside(self, own: list[asyncio.Handle], callback: Callable[..., Any], *args: Any) -> None:
        """Run it, but not while Qt handles events inside a task's step: a task that wakes up there never goes on."""
        if asyncio.current_task(self) is not None:
            self._add_callback(own[0])
            return
        outer = events._get_running_loop()
        events._set_running_loop(self)
        try:
            callback(*args)
        finally:
            events._set_running_loop(outer)


class _Latest:
    loop: weakref.ref[asyncio.AbstractEventLoop] | None = None


def new_loop() -> asyncio.AbstractEventLoop:
    """A loop on the one QApplication, which isn't ended by closing a test's last window."""
    app = QApplication.instance() or QApplication(["front-desk-tests"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    # Referenced here because nothing else does if a test requests the loop before pytest-qt has created it.
    TestLoop.app = app
    loop: asyncio.AbstractEventLoop = TestLoop(app)
    _Latest.loop = weakref.ref(loop)
    return loop


@contextmanager
def in_loop() -> Iterator[None]:
    """Between a test and its fixtures, where pytest-qt lets Qt handle events: a timer's slot may start a task there."""
    loop = _Latest.loop() if _Latest.loop is not None else None
    if loop is None or loop.is_closed() or events._get_running_loop() is not None:
        yield
        return
    events._set_running_loop(loop)
    try:
        yield
    finally:
        events._set_running_loop(None)


class QtLoop:
    """For tests that are not coroutines: slots find a running loop, and Qt's waiting lets tasks run."""

    def __init__(self) -> None:
        self.loop = new_loop()
        asyncio.set_event_loop(self.loop)
        events._set_running_loop(self.loop)

    def run(self, work: Coroutine[Any, Any, T], seconds: float = PATIENCE_SECONDS) -> T:
        """Run a coroutine to its end and return its result. Raises TimeoutError after `seconds`."""
        task = self.loop.create_task(work)
        waiting = QEventLoop()
        task.add_done_callback(lambda _: waiting.quit())
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(waiting.quit)
        limit.start(int(seconds * 1000))
        if not task.done():
            waiting.exec()
        limit.stop()
        if not task.done():
            task.cancel()
            self._turn()
            raise TimeoutError(f"not done after {seconds} s")
        return task.result()

    def until(self, holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Run the loop until the condition holds. Raises TimeoutError after `seconds`."""
        self.run(until(holds, seconds), seconds + 1)

    def close(self) -> None:
        """Cancel remaining tasks and close the loop."""
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self._turn()
        self.run(self.loop.shutdown_asyncgens())
        events._set_running_loop(None)
        asyncio.set_event_loop(None)
        self.loop.close()

    def _turn(self) -> None:
        for _ in range(5):
            self.run(asyncio.sleep(0))


async def until(holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until the condition holds, polling every few milliseconds. Raises TimeoutError after `seconds`."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)

"""What a test must not leave behind: tasks, threads, running timers and Qt threads, warnings in the log."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import time
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_SECONDS = 5.0
"""Seconds that a stopped thread may take to end."""


def fail_for(what: str, names: Iterable[str]) -> None:
    """Fail the test if there are any names."""
    if found := sorted(names):
        pytest.fail(f"left behind by this test: {what}: {', '.join(found)}", pytrace=False)


def unfinished(loop: asyncio.AbstractEventLoop, before: set[asyncio.Task[object]]) -> list[str]:
    """Names of the loop's unfinished tasks that were not there before."""
    current = asyncio.current_task(loop)
    tasks = asyncio.all_tasks(loop) - before
    return [
        f"{each.get_name()} ({each.get_coro()})" for each in tasks if each is not current and not each.done()
    ]


async def until_closed(loop: asyncio.AbstractEventLoop) -> None:
    """Wait for generators that Python itself closes, in tasks: on Windows a connection of theirs takes some turns."""
    closing = [
        each for each in asyncio.all_tasks(loop) if type(each.get_coro()).__name__ == "async_generator_athrow"
    ]
    if closing:
        await asyncio.wait(closing, timeout=PATIENCE_SECONDS)


def still_running(before: set[threading.Thread]) -> list[str]:
    """Names of threads started since that don't end."""
    fresh = [each for each in threading.enumerate() if each not in before and each.is_alive()]
    end = time.monotonic() + PATIENCE_SECONDS
    for each in fresh:
        # Threads that Python did not start, such as Qt's, can't be joined; they are checked as QThreads.
        if not isinstance(each, threading._DummyThread):
            each.join(max(0.0, end - time.monotonic()))
    return [each.name for each in fresh if each.is_alive() and not isinstance(each, threading._DummyThread)]


def ticking() -> dict[int, str]:
    """Active QTimers and running QThreads, by identity."""
    core = sys.modules.get("PySide6.QtCore")
    shiboken = sys.modules.get("shiboken6")
    if core is None or shiboken is None:
        return {}
    found: dict[int, str] = {}
    for each in (*_settled_tickers(), *_tickers()):
        if not shiboken.isValid(each):
            continue
        runs = each.isActive() if isinstance(each, core.QTimer) else each.isRunning()
        if runs and each is not core.QThread.currentThread():
            owner = each.parent()
            found[id(each)] = f"{type(each).__name__} {each.objectName()!r} of {type(owner).__name__}"
    return found


def settle() -> None:
    """Collect all garbage, and exclude what is left from later collections and searches, except its timers."""
    gc.collect()
    _settled[:] = [weakref.ref(each) for each in (*_settled_tickers(), *_tickers())]
    gc.freeze()


_settled: list[weakref.ref[Any]] = []
"""QTimers and QThreads that are excluded from searches: they may start again."""


def _settled_tickers() -> list[Any]:
    return [each for known in _settled if (each := known()) is not None]


def _tickers() -> list[Any]:
    """QTimers and QThreads among the objects made since things were settled."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return []
    kinds = (core.QTimer, core.QThread)  # a tuple, made once: there are a hundred thousand objects
    return [each for each in gc.get_objects() if isinstance(each, kinds)]


def bury() -> None:
    """Run Qt's pending deletions."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def let_go() -> None:
    """Release the mouse button that QTest keeps held after a double click."""
    if QApplication.instance() is not None and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        anywhere = QWidget()
        QTest.mouseRelease(anywhere, Qt.MouseButton.LeftButton)
        anywhere.deleteLater()


class _Kept(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def logged() -> Iterator[list[logging.LogRecord]]:
    """All records logged inside at WARNING or above."""
    handler = _Kept(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield handler.records
    finally:
        logging.getLogger().removeHandler(handler)


def warned(records: Iterable[logging.LogRecord], allowed: tuple[str, ...]) -> list[str]:
    """Records at WARNING or above from loggers that were not expected to warn."""
    return [
        f"{each.name}: {each.getMessage()}" + (f" ({each.exc_info[1]!r})" if each.exc_info else "")
        for each in records
        if each.levelno >= logging.WARNING
        and not any(each.name == name or each.name.startswith(f"{name}.") for name in allowed)
    ]

"""asyncio on Qt's event loop."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import Context
from functools import partial

import qasync
from PySide6.QtWidgets import QApplication

WORKERS = 4
"""Maximum number of threads, each started when first needed; qasync's own executor starts ten at once."""


if sys.platform == "win32":
    from app.bootstrap.system.completions import CompletionLoop

    class _OwnLoop(qasync._QEventLoop, CompletionLoop):  # type: ignore[misc]  # noqa: SLF001 # there is no public way
        """qasync's for Windows, without its polling."""

else:
    _OwnLoop = qasync.QEventLoop


class QtEventLoop(_OwnLoop):  # type: ignore[misc,valid-type]  # which one it is depends on the system
    """qasync's loop, which takes what Python 3.15's sockets say in which context they are to be read and written."""

    def _add_reader(
        self, fd: int, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> object:
        return super()._add_reader(fd, _within(context, callback), *args)

    def _add_writer(
        self, fd: int, callback: Callable[..., object], *args: object, context: Context | None = None
    ) -> object:
        return super()._add_writer(fd, _within(context, callback), *args)


def _within(context: Context | None, callback: Callable[..., object]) -> Callable[..., object]:
    return callback if context is None else partial(context.run, callback)


@contextmanager
def qt_loop(app: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The application's loop; closed at the end, with its threads."""
    with QtEventLoop(app) as loop:
        loop.set_default_executor(ThreadPoolExecutor(WORKERS, thread_name_prefix="worker"))
        yield loop

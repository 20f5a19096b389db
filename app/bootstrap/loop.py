"""asyncio on Qt's event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import qasync
from PySide6.QtWidgets import QApplication

WORKERS = 4
"""Maximum number of threads, each started when first needed; qasync's own executor starts ten at once."""


@contextmanager
def qt_loop(app: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The application's loop; closed at the end, with its threads."""
    with qasync.QEventLoop(app) as loop:
        loop.set_default_executor(ThreadPoolExecutor(WORKERS, thread_name_prefix="worker"))
        yield loop

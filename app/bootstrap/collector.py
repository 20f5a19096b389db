"""Garbage collection in the GUI thread only, excluding the objects created at startup.

A collection in another thread (the practice's, the journal's) that finds a dead widget would destroy it there
and crash Qt. So Python's automatic collection stays off, and the GUI thread collects between two events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 2000
THRESHOLDS = (2_000, 10, 10)
"""The thresholds: new objects, then younger collections, before a generation is collected."""


def begin(owner: QObject) -> None:
    """Collect from now on in this thread, while `owner` lives; existing objects are excluded."""
    gc.disable()
    gc.freeze()
    timer = QTimer(owner)
    timer.timeout.connect(_collect)
    timer.start(EVERY_MILLISECONDS)


def _collect() -> None:
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > THRESHOLDS[generation]:
            gc.collect(generation)
            return

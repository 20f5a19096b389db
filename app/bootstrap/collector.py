"""Garbage collection in the window's thread alone, off what the start has made.

A collection in another thread (the practice's, the journal's) that meets a dead widget would destroy it there, which
Qt does not survive: so Python's own collecting stays off, and the window's thread does it between two events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 2000
THRESHOLDS = (2_000, 10, 10)
"""New objects, then younger collections, before a generation is looked through."""


def begin(owner: QObject) -> None:
    """Collect from now on, for as long as `owner` lives, in this thread; never look through what is there already."""
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

"""A question that the same button answers: the second click of a double click is no answer."""

from __future__ import annotations

import time
from collections.abc import Hashable

from PySide6.QtWidgets import QApplication


class Confirming:
    """Tells how long a question has been shown."""

    def __init__(self) -> None:
        self._asked: Hashable = None
        self._at = 0.0

    def show(self, asked: Hashable) -> None:
        """What is asked now; falsy: nothing."""
        if asked != self._asked:
            self._asked, self._at = asked, time.monotonic()

    @property
    def is_too_fast(self) -> bool:
        """Whether an answer now can't be meant for the question."""
        shown_for = (time.monotonic() - self._at) * 1000
        return bool(self._asked) and shown_for < QApplication.doubleClickInterval()

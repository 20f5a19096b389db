"""When an update may be installed: nothing waits, nothing is typed, nobody else uses it, and nobody is at the PC."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.bootstrap.updates import processes
from app.core.clock import Clock
from app.core.text import NO_TEXT, ExplainedError, Text, many, msg

if TYPE_CHECKING:  # loads after the first paint
    from app.bootstrap.workspace import Workspace

IDLE_SECONDS = 900.0
"""Nobody has used keyboard or mouse for this long."""


class InTheWay(ExplainedError):
    """An installation would disturb something now. Its text says what."""


class Idle:
    """`touch` at every key, click and movement of the pointer in the program's windows."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._touched = clock.monotonic()

    def touch(self) -> None:
        """The user did something."""
        self._touched = self._clock.monotonic()

    @property
    def is_long(self) -> bool:
        """Whether nobody did anything for long enough, here or in another program."""
        own = self._clock.monotonic() - self._touched
        return min(own, system_idle_seconds()) >= IDLE_SECONDS


def hindrance(window: QWidget, office: Workspace | None) -> Text:
    """What an installation would disturb, as a sentence; empty: nothing."""
    if words := unsaved(window, office):
        return words
    if processes.others():
        return msg("Front Desk is also open in another account on this PC, or as the office hub.")
    return NO_TEXT


def unsaved(window: QWidget, office: Workspace | None) -> Text:
    """What closing this copy of the program would disturb, as a sentence; empty: nothing."""
    from app.views.staff.frame.entering import is_entering
    from app.views.staff.updates.typed import has_typed

    if office is not None:
        if count := len(office.desk.parts.journal.unsettled()):
            return many("{n} changes are not sent yet.", "{n} change is not sent yet.", count)
        if others := office.desk.closing.others():
            return many(
                "{n} other PCs are connected to the office hub on this PC.",
                "{n} other PC is connected to the office hub on this PC.",
                others,
            )
    if is_entering(window) or has_typed(window) or (office is not None and office.desk.patient.entering):
        return msg("Something you typed isn't saved yet.")
    return NO_TEXT


def system_idle_seconds() -> float:
    """How long nobody has used this PC, in this Windows session; endless where that can't be found out."""
    if sys.platform == "win32":
        import ctypes

        class LastInput(ctypes.Structure):
            _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))

        last = LastInput(8, 0)
        if ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
            now: int = ctypes.windll.kernel32.GetTickCount() & 0xFFFF_FFFF
            return float((now - last.time) & 0xFFFF_FFFF) / 1000
    return float("inf")

"""Clicks and keystrokes of one job, counted while it is done through the window's own widgets."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

CLICK_SECONDS, KEY_SECONDS, DECISION_SECONDS = 1.3, 0.28, 1.35
"""Estimates for a click, a key and a decision, the same as for Open Dental's ways. Talking and waiting are left out."""
TURNS = 10
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass(frozen=True)
class Job:
    """One of the fifteen daily jobs, with its target; None: not limited."""

    number: int
    name: str
    open_dental: str
    target: str
    clicks: int | None = None
    keys: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Result:
    """A job that was done, and what it took."""

    job: Job
    way: str
    clicks: int
    keys: int
    seconds: float

    @property
    def misses(self) -> str:
        """What is over the target; empty: nothing."""
        limits = {"clicks": self.job.clicks, "keys": self.job.keys, "seconds": self.job.seconds}
        over = {name: getattr(self, name) for name, most in limits.items() if most is not None}
        return ", ".join(f"{got:g} {name}" for name, got in over.items() if got > (limits[name] or 0))


class Counted:
    """Mouse and keyboard that count. A chord is one keystroke; its modifiers take their time too."""

    def __init__(self, job: Job, way: str, results: list[Result]) -> None:
        self._job = job
        self._way = way
        self._results = results
        self.begin()

    def begin(self) -> None:
        """Count from here."""
        self.clicks = self.keys = self._presses = self._decisions = 0

    @property
    def seconds(self) -> float:
        """The estimate, to a tenth."""
        hands = CLICK_SECONDS * self.clicks + KEY_SECONDS * self._presses
        return round(hands + DECISION_SECONDS * self._decisions, 1)

    def decide(self) -> None:
        """The receptionist looks, and makes up her mind."""
        self._decisions += 1

    def click(self, widget: QWidget, where: QPoint | None = None) -> None:
        """Click something that can be seen."""
        region = widget.visibleRegion()
        assert not region.isEmpty(), f"{widget} can't be seen"
        assert widget.isEnabled(), f"{widget} is disabled"
        self.clicks += 1
        QTest.mouseClick(widget, LEFT, PLAIN, where or region.boundingRect().center())

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click a row of a list or table."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    async def choose(self, combo: QComboBox, row: int) -> None:
        """Open a drop-down list and click one of its rows: two clicks."""
        self.click(combo)
        view = combo.view()
        assert view.isVisible()
        for _ in range(TURNS):  # the list ignores a click that could be the second one of a double click
            await asyncio.sleep(0)
        index = combo.model().index(row, combo.modelColumn())
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Drag with the mouse: as long as two clicks, and counted as one."""
        self.clicks += 1
        self._presses += round(CLICK_SECONDS / KEY_SECONDS)
        QTest.mousePress(widget, LEFT, PLAIN, start)
        for step in (0.3, 0.6, 0.9, 1.0):
            between = start + (end - start) * step
            event = _moved(widget, between)
            QApplication.sendEvent(widget, event)
        QTest.mouseRelease(widget, LEFT, PLAIN, end)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, with or without others held, where the focus is."""
        self.keys += 1
        self._presses += 1 + sum(bool(modifier & each) for each in MODIFIERS)
        QTest.keyClick(_focused(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            self.keys += 1
            self._presses += 1
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(_focused(), QKeyEvent(kind, key, PLAIN, letter))

    def done(self) -> None:
        """It is done: note what it took. Fails where that is more than the target."""
        result = Result(self._job, self._way, self.clicks, self.keys, self.seconds)
        self._results.append(result)
        assert not result.misses, f"job {self._job.number} ({self._way}) takes {result.misses}"


def _focused() -> QWidget:
    popup: QWidget | None = QApplication.activePopupWidget()
    focused = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
    assert focused is not None
    return focused


def _moved(widget: QWidget, where: QPoint) -> QEvent:
    globally = QPointF(widget.mapToGlobal(where))
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(where), globally, LEFT, LEFT, PLAIN)

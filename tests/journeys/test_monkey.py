"""Random keys, clicks and typing in any order: the desk never crashes and the schedule stays correct."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from tests.journeys.desk import ALT, CONTROL, LEFT, PLAIN, SHIFT, Desk, Desks
from tests.journeys.practices import Practices

KEYS = (
    "A", "S", "D", "C", "B", "N", "M", "T", "K", "Up", "Down", "Left", "Right", "Return", "Enter", "Escape", "Tab",
    "Backtab", "Space", "Plus", "Minus", "F5", "Home", "End", "PageUp", "PageDown", "Delete", "Backspace", "Menu",
    "1", "2", "Z", "P", "G", "I", "U", "F1", "Question",
)  # fmt: skip
NONSENSE = ("ort", "'; --", "ﷺ🦷", "12/31/1980", "555", "%%%", "\u202e", "x" * 50)
NEVER = {"Connect to another office", "Dark mode"}
"""These leave the desk; they have tests of their own."""
FAULTS = (
    Fault.DROP_AFTER,
    Fault.TIMEOUT_AFTER,
    Fault.SERVER_ERROR,
    Fault.BUSY,
    Fault.GARBAGE,
    Fault.DROP_BEFORE,
)


class Monkey:
    """Operates a desk at random, reproducibly by seed."""

    def __init__(self, desk: Desk, number: int) -> None:
        self._desk = desk
        self._dice = random.Random(number)

    async def work(self, steps: int) -> None:
        """Perform this many actions."""
        for _ in range(steps):
            act = self._dice.choice(
                (self._key, self._key, self._key, self._mouse, self._type, self._button, self._trouble)
            )
            act()
            _leave_file_dialogs()
            await self._desk.turn(self._dice.choice((0, 1, 5)))
            _leave_file_dialogs()  # one that opened meanwhile: the next key would save into the home folder
            if self._dice.random() < 0.1:
                self._desk.wake()

    def _top(self) -> QWidget:
        dialogs = [each for each in self._desk.window.findChildren(QDialog) if each.isVisible()]
        return QApplication.activePopupWidget() or (dialogs[-1] if dialogs else self._desk.window)

    def _key(self) -> None:
        key = getattr(Qt.Key, f"Key_{self._dice.choice(KEYS)}")
        modifier = self._dice.choice((PLAIN, PLAIN, PLAIN, CONTROL, SHIFT, ALT))
        self._desk.key(key, modifier)

    def _mouse(self) -> None:
        view = self._desk.canvas.viewport()
        if self._top() is not self._desk.window or not view.isVisible():
            return
        spots = [
            QPoint(self._dice.randrange(view.width()), self._dice.randrange(view.height())) for _ in range(3)
        ]
        if self._desk.visits and self._dice.random() < 0.7:
            spots[0] = self._desk.place(self._dice.choice(self._desk.visits).apt_num)
        self._desk.hold(spots[0])
        if self._dice.random() < 0.5:
            self._desk.pull(spots[1])
            self._desk.pull(spots[2])
        self._desk.release(spots[2])

    def _type(self) -> None:
        focus = self._desk.focus()
        if isinstance(focus, QLineEdit):
            text = self._dice.choice(NONSENSE)
            focus.insert(text)
            focus.textEdited.emit(focus.text())
        elif isinstance(focus, QPlainTextEdit):
            focus.insertPlainText(self._dice.choice(NONSENSE))

    def _button(self) -> None:
        found = [each for each in self._top().findChildren(QAbstractButton) if self._may(each)]
        boxes = [each for each in self._top().findChildren(QComboBox) if each.isVisible() and each.count()]
        if boxes and self._dice.random() < 0.2:
            box = self._dice.choice(boxes)
            box.setCurrentIndex(self._dice.randrange(box.count()))
            box.activated.emit(box.currentIndex())
        elif found:
            button = self._dice.choice(found)
            QTest.mouseClick(button, LEFT)

    def _may(self, button: QAbstractButton) -> bool:
        if isinstance(button, QToolButton) and button.menu() is not None:
            return False  # the calendar's own menu runs a nested event loop, which a coroutine can't
        return button.isVisible() and button.isEnabled() and button.accessibleName() not in NEVER

    def _trouble(self) -> None:
        faults = self._desk.served.faults
        if self._dice.random() < 0.3:
            faults.unreachable = not faults.unreachable
        else:
            faults.plan("*", self._dice.choice(FAULTS))


def _leave_file_dialogs() -> None:
    """Qt's own asks in a nested event loop whether a file that exists is replaced: nothing would end that."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QFileDialog) and each.isVisible():
            each.reject()


@pytest.mark.parametrize("number", range(3))
async def test_a_monkey_at_the_desk(number: int, open_practice: Practices, open_desk: Desks) -> None:
    """Three hundred random actions, with a server that comes and goes, break nothing and leave no visit behind."""
    desk = await open_desk(open_practice())
    await Monkey(desk, number).work(300)
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in desk.window.findChildren(QDialog):
        dialog.reject()
    served = desk.served
    served.faults.unreachable = False
    served.faults._planned.clear()
    desk.model.filters.choose(clinic_num=None, prov_num=None)
    desk.model.commands["view.day"].run()
    desk.model.schedule.today()
    desk.model.schedule.refresh()
    await desk.read()

    def true() -> bool:
        if any(entry.state.value in ("waiting", "sent") for entry in desk.model.parts.journal.unsettled()):
            return False
        stored = served.sql(
            "SELECT AptNum, AptDateTime, Op FROM appointment WHERE date(AptDateTime) = ? AND AptStatus NOT IN (3, 6)",
            str(desk.model.schedule.day),
        )
        shown = {(each.apt_num, each.start.isoformat(" "), each.op_num) for each in desk.visits}
        return shown == set(stored)

    parts = desk.model.parts
    await desk.until(lambda: all(each.state is WriteState.UNKNOWN for each in parts.journal.unsettled()))
    for _ in range(20):  # by itself it is looked for ever more seldom
        for entry in parts.journal.unsettled():
            await parts.outbox.settle(entry.id)
        await desk.turn(20)
        if true():
            break
    await desk.until(true)

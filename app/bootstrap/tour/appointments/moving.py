"""The tour of moving an appointment: to another day by keyboard, and by the pinboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.bootstrap.tour.hands import Hands
from app.domain.schedule.visit import Stage

ALT = Qt.KeyboardModifier.AltModifier


async def carry(hands: Hands) -> None:
    """M, then Alt and an arrow key: the appointment goes on on the next day, with what it would clash with."""
    await hands.click(hands.visit(Stage.CONFIRMED))
    hands.key(Qt.Key.Key_M)
    await hands.until(lambda: hands.screen.canvas.overlay.ghost is not None)
    day = hands.model.schedule.day
    hands.key(Qt.Key.Key_Right, ALT)
    await hands.until(lambda: hands.model.schedule.day != day and hands.read())


async def pin(hands: Hands) -> None:
    """B: it stays where it is, as a ghost, and is on the pinboard in the side panel."""
    hands.key(Qt.Key.Key_Escape)
    await hands.until(hands.complete)
    for stage in (Stage.UNCONFIRMED, Stage.CONFIRMED):
        before = _pinned(hands)
        await hands.click(hands.visit(stage))
        hands.key(Qt.Key.Key_B)
        await hands.until(partial(_has_more, hands, before))


def _pinned(hands: Hands) -> int:
    board = hands.model.pinboard.model
    return len(board.rows) if board is not None else 0


def _has_more(hands: Hands, than: int) -> bool:
    return _pinned(hands) > than


async def take(hands: Hands) -> None:
    """Alt+B and Enter: the first one is in the hand, to be placed on the day that is shown."""
    hands.key(Qt.Key.Key_B, ALT)
    await hands.until(lambda: QApplication.focusWidget() is not hands.screen.canvas)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: hands.screen.canvas.overlay.ghost is not None)
    for _ in range(4):
        hands.key(Qt.Key.Key_Down)


async def history(hands: Hands) -> None:
    """H: who changed the appointment, and the way back from each move."""
    hands.key(Qt.Key.Key_Escape)
    await hands.until(hands.complete)
    board = hands.model.pinboard.model
    for row in board.rows if board is not None else ():
        hands.desk.parts.scope.start(hands.desk.parts.pinboard().unpin(row.apt_num), "unpin")
    await hands.until(lambda: _pinned(hands) == 0)
    visit = await hands.click(hands.visit(Stage.CONFIRMED))
    written = len(hands.desk.parts.journal.recent(100))
    hands.model.drop.drop(visit.apt_num, visit.op_num, visit.start.hour * 60 + visit.start.minute + 10)
    await hands.until(lambda: len(hands.desk.parts.journal.recent(100)) > written)
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())
    hands.key(Qt.Key.Key_H)
    await hands.until(lambda: hands.screen.panel.has_page and _has_way_back(hands))


def _has_way_back(hands: Hands) -> bool:
    page = hands.screen.panel.page
    return any(each.text() == "Move back" for each in page.findChildren(QPushButton))


STEPS = (
    ("moved to another day", carry),
    ("pinboard", pin),
    ("from the pinboard", take),
    ("history of an appointment", history),
)

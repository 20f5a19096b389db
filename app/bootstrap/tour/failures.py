"""The tour's second half: a drag onto another appointment, an office on the network, and failures there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.bootstrap.tour import payment as taking
from app.bootstrap.tour.hands import STEP_SECONDS, Hands, there
from app.bootstrap.tour.people import STEPS as PEOPLE
from app.bootstrap.tour.updates import STEPS as UPDATES
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.money.payment.state import Phase

LICENSES_BUTTON = "Licenses"  # words: as the page shows it
SERVICE_ROW = 1
"""The connection modes that the page offers."""


async def calendar(hands: Hands) -> QWidget | None:
    """Ctrl+G: a month to pick a date from."""
    hands.close_popups()
    hands.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


async def clash(hands: Hands) -> None:
    """Dragging an appointment onto another shows the clash before it is dropped."""
    hands.close_popups()
    canvas, moving = hands.screen.canvas, hands.visit(Stage.UNCONFIRMED)
    other = next(
        each.visit
        for each in there(hands.model.schedule.grid).visits
        if each.visit.op_num not in (moving.op_num, 0) and each.visit.stage is Stage.CONFIRMED
    )
    canvas.keyboard.focus_on(moving.apt_num)
    await asyncio.sleep(STEP_SECONDS)
    view, corner = canvas.viewport(), canvas.viewport().pos()
    start = there(canvas.sight.rect_of(moving.apt_num)).center() - corner
    target = there(canvas.sight.rect_of(other.apt_num)).center() - corner
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for point in (start + QPoint(12, 12), target):
        _pull(view, point)
        await asyncio.sleep(STEP_SECONDS)
    await hands.until(lambda: canvas.overlay.ghost is not None)


def _pull(view: QWidget, point: QPoint) -> None:
    """Move the mouse with its button down.

    `QTest.mouseMove` handles everything that is due meanwhile. A task that wakes up inside this one never goes on.
    """
    button, spot, globally = Qt.MouseButton.LeftButton, QPointF(point), QPointF(view.mapToGlobal(point))
    moved = QMouseEvent(QEvent.Type.MouseMove, spot, globally, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, moved)


async def notices(hands: Hands) -> None:
    """Esc cancels the drag; Ctrl+I shows recent activity."""
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: hands.screen.panel.has_page)


async def about(hands: Hands) -> None:
    """Shift+F1: the version, the file for support, and what others made."""
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: hands.screen.panel.has_page)


async def licenses(hands: Hands) -> QWidget | None:
    """Shift+F1, Licenses: the libraries at the left, the text of the selected one at the right."""
    await about(hands)
    button = next(
        each for each in hands.screen.panel.findChildren(QPushButton) if each.text() == LICENSES_BUTTON
    )
    button.click()
    await hands.until(lambda: QApplication.activeModalWidget() is not None)
    return QApplication.activeModalWidget()


async def to_look_at(hands: Hands) -> None:
    """Ctrl+Shift+U: appointments that can't be shown, or that there are none."""
    hands.close_dialogs()
    await hands.until(hands.has_keys)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: hands.screen.panel.has_page)


async def unreachable(hands: Hands) -> None:
    """Ctrl+Shift+O: another office; an unreachable server is reported in a sentence."""
    hands.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: hands.program.page is not None)
    await _connect(hands, "127.0.0.1:9", "developer", "customer")


async def wrong_key(hands: Hands) -> None:
    """Keys that the office doesn't know."""
    await hands.served.start()
    await _connect(hands, hands.served.server, hands.served.developer_key, "not this one")


async def service(hands: Hands) -> None:
    """With the right keys the office's schedule opens."""
    served = hands.served
    page = there(hands.program.page)
    _fill(page, served.server, served.developer_key, served.customer_key)
    page.connect_button.click()
    await hands.until(lambda: hands.program.page is None and hands.program.screen is not None)
    await hands.until(hands.complete)


async def not_confirmed(hands: Hands) -> None:
    """A payment whose answer is lost: the panel checks, and blocks a second try."""
    gate = hands.served.gate
    gate.loses = b"POST /api/v1/payments"
    await hands.click(hands.visit(Stage.CONFIRMED))
    await taking.open_panel(hands)
    hands.type_text("20.50")
    panel = taking.model(hands)
    panel.post()
    panel.post()
    await hands.until(lambda: panel.state.phase is Phase.CHECKING)


async def server_lost(hands: Hands) -> None:
    """The server loses power: the schedule stays, with its age, and changes wait."""
    hands.served.gate.release()
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())
    hands.key(Qt.Key.Key_Escape)
    visit = await hands.click(hands.visit(Stage.UNCONFIRMED))
    await hands.served.stop()
    hands.key(Qt.Key.Key_C)
    await hands.until(lambda: bool(there(hands.model.schedule.visit(visit.apt_num)).pending))
    await hands.until(lambda: not hands.desk.parts.client.status.connected)
    await hands.until(lambda: hands.told("Not sent yet"))


async def to_settle(hands: Hands) -> None:
    """Ctrl+U: the waiting changes, with their actions."""
    hands.key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: bool(hands.desk.attention.rows) and hands.screen.panel.has_page)


async def back_again(hands: Hands) -> None:
    """The server is back: the waiting changes were sent, once."""
    await hands.served.start()
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())
    hands.key(Qt.Key.Key_Escape)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("calendar", calendar),
    ("a clash before the drop", clash),
    ("notices", notices),
    ("about", about),
    *UPDATES,
    ("licenses", licenses),
    ("to look at", to_look_at),
    ("not reached", unreachable),
    ("wrong key", wrong_key),
    ("an office on the network", service),
    *PEOPLE,
    ("payment not confirmed", not_confirmed),
    ("server lost", server_lost),
    ("to settle", to_settle),
    ("server back", back_again),
)


async def _connect(hands: Hands, server: str, developer: str, customer: str) -> None:
    page = there(hands.program.page)
    page.choose_row(SERVICE_ROW)
    _fill(page, server, developer, customer)
    before = page.sentence
    page.connect_button.click()
    await hands.until(
        lambda: bool(page.sentence) and page.sentence != before and page.connect_button.isEnabled()
    )


def _fill(page: QWidget, *texts: str) -> None:
    """Type into the page's fields, in order."""
    fields = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
    for field, text in zip(fields, texts, strict=True):
        field.selectAll()
        QTest.keyClicks(field, text)

"""The list of changes that need attention, used by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from app.views.staff.frame.attention_page import AttentionPage
from tests.journeys.desk import CONTROL, Desk


async def test_the_list_stays_under_the_hand(desk: Desk) -> None:
    """When one row disappears and another appears, the focus stays on its row, and moves to the next one."""
    desk.served.faults.unreachable = True
    visits = [desk.find(Stage.CONFIRMED, at=at) for at in (-1, -2, -3, -4)]
    for visit in visits[:3]:
        await arrives(desk, visit)
    await desk.press(Qt.Key.Key_U, CONTROL)
    page = desk.screen.panel.findChild(AttentionPage)
    _, gone, held = (desk.button(f"Cancel this change: {visit.name} arrived", page) for visit in visits[:3])
    held.setFocus()
    await arrives(desk, visits[3])
    assert desk.focus() is held
    desk.press_button(gone.accessibleName(), page)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 3)
    held.setFocus()
    await desk.press(Qt.Key.Key_Space)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 2)
    assert desk.focus().accessibleName() == f"Cancel this change: {visits[3].name} arrived"
    await desk.press(Qt.Key.Key_Space)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 1)
    assert page.isAncestorOf(desk.focus())
    desk.served.faults.unreachable = False
    await desk.until(lambda: "Nothing needs attention." in desk.texts(page), 25)
    assert desk.focus() is desk.button("Close", page)


async def arrives(desk: Desk, visit: Visit) -> None:
    """A patient arrives while the server is down."""
    desk.model.schedule.select(visit.apt_num)
    desk.model.commands["visit.arrived"].run()
    await desk.told(f"{visit.name} arrived: not sent yet")

"""What stands beside the book: the card of the visit under the mouse, the side panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from app.domain.visit import Stage
from tests.journeys.desk import Desk

WORD = "W" * 300


async def hover(desk: Desk, apt_num: int) -> None:
    """Rest on a visit."""
    rect = desk.canvas.rect_of(apt_num)
    assert rect is not None
    desk.canvas.hovered.emit(apt_num, rect)
    await desk.turn()


async def test_the_hover_card_follows_its_visit(desk: Desk) -> None:
    """While the mouse rests on a visit, its card says what the book says."""
    visit = desk.find(Stage.CONFIRMED)
    await hover(desk, visit.apt_num)
    assert visit.note != "Bring the referral"
    desk.served.sql("UPDATE appointment SET Note = ? WHERE AptNum = ?", "Bring the referral", visit.apt_num)
    desk.model.book.refresh()
    await desk.until(lambda: "Bring the referral" in desk.texts(desk.screen._hover))


async def test_the_hover_card_makes_way(desk: Desk) -> None:
    """The card goes when its visit is picked with the mouse, when a menu opens, when the day is left."""
    visit = desk.find(Stage.CONFIRMED)
    card = desk.screen._hover
    await hover(desk, visit.apt_num)
    assert card.isVisible()
    await desk.select(visit)
    assert not card.isVisible()
    await hover(desk, visit.apt_num)
    desk.screen.open_menu(visit.apt_num, QPoint(0, 0))
    assert not card.isVisible()
    desk.menu.close()
    await hover(desk, visit.apt_num)
    desk.model.book.step(1)
    await desk.until(lambda: not card.isVisible())


async def test_a_long_word_leaves_the_panel_whole(desk: Desk) -> None:
    """A word without end in a note pushes nothing out of the side panel."""
    visit = desk.find(Stage.CONFIRMED)
    desk.served.sql("UPDATE appointment SET Note = ? WHERE AptNum = ?", WORD, visit.apt_num)
    desk.model.book.refresh()
    await desk.select(visit)
    panel = desk.screen.panel
    await desk.until(lambda: "WWWW" in desk.texts(panel))
    card = panel._card
    await desk.until(lambda: card.width() <= panel.width())
    for title in ("Add to note", "Move", "Break"):
        button = desk.button(title, panel)
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(panel, button.rect().topRight()).x() < panel.width()

"""The hover card and the side panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.problems import NOTHING
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip import Strip
from app.views.staff.frame.window import SMALLEST
from app.views.staff.schedule.details_page import FIELD_HEIGHT, DetailsPage
from app.views.staff.schedule.waiting_list import WaitingButton
from app.views.theme.fonts import grown
from app.views.widgets.capped import CappedLabel
from tests.journeys.desk import ALT, CONTROL, SHIFT, Desk
from tests.journeys.test_hover_card import hover
from tests.support.kinds import the

WORD = "W" * 300
LONG = "The patient prefers to be called in the afternoon. " * 88


async def test_a_long_word_leaves_the_panel_whole(desk: Desk) -> None:
    """An endless word in a note pushes nothing out of the side panel."""
    visit = desk.find(Stage.CONFIRMED)
    desk.served.sql("UPDATE appointment SET Note = ? WHERE AptNum = ?", WORD, visit.apt_num)
    desk.model.schedule.refresh()
    await desk.select(visit)
    panel = desk.screen.panel
    await desk.until(lambda: "WWWW" in desk.texts(panel))
    card = panel._card
    await desk.until(lambda: card.width() <= panel.width())
    for title in ("Add to note", "Move", "Cancel"):
        button = desk.button(title, panel)
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(panel, button.rect().topRight()).x() < panel.width()


async def test_a_long_note_leaves_the_rest_in_sight(desk: Desk) -> None:
    """A note of pages is readable in the panel; buttons, the hover card and the field to append stay visible."""
    desk.window.resize(*SMALLEST)
    visit = desk.find(Stage.CONFIRMED)
    desk.served.sql("UPDATE appointment SET Note = ? WHERE AptNum = ?", LONG, visit.apt_num)
    desk.model.schedule.refresh()
    panel, hover_card = desk.screen.panel, desk.screen._hover
    await desk.until(lambda: "patient prefers" in desk.shown(visit.apt_num).note)
    await hover(desk, visit.apt_num)
    assert hover_card.geometry().bottom() < desk.screen.height()
    assert hover_card.height() < desk.screen.height() // 2 + 100
    await desk.select(visit)
    await desk.until(lambda: "patient prefers" in desk.texts(panel))
    await desk.turn(10)
    assert LONG.strip() in desk.texts(panel)
    capped = next(each for each in hover_card.findChildren(CappedLabel) if "patient prefers" in each.text())
    assert capped.text().endswith("…")
    for title in ("Add to note", "Move", "Cancel"):
        button = desk.button(title, panel)
        assert button.visibleRegion().boundingRect() == button.rect()
    await desk.press(Qt.Key.Key_N)
    await desk.turn(10)
    page = the(DetailsPage, panel.page)
    assert page.field.visibleRegion().boundingRect() == page.field.rect()
    add = desk.button("Add to note", panel)
    assert add.visibleRegion().boundingRect() == add.rect()
    assert page.field.height() == grown(FIELD_HEIGHT, page.font())


async def test_what_is_selected_elsewhere_is_on_the_card(desk: Desk) -> None:
    """Behind another screen the card isn't laid out for each row; shown again, it is about who is selected now."""
    first, second = desk.find(Stage.CONFIRMED), desk.find(Stage.UNCONFIRMED)
    await desk.select(first)
    office, card = desk.workspace.desk, desk.screen.panel._card
    await desk.until(lambda: first.name in desk.texts(card))
    await office.screens.show("lists")
    for visit in (second, first, second):
        office.patient.select(visit.pat_num, Origin.LISTS)
        await desk.turn(2)
    assert second.name not in "".join(each.text() for each in card.findChildren(QLabel))
    await office.screens.show("schedule")
    assert second.name in desk.texts(card)


async def test_the_panel_folds_away(desk: Desk) -> None:
    """Ctrl+backslash folds and unfolds the side panel; an open page of work unfolds it temporarily."""
    panel = desk.screen.panel
    folds: list[bool] = []
    panel.fold_changed.connect(folds.append)
    await desk.press(Qt.Key.Key_Backslash, CONTROL)
    await desk.until(lambda: not panel.isVisible())
    desk.model.commands["visit.new"].run()
    await desk.until(panel.isVisible)
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not panel.isVisible())
    desk.press_button("Side panel")
    await desk.until(panel.isVisible)
    assert folds == [True, False]


async def test_the_menu_has_groups_and_icons(desk: Desk) -> None:
    """An appointment's menu has separators, and every entry has its icon."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.screen.open_menu(visit.apt_num, QPoint(0, 0))
    actions = desk.menu.actions()
    assert len([each for each in actions if each.isSeparator()]) == 7
    assert not [each.text() for each in actions if not each.isSeparator() and each.icon().isNull()]
    desk.menu.close()


async def test_every_page_has_a_key(desk: Desk) -> None:
    """The lists of problems, the theme and the other offices can be opened by keyboard."""
    await desk.press(Qt.Key.Key_U, CONTROL | SHIFT)
    await desk.until(lambda: "Appointments that can't be shown" in desk.texts(desk.screen.panel))
    assert [each.spec.id for each in desk.model.commands if not each.spec.shortcut] == []


async def test_no_page_is_wider_than_the_panel(desk: Desk) -> None:
    """A page of the side panel fits beside the schedule, with its Close button."""
    panel = desk.screen.panel
    for command_id in ("view.problems", "view.activity", "view.attention"):
        desk.model.commands[command_id].run()
        await desk.until(lambda: panel.has_page)
        panel.page.grab()  # it is laid out now
        close = desk.button("Close", panel)
        right = close.mapTo(panel, close.rect().topRight()).x()
        assert right <= panel.contentsRect().right() - panel.layout().contentsMargins().right(), command_id


async def test_the_waiting_room_lines_up(desk: Desk) -> None:
    """Names are aligned, and Enter on a row selects its appointment."""
    rows = desk.screen.panel.findChildren(WaitingButton)
    assert len(rows) > 1
    assert len({row.name.x() for row in rows}) == 1
    rows[-1].setFocus()
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.schedule.selected is not None)
    assert desk.selected.apt_num == rows[-1].row.apt_num


async def test_booking_has_its_buttons_in_sight(desk: Desk) -> None:
    """In the smallest window, with two tall toasts, Book and Cancel are fully visible, also below a patient's strip."""
    desk.window.resize(*SMALLEST)
    desk.model.commands["visit.new"].run()
    await desk.until(lambda: bool(desk.model.booking.state.openings) and not desk.model.booking.state.looking)
    for _ in range(2):
        desk.model.actions.warn("Something went wrong, and this is a long story of what it was. " * 9)
    await desk.turn(10)
    assert covered(desk) == []
    desk.frame.desk.patient.select(desk.find(Stage.CONFIRMED).pat_num, Origin.SEARCH)
    await desk.until(
        lambda: any(each.isVisible() and each.height() > 60 for each in desk.frame.findChildren(Strip))
    )
    await desk.turn(20)
    assert covered(desk) == []


def covered(desk: Desk) -> list[str]:
    """The buttons of the booking form that are not fully visible, or are below a toast."""
    window, panel = desk.window, desk.screen.panel
    toasts = [
        QRect(each.mapTo(window, QPoint()), each.size()) for each in desk._toasts._toasts if each.isVisible()
    ]
    assert toasts
    found = []
    for title in ("Book", "Cancel"):
        button = desk.button(title, panel)
        there = QRect(button.mapTo(window, QPoint()), button.size())
        if button.visibleRegion().boundingRect() != button.rect() or any(
            each.intersects(there) for each in toasts
        ):
            found.append(title)
    return found


async def test_booking_wastes_no_height(desk: Desk) -> None:
    """In a tall window, Book and Cancel are just below the entries."""
    desk.model.commands["visit.new"].run()
    panel = desk.screen.panel
    desk.window.resize(1366, 1100)
    await desk.until(
        lambda: desk.screen.booking._new.visibleRegion().boundingRect() == desk.screen.booking._new.rect()
    )
    below = desk.button("Book", panel).mapTo(panel, QPoint()).y()
    above = desk.screen.booking._new
    assert below - above.mapTo(panel, above.rect().bottomLeft()).y() < 24


async def test_the_booking_fields_have_names(desk: Desk) -> None:
    """A screen reader can announce the purpose of each field of the panel."""
    desk.model.commands["visit.new"].run()
    await desk.until(lambda: desk.screen.panel.has_page)
    booking = desk.screen.booking
    fields = (booking._type, booking._length, booking._provider, booking._note)
    assert [each.accessibleName() for each in fields] == ["Type", "Length", "Provider", "Note"]


async def test_the_views_stay_where_they_are(desk: Desk) -> None:
    """Day and Week stay in place whatever day or week is shown."""
    places = []
    for _ in range(3):
        await desk.press(Qt.Key.Key_Right, ALT)
        await desk.press(Qt.Key.Key_2, CONTROL)
        await desk.press(Qt.Key.Key_1, CONTROL)
        await desk.read()
        places.append(desk.button("Week", desk.screen.bar).x())
    assert len(set(places)) == 1


async def test_nothing_to_look_at_is_said(desk: Desk) -> None:
    """A day without problems says so; an appointment that loses its length appears in the open list."""
    await desk.press(Qt.Key.Key_U, CONTROL | SHIFT)
    assert str(NOTHING) in desk.texts(desk.screen.panel)
    visit = desk.find(Stage.CONFIRMED)
    desk.served.sql("UPDATE appointment SET Pattern = '' WHERE AptNum = ?", visit.apt_num)
    desk.model.schedule.refresh()
    await desk.until(lambda: "has no length" in desk.texts(desk.screen.panel))
    assert str(NOTHING) not in desk.texts(desk.screen.panel)


@pytest.mark.logs("app.bootstrap.session")
async def test_a_mistake_in_the_background_is_told(desk: Desk) -> None:
    """A background task, such as the refresh, never ends without a message."""

    async def fail() -> None:
        raise ZeroDivisionError

    desk.model.parts.scope.start(fail(), "a mistake")
    await desk.until(
        lambda: any("went wrong in Front Desk" in each.words for each in desk.model.notices.items)
    )

"""Patients check in at the screen, with a finger or a keyboard, on a real hub."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.viewmodels.kiosk.idle import IDLE_SECONDS, WARNING_SECONDS
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import ContactPage
from app.viewmodels.kiosk.state import HelpCall, Page
from app.views.kiosk.kiosk_view import KioskView
from app.views.kiosk.pages.birthdate import BirthdateView
from app.views.kiosk.widgets.field import Field
from tests.support.kinds import the
from tests.support.kiosk.finger import Finger
from tests.support.kiosk.fixtures import Line
from tests.support.kiosk.patient import KioskPatient
from tests.support.kiosk.screen import LANDSCAPE, labels
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom

MOST_TOUCHES = 4
"""After typing."""
MOST_SECONDS = 30
WORDS_A_MINUTE = 200


@pytest.fixture
async def screen(kiosk: KioskViewModel, qtbot: QtBot) -> KioskView:
    """The paired kiosk's screen."""
    made = KioskView(kiosk)
    qtbot.addWidget(made)
    made.resize(*LANDSCAPE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    await until(lambda: not made._later.isActive() and made._cover is not None)
    return made


@pytest.fixture
def finger(screen: KioskView) -> Finger:
    """In front of it."""
    return Finger(screen)


async def walk_to_contact(finger: Finger) -> None:
    """From the welcome page to the contact data, by touch."""
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.type("03141909")
    finger.touch("Next")
    await finger.sees(Page.NAME)
    finger.type("OKA")
    finger.touches = 0
    finger.touch("Next")
    await finger.sees(Page.IS_THIS_YOU)
    finger.touch("Yes")
    await finger.sees(Page.CONTACT)


async def test_a_returning_patient_needs_four_touches_and_half_a_minute(
    finger: Finger, room: WaitingRoom
) -> None:
    """After typing at most 4 touches; all that there is to read takes at most 30 seconds at 200 words a minute."""
    apt = await room.expected(
        WirelessPhone="(503)555-0142", Email="ada@example.com", Address="12 Elm St", City="Salem", State="OR"
    )
    await walk_to_contact(finger)
    finger.touch("All correct")
    await finger.sees(Page.CHANGES)
    finger.touch("No change")
    await finger.sees(Page.CHECKED_IN)
    assert await room.is_marked(apt)
    assert finger.touches <= MOST_TOUCHES
    words = sum(len(page) for page in finger.read.values())
    assert words * 60 / WORDS_A_MINUTE <= MOST_SECONDS, repr(finger.read)


async def test_spanish_is_one_touch_and_goes_with_the_visit(
    finger: Finger, room: WaitingRoom, clock: ManualClock
) -> None:
    """The welcome page speaks both; the order of the date follows; the next patient finds English again."""
    await room.expected()
    await finger.sees(Page.WELCOME)
    finger.touch("Registre su llegada aquí")
    await finger.sees(Page.BIRTHDATE)
    assert "¿Cuándo nació?" in [each.text() for each in labels(finger.view)]
    finger.type("14031909")
    finger.touch("Siguiente")
    await finger.sees(Page.NAME)
    finger.type("OKA")
    finger.touch("English")
    assert finger.view.page.title.text() == "What are the first 3 letters of your last name?"
    assert next(each.text() for each in finger.view.findChildren(Field) if each.isVisible()) == "OKA"
    finger.touch("Español")
    finger.touch("Siguiente")
    await finger.sees(Page.IS_THIS_YOU)
    await clock.advance(IDLE_SECONDS + WARNING_SECONDS)
    assert finger.view.page.title.text().startswith("Welcome to")


async def test_a_date_keeps_its_parts_when_the_language_changes(finger: Finger) -> None:
    """March 14 stays March 14, in the other order."""
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.type("0314")
    finger.touch("Español")
    assert [part.accessibleName() for part in the(BirthdateView, finger.view.page)._parts] == [
        "Día: 14",
        "Mes: 03",
        "Año: sin llenar",
    ]


async def test_the_whole_way_by_keyboard(finger: Finger, room: WaitingRoom) -> None:
    """Enter, digits, letters, Tab and Space: nobody needs to touch the screen, and the focus is seen."""
    apt = await room.expected()
    await finger.sees(Page.WELCOME)
    finger.press(Qt.Key.Key_Tab)
    finger.tab_to("Touch to check in")
    assert finger.view.skin.shows_focus
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.BIRTHDATE)
    finger.write("03141909")
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.NAME)
    finger.tab_to("Next")
    finger.write("Oka")
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.IS_THIS_YOU)
    finger.tab_to("Yes")
    finger.press(Qt.Key.Key_Space)
    await finger.sees(Page.CONTACT)
    finger.tab_to("All correct")
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.CHANGES)
    finger.tab_to("No change")
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.CHECKED_IN)
    assert await room.is_marked(apt)


async def test_enter_marks_what_has_changed_and_goes_on(finger: Finger, room: WaitingRoom) -> None:
    """Enter marks, Enter again is Next: it never takes a mark away."""
    apt = await room.expected()
    await walk_to_contact(finger)
    finger.touch("All correct")
    await finger.sees(Page.CHANGES)
    finger.touch("Yes, changed")
    await finger.sees(Page.WHICH_CHANGED)
    finger.tab_to("My health")
    finger.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    await finger.sees(Page.CHECKED_IN)
    assert await room.is_marked(apt)


async def test_enter_is_for_the_page_after_a_touch_on_the_top_bar(finger: Finger) -> None:
    """Larger text by touch, then Enter: the text stays large, and the page goes on."""
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.touch("Larger text")
    finger.write("03141909")
    finger.press(Qt.Key.Key_Return)
    await finger.sees(Page.NAME)
    assert finger.view.skin.larger


async def test_digits_go_into_the_part_that_has_the_focus(finger: Finger) -> None:
    """Tab to the year and type it."""
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    finger.write("1909")
    assert [part.accessibleName() for part in the(BirthdateView, finger.view.page)._parts] == [
        "Month: empty",
        "Day: empty",
        "Year: 1909",
    ]


async def test_the_keys_of_the_screen_can_be_reached_without_touching_it(finger: Finger) -> None:
    """The keyboard on the screen is one stop of Tab; the arrow keys move in it, as with a switch."""
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.tab_to("1")
    finger.press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert the(BirthdateView, finger.view.page)._parts[0].accessibleName() == "Month: 05"


async def test_nothing_typed_is_left_for_the_next_patient(
    finger: Finger, room: WaitingRoom, clock: ManualClock
) -> None:
    """Fields, their undo history and the clipboard are empty after the wipe, and nothing can be copied before it."""
    await room.expected(Email="ada@example.com")
    await walk_to_contact(finger)
    QGuiApplication.clipboard().setText("503 555 0142")
    finger.view._model.visit.details.correct(the(ContactPage, finger.view._model.state.data).rows[0])
    await finger.sees(Page.CORRECT)
    field = next(each for each in finger.view.findChildren(Field) if each.isVisible())
    finger.type("5035550142")
    field.selectAll()
    finger.write("")
    QApplication.sendPostedEvents()
    await clock.advance(IDLE_SECONDS + WARNING_SECONDS)
    assert finger.view._model.state.page is Page.WELCOME
    for each in finger.view.findChildren(Field):
        each.undo()
        assert (each.text(), each.isUndoAvailable()) == ("", False)
    assert QGuiApplication.clipboard().text() == ""
    shown = " ".join(
        each.text() + each.accessibleName() for each in finger.view.findChildren(type(labels(finger.view)[0]))
    )
    assert "A. O." not in shown
    assert "•" not in shown


async def test_more_time_is_one_touch_anywhere(
    finger: Finger, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sounds once, counts down in words, and any touch goes on where the patient was."""
    beeps: list[int] = []
    finger.view._model.warned.connect(lambda: beeps.append(1))
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    await finger.sees(Page.BIRTHDATE)
    finger.type("03")
    await clock.advance(IDLE_SECONDS + 3)
    assert "This page will close in 12 seconds." in [each.text() for each in labels(finger.view)]
    assert beeps == [1]
    assert not finger.view.page.isEnabled()
    finger.touch("Yes, more time")
    assert finger.view._model.state.seconds_left == 0
    assert finger.view.page.isEnabled()
    finger.type("14")
    await clock.advance(IDLE_SECONDS + 3)
    finger.touch("Larger text")
    assert finger.view._model.state.seconds_left == 0
    await clock.advance(IDLE_SECONDS + 3)
    finger.touch("No, stop")
    assert finger.view._model.state.page is Page.WELCOME


async def test_a_slow_hub_is_waited_for_in_sight(finger: Finger, room: WaitingRoom, line: Line) -> None:
    """After a moment the page says that it waits; Help can be called meanwhile."""
    await room.expected()
    await finger.sees(Page.WELCOME)
    finger.touch("Touch to check in")
    finger.type("03141909")
    finger.touch("Next")
    finger.type("OKA")
    line.free.clear()
    finger.touch("Next")
    await until(lambda: "One moment…" in [each.text() for each in labels(finger.view)])
    finger.touch("Help")
    await until(lambda: finger.view._model.state.help is HelpCall.CALLING)
    line.free.set()
    await finger.sees(Page.IS_THIS_YOU)


async def test_a_screen_reader_hears_every_page(
    finger: Finger, room: WaitingRoom, patient: KioskPatient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its question when it turns, the digits while they are typed, what is wrong, "More time?" at once."""
    heard: list[tuple[str, bool]] = []
    for place in ("cover", "pages.birthdate", "widgets.notice"):
        monkeypatch.setattr(
            f"app.views.kiosk.{place}.announce",
            lambda _, words, *, urgent=False: heard.append((words, urgent)),
        )
    await room.expected()
    finger.touch("Touch to check in")
    finger.type("0")
    finger.type("3141909")
    finger.touch("Next")
    finger.touch("Next")
    finger.type("OKA")
    finger.touch("Next")
    await finger.sees(Page.IS_THIS_YOU)
    finger.view._model.put(seconds_left=15)
    told = [words for words, _ in heard]
    assert "Please type the first letter of your last name." in told
    assert told[:3] == ["When were you born?", "Month: 0", "Month: 03"]
    assert "Is this you? A. O. 10:30 AM" in [each.replace("\u202f", " ") for each in told]
    assert heard[-1] == ("Do you need more time? This page will close in 15 seconds.", True)

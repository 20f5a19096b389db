"""The pages for staff can be read and used in every look, in both languages, by touch and by keyboard alone."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app.bootstrap.tour.kiosk.staff import ADDRESS, StaffPages
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.device.staff_page import Choice, StaffPageState
from tests.support.kiosk.screen import LANDSCAPE, PORTRAIT, appear, clipped, controls

TARGET = 60
LOOKS = list(itertools.product(("en", "es"), (False, True)))


def press(page: QWidget, *keys: Qt.Key) -> None:
    """Keys of a real keyboard, sent to whatever has the focus."""
    for key in keys:
        QTest.keyClick(focused(page), key)


def focused(page: QWidget) -> QWidget:
    """What has the focus."""
    return page.window().focusWidget() or page


def name_of(widget: QWidget) -> str:
    """As a screen reader says it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def tab_stops(page: QWidget, number: int) -> list[str]:
    """The names of what Tab leads to next."""
    found = []
    for _ in range(number):
        press(page, Qt.Key.Key_Tab)
        found.append(name_of(focused(page)))
    return found


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize(("language", "larger"), LOOKS)
async def test_nothing_is_clipped_and_everything_can_be_touched(
    staff_pages: StaffPages, staff_look: StaffLook, language: str, larger: bool, size: tuple[int, int]
) -> None:
    """Texts fit, nothing lies over anything, and each control has 60 pixels and more in both directions."""
    staff_look.choose_language(language)
    if larger:
        staff_look.toggle_look("larger")
    for name in staff_pages.names:
        page = appear(staff_pages, name, size)
        assert list(clipped(page)) == [], name
        for control in controls(page):
            assert min(control.width(), control.height()) >= TARGET, (name, name_of(control))
            assert name_of(control).strip(), (name, control)
            if isinstance(control, QLineEdit):
                hint = control.fontMetrics().horizontalAdvance(control.placeholderText())
                assert hint < control.width() - 2 * 16, (name, control.placeholderText())


async def test_a_hub_is_named_with_its_port_on_the_screen_keyboard(staff_pages: StaffPages) -> None:
    """Each character of an address has a key, and a code's letters too; the keys type into the chosen field."""
    page = staff_pages.pairing
    appear(staff_pages, "pairing", LANDSCAPE)
    keys = {each.text(): each for each in page.keyboard.buttons()}
    for character in ADDRESS:
        keys[character].click()
    page.code.setFocus()
    keys["A"].setFocus()  # as Tab does
    keys["A"].click()
    assert (page.address.text(), page.code.text()) == (ADDRESS, "A")
    assert {name_of(keys[each]) for each in ":/"} == {"Colon", "Slash"}


async def test_a_kiosks_name_may_have_accents(staff_pages: StaffPages, staff_look: StaffLook) -> None:
    """In Spanish: the letters come back after the accented one."""
    staff_look.choose_language("es")
    page = staff_pages.pairing
    appear(staff_pages, "pairing", LANDSCAPE)
    page.name.setFocus()
    for text in ("C", "I", "Á É Ñ", "Ó", "N", "Ñ"):
        next(each for each in page.keyboard.buttons() if each.text() == text).click()
    assert page.name.text() == "CIÓNÑ"


async def test_pairing_needs_no_touch(staff_pages: StaffPages) -> None:
    """Tab goes from field to field, and backwards to the hubs that were found above the first one."""
    page = staff_pages.pairing
    appear(staff_pages, "pairing two hubs", LANDSCAPE)
    page.address.setFocus()
    assert tab_stops(page, 3) == ["Code", "Name of this kiosk", "Cancel"]
    page.address.setFocus()
    press(page, Qt.Key.Key_Backtab)
    assert name_of(focused(page)) == "RECEPTION, 192.168.1.31:30224"
    press(page, Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert page.address.text() == ADDRESS
    assert focused(page) is page.code
    left = []
    page.model.left.connect(lambda: left.append(1))
    press(page, Qt.Key.Key_Escape)
    page.leave.setFocus()
    press(page, Qt.Key.Key_Return)
    assert left == [1, 1]


async def test_a_failed_pairing_leaves_the_focus_on_the_code(staff_pages: StaffPages) -> None:
    """It is typed anew. Enter pressed twice must not press Cancel."""
    page = staff_pages.pairing
    appear(staff_pages, "pairing filled", LANDSCAPE)
    page.code.setFocus()
    staff_pages.prepare("pairing busy")
    assert focused(page) is page.code
    page.pair.setFocus()
    staff_pages.prepare("pairing wrong code")
    assert focused(page) is page.code
    assert page.code.text() == ""


async def test_the_staff_page_needs_no_touch(staff_pages: StaffPages) -> None:
    """The PIN, what can be done, and the way back; Enter presses what has the focus."""
    page = staff_pages.staff
    appear(staff_pages, "staff PIN", LANDSCAPE)
    page.setFocus()
    press(page, Qt.Key.Key_2, Qt.Key.Key_7)
    assert page.model.state.typed == 2
    bar = ["Language: English", "Language: Español", "Larger text", "High contrast"]
    assert tab_stops(page, 7) == [*bar, "1", "OK", "Back to check-in"]
    appear(staff_pages, "staff", LANDSCAPE)
    assert name_of(focused(page)) == "Reset check-in"
    assert tab_stops(page, 4) == ["Restart kiosk", "Pair again", "Close kiosk", "Back to check-in"]
    chosen: list[str] = []
    page.model.chosen.connect(chosen.append)
    press(page, Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    page.model.state = StaffPageState()
    press(page, Qt.Key.Key_Escape)
    assert chosen == [Choice.CLOSE, Choice.BACK]


async def test_the_look_is_chosen_on_the_page_itself(staff_pages: StaffPages) -> None:
    """The language too: before pairing nobody knows the office's."""
    page = appear(staff_pages, "pairing", LANDSCAPE)
    buttons = {each.text(): each for each in page.findChildren(QAbstractButton) if each.isVisible()}
    buttons["Español"].click()
    assert staff_pages.pairing.pair.text() == "Vincular"
    buttons["Larger text"].click()
    assert page.look.state.look.larger
    assert staff_pages.pairing.pair.font().pixelSize() == 26

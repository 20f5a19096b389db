"""The lock: what is on the screen is hidden, and everything comes back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit

from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.people.lock import IdleLock
from app.views.staff.frame.lock.lock_page import LockPage
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.people.hands import ANA_PIN, BEN_PIN, enter, focused, lock_page, locked, press, type_text
from tests.journeys.practices import Practices
from tests.support.manual_clock import ManualClock


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks) -> Desk:
    """Ana is signed in at an office with two people."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    return await open_desk(served)


def picture(desk: Desk) -> QImage:
    """The window as it is painted."""
    return desk.window.grab().toImage()


def inks(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """How many colors a part of a picture has, in shares of its size."""
    width, height = image.width(), image.height()
    return len(
        {
            image.pixel(x, y)
            for x in range(int(width * left), int(width * right), 2)
            for y in range(int(height * top), int(height * bottom), 2)
        }
    )


async def test_nothing_of_a_patient_is_visible(desk: Desk) -> None:
    """A locked window has one color but for its card, says no patient's name, and its title is the program's."""
    await desk.select(desk.find(Stage.CONFIRMED))
    desk.model.desk.notices.say("A message with a name: Quillfeather, Ada")
    await desk.turn()
    assert inks(picture(desk), 0, 0, 0.3, 1) > 20
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await locked(desk.workspace)
    image = picture(desk)
    for area in ((0, 0, 0.3, 1), (0.7, 0, 1, 1), (0, 0.75, 1, 1), (0, 0, 1, 0.15)):
        assert inks(image, *area) == 1
    said = desk.texts()
    assert "Ana" in said
    assert "Quillfeather" not in said
    assert not any(visit.person.last_name in said for visit in desk.visits if visit.person is not None)
    assert desk.window.windowTitle() == "Front Desk"
    assert not desk.frame.isVisible()
    desk.model.desk.notices.say("Another one: Quillfeather, Ada")
    await desk.turn()
    assert "Quillfeather" not in desk.texts()


async def test_what_was_typed_and_the_place_are_kept(desk: Desk) -> None:
    """Typed text, its selection, the focus and the selected appointment are the same after unlocking."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: isinstance(desk.focus(), QLineEdit) and desk.frame.panel.has_page)
    field = desk.focus()
    assert isinstance(field, QLineEdit)
    type_text("Quillfeath")
    field.setSelection(2, 3)
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    page = await locked(desk.workspace)
    await desk.until(page.pin.hasFocus)
    await enter(desk.workspace, ANA_PIN)
    await desk.until(lambda: desk.focus() is field)
    assert (field.text(), field.selectedText()) == ("Quillfeath", "ill")
    assert desk.selected.apt_num == visit.apt_num
    assert not desk.entries


async def test_an_open_editor_neither_saves_nor_closes(desk: Desk) -> None:
    """A note that is being edited in place is still being edited after unlocking, and nothing was written."""
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_L, CONTROL)
    await desk.until(lambda: isinstance(desk.focus(), QPlainTextEdit))
    editor = focused()
    type_text("Called about")
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await locked(desk.workspace)
    await enter(desk.workspace, ANA_PIN)
    assert focused() is editor
    assert isinstance(editor, QPlainTextEdit)
    assert "Called about" in editor.toPlainText()
    assert not desk.entries


async def test_dialogs_and_menus(desk: Desk) -> None:
    """A dialog is hidden and comes back, also one that opens while it is locked; a menu is closed."""
    await desk.select(desk.find(Stage.CONFIRMED))
    dialog = QDialog(desk.window)
    dialog.setWindowTitle("Quillfeather")
    dialog.open()
    menu = QMenu(desk.window)
    menu.addAction("Quillfeather")
    menu.popup(QPoint(0, 0))
    desk.model.parts.staff.lock()
    await locked(desk.workspace)
    late = QDialog(desk.window)
    late.open()
    await desk.until(lambda: not late.isVisible())
    assert not dialog.isVisible()
    assert not menu.isVisible()
    await desk.until(lambda: QApplication.activePopupWidget() is None)
    await desk.until(lock_page(desk.workspace).pin.hasFocus)
    await enter(desk.workspace, ANA_PIN)
    assert dialog.isVisible()
    assert dialog.isModal()
    assert late.isVisible()
    for each in (late, dialog):
        each.close()
        each.deleteLater()
    menu.deleteLater()


async def test_a_question_to_another_person_while_it_locks(desk: Desk) -> None:
    """The question comes back for the same person; another one who unlocks is not asked in her place."""
    parts, people = desk.model.parts, desk.model.desk.people
    ben = parts.staff.people.book.member(2)
    assert ben is not None
    parts.staff.enter(ben)
    asked = parts.scope.start(people.approve(Demand(Right.REFUND)), "ask")
    await desk.until(
        lambda: desk.frame.people.approval is not None and desk.frame.people.approval.isVisible()
    )
    dialog = desk.frame.people.approval
    for pin, shown in ((BEN_PIN, True), (ANA_PIN, False)):
        parts.staff.lock()
        page = await locked(desk.workspace)
        assert not dialog.isVisible()
        await desk.until(page.pin.hasFocus)
        if not shown:
            press(Qt.Key.Key_Escape)
            press(Qt.Key.Key_1)
        await enter(desk.workspace, pin)
        assert dialog.isVisible() is shown
    assert await asked is None


async def test_keys_do_nothing_behind_the_lock(desk: Desk) -> None:
    """Shortcuts, letters, digits and Esc reach neither the schedule nor a command."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    page = await locked(desk.workspace)
    for key, modifier in (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_P, CONTROL),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier),
    ):
        await desk.press(key, modifier)
        assert QApplication.activePopupWidget() is None
    assert page.pin.text() == ""
    for _ in range(3):
        await desk.press(Qt.Key.Key_Escape)
    assert desk.workspace.gate.locked
    assert not desk.entries
    assert desk.selected.apt_num == visit.apt_num
    press(Qt.Key.Key_1)
    await enter(desk.workspace, ANA_PIN)


async def test_another_program_does_not_change_the_place(desk: Desk) -> None:
    """A call that comes while it is locked is offered afterwards, and the selected patient stays."""
    visits = [visit for visit in desk.visits if visit.person is not None]
    await desk.select(desk.find(Stage.CONFIRMED))
    before = desk.model.desk.patient.current
    assert before is not None
    other = next(each.person for each in visits if each.person and each.person.pat_num != before.pat_num)
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await locked(desk.workspace)
    assert desk.model.desk.patient.keeps(other.pat_num)
    await enter(desk.workspace, ANA_PIN)
    assert desk.model.desk.patient.current == before
    assert not desk.model.desk.patient.keeps(other.pat_num)


async def test_a_running_change_goes_on(desk: Desk) -> None:
    """A change that is being sent when the window is locked is done, under the name of who made it."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.model.commands["visit.arrived"].run()
    desk.model.parts.staff.lock()
    assert desk.workspace.gate.locked
    assert not desk.entries
    entry = await desk.settled()
    assert (entry.state, entry.who, entry.user_num, entry.initials) == (WriteState.DONE, "Ana", 1, "AN")
    assert desk.workspace.gate.locked
    assert desk.shown(visit.apt_num) is not None


async def test_another_person_signs_in_while_it_is_locked(desk: Desk) -> None:
    """Ben unlocks with his own PIN: he finds the same place and text, and what follows is his."""
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await locked(desk.workspace)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_B)
    await enter(desk.workspace, BEN_PIN)
    assert desk.model.desk.user.name == "Ben"
    assert "Ben" in desk.texts(desk.frame.bar)
    await desk.press(Qt.Key.Key_A)
    entry = await desk.settled()
    assert (entry.who, entry.user_num) == ("Ben", 2)


def shown_digits(page: LockPage) -> list[str]:
    """The digits before the names."""
    return [label.text() for label in page.people.findChildren(QLabel) if label.text().isdigit()]


async def test_two_keys_to_another_persons_pin(desk: Desk) -> None:
    """Shift+F8 and a digit: the PIN field of the other person has the focus. Esc twice goes back without switching.

    The digits are shown while they choose somebody, not while they are typed into the PIN.
    """
    await desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    page = await locked(desk.workspace)
    assert shown_digits(page) == ["1", "2"]
    press(Qt.Key.Key_2)
    await desk.until(page.pin.hasFocus)
    assert shown_digits(page) == []
    press(Qt.Key.Key_Escape)
    assert shown_digits(page) == ["1", "2"]
    press(Qt.Key.Key_Escape)
    await desk.until(lambda: not desk.workspace.gate.locked)
    assert desk.model.desk.user.name == "Ana"
    await desk.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_2)
    await enter(desk.workspace, BEN_PIN)
    assert desk.model.desk.user.name == "Ben"


async def test_wrong_pins_are_refused_on_the_page(desk: Desk) -> None:
    """The page says what is wrong, empties the field and keeps the focus; after the third one it says how long."""
    await desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    page = await locked(desk.workspace)
    for words in ("not right.", "not right.", "Try again in 15 seconds", "Too many wrong PINs"):
        type_text("9031")
        press(Qt.Key.Key_Return)
        await desk.until(lambda words=words: words in page.sentence)
        assert page.pin.text() == ""
        await desk.until(page.pin.hasFocus)
    assert desk.workspace.gate.locked


async def test_idle_minutes_lock_it(desk: Desk) -> None:
    """After the minutes without input the window is locked; a key or the pointer begins them again."""
    clock = ManualClock()
    staff = desk.model.parts.staff
    idle = IdleLock(staff, clock)
    task = desk.session.people.scope.start(idle.run(), "test")
    await clock.advance(staff.people.book.lock_minutes * 60 - 1)
    idle.touch()
    await clock.advance(60)
    assert not staff.locked
    await clock.advance(staff.people.book.lock_minutes * 60)
    assert staff.locked
    await locked(desk.workspace)
    await enter(desk.workspace, ANA_PIN)
    await clock.advance(60)
    assert not staff.locked
    task.cancel()

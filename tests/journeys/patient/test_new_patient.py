"""A new patient is entered while the caller is still talking, added once, and booked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.views.staff.frame.new_patient.panel import NewPatientPanel
from app.views.staff.frame.window import SMALLEST
from tests.journeys.desk import CONTROL, LEFT, PLAIN, SHIFT, Desk
from tests.journeys.test_booking import offered
from tests.support.kinds import the

MOST_CLICKS = 12


class Counted:
    """The receptionist's clicks, and keys that are no text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.count = 0

    async def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key."""
        self.count += 1
        await self.desk.press(key, modifier)

    async def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        self.count += 1
        QTest.mouseClick(widget, LEFT)
        await self.desk.turn()

    async def pick(self, combo: QComboBox, row: int) -> None:
        """Open a list with one click, and choose with another."""
        usual = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(
            0
        )  # a list ignores a second click that comes as fast as a double click
        combo.showPopup()
        view = combo.view()
        await self.desk.until(view.isVisible)
        self.count += 2
        place = view.visualRect(combo.model().index(row, 0)).center()
        QTest.mousePress(view.viewport(), LEFT, PLAIN, place)
        await self.desk.turn()
        QTest.mouseRelease(view.viewport(), LEFT, PLAIN, place)
        await self.desk.until(lambda: not view.isVisible())
        QApplication.setDoubleClickInterval(usual)
        self.desk.wake()
        await self.desk.until(self.desk.window.isActiveWindow)


async def panel_of(desk: Desk) -> NewPatientPanel:
    """Wait for the panel."""
    place = desk.frame.new_patient
    await desk.until(lambda: place.page is not None and place.page.isVisible())
    page = place.page
    assert isinstance(page, NewPatientPanel)
    return page


async def begin(desk: Desk, text: str) -> NewPatientPanel:
    """Search for somebody who is not there, and press Enter."""
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type(text)
    await desk.until(lambda: not desk.frame.desk.find.state.asking)
    await desk.press(Qt.Key.Key_Return)
    return await panel_of(desk)


async def enter(desk: Desk, *texts: str) -> None:
    """Type into one field after the other."""
    for at, text in enumerate(texts):
        if at:
            await desk.press(Qt.Key.Key_Tab)
        desk.type(text)


async def booking(desk: Desk, name: str) -> None:
    """Wait until the booking panel is open for a patient, with openings."""
    await desk.until(lambda: desk.model.booking.open and desk.frame.panel.has_page)
    await offered(desk)
    assert f"Book {name}" in desk.texts(desk.screen.panel)


def patients(desk: Desk, last_name: str) -> list[dict[str, Any]]:
    """The patients of a last name, oldest first."""
    names = (
        "PatNum",
        "FName",
        "Birthdate",
        "Gender",
        "WirelessPhone",
        "Guarantor",
        "Address",
        "City",
        "HmPhone",
    )
    rows = desk.served.sql(
        f"SELECT {', '.join(names)} FROM patient WHERE LName = ? ORDER BY PatNum", last_name
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


async def test_keyboard_only(desk_on_socket: Desk) -> None:
    """From the first letter to the booked appointment with the keyboard, in at most 12 keys that are no text."""
    desk = desk_on_socket
    keys = Counted(desk)
    desk.canvas.setFocus()
    desk.type("n")  # typing anywhere searches
    desk.type("i")
    await desk.until(lambda: desk.find_field.text() == "ni")
    desk.type("a o'brien-zzyzx")
    await desk.until(lambda: not desk.frame.desk.find.state.asking)
    assert desk.frame.desk.find.state.hits == ()
    await keys.press(Qt.Key.Key_Return)
    page = await panel_of(desk)
    await desk.until(lambda: desk.focus() is page.entries["Birthdate"])
    desk.type("5 6 19")
    await keys.press(Qt.Key.Key_Tab)
    desk.type("f")
    await keys.press(Qt.Key.Key_Tab)
    desk.type("541 555 0155")
    await keys.press(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)  # twice, by mistake: one patient, and booking opens all the same
    await booking(desk, "O'Brien-Zzyzx, Nia")
    await desk.until(lambda: desk.focus() is desk.screen.booking.words.field)
    assert desk.model.booking.state.new_patient
    await keys.press(Qt.Key.Key_Down)
    await offered(desk)
    await keys.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    (row,) = patients(desk, "O'Brien-Zzyzx")
    assert (row["FName"], row["Birthdate"][:10], row["Gender"]) == ("Nia", "2019-05-06", 1)
    assert row["WirelessPhone"] == "(541)555-0155"
    booked = desk.served.row(entry.answer["AptNum"])
    assert (booked["PatNum"], booked["IsNewPatient"]) == (row["PatNum"], 1)
    assert keys.count <= MOST_CLICKS
    current = desk.frame.desk.patient.current
    assert current is not None
    assert current.pat_num == row["PatNum"]


async def test_mouse_only(desk: Desk) -> None:
    """The same with the mouse, in at most 12 clicks."""
    mouse = Counted(desk)
    await mouse.click(desk.find_field)
    desk.type("zzyzx, nia")
    await desk.until(lambda: not desk.frame.desk.find.state.asking)
    shown = desk.find_field._list.items
    mouse.count += 1
    QTest.mouseClick(
        shown.viewport(), LEFT, PLAIN, shown.visualItemRect(shown.item(shown.count() - 1)).center()
    )
    page = await panel_of(desk)
    desk.type("5/6/2019")
    sex = page.entries["Gender"]
    assert isinstance(sex, QComboBox)
    await mouse.pick(sex, 0)
    await mouse.click(page.entries["WirelessPhone"])
    desk.type("5415550155")
    await mouse.click(page.add)
    await booking(desk, "Zzyzx, Nia")
    await mouse.pick(desk.screen.booking._type, 1)
    await offered(desk)
    await mouse.click(desk.screen.booking._book)
    await desk.told("booked for")
    await desk.settled()
    (row,) = patients(desk, "Zzyzx")
    assert (row["Gender"], row["WirelessPhone"]) == (1, "(541)555-0155")
    assert mouse.count <= MOST_CLICKS


async def test_a_family_member(desk_on_socket: Desk) -> None:
    """Three fields: the last name, address, phone, guarantor and insurance are those of the patient on the screen."""
    desk = desk_on_socket
    insured = {row[0] for row in desk.served.sql("SELECT PatNum FROM patplan WHERE Ordinal = 2")}
    visit = await desk.select(next(each for each in desk.visits if each.pat_num in insured))
    assert visit.person is not None
    last = visit.person.last_name
    before = {row["PatNum"] for row in patients(desk, last)}
    await desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    page = await panel_of(desk)
    await desk.until(lambda: page.model.relative.is_read and "Copy insurance" in _buttons(page))
    await desk.until(lambda: desk.focus() is page.entries["FName"])
    assert the(QLineEdit, page.entries["LName"]).text() == last
    await enter(desk, "zia", "5/6/2019", "f")
    await desk.press(Qt.Key.Key_Return)
    await booking(desk, f"{last}, Zia")
    await desk.settled()
    (new,) = (row for row in patients(desk, last) if row["PatNum"] not in before)
    (old,) = (row for row in patients(desk, last) if row["PatNum"] == visit.pat_num)
    for field in ("Guarantor", "Address", "City", "HmPhone"):
        assert new[field] == old[field], field
    query = "SELECT InsSubNum, Ordinal FROM patplan WHERE PatNum = ? ORDER BY Ordinal"
    plans = desk.served.sql(query, visit.pat_num)
    await desk.until(lambda: desk.served.sql(query, new["PatNum"]) == plans)
    await desk.settled()
    relations = desk.served.sql("SELECT Relationship FROM patplan WHERE PatNum = ?", new["PatNum"])
    assert {row[0] for row in relations} == {2}  # a child


def _buttons(page: NewPatientPanel) -> str:
    return " ".join(each.text() for each in page.findChildren(type(page.is_relative)) if each.isVisible())


async def test_a_duplicate_is_used(desk: Desk) -> None:
    """A similar name with the same birthdate is offered while typing; using it selects that patient and adds nobody."""
    desk.served.sql(
        "UPDATE patient SET LName = 'Kowalczyk', FName = 'Stephen', Preferred = '', Birthdate = '1985-03-14' "
        "WHERE PatNum = 1500"
    )
    page = await begin(desk, "kowalchik, steve")
    desk.type("3/14/85")
    await desk.until(lambda: len(page.twins.buttons) == 1)
    words = " ".join(each.text() for each in page.twins.findChildren(type(page._title)))
    assert "Kowalczyk, Stephen" in words
    assert "Similar name · Same birthdate" in words
    assert page.add.text() == "Add anyway"
    await desk.press(Qt.Key.Key_Return)  # Enter does not add, it asks to look first
    await desk.until(lambda: desk.focus() is page.twins.buttons[0])
    await desk.press(Qt.Key.Key_Return)
    current = desk.frame.desk.patient.current
    assert current is not None
    assert current.pat_num == 1500
    assert not page.isVisible()
    assert desk.entries == ()
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert the(QLineEdit, (await panel_of(desk)).entries["LName"]).text() == ""


async def test_two_people_are_two(desk: Desk) -> None:
    """Somebody similar can be added anyway; the reason is shown first."""
    desk.served.sql(
        "UPDATE patient SET LName = 'Zzyzx', FName = 'Ann', Birthdate = '1985-03-14' WHERE PatNum = 1500"
    )
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    page = await panel_of(desk)
    await enter(desk, "zzyzx", "ann", "3/14/1985")
    await desk.until(lambda: len(page.twins.buttons) == 1)
    await Counted(desk).click(page.add)
    await booking(desk, "Zzyzx, Ann")
    assert len(patients(desk, "Zzyzx")) == 2


async def test_in_the_smallest_window(desk: Desk) -> None:
    """With all fields open and a similar patient named, the buttons stay in sight, and Tab scrolls to every field."""
    desk.served.sql(
        "UPDATE patient SET LName = 'Zzyzx', FName = 'Ann', Birthdate = '1985-03-14' WHERE PatNum = 1500"
    )
    desk.window.resize(*SMALLEST)
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    page = await panel_of(desk)
    await enter(desk, "zzyzx", "ann", "3/14/1985")
    await desk.until(lambda: len(page.twins.buttons) == 1)
    page.more.click()
    await desk.turn(20)
    for button in (page.add, page.cancel, *page.twins.buttons):
        assert in_sight(button), button.text()
    for name, entry in page.entries.items():
        if entry.isVisible():
            entry.setFocus(Qt.FocusReason.TabFocusReason)
            await desk.turn()
            assert in_sight(entry), name
    order = []
    page.entries["LName"].setFocus()
    for _ in range(len(page.entries) + 4):
        order.append(desk.focus())
        await desk.press(Qt.Key.Key_Tab)
    stops = [*page.entries.values(), *page.twins.buttons, page.cancel, page.add]
    assert [each for each in order if each in stops] == stops


def in_sight(widget: QWidget) -> bool:
    """Whether a widget is visible as a whole."""
    return widget.visibleRegion().boundingRect() == widget.rect()

"""The strip in use, over a socket: popups, calls, the pin, and a patient who disappears while on screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from app.core.present import present
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip import Strip
from app.views.staff.frame.window import SMALLEST
from app.views.staff.patient.sections.contact import ContactBody
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.inline.field import ValueLabel
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.patient.counting import Call
from tests.journeys.patient.page import open_page
from tests.journeys.practices import TEN_TWENTY, Practices
from tests.journeys.test_booking import somebody
from tests.support.fast_clock import FastClock

POPUP = (
    "INSERT INTO popup (PatNum, Description, PopupLevel, DateTimeDisabled, IsArchived)"
    " VALUES (?, ?, ?, '0001-01-01 00:00:00', 0)"
)


class Phone(QObject):
    """What this PC calls with."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []

    @Slot(QUrl)
    def call(self, link: QUrl) -> None:
        """Take a tel: link."""
        self.called.append(link.toString())


@pytest.fixture
def phone() -> Iterator[Phone]:
    """A handler of tel: links."""
    made = Phone()
    QDesktopServices.setUrlHandler("tel", made, "call")
    yield made
    QDesktopServices.unsetUrlHandler("tel")


async def select(desk: Desk, pat_num: int) -> Call:
    """A call from a patient who has been found."""
    call = Call(desk)
    await call.about(pat_num)
    return call


async def test_calling(desk_on_socket: Desk, phone: Phone) -> None:
    """One click on a number, or one key, hands the number to the PC's phone."""
    desk = desk_on_socket
    call = await select(desk, somebody(desk).pat_num)
    state = desk.frame.desk.strip.model.state
    number = state.phones[0]
    call.click(desk.button(number.text, call.strip))
    assert phone.called == [number.link]
    await call.key(Qt.Key.Key_C, CONTROL | SHIFT)
    await desk.until(lambda: len(phone.called) > 1)
    assert phone.called == [number.link] * 2
    assert (call.clicks, call.keys) == (1, 1)
    assert number.link.removeprefix("tel:").lstrip("+").isdigit()


async def test_popups(open_practice: Practices, open_desk: Desks) -> None:
    """Popups of patient and family are lines below the strip on every screen; a click hides one for 10 minutes."""
    clock = FastClock(TEN_TWENTY, times=1)
    served = open_practice(on_socket=True, clock=clock)
    desk = await open_desk(served)
    pat_num, guarantor = served.sql(
        "SELECT PatNum, Guarantor FROM patient WHERE Guarantor <> PatNum AND PatStatus = 0 ORDER BY PatNum LIMIT 1"
    )[0]
    served.sql(POPUP, pat_num, "Ask for the new card", 0)
    served.sql(POPUP, guarantor, "Mother pays", 1)
    call = await select(desk, pat_num)
    for words in ("Ask for the new card", "Mother pays"):
        await desk.until(lambda words=words: call.says(words, call.strip))
    await desk.frame.desk.screens.show("patient")
    assert call.says("Ask for the new card", call.strip)
    first = desk.frame.desk.strip.model.state.popups[0].text
    buttons = (each for each in call.strip.findChildren(QToolButton) if each.text() == "Snooze")
    call.click(next(each for each in buttons if each.isVisible()))
    await desk.until(lambda: not call.says(first, call.strip))
    await call.key(Qt.Key.Key_S, CONTROL | SHIFT)
    await desk.until(lambda: not desk.frame.desk.strip.model.state.popups)
    assert (call.clicks, call.keys) == (1, 1)
    await desk.until(lambda: not call.says("Snooze"))
    clock.skip(9 * 60)
    await desk.turn(10)
    assert not call.says(first, call.strip)
    clock.skip(61)
    await select(desk, guarantor)
    back = await select(desk, pat_num)
    await desk.until(
        lambda: back.says("Ask for the new card", back.strip) and back.says("Mother pays", back.strip)
    )
    served.sql(POPUP, pat_num, "Wears two hearing aids", 0)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: back.says("1 more", back.strip))
    assert desk.texts(back.strip).count("1 more") == 1


async def test_the_pin(desk_on_socket: Desk) -> None:
    """One click keeps the patient when Open Dental selects another; a notice says whom, with one click to follow."""
    desk = desk_on_socket
    one, two = (each.pat_num for each in desk.visits[3:5])
    call = await select(desk, one)
    call.click(desk.button("Keep this patient when Open Dental selects another", call.strip))
    desk.frame.desk.patient.select(two, Origin.OPEN_DENTAL)
    await desk.told("Open Dental selected ")
    assert desk.frame.desk.strip.model.state.pat_num == one
    desk.press_button("Show")
    await desk.until(lambda: desk.frame.desk.strip.model.state.pat_num == two)


async def test_deleted_while_open(desk_on_socket: Desk) -> None:
    """A patient deleted or archived elsewhere is named as such; what is being typed and what was known stay."""
    desk = desk_on_socket
    person = somebody(desk)
    page = await open_page(desk, person.pat_num)
    call = Call(desk)
    street = page.body("contact", ContactBody).fields["Address"]
    page.click(street.value)
    await desk.until(lambda: street.editor is not None and street.editor.hasFocus())
    desk.type("12 New Street")
    typed = street.editor
    desk.served.sql("UPDATE patient SET PatStatus = 3 WHERE PatNum = ?", person.pat_num)
    desk.frame.desk.commands["view.refresh"].run()
    await desk.until(lambda: call.says("Archived", call.strip))
    desk.served.sql("DELETE FROM patient WHERE PatNum = ?", person.pat_num)
    desk.frame.desk.commands["view.refresh"].run()
    await desk.until(lambda: call.says("No longer in Open Dental", call.strip))
    await desk.until(lambda: call.says("This patient is no longer in Open Dental."))
    assert call.says(person.last_name, call.strip)
    assert not call.says("updating")
    assert street.editor is typed
    await desk.until(lambda: desk.focus() is typed)
    assert isinstance(typed, QLineEdit)
    assert typed.text().endswith("12 New Street")


async def test_it_fits(desk: Desk) -> None:
    """In the smallest window no text of the strip overlaps another or is cut."""
    desk.window.resize(*SMALLEST)
    people = dict.fromkeys(each.pat_num for each in desk.visits if not each.is_note)
    for pat_num in list(people)[:30]:
        call = await select(desk, pat_num)
        await desk.turn()
        shown = [
            (each, QRect(each.mapTo(call.strip, QPoint()), each.size()))
            for each in chain[QLabel | QToolButton](
                call.strip.findChildren(QLabel), call.strip.findChildren(QToolButton)
            )
            if each.isVisible() and each.text()
        ]
        for number, (one, box) in enumerate(shown):
            assert call.strip.rect().contains(box), one.text()
            assert not [two.text() for two, other in shown[number + 1 :] if box.intersects(other)], one.text()
            if not isinstance(one, ElidedLabel):
                assert box.width() >= one.sizeHint().width(), one.text()


async def test_tab_goes_through_the_strip_first(desk_on_socket: Desk) -> None:
    """On every patient, Tab goes from the search to phones, family, pin and Close, and from there to the page."""
    desk = desk_on_socket
    for pat_num in (desk.visits[3].pat_num, desk.visits[8].pat_num, desk.visits[3].pat_num):
        await open_page(desk, pat_num)
        desk.find_field.setFocus()
        stops: list[QWidget] = []
        while len(stops) < 30 and not isinstance(desk.focus(), ValueLabel):
            await desk.press(Qt.Key.Key_Tab)
            stops.append(present(desk.focus()))
        inside = [desk.frame.findChildren(Strip)[0].isAncestorOf(each) for each in stops]
        count = sum(inside)
        assert count >= len(("phone", "pin", "close"))
        assert inside[:count] == [True] * count
        names = [each.accessibleName() for each in stops[:count]]
        assert "555" in names[0]
        assert names[-1] == "Close this patient"


async def test_pay_stays_while_its_panel_opens(open_practice: Practices, open_desk: Desks) -> None:
    """The strip doesn't jump under the pointer at each payment."""
    desk = await open_desk(open_practice(on_socket=True))
    await select(desk, somebody(desk).pat_num)
    strip = desk.frame.findChildren(Strip)[0]
    pay = strip._viewmodel.pay
    seen: list[bool] = []
    pay.changed.connect(lambda: seen.append(strip._pay.isVisible()))
    pay.run()
    await desk.until(lambda: bool(seen) and not pay.running)
    assert all(seen)

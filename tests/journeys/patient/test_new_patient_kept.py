"""What was entered of a new patient is never lost: no server, no answer, a refusal, Esc, another screen."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.patient.test_new_patient import Counted, begin, booking, enter, panel_of, patients
from tests.journeys.practices import ALL, Practices
from tests.journeys.test_server import LONG, lose
from tests.support.kinds import the


async def test_server_down_and_back(desk_on_socket: Desk) -> None:
    """Without the server the panel says that nothing was sent yet; once it is back, booking opens."""
    desk = desk_on_socket
    page = await begin(desk, "zzyzx, nia")
    await enter(desk, "5/6/2019", "f", "5415550155")
    await lose(desk)
    page.entries["WirelessPhone"].setFocus()
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "Not sent yet. It will be sent when the server is back." in desk.texts(page))
    assert page.cancel.text() == "Close"
    assert not page.add.isVisible()
    desk.served.socket.start()
    await desk.until(lambda: desk.model.booking.open, LONG)
    await booking(desk, "Zzyzx, Nia")
    assert len(patients(desk, "Zzyzx")) == 1
    assert desk.served.faults.seen.count("Patients.create") == 1


async def test_the_answer_is_lost(desk: Desk) -> None:
    """After a lost answer the panel says that it is being checked; one patient is there, and is booked."""
    page = await begin(desk, "zzyzx, nia")
    await enter(desk, "5/6/2019", "f", "5415550155")
    desk.served.faults.plan("Patients.create", Fault.DROP_AFTER)
    told: list[str] = []
    page.model.changed.connect(lambda: told.append(desk.texts(page)))
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open, LONG)
    assert any("Front Desk is checking" in texts for texts in told)
    await booking(desk, "Zzyzx, Nia")
    assert len(patients(desk, "Zzyzx")) == 1
    assert desk.served.faults.seen.count("Patients.create") == 1


async def test_refused_keeps_the_text(desk: Desk) -> None:
    """When another desk has just added the same patient, everything typed stays, with both ways on."""
    page = await begin(desk, "zzyzx, nia")
    await enter(desk, "5/6/2019", "f", "5415550155")
    await desk.until(lambda: not page.model.twins.looking)
    elsewhere = desk.served.elsewhere()
    other = await elsewhere.patients.create(LName="Zzyzx", FName="Nia", Birthdate=datetime.date(2019, 5, 6))
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: bool(page.model.state.refusal))
    assert "already has a patient with this name and birthdate" in desk.texts(page)
    typed = [page.model.state.draft.texts[name] for name in ("LName", "FName", "Birthdate", "WirelessPhone")]
    assert typed == ["Zzyzx", "Nia", "5/6/2019", "(541) 555-0155"]
    assert desk.toasts == []
    await desk.until(lambda: len(page.twins.buttons) == 1)
    await desk.press(Qt.Key.Key_Escape)
    await desk.told("Zzyzx, Nia: not added yet.")
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    page = await panel_of(desk)
    await desk.until(lambda: len(page.twins.buttons) == 1)
    await Counted(desk).click(page.add)
    await booking(desk, "Zzyzx, Nia")
    assert len(patients(desk, "Zzyzx")) == 2
    assert patients(desk, "Zzyzx")[0]["PatNum"] == other.PatNum
    await desk.until(lambda: desk.model.parts.journal.open_entries() == ())


async def test_esc_keeps_what_was_entered(desk: Desk) -> None:
    """Esc closes an empty form without a word, and keeps any other one for the next time."""
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    page = await panel_of(desk)
    await desk.until(lambda: desk.focus() is page.entries["LName"])
    await desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.toasts == []
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    await panel_of(desk)
    await enter(desk, "zzyzx", "nia", "5/6/20")
    await desk.press(Qt.Key.Key_Escape)
    await desk.told("Zzyzx, Nia: not added yet. Ctrl+Shift+A continues.")
    await begin(desk, "qqqqq")
    assert "Unfinished: Zzyzx, Nia" in desk.texts(page)
    await Counted(desk).click(page.note_button)
    assert the(QLineEdit, page.entries["LName"]).text() == "Zzyzx"
    assert the(QLineEdit, page.entries["Birthdate"]).text() == "5/6/2020"
    await Counted(desk).click(page.note_button)
    assert page.note_button.text() == "Continue"
    assert the(QLineEdit, page.entries["LName"]).text() == ""
    assert desk.entries == ()


async def test_the_panel_comes_along(desk: Desk) -> None:
    """Opening another screen takes the form along, with everything in it."""
    page = await begin(desk, "zzyzx, nia")
    desk.type("5/6/2019")
    await desk.press(Qt.Key.Key_D, CONTROL)
    await desk.until(lambda: desk.frame.desk.screens.current == "patient")
    assert page.isVisible()
    assert desk.frame.panel.page is page
    assert the(QLineEdit, page.entries["Birthdate"]).text() == "5/6/2019"


async def test_from_a_booking(desk: Desk) -> None:
    """Nobody found while booking: after adding, or using who is there, the booking goes on for that patient."""
    await desk.press(Qt.Key.Key_N, CONTROL)
    await desk.until(lambda: desk.frame.panel.has_page)
    desk.type("zzyzx, nia")
    await desk.until(lambda: not desk.model.booking_find.state.asking)
    await desk.press(Qt.Key.Key_Return)
    await panel_of(desk)
    await enter(desk, "5/6/2019", "f")
    await desk.press(Qt.Key.Key_Return)
    await booking(desk, "Zzyzx, Nia")


async def test_a_key_that_may_not_add(open_practice: Practices, open_desk: Desks) -> None:
    """Without the Patients permission the panel names it, and similar patients can still be found and used."""
    desk = await open_desk(open_practice(permissions=ALL - {Permission.PATIENTS, Permission.ALL_OTHERS}))
    page = await begin(desk, "zzyzx, nia")
    await desk.until(lambda: "permission" in desk.texts(page))
    assert "Patients" in page.model.state.why_not
    assert not page.add.isEnabled()
    page.more.click()
    referral = page.entries["referral"]
    assert not referral.isEnabled()
    assert "AllOthers" in referral.toolTip()
    page.entries["Birthdate"].setFocus()
    desk.type("5/6/2019")
    await desk.press(Qt.Key.Key_Return)
    assert desk.entries == ()
    assert patients(desk, "Zzyzx") == []


async def test_found_at_once(desk: Desk) -> None:
    """The search finds a new patient at once, and a renamed one by the new name, before the office is asked."""
    await desk.model.parts.search.fill()
    page = await begin(desk, "zzyzx, nia")
    page.model.save()
    await desk.until(lambda: desk.model.booking.open)
    search = desk.model.parts.search
    (hit,) = search.known("zzyzx")
    row = await desk.model.parts.client.patients.get(hit.person.pat_num)
    entry = await desk.model.parts.patient_writes().edit(row, {"LName": "Xyzzyva"})
    assert entry.state is WriteState.DONE
    assert [each.person.pat_num for each in search.known("xyzzyva")] == [hit.person.pat_num]
    assert search.known("zzyzx") == ()


async def test_closed_while_it_waits(open_practice: Practices, open_desk: Desks) -> None:
    """A form closed while its patient waits is not a draft; the patient is added later, and nothing opens by itself."""
    served = open_practice()
    desk = await open_desk(served)
    page = await begin(desk, "zzyzx, nia")
    served.faults.unreachable = True
    desk.type("5/6/2019")
    await desk.press(Qt.Key.Key_Return)
    await desk.told("Not sent yet: Zzyzx, Nia added as a patient")
    await desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    served.faults.unreachable = False
    await desk.until(lambda: "Zzyzx, Nia added as a patient." in desk.toasts, LONG)
    assert not desk.model.booking.open
    await desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert the(QLineEdit, (await panel_of(desk)).entries["LName"]).text() == ""


async def test_withdrawn_while_it_waits(open_practice: Practices, open_desk: Desks) -> None:
    """Undo takes a patient back who was not sent yet: the form is there again, with everything that was entered."""
    served = open_practice()
    desk = await open_desk(served)
    page = await begin(desk, "zzyzx, nia")
    served.faults.unreachable = True
    desk.type("5/6/2019")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "Booking opens once it is sent" in desk.texts(page))
    await desk.until(lambda: desk.focus() is page.cancel)
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.until(page.add.isVisible)
    assert page.model.state.refusal == ""
    assert the(QLineEdit, page.entries["Birthdate"]).text() == "5/6/2019"
    await desk.until(lambda: desk.focus() is page.entries["LName"])

"""Open Dental's Program Link: a patient and a screen, shown where the user is not in the middle of something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.core.outside import Trouble
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.widgets.inline.field import InlineField
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.doors.asking import Outside, numbers
from tests.journeys.patient.page import open_page
from tests.journeys.practices import TODAY, Practices
from tests.journeys.test_booking import somebody
from tests.support.kinds import the


async def test_a_patient_is_shown(desk_on_socket: Desk) -> None:
    """The patient is selected with today's appointment, whatever day was shown, also one who is selected already."""
    desk = desk_on_socket
    outside = Outside(desk)
    visit = desk.visits[-1]
    for _ in range(2):
        desk.model.schedule.step(1)
        await desk.read()
        outside.ask(pat_num=visit.pat_num)
        await desk.until(lambda: desk.model.schedule.selected is not None)
        await outside.shown(visit.pat_num)
        assert desk.selected.apt_num == visit.apt_num
        assert desk.model.schedule.day == TODAY
    assert desk.toasts == []


async def test_a_screen_with_the_patient(desk: Desk) -> None:
    """A screen or a tab is shown with the patient; a name that doesn't exist is told, with those that do."""
    outside = Outside(desk)
    first, second, third = numbers(desk.served, most=3)
    screens = desk.frame.desk.screens
    outside.ask(pat_num=first, screen="patient")
    await outside.shown(first)
    await desk.until(lambda: screens.current == "patient")
    outside.ask(pat_num=second, screen="schedule")
    await outside.shown(second)
    await desk.until(lambda: screens.current == "schedule")
    outside.ask(screen="overview")
    await desk.until(
        lambda: (
            screens.current == "patient" and the(PatientScreenViewModel, screens.shown).current == "overview"
        )
    )
    outside.ask(pat_num=third, screen="x-rays")
    told = await desk.told("There is no screen called x-rays. There are: schedule, patient, ")
    assert "overview" in told
    await outside.shown(third)
    assert screens.current == "patient"


async def test_nobody_to_show(open_practice: Practices, open_desk: Desks) -> None:
    """A PatNum that doesn't exist, a deleted patient, and nonsense are each told; the selection stays."""
    served = open_practice()
    kept, deleted = numbers(served, most=2)
    served.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", deleted)
    desk = await open_desk(served)
    outside = Outside(desk)
    desk.frame.desk.patient.select(kept, Origin.TASKS)
    for asked, told in (
        ({"pat_num": 987_654}, "There is no patient 987654 in Open Dental."),
        ({"pat_num": deleted}, f"Patient {deleted} was deleted in Open Dental."),
        ({"trouble": Trouble.NO_PATIENT}, "No patient was selected in Open Dental"),
        ({"trouble": Trouble.PATIENT}, "isn't a patient number"),
        ({"trouble": Trouble.PHONE}, "without a phone number"),
        ({"trouble": Trouble.SCREEN}, "isn't the name of one"),
    ):
        outside.ask(**asked)
        await desk.told(told)
        assert outside.pat_num == kept


async def test_a_user_who_is_typing_is_not_interrupted(desk: Desk) -> None:
    """While something is typed, booked, or asked, or the patient is pinned, one click on a notice goes there."""
    outside = Outside(desk)
    patient = desk.frame.desk.patient
    first, second, third = numbers(desk.served, most=3)
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type("ort")
    outside.ask(pat_num=first, screen="patient")
    await desk.told("Another program asked for")
    assert not patient.current
    assert desk.find_field.text() == "ort"
    await desk.until(lambda: desk.focus() is desk.find_field)
    outside.ask(pat_num=second)
    await desk.until(
        lambda: len(desk.toasts) == 1 and desk.frame.desk.notices.items[-1].words == desk.toasts[0]
    )
    await desk.push("Show")
    await outside.shown(second)
    assert desk.toasts == []
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Escape)
    desk.canvas.setFocus()
    patient.pin(True)
    outside.ask(pat_num=third)
    await desk.told("Another program asked for")
    assert patient.current.pat_num == second
    await desk.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    await desk.press(Qt.Key.Key_Return)
    await outside.shown(third)
    patient.pin(False)
    desk.book_for(somebody(desk))
    outside.ask(pat_num=first)
    await desk.told("Another program asked for")
    outside.ask(screen="patient")
    await desk.told("asked for another screen")
    assert desk.frame.desk.screens.current == "schedule"
    assert desk.frame.panel.has_page


async def test_a_field_of_the_page_that_is_edited(desk: Desk) -> None:
    """A field that is only open gives way; one with typed text stays, also while another program is in front."""
    outside = Outside(desk)
    first, second, third = numbers(desk.served, most=3)
    await open_page(desk, first)

    def field() -> InlineField:
        found = desk.window.findChildren(InlineField)
        return next(each for each in found if each.model.label == "Email" and each.isVisible())

    field().start()
    outside.ask(pat_num=second)
    await outside.shown(second)
    await open_page(desk, second)
    field().start()
    desk.type("new@example.com")
    desk.window.hide()
    outside.ask(pat_num=third)
    await desk.until(lambda: bool(desk.frame.desk.notices.items))
    desk.window.show()
    assert outside.pat_num == second
    assert the(QLineEdit, field().editor).text().endswith("new@example.com")


async def test_the_server_is_down(desk: Desk) -> None:
    """A patient in memory is shown; for others the failure is told, and one click tries again."""
    outside = Outside(desk)
    known, unknown = desk.visits[0].pat_num, 987_654
    desk.served.faults.unreachable = True
    outside.ask(pat_num=known)
    await desk.until(lambda: outside.pat_num == known)
    assert outside.pat_num == known
    outside.ask(pat_num=unknown)
    await desk.told("Can't reach Open Dental's server.")
    desk.served.faults.unreachable = False
    await desk.push("Try again")
    await desk.told("There is no patient 987654")

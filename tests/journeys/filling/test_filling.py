"""Filling free time: a click on it, one key, one click on a patient, one on Book."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.lists.candidate import CandidateKind
from app.views.staff.schedule.filling.free_bar import FreeTimeBar
from tests.journeys.desk import LEFT, PLAIN, Desk, minutes_of
from tests.journeys.filling.steps import filled, listed, made_free, page, row_place, state


async def test_a_gap_is_filled_with_two_clicks(desk: Desk) -> None:
    """A click on free time and F show who fits; a click on a patient and one on Book, and the appointment is there."""
    found = await filled(desk)
    fit = found.rows[0].fit
    QTest.mouseClick(page(desk).list.viewport(), LEFT, PLAIN, row_place(desk, 0))
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    desk.press_button("Book" if fit.candidate.at is None else "Move here")
    entry = await desk.settled()
    made = entry.answer["AptNum"] if fit.candidate.at is None else fit.candidate.apt_num
    row = desk.served.row(made)
    assert (row["PatNum"], row["Op"]) == (fit.candidate.pat_num, fit.op_num)
    assert desk.served.start_of(made) == fit.start
    assert not desk.screen.panel.has_page


async def test_a_patient_of_another_clinic(desk: Desk) -> None:
    """A, and the patients of all clinics fit; one of another clinic, named with it, is booked by Enter, Enter."""
    before = (await filled(desk)).count
    await desk.press(Qt.Key.Key_A)
    assert page(desk).every.isChecked()
    await desk.until(lambda: state(desk).count > before and not state(desk).looking)
    while not any("patient of" in row.reasons[0] for row in state(desk).rows):
        state_before = len(state(desk).rows)
        page(desk).more.click()
        assert len(state(desk).rows) > state_before
    at = next(at for at, row in enumerate(state(desk).rows) if "patient of" in row.reasons[0])
    for _ in range(at):
        await desk.press(Qt.Key.Key_Down)
    fit = state(desk).rows[at].fit
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    await desk.press(Qt.Key.Key_Return)
    entry = await desk.settled()
    made = entry.answer["AptNum"] if not fit.candidate.apt_num else fit.candidate.apt_num
    row = desk.served.row(made)
    assert (row["PatNum"], row["Op"], row["ClinicNum"]) == (fit.candidate.pat_num, fit.op_num, 1)


async def test_by_keyboard_alone(desk: Desk) -> None:
    """The arrow keys to free time, F, Enter, Enter; Esc in the booking panel goes back to the list."""
    await filled(desk)
    await desk.until(lambda: desk.focus() is page(desk).list)
    assert desk.canvas.overlay.opening is not None
    await desk.press(Qt.Key.Key_Down)
    assert desk.canvas.overlay.opening.name == state(desk).rows[1].name
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open)
    assert desk.model.booking.state.person is not None
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: desk.focus() is page(desk).list)
    assert page(desk).list.currentIndex().row() == 1
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    fit = state(desk).rows[1].fit
    await desk.press(Qt.Key.Key_Return)
    entry = await desk.settled()
    assert entry.outcome == ""
    assert desk.others(fit.op_num, minutes_of(fit.start), minutes_of(fit.start) + 10)
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.canvas.overlay.opening is None


async def test_an_asap_appointment_moves(desk: Desk) -> None:
    """It is moved, not copied: the office has the same appointment at the new time, and no other one."""
    found = await filled(desk)
    at = next(i for i, row in enumerate(found.rows) if row.fit.candidate.kind is CandidateKind.ASAP)
    fit = found.rows[at].fit
    before = desk.served.sql("SELECT COUNT(*) FROM appointment")
    QTest.mouseClick(page(desk).list.viewport(), LEFT, PLAIN, row_place(desk, at))
    await desk.see("Move here")
    await desk.until(lambda: desk.model.booking.state.chosen is not None)
    desk.press_button("Move here")
    await desk.told("moved to")
    await desk.settled()
    assert desk.served.start_of(fit.candidate.apt_num) == fit.start
    assert desk.served.sql("SELECT COUNT(*) FROM appointment") == before


async def test_by_mouse_alone(desk: Desk) -> None:
    """A click on free time shows it below the card with what can be done: fill it, or book there."""
    spot = desk.spot(*await made_free(desk))
    assert not any(each.isVisible() for each in desk.screen.findChildren(FreeTimeBar))
    desk.click(spot)
    assert "Selected: Tue, Nov 17, 1:00 PM, Hygiene 1" in desk.texts(desk.screen.panel)
    desk.press_button("Fill this time")
    found = await listed(desk)
    QTest.mouseClick(page(desk).list.viewport(), LEFT, PLAIN, row_place(desk, 0))
    await desk.until(lambda: desk.model.booking.open)
    desk.press_button("Cancel", desk.screen.booking)
    page(desk).list.setFocus()
    model = desk.model.filling.model
    assert model is not None
    model.begin((found.rows[0].fit.start.replace(hour=12), found.rows[0].fit.op_num))  # lunch
    await desk.until(lambda: not page(desk).list.isVisible())
    await desk.until(lambda: desk.focus() is page(desk))
    model.begin((found.rows[0].fit.start, found.rows[0].fit.op_num))
    await desk.until(page(desk).list.hasFocus)
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page
    await desk.select(desk.visits[0])
    assert "Selected:" not in desk.texts(desk.screen.panel)


async def test_nobody_answers(desk: Desk) -> None:
    """N notes the call and goes on to the next patient; the button does the same."""
    found = await filled(desk)
    first, second = (row.fit.candidate.pat_num for row in found.rows[:2])
    await desk.press(Qt.Key.Key_N)
    await desk.until(lambda: state(desk).rows[0].fit.candidate.pat_num == second)
    assert page(desk).list.currentIndex().row() == 0
    desk.press_button("Left message")
    await desk.until(lambda: state(desk).rows[0].fit.candidate.pat_num not in (first, second))
    await desk.until(lambda: desk.focus() is page(desk).list)
    await desk.ten_seconds_later()
    logged = desk.served.sql(
        "SELECT PatNum FROM commlog WHERE Note LIKE '%about an opening%' ORDER BY CommlogNum"
    )
    assert logged == [(first,), (second,)]


async def test_another_desk_was_faster(desk: Desk) -> None:
    """Who is already in the time is named, and nothing is moved or booked twice."""
    gone = await made_free(desk)
    desk.click(desk.spot(*gone))
    await desk.press(Qt.Key.Key_F)
    found = await listed(desk)
    fit = found.rows[0].fit
    before = desk.served.start_of(fit.candidate.apt_num)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    ((back,),) = desk.served.sql(
        "SELECT AptNum FROM appointment WHERE AptStatus = 3 AND Op = ? AND AptDateTime = ?",
        fit.op_num,
        fit.start.isoformat(" "),
    )
    desk.served.change(back, AptStatus=1)  # the canceled patient is scheduled again at another desk
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: bool(desk.entries) and not desk.model.parts.journal.unsettled())
    assert "Not moved" in str(desk.entries[0].outcome)
    assert desk.served.start_of(fit.candidate.apt_num) == before

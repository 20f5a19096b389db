"""Jobs 1 to 6 and 8, around the schedule: by mouse, and by keyboard alone with the appointment selected."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.typed_keys import QUIET_SECONDS
from app.views.staff.schedule.booking_panel import BookingPanel
from app.views.staff.schedule.break_dialog import BreakDialog
from tests.journeys.desk import ALT, CONTROL, Desk, Desks, minutes_of
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count
from tests.journeys.jobs.counted import Counted
from tests.journeys.jobs.moving import lower_neighbor_free, moved_by_mouse, moved_down
from tests.journeys.patient.counting import Call
from tests.journeys.patient.test_phone_questions import Truth
from tests.journeys.practices import TODAY, Practices
from tests.journeys.test_booking import offered

ENTER = Qt.Key.Key_Return


def caller(desk: Desk) -> tuple[int, str]:
    """A patient whom four letters of the last name find, without an appointment today, and those letters."""
    ((pat_num, letters),) = desk.served.sql(
        "SELECT PatNum, lower(substr(LName, 1, 4)) FROM patient AS p WHERE PatStatus = 0 AND length(LName) >= 4 "
        "AND LName NOT GLOB '*[^A-Za-z]*' AND (SELECT COUNT(*) FROM patient AS o WHERE o.LName || ' ' || o.FName "
        "|| ' ' || o.Preferred LIKE '%' || substr(p.LName, 1, 4) || '%') = 1 "
        f"AND PatNum NOT IN (SELECT PatNum FROM appointment WHERE date(AptDateTime) >= '{TODAY}') LIMIT 1"
    )
    return int(pat_num), str(letters)


async def opened(desk: Desk, pat_num: int) -> Call:
    """Wait until the patient's strip is there, with its figures."""
    call = Call(desk)
    await desk.until(lambda: call.summary is not None and call.summary.pat_num == pat_num)
    return call


async def first_hit(desk: Desk, pat_num: int, *, booking: bool = False) -> None:
    """Wait until the search shows the patient first."""
    find = desk.model.booking_find if booking else desk.frame.desk.find
    await desk.until(
        lambda: (
            not find.state.asking and bool(find.state.hits) and find.state.hits[0].person.pat_num == pat_num
        )
    )


async def test_1_find_by_keyboard(desk: Desk, count: Count) -> None:
    """Four letters, without a key before them, and Enter."""
    pat_num, letters = caller(desk)
    await desk.model.parts.search.fill()
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    counted = count(jobs.FIND, "keyboard")
    counted.decide()
    counted.type(letters)
    await first_hit(desk, pat_num)
    counted.key(ENTER)
    await opened(desk, pat_num)
    counted.done()


async def test_1_open_by_mouse(desk: Desk, count: Count) -> None:
    """Whoever is on the schedule: a click on the appointment."""
    visit = desk.find(Stage.CONFIRMED)
    where = desk.place(visit.apt_num)
    counted = count(jobs.FIND, "mouse, on the schedule")
    counted.decide()
    counted.click(desk.canvas.viewport(), where)
    await opened(desk, visit.pat_num)
    counted.done()


async def test_2_arrived(desk: Desk, count: Count) -> None:
    """A click on the tile's letter; or A, with the appointment selected by finding the patient."""
    by_mouse, by_keyboard = desk.find(Stage.CONFIRMED, at=0), desk.find(Stage.CONFIRMED, at=-1)
    counted = count(jobs.ARRIVED, "mouse, nobody selected")
    where = desk.dot(by_mouse.apt_num)
    counted.decide()
    counted.click(desk.canvas.viewport(), where)
    await desk.until(lambda: is_at(desk, by_mouse, Stage.ARRIVED))
    counted.done()
    await desk.select(by_keyboard)
    counted = count(jobs.ARRIVED, "keyboard")
    counted.decide()
    counted.key(Qt.Key.Key_A)
    await desk.until(lambda: is_at(desk, by_keyboard, Stage.ARRIVED))
    counted.done()


async def test_3_seat_and_dismiss(desk: Desk, count: Count) -> None:
    """Two clicks on the tile's letter; or S and D."""
    by_mouse, by_keyboard = desk.find(Stage.ARRIVED, at=0), desk.find(Stage.ARRIVED, at=-1)
    assert by_mouse != by_keyboard
    counted = count(jobs.SEAT_DISMISS, "mouse, nobody selected")
    for stage in (Stage.SEATED, Stage.DISMISSED):
        counted.decide()
        counted.click(desk.canvas.viewport(), desk.dot(by_mouse.apt_num))
        await desk.until(lambda stage=stage: is_at(desk, by_mouse, stage))
        await desk.settled()
    counted.done()
    await desk.select(by_keyboard)
    counted = count(jobs.SEAT_DISMISS, "keyboard")
    for key, stage in ((Qt.Key.Key_S, Stage.SEATED), (Qt.Key.Key_D, Stage.DISMISSED)):
        counted.decide()
        counted.key(key)
        await desk.until(lambda stage=stage: is_at(desk, by_keyboard, stage))
    counted.done()


async def test_4_what_do_i_owe(desk: Desk, count: Count) -> None:
    """Nothing after the patient was found: balance and next appointment are in the strip."""
    pat_num, letters = caller(desk)
    await desk.model.parts.search.fill()
    await desk.press(Qt.Key.Key_P, CONTROL)
    desk.type(letters)
    await first_hit(desk, pat_num)
    await desk.press(ENTER)
    call = await opened(desk, pat_num)
    counted = count(jobs.ANSWER, "either")
    truth = Truth(desk, pat_num)
    assert call.says(truth.owed, call.strip)
    coming = truth.next
    assert call.says(f"{coming:%b} {coming.day}" if coming is not None else "None scheduled", call.strip)
    counted.done()


async def test_5_book_by_keyboard(desk: Desk, count: Count) -> None:
    """Ctrl+N, four letters, Enter, Down for the type, Enter for the first opening."""
    pat_num, letters = caller(desk)
    await desk.model.parts.search.fill()
    counted = count(jobs.BOOK, "keyboard")
    counted.key(Qt.Key.Key_N, CONTROL)
    await desk.turn()
    counted.decide()
    counted.type(letters)
    await first_hit(desk, pat_num, booking=True)
    counted.key(ENTER)
    await desk.turn()
    counted.decide()
    counted.key(Qt.Key.Key_Down)
    await offered(desk)
    counted.decide()
    counted.key(ENTER)
    await booked(desk, counted, pat_num)


async def test_5_book_by_mouse(desk: Desk, count: Count) -> None:
    """New appointment, four letters, the patient, the type (two clicks), Book."""
    pat_num, letters = caller(desk)
    await desk.model.parts.search.fill()
    counted = count(jobs.BOOK, "mouse")
    counted.click(desk.button("New appointment"))
    await desk.turn()
    counted.decide()
    counted.type(letters)
    await first_hit(desk, pat_num, booking=True)
    panel: BookingPanel = desk.screen.booking
    counted.click_row(panel.find_field._list.items, 0)
    await desk.until(lambda: desk.model.booking.state.person is not None)
    counted.decide()
    await counted.choose(panel._type, 1)
    await desk.until(lambda: not desk.model.booking.state.needs_type)
    await offered(desk)
    counted.decide()
    counted.click(panel._book)
    await booked(desk, counted, pat_num)


async def booked(desk: Desk, counted: Counted, pat_num: int) -> None:
    """Wait for the appointment in the office."""
    await desk.told("booked for")
    entry = await desk.settled()
    assert desk.served.row(entry.answer["AptNum"])["PatNum"] == pat_num
    counted.done()


async def test_6_move_by_mouse(desk: Desk, count: Count) -> None:
    """One drag, without a question; the toast undoes it."""
    visit, column, minute = desk.movable()
    desk.place(visit.apt_num)  # scrolls, so that both ends are in view
    end = desk.spot(column, minute)
    counted = count(jobs.MOVE, "mouse, nobody selected")
    counted.decide()
    start = desk.place(visit.apt_num)
    grab = start - desk.spot(visit.op_num, minutes_of(visit.start))
    counted.drag(desk.canvas.viewport(), desk.place(visit.apt_num), end + grab)
    await desk.told(" moved to ")
    counted.done()
    await desk.settled()
    assert desk.served.start_of(visit.apt_num) != visit.start
    await desk.see("Undo")


async def test_6_move_by_keyboard(desk: Desk, count: Count) -> None:
    """M, an arrow for each ten minutes, Enter."""
    visit = await desk.select(lower_neighbor_free(desk))
    await moved_down(desk, count(jobs.MOVE, "keyboard"), visit)


async def test_6_move_to_another_day_by_keyboard(
    open_practice: Practices, open_desk: Desks, count: Count
) -> None:
    """M, Alt+Right, Enter: to the same time of the next day, on which nobody else comes."""
    served, tomorrow = open_practice(), TODAY + timedelta(days=1)
    served.sql("UPDATE appointment SET AptStatus = 3 WHERE date(AptDateTime) = ?", str(tomorrow))
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    counted = count(jobs.MOVE_DAY, "keyboard")
    counted.key(Qt.Key.Key_M)
    await desk.turn()
    counted.decide()
    counted.key(Qt.Key.Key_Right, ALT)
    await desk.until(lambda: desk.model.schedule.day > TODAY)
    await desk.read()
    assert desk.canvas.overlay.ghost is not None
    assert not desk.canvas.overlay.ghost.clash, desk.ghost
    counted.decide()
    counted.key(ENTER)
    await desk.until(lambda: desk.served.start_of(visit.apt_num) == visit.start + timedelta(days=1))
    counted.done()


async def test_6_move_to_another_day_by_mouse(desk: Desk, count: Count) -> None:
    """The card's Move, one of the next openings, Move here."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await moved_by_mouse(desk, count(jobs.MOVE_DAY, "mouse"), visit)


async def test_8_cancel(desk: Desk, count: Count) -> None:
    """Del and Enter; or the card's Cancel and the dialog's button: one dialog says what happens."""
    await desk.select(desk.find(Stage.UNCONFIRMED, at=-1))
    counted = count(jobs.CANCEL, "keyboard")
    counted.key(Qt.Key.Key_Delete)
    await desk.turn()
    counted.decide()
    counted.key(ENTER)
    await desk.told("It will be sent in 10 seconds.")
    counted.done()
    visit = desk.find(Stage.UNCONFIRMED, at=-1)
    await desk.sit_down()
    await desk.select(visit)
    counted = count(jobs.CANCEL, "mouse")
    counted.click(desk.button("Cancel or no-show"))
    dialogs = desk.screen.findChildren
    await desk.until(lambda: any(each.isVisible() for each in dialogs(BreakDialog)))
    dialog = next(each for each in dialogs(BreakDialog) if each.isVisible())
    counted.decide()
    buttons = dialog.findChildren(QAbstractButton)
    counted.click(next(each for each in buttons if each.text() == "Cancel appointment"))
    await desk.until(lambda: is_at(desk, visit, Stage.BROKEN) or desk.shown(visit.apt_num) is None)
    counted.done()


def is_at(desk: Desk, visit: Visit, stage: Stage) -> bool:
    """Whether the schedule shows an appointment in a stage."""
    shown = desk.shown(visit.apt_num)
    return shown is not None and shown.stage is stage

"""When the server is down, slow, or answers nonsense, the schedule stays, and writes are done once or not at all."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.journeys.test_booking import somebody, without_type

LONG = 60.0


async def lose(desk: Desk) -> None:
    """Stop the server and wait until the desk reports it."""
    await asyncio.to_thread(desk.served.socket.stop)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: "Can't reach the server" in desk.status)


async def test_server_lost_and_back(desk_on_socket: Desk) -> None:
    """Without its server the schedule stays and shows its age; a write waits until the server is back."""
    desk = desk_on_socket
    shown = len(desk.visits)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await lose(desk)
    assert len(desk.visits) == shown
    assert "Can't reach the server · as of" in desk.status
    await desk.press(Qt.Key.Key_A)
    told = await desk.told("Not sent yet: ")
    assert told == f"Not sent yet: {visit.name} arrived. It will be sent when the server is back."
    assert desk.button("1 needs attention ▸").isVisible()
    assert str(desk.selected.pending) == f"{visit.name} arrived: not sent yet"
    assert "not sent yet" in desk.texts(desk.screen.panel)
    assert (desk.selected.stage, desk.selected.provisional) == (Stage.ARRIVED, True)
    (waiting,) = (row for row in desk.model.waiting.rows if row.name == visit.name)
    assert (waiting.unsent, waiting.waiting) == (True, "0 min, not sent yet")
    await desk.press(Qt.Key.Key_U, CONTROL)
    assert "Not sent yet." in desk.texts(desk.screen.panel)
    desk.served.socket.start()
    await desk.until(lambda: not desk.selected.provisional, LONG)
    assert desk.selected.stage is Stage.ARRIVED
    assert desk.toasts == [f"{visit.name} arrived."]  # and not that it waits, which is over
    assert str(desk.selected.pending) == ""
    assert "Nothing needs attention." in desk.texts(desk.screen.panel)
    assert desk.served.faults.seen.count("Appointments.confirm") == 1
    await desk.until(lambda: "Up to date" in desk.status, LONG)


async def test_the_card_says_what_the_notice_says(open_practice: Practices, open_desk: Desks) -> None:
    """The card shows the same state of a write as the notice: waiting for the server, or being checked."""
    served = open_practice()
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    served.faults.unreachable = True
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived. It will be sent")
    words = f"{visit.name} arrived: not sent yet"
    assert str(desk.selected.pending) == words
    assert words in desk.texts(desk.screen.panel)
    served.faults.plan("Appointments.confirm", Fault.TIMEOUT_LATE)
    served.faults.unreachable = False
    await desk.until(lambda: "Front Desk is checking" in str(desk.selected.pending), LONG)
    assert "Front Desk is checking" in desk.texts(desk.screen.panel)


async def test_the_list_says_that_it_is_tried(open_practice: Practices, open_desk: Desks) -> None:
    """While a waiting write is retried the list shows it, and the focus stays on its button there."""
    served = open_practice()
    desk = await open_desk(served)
    await desk.select(desk.find(Stage.CONFIRMED))
    served.faults.unreachable = True
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived. It will be sent")
    await desk.press(Qt.Key.Key_U, CONTROL)
    assert "Not sent yet." in desk.texts(desk.screen.panel)
    button = desk.button("Cancel this change")
    button.setFocus()
    served.faults.plan("Appointments.get", Fault.HANG_BEFORE)
    served.faults.unreachable = False
    await desk.until(lambda: "Sending…" in desk.texts(desk.screen.panel), LONG)
    await desk.until(lambda: desk.focus() is button)


async def test_the_same_key_again_while_it_waits(desk_on_socket: Desk) -> None:
    """Pressing A again while "arrived" waits doesn't queue a second one, whatever else is queued."""
    desk = desk_on_socket
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await lose(desk)
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived. It will be sent")
    desk.model.actions.resize(visit, visit.minutes + 10)
    await desk.until(lambda: len(desk.entries) == 2)
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: not desk.model.commands["visit.arrived"].running)
    assert len(desk.entries) == 2


async def test_the_age_grows(desk_on_socket: Desk) -> None:
    """While the server is down the status line's age increases visibly."""
    desk = desk_on_socket
    await lose(desk)
    first = desk.status
    await desk.until(lambda: desk.status != first)
    assert "Can't reach the server · as of" in desk.status


async def test_a_waiting_write_is_taken_back(desk_on_socket: Desk) -> None:
    """Undoing a write that waits for the server withdraws it: it is never sent."""
    desk = desk_on_socket
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await lose(desk)
    await desk.press(Qt.Key.Key_A)
    await desk.told("Not sent yet: ")
    await desk.press(Qt.Key.Key_Z, CONTROL)
    assert await desk.told("Undone") == f"Undone: {visit.name} arrived. Nothing was sent."
    assert str(desk.selected.pending) == ""
    desk.served.socket.start()
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: "Up to date" in desk.status, LONG)
    assert "Appointments.confirm" not in desk.served.faults.seen


async def test_a_waiting_write_outlives_the_program(open_practice: Practices, open_desk: Desks) -> None:
    """A waiting write is sent by the program's next start, and reported there."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await lose(desk)
    await desk.press(Qt.Key.Key_A)
    await desk.told("Not sent yet: ")
    await open_desk.leave(desk)
    served.socket.start()
    again = await open_desk(served, journal=desk.journal)
    await again.until(lambda: not again.shown(visit.apt_num).provisional, LONG)
    assert again.shown(visit.apt_num).stage is Stage.ARRIVED
    assert again.toasts == [f"{visit.name} arrived."]
    assert served.faults.seen.count("Appointments.confirm") == 1


async def test_a_start_without_the_server(open_practice: Practices, open_desk: Desks) -> None:
    """A desk opened while the server is down reports it, and loads once the server is up."""
    served = open_practice(on_socket=True)
    await asyncio.to_thread(served.socket.stop)
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: "Can't reach" in desk.texts(desk.screen._message))
    assert "Can't reach the server" in desk.status
    served.socket.start()
    await desk.until(lambda: len(desk.visits) > 50, LONG)
    await desk.read()
    assert not desk.screen._message.isVisible()


UNKNOWN = {
    "504, but it was done": Fault.TIMEOUT_AFTER,
    "the connection broke after it was done": Fault.DROP_AFTER,
}


@pytest.mark.parametrize("fault", UNKNOWN.values(), ids=UNKNOWN)
async def test_no_answer_but_done(fault: Fault, desk: Desk) -> None:
    """A write without an answer is looked up, never sent again; the desk shows that it checks, then the result."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.faults.plan("Appointments.confirm", fault)
    await desk.press(Qt.Key.Key_A)
    line = f"{visit.name} arrived: sent, but Open Dental hasn't confirmed it. Front Desk is checking."
    assert await desk.told("hasn't confirmed") == line
    line = await desk.told("arrived. F")
    assert line == f"{visit.name} arrived. Front Desk checked: it was saved."
    assert desk.selected.stage is Stage.ARRIVED
    assert desk.served.faults.seen.count("Appointments.confirm") == 1


async def test_an_answer_that_is_none(desk: Desk) -> None:
    """An answer that Open Dental doesn't document is not a success: the desk reads back whether it was done."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.faults.plan("Appointments.confirm", Fault.GARBAGE)
    await desk.press(Qt.Key.Key_A)
    assert await desk.told("arrived. ") == f"{visit.name} arrived. Front Desk checked: it was saved."
    assert desk.selected.stage is Stage.ARRIVED


async def test_no_answer_and_not_done(desk: Desk) -> None:
    """While a write's outcome is unknown, a second one on the same visit is blocked with the reason."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.faults.plan("Appointments.confirm", Fault.TIMEOUT_BEFORE)
    await desk.press(Qt.Key.Key_A)
    await desk.told("hasn't confirmed")
    assert (
        str(desk.selected.pending) == f"{visit.name} arrived: sent, not confirmed yet. Front Desk is checking"
    )
    await desk.press(Qt.Key.Key_S)
    assert "Front Desk is checking" in await desk.told("An earlier change to this was sent")
    assert len(desk.entries) == 1
    await desk.press(Qt.Key.Key_U, CONTROL)
    assert "Don't enter it again" in desk.texts(desk.screen.panel)
    assert desk.button("1 needs attention ▸").isVisible()
    other = await desk.select(desk.find(Stage.UNCONFIRMED))
    await desk.press(Qt.Key.Key_C)
    await desk.told(f"{other.name} confirmed")


async def test_a_booking_without_an_answer(desk: Desk) -> None:
    """A booking whose answer was lost is found by reading: one appointment, not two."""
    person = somebody(desk)
    desk.served.faults.plan("Appointments.create", Fault.DROP_AFTER)
    desk.book_for(person)
    await without_type(desk)
    start = desk.model.booking.state.openings[0].opening.start
    await desk.press(Qt.Key.Key_Return)
    await desk.told("hasn't confirmed")
    entry = await desk.settled()
    assert entry.state is WriteState.DONE
    rows = desk.served.sql(
        "SELECT AptDateTime FROM appointment WHERE PatNum = ? AND AptStatus = 1", person.pat_num
    )
    assert rows == [(start.isoformat(" "),)]


async def test_a_busy_server(desk: Desk) -> None:
    """A write that a busy server rejects is sent a little later, once."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.faults.plan("Appointments.confirm", Fault.BUSY)
    await desk.press(Qt.Key.Key_A)
    await desk.told(f"{visit.name} arrived.")
    assert desk.served.faults.seen.count("Appointments.confirm") == 2


async def test_a_refusal_is_told(open_practice: Practices, open_desk: Desks) -> None:
    """A refusal is shown with the office's own reason; the schedule shows the office's data."""
    desk = await open_desk(open_practice(refuses_overlap=True))
    visit, _, _ = desk.movable()
    other = desk.find(Stage.CONFIRMED, where=lambda each: each.op_num != visit.op_num and desk.alone(each))
    desk.model.drop.drop(visit.apt_num, other.op_num, other.start.hour * 60 + other.start.minute)
    line = await desk.told("not done")
    assert "Open Dental says: " in line
    assert desk.shown(visit.apt_num).start == visit.start
    toast = desk.toast("not done")
    await desk.until(lambda: desk.button("1 needs attention ▸").isVisible())
    desk.press_button("1 needs attention ▸")
    (await desk.see("Dismiss")).click()
    await desk.until(lambda: "Nothing needs attention." in desk.texts(desk.screen.panel))
    assert toast.notice.seconds == 0


async def test_reads_that_fail_are_told_once(desk: Desk) -> None:
    """A server that fails for a while leaves the schedule as it is; the desk recovers by itself."""
    shown = len(desk.visits)
    desk.served.faults.plan("Appointments.list", Fault.SERVER_ERROR, times=2)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.turn(20)
    assert len(desk.visits) == shown
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    await desk.told(f"{visit.name} arrived.")


async def test_strokes_without_a_server_add_up(desk: Desk) -> None:
    """Each + makes a visit ten minutes longer, whether earlier ones have reached the office or still wait."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    desk.served.faults.unreachable = True
    for minutes in (visit.minutes + 10, visit.minutes + 20):
        await desk.press(Qt.Key.Key_Plus)
        await desk.told(f"now booked for {minutes} minutes. It will be sent")
    await desk.press(Qt.Key.Key_Minus)
    await desk.told(f"now booked for {visit.minutes + 10} minutes. It will be sent")
    desk.served.faults.unreachable = False
    await desk.until(lambda: not desk.model.parts.journal.unsettled(), LONG)
    assert len(desk.served.row(visit.apt_num)["Pattern"]) * 5 == visit.minutes + 10
    assert [entry.state for entry in desk.entries] == [WriteState.DONE] * 3

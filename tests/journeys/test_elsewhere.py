"""Changes by other desks appear by themselves, disturb nothing, and nobody's change is overwritten."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.core.text import At
from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from app.wire.resources.appointments import ApptStatus
from tests.journeys.desk import CONTROL, Desk, Desks, minutes_of
from tests.journeys.practices import TEN_TWENTY, TODAY, Practices
from tests.journeys.test_booking import without_type
from tests.support.fast_clock import FastClock
from tests.support.kinds import the
from tests.support.together import Together

SOON = 40.0
"""Seconds within which another desk's change is on the screen: five at a practice, more where all tests run."""


def at(minute: int) -> datetime.datetime:
    """A minute of today."""
    return datetime.datetime.combine(TODAY, datetime.time()) + datetime.timedelta(minutes=minute)


async def test_a_move_made_elsewhere_appears(desk_on_socket: Desk) -> None:
    """A move by another desk appears within seconds; scroll position, selection and typing stay."""
    desk = desk_on_socket
    visit, column, minute = desk.movable(across=True)
    kept = await desk.select(desk.find(Stage.UNCONFIRMED, at=0))
    await desk.press(Qt.Key.Key_N)
    desk.type("half a sen")
    await desk.turn(10)  # the strip has moved the schedule's upper edge
    desk.canvas.verticalScrollBar().setValue(111)
    other = desk.served.elsewhere()
    await other.appointments.update(visit.apt_num, AptDateTime=at(minute), Op=column)
    await desk.until(lambda: desk.shown(visit.apt_num).op_num == column, SOON)
    assert minutes_of(desk.shown(visit.apt_num).start) == minute
    assert desk.canvas.verticalScrollBar().value() == 111
    assert desk.selected.apt_num == kept.apt_num
    assert desk.canvas.overlay.selected == kept.apt_num
    desk.type("tence")
    assert the(QPlainTextEdit, desk.focus()).toPlainText() == "half a sentence"


async def test_everything_else_made_elsewhere_appears_too(desk: Desk) -> None:
    """Arrivals, new and broken appointments of other desks appear; what leaves the schedule leaves the screen."""
    arrived = desk.find(Stage.CONFIRMED, at=-1)
    leaves = desk.find(Stage.UNCONFIRMED, at=-1)
    goes_away = await desk.select(desk.find(Stage.UNCONFIRMED, at=-2))
    other = desk.served.elsewhere()
    statuses = desk.model.parts.office.lists.stages
    await other.appointments.confirm(arrived.apt_num, defNum=statuses.arrived)
    await other.appointments.update(leaves.apt_num, AptStatus=ApptStatus.UNSCHED_LIST)
    await other.appointments.update(
        goes_away.apt_num, AptDateTime=goes_away.start + datetime.timedelta(days=1)
    )
    made = await other.appointments.create(PatNum=arrived.pat_num, Op=1, AptDateTime=at(17 * 60))

    def seen() -> bool:
        shown = desk.shown(arrived.apt_num)
        return (
            shown is not None
            and shown.stage is Stage.ARRIVED
            and desk.shown(leaves.apt_num) is None
            and desk.shown(goes_away.apt_num) is None
            and desk.shown(made.AptNum) is not None
        )

    await desk.until(seen, SOON)
    assert desk.shown(made.AptNum).name == arrived.name
    assert desk.model.waiting.rows[-1].name == arrived.name
    assert desk.model.schedule.selected is None
    assert "No appointment selected" in desk.texts(desk.screen.panel)


async def test_a_drag_at_hand_is_let_go(desk: Desk) -> None:
    """A drag is canceled if another desk moves the appointment; otherwise it continues."""
    visit, column, minute = desk.movable(across=True)
    stays = desk.find(Stage.UNCONFIRMED, where=desk.alone)
    other = desk.served.elsewhere()
    await desk.select(stays)
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Up)
    ghost = desk.ghost
    await other.appointments.update(visit.apt_num, AptDateTime=at(minute), Op=column)
    desk.model.schedule.refresh()
    await desk.until(lambda: desk.shown(visit.apt_num).op_num == column, SOON)
    assert desk.ghost == ghost
    await desk.press(Qt.Key.Key_Escape)
    await desk.select(desk.shown(visit.apt_num))
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    await other.appointments.update(visit.apt_num, AptDateTime=visit.start, Op=visit.op_num)
    desk.model.schedule.refresh()
    await desk.until(lambda: desk.ghost == "", SOON)
    await desk.press(Qt.Key.Key_Return)
    assert desk.entries == ()


async def test_two_desks_move_the_same_visit(open_practice: Practices, open_desk: Desks) -> None:
    """The second user is told what the first one did; nothing is overwritten, and both desks show the same."""
    clock = FastClock(TEN_TWENTY, times=1)
    served = open_practice(on_socket=True, clock=clock)
    first, second = await open_desk(served), await open_desk(served)
    visit, column, minute = first.movable(across=True)
    clock.run(0)  # the second desk doesn't look at the office before its user moves the appointment
    first.model.drop.drop(visit.apt_num, column, minute)
    await first.told("moved to")
    second.model.drop.drop(visit.apt_num, visit.op_num, minutes_of(visit.start) + 10)
    line = await second.told("Not moved")
    assert line.startswith(
        f"{visit.name}. Not moved: another user just moved it to {At(at(minute))} in another operatory. Phone: "
    )
    clock.run(1)
    assert second.entries[0].state is WriteState.REFUSED
    assert (served.start_of(visit.apt_num), served.row(visit.apt_num)["Op"]) == (at(minute), column)
    await second.until(lambda: second.shown(visit.apt_num).start == at(minute))
    await second.see("1 needs attention ▸")


async def test_two_desks_take_the_same_slot(open_practice: Practices, open_desk: Desks) -> None:
    """Two desks that book one opening at once are both booked; the later one is notified, and moves with one click."""
    gate = Together()
    served = open_practice(on_socket=True, web_filter=gate)
    desks = [await open_desk(served), await open_desk(served)]
    people = desks[0].find(Stage.UNCONFIRMED, at=0), desks[0].find(Stage.UNCONFIRMED, at=1)
    gate.wait_for(2)
    for desk, visit in zip(desks, people, strict=True):
        assert visit.person is not None
        desk.book_for(visit.person)
        await without_type(desk)
        desk.model.booking.book()
    for desk in desks:
        await desk.until(lambda desk=desk: bool(desk.entries) and desk.entries[0].state is WriteState.DONE)
    numbers = [desk.entries[0].answer["AptNum"] for desk in desks]
    loser, winner = (desks[numbers.index(each(numbers))] for each in (max, min))
    line = await loser.told("is double-booked")
    assert f"Another user took it first ({people[desks.index(winner)].name}; " in line
    assert "Next opening: " in line
    assert not any("double-booked" in each for each in winner.toasts)
    before = served.start_of(max(numbers)), served.row(max(numbers))["Op"]
    await loser.sit_down()
    loser.press_button(f"Move there: {line}")
    await loser.told("moved to")
    assert (served.start_of(max(numbers)), served.row(max(numbers))["Op"]) != before


async def test_two_desks_move_at_once(open_practice: Practices, open_desk: Desks) -> None:
    """A desk whose move was overwritten within one response time is notified; its tile doesn't jump silently."""
    gate = Together()
    served = open_practice(on_socket=True, web_filter=gate)
    desks = [await open_desk(served), await open_desk(served)]
    visit, column, minute = desks[0].movable(across=True)
    gate.wait_for(2)
    desks[0].model.drop.drop(visit.apt_num, column, minute)
    desks[1].model.drop.drop(visit.apt_num, visit.op_num, minutes_of(visit.start) + 10)
    for desk in desks:
        await desk.told("moved to")
    loser = desks[0] if served.row(visit.apt_num)["Op"] == visit.op_num else desks[1]
    line = await loser.told("Not moved")
    assert line.startswith(f"{visit.name}. Not moved: another user just moved it to ")


async def test_a_note_of_two_desks(open_practice: Practices, open_desk: Desks) -> None:
    """Two desks that append to the same note concurrently both keep their text."""
    served = open_practice()
    first, second = await open_desk(served), await open_desk(served)
    visit = first.find(Stage.CONFIRMED)
    for desk, words in ((first, "Parking."), (second, "Latex.")):
        await desk.sit_down()
        await desk.select(desk.shown(visit.apt_num))
        await desk.press(Qt.Key.Key_N)
        desk.type(words)
        await desk.press(Qt.Key.Key_Return, CONTROL)
    await first.settled()
    await second.settled()
    note = served.row(visit.apt_num)["Note"]
    assert "Parking." in note
    assert "Latex." in note


async def test_the_chair_was_taken_meanwhile(desk: Desk) -> None:
    """A slot booked by another desk meanwhile is not booked over: the user is told who took it, and when."""
    visit, column, minute = desk.movable(across=True)
    other = desk.served.elsewhere()
    somebody = desk.find(Stage.UNCONFIRMED, at=0)
    await other.appointments.create(PatNum=somebody.pat_num, Op=column, AptDateTime=at(minute))
    desk.model.drop.drop(visit.apt_num, column, minute)
    assert "another user just took" in await desk.told("Not moved")
    assert desk.served.row(visit.apt_num)["Op"] == visit.op_num


async def test_a_deleted_visit(desk: Desk) -> None:
    """An appointment deleted in Open Dental is reported when the user acts on it, and leaves the schedule."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.sql("DELETE FROM appointment WHERE AptNum = ?", visit.apt_num)
    await desk.press(Qt.Key.Key_A)
    line = await desk.told("not done")
    assert "no longer in Open Dental" in line
    await desk.until(lambda: desk.shown(visit.apt_num) is None)
    assert desk.model.schedule.selected is None
    gone = desk.find(Stage.CONFIRMED)
    desk.served.sql("DELETE FROM appointment WHERE AptNum = ?", gone.apt_num)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: desk.shown(gone.apt_num) is None)

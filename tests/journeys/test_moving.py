"""Moving and resizing a visit: by mouse, keys and menu; with clashes shown before, and undo for ten seconds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.core.text import At
from app.domain.schedule.increment import next_step
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import WriteState
from tests.journeys.desk import ALT, CONTROL, SHIFT, Desk, Desks, minutes_of
from tests.journeys.practices import Practices


def is_at(desk: Desk, visit: Visit, column: int, minute: int) -> bool:
    """Whether the office has the appointment there, and the schedule shows it there."""
    start = desk.served.start_of(visit.apt_num)
    shown = desk.shown(visit.apt_num)
    in_office = (desk.served.row(visit.apt_num)["Op"], minutes_of(start)) == (column, minute)
    return in_office and shown is not None and (shown.op_num, shown.start) == (column, start)


def drag(desk: Desk, visit: Visit, column: int, minute: int) -> QPoint:
    """Drag an appointment by its middle so that it would start there; the button stays pressed."""
    grabbed = visit.minutes / 2
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + QPoint(0, QApplication.startDragDistance()))
    spot = desk.spot(column, minute + grabbed)
    desk.pull(spot)
    return spot


async def test_drag_and_undo_by_button(desk: Desk) -> None:
    """A drop moves the appointment without a question; the toast names the place, and its button undoes it."""
    visit, column, minute = desk.movable()
    spot = drag(desk, visit, column, minute)
    assert desk.columns[[each.key for each in desk.columns].index(column)].title in desk.ghost
    assert "\n" not in desk.ghost
    desk.release(spot)
    line = await desk.told("moved to")
    assert line.startswith(f"{visit.name} moved to ")
    assert is_at(desk, visit, column, minute)
    assert desk.selected.apt_num == visit.apt_num
    desk.press_button("Undo", desk.toast("moved to"))
    await desk.told("back to")
    assert is_at(desk, visit, visit.op_num, minutes_of(visit.start))


async def test_a_drag_that_ends_where_it_began(desk: Desk) -> None:
    """A drag that returns, or is canceled with Esc, writes nothing."""
    visit, column, minute = desk.movable(across=True)
    spot = drag(desk, visit, column, minute)
    await desk.press(Qt.Key.Key_Escape)
    assert desk.ghost == ""
    desk.release(spot)
    drag(desk, visit, column, minute)
    desk.pull(desk.place(visit.apt_num))
    desk.release(desk.place(visit.apt_num))
    await desk.turn()
    assert desk.entries == ()


async def test_clashes_before_the_drop(desk: Desk) -> None:
    """Dragging a visit over another shows the patient, the overlap in minutes, and the operatory."""
    visit, _, _ = desk.movable()
    other = desk.find(Stage.CONFIRMED, where=lambda each: each.op_num != visit.op_num and desk.alone(each))
    spot = drag(desk, visit, other.op_num, minutes_of(other.start))
    overlap, chair = min(visit.minutes, other.minutes), desk.columns[other.op_num - 1].title
    at = At(other.start)
    assert f"{chair} is taken at {at} ({other.name}; {overlap} min overlap)" in desk.ghost.splitlines()
    desk.release(spot)
    await desk.told("moved to")
    assert is_at(desk, visit, other.op_num, minutes_of(other.start))


async def test_providers_and_patients_clash_too(desk: Desk) -> None:
    """Before a drop that needs a provider, or a patient, in two operatories at once, the ghost says so."""
    visit, _, _ = desk.movable(across=True)
    busy = desk.find(
        Stage.UNCONFIRMED,
        where=lambda each: (
            each.prov_num == visit.prov_num and each.op_num != visit.op_num and not each.is_hygiene
        ),
    )
    third = next(each.key for each in desk.columns if each.key not in (visit.op_num, busy.op_num))
    drag(desk, visit, third, minutes_of(busy.start))
    assert f" is with {busy.name} at " in desk.ghost
    await desk.press(Qt.Key.Key_Escape)
    desk.served.change(busy.apt_num, PatNum=visit.pat_num)
    await desk.until(lambda: desk.shown(busy.apt_num).name == visit.name)
    drag(desk, visit, third, minutes_of(busy.start))
    assert f"{visit.name} already has an appointment at " in desk.ghost
    await desk.press(Qt.Key.Key_Escape)


async def test_move_by_keys_and_undo_by_keys(desk: Desk) -> None:
    """M starts moving the selected visit, arrows move it by ten minutes or an operatory, Enter drops it."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Up, SHIFT)
    assert desk.ghost
    await desk.press(Qt.Key.Key_Return)
    await desk.told("moved to")
    assert is_at(desk, visit, visit.op_num, minutes_of(visit.start) + 15)
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("back to")
    assert is_at(desk, visit, visit.op_num, minutes_of(visit.start))


async def test_esc_puts_it_back(desk: Desk) -> None:
    """Esc while moving by keyboard cancels the move."""
    await desk.select(desk.find(Stage.CONFIRMED))
    for key in (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Down):
        await desk.press(key)
    assert desk.ghost
    await desk.press(Qt.Key.Key_Escape)
    assert desk.ghost == ""
    await desk.press(Qt.Key.Key_Return)
    assert desk.entries == ()


async def test_while_carried_only_the_moves_keys_count(desk: Desk) -> None:
    """While moving by keyboard no shortcut works: nothing is written, opened or paged."""
    first = desk.columns[0].key
    visit = await desk.select(
        desk.find(Stage.CONFIRMED, where=lambda each: desk.alone(each) and each.op_num == first)
    )
    day = desk.model.schedule.day
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Plus, Qt.Key.Key_Delete, Qt.Key.Key_N, Qt.Key.Key_T, Qt.Key.Key_F5):
        await desk.press(key)
    for key in (Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_2):
        await desk.press(key, CONTROL)
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.press(Qt.Key.Key_Left, ALT)
    await desk.turn(10)
    assert desk.entries == ()
    assert QApplication.activePopupWidget() is None
    assert not desk.screen.panel.has_page
    assert desk.model.schedule.day == day
    assert desk.ghost
    await desk.press(Qt.Key.Key_Return)
    await desk.told("moved to")
    assert is_at(desk, visit, visit.op_num, minutes_of(visit.start) + 10)
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived")


async def test_move_by_the_menu(desk: Desk) -> None:
    """Move in the visit's menu offers the next openings; Enter takes one, and the schedule gets the focus back."""
    visit = desk.find(Stage.UNCONFIRMED, where=desk.alone)
    desk.screen.open_menu(visit.apt_num, desk.canvas.mapToGlobal(desk.place(visit.apt_num)))
    action = next(each for each in desk.menu.actions() if each.text() == "Move")
    assert action.shortcut().toString() == "Ctrl+M"
    desk.menu.setActiveAction(action)
    await desk.press(Qt.Key.Key_Return)
    booking = desk.model.booking
    await desk.until(lambda: bool(booking.state.openings) and not booking.state.looking)
    assert f"Move {visit.name}" in desk.texts(desk.screen.panel)
    await desk.until(lambda: desk.focus() is desk.screen.booking._openings)
    opening = booking.state.openings[1].opening
    await desk.press(Qt.Key.Key_Down)
    await desk.until(lambda: booking.state.chosen == 1)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("moved to")
    row = desk.served.row(visit.apt_num)
    assert (desk.served.start_of(visit.apt_num), row["Op"]) == (opening.start, opening.op_num)
    await desk.until(lambda: desk.focus() is desk.canvas)


async def test_resize_by_the_edge(desk: Desk) -> None:
    """Dragging a tile's lower edge down makes the appointment longer; the shape of its pattern is kept."""
    visit = desk.find(Stage.CONFIRMED, where=lambda each: desk.alone(each) and each.minutes >= 30)
    desk.hold(desk.edge(visit.apt_num))
    hour = desk.canvas.scene.geometry.hour / desk.canvas.devicePixelRatioF()
    lower = desk.edge(visit.apt_num) + QPoint(0, round(hour / 3))
    desk.pull(lower)
    desk.release(lower)
    await desk.told(f"now booked for {visit.minutes + 20} minutes")
    row = desk.served.row(visit.apt_num)
    assert len(row["Pattern"]) * 5 == visit.minutes + 20
    assert (row["Pattern"][0], row["Pattern"][-1]) == (visit.pattern[0], visit.pattern[-1])
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.until(lambda: desk.shown(visit.apt_num) == visit)
    assert desk.served.row(visit.apt_num)["Pattern"] == visit.pattern


async def test_resize_by_keys(desk: Desk) -> None:
    """Plus and minus make the selected appointment ten minutes longer and shorter, but never shorter than ten."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_Plus)
    await desk.told(f"now booked for {visit.minutes + 10} minutes")
    await desk.press(Qt.Key.Key_Minus)
    await desk.told(f"now booked for {visit.minutes} minutes")
    for minutes in range(visit.minutes - 10, 0, -10):
        await desk.press(Qt.Key.Key_Minus)
        await desk.until(lambda minutes=minutes: desk.selected.minutes == minutes)
        await desk.settled()
    written = len(desk.entries)
    await desk.press(Qt.Key.Key_Minus)
    await desk.turn()
    assert desk.selected.minutes == 10
    assert len(desk.entries) == written
    assert not desk.model.commands["visit.shorter"].can_run


async def test_undo_ends_after_its_toast(desk: Desk) -> None:
    """What can be undone is what a visible toast offers: the latest change first, each once."""
    first = await desk.select(desk.find(Stage.CONFIRMED, at=-1))
    await desk.press(Qt.Key.Key_A)
    await desk.told("arrived")
    second = await desk.select(desk.find(Stage.CONFIRMED, at=-1))
    await desk.press(Qt.Key.Key_A)
    await desk.told(f"{second.name} arrived")
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told(f"{second.name} back to")
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told(f"{first.name} back to")
    assert desk.shown(first.apt_num).stage is Stage.CONFIRMED
    undo = desk.model.commands["undo"]
    assert str(undo.verdict.reason) == "There is nothing to undo."
    assert all(entry.state is WriteState.DONE for entry in desk.entries)


@pytest.mark.parametrize("increment", [5, 15])
async def test_everything_follows_the_offices_time_increment(
    open_practice: Practices, open_desk: Desks, increment: int
) -> None:
    """Keys, drags, lengths, clicked times and openings follow the office's time increment."""
    served = open_practice()
    served.sql(
        "UPDATE preference SET ValueString = ? WHERE PrefName = 'AppointmentTimeIncrement'", str(increment)
    )
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_Plus)
    longer = next_step(visit.minutes, increment, 1)
    await desk.told(f"now booked for {longer} minutes")
    await desk.press(Qt.Key.Key_Minus)
    await desk.told(f"now booked for {next_step(longer, increment, -1)} minutes")
    await carried(desk, increment)
    await dragged(desk, increment)
    await booked(desk, increment)


async def carried(desk: Desk, increment: int) -> None:
    """An appointment moved by keys moves by one increment of the office."""
    start = minutes_of(desk.selected.start)
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("moved to")
    assert minutes_of(desk.served.start_of(desk.selected.apt_num)) == next_step(start, increment, 1)


async def dragged(desk: Desk, increment: int) -> None:
    """A drag by slightly more than half an increment snaps to the next one, and so does the lower edge."""
    visit = desk.selected
    at = desk.edge(visit.apt_num)
    geometry = desk.canvas.scene.geometry
    by = round(0.7 * increment * geometry.hour / 60 / desk.canvas.scene.theme.ratio)
    desk.hold(at)
    for pixels in (12, by + increment // 5):
        desk.pull(at + QPoint(0, pixels))
    ghost = desk.canvas.dragging.drag
    assert ghost is not None
    assert (ghost.start + ghost.minutes) % increment == 0
    await desk.press(Qt.Key.Key_Escape)
    desk.release(at)


async def booked(desk: Desk, increment: int) -> None:
    """Clicking a free time selects the increment it is in, and openings start on increments."""
    column = next(each.key for each in desk.columns if not desk.others(each.key, 12 * 60, 12 * 60 + 10))
    clicked: list[int] = []
    desk.canvas.time_selected.connect(lambda _, minute: clicked.append(minute))
    desk.click(desk.spot(column, 12 * 60 + increment + 2))
    assert clicked == [12 * 60 + increment]
    desk.model.commands["visit.new"].run()
    booking = desk.model.booking
    await desk.until(lambda: bool(booking.state.openings) and not booking.state.looking)
    assert all(minutes_of(row.opening.start) % increment == 0 for row in booking.state.openings)

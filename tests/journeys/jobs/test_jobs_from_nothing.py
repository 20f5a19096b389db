"""Jobs 1, 2, 3, 6, 8 and 10 with nobody selected: whoever stands at the desk or calls is found or clicked first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.typed_keys import QUIET_SECONDS
from tests.journeys.desk import ALT, Desk, Desks
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count
from tests.journeys.jobs.counted import Counted
from tests.journeys.jobs.moving import can_go_down, moved_by_mouse, moved_down
from tests.journeys.jobs.test_schedule_jobs import caller, first_hit, is_at, opened
from tests.journeys.practices import TODAY, Practices
from tests.journeys.test_booking import offered

ENTER = Qt.Key.Key_Return
LETTERS = 3
"""They find four of five patients of the day, who are first among equal hits. The others take an arrow key more."""


def comes_today(
    desk: Desk, stage: Stage, where: Callable[[Visit], bool] = lambda _: True
) -> tuple[Visit, str]:
    """One of the day's appointments in this stage, and the letters that find its patient."""
    for visit in desk.visits:
        letters = visit.name[:LETTERS].lower()
        hits = desk.model.parts.search.known(letters)
        if visit.stage is stage and not visit.is_note and not visit.complete and where(visit) and hits:
            own = [each.apt_num for each in desk.visits if each.pat_num == visit.pat_num]
            if hits[0].person.pat_num == visit.pat_num and own == [visit.apt_num]:
                return visit, letters
    raise AssertionError(f"nobody who is {stage} is found by {LETTERS} letters")


async def find(desk: Desk, counted: Counted, pat_num: int, letters: str) -> None:
    """Find a patient while nobody is selected: today's appointment is selected too."""
    desk.screen.clear_selection()
    assert desk.model.schedule.selected is None
    counted.decide()
    counted.type(letters)
    await first_hit(desk, pat_num)
    counted.key(ENTER)
    assert desk.selected.pat_num == pat_num


@pytest.mark.parametrize("screen", ["Schedule", "Lists", "Ledger", "Huddle"])
async def test_1_find_with_a_hand_on_the_mouse(desk: Desk, count: Count, screen: str) -> None:
    """The search needs no click, whatever was clicked last: four letters anywhere, and Enter takes the first hit.

    A click on the hit instead is over three seconds.
    """
    pat_num, letters = caller(desk)
    await desk.model.parts.search.fill()
    if screen == "Schedule":
        await desk.select(desk.find(Stage.CONFIRMED))
        desk.press_button("Move")
        await offered(desk)
        desk.press_button("Cancel")
    else:
        desk.press_button(screen)
        await desk.until(lambda: desk.frame.desk.screens.current == screen.lower())
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    for job in (jobs.FIND, jobs.FIND_HIT):
        desk.frame.desk.patient.clear()
        counted = count(job, f"letters, {screen}, {'Enter' if job is jobs.FIND else 'a click'}")
        counted.decide()
        counted.type(letters)
        await first_hit(desk, pat_num)
        if job is jobs.FIND:
            counted.key(ENTER)
        else:
            counted.click_row(desk.find_field._list.items, 0)
        await opened(desk, pat_num)
        counted.done()


async def test_2_arrived(desk: Desk, count: Count) -> None:
    """Three letters and Enter find who stands at the desk, with today's appointment; A."""
    await desk.model.parts.search.fill()
    visit, letters = comes_today(desk, Stage.CONFIRMED)
    counted = count(jobs.ARRIVED_FOUND, "keyboard")
    await find(desk, counted, visit.pat_num, letters)
    counted.decide()
    counted.key(Qt.Key.Key_A)
    await desk.until(lambda: is_at(desk, visit, Stage.ARRIVED))
    counted.done()


async def test_3_seat_and_dismiss(desk: Desk, count: Count) -> None:
    """Found each time, since others come in between."""
    await desk.model.parts.search.fill()
    visit, letters = comes_today(desk, Stage.ARRIVED)
    counted = count(jobs.SEAT_DISMISS_FOUND, "keyboard")
    for key, stage in ((Qt.Key.Key_S, Stage.SEATED), (Qt.Key.Key_D, Stage.DISMISSED)):
        await find(desk, counted, visit.pat_num, letters)
        counted.decide()
        counted.key(key)
        await desk.until(lambda stage=stage: is_at(desk, visit, stage))
        await desk.settled()
    counted.done()


async def test_6_move(desk: Desk, count: Count) -> None:
    """Three letters, Enter, M, two arrows, Enter."""
    await desk.model.parts.search.fill()
    visit, letters = comes_today(desk, Stage.CONFIRMED, lambda each: can_go_down(desk, each))
    counted = count(jobs.MOVE_FOUND, "keyboard")
    await find(desk, counted, visit.pat_num, letters)
    await moved_down(desk, counted, visit)


async def test_6_move_to_another_day(open_practice: Practices, open_desk: Desks, count: Count) -> None:
    """Three letters, Enter, M, Alt+Right, Enter."""
    served, tomorrow = open_practice(), TODAY + timedelta(days=1)
    served.sql("UPDATE appointment SET AptStatus = 3 WHERE date(AptDateTime) = ?", str(tomorrow))
    desk = await open_desk(served)
    await desk.model.parts.search.fill()
    visit, letters = comes_today(desk, Stage.CONFIRMED, desk.alone)
    counted = count(jobs.MOVE_DAY_FOUND, "keyboard")
    await find(desk, counted, visit.pat_num, letters)
    counted.key(Qt.Key.Key_M)
    await desk.turn()
    counted.key(Qt.Key.Key_Right, ALT)
    await desk.until(lambda: desk.model.schedule.day == tomorrow)
    await desk.read()
    counted.decide()
    counted.key(ENTER)
    await desk.until(lambda: desk.served.start_of(visit.apt_num) == visit.start + timedelta(days=1))
    counted.done()


async def test_6_move_to_another_day_by_mouse(desk: Desk, count: Count) -> None:
    """A click on the appointment, the card's Move, one of the next openings, Move here."""
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    where = desk.place(visit.apt_num)
    counted = count(jobs.MOVE_DAY_FOUND, "mouse")
    counted.decide()
    counted.click(desk.canvas.viewport(), where)
    await desk.until(lambda: desk.model.schedule.selected is not None)
    await moved_by_mouse(desk, counted, visit)


async def test_8_cancel(desk: Desk, count: Count) -> None:
    """Three letters, Enter, Del, Enter; or a click on the appointment, Del, Enter: three clicks take 6.6 s."""
    await desk.model.parts.search.fill()
    for way in ("keyboard", "a click, two keys"):
        visit, letters = comes_today(desk, Stage.UNCONFIRMED)
        where = desk.place(visit.apt_num)
        counted = count(jobs.CANCEL_FOUND, way)
        if way == "keyboard":
            await find(desk, counted, visit.pat_num, letters)
        else:
            counted.decide()
            counted.click(desk.canvas.viewport(), where)
        counted.key(Qt.Key.Key_Delete)
        await desk.turn()
        counted.decide()
        counted.key(ENTER)
        await desk.told("It will be sent in 10 seconds.")
        counted.done()
        await desk.ten_seconds_later()
        await desk.sit_down()

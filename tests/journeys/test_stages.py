"""Confirmed, arrived, seated, dismissed: by clicking the letter, by a button, by a key."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import Stage
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices

SWITCHES: dict[str, dict[str, Any]] = {
    "as usual": {},
    "confirm sets no times": {"confirm_sets_times": False},
    "times are written again": {"times_are_set_once": False},
    "empty times are midnight": {"empty_times": "midnight"},
    "no signals": {"writes_raise_signals": False},
    "overlaps refused": {"refuses_overlap": True},
    "stamps are real": {"update_answers_blank_stamp": False},
}


@pytest.fixture(params=[False, True], ids=["in process", "socket"])
async def either_desk(request: pytest.FixtureRequest, open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk, in process and over a socket."""
    return await open_desk(open_practice(on_socket=request.param))


async def test_a_morning_by_keys(either_desk: Desk) -> None:
    """C, A, S and D take the selected visit through its day; each is reported with an undo and is in the office."""
    desk = either_desk
    visit = await desk.select(desk.find(Stage.UNCONFIRMED))
    for key, stage, word in (
        (Qt.Key.Key_C, Stage.CONFIRMED, "confirmed"),
        (Qt.Key.Key_A, Stage.ARRIVED, "arrived"),
        (Qt.Key.Key_S, Stage.SEATED, "seated"),
        (Qt.Key.Key_D, Stage.DISMISSED, "dismissed"),
    ):
        desk.key(key)
        assert await desk.told(word) == f"{visit.name} {word}."
        assert desk.selected.stage is stage
        assert desk.button("Undo", desk.toast(word)).isVisible()
    row = desk.served.row(visit.apt_num)
    assert row["DateTimeArrived"][:16] == row["DateTimeDismissed"][:16] == "2026-11-17 10:20"
    assert desk.served.faults.seen.count("Appointments.confirm") == 4


async def test_the_letter_is_the_next_step(desk: Desk) -> None:
    """Clicking a tile's letter sets the appointment's next stage and selects it."""
    visit = desk.find(Stage.CONFIRMED)
    desk.click(desk.dot(visit.apt_num))
    await desk.told("arrived")
    assert desk.selected.apt_num == visit.apt_num
    desk.click(desk.dot(visit.apt_num))
    await desk.told("seated")
    assert desk.selected.stage is Stage.SEATED


async def test_two_patients_at_once(desk: Desk) -> None:
    """Two letters clicked faster than the office answers are both processed; a key acts on the visit selected then."""
    first, second, third = (desk.find(Stage.CONFIRMED, at=at) for at in (-1, -2, -3))
    desk.click(desk.dot(first.apt_num))
    desk.click(desk.dot(second.apt_num))
    await desk.until(lambda: all(desk.shown(each.apt_num).stage is Stage.ARRIVED for each in (first, second)))
    await desk.select(third)
    desk.key(Qt.Key.Key_A)
    await desk.select(desk.find(Stage.UNCONFIRMED))
    await desk.until(lambda: desk.shown(third.apt_num).stage is Stage.ARRIVED)
    assert len(desk.entries) == 3


async def test_the_last_letter_says_why(desk: Desk) -> None:
    """Clicking the letter of an appointment without a next stage shows the reason."""
    visit = next(each for each in desk.visits if each.stage is Stage.DISMISSED)
    desk.click(desk.dot(visit.apt_num))
    await desk.told("This appointment is already dismissed.")
    assert desk.entries == ()


async def test_the_cards_buttons(desk: Desk) -> None:
    """The selected visit's card has the same stages as buttons; the reached one is disabled with the reason."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    confirmed, seated = desk.button("Confirmed"), desk.button("Seated")
    assert not confirmed.isEnabled()
    assert confirmed.text() == "\u2713 Confirmed"
    ground = confirmed.grab().toImage().pixelColor(4, 4)
    assert ground != seated.grab().toImage().pixelColor(4, 4)
    seated.setEnabled(False)
    assert ground != seated.grab().toImage().pixelColor(4, 4)
    assert desk.button("Confirmed").toolTip() == "Confirmed: This appointment is already confirmed."
    assert desk.button("Arrived").toolTip() == "Arrived  (A)"
    desk.press_button("Arrived")
    await desk.told("arrived")
    assert desk.shown(visit.apt_num).stage is Stage.ARRIVED
    assert not desk.button("Arrived").isEnabled()


async def test_buttons_keep_their_places(desk: Desk) -> None:
    """Whatever a stage changes in card, waiting room and toasts, the card's buttons stay in place."""
    await desk.select(desk.find(Stage.CONFIRMED, at=0))

    def places() -> list[QRect]:
        """The positions of the buttons in the window."""
        buttons = [desk.button(title) for title in ("Confirmed", "Arrived", "Seated", "Dismissed", "Move")]
        return [QRect(each.mapTo(desk.window, QPoint()), each.size()) for each in buttons]

    await desk.turn(3)  # the strip takes its height with the click, before it has loaded
    before = places()
    for key, word in ((Qt.Key.Key_A, "arrived"), (Qt.Key.Key_S, "seated"), (Qt.Key.Key_D, "dismissed")):
        await desk.press(key)
        await desk.told(word)
        await desk.turn(10)
        assert places() == before, word
    desk.served.change(desk.selected.apt_num, Note="Prefers mornings. " * 40)
    await desk.until(lambda: "Prefers" in desk.texts(desk.screen.panel))
    assert places() == before


async def test_the_waiting_room(desk: Desk) -> None:
    """Arrived patients are in the waiting room with their minutes, longest first; a click goes to the appointment."""
    rows = desk.model.waiting.rows
    assert len(rows) >= 3
    waiting = [visit for visit in desk.visits if visit.stage is Stage.ARRIVED]
    assert {row.apt_num for row in rows} == {visit.apt_num for visit in waiting}
    first = min(waiting, key=lambda visit: visit.arrived_at)
    minutes = int((desk.served.clock.now() - first.arrived_at).total_seconds() // 60)
    assert rows[0].apt_num == first.apt_num
    assert rows[0].waiting in (f"{minutes} min", f"{minutes + 1} min")
    assert str(tile_text(first, desk.served.clock.now()).waiting) == rows[0].waiting
    new = await desk.select(desk.find(Stage.CONFIRMED))
    desk.key(Qt.Key.Key_A)
    await desk.told("arrived")
    assert desk.model.waiting.rows[-1].name == new.name
    assert desk.model.waiting.rows[-1].waiting == "0 min"
    desk.press_button(desk.model.waiting.rows[0].spoken)
    assert desk.selected.apt_num == first.apt_num


@pytest.mark.parametrize("switches", SWITCHES.values(), ids=SWITCHES)
async def test_waiting_times_in_every_kind_of_office(
    switches: dict[str, Any], open_practice: Practices, open_desk: Desks
) -> None:
    """Arriving shows waiting minutes, seating ends them, and undo reverts it, whatever this office records."""
    desk = await open_desk(open_practice(**switches))
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.key(Qt.Key.Key_A)
    await desk.told("arrived")
    assert desk.model.waiting.rows[-1].name == visit.name
    assert desk.model.waiting.rows[-1].waiting == "0 min"
    desk.key(Qt.Key.Key_S)
    await desk.told("seated")
    assert visit.apt_num not in {row.apt_num for row in desk.model.waiting.rows}
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.told("back to")
    assert desk.selected.stage is Stage.ARRIVED

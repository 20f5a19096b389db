"""The pinboard of two desks of one hub."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from tests.journeys.desk import ALT, Desk, Desks, minutes_of
from tests.journeys.hub.paired import paired
from tests.journeys.hub.test_mode_hub import SOON, standing
from tests.journeys.moving.test_pinboard import pin_selected, pins
from tests.journeys.practices import Served
from tests.support.hub_office import HubOffice

Key = Qt.Key


async def take(desk: Desk) -> None:
    """Take the first pinned appointment into the hand."""
    await desk.press(Key.Key_B, ALT)
    await desk.press(Key.Key_Return)
    await desk.until(lambda: bool(desk.ghost))


async def test_a_pin_is_seen_at_the_other_desk_and_placed_once(hub_desk: Desk, second_desk: Desk) -> None:
    """One desk pins, the other sees it and takes it into the hand: the first one places it, and the other is told."""
    first, second = hub_desk, second_desk
    await standing(first)
    await standing(second)
    visit = first.find(Stage.CONFIRMED, where=first.alone)
    await first.sit_down()
    await pin_selected(first, visit)
    await second.until(lambda: len(pins(second)) == 1, SOON)
    assert visit.name in pins(second)[0].accessibleName()
    await second.sit_down()
    await take(second)
    first.model.drop.drop(visit.apt_num, visit.op_num, minutes_of(visit.start) + 10)
    await first.told("moved to")
    await first.until(lambda: not pins(first))
    await second.told(visit.name)
    assert not second.ghost
    await second.until(lambda: not pins(second), SOON)
    assert second.entries == ()


async def test_what_is_taken_off_is_not_placed(hub_desk: Desk, second_desk: Desk) -> None:
    """One desk takes a pin off while the other places it: placing is canceled, and the other desk is told."""
    first, second = hub_desk, second_desk
    await standing(first)
    await standing(second)
    visit = first.find(Stage.CONFIRMED, where=first.alone)
    await first.sit_down()
    await pin_selected(first, visit)
    await second.until(lambda: len(pins(second)) == 1, SOON)
    await second.sit_down()
    await take(second)
    board = first.model.pinboard.model
    assert board is not None
    board.unpin(visit.apt_num)
    await second.told(f"{visit.name}: another desk")
    assert not second.ghost
    assert second.entries == ()


async def test_what_is_taken_off_is_off_everywhere(
    hub_desk: Desk, served: Served, hub: HubOffice, open_desk: Desks
) -> None:
    """Delete at one desk takes a pin off at both; the appointment stays where it is."""
    first = hub_desk
    await standing(first)
    visit = first.find(Stage.CONFIRMED, where=first.alone)
    await pin_selected(first, visit)
    second = await open_desk(await paired(served, hub, "Desk 2"))
    await second.until(lambda: len(pins(second)) == 1, SOON)
    await second.sit_down()
    await second.press(Key.Key_B, ALT)
    await second.press(Key.Key_Delete)
    await second.until(lambda: not pins(second))
    await first.until(lambda: not pins(first), SOON)
    assert served.start_of(visit.apt_num) == visit.start

"""The pinboard, as desks of one office share it."""

from __future__ import annotations

import asyncio

import msgspec

from app.domain.schedule.pinned import PINBOARD, Pin
from app.services.hub.merges import merged_pins
from app.services.schedule.pinboard import Pinboard, Standing
from tests.practice.office import PLANNED, UNSCHEDULED, VISIT
from tests.services.front_desk import Desk, Town, at


def pin(apt_num: int, minute: int) -> Pin:
    """Another desk's pin, at this minute after eleven."""
    return Pin(apt_num, 1, "Berg, Ann", at(9), 30, 1, at(11, minute))


def encoded(*pins: Pin) -> bytes:
    """A document of these pins."""
    return msgspec.json.encode(pins)


async def shared(desk: Desk, *pins: Pin) -> None:
    """Another desk has these on the pinboard."""
    await stored(desk, encoded(*pins))


async def stored(desk: Desk, data: bytes) -> None:
    """The document as this desk has it."""
    await desk.outbox.journal.store.documents.put(PINBOARD, data, desk.office.clock.utc())


def board_of(town: Town, desk: Desk) -> Pinboard:
    """A desk's pinboard."""
    journal, office = desk.outbox.journal, desk.office
    board = Pinboard(
        journal.store.documents, desk.client, office, journal, lambda: "Ann", office.clock, town.scope
    )
    town.stack.callback(board.close)
    return board


async def test_what_another_desk_pins_costs_one_request(town: Town, desk: Desk) -> None:
    """Only the appointment that is new on the pinboard is read; one in memory isn't."""
    board, seen = board_of(town, desk), town.faults.seen
    await shared(desk, pin(PLANNED, 1))
    await board.load()
    assert len(seen) == 1
    await shared(desk, pin(PLANNED, 1), pin(UNSCHEDULED, 2), pin(VISIT, 3))
    await board.load()
    assert len(seen) == 2
    assert [board.standing(each) for each in board.pins] == [Standing.OFF, Standing.OFF, Standing.MOVED]
    await shared(desk, pin(PLANNED, 1))
    await board.load()
    assert len(seen) == 2


async def test_what_is_pinned_here_during_a_read_stays(town: Town, desk: Desk) -> None:
    """What is pinned or taken off here while another desk's pins are read is kept, and saved with theirs."""
    board = board_of(town, desk)
    await shared(desk, pin(PLANNED, 1))
    await board.load()
    await shared(desk, pin(PLANNED, 1), pin(UNSCHEDULED, 2))
    await asyncio.gather(board.load(), board.pin(desk.visit()), board.unpin(PLANNED))
    assert [each.apt_num for each in board.pins] == [UNSCHEDULED, VISIT]
    saved = await desk.outbox.journal.store.documents.get(PINBOARD)
    assert saved is not None
    assert {each.apt_num for each in msgspec.json.decode(saved.data, type=list[Pin])} == {UNSCHEDULED, VISIT}


async def test_what_another_desk_pins_again_is_read_again(town: Town, desk: Desk) -> None:
    """Its row is as old as the pin before: the appointment may be elsewhere by now."""
    board = board_of(town, desk)
    await shared(desk, pin(PLANNED, 1))
    await board.load()
    town.sql("UPDATE appointment SET AptStatus = 5 WHERE AptNum = ?", PLANNED)
    await shared(desk, pin(PLANNED, 2))
    await board.load()
    assert [board.standing(each) for each in board.pins] == [Standing.BROKEN]


async def test_a_merged_pinboard_is_in_the_order_of_pinning(town: Town, desk: Desk) -> None:
    """Two desks that pinned without the hub see both, whoever's is merged into the other's."""
    first, second, third = pin(10, 1), pin(9, 2), pin(100, 3)
    sides = encoded(second), encoded(first, third)
    for mine, theirs in (sides, sides[::-1]):
        board = board_of(town, desk)
        await stored(desk, merged_pins(b"", mine, theirs))
        await board.load()
        assert board.pins == (first, second, third)


async def test_of_two_pins_of_one_appointment_the_later_counts() -> None:
    """Whoever merges; what one desk took off and the other left as it was is off."""
    base, sooner, later = (pin(VISIT, minute) for minute in (1, 2, 3))
    for mine, theirs in ((sooner, later), (later, sooner)):
        merged = merged_pins(encoded(base), encoded(mine), encoded(theirs))
        assert msgspec.json.decode(merged, type=list[Pin]) == [later]
    assert merged_pins(encoded(base), encoded(), encoded(base)) == b"[]"

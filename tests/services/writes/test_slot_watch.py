"""Two desks act within one response time: the one that lost a slot, or the appointment in it, is notified."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from app.journal.entries import Entry, WriteState
from app.practice.server.faults import Fault
from app.services.writes.registry import registry
from app.services.writes.schedule.book import NewVisit
from app.services.writes.schedule.slot_watch import Loss, LostSlot, SlotWatch
from tests.practice import office as tiny
from tests.services.front_desk import ANN, DONE, Desk, Town, at


@dataclass
class Two:
    """Two desks that have read the same day, and the notifications of each."""

    town: Town
    desks: tuple[Desk, Desk]
    told: tuple[list[LostSlot], list[LostSlot]] = field(default_factory=lambda: ([], []))

    async def settle(self) -> None:
        """Let both look again, and once more a second later if they need to."""
        for desk in self.desks:
            await self.town.in_time(lambda desk=desk: not desk.outbox.journal.unsettled())
        for _ in range(20):
            self.town.clock.pass_time(0.1)
            await asyncio.sleep(0.002)

    @property
    def losers(self) -> list[tuple[int, Loss]]:
        """The notifications, by desk."""
        return [(at, each.loss) for at, told in enumerate(self.told) for each in told]


async def two(town: Town) -> Two:
    """Open two desks."""
    pair = Two(town, (await town.desk("first"), await town.desk("second")))
    for desk, told in zip(pair.desks, pair.told, strict=True):
        watch_slots(desk, town).watch(told.append)
    return pair


def watch_slots(desk: Desk, town: Town) -> SlotWatch:
    """Check each slot that a desk takes again."""
    return SlotWatch(desk.outbox.journal, desk.client, desk.office, registry(), town.scope, town.clock)


def other_patient(desk: Desk) -> NewVisit:
    """A booking for another patient, in Ann's slot."""
    person = desk.office.person(desk.visit(tiny.HYGIENE_VISIT).pat_num)
    assert person is not None
    return NewVisit(person, at(13, 10), 1, 40)


async def test_two_desks_book_the_same_opening(town: Town) -> None:
    """Both find it free and both are booked: only the later booking's desk is notified, with the other appointment."""
    pair = await two(town)
    first, second = pair.desks
    town.gate.wait_for(2)
    entries = await asyncio.gather(
        first.visits.book(NewVisit(ANN, at(13), 1, 40)), second.visits.book(other_patient(second))
    )
    assert [entry.state for entry in entries] == [DONE, DONE]
    numbers = [entry.answer["AptNum"] for entry in entries]
    await pair.settle()
    loser = numbers.index(max(numbers))
    assert pair.losers == [(loser, Loss.TAKEN)]
    (lost,) = pair.told[loser]
    assert lost.other is not None
    assert (lost.own.AptNum, lost.other.AptNum) == (max(numbers), min(numbers))


async def test_an_empty_second_look_is_not_believed(town: Town) -> None:
    """A loser is notified even if every answer right after its write is an empty day."""
    pair = await two(town)
    first, second = pair.desks

    def empty_the_next(entry: Entry) -> None:
        if entry.state is WriteState.SENT:
            town.faults.plan("Appointments.list", Fault.NO_ROWS, times=2)

    second.outbox.journal.watch(empty_the_next)
    town.gate.wait_for(2)
    await asyncio.gather(
        first.visits.move(first.visit(), at(14), 1),
        second.visits.move(second.visit(tiny.HYGIENE_VISIT), at(14, 10), 1),
    )
    await pair.settle()
    assert [loss for _, loss in pair.losers] == [Loss.TAKEN]


async def test_two_desks_move_into_the_same_slot(town: Town) -> None:
    """Of two moves into one slot the later one's desk is notified; a longer appointment counts like a moved one."""
    pair = await two(town)
    first, second = pair.desks
    town.gate.wait_for(2)
    entries = await asyncio.gather(
        first.visits.move(first.visit(), at(14), 1),
        second.visits.move(second.visit(tiny.HYGIENE_VISIT), at(14, 10), 1),
    )
    assert [entry.state for entry in entries] == [DONE, DONE]
    await pair.settle()
    assert len(pair.losers) == 1
    assert pair.losers[0][1] is Loss.TAKEN


async def test_two_desks_move_the_same_appointment(town: Town) -> None:
    """A desk whose move was overwritten at the same time is notified, at once or with the next refresh."""
    pair = await two(town)
    first, second = pair.desks
    town.gate.wait_for(2)
    entries = await asyncio.gather(
        first.visits.move(first.visit(), at(14), 1), second.visits.move(second.visit(), at(16), 1)
    )
    assert [entry.state for entry in entries] == [DONE, DONE]
    await pair.settle()
    for desk in pair.desks:
        await desk.look()
    kept = 0 if town.row()["AptDateTime"].endswith("14:00:00") else 1
    assert pair.losers == [(1 - kept, Loss.OVERWRITTEN)]


async def test_a_move_soon_afterwards_is_told(town: Town) -> None:
    """An appointment that we have just moved doesn't jump silently when another user moves it."""
    pair = await two(town)
    first, second = pair.desks
    await first.visits.move(first.visit(), at(14), 1)
    await pair.settle()
    town.clock.pass_time(30)
    await second.look()
    await second.visits.move(second.visit(), at(16), 1)
    await pair.settle()
    await first.look()
    assert pair.losers == [(0, Loss.MOVED_ON)]
    assert pair.told[0][0].own.AptDateTime == at(16)


async def test_our_own_writes_are_no_loss(town: Town) -> None:
    """Two moves, an undo and a second booking beside the first, all from one desk, cause no notification."""
    pair = await two(town)
    desk = pair.desks[0]
    await desk.visits.move(desk.visit(), at(14), 1)
    moved = await desk.visits.move(desk.visit(), at(15), 1)
    await desk.writes.undo(moved)
    await desk.visits.book(NewVisit(ANN, at(13), 1, 40))
    await desk.visits.book(other_patient(desk))
    await pair.settle()
    await desk.look()
    assert pair.losers == []

"""Server down: writes are shown as they will be, and are never another user's change once they are sent."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass

import pytest

from app.api.need import Need
from app.core.tasks import TaskScope
from app.domain.schedule.clashes import ClashKind, Proposal
from app.domain.schedule.openings import OpeningWish
from app.domain.schedule.visit import Person, Stage
from app.journal.entries import Entry
from app.services.schedule.clash_check import clashes_of
from app.services.schedule.grids import all_visits
from app.services.schedule.openings import OpeningFinder
from app.services.writes.schedule.book import NewVisit
from app.services.writes.schedule.cancel import BreakChoice, BreakKind
from tests.practice import office as tiny
from tests.services.front_desk import ANN, DONE, REFUSED, WAITING, Desk, Town, at

CANCELED = BreakChoice(BreakKind.CANCELED_IN_TIME, to_unscheduled=True)


@dataclass
class Offline:
    """A desk whose server is down."""

    desk: Desk
    town: Town
    tasks: TaskScope

    async def write(self, write: Awaitable[Entry]) -> Entry:
        """Write while the server is down."""

        async def do() -> Entry:
            return await write

        task = self.tasks.start(do(), "write")
        await self.town.in_time(task.done)
        return task.result()

    async def reconnect(self) -> None:
        """The server is back, and everything is sent."""
        self.town.faults.unreachable = False
        await self.town.settled(self.desk)


@pytest.fixture
async def offline(desk: Desk, town: Town, tasks: TaskScope) -> Offline:
    """The server goes down after the desk has read today."""
    await desk.office.reader.open_day(tiny.TODAY)
    town.faults.unreachable = True
    return Offline(desk, town, tasks)


async def test_a_queued_booking_occupies_its_slot(offline: Offline) -> None:
    """An unsent booking is on the schedule, clashes with the next one, and its time is not offered."""
    desk = offline.desk
    start = (await OpeningFinder(desk.client, desk.office, offline.town.clock).first(OpeningWish(40)))[
        0
    ].start
    booked = await offline.write(desk.visits.book(NewVisit(ANN, start, 1, 40)))
    assert booked.state is WAITING
    (visit,) = (each for each in all_visits(desk.office, tiny.TODAY) if each.unsent)
    assert (visit.start, visit.op_num, visit.minutes, visit.name) == (start, 1, 40, "Berg, Ann")
    assert "not sent yet" in str(visit.pending)
    clashes = clashes_of(desk.office, Proposal(start, 20, 1)) or ()
    assert [clash.kind for clash in clashes] == [ClashKind.CHAIR]
    offered = await OpeningFinder(desk.client, desk.office, offline.town.clock).first(OpeningWish(40))
    assert all((each.start, each.op_num) != (start, 1) for each in offered)
    await offline.reconnect()
    assert not any(each.unsent for each in all_visits(desk.office, tiny.TODAY))
    assert desk.visit(desk.entry().answer["AptNum"]).start == start


async def test_a_sent_booking_keeps_its_name(offline: Offline, town: Town) -> None:
    """A booking of a patient who isn't in memory shows the name at once when it is sent; then it is read."""
    town.sql("UPDATE patient SET LName = 'Cole' WHERE PatNum = ?", tiny.BEN)
    desk = offline.desk
    stranger = Person(tiny.BEN, "Coal", "Ben")
    assert desk.office.person(tiny.BEN) is None
    await offline.write(desk.visits.book(NewVisit(stranger, at(13), 1, 40)))
    names: list[str] = []
    desk.office.watch(lambda _: names.extend(each.name for each in all_visits(desk.office, tiny.TODAY)))
    await offline.reconnect()
    assert desk.visit(desk.entry().answer["AptNum"]).name == "Coal, Ben"
    assert not [name for name in names if "Patient" in name]
    await desk.office.people.read([tiny.BEN], Need.REFRESH)
    assert desk.visit(desk.entry().answer["AptNum"]).name == "Cole, Ben"


async def test_bookings_beside_each_other_are_both_ours(offline: Offline) -> None:
    """Booking a second patient into the slot of a waiting booking reports no other user."""
    desk = offline.desk
    first = await offline.write(desk.visits.book(NewVisit(ANN, at(13), 1, 40)))
    other = tiny.HYGIENE_VISIT
    person = desk.office.person(desk.visit(other).pat_num)
    assert person is not None
    second = await offline.write(desk.visits.book(NewVisit(person, at(13, 10), 1, 20)))
    moved = await offline.write(desk.visits.move(desk.visit(), at(13, 20), 1))
    assert (first.state, second.state, moved.state) == (WAITING, WAITING, WAITING)
    await offline.reconnect()
    assert [entry.state for entry in desk.outbox.journal.recent(3)] == [DONE] * 3


async def test_a_queued_move_shows_its_new_place(offline: Offline) -> None:
    """A tile is shown at its new place, marked as pending; its old place is free for others, its new one is not."""
    desk = offline.desk
    await offline.write(desk.visits.move(desk.visit(), at(14), 1))
    visit = desk.visit()
    assert (visit.start, visit.provisional) == (at(14), True)
    assert clashes_of(desk.office, Proposal(at(9), 20, 1)) == ()
    await offline.write(desk.visits.resize(visit, 60))
    await offline.write(desk.visits.arrive(desk.visit()))
    await offline.write(desk.visits.append_note(desk.visit(), "Called"))
    visit = desk.visit()
    assert (visit.minutes, visit.stage, visit.arrived_at is not None) == (60, Stage.ARRIVED, True)
    assert "Called" in visit.note
    await offline.reconnect()
    after = desk.visit()
    assert (after.start, after.minutes, after.stage, after.provisional) == (at(14), 60, Stage.ARRIVED, False)
    assert {entry.state for entry in desk.outbox.journal.recent(4)} == {DONE}


async def test_a_queued_cancellation_shows_as_broken(offline: Offline) -> None:
    """A canceled appointment stays visible until it is sent, and can be moved after its cancellation."""
    desk = offline.desk
    await offline.write(desk.visits.break_visit(desk.visit(), CANCELED))
    assert (desk.visit().stage, desk.visit().provisional) == (Stage.BROKEN, True)
    await offline.write(desk.visits.move(desk.visit(), at(15), 1))
    assert (desk.visit().stage, desk.visit().start) == (Stage.UNCONFIRMED, at(15))
    await offline.reconnect()
    assert (desk.visit().stage, desk.visit().start) == (Stage.UNCONFIRMED, at(15))
    assert offline.town.row()["AptStatus"] == 1


async def test_what_waits_shows_after_a_restart(offline: Offline, town: Town) -> None:
    """A restarted program shows waiting writes as they will be, with the patient's name."""
    desk = offline.desk
    await offline.write(desk.visits.move(desk.visit(), at(14), 1))
    await offline.write(desk.visits.book(NewVisit(ANN, at(13), 1, 40)))
    await desk.outbox.close(0)
    desk.writes.close()
    await desk.outbox.journal.store.close()
    town.faults.unreachable = False
    again = await town.desk()
    assert (again.visit().start, again.visit().provisional) == (at(14), True)
    assert [each.name for each in all_visits(again.office, tiny.TODAY) if each.unsent] == ["Berg, Ann"]
    await again.outbox.resume()
    await town.settled(again)
    assert {entry.state for entry in again.outbox.journal.recent(2)} == {DONE}


async def test_a_write_behind_a_refused_one_blames_no_other_user(offline: Offline, town: Town) -> None:
    """A write that depended on a refused one of ours blames no other user."""
    desk = offline.desk
    town.sql(
        "UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", tiny.ANN
    )  # deleted: refused whatever is sent
    await offline.write(desk.visits.move(desk.visit(), at(14), 1))
    await offline.write(desk.visits.resize(desk.visit(), 60))
    town.faults.unreachable = False
    await town.settled(desk)
    second, first = desk.outbox.journal.recent(2)
    assert (first.state, second.state) == (REFUSED, REFUSED)
    assert str(second.outcome) == (
        "Length not changed: the change before it was not done (Berg, Ann moved to 2:00 PM, Chair 1)."
    )

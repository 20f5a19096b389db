"""Who has which patient open, at two desks."""

from __future__ import annotations

from app.core.tasks import TaskScope
from app.hub.handling import Asker
from app.hub.kiosk.events import record
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.presence import LEASE_SECONDS
from app.services.audit.audit import Action
from app.services.hub.presence import DeskPresence
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import ARRIVAL_SEEN, ARRIVALS, ArrivalResult, ArrivalSeen
from app.wire.hub.office import OPENED, Opened, Place
from app.wire.hub.people import START_OVER, KeyProof
from app.wire.hub.stream import Changed, Topic
from tests.hub.shared.desks import BEN, PINS, Desk
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


async def told(line) -> Changed:
    """The next line of a stream."""
    found = await line.queue.get()
    assert isinstance(found, Changed)
    return found


async def test_another_desk_sees_who_has_a_patient_open_until_they_leave(
    desks: tuple[Desk, Desk], hub: HubOffice, clock: FastClock, at_desks: TaskScope
) -> None:
    """Both desks are told by name and place, and at once when one of them opens somebody else or is gone."""
    one, two = desks
    lines = [hub.hub.stream.open(number, Kind.DESK) for number in (1, 2)]
    here, there = (DeskPresence(each.link, clock, at_desks) for each in (one, two))
    here.show(42, {Place.PATIENT}, "Ana")
    await there_is(here, clock, 0)
    there.show(42, {Place.PATIENT, Place.PAYMENT}, "Ben")
    await there_is(there, clock, 1)
    assert (there.elsewhere[0].desk, there.elsewhere[0].who) == ("Desk 1", "Ana")
    assert await told(lines[0]) == Changed(Topic.PRESENCE, "42")
    here.again()
    await there_is(here, clock, 1)
    assert Place.PAYMENT in here.elsewhere[0].places
    hub.hub.stream.end(lines[1])
    assert await told(lines[0]) == Changed(Topic.PRESENCE, "42")
    here.again()
    await there_is(here, clock, 0)


async def test_a_desk_whose_hub_was_killed_is_forgotten(
    desks: tuple[Desk, Desk], hub: HubOffice, clock: FastClock, at_desks: TaskScope
) -> None:
    """What a desk had open ends with its lease if no hub renews it."""
    one, two = desks
    here, there = (DeskPresence(each.link, clock, at_desks) for each in (one, two))
    here.show(42, {Place.PATIENT}, "Ana")
    await there_is(here, clock, 0)
    there.show(42, {Place.PATIENT}, "Ben")
    await there_is(there, clock, 1)
    clock.skip(LEASE_SECONDS + 1)
    there.again()
    await there_is(there, clock, 0)


async def there_is(desk: DeskPresence, clock: FastClock, count: int) -> None:
    """Wait until what a desk asked was answered."""
    while (task := desk._telling._task) is not None and not task.done():
        await clock.sleep(0.01)
    assert len(desk.elsewhere) == count


async def test_nobody_acts_under_another_name(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """Once people sign in, the hub names whoever it knows at a desk, whatever the desk says."""
    one, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    opened = Opened(pat_num=42, places=(Place.PATIENT,), who="Ana")
    await two.link.call(OPENED, opened)
    (there,) = (await one.link.call(OPENED, opened)).desks
    assert there.who == BEN.name
    await record(hub.hub, Asker(9, "Kiosk 1", Kind.KIOSK, ""), ArrivalResult.HELP)
    (arrival,) = (await one.link.call(ARRIVALS, Nothing())).arrivals
    await two.link.call(ARRIVAL_SEEN, ArrivalSeen(arrival_nums=(arrival.arrival_num,), who="Ana"))
    (arrival,) = (await one.link.call(ARRIVALS, Nothing())).arrivals
    assert arrival.seen_by == BEN.name


async def test_starting_over_is_in_the_audit_whatever_the_desk_says(
    desks: tuple[Desk, Desk], hub: HubOffice
) -> None:
    """Everyone's PIN and role is gone: the hub itself says where it was done."""
    key = hub.practice.keys.customer_key
    hub.hub.knows_key = lambda said: said == key
    await desks[1].link.call(START_OVER, KeyProof(customer_key=key))
    (last, *_) = await hub.hub.part(OfficeAudit).before(2**62)
    assert (last.record.action, last.record.workstation) == (Action.PERSON, "Desk 2")

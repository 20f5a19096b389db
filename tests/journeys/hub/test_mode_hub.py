"""A desk that reaches its office through the hub, over real TLS."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt

from app.core.tasks import TaskScope
from app.domain.schedule.visit import Stage
from app.hub.devices.devices import DeviceBook
from app.hub.server import stream_route
from app.hub.server.certificate import new_certificate
from app.journal.entries import WriteState
from app.wire.hub.stream import BEAT_SECONDS, SignalRows
from tests.journeys.desk import Desk, Desks
from tests.journeys.hub.paired import CountingDoor, HubServed, paired
from tests.journeys.money.test_payment import done, opened
from tests.journeys.practices import TODAY, Served
from tests.journeys.test_moving import drag, is_at
from tests.services.people.offices import ANA, PINS
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice
from tests.support.kinds import the
from tests.support.owing import payments

SOON = 40.0
"""Seconds within which another desk's change is on the screen: five at a practice, more where all tests run."""
LONG = 60.0
FAST = 20.0
"""What is waited for is told by the office's clock."""
IDLE_SECONDS = 30.0
"""More than ten rounds of a desk without a hub."""
READING_SECONDS = 2_400.0
"""Of the fast clock, until which a busy computer may still be reading tasks, behind all else."""
ENTER = Qt.Key.Key_Return


async def standing(desk: Desk) -> None:
    """Wait until the stream stands and the desk asks for nothing more."""
    await desk.until(lambda: desk.model.parts.hub.stream.standing and "Live" in desk.status)


async def test_a_desk_works_through_the_hub(hub_desk: Desk) -> None:
    """The schedule is read, an appointment is moved and a payment is posted through the hub; each is written once."""
    desk = hub_desk
    await standing(desk)
    assert "Office hub" in desk.status
    visit, column, minute = desk.movable()
    desk.release(drag(desk, visit, column, minute))
    await desk.told("moved to")
    assert is_at(desk, visit, column, minute)
    await desk.model.parts.staff.set_up(ANA, PINS[ANA.user_num])
    page, pat_num = await opened(desk)
    desk.type("20.50")
    await desk.press(ENTER)
    await desk.until(lambda: page.post.isVisible() and page.post.isEnabled())
    page.post.click()
    await done(desk, page)
    assert payments(desk.served, pat_num) == [(20.5,)]


async def test_an_idle_desk_sends_nothing(hub_desk: Desk, clock: FastClock) -> None:
    """Once everything is read an idle desk sends no request, and what it shows is still live."""
    desk = hub_desk
    await standing(desk)
    asked = the(CountingDoor, desk.served.hub).asked
    clock.run(FAST)
    began = since = clock.monotonic()
    count = len(asked)
    while clock.monotonic() - since < IDLE_SECONDS:
        await desk.turn()
        await asyncio.sleep(0.05)
        if len(asked) != count and clock.monotonic() - began < READING_SECONDS:
            since, count = clock.monotonic(), len(asked)
    assert asked[count:] == []
    assert "Live" in desk.status


async def test_another_desks_change_is_pushed(hub_desk: Desk, second_desk: Desk) -> None:
    """What another desk writes is on this screen at once: the hub tells of it."""
    desk, other = hub_desk, second_desk
    await standing(desk)
    await standing(other)
    visit = await other.select(other.find(Stage.CONFIRMED))
    await other.press(Qt.Key.Key_A)
    await other.told(f"{visit.name} arrived.")
    await desk.until(lambda: desk.shown(visit.apt_num).stage is Stage.ARRIVED, SOON)


async def test_a_change_in_open_dental_is_told(hub_desk: Desk, hub: HubOffice) -> None:
    """A signal of Open Dental, as the hub passes it on, brings what changed there."""
    desk = hub_desk
    await standing(desk)
    visit = desk.find(Stage.UNCONFIRMED)
    desk.served.change(visit.apt_num, Note="Changed in Open Dental")
    row = b'{"SignalNum": 990001, "IType": "Appointment", "DateViewing": "%s"}' % TODAY.isoformat().encode()
    hub.hub.stream.tell(SignalRows((row,)))
    await desk.until(lambda: desk.shown(visit.apt_num).note == "Changed in Open Dental", SOON)


async def test_the_office_is_off_behind_the_hub(
    hub_desk: Desk, clock: FastClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hub that answers without its office is told apart from a hub that doesn't answer."""
    monkeypatch.setattr(
        stream_route, "BEAT_SECONDS", BEAT_SECONDS / FAST
    )  # a beat tells it; it isn't on the clock
    desk = hub_desk
    await standing(desk)
    desk.served.faults.unreachable = True
    clock.run(FAST)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: "The office hub can't reach Open Dental's server" in desk.status, LONG)
    desk.served.faults.unreachable = False
    await standing(desk)


async def test_a_desk_that_is_revoked(hub_desk: Desk, hub: HubOffice) -> None:
    """A desk whose token is revoked says so in words; a change is kept and sent once it is paired again."""
    desk = hub_desk
    await standing(desk)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await hub.hub.part(DeviceBook).revoke(the(HubServed, desk.served).credentials.device_num)
    await desk.until(lambda: "This PC is no longer paired with the office hub" in desk.status, LONG)
    assert "The office hub doesn't know this PC any more." in desk.texts(desk.frame)
    assert desk.button("Pair again").isVisible()
    await desk.press(Qt.Key.Key_A)
    await desk.told("Not sent yet: ")
    (entry,) = desk.model.parts.journal.unsettled()
    assert entry.state is WriteState.WAITING
    assert entry.intent.words
    assert desk.served.row(visit.apt_num)["Confirmed"] is not None


async def test_another_certificate_is_refused(
    served: Served, hub: HubOffice, open_desk: Desks, tasks: TaskScope
) -> None:
    """A PC that pinned another certificate lets nobody in, says that the hub can't be reached, and sends nothing."""
    stranger = await paired(served, hub, certificate=new_certificate().certificate)
    desk = open_desk.begin(stranger)
    open_desk._open.remove(desk)  # it never gets a frame
    opening = tasks.start(desk.open(whole=False), "opening")
    await desk.until(lambda: "The office's hub can't be reached" in desk.texts(desk.window), LONG)
    assert desk.workspace.gate.locked
    assert served.faults.seen == []
    opening.cancel()
    await asyncio.wait((opening,))
    await desk.session.close()
    desk.workspace.gate.end()
    desk.window.close()
    desk.window.deleteLater()

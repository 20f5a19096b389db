"""Two hubs on one MariaDB: people, tokens, documents, the audit and presence are the same at both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.pins import HubPins
from app.hub.shared.staff import OfficeStaff
from app.practice.server.app import Practice
from app.services.audit.audit import Action
from app.services.money.closing.closed_days import DAYS
from app.services.people.people import TooManyTries, WrongPin
from app.wire.hub.actions import Kind
from app.wire.hub.office import (
    OPENED,
    READ_DOCUMENT,
    WRITE_DOCUMENT,
    Opened,
    Place,
    ReadDocument,
    WriteDocument,
)
from tests.hub.shared.desks import ANA, BEN, PINS, Desk, quick_hashing, set_up
from tests.practice.maria import Maria, needs_mariadb
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office

pytestmark = needs_mariadb


@pytest.fixture
async def hubs(
    maria: Maria, practice: Practice, clock: FastClock, tasks: TaskScope
) -> AsyncIterator[tuple[HubOffice, HubOffice]]:
    """Two hubs of one office."""
    url = maria.database("shared")
    async with AsyncExitStack() as stack:
        one = await stack.enter_async_context(hub_office(practice, clock, tasks, url))
        two = await stack.enter_async_context(hub_office(practice, clock, tasks, url))
        yield one, two


async def test_both_hubs_know_the_same(
    hubs: tuple[HubOffice, HubOffice], clock: FastClock, at_desks: TaskScope
) -> None:
    """What one hub was told counts at the other: wrong PINs at once, removed people within a second, all the rest."""
    one, two = hubs
    here, _ = await set_up(one, clock, at_desks)
    there = Desk(two.link(await one.token(Kind.DESK, "Desk 3")), clock, at_desks)
    await two.hub.part(DeviceBook).load()
    two.hub.part(HubPins).hashing = quick_hashing()
    await there.start()
    await _wrong_pins(here, there, clock)
    await there.staff.sign_in(BEN.user_num, PINS[2])
    token, staff = there.link.persons.current, two.hub.part(OfficeStaff)
    assert await staff.person_of(3, token) == BEN
    await here.people.write(here.people.book.without(BEN.user_num))
    clock.skip(1.0)
    assert await staff.person_of(3, token) is None
    await there.staff.sign_in(ANA.user_num, PINS[1])
    await _documents(here, there)
    await _audit(one, two)
    opened = Opened(pat_num=42, places=(Place.PATIENT,), who="Ana")
    await here.link.call(OPENED, opened)
    assert [each.desk for each in (await there.link.call(OPENED, opened)).desks] == ["Desk 1"]


async def _wrong_pins(here: Desk, there: Desk, clock: FastClock) -> None:
    for desk in (here, there, here):
        with pytest.raises(WrongPin):
            await desk.staff.sign_in(BEN.user_num, "9999")
    with pytest.raises(TooManyTries):
        await there.staff.sign_in(BEN.user_num, PINS[2])
    clock.skip(15.0)


async def _documents(here: Desk, there: Desk) -> None:
    """Of two first versions at the same moment one is accepted, and the other desk gets it."""
    writes = (
        each.link.call(WRITE_DOCUMENT, WriteDocument(name=DAYS, version=0, body=body))
        for each, body in ((here, b"[1]"), (there, b"[2]"))
    )
    results = await asyncio.gather(*writes)
    assert sorted(each.accepted for each in results) == [False, True]
    stored = (await here.link.call(READ_DOCUMENT, ReadDocument(name=DAYS))).body
    assert stored == next(each.body for each in results if not each.accepted)


async def _audit(one: HubOffice, two: HubOffice) -> None:
    """Records of both are one chain, also of the same moment."""
    audits = [each.hub.part(OfficeAudit) for each in (one, two)]
    notes = (audits[number % 2].note(Action.WRITE, workstation=f"Kiosk {number}") for number in range(10))
    await asyncio.gather(*notes)
    for audit in audits:
        assert await audit.check() == (await audit.head()).count >= 10
        assert not audit.altered

"""Two hub processes on one MariaDB: one pace for the key, one list of devices, and either may be killed."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest

from app.api.client import OpenDental
from app.api.http import to_hub
from app.api.hub.link import HubLink
from app.api.keys import Keys
from app.api.modes import API_PATH, hub_address
from app.api.pace import ENTERPRISE_PACE
from app.api.transport import TransportLost, TransportNotSent
from app.core.tasks import TaskScope
from app.hub.hub import Hub
from app.hub.kiosk.today import TodayReader
from app.hub.office.key_pace import KeyPace
from app.practice.server.app import Practice
from app.wire.hub import passing
from app.wire.hub.actions import Kind
from app.wire.hub.devices import REVOKE, DeviceNamed
from app.wire.hub.kiosk import ARRIVE, IDENTIFY, Arrive, Identify, Outcome
from tests.api.offices import on_a_socket
from tests.hub.processes import HubHost, HubProcess, TimedPractice, beside, new_token
from tests.journeys.practices import TEN_TWENTY
from tests.practice.maria import Maria, needs_mariadb
from tests.support.hub_desks import Desk, HeardTransport, Token

pytestmark = needs_mariadb

LATE = 1.0
"""Seconds that a busy machine takes longer for one request than for another. Without a pace in sum, eight requests
would come two seconds too early."""
PATIENCE_SECONDS = 60.0
RESOURCES = ("operatories", "clinics", "computers", "employers", "carriers", "allergydefs")


@dataclass
class TwoHubs:
    """Two running hubs, and a third one that serves nothing, for what IT does."""

    host: HubHost
    one: HubProcess
    two: HubProcess
    beside: Hub
    practice: TimedPractice
    opened: list[Desk] = field(default_factory=list)

    def desk(self, at: HubProcess, device_num: int, token: str) -> Desk:
        """A desk that reaches this hub."""
        wire = HeardTransport(to_hub(self.beside.certificate))
        office = OpenDental(hub_address(at.url + API_PATH), Token(token), wire, on_error=_raise)
        self.opened.append(Desk(office, wire, device_num, token))
        return self.opened[-1]

    async def aclose(self) -> None:
        """Close the desks."""
        for each in self.opened:
            await each.office.aclose()


@pytest.fixture
async def hubs(maria: Maria, practice: Practice, tmp_path: Path, tasks: TaskScope) -> AsyncIterator[TwoHubs]:
    """Two hubs on a new database, and a practice that answers on a socket."""
    timed = TimedPractice(practice)
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    async with on_a_socket(cast(Practice, timed)) as url:
        host = HubHost(maria.database(f"hub{time.monotonic_ns()}"), url, keys, tmp_path)
        try:
            one, two = await asyncio.gather(host.start(), host.start())
            async with beside(host, practice, tasks) as third:
                both = TwoHubs(host, one, two, third, timed)
                yield both
                await both.aclose()
        finally:
            await host.aclose()


async def test_the_keys_pace_is_kept_in_sum(hubs: TwoHubs) -> None:
    """Two hubs that are asked at once send together no faster than the key allows."""
    number, token = await new_token(hubs.beside, Kind.DESK, "Desk 1")
    desks = [hubs.desk(each, number, token) for each in (hubs.one, hubs.two)]
    for desk in desks:
        await _until_known(desk)
    asked = [desk.raw("GET", f"/{path}") for path in RESOURCES[:4] for desk in desks]
    answers = await asyncio.gather(*asked)
    assert {each.status for each in answers} == {200}
    starts = [at for at, _ in hubs.practice.begun]
    assert len(starts) >= len(asked)
    for (first, at), (later, then) in combinations(enumerate(starts), 2):
        assert then - at >= (later - first) * ENTERPRISE_PACE.interval - LATE


async def test_a_token_revoked_at_one_hub_is_dead_at_the_other(hubs: TwoHubs) -> None:
    """The next time that it looks (how soon that is, is held in tests/hub/server/test_one_office.py)."""
    number, token = await new_token(hubs.beside, Kind.DESK, "Desk 1")
    _, other = await new_token(hubs.beside, Kind.DESK, "Desk 2")
    lost = hubs.desk(hubs.two, number, token)
    link = HubLink(to_hub(hubs.beside.certificate), hubs.one.url, other)
    await _until_known(lost)
    await _until_known(hubs.desk(hubs.one, 0, other))
    await link.call(REVOKE, DeviceNamed(device_num=number))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await lost.raw("GET", "/secrets")).status != 401:
            await asyncio.sleep(0.02)
    answer = await lost.raw("GET", "/operatories")
    assert (answer.status, answer.headers[passing.TROUBLE]) == (401, "revoked")
    await link.aclose()


async def test_a_killed_hub_leaves_the_other_one_working(hubs: TwoHubs, tasks: TaskScope) -> None:
    """A desk goes on at the other hub, at the same pace, and nothing that the dead one held stands in the way."""
    number, token = await new_token(hubs.beside, Kind.DESK, "Desk 1")
    one, two = (hubs.desk(each, number, token) for each in (hubs.one, hubs.two))
    await _until_known(one)
    dying = [tasks.start(_cut_off(one, path), path) for path in RESOURCES]
    await one.raw("GET", "/definitions?Category=1")
    await hubs.one.kill()
    await asyncio.gather(*dying)
    ahead = await hubs.beside.part(KeyPace)._reserve(
        ENTERPRISE_PACE.interval
    )  # by the database server's clock
    assert ahead < len(RESOURCES) * ENTERPRISE_PACE.interval
    assert (await two.raw("GET", "/pharmacies")).status == 200


async def test_an_arrival_outlives_the_hub_where_it_began(hubs: TwoHubs) -> None:
    """A patient who was found at one hub is marked once at the other one, also if the kiosk asks again and again."""
    desk_num, desk_token = await new_token(hubs.beside, Kind.DESK, "Desk 1")
    _, token = await new_token(hubs.beside, Kind.KIOSK, "Kiosk 1")
    desks = [hubs.desk(each, desk_num, desk_token) for each in (hubs.one, hubs.two)]
    for desk in desks:
        await _until_known(desk)
        await desk.raw("GET", f"/appointments?date={TEN_TWENTY.date()}")  # both know the office's day
    apt_num, born = await _expected(hubs.beside)
    one, two = (HubLink(to_hub(hubs.beside.certificate), each.url, token) for each in (hubs.one, hubs.two))
    found = await one.call(IDENTIFY, Identify(birthdate=born, letters="oka"))
    assert found.outcome is Outcome.OK
    await hubs.one.kill()
    arriving = Arrive(visit=found.visit, people=(0,), request="request 1")
    answers = [await two.call(ARRIVE, arriving) for _ in range(3)]
    assert {each.outcome for each in answers} == {Outcome.OK}
    rows = await hubs.beside.office.hist_appointments.list(AptNum=apt_num)
    arrived = (await hubs.beside.part(TodayReader).read_stages()).arrived
    assert sum(row.Confirmed == arrived for row in rows) == 1
    await asyncio.gather(one.aclose(), two.aclose())


async def _expected(hub: Hub) -> tuple[int, date]:
    """A new patient who is expected in ten minutes; the appointment's number, and the patient's birthdate."""
    born = date(1909, 3, 14)
    stages = await hub.part(TodayReader).read_stages()
    patient = await hub.office.patients.create(LName="Okafor", FName="Ada", Birthdate=born)
    start = TEN_TWENTY + timedelta(minutes=10)
    made = await hub.office.appointments.create(
        PatNum=patient.PatNum, Op=1, AptDateTime=start, Pattern="XXXXXX", Confirmed=stages.first
    )
    return made.AptNum, born


async def _cut_off(desk: Desk, path: str) -> None:
    with contextlib.suppress(TransportLost, TransportNotSent):
        await desk.raw("GET", f"/{path}")


async def _until_known(desk: Desk) -> None:
    """Wait until a hub knows a device that was added beside it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await desk.raw("GET", "/secrets")).status == 401:
            await asyncio.sleep(0.02)


def _raise(error: BaseException) -> None:
    raise error

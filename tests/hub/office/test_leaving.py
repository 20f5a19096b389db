"""A desk that leaves, a line that is cut, a hub that ends: reads are given up, writes are sent once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.api.http import over_network
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.api.pace import Pace
from app.api.sending import Sending
from app.api.transport import Answer, Transport
from app.core.tasks import TaskScope
from app.core.text import NO_TEXT
from app.practice.server.app import Practice
from app.practice.server.faults import Fault
from app.wire.hub import passing
from app.wire.hub.actions import Kind
from app.wire.hub.stream import Written
from tests.api.offices import on_a_socket
from tests.support.between.cutting_proxy import Cut, cutting_proxy
from tests.support.fast_clock import FastClock
from tests.support.hub_desks import Desk, Desks, desks_of
from tests.support.hub_office import hub_office
from tests.support.qt_loop import until

NOTE = b'{"PatNum": 1, "Note": "Called"}'
SLOW = Pace(3600.0, NO_TEXT)


async def held_up(desks: Desks) -> Desk:
    """A desk whose next request waits for its turn: the key is used up for an hour."""
    desk = await desks.open()
    broker = desks.hub.hub.office.broker
    broker.set_pace(SLOW)
    await desk.office.clinics.list()
    return desk


async def test_a_desk_that_leaves_gives_its_reads_up(desks: Desks) -> None:
    """What waits is not sent, and what is on its way is aborted."""
    desk = await desks.open()
    desks.faults.plan("Operatories.list", Fault.HANG_BEFORE)
    status = desks.hub.hub.office
    reading = asyncio.get_running_loop().create_task(desk.raw("GET", "/operatories"))
    await until(lambda: status.status.in_flight == 1)
    reading.cancel()
    await until(lambda: status.status.in_flight == 0)


async def test_an_unsent_write_of_a_desk_that_leaves_is_never_sent(desks: Desks) -> None:
    """The desk will find that it wasn't done."""
    desk = await held_up(desks)
    office = desks.hub.hub.office
    writing = asyncio.get_running_loop().create_task(desk.raw("POST", "/commlogs", NOTE))
    await until(lambda: office.status.waiting == 1)
    writing.cancel()
    await until(lambda: office.status.waiting == 0)
    assert "Commlogs.create" not in desks.faults.seen


async def test_a_sent_write_runs_to_its_end(
    practice: Practice, clock: FastClock, tasks: TaskScope, tmp_path: Path
) -> None:
    """Its desk has gone: the office's answer is awaited, and the other desks are told of it."""
    wire = HeldTransport(in_process(practice.asgi))
    async with hub_office(practice, clock, tasks, tmp_path / "hub.db", transport=wire) as served:
        desks = desks_of(served)
        desk, other = await desks.open("Desk 1"), await desks.open("Desk 2")
        line = served.hub.stream.open(other.device_num, Kind.DESK)
        wire.open.clear()
        writing = asyncio.get_running_loop().create_task(desk.raw("POST", "/commlogs", NOTE))
        await wire.reached.wait()
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        assert (await other.raw("GET", "/secrets")).status == 404  # the hub has seen the desk go by now
        wire.open.set()
        told = await line.queue.get()
        assert isinstance(told, Written)
        assert (told.method, told.device_num) == ("Commlogs.create", desk.device_num)
        await desks.aclose()


async def test_a_turn_that_does_not_come_is_said(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a minute the desk is told to ask again; what it asked is never sent."""
    desk = await held_up(desks)
    monkeypatch.setattr("app.hub.office.passing.TURN_SECONDS", 0.05)
    for verb, path, body in (("GET", "/operatories", None), ("POST", "/commlogs", NOTE)):
        answer = await desk.raw(verb, path, body)
        assert (answer.status, answer.headers[passing.TROUBLE]) == (429, "busy")
        assert int(answer.headers["retry-after"]) >= 1
    assert desks.faults.seen == ["Clinics.list"]


async def test_one_desk_can_not_fill_the_queue(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that asks without end is told to wait; the others are not."""
    monkeypatch.setattr("app.hub.office.passing.MOST_WAITING", 1)
    desk, other = await held_up(desks), await desks.open("Desk 2")
    office = desks.hub.hub.office
    waiting = [asyncio.get_running_loop().create_task(desk.raw("GET", "/operatories"))]
    await until(lambda: office.status.waiting == 1)
    assert (await desk.raw("GET", "/computers")).headers[passing.TROUBLE] == "busy"
    waiting.append(asyncio.get_running_loop().create_task(other.raw("GET", "/computers")))
    await until(lambda: office.status.waiting == 2)
    for each in waiting:
        each.cancel()


async def test_the_number_of_those_who_wait_is_told(desks: Desks) -> None:
    """An answer says how many requests of all desks wait in the hub."""
    desk = await held_up(desks)
    office = desks.hub.hub.office
    waiting = asyncio.get_running_loop().create_task(desk.raw("GET", "/operatories"))
    await until(lambda: office.status.waiting == 1)
    answer = await desk.raw("GET", "/clinics?Limit=500")
    assert answer.headers[passing.WAITING] == "1"
    waiting.cancel()


@pytest.mark.parametrize("cut", list(Cut))
async def test_a_cut_line_to_the_office(
    practice: Practice, clock: FastClock, tasks: TaskScope, tmp_path: Path, cut: Cut
) -> None:
    """Wherever it is cut, the desk hears "done" only of what was seen done, and nothing is sent twice."""
    async with on_a_socket(practice) as url, cutting_proxy("/commlogs", urlsplit(url).port or 0) as proxy:
        near = ToPort(over_network(OfficeAddress(Mode.SERVICE, url)), proxy.port)
        async with hub_office(practice, clock, tasks, tmp_path / "hub.db", transport=near) as served:
            desks = desks_of(served)
            desk = await desks.open()
            before = len(await desks.direct.commlogs.list(PatNum=1))
            proxy.cut = cut
            sending = asyncio.get_running_loop().create_task(desk.raw("POST", "/commlogs", NOTE))
            if cut is Cut.SILENCE:
                await until(lambda: proxy.seen == 1)
                await until(lambda: served.hub.office.status.in_flight == 1)
                await proxy.deafen()
            answer = await sending
            after = len(await desks.direct.commlogs.list(PatNum=1))
            assert (after - before, proxy.seen) == (1 if cut.arrives else 0, 1)
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert cut in (
                    Cut.PAGE_INSTEAD,
                    Cut.PAGE_AFTER,
                )  # which a desk doesn't take for the office's answer
            else:
                assert (answer.status, answer.headers[passing.TROUBLE]) == (504, "unknown")
            await desks.aclose()


class HeldTransport:
    """Passes on what it gets while `open` is set; `reached` is set once something is held."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.open = asyncio.Event()
        self.open.set()
        self.reached = asyncio.Event()

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        if not self.open.is_set():
            self.reached.set()
            await self.open.wait()
        return await self._inner.send(verb, url, headers, body, timeout, sending)

    def drop_connections(self) -> None:
        """As Transport."""
        self._inner.drop_connections()

    async def aclose(self) -> None:
        """As Transport."""
        await self._inner.aclose()


class ToPort(HeldTransport):
    """Sends to a port of this PC, whatever the address says."""

    def __init__(self, inner: Transport, port: int) -> None:
        super().__init__(inner)
        self._port = port

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        path = url.partition("://")[2].partition("/")[2]
        return await super().send(
            verb, f"http://127.0.0.1:{self._port}/{path}", headers, body, timeout, sending
        )

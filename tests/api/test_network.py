"""Failures of a real network, and how the program handles them."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Iterator

import pytest

from app.api import errors
from app.api.client import OpenDental
from app.api.modes import service_address
from app.api.need import Need
from app.api.network.lean import to_office
from app.core.tasks import TaskScope
from tests.api.raw_server import (
    KEYS,
    TRANSPORTS,
    always,
    free_port,
    hang,
    http,
    in_turn,
    office_at,
    raw_server,
    trickle,
)

DAY = b'[{"AptNum": 1}, {"AptNum": 2}]'
GARBAGE = b"\x00\x01\x02 this is no HTTP at all\r\n\r\n"
HTML = b"<!DOCTYPE html><title>Welcome to our WiFi</title>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

CUTS = {
    "no answer": b"",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a head, after a header": HEAD + b"Content-Le",
    "dies mid-page": HEAD + b"Content-Length: 1000\r\n\r\n" + DAY[:20],
    "cut chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n100\r\n" + DAY[:20],
    "no last chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1e\r\n" + DAY + b"\r\n",
    "garbage": GARBAGE,
    "two lengths": HEAD + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\n[]",
}


@pytest.fixture(params=["httpx", "lean"], autouse=True)
def _transport(request: pytest.FixtureRequest) -> Iterator[None]:
    """The transport for the internet, and the one for plain http on the local network, which keeps to the same."""
    if request.param == "lean":
        TRANSPORTS.append(to_office)
    yield
    del TRANSPORTS[1:]


@pytest.mark.parametrize("data", CUTS.values(), ids=CUTS)
async def test_a_cut_answer_is_a_lost_one(data: bytes) -> None:
    """However an answer is cut, a write is ConnectionLost and sent once; half a page is never a page."""
    async with raw_server(always(data)) as (url, heard), office_at(url) as office:
        with pytest.raises(errors.ConnectionLost):
            await office.appointments.confirm(1, defNum=20)
        assert len(heard.heads) == 1
        with pytest.raises(errors.ConnectionLost):
            await office.at(Need.PREFETCH).appointments.list()


async def test_a_read_survives_a_cut() -> None:
    """A read whose answer was cut is repeated, on a new connection."""
    replies = [CUTS["dies mid-page"], http(200, DAY)]

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(replies[number])
        return number > 0

    async with raw_server(reply) as (url, heard), office_at(url) as office:
        rows = await office.appointments.list()
        assert [row.AptNum for row in rows] == [1, 2]
        assert heard.connections == 2


async def test_a_refused_connection_is_unreachable() -> None:
    """A refused connection means that nothing was sent: NotSent, for writes too, and the status shows it."""
    async with office_at(f"http://127.0.0.1:{free_port()}/api/v1") as office:
        with pytest.raises(errors.Unreachable) as caught:
            await office.appointments.confirm(1, defNum=20)
        assert isinstance(caught.value, errors.NotSent)
        assert office.status.connected is False


@pytest.mark.parametrize("server", ["http://no-such-host.invalid/api/v1", "http://my server:30223/api/v1"])
async def test_a_name_that_is_none_is_unreachable(server: str) -> None:
    """A nonexistent or invalid host is Unreachable and nothing worse."""
    async with office_at(server) as office:
        with pytest.raises(errors.Unreachable):
            await office.at(Need.PREFETCH).appointments.list()


async def test_silence_times_out() -> None:
    """A server that accepts the request and doesn't answer is TimedOut after our timeout."""
    async with raw_server(hang) as (url, heard), office_at(url, patience=2.0) as office:
        with pytest.raises(errors.TimedOut):
            await office.appointments.confirm(1, defNum=20)
        assert len(heard.heads) == 1
        assert office.status.connected is False


async def test_a_trickle_times_out() -> None:
    """A server that keeps sending a little gets the same timeout: it applies to the whole answer."""
    async with raw_server(trickle) as (url, _), office_at(url, patience=2.0) as office:
        with pytest.raises(errors.TimedOut):
            await office.appointments.confirm(1, defNum=20)


@pytest.mark.parametrize(
    "body", [HTML, DAY[:20], b"<html>", b"\xff\xfe\x00", b'"text"', b"12", b"[[[[" * 20_000]
)
async def test_a_good_status_with_a_bad_body_is_unreadable(body: bytes) -> None:
    """Anything but JSON of the documented shape is Unreadable, and the broker's other work is unaffected."""
    async with raw_server(in_turn(http(200, body), http(200, DAY))) as (url, _), office_at(url) as office:
        with pytest.raises(errors.Unreadable) as caught:
            await office.appointments.list()
        assert caught.value.status == 200
        assert len(await office.appointments.list()) == 2


async def test_a_redirection_is_not_followed() -> None:
    """A redirect is not Open Dental: keys are not sent elsewhere."""
    answer = http(302, b"", "Location: http://127.0.0.1:1/login")
    async with raw_server(always(answer, stays=True)) as (url, heard), office_at(url) as office:
        with pytest.raises(errors.Unreadable):
            await office.appointments.list()
        assert len(heard.heads) == 1


async def test_a_storm_of_429_is_waited_out() -> None:
    """Reads and writes alike are sent again when told to, and all are done in the end."""
    busy = http(429, b"Too many requests are queued.", "Retry-After: 0")
    async with (
        raw_server(in_turn(busy, busy, busy, http(200, DAY))) as (url, heard),
        office_at(url) as office,
    ):
        reads = [office.at(need).appointments.get(number) for number, need in enumerate(Need)]
        await asyncio.gather(*reads, office.appointments.confirm(9, defNum=20), return_exceptions=True)
        puts = [head for head in heard.heads if head.startswith("PUT")]
        assert len(puts) <= 4
        await office.appointments.confirm(9, defNum=20)


@pytest.mark.parametrize(("status", "error"), [(504, errors.GatewayTimeout), (503, errors.ServerFault)])
async def test_a_failing_server(status: int, error: type[errors.ApiError]) -> None:
    """504 and 5xx: a write is sent once, a read is retried; the explanation is kept."""
    answers = (http(status, b"It failed."), http(status, b"It failed."), http(200, DAY))
    async with raw_server(in_turn(*answers)) as (url, heard), office_at(url) as office:
        with pytest.raises(error) as caught:
            await office.appointments.confirm(1, defNum=20)
        assert caught.value.explanation == "It failed."
        assert len(await office.appointments.list()) == 2
        assert len(heard.heads) == 3


async def _listed(office: OpenDental, pat_num: int) -> None:
    await office.appointments.list(PatNum=pat_num)


async def test_connections_are_kept_and_few() -> None:
    """Sequential requests share one connection; forty at once never use more than six."""
    async with raw_server(always(http(200, b"[]"), stays=True)) as (url, heard), office_at(url) as office:
        for number in range(10):
            await office.appointments.list(PatNum=number + 1)
        assert heard.connections == 1
        await asyncio.gather(*(_listed(office, number + 1) for number in range(40)))
        assert heard.at_once <= 6
        assert len(heard.heads) == 50


async def test_a_connection_that_was_closed_meanwhile() -> None:
    """A write after the server closed the kept connection is sent on a new one and is done."""
    async with raw_server(always(http(200, b"[]"))) as (url, heard), office_at(url) as office:
        await office.appointments.list()
        while not heard.closed:
            await asyncio.sleep(0.01)
        await office.appointments.confirm(1, defNum=20)
        assert heard.connections == 2


async def test_what_is_on_the_wire() -> None:
    """Every request has both keys and the content type; texts are percent-encoded, pages requested by Limit."""
    async with raw_server(always(http(200, b"[]"), stays=True)) as (url, heard), office_at(url) as office:
        await office.patients.list(LName="O'Neil & Söhne+")
        head = heard.heads[0]
        assert head.startswith("GET /api/v1/patients?LName=O%27Neil%20%26%20S%C3%B6hne%2B&Limit=500 HTTP")
        assert "authorization: ODFHIR developer-secret/customer-secret\r\n" in head.replace("Auth", "auth")
        assert "content-type: application/json\r\n" in head.lower()


async def test_nothing_private_is_told(caplog: pytest.LogCaptureFixture) -> None:
    """With full logging, neither a key nor a patient's name is in a log, a repr, or what a log is told of an error."""
    caplog.set_level(logging.DEBUG)
    refusal = http(400, b"Patient Ottilie Ohnesorg is deleted.")
    async with raw_server(always(refusal, stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.BadRequest) as caught:
            await office.patients.list(LName="Ohnesorg")
        refused = caught.value
        told = caplog.text + refused.for_log + repr(refused) + repr(office) + repr(KEYS) + str(KEYS)
        assert refused.explanation == "Patient Ottilie Ohnesorg is deleted."
        assert str(refused) == f"{refused.for_log}: {refused.explanation}"
        told += "".join(each for each in KEYS.hidden if each in str(refused))
    for secret in ("Ohnesorg", "developer-secret", "customer-secret"):
        assert secret not in told


async def test_leaving_a_page_breaks_its_read_off() -> None:
    """Canceling the last caller closes the connection; the next request is served."""
    heard, gone = asyncio.Event(), asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        if number:
            writer.write(http(200, b'{"AptNum": 2}'))
            return True
        heard.set()
        await reader.read()
        gone.set()
        return False

    async with raw_server(slow) as (url, _), office_at(url) as office:
        asked = asyncio.get_running_loop().create_task(office.appointments.get(1))
        await heard.wait()
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        await asyncio.wait_for(gone.wait(), 60)
        assert (await office.appointments.get(2)).AptNum == 2


async def test_canceled_requests_use_up_no_connections() -> None:
    """However many requests are canceled, at whatever moment, the next one is answered."""
    async with raw_server(always(http(200, DAY), stays=True)) as (url, _):
        transport = TRANSPORTS[-1](service_address(url))
        scope = TaskScope("canceled", lambda _: None)

        async def ask() -> int:
            return (await transport.send("GET", f"{url}/appointments", {}, None, 3)).status

        for turns in [*range(30)] * 4:
            asked = [scope.start(ask(), "ask") for _ in range(6)]
            for _ in range(turns):
                await asyncio.sleep(0)
            for each in asked:
                each.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        assert await ask() == 200
        await scope.close()
        await transport.aclose()


async def test_a_canceled_close_leaves_no_connection_open() -> None:
    """However many connections there are, and whenever closing them is canceled, all are closed."""
    async with raw_server(always(http(200, DAY), stays=True)) as (url, _):
        scope = TaskScope("canceled", lambda _: None)
        for turns in range(1, 12):
            transport = TRANSPORTS[-1](service_address(url))
            asked = (transport.send("GET", f"{url}/appointments", {}, None, 3) for _ in range(4))
            await asyncio.gather(*asked)
            closing = scope.start(transport.aclose(), "close")
            for _ in range(turns):
                await asyncio.sleep(0)
            closing.cancel()
            await asyncio.gather(closing, return_exceptions=True)
            del transport
            gc.collect()  # an open one is a warning, which fails the test
        await scope.close()


@pytest.mark.parametrize("server", ["localhost:99999", f"{'long' * 20}.invalid:80", "a..b:80"])
async def test_an_address_that_there_is_none_of_is_unreachable(server: str) -> None:
    """An invalid port or name is an unreachable server, never a bug of this program."""
    async with office_at(f"http://{server}/api/v1") as office:
        with pytest.raises(errors.Unreachable):
            await office.appointments.confirm(1, defNum=20)

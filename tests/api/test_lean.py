"""What the transport for the local network does by itself; what it shares with the other one is in test_network.py."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from app.api.client import OpenDental
from app.api.errors import Canceled
from app.api.keys import Keys
from app.api.modes import service_address
from app.api.network.lean import LeanTransport, _Connection, to_office
from app.api.sending import PART, Sending
from app.api.transport import Answer, Transport, TransportNotSent
from app.core.tasks import TaskScope
from tests.api.raw_server import always, http, raw_server


async def test_a_connection_that_is_closed_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a write is sent on it, and the write is told so at once: what forwards a port may accept and close."""

    async def shut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(shut, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/v1"
    transport = to_office(service_address(url))
    assert isinstance(transport, LeanTransport)
    connect = transport._connect

    async def connect_slowly(place: tuple[str, int]) -> _Connection:
        connection = await connect(place)
        while transport._open:  # Qt's loop may take in the end before the request is written
            await asyncio.sleep(0.01)
        return connection

    monkeypatch.setattr(transport, "_connect", connect_slowly)
    async with server:
        with pytest.raises(TransportNotSent):
            await transport.send("PUT", f"{url}/appointments/1", {}, b"{}", 3)
    await transport.aclose()


async def test_httpx_is_loaded_for_what_is_sent_in_parts_only() -> None:
    """Short requests leave it alone; two large ones at once load it once and use the same."""
    made: list[Others] = []

    class Others:
        async def send(self, verb: str, url: str, *_: object) -> Answer:
            return Answer(200, {}, verb.encode())

        def drop_connections(self) -> None:
            pass

        async def aclose(self) -> None:
            made.append(self)

    async def make() -> Others:
        await asyncio.sleep(0)
        made.append(Others())
        return made[-1]

    async with raw_server(always(http(200, b"{}"))) as (url, _):
        transport = LeanTransport(make)
        assert (await transport.send("PUT", url, {}, b"{}", 5)).body == b"{}"
        transport.drop_connections()
        assert made == []
        large = (transport.send("POST", url, {}, bytes(PART + 1), 5) for _ in range(2))
        assert [each.body for each in await asyncio.gather(*large)] == [b"POST", b"POST"]
        transport.drop_connections()
        await transport.aclose()
    assert len(made) == 2
    assert made[0] is made[1]


@pytest.mark.parametrize("stop", [Sending.stop, Sending.withdraw])
async def test_what_is_stopped_while_httpx_loads_is_not_sent(
    stop: Callable[[Sending], None], tasks: TaskScope
) -> None:
    """Nothing of it has left, and the write is told so at once: it can be taken back."""
    loading, loaded, sent = asyncio.Event(), asyncio.Event(), []

    class Others:
        async def send(self, verb: str, *_: object) -> Answer:
            sent.append(verb)
            return Answer(200, {}, b"")

        def drop_connections(self) -> None:
            pass

        async def aclose(self) -> None:
            pass

    async def make() -> Others:
        loading.set()
        await loaded.wait()
        return Others()

    transport, sending = LeanTransport(make), Sending(lambda: None)
    url = "http://127.0.0.1:1/api/v1"
    office = OpenDental(
        service_address(url), Keys("developer", "customer"), transport, on_error=tasks.on_error
    )
    large = {"PatNum": 1, "rawBase64": "A" * PART, "extension": ".pdf"}

    async def stop_it() -> None:
        await loading.wait()
        stop(sending)
        loaded.set()

    tasks.start(stop_it(), "stopping")
    with pytest.raises(Canceled):
        await office.send_raw("Documents.upload", large, sending)
    assert sent == []
    assert office.status.connected
    await office.aclose()


async def test_an_address_that_cannot_be_read() -> None:
    """Nothing is sent to it."""
    with pytest.raises(TransportNotSent):
        await LeanTransport(_none).send("GET", "http://[::1/api/v1", {}, None, 5)


async def _none() -> Transport:
    raise AssertionError

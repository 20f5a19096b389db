"""What is said when a hub can't be used."""

from __future__ import annotations

import asyncio
import socket
from datetime import datetime

import pytest

from app.api.errors import DeviceRevoked, FalseHub, TimedOut, Unreachable
from app.api.hub.link import HubRefused
from app.api.hub.trouble import HubTrouble, diagnose, look_at, sentence, trouble_of
from app.hub.server.certificate import new_certificate
from tests.support.between.tls_middle import TlsMiddle
from tests.support.hub_office import HubOffice

NOW = datetime(2026, 11, 30)


def free_port() -> int:
    """A port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        return int(opened.getsockname()[1])


async def test_a_hub_that_works_is_no_trouble(hub: HubOffice) -> None:
    """Looking at a working hub finds nothing."""
    assert await look_at(hub.url, hub.certificate.certificate, now=NOW) is HubTrouble.NOTHING


async def test_a_hub_that_is_not_running() -> None:
    """Where the PC is on and nothing listens, the hub isn't running."""
    assert await look_at(f"https://127.0.0.1:{free_port()}", now=NOW) is HubTrouble.NOT_RUNNING


async def test_a_firewall_that_drops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing comes back at all, the firewall or the network is named."""
    monkeypatch.setattr("app.api.hub.trouble.LOOK_SECONDS", 0.2)
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:  # a listener whose queue is full answers no more, like a firewall
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        assert await look_at(f"https://127.0.0.1:{port}", now=NOW) is HubTrouble.NO_ANSWER
        for each in waiting:
            each.close()


async def test_a_name_that_no_pc_has() -> None:
    """An unknown name is told from a PC that is off."""
    assert await look_at("https://no-such-pc.invalid:30224", now=NOW) is HubTrouble.NO_NAME


async def test_another_certificate(hub: HubOffice) -> None:
    """A machine in between, or a hub that was set up anew, is another hub."""
    async with TlsMiddle(hub.server.port) as middle:
        seen = await look_at(f"https://127.0.0.1:{middle.port}", hub.certificate.certificate, now=NOW)
    assert seen is HubTrouble.OTHER_HUB
    other = new_certificate().certificate
    assert await diagnose(Unreachable("x"), hub.url, other, now=NOW) is HubTrouble.OTHER_HUB


async def test_a_server_that_is_no_hub() -> None:
    """A web server at the address is not a hub."""
    server = await asyncio.start_server(
        lambda _, writer: writer.write(b"HTTP/1.1 400\r\n\r\n"), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    assert await look_at(f"https://127.0.0.1:{port}", now=NOW) is HubTrouble.NOT_A_HUB
    server.close()


async def test_a_clock_that_is_decades_off(hub: HubOffice) -> None:
    """A PC that thinks it is 1990 is told to set its clock, if nothing else is wrong."""
    assert await look_at(hub.url, now=datetime(1990, 1, 1)) is HubTrouble.CLOCK


async def test_versions_that_do_not_fit(hub: HubOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which side is to be updated is said."""
    monkeypatch.setattr("app.api.hub.trouble.PROTOCOL", 2)
    assert await look_at(hub.url, now=NOW) is HubTrouble.HUB_TOO_OLD
    monkeypatch.setattr("app.api.hub.trouble.PROTOCOL", 0)
    assert await look_at(hub.url, now=NOW) is HubTrouble.HUB_TOO_NEW


async def test_what_the_error_tells_is_not_looked_for() -> None:
    """A refusal says by itself what is wrong, without another connection."""
    refused = HubRefused("unknown device", 401)
    assert await diagnose(refused, "https://no-such-pc.invalid:1", now=NOW) is HubTrouble.REVOKED
    assert trouble_of(HubRefused("wrong code", 403)) is HubTrouble.WRONG_CODE
    assert trouble_of(HubRefused("something new", 418)) is HubTrouble.OTHER
    assert trouble_of(DeviceRevoked("x")) is HubTrouble.REVOKED
    assert trouble_of(FalseHub("x")) is HubTrouble.FALSE_HUB
    assert trouble_of(TimedOut("x")) is HubTrouble.BROKEN_OFF


@pytest.mark.parametrize("trouble", HubTrouble)
def test_every_trouble_has_words(trouble: HubTrouble) -> None:
    """Each one is said in one or two short sentences, and only an unknown one shares its words."""
    words = str(sentence(trouble, "SERVER"))
    assert words.endswith(".")
    assert words.count(". ") <= 2
    assert (words == str(sentence(HubTrouble.OTHER, "SERVER"))) is (trouble is HubTrouble.OTHER)

"""The transport to a hub: one certificate, an endless answer, and an address that changes; over real TLS."""

from __future__ import annotations

import contextlib

import pytest

from app.api import errors
from app.api.http import to_hub
from app.api.hub.link import HubLink
from app.api.hub.place import HubPlace, MovingTransport
from app.api.transport import TransportNotSent, TransportRefused
from app.hub.server.certificate import new_certificate
from app.wire.hub.actions import STREAM_PATH, Kind, Nothing
from app.wire.hub.devices import DEVICES
from tests.support.hub_office import HubOffice


async def test_another_certificate_is_refused_by_its_name(hub: HubOffice) -> None:
    """A hub with another certificate than the pinned one is an error of its own, and nothing was sent."""
    stranger = HubLink(to_hub(new_certificate().certificate), hub.url, await hub.token(Kind.DESK, "X"))
    with pytest.raises(errors.OtherHub):
        await stranger.call(DEVICES, Nothing())
    await stranger.aclose()


async def test_a_hub_that_is_off(hub: HubOffice) -> None:
    """A hub that is not reached is told apart from an office that is not reached."""
    link = hub.link(await hub.token(Kind.DESK, "X"))
    off = HubLink(to_hub(hub.certificate.certificate), "https://127.0.0.1:9")
    with pytest.raises(errors.HubUnreachable):
        await off.call(DEVICES, Nothing())
    await off.aclose()
    await link.call(DEVICES, Nothing())


async def test_lines_of_the_stream(hub: HubOffice) -> None:
    """An endless answer is read line by line; leaving it ends the connection, and a refusal is told."""
    token = await hub.token(Kind.DESK, "X")
    transport = to_hub(hub.certificate.certificate)
    lines = transport.lines(hub.url + STREAM_PATH, {"Authorization": f"Bearer {token}"}, 5.0)
    async with contextlib.aclosing(lines):
        assert b'"connected"' in await anext(lines)
    with pytest.raises(TransportRefused) as refused:
        await anext(transport.lines(hub.url + STREAM_PATH, {}, 5.0))
    assert refused.value.answer.status == 401
    with pytest.raises(TransportNotSent) as off:
        await anext(transport.lines(f"https://127.0.0.1:9{STREAM_PATH}", {}, 5.0))
    assert off.value.kind is errors.HubUnreachable
    await transport.aclose()


async def test_a_hub_that_moved(hub: HubOffice) -> None:
    """What was opened at one address goes to another one once the hub is found there."""
    place = HubPlace("https://127.0.0.1:9")
    told: list[str] = []
    place.watch(told.append)
    transport = MovingTransport(to_hub(hub.certificate.certificate), place)
    link = HubLink(transport, place.first, await hub.token(Kind.DESK, "X"))
    with pytest.raises(errors.HubUnreachable):
        await link.call(DEVICES, Nothing())
    place.move(hub.url)
    place.move(hub.url)
    assert len((await link.call(DEVICES, Nothing())).devices) == 1
    assert told == [hub.url]
    await link.aclose()

"""Devices over real TLS."""

from __future__ import annotations

import pytest

from app.api.errors import UntrustedServer
from app.api.http import to_hub
from app.api.hub.link import HubLink, HubRefused
from app.hub.server.certificate import new_certificate
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import DEVICES, REVOKE, DeviceNamed
from tests.support.hub_office import HubOffice


async def test_a_desk_lists_the_devices(hub: HubOffice) -> None:
    """A paired desk sees every device, and which one it is itself."""
    desk = await hub.desk("Desk 1")
    await hub.kiosk("Kiosk 1")
    listed = await desk.call(DEVICES, Nothing())
    assert [(each.name, each.kind) for each in listed.devices] == [
        ("Desk 1", Kind.DESK),
        ("Kiosk 1", Kind.KIOSK),
    ]
    assert listed.own == listed.devices[0].device_num


async def test_a_kiosk_is_refused_what_is_for_desks(hub: HubOffice) -> None:
    """A kiosk's token reaches no action of the desks."""
    kiosk = await hub.kiosk()
    with pytest.raises(HubRefused) as refused:
        await kiosk.call(DEVICES, Nothing())
    assert refused.value.status == 403


async def test_a_revoked_token_is_dead_at_once(hub: HubOffice) -> None:
    """The next request with a revoked token is refused."""
    desk, lost = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    listed = await lost.call(DEVICES, Nothing())
    await desk.call(REVOKE, DeviceNamed(device_num=listed.own))
    with pytest.raises(HubRefused) as refused:
        await lost.call(DEVICES, Nothing())
    assert refused.value.status == 401


async def test_another_certificate_is_refused(hub: HubOffice) -> None:
    """A device that pinned another certificate sends nothing, its token least of all."""
    stranger = HubLink(to_hub(new_certificate().certificate), hub.url, await hub.token(Kind.DESK, "X"))
    with pytest.raises(UntrustedServer):
        await stranger.call(DEVICES, Nothing())
    await stranger.aclose()

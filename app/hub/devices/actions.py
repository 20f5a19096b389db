"""The desks' view of the devices."""

from __future__ import annotations

from app.hub.devices.devices import DeviceBook, clean_name
from app.hub.devices.pairing import PairingDesk
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.wire.hub import devices as wire
from app.wire.hub.actions import Done, Nothing
from app.wire.hub.stream import Changed, Topic


@answers(wire.PAIR_BEGIN)
async def begin(hub: Hub, asker: Asker, asked: wire.PairBegin) -> wire.PairBegun:
    """The salt for one attempt to pair."""
    return await hub.part(PairingDesk).begin()


@answers(wire.PAIR_PROVE)
async def prove(hub: Hub, asker: Asker, asked: wire.PairProve) -> wire.Paired:
    """Pair a device that knows the code."""
    paired = await hub.part(PairingDesk).prove(asked)
    _changed(hub)
    return paired


@answers(wire.NEW_CODE)
async def new_code(hub: Hub, asker: Asker, asked: wire.NewCode) -> wire.PairingCode:
    """A code for one new device."""
    return await hub.part(PairingDesk).new_code(asked.kind, asked.name)


@answers(wire.DEVICES)
async def devices(hub: Hub, asker: Asker, asked: Nothing) -> wire.Devices:
    """All of them."""
    return wire.Devices(devices=await hub.part(DeviceBook).listed(), own=asker.device_num)


@answers(wire.RENAME)
async def rename(hub: Hub, asker: Asker, asked: wire.Rename) -> Done:
    """Another name for a device."""
    name = clean_name(asked.name)
    if not name:
        raise Refusal(400, "no name")
    if not await hub.part(DeviceBook).rename(asked.device_num, name):
        raise Refusal(404, "no such device")
    _changed(hub)
    return Done()


@answers(wire.REVOKE)
async def revoke(hub: Hub, asker: Asker, asked: wire.DeviceNamed) -> Done:
    """Refuse a device from now on."""
    if not await hub.part(DeviceBook).revoke(asked.device_num):
        raise Refusal(404, "no such device")
    _changed(hub)
    return Done()


def _changed(hub: Hub) -> None:
    hub.stream.tell(Changed(Topic.DEVICES))

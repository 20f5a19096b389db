"""The desks' view of the devices."""

from __future__ import annotations

from app.hub.devices.devices import DeviceBook, clean_name
from app.hub.devices.notes import note_device
from app.hub.devices.pairing import PairingDesk
from app.hub.devices.unused import take_back
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.staff import OfficeStaff
from app.wire.hub import devices as wire
from app.wire.hub.actions import Done, Nothing


@answers(wire.PAIR_BEGIN)
async def begin(hub: Hub, asker: Asker, asked: wire.PairBegin) -> wire.PairBegun:
    """The salt for one attempt to pair."""
    return await hub.part(PairingDesk).begin()


@answers(wire.PAIR_PROVE)
async def prove(hub: Hub, asker: Asker, asked: wire.PairProve) -> wire.Paired:
    """Pair a device that knows the code."""
    paired = await hub.part(PairingDesk).prove(asked, asker.address)
    await note_device(hub, paired.name, "", paired.device_num, "paired")
    return paired


@answers(wire.NEW_CODE)
async def new_code(hub: Hub, asker: Asker, asked: wire.NewCode) -> wire.PairingCode:
    """A code for one new device. Once people sign in, only a manager gets one."""
    who = await hub.part(OfficeStaff).require_manager(asker)
    code = await hub.part(PairingDesk).new_code(asked.kind, asked.name)
    await note_device(hub, asker.name, who, 0, f"code for a {asked.kind.value}")
    return code


@answers(wire.DEVICES)
async def devices(hub: Hub, asker: Asker, asked: Nothing) -> wire.Devices:
    """All of them."""
    return wire.Devices(devices=await hub.part(DeviceBook).listed(), own=asker.device_num)


@answers(wire.RENAME)
async def rename(hub: Hub, asker: Asker, asked: wire.Rename) -> Done:
    """Another name for a device, by a manager."""
    who = await hub.part(OfficeStaff).require_manager(asker)
    name = clean_name(asked.name)
    if not name:
        raise Refusal(400, "no name")
    if not await hub.part(DeviceBook).rename(asked.device_num, name):
        raise Refusal(404, "no such device")
    await note_device(hub, asker.name, who, asked.device_num, "renamed")
    return Done()


@answers(wire.GIVE_BACK)
async def give_back(hub: Hub, asker: Asker, asked: Nothing) -> Done:
    """Refuse the device that asks, if it was just paired: it can't keep its token, and says so."""
    if not await take_back(hub, asker.device_num):
        raise Refusal(409, "too late")
    return Done()


@answers(wire.REVOKE)
async def revoke(hub: Hub, asker: Asker, asked: wire.DeviceNamed) -> Done:
    """Refuse a device from now on; a manager decides it."""
    who = await hub.part(OfficeStaff).require_manager(asker)
    if not await hub.part(DeviceBook).revoke(asked.device_num):
        raise Refusal(404, "no such device")
    await note_device(hub, asker.name, who, asked.device_num, "revoked")
    return Done()

"""The desks' view of the devices."""

from __future__ import annotations

from app.hub.devices.devices import DeviceBook, clean_name
from app.hub.devices.pairing import PairingDesk
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.staff import OfficeStaff
from app.services.audit.audit import Action
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
    await _noted(hub, paired.name, "", paired.device_num, "paired")
    return paired


@answers(wire.NEW_CODE)
async def new_code(hub: Hub, asker: Asker, asked: wire.NewCode) -> wire.PairingCode:
    """A code for one new device. Once people sign in, only a manager gets one."""
    await hub.part(OfficeStaff).require_manager(asker)
    return await hub.part(PairingDesk).new_code(asked.kind, asked.name)


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
    await _noted(hub, asker.name, who, asked.device_num, "renamed")
    return Done()


@answers(wire.REVOKE)
async def revoke(hub: Hub, asker: Asker, asked: wire.DeviceNamed) -> Done:
    """Refuse a device from now on; a manager decides it."""
    who = await hub.part(OfficeStaff).require_manager(asker)
    if not await hub.part(DeviceBook).revoke(asked.device_num):
        raise Refusal(404, "no such device")
    await _noted(hub, asker.name, who, asked.device_num, "revoked")
    return Done()


async def _noted(hub: Hub, desk: str, who: str, device_num: int, what: str) -> None:
    """Tell the desks, and record it in the office's audit."""
    hub.stream.tell(Changed(Topic.DEVICES))
    await hub.part(OfficeAudit).note(
        Action.DEVICE, workstation=desk, who=who, kind="device", key=device_num, result=what
    )

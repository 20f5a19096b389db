"""Tells the desks of a change of the devices, and records it."""

from __future__ import annotations

from app.hub.hub import Hub
from app.hub.shared.audit import OfficeAudit
from app.services.audit.audit import Action
from app.wire.hub.stream import Changed, Topic


async def note_device(hub: Hub, workstation: str, who: str, device_num: int, what: str) -> None:
    """Tell the desks, and record it in the office's audit."""
    hub.stream.tell(Changed(Topic.DEVICES))
    await hub.part(OfficeAudit).note(
        Action.DEVICE, workstation=workstation, who=who, kind="device", key=device_num, result=what
    )

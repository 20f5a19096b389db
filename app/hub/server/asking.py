"""Who sends a request: found by its token, and counted."""

from __future__ import annotations

from starlette.requests import Request

from app.hub.devices.devices import DeviceBook
from app.hub.handling import Asker, Refusal
from app.hub.hub import Hub
from app.hub.server.gate import DEVICE
from app.hub.server.limits import Limits
from app.wire.hub.people import PERSON_HEADER


def asker_of(hub: Hub, request: Request) -> Asker:
    """Who asks. Refusal 401 for an unknown or revoked token; without a token, nobody yet."""
    address = request.client.host if request.client else ""
    said = request.headers.get("authorization", "")
    if not said:
        hub.part(Limits).count_stranger(address)
        return Asker(0, "", None, address)
    scheme, _, token = said.partition(" ")
    device = hub.part(DeviceBook).find(token.strip(), address) if scheme.lower() == "bearer" else None
    if device is None:
        hub.part(Limits).count_stranger(address)
        raise Refusal(401, "unknown device")
    request.scope[DEVICE] = device.device_num
    hub.part(Limits).count_device(device.device_num, device.kind)
    person = request.headers.get(PERSON_HEADER, "")
    return Asker(device.device_num, device.name, device.kind, address, person)

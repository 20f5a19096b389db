"""What a desk in mode Hub has of the hub."""

from __future__ import annotations

from msgspec import Struct

from app.api.hub.access import HubAccess
from app.api.hub.link import HubLink
from app.api.hub.place import HubPlace
from app.api.hub.stream import HubStream


class HubDesk(Struct, frozen=True):
    """One paired desk. `link` sends actions, `stream` tells what changes, `place` is where the hub is now."""

    access: HubAccess
    place: HubPlace
    link: HubLink
    stream: HubStream

    @property
    def device_num(self) -> int:
        """This desk's number at the hub."""
        return self.access.device_num

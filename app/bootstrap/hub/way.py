"""Finds hubs on the local network, pairs this PC with one, and knows the one that it is paired with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.loading import load
from app.core.settings import Settings

if TYPE_CHECKING:  # these load when the office hub is chosen
    from app.api.hub.access import HubAccess
    from app.api.hub.discovery import FoundHub
    from app.viewmodels.staff.hub.way import HubAt, HubEntrance


class LocalHubWay:
    """Implements HubWay."""

    def __init__(self, vault: VaultAccess, settings: Settings) -> None:
        self._vault = vault
        self._settings = settings
        self._addresses: dict[str, str] = {}
        """The fingerprints of the hubs that were found, by their addresses as shown."""

    async def find(self) -> Sequence[HubAt]:
        """As HubWay."""
        await load("app.api.hub.discovery")
        from app.api.hub.discovery import find_hubs
        from app.viewmodels.staff.hub.way import HubAt

        own = self._settings.hub_id
        found = []
        for each in await find_hubs():
            self._addresses[_server(each)] = each.fingerprint
            found.append(HubAt(each.name, _server(each), bool(own) and each.fingerprint.startswith(own)))
        return found

    async def pair(self, server: str, code: str) -> HubEntrance:
        """As HubWay. The desk that shows the code has named this PC."""
        await load("app.api.hub.pairing")
        from app.api.hub.access import HubAccess
        from app.api.hub.pairing import pair
        from app.api.modes import hub_address
        from app.viewmodels.staff.hub.way import HubEntrance
        from app.wire.hub.actions import Kind

        paired = await pair(server, code, "", Kind.DESK)
        access = HubAccess.first(paired.token, paired.certificate, paired.device_num, paired.office)
        return HubEntrance(hub_address(paired.address), access)

    async def give_back(self, entrance: HubEntrance) -> None:
        """As HubWay."""
        await load("app.api.hub.pairing")
        from app.api.hub.access import HubAccess
        from app.api.hub.pairing import give_back
        from app.api.modes import hub_of

        if isinstance(access := entrance.keys, HubAccess):
            await give_back(hub_of(entrance.address), access.certificate, access.token)

    async def kept(self, server: str) -> HubEntrance | None:
        """As HubWay."""
        from app.api.modes import hub_address
        from app.viewmodels.staff.hub.way import HubEntrance

        settings = self._settings
        access = await self._kept_access(settings.hub_id)
        if access is None or not self._is_at(access, server, settings.hub):
            return None
        return HubEntrance(hub_address(server or settings.hub), access)

    def _is_at(self, access: HubAccess, server: str, last: str) -> bool:
        """Whether this hub is at an address, as far as known without asking there."""
        from app.api.modes import hub_address

        if server in self._addresses:
            return self._addresses[server] == access.fingerprint
        return not server or hub_address(server) == hub_address(last)

    async def _kept_access(self, hub_id: str) -> HubAccess | None:
        from app.api.keys import VaultClosed

        try:
            return await self._vault.read_hub(hub_id) if hub_id else None
        except VaultClosed:
            return None


def _server(found: FoundHub) -> str:
    """A hub's address as a person would type it."""
    from app.api.modes import HUB_PORT

    address = found.addresses[0]
    return address if found.port == HUB_PORT else f"{address}:{found.port}"

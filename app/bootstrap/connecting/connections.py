"""Finds the connection of an office: the training practice, the last office, or one that was just entered."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from app.bootstrap.connecting.checking import check_office
from app.bootstrap.connecting.last_address import last_address
from app.bootstrap.connecting.vault_access import VaultAccess, VaultPlace
from app.bootstrap.hub.door import HubDoor
from app.bootstrap.loading import HTTP, load
from app.bootstrap.office_files import office_mark, store_path
from app.bootstrap.session import OfficeConnection
from app.bootstrap.training import open_training, training_clock
from app.core.clock import Clock
from app.core.paths import ProgramFolders
from app.core.settings import Settings
from app.core.tasks import finish
from app.core.this_pc import account_name

if TYPE_CHECKING:  # these load after the first paint
    from app.api.hub.access import HubAccess
    from app.api.keys import Credentials, Keys
    from app.api.modes import OfficeAddress
    from app.api.transport import Transport
    from app.bootstrap.early import EarlyOffice
    from app.practice.server.app import Practice
    from app.viewmodels.staff.hub.way import HubWay

TRAINING_SEAL = b"front desk's invented practice!!"
"""Seals the training journal, which holds made-up people only."""

log = logging.getLogger(__name__)


class Connections:
    """Finds the keys, opens the practice if needed, and makes the connection's description."""

    def __init__(
        self,
        folders: ProgramFolders,
        clock: Clock,
        early: EarlyOffice | None = None,
        *,
        made_up: bool = False,
    ) -> None:
        """`early` has the keys of the office of the last time, or is about to. `made_up` as of HubDoor."""
        self._made_up = made_up
        self._folders = folders
        self._clock = clock
        self._early = early
        self._practice: Practice | None = None
        self._vault = VaultAccess(folders.data)

    async def training(self, settings: Settings) -> tuple[OfficeConnection, Clock]:
        """Open today's training practice, creating it if there is none."""
        from app.api.keys import Keys
        from app.api.modes import Mode, OfficeAddress

        address = OfficeAddress.standard(Mode.TRAINING)
        clock = training_clock(self._clock.now().date())
        folder = self._folders.data / "training"

        self._practice = self._practice or await open_training(folder, clock)
        asgi, keys = self._practice.asgi, self._practice.keys
        from app.api.network.inside import in_process

        connection = OfficeConnection(
            address=address,
            keys=Keys(keys.developer_key, keys.customer_key),
            make_transport=lambda: in_process(asgi),
            seal_key=TRAINING_SEAL,
            store_path=folder / f"journal-{clock.now():%Y-%m-%d}.db",
            who=who_of(settings),
            secrets=self._vault,
            stillness=self._practice.stillness,
        )
        return connection, clock

    async def last_office(self, settings: Settings) -> OfficeConnection | None:
        """The last office; None if its keys are not in the vault any more. Raises VaultClosed."""
        from app.api.modes import Mode

        address = last_address(settings)
        if address is None:
            return None
        await load(_leaf_of(address))
        early, self._early = self._early, None
        if early is not None and early.address == address:
            keys: Credentials | None = await asyncio.to_thread(early.keys)
        elif address.mode is Mode.HUB:
            keys = await self._vault.read_hub(settings.hub_id)
        else:
            keys = await self._vault.read_keys(address)
        if keys is None:
            return None
        connection = self._connection(address, keys, await self.seal_key(), settings)
        if early is None:
            return connection
        return replace(connection, opened=early.take_store(), signs_in=early.signs_in)

    async def own_office(self, settings: Settings) -> OfficeConnection | None:
        """The office without a hub that these settings name; None: there is none, or its keys can't be read."""
        from app.api.keys import VaultClosed
        from app.api.modes import Mode

        address = last_address(settings)
        if address is None or address.mode is Mode.HUB:
            return None
        try:
            keys = await self._vault.read_keys(address)
        except VaultClosed:
            return None
        return None if keys is None else self._connection(address, keys, await self.seal_key(), settings)

    async def stored_keys(self, address: OfficeAddress) -> Keys | None:
        """The keys of this office in the vault; None if it holds none, or can't be used."""
        from app.api.keys import VaultClosed

        try:
            return await self._vault.read_keys(address)
        except VaultClosed:
            return None

    async def store(self, address: OfficeAddress, keys: Credentials, settings: Settings) -> OfficeConnection:
        """An office that has just answered; its keys are stored in the vault. Raises VaultClosed."""
        from app.api.keys import Keys

        if isinstance(keys, Keys):
            await self._vault.write_keys(address, keys)
        else:
            keys = await self._keep_access(cast("HubAccess", keys))
        return self._connection(address, keys, await self.seal_key(), settings)

    async def _keep_access(self, access: HubAccess) -> HubAccess:
        """What a hub gave this PC; paired again with the same one its files here stay readable."""
        kept = access.paired_again(await self._vault.read_hub(access.hub_id))
        await self._vault.write_hub(kept)
        return kept

    async def keep_in_memory(
        self, address: OfficeAddress, keys: Credentials, settings: Settings
    ) -> OfficeConnection:
        """An office that has just answered; its keys are kept in memory only, for a PC whose vault can't be used."""
        return self._connection(address, keys, None, settings)

    def hub_way(self, settings: Settings) -> HubWay:
        """Finds hubs, and pairs this PC with one."""
        from app.bootstrap.hub.way import LocalHubWay

        return LocalHubWay(self._vault, settings)

    async def check(self, address: OfficeAddress, keys: Credentials) -> None:
        """Send an office one cheap request. Raises the client's errors, or OfficeTooOld."""
        await load(HTTP)
        await check_office(address, keys, self._clock, _transport_of(address, _door_of(address, keys)))

    async def close(self) -> None:
        """Close the practice if it was opened, and the store if it was opened early and never used."""
        if self._early is not None:
            self._early.close()
        if self._practice is not None:
            await finish(self._practice.close)
            self._practice = None

    async def seal_key(self) -> bytes | None:
        """This PC's key to its local stores; None if the vault doesn't provide it: the office's key opens them too."""
        from app.api.keys import VaultClosed

        try:
            return await self._vault.seal_key()
        except VaultClosed as error:
            log.warning("no seal key: %s", error)
            return None

    def _connection(
        self, address: OfficeAddress, keys: Credentials, seal_key: bytes | None, settings: Settings
    ) -> OfficeConnection:
        door = _door_of(address, keys, made_up=self._made_up)
        return OfficeConnection(
            address=address,
            keys=keys,
            make_transport=lambda: _transport_of(address, door),
            hub=door,
            seal_key=seal_key,
            store_path=store_path(self._folders, address, keys),
            who=who_of(settings),
            vault=VaultPlace(self._vault, office_mark(address, keys)),
            secrets=self._vault,
        )


def _door_of(address: OfficeAddress, keys: Credentials, *, made_up: bool = False) -> HubDoor | None:
    """The way to the hub, in mode Hub."""
    from app.api.modes import Mode, hub_of

    if address.mode is not Mode.HUB:
        return None
    return HubDoor(cast("HubAccess", keys), hub_of(address), made_up=made_up)


def _transport_of(address: OfficeAddress, door: HubDoor | None) -> Transport:
    from app.api.network.lean import to_office
    from app.bootstrap.system.proxy import system_proxy

    return to_office(address, system_proxy, partial(load, HTTP)) if door is None else door.transport()


def _leaf_of(address: OfficeAddress) -> str:
    """The module that sends to an office. Plain http in the office does without httpx."""
    return HTTP if address.base_url.startswith("https:") else "app.api.network.lean"


def who_of(settings: Settings) -> str:
    """The user, as recorded in the journal."""
    return settings.user or account_name()

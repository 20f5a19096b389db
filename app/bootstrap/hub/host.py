"""The office hub inside the desk program: started with one switch, ends with the program."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from app.bootstrap.loading import load
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.core.this_pc import computer_name

if TYPE_CHECKING:  # these load when the hub's page is opened, or with the hub
    from app.api.keys import Keys
    from app.api.modes import OfficeAddress
    from app.bootstrap.connecting.connections import Connections
    from app.bootstrap.hub.child import HubChild
    from app.bootstrap.preferences import Preferences
    from app.bootstrap.workspace import Workspace
    from app.core.text import Text
    from app.viewmodels.staff.connect import Connection
    from app.viewmodels.staff.hub.host import HostState

WAIT_SECONDS = 15.0


class LocalHubHost:
    """Implements HubHost."""

    options: ClassVar[tuple[str, ...]] = ()
    """Further options of the hub's command line."""

    def __init__(
        self,
        connections: Connections,
        preferences: Preferences,
        scope: TaskScope,
        go_to: Callable[[Connection], Awaitable[None]],
        choose: Callable[[], None],
        current: Callable[[], Workspace | None],
    ) -> None:
        """`go_to` opens an office, `choose` shows the connection page with the office hub chosen."""
        self._connections = connections
        self._preferences = preferences
        self._scope = scope
        self._go_to = go_to
        self._current = current
        self._child: HubChild | None = None
        self._starting = False
        self._why: Text | None = None
        self._observers = Observers[Any]()
        self.connect = choose

    @property
    def state(self) -> HostState:
        """As HubHost."""
        from app.core.text import NO_TEXT
        from app.viewmodels.staff.hub.host import HostPhase, HostState

        if self._child is not None and self._child.port:
            return HostState(HostPhase.RUNS, port=self._child.port)
        if self._starting:
            return HostState(HostPhase.STARTING)
        if self._child is not None or self._why is not None:
            return HostState(HostPhase.FAILED, self._why or NO_TEXT)
        return HostState()

    @property
    def others(self) -> int:
        """As HubHost."""
        return max(self._child.present - 1, 0) if self._child is not None else 0

    @property
    def why_not(self) -> Text:
        """As HubHost."""
        from app.api.modes import Mode
        from app.core.text import NO_TEXT, msg

        office = self._current()
        mode = office.connection.address.mode if office is not None else Mode.TRAINING
        if mode is Mode.TRAINING:
            return msg("The training practice has no key to share. Connect to your office first.")
        if mode is Mode.HUB:
            return msg("This PC is connected to an office hub already.")
        if office is not None and office.connection.seal_key is None:
            return msg("Windows can't store the keys on this PC, so it can't run the office hub.")
        return NO_TEXT

    def watch(self, watcher: Callable[[HostState], object]) -> Callable[[], None]:
        """As HubHost."""
        return self._observers.add(watcher)

    async def resume(self) -> None:
        """Start the hub that this PC is to run: until it listens nobody can sign in, and nothing is read.

        Today's copy is painted meanwhile, and a hub that takes long isn't waited for.
        """
        if self._preferences.settings.hub_runs:
            starting = self._scope.start(self._resume(), "hub on this PC")
            await asyncio.wait((starting,), timeout=WAIT_SECONDS)

    async def run_here(self) -> None:
        """As HubHost."""
        await self._apart(self._run_here())

    async def stop_here(self) -> None:
        """As HubHost."""
        await self._apart(self._stop_here())

    async def _apart(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it in the window's scope: the desk that asked for it is closed meanwhile, with all of its tasks."""

        async def outcome() -> Exception | None:
            try:
                await work
            except Exception as error:
                return error
            return None

        error = await asyncio.shield(self._scope.start(outcome(), "hub on this PC"))
        if error is not None:
            raise error

    async def _run_here(self) -> None:
        await load("app.api.hub.pairing", "app.bootstrap.hub.child")
        from app.api.hub.access import HubAccess
        from app.api.hub.pairing import pair
        from app.api.keys import Keys
        from app.api.modes import hub_address
        from app.viewmodels.staff.connect import Connection

        office = self._current()
        if office is None or self._starting:
            return
        self._check_sent(office)
        connection = office.connection
        if not isinstance(connection.keys, Keys):
            return
        await self._start(connection.address, connection.keys, connection.seal_key)
        if self._child is None:
            return
        name = computer_name()
        code = await self._child.code("desk", name)
        paired = await pair(f"127.0.0.1:{self._child.port}", code, name)
        access = HubAccess.first(paired.token, paired.certificate, paired.device_num, paired.office)
        runs = f"{connection.address.mode.value} {connection.address.base_url}"
        self._preferences.change(hub_runs=runs)
        await self._go_to(Connection(hub_address(paired.address), access))

    async def _stop_here(self) -> None:
        from app.viewmodels.staff.connect import Connection

        office = self._current()
        if office is not None:
            self._check_sent(office)
        address = self._office_address()
        keys = None if address is None else await self._connections.stored_keys(address)
        self._preferences.change(hub_runs="")
        if address is not None and keys is not None:
            await self._go_to(Connection(address, keys))
        await self.close()

    async def close(self) -> None:
        """Stop the hub, if it runs: the program ends."""
        child, self._child, self._why = self._child, None, None
        if child is not None:
            await child.stop()
        self._changed()

    async def _resume(self) -> None:
        from app.api.modes import HUB_PORT
        from app.core.text import ExplainedError

        await load("app.bootstrap.hub.child")
        address = self._office_address()
        keys = None if address is None else await self._connections.stored_keys(address)
        if address is not None and keys is not None:
            try:
                # Where the other PCs know it.
                port = urlsplit(self._preferences.settings.hub).port or HUB_PORT
                await self._start(address, keys, await self._connections.seal_key(), "--port", str(port))
            except ExplainedError:
                self._changed()  # the page says why

    async def _start(self, address: OfficeAddress, keys: Keys, seal_key: bytes | None, *options: str) -> None:
        from app.bootstrap.hub.child import HubChild, NotStarted, hub_command, office_line
        from app.core.text import ExplainedError, msg

        self._starting, self._why = True, None
        self._changed()
        child = HubChild(
            hub_command(*self.options, *options),
            office_line(address, keys, seal_key),
            self._scope,
            self._changed,
        )
        try:
            await child.start()
        except NotStarted:
            self._why = msg(
                "The office hub could not be started. Another program on this PC may use its port 30224, or the "
                "disk is full. Ask your IT support to look into Front Desk's log."
            )
            raise ExplainedError(self._why) from None
        else:
            self._child = child
        finally:
            self._starting = False
            self._changed()

    def _office_address(self) -> OfficeAddress | None:
        """The office that the hub on this PC serves."""
        from app.api.modes import Mode, OfficeAddress

        mode, _, base_url = self._preferences.settings.hub_runs.partition(" ")
        return OfficeAddress(Mode(mode), base_url) if mode in tuple(Mode) and base_url else None

    def _check_sent(self, office: Workspace) -> None:
        """What is not sent yet stays with the office as it is reached now. Raises ExplainedError."""
        from app.core.text import ExplainedError, many

        if count := len(office.desk.parts.journal.unsettled()):
            raise ExplainedError(
                many(
                    "{n} changes are not sent yet. Wait until they are, then try again.",
                    "{n} change is not sent yet. Wait until it is, then try again.",
                    count,
                )
            )

    def _changed(self) -> None:
        self._observers.notify(self.state)

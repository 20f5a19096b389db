"""A hub from its first step to its last: database, seal, certificate, devices, port, discovery, figures."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from msgspec import Struct
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.api.client import OpenDental
from app.core.office_clock import OfficeClock
from app.core.tasks import OnError, TaskScope
from app.hub.database.database import HubDatabase
from app.hub.database.shared_time import keep_time, share_time
from app.hub.devices.devices import DeviceBook
from app.hub.devices.unused import watch_unused
from app.hub.hub import Hub
from app.hub.office.key_pace import KeyPace
from app.hub.relay import Relay
from app.hub.server.certificate import Certificate, fingerprint
from app.hub.server.figures import CONTENT_TYPE, Figures
from app.hub.server.responder import Responder
from app.hub.server.secrets import open_seal, shared_certificate
from app.hub.server.serve import HubServer, Listener
from app.sealed.sealing import Seal
from app.wire.hub.actions import HUB_PORT

LOOPBACK = "127.0.0.1"
NO_PORT = -1

log = logging.getLogger(__name__)


class HubOptions(Struct, frozen=True):
    """Where a hub keeps its state, and where it listens."""

    database: str
    """A path (SQLite) or a database URL."""
    listen: str = "0.0.0.0"  # noqa: S104 # desks and kiosks are other PCs; every request needs a token
    port: int = HUB_PORT
    """0 picks a free one."""
    found_on: int = HUB_PORT
    """The UDP port for devices that look for it; 0 picks a free one, `NO_PORT`: it isn't found."""
    figures_on: int = NO_PORT
    """The loopback port for Prometheus; 0 picks a free one, `NO_PORT`: none."""

    database_time: bool = False
    """The database server's clock is the hub's own: other hubs are on it."""

    @property
    def shared(self) -> bool:
        """Whether other hubs may be on the same database."""
        return "://" in self.database and not self.database.startswith("sqlite")


@dataclass
class RunningHub:
    """A hub that answers, until it is stopped."""

    hub: Hub
    server: HubServer
    certificate: Certificate
    responder: Responder
    figures: Listener | None
    _scope: TaskScope

    @property
    def fingerprint(self) -> str:
        """Of its certificate, in hexadecimal."""
        return fingerprint(self.certificate.certificate)

    async def stop(self) -> None:
        """Say goodbye on the streams, let writes in flight end, close. The office's client stays open."""
        self.responder.stop()
        await self.server.stop()
        if self.figures is not None:
            await self.figures.stop()
        await self._scope.close()
        with contextlib.suppress(Exception):  # what was seen last is no reason to stay
            await self.hub.part(DeviceBook).write_seen()
        await self.hub.database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


class HubSeals(Struct, frozen=True):
    """What opens a hub's database: see `open_seal`."""

    seals: Mapping[str, Seal]
    new_key: bytes
    older: Sequence[Seal] = ()

    def __repr__(self) -> str:
        return "HubSeals(hidden)"


async def open_database(options: HubOptions, seals: HubSeals) -> tuple[HubDatabase, Seal, Certificate]:
    """Open a hub's database without serving it. Raises SQLAlchemy's errors and WrongOffice."""
    database = await HubDatabase.open(options.database)
    try:
        seal = await open_seal(database, seals.seals, seals.new_key, seals.older)
        return database, seal, await shared_certificate(database, seal)
    except BaseException:
        await database.close()
        raise


async def start_hub(
    office: OpenDental,
    clock: OfficeClock,
    options: HubOptions,
    seals: HubSeals,
    on_error: OnError,
    knows_key: Callable[[str], bool],
) -> RunningHub:
    """Start a hub. `knows_key`: as Hub. Raises OSError for a port that is taken, and what `open_database` raises."""
    database, seal, certificate = await open_database(options, seals)
    scope = TaskScope("hub", on_error)
    try:
        hub = Hub(
            office=office,
            clock=clock,
            database=database,
            seal=seal,
            scope=scope,
            certificate=certificate.certificate,
            knows_key=knows_key,
        )
        if options.shared:
            office.broker.line.start = hub.part(KeyPace).wait
        if options.database_time:
            await share_time(database, clock)
        await hub.part(DeviceBook).load()
        server = HubServer(hub, certificate, host=options.listen, port=options.port)
    except BaseException:
        await database.close()
        raise
    await server.start()
    scope.start(hub.part(DeviceBook).keep_seen(), "seen")
    scope.start(watch_unused(hub), "unused devices")
    if options.database_time:
        scope.start(keep_time(database, clock), "database's time")
    scope.start(Relay(hub, several=options.shared).run(), "relay")
    responder = Responder(server.port, fingerprint(certificate.certificate), clock)
    await _be_found(responder, options, scope)
    return RunningHub(hub, server, certificate, responder, await _figures(hub, options.figures_on), scope)


async def _be_found(responder: Responder, options: HubOptions, scope: TaskScope) -> None:
    if options.found_on != NO_PORT:
        await responder.start(options.listen, options.found_on)
        scope.start(responder.stay_open(), "found")


async def _figures(hub: Hub, port: int) -> Listener | None:
    """Prometheus' port on this PC only. One that is taken is logged: a hub without figures is still a hub."""
    if port == NO_PORT:
        return None

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        known = scope["path"] == "/metrics"
        answer = Response(
            hub.part(Figures).text() if known else b"", 200 if known else 404, media_type=CONTENT_TYPE
        )
        await answer(scope, receive, send)

    try:
        listener = Listener(serve, host=LOOPBACK, port=port, context=None, on_error=hub.scope.on_error)
    except OSError as error:
        log.info("no figures: port %d: %s", port, error.strerror or type(error).__name__)
        return None
    await listener.start()
    return listener

"""The health page for IT: whether the hub works, without a token and without anything of a patient."""

from __future__ import annotations

import asyncio

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.core.version import VERSION
from app.hub.hub import Hub
from app.hub.server.gate import ROUTE
from app.wire.hub.actions import HEALTH_PATH, PROTOCOL

DATABASE_SECONDS = 2.0
KEPT_SECONDS = 1.0
"""The database is asked at most this often, however many ask for the page."""


class Health(Struct, frozen=True):
    """`status`: "ok", "office not reachable", "database not reachable" or "stopping"."""

    status: str
    version: str
    protocol: int
    uptime_seconds: int
    office_reachable: bool
    database_ok: bool
    desks_online: int
    """Desks whose change stream is open at this hub. Kiosks are listed live at the desks."""


class HealthCheck:
    """Looks at the parts of the hub."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._began = hub.clock.monotonic()
        self._looked: tuple[float, bool] | None = None

    async def read(self) -> Health:
        """How it is now."""
        office, database = self._hub.office.status.connected, await self._database_ok()
        return Health(
            status=self._status(office=office, database=database),
            version=VERSION,
            protocol=PROTOCOL,
            uptime_seconds=int(self._hub.clock.monotonic() - self._began),
            office_reachable=office,
            database_ok=database,
            desks_online=len(self._hub.stream.connected),
        )

    def _status(self, *, office: bool, database: bool) -> str:
        if self._hub.closing:
            return "stopping"
        if not database:
            return "database not reachable"
        return "ok" if office else "office not reachable"

    async def _database_ok(self) -> bool:
        now = self._hub.clock.monotonic()
        if self._looked is None or now - self._looked[0] >= KEPT_SECONDS:
            self._looked = (now, await self._ask_database())
        return self._looked[1]

    async def _ask_database(self) -> bool:
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                await self._hub.database.run(lambda connection: connection.scalar(sa.select(1)))
        except (sa.exc.SQLAlchemyError, TimeoutError):
            return False
        return True


async def health_page(hub: Hub, request: Request) -> Response:
    """The page: JSON for programs, a table for a browser. 503 when the hub itself doesn't work."""
    request.scope[ROUTE] = HEALTH_PATH
    health = await hub.part(HealthCheck).read()
    status = 200 if health.database_ok and not hub.closing else 503
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(_table(health), status)
    return Response(msgspec.json.encode(health), status, media_type="application/json")


def _table(health: Health) -> str:
    rows = "".join(
        f"<tr><th>{name.replace('_', ' ')}</th><td>{value}</td></tr>"
        for name, value in msgspec.structs.asdict(health).items()
    )
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Front Desk hub</title>"  # words: a page for IT
        "<style>body{font:16px sans-serif;margin:2em}th{text-align:left;padding:.3em 2em .3em 0}</style>"
        f"<h1>Front Desk hub</h1><table>{rows}</table></html>"  # words: a page for IT
    )

"""How the office set its kiosks up, in the hub's database and in memory."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from app.hub.database.kiosk_tables import kiosk_office
from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.wire.hub.check_in import CheckInRules
from app.wire.hub.kiosk import KioskSetup

OFFICE_NUM = 1
FRESH_SECONDS = 5.0
"""How soon a change made at the office's other hub counts here."""


class Settings(Struct, frozen=True):
    """The setup and the rules; `exit_pin` is the PIN's hash, empty for none."""

    setup: KioskSetup
    rules: CheckInRules
    exit_pin: str = ""


FIRST = Settings(KioskSetup(version=1, practice=""), CheckInRules())
"""Of an office that has changed nothing."""


class KioskSettings:
    """Reads them from the database at most every few seconds."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._known = FIRST
        self._read_at: float | None = None

    async def current(self) -> Settings:
        """The settings now."""
        now = self._hub.clock.monotonic()
        if self._read_at is None or now - self._read_at > FRESH_SECONDS:
            self._known = await self._hub.database.run(read_settings)
            self._read_at = now
        return self._known

    async def change(self, setup: KioskSetup, rules: CheckInRules, exit_pin: str) -> Settings:
        """Replace them; without `exit_pin` the PIN stays. The version goes up by one.

        Refusal 409 if `setup` has another version than the one that counts: somebody else changed it since.
        """

        def write(connection: sa.Connection) -> Settings:
            before = read_settings(connection)
            if setup.version != before.setup.version:
                raise Refusal(409, "version")
            after = Settings(
                replace(setup, version=before.setup.version + 1, open=True, reason=""),
                rules,
                exit_pin or before.exit_pin,
            )
            values = {
                "office_num": OFFICE_NUM,
                "version": after.setup.version,
                "setup": msgspec.json.encode(after.setup).decode(),
                "rules": msgspec.json.encode(after.rules).decode(),
                "exit_pin": after.exit_pin,
            }
            connection.execute(sa.delete(kiosk_office))
            connection.execute(sa.insert(kiosk_office).values(values))
            return after

        self._known = await self._hub.database.run(write)
        self._read_at = self._hub.clock.monotonic()
        return self._known


def read_settings(connection: sa.Connection) -> Settings:
    """The settings in the database."""
    row = connection.execute(sa.select(kiosk_office)).first()
    if row is None:
        return FIRST
    return Settings(
        msgspec.json.decode(row.setup, type=KioskSetup),
        msgspec.json.decode(row.rules, type=CheckInRules),
        row.exit_pin,
    )

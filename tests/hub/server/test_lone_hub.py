"""A hub that is alone on its database reads it only after something was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.hub.database.database import HubDatabase
from app.hub.database.tables import device
from app.hub.devices.devices import DeviceBook, revoke_row
from app.hub.relay import Relay
from app.wire.hub.actions import Kind
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


class CountingRelay(Relay):
    """Counts how often it reads the database."""

    reads = 0

    def _read(self, connection: sa.Connection) -> Any:
        self.reads += 1
        return super()._read(connection)


async def test_a_version_tells_of_each_write_whoever_made_it(tmp_path: Path) -> None:
    """Here, or the command line beside it. Reading is no write, nor is a change of no row."""
    own = await HubDatabase.open(str(tmp_path / "hub.db"))
    beside = await HubDatabase.open(str(tmp_path / "hub.db"))
    first = own.version()
    assert first is not None
    await own.run(lambda connection: connection.execute(sa.select(device)).all())
    await beside.run(lambda connection: revoke_row(connection, 1))
    assert own.version() == first
    await own.run(lambda connection: connection.execute(sa.text("CREATE TABLE a (b INT)")))
    second = own.version()
    await beside.run(lambda connection: connection.execute(sa.text("INSERT INTO a VALUES (1)")))
    assert len({first, second, own.version()}) == 3
    await beside.close()
    await own.close()


async def test_devices_are_read_again_only_after_a_write(hub: HubOffice, clock: FastClock) -> None:
    """Looking costs an idle hub nothing, and misses nothing."""
    token = await hub.token(Kind.DESK, "Desk 1")
    clock.run(0)
    relay, book = CountingRelay(hub.hub, several=False), hub.hub.part(DeviceBook)
    (desk,) = book.valid
    await relay._look()
    still = 0
    while still < 60:
        reads, before = relay.reads, hub.hub.database.version()
        is_read = relay._version == before
        await relay._look()
        if is_read and hub.hub.database.version() == before:  # the hub itself wrote nothing meanwhile
            assert relay.reads == reads
            still += 1
    reads = relay.reads
    await hub.hub.database.run(lambda connection: revoke_row(connection, desk.device_num))
    await relay._look()
    assert relay.reads == reads + 1
    assert book.find(token, "") is None


async def test_a_revocation_that_could_not_be_read_is_read_with_the_next_look(
    hub: HubOffice, clock: FastClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database was locked just then: nothing is written after that, and the revoked device is refused."""
    token = await hub.token(Kind.DESK, "Desk 1")
    clock.run(0)
    relay, book = Relay(hub.hub, several=False), hub.hub.part(DeviceBook)
    (desk,) = book.valid
    await relay._look()
    await hub.hub.database.run(lambda connection: revoke_row(connection, desk.device_num))
    load, tries = book.load, []

    async def locked_once() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise sa.exc.OperationalError("", {}, Exception("database is locked"))
        await load()

    monkeypatch.setattr(book, "load", locked_once)
    with pytest.raises(sa.exc.OperationalError):
        await relay._look()
    await relay._look()
    assert book.find(token, "") is None

"""The program's own account against the practice's, after every step of random histories: equal to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.need import Need
from app.api.network.inside import in_process
from app.practice.server.app import Practice
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import Source
from app.store.office import Office
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice.conftest import Desk, closed, open_at
from tests.practice.copies import Copies
from tests.practice.money.claim_steps import Poster
from tests.practice.money.steps import MEMBERS
from tests.practice.money.test_money_agreement import PRELUDE, do, drawn, exact

NO_QUERIES = frozenset(Permission) - {Permission.QUERIES}
VIEW_ONLY = "24.4.20"
"""The version before splits could be listed by patient."""


class Readings:
    """One practice, read in three ways: by query, by lists, and by the service date view of an older office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        keyless: dict[str, Any] = {"permissions": NO_QUERIES, "clock": desk.clock}
        self._others = [
            open_at(desk.address, **keyless, version=version) for version in (str(NEWEST), VIEW_ONLY)
        ]
        self._clients = [self._client(each.practice) for each in (desk, *self._others)]
        self.readers = [
            AccountReader(client, Office(client, desk.clock, day_limit=1)) for client in self._clients
        ]

    def _client(self, practice: Practice) -> OpenDental:
        keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
        address = OfficeAddress(Mode.TRAINING, "http://office.invalid/api/v1")
        failed: list[BaseException] = []
        return OpenDental(
            address, keys, in_process(practice.asgi), clock=self._desk.clock, on_error=failed.append
        )

    async def start(self) -> None:
        """Ask what each key may do."""
        for client in self._clients:
            await client.probe()

    async def aclose(self) -> None:
        """Close the clients and the other practices."""
        for client in self._clients:
            await client.aclose()
        for other in self._others:
            await other.http.aclose()
            other.practice.close()


async def check(readings: Readings, desk: Desk) -> None:
    """Compare both members' accounts, read in each way, with the practice's views of them."""
    for patient in MEMBERS:
        aging = await exact(desk, f"/accountmodules/{patient}/Aging")
        *own, _ = await exact(desk, f"/accountmodules/{patient}/PatientBalances")
        view = await exact(desk, f"/accountmodules/{patient}/ServiceDateView", isFamily="true")
        found = [await reader.read(patient, Need.SCREEN) for reader in readings.readers]
        assert [each.source for each in found] == [Source.QUERY, Source.LISTS, Source.VIEW]
        for account in found:
            figures = {name: getattr(account.figures, name) for name in account.figures.__struct_fields__}
            assert figures == aging, account.source
            assert {each.pat_num: each.portion for each in account.members} == {
                row["PatNum"]: row["Balance"] for row in own
            }
            assert Decimal(view[-1]["Charge"]) == sum(line.charge for line in account.lines)
            assert Decimal(view[-1]["Credit"]) == sum(line.credit for line in account.lines)
            assert (account.lines[-1].balance if account.lines else 0) == account.figures.Total
            assert not account.unread
        one, other = (
            [(line.day, line.thing, line.on, line.pat_num, line.balance, line.owed) for line in each.lines]
            for each in found[:2]
        )
        assert one == other


async def play(copies: Copies, steps: list[tuple[Any, ...]]) -> None:
    """Run the steps on a fresh practice, and compare after each."""
    desk = open_at(copies.take())
    poster, readings = Poster(desk), Readings(desk)
    try:
        await readings.start()
        for step in PRELUDE:
            await do(poster, step)
        await check(readings, desk)
        for step in steps:
            await do(poster, step)
            await check(readings, desk)
    finally:
        await readings.aclose()
        await poster.aclose()
        await closed(desk, copies)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("seed", [2, 5])
async def test_the_programs_account_is_the_practices(copies: Copies, seed: int) -> None:
    """By query, by lists and by an older office's view, every figure is the practice's after each of random steps."""
    await play(copies, drawn(seed, 12))

"""The office's audit: records of two desks in one chain, whatever happens to the hub in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.api.errors import Unreachable
from app.api.hub.link import HubRefused
from app.hub.database.shared_tables import audit_record
from app.hub.shared.audit import OfficeAudit
from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.services.audit.audit import Action
from app.services.audit.search import NEWEST, Search
from app.services.hub.delivery import AuditDelivery
from app.wire.hub.actions import Nothing
from app.wire.hub.audit import AUDIT_SEARCH, AUDIT_STATE, AuditSearch
from tests.hub.shared.desks import ANA, BEN, PINS, Desk
from tests.services.audit.offices import Office, Running
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

NOBODY_THERE = "https://127.0.0.1:1"


@asynccontextmanager
async def audit_of(
    desk: Desk, clock: FastClock, folder: Path
) -> AsyncIterator[tuple[Running, AuditDelivery]]:
    """The audit of a desk on its own PC."""
    folder.mkdir()
    office = Office(
        folder / "audit-0123.db", {OFFICE: AesGcmSeal(new_key()), VAULT: AesGcmSeal(new_key())}, clock
    )
    async with office.running() as running:
        yield running, AuditDelivery(running.keeper, desk.link, clock)


async def noted(running: Running, *pat_nums: int) -> None:
    """Records on the desk's disk."""
    for pat_num in pat_nums:
        running.notes.note(Action.OPEN_PATIENT, "patient", pat_num)
    await running.keeper.run(lambda _: None)


async def opened(desk: Desk) -> list[int]:
    """The patients that the office's audit has, oldest first, as a desk reads them."""
    search = msgspec.Raw(msgspec.json.encode(Search(actions=frozenset({Action.OPEN_PATIENT}))))
    found = await desk.link.call(AUDIT_SEARCH, AuditSearch(search=search, number=NEWEST))
    return [msgspec.json.decode(each.record)[5] for each in reversed(found.rows)]


async def test_records_of_two_desks_are_one_list(
    desks: tuple[Desk, Desk], clock: FastClock, tmp_path: Path, hub: HubOffice
) -> None:
    """What two desks deliver is in one chain, once, also if it is delivered again and if the hub was away."""
    one, two = desks
    async with AsyncExitStack() as stack:
        here, first = await stack.enter_async_context(audit_of(one, clock, tmp_path / "1"))
        there, second = await stack.enter_async_context(audit_of(two, clock, tmp_path / "2"))
        await noted(here, 11, 12)
        await noted(there, 21)
        await first.deliver()
        await second.deliver()
        await first.deliver()
        url, one.link._base_url = one.link._base_url, NOBODY_THERE
        await noted(here, 13)
        with pytest.raises(Unreachable):
            await first.deliver()
        one.link._base_url = url
        await noted(there, 22)
        await second.deliver()
        await first.deliver()
    await one.staff.sign_in(ANA.user_num, PINS[1])
    assert await opened(one) == [11, 12, 21, 22, 13]
    state = await one.link.call(AUDIT_STATE, Nothing())
    assert (state.checked, state.altered) == (state.count, 0)


async def test_the_audit_is_for_those_with_the_right(desks: tuple[Desk, Desk]) -> None:
    """Neither a person without the right nor a desk where nobody is signed in reads it."""
    _, two = desks
    for sign_in in (False, True):
        if sign_in:
            await two.staff.sign_in(BEN.user_num, PINS[2])
        with pytest.raises(HubRefused):
            await opened(two)


async def test_a_desks_file_that_was_cut_is_refused(
    desks: tuple[Desk, Desk], clock: FastClock, tmp_path: Path
) -> None:
    """A chain that doesn't go on from what the hub has of it is refused, and the office's audit says so."""
    one, _ = desks
    async with audit_of(one, clock, tmp_path / "1") as (here, delivery):
        await noted(here, 11, 12)
        await delivery.deliver()
        file = here.keeper.writer.file
        await here.keeper.run(lambda _: file._database.change("DELETE FROM record WHERE id > 2"))
        file.head = type(file.head)(2, file.after(1, 1)[0].digest)
        await noted(here, 66, 67, 68)
        with pytest.raises(HubRefused):
            await delivery.deliver()
    search = AuditSearch(search=msgspec.Raw(msgspec.json.encode(Search())), number=NEWEST)
    rows = (await one.link.call(AUDIT_SEARCH, search)).rows
    assert msgspec.json.decode(rows[0].record)[3] == Action.TAMPERED


async def test_a_changed_record_is_found(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """The check names the first record that was changed or removed in the hub's database."""
    one, _ = desks
    audit = hub.hub.part(OfficeAudit)
    for result in ("one", "two", "three"):
        await audit.note(Action.WRITE, workstation="Kiosk 1", result=result)
    await hub.hub.database.run(
        lambda connection: connection.execute(sa.delete(audit_record).where(audit_record.c.number == 2))
    )
    assert (await one.link.call(AUDIT_STATE, Nothing())).altered == 2

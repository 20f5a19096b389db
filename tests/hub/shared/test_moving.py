"""What PCs had of their own before they were paired comes to the hub once, whichever is paired first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from app.api.hub.access import HubAccess
from app.api.hub.link import HubRefused
from app.bootstrap.hub.door import HubDoor, _close, _open
from app.core.tasks import TaskScope
from app.domain.people.staff import Member
from app.hub.devices.devices import DeviceBook
from app.hub.shared.pins import HubPins
from app.hub.shared.staff import OfficeStaff
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.store import LocalStore
from app.services.audit.audit import Action
from app.services.audit.chain import start_of
from app.services.audit.late import LateAudit
from app.services.audit.state import Anchor
from app.services.hub.moving import Belongings, Moving, collected
from app.services.hub.people import HubPeople
from app.services.hub.sharing import SharedOffice
from app.services.money.closing.closed_days import DAYS, ClosedDay, ClosedDays, Count
from app.services.people.people import Standing
from app.services.people.pins import Pins
from app.services.people.secrets import SecretsInMemory
from app.services.people.staff import Staff
from app.services.tasks.notebook import NAME, Kept, Notebook
from app.wire.hub.actions import Kind
from app.wire.hub.people import Unclear
from tests.hub.shared.desks import quick_hashing
from tests.services.people.offices import ANA, BEN, CAL, OFFICE, PINS, SignedOffice
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

MONDAY = datetime(2026, 11, 16, 17, 0)


class Pc:
    """A paired PC, with the store of the hub's office."""

    def __init__(self, shared: SharedOffice, staff: Staff, moving: Moving, notes: LateAudit) -> None:
        self.shared, self.staff, self.moving, self.notes = shared, staff, moving, notes


@asynccontextmanager
async def paired(
    hub: HubOffice, name: str, clock: FastClock, at_desks: TaskScope, folder: Path
) -> AsyncIterator[Pc]:
    """A PC that was just paired."""
    hub.hub.part(HubPins).hashing = quick_hashing()
    device, token = await hub.hub.part(DeviceBook).add(Kind.DESK, name)
    access = HubAccess.first(token, hub.certificate.certificate, device.device_num)
    desk = _open(HubDoor(access, hub.url), clock)
    store = await LocalStore.open(folder / f"{name}.db", {VAULT: AesGcmSeal(new_key())}, clock)
    notes = LateAudit(clock, lambda: "Ana", name)
    book = _Book()
    people = HubPeople(
        desk.link, book, Pins(SecretsInMemory(), quick_hashing(), "hub", clock), clock, at_desks
    )
    staff = Staff(people, clock, notes)
    await staff.load()
    shared = SharedOffice(desk, staff, store.documents, clock, at_desks)
    try:
        yield Pc(shared, staff, Moving(store.documents, shared, notes, clock), notes)
        while at_desks.running:
            await clock.sleep(0.01)
    finally:
        await shared.close()
        await _close(desk)
        await store.close()


class _Book:
    def __init__(self) -> None:
        self.data: bytes | None = None

    async def read(self) -> bytes | None:
        return self.data

    async def write(self, data: bytes) -> None:
        self.data = data


class _Documents:
    """The documents of a PC without a hub."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def get(self, name: str):
        found = self.kept.get(name)
        return None if found is None else type("Stored", (), {"data": found})

    async def put(self, name: str, data: bytes, saved_at: datetime) -> None:
        self.kept[name] = data


async def own_of(clock: FastClock, day: int, seen: int) -> Belongings:
    """What a PC had: Ana, Ben and Cal, one closed day, and one task that Ben has seen."""
    office = SignedOffice()
    staff = await office.with_staff()
    documents = _Documents()
    at = MONDAY.replace(day=day)
    closed = ClosedDay(day=at.date(), clinic=0, by="Ana", at=at, count=Count(), taken=Decimal(10))
    documents.kept[DAYS] = msgspec.json.encode([closed])
    kept = Kept(clock.now(), seen={seen: clock.now()})
    documents.kept[NAME.format(user_num=BEN.user_num)] = msgspec.json.encode(kept)
    return await collected(
        staff.people.book, documents, office.vault, OFFICE, Anchor("0123", start_of("0123"))
    )


async def test_the_first_pc_brings_everything(
    hub: HubOffice, clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """Its people sign in with the PINs that they had, and its days, marks and the end of its audit are known."""
    async with paired(hub, "Desk 1", clock, at_desks, tmp_path) as pc:
        assert pc.staff.standing is Standing.NOBODY
        await pc.moving.keep(await own_of(clock, 16, 7))
        brought = await pc.moving.take_over()
        assert set(brought.added) == {"Ana", "Ben", "Cal"}
        await pc.staff.load()
        assert (await pc.staff.sign_in(BEN.user_num, PINS[2])).role == BEN.role
        days, notebook = (
            ClosedDays(pc.shared.documents, clock),
            Notebook(pc.shared.documents, clock, at_desks),
        )
        await days.load()
        await notebook.load(BEN.user_num)
        assert days.is_closed(MONDAY.date())
        assert 7 in notebook.kept.seen
        assert Action.PAIRED in {each.action for each in pc.notes.pending._records}
        assert (await pc.moving.load()).decided


async def test_a_later_pc_is_merged(
    hub: HubOffice, clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """The same people stay as the hub has them, and days and marks of both PCs are there for both."""
    async with paired(hub, "Desk 1", clock, at_desks, tmp_path) as one:
        await one.moving.keep(await own_of(clock, 16, 7))
        await one.moving.take_over()
        await one.staff.load()
        await one.staff.sign_in(BEN.user_num, PINS[2])
        await Notebook(one.shared.documents, clock, at_desks).load(BEN.user_num)
        async with paired(hub, "Desk 2", clock, at_desks, tmp_path) as two:
            await two.moving.keep(await own_of(clock, 17, 9))
            brought = await two.moving.take_over()
            assert (brought.added, brought.unclear) == ((), ())
            await two.staff.sign_in(BEN.user_num, PINS[2])
            notebook, days = (
                Notebook(two.shared.documents, clock, at_desks),
                ClosedDays(two.shared.documents, clock),
            )
            await notebook.load(BEN.user_num)
            await days.load()
            assert notebook.kept.seen.keys() == {7, 9}
            assert days.is_closed(MONDAY.date())
            assert days.is_closed(MONDAY.replace(day=17).date())


async def test_what_is_unclear_a_manager_decides(
    hub: HubOffice, clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """A person of another name or number is never added silently, and by nobody but a manager."""
    async with paired(hub, "Desk 1", clock, at_desks, tmp_path) as one:
        await one.staff.set_up(ANA, PINS[1])
        await one.staff.people.write(
            one.staff.people.book.with_member(Member(2, "Benedict", "front desk", "BN"))
        )
        await one.staff.people.write(one.staff.people.book.with_member(Member(9, "Cal", "lead", "CA")))
        async with paired(hub, "Desk 2", clock, at_desks, tmp_path) as two:
            await two.moving.keep(await own_of(clock, 16, 7))
            brought = await two.moving.take_over()
            assert [(each.name, each.why) for each in brought.unclear] == [
                ("Ben", Unclear.OTHER_NAME),
                ("Cal", Unclear.OTHER_NUMBER),
            ]
            assert brought.known == ("Ana",)
            with pytest.raises(HubRefused):
                await two.moving.take_over((CAL.user_num,))
            await two.staff.sign_in(ANA.user_num, PINS[1])
            assert (await two.moving.take_over((CAL.user_num,))).added == ("Cal",)
            assert not (await two.moving.load()).decided
            await two.moving.leave()
            book = (await hub.hub.part(OfficeStaff).book())[1]
            assert {each.user_num for each in book.members} == {1, 2, 3, 9}
            assert (await two.moving.load()).decided

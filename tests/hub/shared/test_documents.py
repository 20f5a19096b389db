"""Documents that two desks share through the hub."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from app.api.hub.link import HubRefused
from app.core.tasks import TaskScope
from app.domain.schedule.pinned import PINBOARD, Pin
from app.domain.tasks.reminders import Reminder
from app.hub.shared import documents as hub_documents
from app.hub.shared.audit import OfficeAudit
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.store import LocalStore
from app.services.hub.documents import SharedDocuments
from app.services.hub.merges import shared_kinds
from app.services.money.closing.closed_days import DAYS, ClosedDay, ClosedDays, Count
from app.services.schedule.saved_views.kept import VIEWS
from app.services.tasks.notebook import NAME, Notebook
from app.wire.hub.office import READ_DOCUMENT, WRITE_DOCUMENT, ReadDocument, WriteDocument
from tests.hub.shared.desks import BEN, CAL, PINS, Desk
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

NOBODY_THERE = "https://127.0.0.1:1"


@asynccontextmanager
async def documents_of(
    desk: Desk, clock: FastClock, at_desks: TaskScope, path: Path
) -> AsyncIterator[SharedDocuments]:
    """The documents of a desk, with its own local store."""
    store = await LocalStore.open(path / f"{id(desk)}.db", {VAULT: AesGcmSeal(new_key())}, clock)
    try:
        yield SharedDocuments(
            store.documents, desk.link, shared_kinds(), desk.link.persons.of, clock, at_desks
        )
        await settled(at_desks)
    finally:
        await store.close()


async def settled(at_desks: TaskScope) -> None:
    """Wait until what was sent soon has been sent."""
    clock = FastClock(datetime(2026, 1, 1), times=1)
    while at_desks.running:
        await clock.sleep(0.01)


def closed(day: datetime, by: str, clinic: int = 0) -> ClosedDay:
    """A day that somebody closed."""
    return ClosedDay(
        day=day.date(),
        clinic=clinic,
        by=by,
        at=day,
        count=Count(),
        taken=msgspec.convert(0, type=type(Count().starting)),
    )


async def test_marks_reminders_and_drafts_follow_the_person(
    desks: tuple[Desk, Desk], clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """What a person has read, wants to be reminded of and has typed at one desk is there at the other one."""
    one, two = desks
    for desk in desks:
        await desk.staff.sign_in(BEN.user_num, PINS[2])
    async with (
        documents_of(one, clock, at_desks, tmp_path) as here,
        documents_of(two, clock, at_desks, tmp_path) as there,
    ):
        first = Notebook(here, clock, at_desks)
        await first.load(BEN.user_num)
        first.kept.seen[7] = clock.now()
        first.kept.reminders[7] = Reminder(clock.now() + timedelta(days=1))
        first.unsent_of(BEN.user_num).notes[7] = "Called, no ans"
        first.changed()
        await first.save()
        await settled(at_desks)
        second = Notebook(there, clock, at_desks)
        await second.load(BEN.user_num)
        assert (second.kept.seen, second.kept.reminders) == (first.kept.seen, first.kept.reminders)
        assert second.unsent_of(BEN.user_num).notes == {7: "Called, no ans"}


async def test_two_desks_of_one_person_lose_nothing(
    desks: tuple[Desk, Desk], clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """What is changed at both desks while one has no hub is merged, in both of them, once it is back."""
    one, two = desks
    for desk in desks:
        await desk.staff.sign_in(BEN.user_num, PINS[2])
    name = NAME.format(user_num=BEN.user_num)
    async with (
        documents_of(one, clock, at_desks, tmp_path) as here,
        documents_of(two, clock, at_desks, tmp_path) as there,
    ):
        first, second = Notebook(here, clock, at_desks), Notebook(there, clock, at_desks)
        for notebook in (first, second):
            await notebook.load(BEN.user_num)
            await settled(at_desks)
        url, two.link._base_url = two.link._base_url, NOBODY_THERE
        first.kept.seen[1], second.kept.seen[2] = clock.now(), clock.now()
        first.unsent_of(BEN.user_num).notes[5] = "here"
        second.unsent_of(BEN.user_num).notes[5] = "there"
        for notebook in (first, second):
            notebook.changed()
            await notebook.save()
        await settled(at_desks)
        two.link._base_url = url
        await there.reconnected()
        await here.again(name)
        for notebook in (first, second):
            await notebook.load(BEN.user_num)
            assert notebook.kept.seen.keys() == {1, 2}
            assert set(notebook.kept.unsent.notes[5].splitlines()) == {"here", "there"}


async def test_a_persons_document_is_refused_to_others(desks: tuple[Desk, Desk]) -> None:
    """What a person has typed is sent to no desk but the one where that person is signed in."""
    _, two = desks
    await two.staff.sign_in(CAL.user_num, PINS[3])
    with pytest.raises(HubRefused):
        await two.link.call(READ_DOCUMENT, ReadDocument(name=NAME.format(user_num=BEN.user_num)))
    with pytest.raises(HubRefused):
        await two.link.call(READ_DOCUMENT, ReadDocument(name="staff"))


async def test_a_hub_that_was_not_updated_yet_gets_the_pinboard_later(
    desks: tuple[Desk, Desk],
    clock: FastClock,
    at_desks: TaskScope,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each desk keeps its own until then; after the update both have what both have pinned."""
    one, two = desks
    monkeypatch.setattr(hub_documents, "OF_ALL", frozenset({DAYS, VIEWS}))
    async with (
        documents_of(one, clock, at_desks, tmp_path) as here,
        documents_of(two, clock, at_desks, tmp_path) as there,
    ):
        for apt_num, each in enumerate((here, there), 1):
            assert await each.get(PINBOARD) is None
            pin = Pin(apt_num, apt_num, "Berg, Ann", clock.now(), 30, 1, clock.now())
            await each.put(PINBOARD, msgspec.json.encode([pin]), clock.utc())
            await settled(at_desks)
            assert await pinned(each) == {apt_num}
        monkeypatch.undo()
        for each in (here, there, here):
            await each.reconnected()
        assert await pinned(here) == await pinned(there) == {1, 2}


async def pinned(documents: SharedDocuments) -> set[int]:
    """What is pinned at a desk, by AptNum."""
    stored = await documents.get(PINBOARD)
    assert stored is not None
    return {pin.apt_num for pin in msgspec.json.decode(stored.data, type=list[Pin])}


async def test_days_closed_at_two_desks_are_all_closed(
    desks: tuple[Desk, Desk], clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """Two desks that close days at the same moment both see both, and a reopened day stays reopened."""
    one, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    monday = datetime(2026, 11, 16, 17, 0)
    async with (
        documents_of(one, clock, at_desks, tmp_path) as here,
        documents_of(two, clock, at_desks, tmp_path) as there,
    ):
        first, second = ClosedDays(here, clock), ClosedDays(there, clock)
        for days in (first, second):
            await days.load()
        await first.close(closed(monday, "Ana"))
        await second.close(closed(monday + timedelta(days=1), "Ben"))
        await settled(at_desks)
        await here.again(DAYS)
        await first.reread()
        await second.reread()
        for days in (first, second):
            assert days.is_closed(monday.date())
            assert days.through() == (monday + timedelta(days=1)).date()
        await first.reopen(monday.date(), 0, "Ana")
        await settled(at_desks)
        await there.again(DAYS)
        await second.reread()
        assert not second.is_closed(monday.date())


async def test_a_day_is_closed_by_whoever_may(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """By nobody who isn't signed in; the hub itself records who did it."""
    _, two = desks
    change = WriteDocument(name=DAYS, version=0, body=b"[]")
    with pytest.raises(HubRefused) as refused:
        await two.link.call(WRITE_DOCUMENT, change)
    assert refused.value.status == 403
    assert (await two.link.call(READ_DOCUMENT, ReadDocument(name=DAYS))).version == 0
    await two.staff.sign_in(BEN.user_num, PINS[2])
    assert (await two.link.call(WRITE_DOCUMENT, change)).accepted
    (last, *_) = await hub.hub.part(OfficeAudit).before(2**62)
    assert (last.record.who, last.record.workstation, last.record.kind) == (BEN.name, "Desk 2", DAYS)


async def test_nothing_of_a_document_is_in_clear_in_the_hub(
    desks: tuple[Desk, Desk], hub: HubOffice, clock: FastClock, at_desks: TaskScope, tmp_path: Path
) -> None:
    """What was typed is sealed in the hub's database and its log files."""
    one, _ = desks
    await one.staff.sign_in(BEN.user_num, PINS[2])
    async with documents_of(one, clock, at_desks, tmp_path) as here:
        notebook = Notebook(here, clock, at_desks)
        await notebook.load(BEN.user_num)
        notebook.unsent_of(BEN.user_num).notes[5] = "Zumwalt wants her money back"
        notebook.changed()
        await notebook.save()
        await settled(at_desks)
    found = b"".join(each.read_bytes() for each in tmp_path.glob("hub.db*"))
    assert found
    assert b"Zumwalt" not in found

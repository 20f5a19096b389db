"""Subscribing to events: what is requested, renewed, and removed."""

from __future__ import annotations

from typing import Any

import pytest

from app.api.errors import KeyRefused
from app.api.listening import KINDS, LEASE, EventSubscriptions, note_of, workstation_of
from app.api.modes import Mode, OfficeAddress
from app.wire.permissions import Permission
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from tests.api.offices import ALL, LinkedOffice, Switchboard, connect, tiny_office
from tests.practice import office as tiny
from tests.support.manual_clock import ManualClock

__all__ = ["connect", "tiny_office"]

NOTE = note_of("FRONT1", "mo")
ENDPOINT = "http://localhost:2097/events"


def subscriptions(line: LinkedOffice, note: str = NOTE, **more: Any) -> EventSubscriptions:
    """A program's subscriptions at this office; its clock is years away from the office's."""
    more.setdefault("clock", ManualClock())
    return EventSubscriptions(line.office, ENDPOINT, workstation="SERVER", note=note, **more)


def kept(line: LinkedOffice) -> list[tuple[Any, ...]]:
    """This key's subscriptions in the office, by table."""
    key = line.practice.keys.customer_key
    wanted = (
        "SELECT WatchTable, EndPointUrl, Workstation, DateTimeStop FROM apisubscription WHERE CustomerKey = ?"
    )
    return line.sql(f"{wanted} AND Workstation <> 'NOBODY' ORDER BY ApiSubscriptionNum", key)


async def test_it_subscribes_with_the_workstations_name(connect: Switchboard) -> None:
    """Each table has its own address and subscription, with an expiration by the office's clock."""
    async with connect() as line:
        assert await subscriptions(line).subscribe() == len(KINDS)
        *rows, ui = kept(line)
        assert ui[:3] == ("", f"{ENDPOINT}/PatientSelected", "SERVER")
        assert [row[0] for row in rows] == [
            "Appointment", "AppointmentDeleted", "Schedule", "Patient", "Operatory", "Provider",
        ]  # fmt: skip
        assert {row[1:3] for row in rows} == {(f"{ENDPOINT}/{row[0]}", "SERVER") for row in rows}
        assert {row[3][:10] for row in rows} <= {str(tiny.TODAY), str(tiny.TOMORROW)}


async def test_a_hub_follows_what_is_selected_at_every_computer(connect: Switchboard) -> None:
    """It leaves the workstation of that subscription blank: every running Open Dental sends it."""
    async with connect() as line:
        await subscriptions(line, machine=None).subscribe()
        *rows, ui = kept(line)
        assert ui[2] == ""
        assert {row[2] for row in rows} == {"SERVER"}


async def test_what_a_crash_left_is_removed(connect: Switchboard) -> None:
    """The next start removes its own old subscriptions, and nobody else's."""
    async with connect() as line:
        await subscriptions(line).subscribe()
        await subscriptions(line, note_of("BACK2", "mo"), kinds=[WatchedTable.PATIENT]).subscribe()
        await subscriptions(line).subscribe()
        assert len(kept(line)) == len(KINDS) + 1
        assert len(line.sql("SELECT * FROM apisubscription WHERE CustomerKey = 'another key'")) == 1


async def test_stopping_removes_all_subscriptions(connect: Switchboard) -> None:
    """On stop all subscriptions of this run are removed, even if one was removed before."""
    async with connect() as line:
        mine = subscriptions(line)
        await mine.subscribe()
        line.sql("DELETE FROM apisubscription WHERE WatchTable = 'Schedule'")
        await mine.unsubscribe()
        assert kept(line) == []


async def test_renewing_extends_subscriptions(connect: Switchboard) -> None:
    """Renewing extends each expiration, and recreates removed subscriptions."""
    async with connect() as line:
        clock = ManualClock()
        mine = subscriptions(line, clock=clock, kinds=[WatchedTable.PATIENT, WatchedTable.SCHEDULE])
        await mine.subscribe()
        before = {row[0]: row[3] for row in kept(line)}
        line.sql("DELETE FROM apisubscription WHERE WatchTable = 'Schedule'")
        await clock.advance(LEASE.total_seconds() / 2)
        await mine.renew()
        after = {row[0]: row[3] for row in kept(line)}
        assert set(after) == set(before)
        assert after["Patient"] > before["Patient"]


async def test_a_key_that_may_not_delete_lets_them_end(connect: Switchboard) -> None:
    """Without AllOthers a subscription is ended by setting its expiration to now."""
    async with connect(permissions=ALL - {Permission.ALL_OTHERS}) as line:
        mine = subscriptions(line, kinds=[WatchedTable.PATIENT])
        await mine.subscribe()
        ((_, _, _, before),) = kept(line)
        await mine.unsubscribe()
        ((_, _, _, after),) = kept(line)
        assert after < before
        await line.office.probe()
        await subscriptions(line, kinds=[]).subscribe()


@pytest.mark.parametrize(
    ("version", "known", "count"), [("22.4.35", True, 4), ("24.2.11", True, 7), ("22.4.20", False, 3)]
)
async def test_an_older_office_is_asked_for_what_it_tells(
    connect: Switchboard, version: str, known: bool, count: int
) -> None:
    """Tables that the office's version lacks are left out, whether the version is known or not."""
    async with connect(version=version) as line:
        if known:
            await line.office.probe_version()
        assert await subscriptions(line).subscribe() == count


async def test_a_second_try_adds_what_is_missing(connect: Switchboard) -> None:
    """Subscribing again after a partial failure duplicates nothing."""
    async with connect() as line:
        mine = subscriptions(line)
        await mine.subscribe()
        assert await mine.subscribe() == len(KINDS)
        assert len(kept(line)) == len(KINDS)


async def test_what_people_do_is_subscribed_to_as_well(connect: Switchboard) -> None:
    """A UI event has no interval."""
    async with connect() as line:
        assert await subscriptions(line, kinds=[UiEventKind.PATIENT_SELECTED]).subscribe() == 1
        (row,) = line.sql("SELECT UiEventType, PollingSeconds FROM apisubscription WHERE UiEventType <> ''")
        assert row == ("PatientSelected", 0)


async def test_a_refused_key_is_told(connect: Switchboard) -> None:
    """Failures are raised as the client's errors."""
    async with connect() as line:
        object.__setattr__(line.practice.keys, "customer_key", "another")
        with pytest.raises(KeyRefused):
            await subscriptions(line).subscribe()


@pytest.mark.parametrize(
    ("mode", "url", "name"),
    [
        (Mode.LOCAL, "http://localhost:30222/api/v1", "FRONT1"),
        (Mode.SERVICE, "http://server.office.lan:30223/api/v1", "SERVER"),
        (Mode.SERVICE, "http://10.0.0.5:30223/api/v1", "FRONT1"),
        (Mode.SERVICE, "http://[fd00::5]:30223/api/v1", "FRONT1"),
        (Mode.SERVICE, "http://localhost:30223/api/v1", "FRONT1"),
    ],
)
def test_the_address_that_events_are_sent_to(mode: Mode, url: str, name: str) -> None:
    """The server by its name; this PC if Open Dental runs on it, or if the server has no name."""
    assert workstation_of(OfficeAddress(mode, url), "FRONT1") == name


def test_a_note_is_never_too_long() -> None:
    """The office stores 255 characters."""
    assert len(note_of("M" * 200, "u" * 200)) == 255

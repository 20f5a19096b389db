"""Subscriptions: who may subscribe to what."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice.conftest import Desk, Opener, good, refused

HERE = "http://localhost:2097/"


async def test_a_subscription_begins_now(desk: Desk) -> None:
    """Fields not sent are blank, the start is now, there is no end, and the key is the caller's."""
    sent = {"EndPointUrl": HERE, "Workstation": "FRONT1", "WatchTable": "Appointment", "PollingSeconds": 5}
    row = good(await desk.post("/subscriptions", **sent)).json()
    assert row == {
        "SubscriptionNum": 3,
        **sent,
        "CustomerKey": desk.practice.keys.customer_key,
        "UiEventType": "",
        "DateTimeStart": f"{office.TODAY} 12:00:00",
        "DateTimeStop": "0001-01-01 00:00:00",
        "Note": "",
    }
    signals = await desk.rows("/signalods", SigDateTime=f"{office.TODAY} 00:00:00")
    assert [each["IType"] for each in signals] == ["ApiSubscriptions"]
    assert desk.sql("SELECT PermType, FKey FROM securitylog") == [(225, 3)]


async def test_a_bare_date_is_its_midnight(desk: Desk) -> None:
    """DateTimeStart accepts a date alone."""
    sent = {"EndPointUrl": HERE, "UiEventType": "PatientSelected", "DateTimeStart": "2026-01-31"}
    row = good(await desk.post("/subscriptions", **sent)).json()
    assert (row["DateTimeStart"], row["PollingSeconds"]) == ("2026-01-31 00:00:00", 0)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "WatchTable or UiEventType"),
        ({"WatchTable": "Patient", "PollingSeconds": 5, "UiEventType": "PatientSelected"}, "not both"),
        ({"WatchTable": "Patient"}, "PollingSeconds is required"),
        ({"WatchTable": "Patient", "PollingSeconds": 0}, "PollingSeconds"),
        ({"UiEventType": "PatientSelected", "PollingSeconds": 5}, "PollingSeconds"),
        ({"WatchTable": "ToothInitial", "PollingSeconds": 5}, "no version"),
        ({"WatchTable": "Patient", "PollingSeconds": 5, "EndPointUrl": "localhost:2097"}, "EndPointUrl"),
        ({"WatchTable": "Patient", "PollingSeconds": 5, "EndPointUrl": "http://host:99999/"}, "EndPointUrl"),
        ({"WatchTable": "Patient", "PollingSeconds": 5, "Note": "x" * 256}, "Note"),
    ],
)
async def test_what_cannot_be_meant_is_refused(desk: Desk, sent: dict[str, Any], words: str) -> None:
    """One event type, polled if it is a table, sent to a web address."""
    refused(await desk.post("/subscriptions", **{"EndPointUrl": HERE, **sent}), 400, words)


@pytest.mark.parametrize(
    ("table", "version", "known"),
    [("AppointmentDeleted", "22.4.34", False), ("AppointmentDeleted", "22.4.35", True), ("Schedule", "24.2.10", False),
     ("Schedule", "24.2.11", True), ("PatField", "22.4.7", False), ("Appointment", "22.1", True)],
)  # fmt: skip
async def test_tables_came_one_by_one(open_desk: Opener, table: str, version: str, known: bool) -> None:
    """An office older than a watched table refuses it with the version needed."""
    desk = open_desk(version=version)
    sent = {"EndPointUrl": HERE, "WatchTable": table, "PollingSeconds": 5}
    answer = await desk.post("/subscriptions", **sent)
    assert answer.status_code == (201 if known else 400), answer.text


async def test_another_keys_subscriptions_are_not_there(desk: Desk) -> None:
    """A key sees, changes and removes only its own."""
    assert [row["SubscriptionNum"] for row in await desk.rows("/subscriptions")] == [papers.WATCHED]
    path = f"/subscriptions/{papers.SOMEBODY_ELSES}"
    refused(await desk.put(path, Note="mine"), 404, "not found")
    refused(await desk.delete(path), 404, "not found")


async def test_a_subscription_is_changed_and_removed(desk: Desk) -> None:
    """PUT changes the fields sent; an interval only for polled ones; DELETE removes it."""
    path = f"/subscriptions/{papers.WATCHED}"
    answer = good(await desk.put(path, Workstation="", DateTimeStop="2026-12-31", PollingSeconds=30))
    assert answer.content == b""
    (row,) = await desk.rows("/subscriptions")
    assert (row["Workstation"], row["DateTimeStop"], row["PollingSeconds"]) == ("", "2026-12-31 00:00:00", 30)
    refused(await desk.put(path, EndPointUrl="ftp://host/"), 400, "EndPointUrl")
    desk.sql(
        "UPDATE apisubscription SET WatchTable = '', UiEventType = 'PatientSelected' WHERE ApiSubscriptionNum = 1"
    )
    refused(await desk.put(path, PollingSeconds=30), 400, "PollingSeconds")
    good(await desk.delete(path))
    assert await desk.rows("/subscriptions") == []

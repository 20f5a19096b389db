"""The practice in a MariaDB by URL: the same as in a SQLite file. Skipped if MariaDB is not installed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.practice.server.app import Practice, open_practice
from app.practice.server.events import EventEngine
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice import office
from tests.practice.conftest import OfficeClock, client_of, good, refused
from tests.practice.event_office import Mailbox
from tests.practice.maria import Maria, needs_mariadb

pytestmark = needs_mariadb


@pytest.fixture(scope="module")
def server(maria: Maria) -> str:
    """The URL of an empty database."""
    return maria.database("practice")


def opened(url: str, clock: OfficeClock | None = None) -> Practice:
    """The made-up practice at a URL or in a file."""
    return open_practice(
        url,
        seed=7,
        today=office.TODAY,
        clock=clock or OfficeClock(),
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )


READS = (
    f"/appointments?date={office.TODAY}",
    f"/schedules?date={office.TODAY}",
    "/operatories",
    "/providers",
    "/definitions?Category=2",
    "/appointmenttypes",
    "/preferences",
    "/patients?LName=b",
    "/patients/Simple?Limit=200",
    "/procedurelogs?PatNum=3",
    "/allergydefs",
    "/chartmodules/3/ProgNotes",
    "/medications",
    "/toothinitials",
    "/treatplans?TPStatus=Saved",
    "/payments?PatNum=3",
    "/paysplits?PatNum=3",
    "/adjustments?PatNum=3",
    "/payplans?PatNum=3",
    "/statements",
    "/accountmodules/3/PatientBalances",
    "/accountmodules/3/ServiceDateView?isFamily=true",
    f"/appointments/Slots?date={office.TOMORROW}",
    f"/signalods?SigDateTime={office.TODAY}%2000:00:00",
    "/fees?CodeNum=1",
    "/procedurecodes",
    "/covspans?CovCatNum=1",
    "/discountplans",
    "/deposits",
    "/userods",
    f"/clockevents?date={office.YESTERDAY - datetime.timedelta(days=2)}",
    "/securitylogs?PermType=PatientCreate",
    "/reports/Aging",
    "/reports/FinanceCharges?ProvNums=1",
    "/recalltypes",
    "/recalls?Limit=300",
    "/recalls/List?RecallType=Perio&IncludeReminded=true",
    "/tasklists",
    "/tasks",
    "/tasknotes?Limit=50",
    "/popups?PatNum=1",
    "/patfielddefs",
    "/patfields?FieldName=Photo%20consent",
    "/patientraces?PatNum=3",
    "/patrestrictions",
    "/guardians?Limit=50",
    "/referrals?BusinessName=oral",
    "/refattaches?Limit=50",
    "/asapcomms",
    "/autonotes",
    "/autonotecontrols",
    "/quickpastecats",
    "/quickpastenotes",
    "/apptfielddefs",
    "/documents?PatNum=52",
    "/documents/7",
    "/sheets?PatNum=3",
    "/sheetfields?SheetNum=1",
    "/sheetdefs",
    "/sheetfielddefs",
    "/familymodules/36/Insurance",
    "/carriers",
    "/insplans?PlanType=percentage",
    "/benefits?PlanNum=3",
    "/insverifies?VerifyType=PatientEnrollment",
    "/claims?ClaimStatus=S",
    "/claimprocs?Limit=300",
    "/claimpayments?Limit=300",
    "/claimtrackings",
    "/etranss?PatNum=111",
)


async def rows(http: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    """A list, by its first field: the databases sort names differently."""
    said: Any = good(await http.get(path)).json()
    found: list[dict[str, Any]] = said if isinstance(said, list) else [said]
    return sorted(found, key=lambda row: str(next(iter(row.values()))))


async def test_the_practice_is_the_same_in_mariadb(server: str, tmp_path: Path) -> None:
    """A practice in MariaDB answers every list as in SQLite, and keeps what is written."""
    here, there = opened(str(tmp_path / "practice.db")), opened(server)
    try:
        async with client_of(here) as sqlite, client_of(there) as maria:
            for path in READS:
                assert await rows(maria, path) == await rows(sqlite, path), path
            visits = good(await maria.get("/appointments", params={"date": str(office.TOMORROW)})).json()
            visit = next(each for each in visits if each["AptStatus"] == "Scheduled")["AptNum"]
            good(await maria.put(f"/appointments/{visit}/Note", json={"Note": "kept: 100 % ✓"}))
            good(await maria.put(f"/appointments/{visit}/Break", json={"sendToUnscheduledList": "true"}))
            query = {
                "SqlCommand": f"SELECT Note FROM appointment WHERE AptNum = {visit} AND Note LIKE '%kept%'"
            }
            (row,) = good(await maria.put("/queries/ShortQuery", json=query)).json()
            assert row["Note"].endswith("kept: 100 % ✓")
            await check_queries(maria)
    finally:
        there.close()
        here.close()


COMMAND = """SET @first = 1; CREATE TEMPORARY TABLE t SELECT PatNum FROM patient WHERE PatNum <= 3;
DELETE FROM t WHERE PatNum = @first; DROP TABLE IF EXISTS u;
SELECT COUNT(*) AS n, SUM(PatNum) AS s, NOW() AS now FROM t"""
WRITES = (
    "DELETE FROM appointment",
    "CREATE TABLE t (a INT)",
    "DROP TABLE patient",
    "SET GLOBAL read_only = 1",
    "SELECT 1; COMMIT; DELETE FROM patient",
    "SELECT LName FROM patient INTO OUTFILE '/tmp/people.csv'",
    "SELECT 1 /*! FROM patient FOR UPDATE */",
)


async def check_queries(http: httpx.AsyncClient) -> None:
    """Variables and temporary tables exist for one command, by the practice's clock; nothing permanent is written."""

    async def send(sql: str) -> httpx.Response:
        return await http.put("/queries/ShortQuery", json={"SqlCommand": sql})

    for _ in range(2):
        assert good(await send(COMMAND)).json() == [{"n": 2, "s": 5, "now": f"{office.TODAY}T12:00:00"}]
    assert good(await send("SELECT @first AS f")).json() == [{"f": None}]
    for sql in WRITES:
        refused(await send(sql), 401, "read-only")
    refused(await send("SELEC 1"), 400, "SQL error")


async def test_events_are_fired_from_mariadb(server: str) -> None:
    """A subscription of a practice in MariaDB is polled, delivered and advanced."""
    clock, mailbox = OfficeClock(), Mailbox()
    practice = opened(server, clock)
    try:
        async with client_of(practice) as http:
            sent = {"EndPointUrl": "http://localhost:9/", "WatchTable": "Patient", "PollingSeconds": 5}
            number = good(await http.post("/subscriptions", json=sent)).json()["SubscriptionNum"]
            engine = EventEngine(practice, mailbox, workstation="FRONT1")
            good(await http.put("/patients/3", json={"City": "Salem"}))
            clock.pass_(seconds=5)
            await engine.poll()
            assert [row["City"] for row in mailbox.rows()[0]] == ["Salem"]
            (mine,) = good(await http.get("/subscriptions")).json()
            assert (mine["SubscriptionNum"], mine["DateTimeStart"]) == (number, f"{office.TODAY} 12:00:05")
            good(await http.delete(f"/subscriptions/{number}"))
    finally:
        practice.close()

"""The practice in a MariaDB by URL: the same practice as in a SQLite file. Skipped where no MariaDB is installed."""

from __future__ import annotations

import getpass
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from app.practice.app import Practice, open_practice
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.practice import office
from tests.practice.conftest import OfficeClock, client_of, good, refused

PATIENCE_SECONDS = 30.0

pytestmark = pytest.mark.skipif(
    not (shutil.which("mariadbd") and shutil.which("mariadb-install-db")), reason="no MariaDB is installed"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty database on a MariaDB of our own, which listens on a socket in its folder alone."""
    folder = tmp_path_factory.mktemp("maria")
    user, data, socket = getpass.getuser(), folder / "data", folder / "s"
    login = "--auth-root-authentication-method=normal"
    subprocess.run(
        ["mariadb-install-db", "--no-defaults", f"--user={user}", f"--datadir={data}", login],
        check=True,
        capture_output=True,
    )
    process = subprocess.Popen(
        ["mariadbd", "--no-defaults", f"--user={user}", f"--datadir={data}", f"--socket={socket}", "--skip-networking"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        waiting = ["mariadb-admin", "--no-defaults", f"--socket={socket}", "--user=root", "--wait=30", "ping"]
        subprocess.run(waiting, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
        url = f"mysql+pymysql://root@localhost/{{}}?unix_socket={socket}&charset=utf8mb4"
        engine = sa.create_engine(url.format("mysql"))
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE DATABASE practice CHARACTER SET utf8mb4")
        engine.dispose()
        yield url.format("practice")
    finally:
        process.terminate()
        process.wait()


def opened(url: str) -> Practice:
    """The invented practice at a URL or in a file."""
    return open_practice(
        url,
        seed=7,
        today=office.TODAY,
        clock=OfficeClock(),
        pace=None,
        permissions=frozenset(Permission),
        version=Version.parse("25.1"),
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
    "/payments?PatNum=3",
    "/paysplits?PatNum=3",
    "/adjustments?PatNum=3",
    "/payplans?PatNum=3",
    "/statements",
    "/accountmodules/3/PatientBalances",
    "/accountmodules/3/ServiceDateView?isFamily=true",
    f"/appointments/Slots?date={office.TOMORROW}",
    f"/signalods?SigDateTime={office.TODAY}%2000:00:00",
)


async def rows(http: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    """A list, by its first field: each database has an order of its own for the names of people."""
    found: list[dict[str, Any]] = good(await http.get(path)).json()
    return sorted(found, key=lambda row: str(next(iter(row.values()))))


async def test_the_practice_is_the_same_in_mariadb(server: str, tmp_path: Path) -> None:
    """A practice in MariaDB answers every list as the same practice in SQLite does, and keeps what is written."""
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
            refused(
                await maria.put("/queries/ShortQuery", json={"SqlCommand": "DELETE FROM appointment"}), 401
            )
    finally:
        there.close()
        here.close()

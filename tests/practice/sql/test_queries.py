"""Queries: read-only SQL."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from app.core.clock import SystemClock
from app.practice.server.refusals import TookTooLong
from app.practice.sql.answers import whole
from app.practice.sql.limits import MOST_SECONDS
from app.practice.sql.sqlite_queries import SqliteQueries, read_only
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused


async def query(desk: Desk, sql: str, **page: int) -> list[dict[str, object]]:
    """The rows of a short query."""
    answer = await desk.http.put("/queries/ShortQuery", params=page, json={"SqlCommand": sql})
    rows: list[dict[str, object]] = good(answer).json()
    return rows


async def test_names_of_a_day_come_in_one_query(desk: Desk) -> None:
    """ShortQuery returns the columns of its SELECT, with dates as ISO text with a T."""
    sql = "SELECT PatNum, LName, Birthdate FROM patient WHERE PatNum IN (1, 3)\nORDER BY PatNum"
    assert await query(desk, sql) == [
        {"PatNum": 1, "LName": "Berg", "Birthdate": "1980-02-03T00:00:00"},
        {"PatNum": 3, "LName": "Diaz", "Birthdate": "0001-01-01T00:00:00"},
    ]
    rows = await query(desk, "SELECT AptDateTime FROM appointment WHERE AptNum = 1")
    assert rows == [{"AptDateTime": "2026-11-23T09:00:00"}]


async def test_a_command_may_span_lines(desk: Desk) -> None:
    """Line breaks and tabs are accepted inside the body's texts; otherwise invalid JSON is refused."""

    async def send(body: bytes) -> httpx.Response:
        return await desk.http.put(
            "/queries/ShortQuery", content=body, headers={"Content-Type": "application/json"}
        )

    answer = await send(b'{\n"SqlCommand": "SELECT LName\r\n\tFROM patient\nWHERE PatNum IN(3)"\n}')
    assert good(answer).json() == [{"LName": "Diaz"}]
    for wrong in (b'{"SqlCommand": NaN}', b"[" * 100_000, b'{"SqlCommand": "SELECT 1"', b"\xff"):
        refused(await send(wrong), 400, "JSON")


async def test_pay_periods_can_be_asked_for(desk: Desk) -> None:
    """A table without a resource can be queried, its columns named as Open Dental's."""
    assert await query(desk, "SELECT * FROM payperiod") == [
        {
            "PayPeriodNum": 1,
            "DateStart": "2026-11-16T00:00:00",
            "DateStop": "2026-11-29T00:00:00",
            "DatePaycheck": "2026-12-04T00:00:00",
        }
    ]


async def test_a_page_holds_a_hundred_rows(desk: Desk) -> None:
    """At most 100 rows are returned, whatever the mode; Offset continues."""
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250) SELECT i FROM n"
    pages = [await query(desk, sql, Offset=offset) for offset in (0, 100, 200)]
    assert [len(page) for page in pages] == [100, 100, 50]
    assert pages[2][0] == {"i": 201}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM patient",
        "UPDATE patient SET LName = 'x'",
        "INSERT INTO clinic (Abbr) VALUES ('x')",
        "DROP TABLE patient",
        "CREATE TABLE x (a)",
        "ATTACH DATABASE 'x.db' AS x",
        "PRAGMA journal_mode=DELETE",
        "SELECT 1; DELETE FROM patient",
        "SELECT load_extension('x')",
        "VACUUM",
    ],
)
async def test_what_would_change_something_is_not_run(desk: Desk, sql: str) -> None:
    """A command that is neither read-only nor confined to temporary tables is a 401."""
    refused(await desk.put("/queries/ShortQuery", SqlCommand=sql), 401, "read-only")
    assert desk.sql("SELECT count(*) FROM patient") == [(len(office.ROWS["patient"]),)]


async def test_temporary_tables_are_allowed_and_gone_afterwards(desk: Desk) -> None:
    """Temporary tables exist for one command; the last SELECT's rows are the answer."""
    sql = "CREATE TEMPORARY TABLE t AS SELECT PatNum FROM patient; INSERT INTO t VALUES (99); SELECT count(*) c FROM t"
    assert await query(desk, sql) == [{"c": len(office.ROWS["patient"]) + 1}]
    refused(await desk.put("/queries/ShortQuery", SqlCommand="SELECT * FROM t"), 400, "SQL error")


async def test_wrong_sql_is_explained(desk: Desk) -> None:
    """A syntax error is a 400 with the database's message; a missing command is named."""
    refused(await desk.put("/queries/ShortQuery", SqlCommand="SELEC 1"), 400, "SQL error")
    refused(await desk.put("/queries/ShortQuery", SqlCommand=f"SELECT {'(' * 5000}1"), 400, "SQL error")
    refused(await desk.put("/queries/ShortQuery"), 400, "SqlCommand")
    refused(await desk.put("/queries/ShortQuery", SqlCommand=" "), 400, "SqlCommand")


@pytest.mark.parametrize("sign", ["\0", "\\0"])
async def test_a_sign_that_no_text_has(desk: Desk, sign: str) -> None:
    """A character that one of the databases can't store is answered or explained, never a failure."""
    answer = await desk.put("/queries/ShortQuery", SqlCommand=f"SELECT 'a{sign}b'")
    assert answer.status_code in (200, 400)


async def test_mariadbs_usual_functions_are_there(desk: Desk) -> None:
    """Queries as offices write them for MariaDB work here, too."""
    sql = """SELECT CONCAT(LName, ', ', FName) AS `Name`, YEAR(Birthdate) AS y, IF(PatNum = 1, 'a', 'b') AS i,
        DATE_FORMAT(Birthdate, '%m/%d/%Y') AS d, DATEDIFF(CURDATE(), '2026-11-20') AS n, NOW() AS t
        FROM Patient WHERE LName = 'BERG' AND PatNum = 1"""
    (row,) = await query(desk, sql)
    assert row == {
        "Name": "Berg, Ann", "y": 1980, "i": "a", "d": "02/03/1980", "n": 3, "t": "2026-11-23T12:00:00",
    }  # fmt: skip


async def test_columns_of_one_name_are_told_apart(desk: Desk) -> None:
    """Two columns of one name are both returned."""
    assert await query(desk, "SELECT 1 AS a, 2 AS a") == [{"a": 1, "a1": 2}]


async def test_a_query_that_never_ends_is_stopped(template: Path) -> None:
    """A query that takes longer than 60 seconds ends in 504."""

    class Racing:
        """A clock that is ten seconds later at each call."""

        time = 0.0

        def now(self) -> object:
            return office.TODAY

        def monotonic(self) -> float:
            self.time += 10
            return self.time

        async def sleep(self, seconds: float) -> None:
            raise NotImplementedError

    queries = SqliteQueries(template, Racing())
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(TookTooLong):
        queries.run(endless, whole)
    queries.close()
    assert MOST_SECONDS == 60


async def test_every_query_is_in_the_audit_trail(desk: Desk) -> None:
    """The executed command is recorded."""
    await query(desk, "SELECT 1")
    assert desk.sql("SELECT LogText FROM securitylog WHERE PermType = 19") == [("SELECT 1",)]


SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}


async def test_a_result_goes_to_the_sftp_folder_as_csv(open_desk: Opener, tmp_path: Path) -> None:
    """POST writes comma-delimited CSV to SftpAddress, creates the folders, and overwrites."""
    desk = open_desk(files=tmp_path / "sftp")
    sql = "SELECT PatNum, LName FROM patient WHERE PatNum <= 2"
    for command, text in ((sql, "PatNum,LName\r\n1,Berg\r\n2,Berg\r\n"), ("SELECT 1 WHERE 0", "OK")):
        address = "site/me/Some Folder/people.csv"
        answer = await desk.post("/queries", SqlCommand=command, SftpAddress=address, **SFTP)
        assert (answer.status_code, answer.content) == (201, b"")
        assert (tmp_path / "sftp" / address).read_bytes().decode() == text


@pytest.mark.parametrize(
    "address",
    ["../x.csv", "/etc/x.csv", "site/../../x.csv", "site/", "x.csv", "site\\x.csv", "C:/x.csv", " "],
)
async def test_a_result_never_leaves_the_sftp_folder(open_desk: Opener, tmp_path: Path, address: str) -> None:
    """An SftpAddress that isn't a path below the server is refused."""
    desk = open_desk(files=tmp_path / "deep" / "sftp")
    answer = await desk.post("/queries", SqlCommand="SELECT 1", SftpAddress=address, **SFTP)
    refused(answer, 400, "SftpAddress")
    assert files_below(tmp_path) == []


def files_below(folder: Path) -> list[Path]:
    """The CSV files anywhere in a folder."""
    return list(folder.glob("**/*.csv"))


async def test_without_an_sftp_server_there_is_no_connection(desk: Desk) -> None:
    """A practice without a folder for files refuses with a connection error."""
    answer = await desk.post("/queries", SqlCommand="SELECT 1", SftpAddress="site/x.csv", **SFTP)
    refused(answer, 400, "SFTP")
    refused(
        await desk.post("/queries", SqlCommand="DELETE FROM clinic", SftpAddress="s/x", **SFTP), 400, "SFTP"
    )


@pytest.mark.parametrize("name", ["50% of #1?", "Zo\u00eb & \u5317"])
def test_a_practice_may_be_anywhere(tmp_path: Path, name: str) -> None:
    """No sign of a folder's name is taken for a part of SQLite's address."""
    folder = tmp_path / (name.replace("?", "") if os.name == "nt" else name)
    folder.mkdir()
    assert _ones_in(folder) == [(1,)]


@pytest.mark.skipif(os.name != "nt", reason="such paths are Windows' own")
def test_a_practice_may_be_in_a_long_path_or_in_the_network(tmp_path: Path) -> None:
    """Windows writes a long path with a prefix, which SQLite took for a host and refused; a share likewise."""
    assert _ones_in(Path(f"\\\\?\\{tmp_path}")) == [(1,)]
    assert read_only(Path(r"\\server\share\practice.db")) == "file:%5C%5Cserver%5Cshare%5Cpractice.db?mode=ro"


def _ones_in(folder: Path) -> list[tuple[object, ...]]:
    """What a query answers from a file in this folder."""
    path = folder / "practice.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE one AS SELECT 1 AS number")
    queries = SqliteQueries(path, SystemClock())
    try:
        return queries.run("SELECT number FROM one", whole).rows
    finally:
        queries.close()

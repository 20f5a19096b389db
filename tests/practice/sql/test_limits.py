"""No command of the Queries resource takes more time or memory than one may have."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.practice.server.refusals import BadRequest, Refusal, TookTooLong
from app.practice.sql import patterns
from app.practice.sql.answers import Table, page, whole
from app.practice.sql.groups import GroupConcat
from app.practice.sql.limits import MOST_TEXT, Allowance
from app.practice.sql.sqlite_queries import SqliteQueries
from tests.practice.conftest import Desk, OfficeClock, Opener, good, refused

MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
SFTP = {"SftpUsername": "me", "SftpPassword": "secret", "SftpAddress": "site/many.csv"}


class Ticking(OfficeClock):
    """A clock that is a hundredth of a second later at each look: time passes without waiting."""

    ticks = 0

    def monotonic(self) -> float:
        """Seconds."""
        self.ticks += 1
        return self.ticks / 100


@pytest.fixture
def queries(template: Path) -> Iterator[SqliteQueries]:
    """Queries on the tiny office."""
    found = SqliteQueries(template, Ticking())
    yield found
    found.close()


def rows(queries: SqliteQueries, sql: str) -> list[tuple[Any, ...]]:
    """What a query answers."""
    table: Table = queries.run(sql, whole)
    return table.rows


DOUBLED = ", ".join(f"a{n} AS (SELECT p.x FROM a{n - 1} p, a{n - 1} q)" for n in range(1, 31))
TOO_MUCH = {
    "repeat": f"SELECT REPEAT('a', {MOST_TEXT + 1})",
    "repeat of much": "SELECT LENGTH(REPEAT('a', 900000000))",
    "space": "SELECT SPACE(900000000)",
    "pad": "SELECT LPAD('a', 2000000000, 'b')",
    "concat": "SET @a = REPEAT('a', 1000000); SELECT CONCAT(@a, @a)",
    "concat with": "SET @a = REPEAT('a', 1000000); SELECT CONCAT_WS(',', @a, @a)",
    "doubling": "SET @a = 'aaaaaaaaaaaaaaaa';" + "SET @a = CONCAT(@a, @a);" * 26,
    "replace": "SELECT REPLACE(REPEAT('a', 100000), 'a', REPEAT('b', 1000))",
    "replace by pattern": "SELECT REGEXP_REPLACE(REPEAT('a', 100000), 'a', REPEAT('b', 1000))",
    "date format": "SELECT DATE_FORMAT('2026-01-01', REPEAT('%r', 100000))",
    "reading a date": "SELECT STR_TO_DATE('1', REPEAT('a', 100000))",
    "pattern": "SELECT 'a' RLIKE REPEAT('a?', 1000)",
    "LIKE": "SELECT 'a' LIKE REPEAT('%a', 1000)",
    "variables": "".join(f"SET @a{n} = REPEAT('a', 1000000);" for n in range(70)),
    "groups": MANY.format(100) + "SELECT LENGTH(GROUP_CONCAT(REPEAT('a', 1000000))) FROM n",
    "rows": MANY.format(100) + "SELECT REPEAT('a', 1000000) FROM n",
    "hex": f"SELECT LENGTH({'HEX(' * 20}'aaaaaaaaaaaaaaaaaaaa'{')' * 20})",
    "zeroblob": "SELECT LENGTH(zeroblob(900000000))",
    "printf": "SELECT printf('%*d', 900000000, 1)",
    "columns": f"SELECT {','.join(['1'] * 1_001)}",
    "words": f"SELECT {','.join(['1.5'] * 5_001)}",
    "characters": f"SELECT '{'a' * 1_000_000}'",
    "WITH": f"WITH a0 AS (SELECT 1 x), {DOUBLED} SELECT COUNT(*) FROM a30",
    "WITH of columns": f"WITH a0(x) AS (SELECT 1), {DOUBLED} SELECT COUNT(*) FROM a30",
    "a quote": "SELECT '" + "\\'" * 100_000,
    "comments": "SELECT 1 " + "/*" * 100_000,
    "no end to a pattern": "SELECT 'a' RLIKE '(?R)?a'",
    "no end to a pattern after a backslash": r"SELECT 'a' RLIKE '\\\\(?R)?a'",
    "a pattern repeated": "SELECT 'a' RLIKE 'a{1000000000}'",
    "a pattern repeated at least": "SELECT REGEXP_REPLACE('a', 'a{1000000000,}', '')",
    "a repeated repetition": "SELECT 'a' RLIKE '((a{1000}){1000}){1000}'",
    "parentheses": "SELECT " + "(" * 4_000 + "1" + ")" * 4_000,
    "assignments": f"SELECT {'@a := ' * 4_000}1",
    "intervals": "SELECT NOW()" + " + INTERVAL 1" * 3_000,
    "many SELECTs": "SELECT " * 9_000,
    "many UNIONs": "SELECT 1" + " UNION SELECT 1" * 3_000,
    "parentheses that nothing opens": "SELECT 1" + ") AS " * 4_900,
    "digits apart": "SELECT 'a' RLIKE '(?ix)a{1 000 000 000}'",
}


@pytest.mark.parametrize("sql", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_takes_too_much_is_refused_at_once(queries: SqliteQueries, sql: str) -> None:
    """A text, a pattern, a row or a command beyond the limits is refused, and hardly any memory is taken before."""
    tracemalloc.start()
    try:
        with pytest.raises(Refusal) as refusal:
            rows(queries, sql)
        assert refusal.value.status in (400, 401)
        assert tracemalloc.get_traced_memory()[1] < 250_000_000
    finally:
        tracemalloc.stop()
    assert rows(queries, "SELECT 1") == [(1,)], "the connection is not usable afterwards"


@pytest.mark.parametrize(
    "name",
    [
        "parentheses", "assignments", "intervals", "many SELECTs", "many UNIONs", "parentheses that nothing opens",
    ],
)  # fmt: skip
def test_a_command_is_read_in_a_moment(queries: SqliteQueries, name: str) -> None:
    """What is deep or repeated takes no time before it runs, where nothing could stop it: one took 28 seconds."""
    began = time.process_time()
    with pytest.raises(BadRequest):
        rows(queries, TOO_MUCH[name])
    assert time.process_time() - began < 1.5


def test_one_assignment_after_the_other_is_not_deep(queries: SqliteQueries) -> None:
    """Each ends where its column or SELECT does: there may be many, also without a comma between them."""
    union = " UNION ALL ".join(f"SELECT @a := {number} AS n" for number in range(150))
    assert rows(queries, union) == [(number,) for number in range(150)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT CONCAT(REPEAT('a', 50000), '!') RLIKE '(a+)+$'",
        "SELECT REPEAT('a', 5000) RLIKE '(?=(a+)+b)'",
        "SELECT REGEXP_REPLACE(REPEAT('a', 5000), '(?=(a+)+b)', '')",
    ],
)
def test_a_pattern_that_tries_everything_is_stopped(
    queries: SqliteQueries, sql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A regular expression with exponentially many tries is stopped."""
    monkeypatch.setattr(patterns, "MATCH_SECONDS", 0.1)
    with pytest.raises(BadRequest, match="too many steps"):
        rows(queries, sql)


def test_a_pattern_of_many_matches_is_stopped(queries: SqliteQueries) -> None:
    """A replacement ends with the command's time, however short each of its matches is."""
    with pytest.raises(TookTooLong):
        queries.run("SELECT LENGTH(REGEXP_REPLACE(REPEAT('a', 1000), 'a', 'b'))", whole, seconds=5)


def test_sort_keys_of_a_group_are_counted(queries: SqliteQueries) -> None:
    """Numbers that a GROUP_CONCAT sorts by take memory as well: a hundred a row would take gigabytes."""
    allowance = Allowance(OfficeClock())
    allowance.begin(60)
    group = GroupConcat(allowance)

    def fill() -> None:
        for row in range(20_000):
            group.step(",", 0, "a" * 100, row, *[row] * 100)

    with pytest.raises(BadRequest, match="memory"):
        fill()
    keys = ", ".join(f"seq + {n}" for n in range(100))
    assert rows(queries, f"SELECT GROUP_CONCAT(seq ORDER BY {keys}) FROM seq_1_to_3 s") == [("1,2,3",)]


def test_sorting_a_group_ends_with_the_time() -> None:
    """A group's rows are sorted once for each key, as long as there is time."""
    clock = OfficeClock()
    allowance = Allowance(clock)
    allowance.begin(60)
    group = GroupConcat(allowance)
    group.step(",", 0, "a", 1, 1)
    clock.pass_(seconds=61)
    with pytest.raises(TookTooLong):
        group.finalize()


def test_a_pattern_without_an_end_is_answered(queries: SqliteQueries) -> None:
    """The pattern that stopped the practice."""
    assert rows(queries, "SELECT REPEAT('a', 10000) RLIKE '(a*)*b', 'Xaab' RLIKE '(a*)*B'") == [(0, 1)]


@pytest.mark.parametrize(
    "sql",
    [
        MANY.replace("WHERE i < {}", "") + "SELECT COUNT(*) FROM n",
        "CREATE TEMPORARY TABLE t (a); INSERT INTO t VALUES (1);" + "INSERT INTO t SELECT * FROM t;" * 40,
        MANY.format(10**9) + "SELECT SUM(LENGTH(REVERSE(i))) FROM n",
        MANY.format(10**9) + "SELECT COUNT(*) FROM n WHERE i LIKE '%x%'",
    ],
    ids=["endless", "doubling rows", "functions", "LIKE"],
)
def test_time_ends_in_rows_and_in_functions(queries: SqliteQueries, sql: str) -> None:
    """After its seconds a command ends in 504, whether SQLite or a function of ours is busy."""
    with pytest.raises(TookTooLong):
        queries.run(sql, whole, seconds=1)


def test_a_stopped_query_ends(queries: SqliteQueries) -> None:
    """`stop` ends what is running: a practice that closes does not wait for a minute."""

    def stopping(_: object, found: Iterator[tuple[object, ...]]) -> int:
        queries.stop()
        return sum(1 for _ in found)

    with pytest.raises(TookTooLong):
        queries.run(MANY.format(10**9) + "SELECT i FROM n", stopping)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("CAST('1e99999999' AS SIGNED)", 2**63 - 1),
        ("CAST('-1e99999999' AS SIGNED)", -(2**63)),
        ("CAST('1e-99999999' AS SIGNED)", 0),
        ("LENGTH(FORMAT('1e99999999', 0)) < 500", 1),
        ("TRUNCATE(1.5, 999999999)", 1.5),
        ("LENGTH(GROUP_CONCAT(REPEAT('a', 600000) SEPARATOR '')) FROM seq_1_to_3 s", MOST_TEXT),
        ("TRIM(BOTH 'ab' FROM 'abxba')", "x"),
        ("INSTR('Berg', 'RG')", 3),
        ("REPLACE('abcabc', 'b', 'xy')", "axycaxyc"),
        ("REPLACE('abc', '', 'x')", "abc"),
        ("'503-555' RLIKE '^\\\\(?503\\\\)?-[0-9]{3}$'", 1),
        ("REGEXP_REPLACE('D0120', '([a-z])0', '\\\\1-')", "D-120"),
    ],
)
def test_numbers_and_texts_end_where_mariadbs_do(
    queries: SqliteQueries, expression: str, value: object
) -> None:
    """An immense number is the largest of its type; a group is cut at group_concat_max_len."""
    assert rows(queries, f"SELECT {expression}") == [(value,)]


@pytest.mark.parametrize(
    ("pattern", "value", "matches"),
    [
        ("a%", "Abc", 1), ("%C", "abc", 1), ("a%c", "abc", 1), ("a%c", "ac", 1), ("ab%bc", "abc", 0), ("%b%", "abc", 1),
        ("%b%b%", "abc", 0), ("%ab%ab%", "xabyabz", 1), ("abc", "ABC", 1), ("abc", "abcd", 0), ("%", "", 1),
        ("", "", 1), ("", "a", 0), ("a_c", "abc", 1), ("a_c", "ac", 0), ("%-06-2_", "1980-06-22", 1), ("_%_", "a", 0),
        ("_%b_", "abxbc", 1), ("50\\\\%", "50%", 1), ("50\\\\%", "500", 0), ("a.c", "abc", 0), ("a%", "a\nb", 1),
        ("%\N{LATIN CAPITAL LETTER E WITH ACUTE}%", "caf\N{LATIN SMALL LETTER E WITH ACUTE}s", 1), ("1%", 12, 1),
    ],
)  # fmt: skip
def test_like(queries: SqliteQueries, pattern: str, value: object, matches: int) -> None:
    """LIKE matches as MariaDB's: whole values, in any case, with a backslash before a sign that is meant."""
    shown = value if isinstance(value, int) else f"'{value}'"
    assert rows(queries, f"SELECT {shown} LIKE '{pattern}'") == [(matches,)]
    assert rows(queries, f"SELECT {shown} LIKE NULL, {shown} LIKE '10|%' ESCAPE '|'") == [(None, 0)]


def test_many_columns_of_one_name_are_told_apart(queries: SqliteQueries) -> None:
    """A thousand columns of one name get a thousand names, without trying each before."""
    table = queries.run(f"SELECT {','.join(['1'] * 1_000)}", whole)
    assert len(set(table.names)) == 1_000
    assert table.names[:3] == ("1", "11", "12")


def test_a_page_far_behind_is_read_without_memory(queries: SqliteQueries) -> None:
    """Rows before a page are read one by one, and those behind it are not read."""
    gc.collect()
    tracemalloc.start()
    try:
        found = queries.run(MANY.format(10**12) + "SELECT i FROM n", page(2, 50_000), seconds=10**9)
        assert found.rows == [(50_001,), (50_002,)]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


async def test_a_long_result_is_written_in_pieces(open_desk: Opener, tmp_path: Path) -> None:
    """POST writes any number of rows with the memory of a thousand, and nothing else stays in the folder."""
    desk = open_desk(files=tmp_path)
    good(await desk.post("/queries", SqlCommand="SELECT 1", **SFTP))
    tracemalloc.start()
    try:
        sql = "SELECT seq, 'abcdefghijklmnopqrstuvwxyz' AS letters FROM seq_1_to_100000 n"
        good(await desk.post("/queries", SqlCommand=sql, **SFTP))
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    with (tmp_path / "site" / "many.csv").open() as file:
        assert sum(1 for _ in file) == 100_001
    assert [each.name for each in (tmp_path / "site").iterdir()] == ["many.csv"]


async def test_a_refused_query_leaves_an_earlier_result(open_desk: Opener, tmp_path: Path) -> None:
    """A result is replaced only by a whole one."""
    desk = open_desk(files=tmp_path)
    good(await desk.post("/queries", SqlCommand="SELECT 1 AS a", **SFTP))
    wrong = "SELECT seq FROM seq_1_to_5000 n; SELECT seq FROM nothing"
    refused(await desk.post("/queries", SqlCommand=wrong, **SFTP), 400, "SQL error")
    assert (tmp_path / "site" / "many.csv").read_bytes() == b"a\r\n1\r\n"
    assert [each.name for each in (tmp_path / "site").iterdir()] == ["many.csv"]


async def test_a_refused_query_is_not_in_the_audit_trail(desk: Desk) -> None:
    """Only what was executed is recorded."""
    refused(await desk.put("/queries/ShortQuery", SqlCommand="SELECT seq FROM nothing"), 400, "SQL error")
    assert desk.sql("SELECT LogText FROM securitylog WHERE PermType = 19") == []

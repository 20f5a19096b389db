"""Queries as offices write them for MariaDB and share them, on any database of the practice."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_money import EXAM, IDA, NEW_FILLING, OLD_FILLING

Rows = list[dict[str, object]]
PERIOD = f"SET @FromDate='{office.TODAY.replace(day=1)}', @ToDate='{office.TODAY}'; "


async def query(desk: Desk, sql: str) -> Rows:
    """The rows of a short query."""
    rows: Rows = good(await desk.put("/queries/ShortQuery", SqlCommand=sql)).json()
    return rows


async def value(desk: Desk, expression: str) -> object:
    """The value of an expression."""
    ((found,),) = (row.values() for row in await query(desk, f"SELECT {expression}"))
    return found


CASES: list[tuple[str, Rows]] = [
    (
        PERIOD
        + """SELECT COUNT(DISTINCT pl.PatNum) AS Patients FROM procedurelog pl WHERE pl.ProcStatus = 2 AND pl.ProcDate
        BETWEEN DATE(@FromDate) AND DATE(@ToDate) AND pl.PatNum=62""",
        [{"Patients": 1}],
    ),
    (
        """SET @ProdGreaterThan='100'; SELECT g.LName, SUM(pl.ProcFee * (pl.BaseUnits + pl.UnitQty)) AS '$Prod-'
        FROM patient p INNER JOIN procedurelog pl ON pl.PatNum = p.PatNum INNER JOIN patient g ON
        g.PatNum=p.Guarantor WHERE pl.ProcStatus = 2 AND g.PatNum IN (61, 62) GROUP BY g.PatNum HAVING
        SUM(pl.ProcFee) > @ProdGreaterThan ORDER BY LName""",
        [{"LName": "Ibsen", "$Prod-": 345.5}, {"LName": "Jung", "$Prod-": 200.0}],
    ),
    (
        """SET @pos=0; SELECT @pos:=@pos+1 AS 'Count', a.ProcNum FROM (SELECT ProcNum FROM procedurelog WHERE
        PatNum=62 ORDER BY ProcDate DESC LIMIT 9) a""",
        [{"Count": 1, "ProcNum": NEW_FILLING}, {"Count": 2, "ProcNum": OLD_FILLING}],
    ),
    (
        """SET @Clinics=''; SELECT DISTINCTROW cl.Abbr FROM patient p LEFT JOIN clinic cl ON
        cl.ClinicNum=p.ClinicNum WHERE p.PatStatus=0 AND IF(LENGTH(@Clinics)=0, TRUE, FIND_IN_SET(cl.Abbr,
        @Clinics)) AND p.PatNum < 5 ORDER BY cl.Abbr""",
        [{"Abbr": "Harbor"}, {"Abbr": "Hill"}],
    ),
    (
        """SELECT GROUP_CONCAT(pc.CodeNum) INTO @Broken FROM procedurecode pc WHERE pc.ProcCode IN ('D9986',
        'D9987'); SELECT COUNT(*) AS n FROM procedurecode pc WHERE FIND_IN_SET(pc.CodeNum, @Broken)""",
        [{"n": 2}],
    ),
    (
        """(SELECT 'visits' AS What, COUNT(*) AS Number FROM appointment WHERE AptStatus=5 AND PatNum=2) UNION ALL
        (SELECT 'people', COUNT(*) FROM patient WHERE PatStatus=4)""",
        [{"What": "visits", "Number": 1}, {"What": "people", "Number": 1}],
    ),
    (
        """SELECT p.PatNum, GROUP_CONCAT(DISTINCT pl.ProcFee ORDER BY pl.ProcFee DESC SEPARATOR ' | ') AS Fees FROM
        patient p JOIN procedurelog pl USING(PatNum) WHERE p.PatNum=61 GROUP BY PatNum""",
        [{"PatNum": IDA, "Fees": "300 | 200 | 45.5"}],
    ),
    (
        """select p.patnum, pl.procnum from patient p inner join procedurelog pl on pl.patnum=p.patnum where
        p.patnum=61 and procfee=45.5 group by patnum, procnum""",
        [{"patnum": IDA, "procnum": EXAM}],
    ),
    (
        """SELECT LName, FORMAT(SUM(ProcFee),2), COUNT(*) FROM patient p, procedurelog pl WHERE p.PatNum=pl.PatNum
        AND p.PatNum=62""",
        [{"LName": "Jung", "FORMAT(SUM(ProcFee),2)": "200.00", "COUNT(*)": 2}],
    ),
    (
        """# who is old enough
        SELECT PatNum /* and why */ FROM patient -- us
        WHERE PatNum<3 && TIMESTAMPDIFF(YEAR, Birthdate, CURDATE()) >= '18'""",
        [{"PatNum": office.ANN}],
    ),
    (
        """SELECT (CASE WHEN !ISNULL(ap.AptNum) THEN "Scheduled" ELSE "Not scheduled" END) AS `Is it?`, COUNT(*) AS
        $n FROM procedurelog pl LEFT JOIN appointment ap ON ap.AptNum=pl.AptNum WHERE pl.ProcStatus=1 AND
        pl.PatNum=1 GROUP BY `Is it?` ORDER BY FIELD(`Is it?`, 'Scheduled', 'Not scheduled')""",
        [{"Is it?": "Scheduled", "$n": 1}, {"Is it?": "Not scheduled", "$n": 2}],
    ),
    (
        """SELECT AptNum, DATE_FORMAT(AptDateTime, '%c/%e/%Y') AS Day, DATE_FORMAT(AptDateTime, '%l:%i %p') Time
        FROM appointment WHERE AptDateTime >= CURDATE() AND AptDateTime < CURDATE() + INTERVAL 1 DAY AND
        AptStatus=1 AND PatNum IN (1, 3) ORDER BY AptDateTime""",
        [
            {"AptNum": 1, "Day": "11/23/2026", "Time": "9:00 AM"},
            {"AptNum": 2, "Day": "11/23/2026", "Time": "10:00 AM"},
        ],
    ),
    (
        """SELECT s.seq AS Month, COUNT(pl.ProcNum) AS Done FROM seq_10_to_11 s LEFT JOIN procedurelog pl ON
        MONTH(pl.ProcDate)=s.seq AND pl.ProcStatus=2 AND pl.PatNum=62 GROUP BY s.seq""",
        [{"Month": 10, "Done": 1}, {"Month": 11, "Done": 1}],
    ),
    (
        """SELECT COUNT(DISTINCT pl.PatNum, pl.ProcDate) AS Visits FROM procedurelog pl WHERE PatNum IN (61, 62) AND
        ProcStatus=2""",
        [{"Visits": 4}],
    ),
    (
        """DROP TABLE IF EXISTS t; CREATE TEMPORARY TABLE t SELECT PatNum FROM patient WHERE PatNum < 3; CREATE
        TEMPORARY TABLE u (PatNum MEDIUMINT UNSIGNED NOT NULL, PRIMARY KEY (PatNum)); INSERT INTO u SELECT PatNum
        FROM t; DROP TEMPORARY TABLE t; SELECT COUNT(*) AS n FROM u""",
        [{"n": 2}],
    ),
]


@pytest.mark.parametrize(("sql", "rows"), CASES)
async def test_a_query_of_an_office_runs(desk: Desk, sql: str, rows: Rows) -> None:
    """Variables, numbered rows, quotes, comments, intervals and temporary tables work as in MariaDB."""
    assert await query(desk, sql) == rows


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("CURDATE() - INTERVAL 1 MONTH", "2026-10-23T00:00:00"),
        ("DATE_ADD('2026-01-31', INTERVAL 1 MONTH)", "2026-02-28T00:00:00"),
        ("DATE_SUB(NOW(), INTERVAL 90 MINUTE)", "2026-11-23T10:30:00"),
        ("ADDDATE('2026-11-23', 9)", "2026-12-02T00:00:00"),
        ("LAST_DAY(CURDATE() - INTERVAL 1 MONTH) + INTERVAL 1 DAY", "2026-11-01T00:00:00"),
        ("TIMESTAMPDIFF(MONTH, '2026-01-31', '2026-11-30')", 9),
        ("TIMESTAMPDIFF(YEAR, '2030-11-24', CURDATE())", -4),
        ("DATEDIFF('2026-11-23 23:00:00', '2026-11-20')", 3),
        ("DATE_FORMAT('0001-01-05', '%Y %y %D %M %b %W %a %j %H %k')", "0001 01 5th January Jan Friday Fri 005 00 0"),
        ("STR_TO_DATE('11/3/2026', '%m/%d/%Y')", "2026-11-03T00:00:00"),
        ("TIMEDIFF('2026-11-23 10:05:00', '2026-11-23 09:00:00')", "01:05:00"),
        ("TIME_FORMAT('14:05:00', '%l:%i %p')", "2:05 PM"),
        ("EXTRACT(YEAR FROM '2026-11-23')", 2026),
        ("YEARWEEK('2026-01-01')", 202552),
        ("DAYNAME('2026-11-23')", "Monday"),
        ("CONCAT_WS(', ', 'a', NULL, 1)", "a, 1"),
        ("CONCAT('a', NULL)", None),
        ("LPAD(7, 3, '0')", "007"),
        ("FORMAT(1234567.005, 2)", "1,234,567.01"),
        ("CAST(10.005 AS DECIMAL(10,2))", 10.01),
        ("CAST('2026-11-23 10:00:00' AS DATE)", "2026-11-23T00:00:00"),
        ("SUBSTRING_INDEX('a|b|c', '|', -2)", "b|c"),
        ("IF('0', 'yes', 'no')", "no"),
        ("IF(TRUE, 28, '')", "28"),
        ("IF(NULL, 1, 2.5)", 2.5),
        ("TRUE ORDER BY 1", 1),
        ("1 / 4", 0.25),
        ("7 DIV 2 + 7 MOD 3", 4),
        ("'O\\'Brien' RLIKE '^o.b'", 1),
        ('"say ""a"""', 'say "a"'),
        ("GREATEST(1, 2.5, 2)", 2.5),
        ("TRIM(LEADING '0' FROM '007')", "7"),
    ],
)  # fmt: skip
async def test_an_expression_is_worth_what_mariadb_says(desk: Desk, expression: str, found: object) -> None:
    """Dates, texts and numbers follow MariaDB's rules, including NULL."""
    assert await value(desk, expression) == found


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT LName FROM patient INTO OUTFILE 'c:/people.csv'",
        "SET GLOBAL read_only = 0",
        "CREATE TABLE t SELECT * FROM patient; SELECT * FROM t",
        "SHOW TABLES",
        "COMMIT; DELETE FROM patient",
    ],
)
async def test_what_reads_no_rows_is_refused(desk: Desk, sql: str) -> None:
    """Files, settings, permanent tables and every other command are a 401, and nothing of the command has run."""
    refused(await desk.put("/queries/ShortQuery", SqlCommand=sql), 401, "read-only")
    assert await value(desk, "COUNT(*) FROM clinic") == len(office.ROWS["clinic"])


async def test_no_table_is_dropped_but_temporary_ones(desk: Desk) -> None:
    """Queries may drop what they create, whether it exists or not; permanent tables are never affected."""
    await desk.put("/queries/ShortQuery", SqlCommand="DROP TABLE IF EXISTS clinic")
    assert await value(desk, "COUNT(*) FROM clinic") == len(office.ROWS["clinic"])


async def test_a_variable_is_forgotten_after_its_command(desk: Desk) -> None:
    """It is NULL in another command."""
    assert await query(desk, "SET @a = 5; SELECT @A + 1 AS b") == [{"b": 6}]
    assert await query(desk, "SELECT @a AS a") == [{"a": None}]

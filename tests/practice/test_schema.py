"""The practice's tables: names, columns, and their wire types."""

from __future__ import annotations

import datetime
import hashlib
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import mysql, sqlite
from sqlalchemy.schema import CreateTable

from app.practice import schema
from app.practice.schema import columns, make, office, people, procedures, records
from app.practice.schema import schedule as book
from app.practice.schema import stamp as stamps
from app.practice.schema.describe import describe_procedure, describe_visit
from app.practice.schema.enums import base as codes
from app.practice.schema.enums import money as codes_money
from app.wire.enums import WireEnum
from app.wire.resources.appointment_types import RequiredCodes
from app.wire.resources.appointments import ApptPriority, ApptStatus
from app.wire.resources.commlogs import CommDirection, CommMode
from app.wire.resources.definitions import DefinitionCategory
from app.wire.resources.hist_appointments import HistAction, HistApptStatus, HistSource
from app.wire.resources.patients_records import (
    ContactMethod,
    MaritalStatus,
    PatientGender,
    PatientStatus,
    TextConsent,
)
from app.wire.resources.pay_plan_charges import PayPlanChargeType
from app.wire.resources.pay_plan_links import PayPlanLinkType
from app.wire.resources.pay_plans import DynamicPayPlanTPOptions, PaymentSchedule, PayPlanFrequency
from app.wire.resources.pay_splits import PayPlanDebit
from app.wire.resources.payments import CreditCardSource, ProcessStat
from app.wire.resources.procedure_logs import ProcedureStatus
from app.wire.resources.providers import ProviderStatus
from app.wire.resources.schedules import ScheduleType
from app.wire.resources.signalods import InvalidType, SignalRole
from app.wire.resources.statements import StatementMode

WIRE_ENUMS: tuple[tuple[type[WireEnum], codes.EnumCodes], ...] = (
    (ApptStatus, codes.APT_STATUS),
    (HistApptStatus, codes.APT_STATUS),
    (ApptPriority, codes.APT_PRIORITY),
    (HistAction, codes.HIST_ACTION),
    (HistSource, codes.APT_SOURCE),
    (RequiredCodes, codes.REQUIRED_CODES),
    (CommMode, codes.COMM_MODE),
    (CommDirection, codes.COMM_SENT),
    (DefinitionCategory, codes.DEF_CATEGORY),
    (PatientStatus, codes.PAT_STATUS),
    (PatientGender, codes.GENDER),
    (MaritalStatus, codes.POSITION),
    (ContactMethod, codes.CONTACT_METHOD),
    (TextConsent, codes.YES_NO_UNKNOWN),
    (ProcedureStatus, codes.PROC_STATUS),
    (ProviderStatus, codes.PROV_STATUS),
    (ScheduleType, codes.SCHED_TYPE),
    (InvalidType, codes.SIGNAL_TYPE),
    (SignalRole, codes.REMOTE_ROLE),
    (CreditCardSource, codes_money.PAYMENT_SOURCE),
    (ProcessStat, codes_money.PROCESS_STATUS),
    (PayPlanDebit, codes_money.PAY_PLAN_DEBIT),
    (PayPlanChargeType, codes_money.PAY_PLAN_CHARGE),
    (PayPlanLinkType, codes.PAY_PLAN_LINK),
    (PaymentSchedule, codes_money.PAY_SCHEDULE),
    (PayPlanFrequency, codes_money.PAY_PLAN_FREQUENCY),
    (DynamicPayPlanTPOptions, codes_money.TP_OPTION),
    (StatementMode, codes_money.STATEMENT_MODE),
)


@pytest.fixture
def connection() -> Iterator[sa.Connection]:
    """An empty practice in memory."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        make.create_schema(connection)
        yield connection
    engine.dispose()


@pytest.mark.parametrize(("wire", "kept"), WIRE_ENUMS)
def test_codes_cover_wire(wire: type[WireEnum], kept: codes.EnumCodes) -> None:
    """Every declared wire name has a number in the database, and vice versa."""
    for member in wire:
        assert kept.text(kept.number(member.value)) == member.value


def test_codes_unknown() -> None:
    """A number without a name stands for itself, a name without a number is refused, and case is ignored."""
    assert codes.APT_STATUS.text(99) == "99"
    assert codes.APT_STATUS.number("scheduled") == 1
    with pytest.raises(ValueError, match="Scheduled"):
        codes.APT_STATUS.number("Somewhere")


@pytest.mark.parametrize(
    ("table", "column", "number", "word"),
    [
        (book.appointment, "AptStatus", 5, "Broken"),
        (people.patient, "PatStatus", 3, "Archived"),
        (procedures.procedurelog, "ProcStatus", 2, "C"),
        (office.definition, "Category", 25, "BlockoutTypes"),
        (records.signalod, "IType", 68, "Appointment"),
        (people.commlog, "Mode_", 4, "In Person"),
        (book.schedule, "SchedType", 2, "Blockout"),
    ],
)
def test_codes_are_open_dentals(table: sa.Table, column: str, number: int, word: str) -> None:
    """The numbers are those of Open Dental's schema, so that its queries mean the same here."""
    assert columns.meaning_of(table.c[column])["codes"].text(number) == word


def test_every_column_has_default(connection: sa.Connection) -> None:
    """A row without values can be inserted into every table, and is returned without a null."""
    for table in columns.metadata.sorted_tables:
        connection.exec_driver_sql(f"INSERT INTO {table.name} DEFAULT VALUES")
        row = connection.execute(sa.select(table)).one()
        assert None not in row, table.name


def test_columns_of_note(connection: sa.Connection) -> None:
    """Dates are stored from dates or text and returned as ISO text; none is 0001-01-01."""
    connection.execute(
        book.appointment.insert().values(
            AptDateTime=datetime.datetime(2026, 3, 11, 9, 5), DateTStamp=datetime.date(2026, 3, 1)
        )
    )
    row = connection.execute(sa.select(book.appointment)).one()
    assert row.AptDateTime == "2026-03-11 09:05:00"
    assert row.DateTStamp == "2026-03-01 00:00:00"
    assert row.DateTimeArrived == columns.NO_TIME
    found = sa.select(book.appointment.c.AptNum).where(
        book.appointment.c.AptDateTime < datetime.datetime(2026, 3, 11, 9, 6)
    )
    assert connection.execute(found).all() == [(1,)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime.timedelta(hours=13, minutes=5), "13:05:00"),
        (datetime.timedelta(hours=-1), "-01:00:00"),
        (datetime.time(7, 30), "07:30:00"),
        (datetime.datetime(2026, 2, 28, 8, 0, 1, 5), "2026-02-28 08:00:01"),
        (datetime.date(2026, 2, 28), "2026-02-28"),
        ("08:00:00", "08:00:00"),
        (None, None),
    ],
)
def test_mariadb_values_become_text(value: Any, text: str | None) -> None:
    """MariaDB drivers' dates and times are read as the same ISO text as on SQLite."""
    read = columns.IsoDateTime().result_processor(mysql.dialect(), None)
    assert read is not None
    assert read(value) == text


def test_mariadb_tables() -> None:
    """Every table compiles for MariaDB, with its own date types and bounded text."""
    text = "\n".join(
        str(CreateTable(table).compile(dialect=mysql.dialect())) for table in columns.metadata.sorted_tables
    )
    assert "`AptDateTime` DATETIME" in text
    assert "`SchedDate` DATE" in text
    assert "`LName` VARCHAR(100)" in text
    assert "NOCASE" not in text


def test_names_compare_without_case(connection: sa.Connection) -> None:
    """Text comparison ignores case, as on MariaDB, and a search by the beginning of a name uses an index."""
    connection.execute(people.patient.insert().values(LName="O'Brien"))
    same = sa.select(people.patient.c.PatNum).where(people.patient.c.LName == "o'brien")
    assert connection.execute(same).scalar() == 1
    plan = connection.exec_driver_sql(
        "EXPLAIN QUERY PLAN SELECT * FROM patient WHERE LName LIKE 'o''b%'"
    ).all()
    assert "USING INDEX" in plan[0][3]


def test_keys_are_not_used_again(connection: sa.Connection) -> None:
    """The key of a deleted row is never reused."""
    connection.execute(procedures.procedurelog.insert(), [{"PatNum": 1}, {"PatNum": 2}])
    connection.execute(procedures.procedurelog.delete().where(procedures.procedurelog.c.ProcNum == 2))
    assert connection.execute(procedures.procedurelog.insert().values(PatNum=3)).inserted_primary_key == (3,)


def test_stamp(connection: sa.Connection) -> None:
    """A database without a stamp, or with other tables, is no practice; creating the schema twice is harmless."""
    make.create_schema(connection)
    assert stamps.whole_practice(connection) is None
    stamp = stamps.practicestamp
    connection.execute(
        stamp.insert().values(SchemaVersion=stamps.SCHEMA_VERSION + 1, Seed=4, SeededFor="2026-03-11")
    )
    assert stamps.whole_practice(connection) is None
    connection.execute(stamp.update().values(SchemaVersion=stamps.SCHEMA_VERSION))
    assert stamps.whole_practice(connection) is not None
    assert stamps.read_stamp(connection) == stamps.Stamp(stamps.SCHEMA_VERSION, 4, datetime.date(2026, 3, 11))


TABLES_OF_VERSION = (10, "10ea8f36c649")
"""Both change together: with the version alone, an older file that lacks a column is created again."""


def test_other_tables_are_another_version() -> None:
    """Tables that change raise the schema version: older files would lack what is new."""
    for each in pkgutil.iter_modules(schema.__path__, f"{schema.__name__}."):
        importlib.import_module(each.name)
    written = sorted(
        str(CreateTable(each).compile(dialect=sqlite.dialect())) for each in columns.metadata.tables.values()
    )
    digest = hashlib.sha256("".join(written).encode()).hexdigest()[:12]
    assert (stamps.SCHEMA_VERSION, digest) == TABLES_OF_VERSION


def test_stamp_of_strange_file() -> None:
    """A foreign database has no stamp."""
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        assert stamps.read_stamp(connection) is None
    engine.dispose()


@pytest.mark.parametrize(
    ("text", "number"), [("255,255,255", -1), ("0,0,0", 0), ("", 0), ("46,125,190", -13730370)]
)
def test_colors(text: str, number: int) -> None:
    """Colors are stored as signed ARGB numbers, and none is 0."""
    assert columns.color_number(text) == number
    assert columns.color_text(number) == (text or "0,0,0")


@pytest.mark.parametrize("wrong", ["1,2", "1,2,256", "a,b,c", "-1,0,0"])
def test_colors_refused(wrong: str) -> None:
    """Invalid colors are refused."""
    with pytest.raises(ValueError):
        columns.color_number(wrong)


def test_foreign_keys_name_columns() -> None:
    """Every foreign key into one of our tables refers to an existing column."""
    for table in columns.metadata.sorted_tables:
        for column in table.c:
            to = columns.meaning_of(column).get("refers")
            if to and to[0] in columns.metadata.tables:
                assert to[1] in columns.metadata.tables[to[0]].c, f"{table.name}.{column.name}"


def test_describe() -> None:
    """An appointment lists its procedures by tooth, surfaces and abbreviation."""
    area = codes.TREAT_AREA.number
    assert describe_procedure(area("Surf"), "C2", "14", "MO") == "#14-MO-C2"
    assert describe_procedure(area("Quad"), "SRP", surfaces="UR") == "UR-SRP"
    assert describe_procedure(area("Sextant"), "Deb", surfaces="3") == "S3-Deb"
    assert describe_procedure(area("ToothRange"), "Seal", tooth_range="2-5") == "#2-5-Seal"
    assert describe_procedure(area("Mouth"), "PerEx", "3") == "PerEx"
    assert describe_visit(["PerEx", "#3-PA"]) == "PerEx, #3-PA"

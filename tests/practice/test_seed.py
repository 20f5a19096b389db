"""The made-up practice, in its database."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.practice.schema import columns
from app.practice.schema import schedule as book
from app.practice.schema import stamp as stamps
from app.practice.schema.people import patient
from app.practice.seed import seed
from app.practice.seed.people.people import make_people
from tests.practice.conftest import Seeded, reading
from tests.support.seeds import SEED

TODAY = datetime.date(2026, 3, 11)


@pytest.fixture(scope="module")
def office(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def count(office: sa.Connection, sql: str) -> int:
    """The single number that a query returns."""
    return int(office.exec_driver_sql(sql).scalar_one())


def dump(office: sa.Connection) -> Iterator[tuple[object, ...]]:
    """Every row of every table."""
    for table in columns.metadata.sorted_tables:
        for row in office.execute(sa.select(table).order_by(*table.primary_key)):
            yield (table.name, *row)


def test_same_again(office: sa.Connection) -> None:
    """The same seed and date create exactly the same practice."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as again:
        seed(again, seed=SEED, today=TODAY)
        for one, same in zip(dump(office), dump(again), strict=True):
            assert one == same
    engine.dispose()


def test_seeds_differ() -> None:
    """Another seed creates other people."""
    one, other = (make_people(TODAY.toordinal(), random.Random(f"{number}/people")) for number in (1, 2))
    assert [each.last for each in one] != [each.last for each in other]


def test_counts(office: sa.Connection) -> None:
    """The practice has the promised size."""
    assert count(office, "SELECT COUNT(*) FROM patient") == 2000
    assert count(office, "SELECT COUNT(*) FROM clinic") == 2
    assert count(office, "SELECT COUNT(*) FROM operatory") == 8
    assert count(office, "SELECT COUNT(*) FROM provider") == 6
    assert count(office, "SELECT COUNT(DISTINCT ProvColor) FROM provider") == 6
    assert 15_000 < count(office, "SELECT COUNT(*) FROM appointment") < 25_000
    assert 500 < count(office, "SELECT COUNT(DISTINCT Guarantor) FROM patient") < 1200
    assert count(office, "SELECT COUNT(*) FROM appointment WHERE AptStatus=6") >= 80
    assert count(office, "SELECT COUNT(*) FROM appointment WHERE AptStatus=3") >= 50
    assert count(office, "SELECT COUNT(*) FROM appointment WHERE Priority=1") >= 20
    assert count(office, "SELECT COUNT(*) FROM procedurecode WHERE ProcCode IN ('D9986','D9987')") == 2
    assert stamps.read_stamp(office) == stamps.Stamp(stamps.SCHEMA_VERSION, SEED, TODAY)


def test_span(office: sa.Connection) -> None:
    """The schedule spans two years back and four months ahead, with fewer appointments towards the end."""
    when = "FROM appointment WHERE AptDateTime>'0001-01-02'"
    first, last = office.exec_driver_sql(f"SELECT MIN(AptDateTime), MAX(AptDateTime) {when}").one()
    assert first < "2024-03-20"
    assert last > "2026-06-25"
    weeks = [
        count(office, f"SELECT COUNT(*) {when} AND AptDateTime BETWEEN '{start}' AND '{end}'")
        for start, end in (
            ("2026-03-16", "2026-03-21"), ("2026-04-13", "2026-04-18"), ("2026-06-15", "2026-06-20"),
        )
    ]  # fmt: skip
    assert weeks[0] > weeks[1] > weeks[2] > 0


def test_foreign_keys(office: sa.Connection) -> None:
    """Every foreign key refers to a row."""
    for table in columns.metadata.sorted_tables:
        for column in table.c:
            name, key = columns.meaning_of(column).get("refers", ("", ""))
            if name in columns.metadata.tables:
                key_column = columns.metadata.tables[name].c[key]
                lost = sa.select(sa.func.count()).where(column != 0, column.not_in(sa.select(key_column)))
                assert office.execute(lost).scalar_one() == 0, f"{table.name}.{column.name}"


def test_forum_query(office: sa.Connection) -> None:
    """A typical query for Open Dental works unchanged."""
    rows = office.exec_driver_sql(
        "SELECT p.LName, a.AptDateTime FROM appointment a JOIN patient p ON p.PatNum=a.PatNum "
        "WHERE a.AptStatus=1"
    ).all()
    assert len(rows) > 500
    assert all(name and when >= f"{TODAY} 00:00:00" for name, when in rows)


def test_patients(office: sa.Connection) -> None:
    """Families share guarantor, address and phone; names are varied, some difficult; phones are fictional."""
    people = office.execute(sa.select(patient)).all()
    by_num = {person.PatNum: person for person in people}
    for person in people:
        head = by_num[person.Guarantor]
        assert head.Guarantor == head.PatNum
        assert (person.Address, person.HmPhone) == (head.Address, head.HmPhone)
        for phone in (person.HmPhone, person.WkPhone, person.WirelessPhone):
            assert not phone or re.fullmatch(r"\(\d{3}\)555-\d{4}", phone)
        assert "1920-01-01" < person.Birthdate < TODAY.isoformat()
        assert re.fullmatch(r"|patient\d+@example\.(com|org|net)", person.Email)
    names = [f"{person.LName}, {person.FName}" for person in people]
    assert len(set(names)) > 1800
    assert len(names) - len(set(names)) >= 15
    assert any("'" in name for name in names)
    assert sum(not name.isascii() for name in names) > 100
    assert max(map(len, names)) > 35
    assert {person.PatStatus for person in people} == set(range(7))
    assert sum(bool(person.Preferred) for person in people) > 100
    assert sum(bool(person.MedUrgNote) or bool(person.Premed) for person in people) > 100
    assert {"", "eng", "spa"} < {person.Language for person in people}


def test_preferences_point(office: sa.Connection) -> None:
    """The office's triggers and automated confirmations refer to matching confirmation statuses."""
    rows = office.exec_driver_sql(
        "SELECT p.PrefName, d.ItemName FROM preference p JOIN definition d ON d.DefNum=p.ValueString "
        "WHERE d.Category=2 AND (p.PrefName LIKE 'AppointmentTime%Trigger' OR p.PrefName LIKE 'ApptEConfirm%')"
    ).all()
    assert dict(tuple(row) for row in rows) == {
        "AppointmentTimeArrivedTrigger": "Arrived",
        "AppointmentTimeSeatedTrigger": "In Operatory",
        "AppointmentTimeDismissedTrigger": "Dismissed",
        "ApptEConfirmStatusSent": "Text sent",
        "ApptEConfirmStatusAccepted": "Confirmed",
        "ApptEConfirmStatusDeclined": "Not accepted",
        "ApptEConfirmStatusSendFailed": "Text failed",
    }
    first = office.exec_driver_sql(
        "SELECT ItemName FROM definition WHERE Category=2 ORDER BY ItemOrder"
    ).scalar()
    assert first == "Unconfirmed"


def test_blockouts(office: sa.Connection) -> None:
    """There is a blockout type without appointments, and types that reserve time."""
    types = dict(
        tuple(row)
        for row in office.exec_driver_sql("SELECT ItemName, ItemValue FROM definition WHERE Category=25")
    )
    assert "NS" in types["Lunch"]
    assert types["Emergency"] == types["New patient"] == ""


def test_histories(office: sa.Connection) -> None:
    """Each appointment's history starts with its creation; missed and canceled ones show it."""
    without = count(
        office,
        "SELECT COUNT(*) FROM appointment WHERE AptNum NOT IN "
        "(SELECT AptNum FROM histappointment WHERE HistApptAction=0)",
    )
    assert without == 0
    assert count(office, "SELECT COUNT(*) FROM histappointment WHERE HistApptAction=2 AND AptStatus=5") > 100
    c = book.appointment.c
    tonight = TODAY.isoformat()
    late = sa.select(sa.func.count()).where(
        (c.DateTStamp >= tonight) | (c.DateTStamp < c.SecDateTEntry) | (c.SecDateTEntry >= tonight)
    )
    assert office.execute(late).scalar_one() == 0


def test_broken_leave_traces(office: sa.Connection) -> None:
    """A missed or canceled appointment has its D9986 or D9987 and a commlog."""
    missed = count(office, "SELECT COUNT(*) FROM histappointment WHERE HistApptAction=2")
    charged = count(
        office,
        "SELECT COUNT(*) FROM procedurelog l JOIN procedurecode c ON c.CodeNum=l.CodeNum "
        "WHERE c.ProcCode='D9986' AND l.ProcStatus=2",
    )
    assert abs(charged - missed) <= 1
    assert count(office, "SELECT COUNT(*) FROM commlog WHERE Note LIKE 'Appointment missed:%'") >= missed - 1


def test_planned(office: sa.Connection) -> None:
    """A planned appointment has no date and operatory; a scheduled one has an appointment that refers to it."""
    stray = count(
        office,
        "SELECT COUNT(*) FROM appointment WHERE AptStatus=6 AND (Op<>0 OR AptDateTime>'0001-01-01 00:00:00')",
    )
    assert stray == 0
    linked = count(
        office,
        "SELECT COUNT(*) FROM appointment a JOIN appointment p ON p.AptNum=a.NextAptNum AND p.PatNum=a.PatNum "
        "WHERE p.AptStatus=6 AND a.AptStatus=1",
    )
    assert linked == 30
    assert count(office, "SELECT COUNT(*) FROM procedurelog WHERE PlannedAptNum<>0 AND AptNum<>0") >= 30


def test_insurance(office: sa.Connection) -> None:
    """About half of the patients are covered, each by the family subscriber's plan."""
    covered = count(office, "SELECT COUNT(DISTINCT PatNum) FROM patplan")
    assert 800 < covered < 1400
    strange = count(
        office,
        "SELECT COUNT(*) FROM patplan pp JOIN inssub s ON s.InsSubNum=pp.InsSubNum "
        "JOIN patient p ON p.PatNum=pp.PatNum WHERE s.Subscriber<>p.Guarantor",
    )
    assert strange == 0

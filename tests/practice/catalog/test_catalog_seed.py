"""The made-up practice's setup: codes, fees, plans, users and the time clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.practice.schema.catalog import deposit
from app.practice.schema.enums import base as codes
from app.practice.schema.enums import catalog as codes_catalog
from app.practice.seed.money.deposits import Money, take_to_bank
from app.wire.enums import WireEnum
from app.wire.resources.clock_events import ClockOutStatus
from app.wire.resources.code_groups import FixedCodeGroup
from app.wire.resources.cov_cats import BenefitCategory
from app.wire.resources.fee_scheds import FeeSchedKind
from app.wire.resources.procedure_codes import SubstitutionCondition, ToothPaint, TreatmentArea
from app.wire.resources.security_logs import AuditSource
from app.wire.resources.security_logs_kinds import PermissionType
from tests.practice.conftest import Seeded, reading

TODAY = datetime.date(2026, 3, 11)


@pytest.fixture
def practice(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def number(practice: sa.Connection, sql: str) -> int:
    """The single number that a query returns."""
    return int(practice.exec_driver_sql(sql).scalar_one())


@pytest.mark.parametrize(
    ("wire", "kept"),
    [
        (ToothPaint, codes_catalog.TOOTH_PAINT),
        (SubstitutionCondition, codes_catalog.SUBSTITUTION),
        (FeeSchedKind, codes_catalog.FEE_SCHED_TYPE),
        (FixedCodeGroup, codes_catalog.CODE_GROUP_FIXED),
        (BenefitCategory, codes_catalog.BENEFIT_CATEGORY),
        (ClockOutStatus, codes_catalog.CLOCK_STATUS),
        (TreatmentArea, codes.TREAT_AREA),
        (AuditSource, codes.LOG_SOURCE),
        (PermissionType, codes.PERM_TYPE),
    ],
)
def test_codes_cover_wire(wire: type[WireEnum], kept: codes.EnumCodes) -> None:
    """The wire's names match the database's, in numeric order."""
    assert [each.value for each in wire] == [kept.texts[each] for each in sorted(kept.texts)]


@pytest.mark.parametrize(
    ("kept", "place", "word"),
    [
        (codes.PERM_TYPE, 226, "SecurityGlobal"),
        (codes.PERM_TYPE, 228, "TaskDelete"),
        (codes.PERM_TYPE, 268, "SendAlertsFromHQ"),
        (codes.LOG_SOURCE, 23, "API"),
        (codes_catalog.TOOTH_PAINT, 15, "Text"),
        (codes_catalog.BENEFIT_CATEGORY, 13, "DiagnosticXRay"),
    ],
)
def test_codes_are_open_dentals(kept: codes.EnumCodes, place: int, word: str) -> None:
    """The numbers are those of Open Dental's schema; its permission types have a gap."""
    assert kept.number(word) == place


def test_every_schedule_prices_every_code(practice: sa.Connection) -> None:
    """Each schedule has one default fee per code; only the non-global one has fees of a clinic."""
    schedules = number(practice, "SELECT COUNT(*) FROM feesched")
    priced = number(practice, "SELECT COUNT(*) FROM fee WHERE ClinicNum = 0")
    assert priced == schedules * number(practice, "SELECT COUNT(*) FROM procedurecode")
    local = "SELECT COUNT(*) FROM fee f JOIN feesched s ON s.FeeSchedNum = f.FeeSched WHERE f.ClinicNum <> 0"
    assert number(practice, local) > 0
    assert number(practice, f"{local} AND s.IsGlobal = 1") == 0


def test_coverage_is_whole(practice: sa.Connection) -> None:
    """Each electronic benefit category has one coverage category, and spans are in order."""
    rows = practice.exec_driver_sql("SELECT EbenefitCat FROM covcat").scalars().all()
    assert sorted(rows) == list(range(1, 15))
    assert number(practice, "SELECT COUNT(*) FROM covspan WHERE FromCode >= ToCode") == 0


def test_code_groups_are_consistent(practice: sa.Connection) -> None:
    """A hidden group is shown nowhere, and one shown in insurance history stands for a code of the office."""
    shown = "ShowInFrequency + ShowInAgeLimit + ShowInOther"
    assert number(practice, f"SELECT COUNT(*) FROM codegroup WHERE IsHidden = 1 AND {shown} > 0") == 0
    past = "SELECT COUNT(*) FROM codegroup g JOIN procedurecode c ON c.ProcCode = g.HistProcCode"
    assert number(practice, past) == number(practice, "SELECT SUM(ShowInHistory) FROM codegroup") == 7


def test_indexes_of_every_module_are_made(practice: sa.Connection) -> None:
    """An index in a separate module is created with all others."""
    assert number(practice, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'ClockEventEmployee'") == 1


def test_members_have_no_insurance(practice: sa.Connection) -> None:
    """The members' plan is for people without insurance, who have it once, from a date before today on."""
    insured = "SELECT COUNT(*) FROM discountplansub s JOIN patplan p ON p.PatNum = s.PatNum"
    assert number(practice, insured) == 0
    members = number(practice, "SELECT COUNT(*) FROM discountplansub")
    assert members == number(practice, "SELECT COUNT(DISTINCT PatNum) FROM discountplansub")
    assert 100 < members < 800
    late = f"SELECT COUNT(*) FROM discountplansub WHERE DateEffective >= '{TODAY}'"
    assert number(practice, late) == 0
    wrong = "SELECT COUNT(*) FROM discountplan p JOIN definition d ON d.DefNum = p.DefNum WHERE d.ItemValue <> 'dp'"
    assert number(practice, wrong) == 0


def test_the_clock_runs_forwards(practice: sa.Connection) -> None:
    """Everyone who clocked in clocked out later on the same day, except those at work today."""
    odd = (
        "SELECT COUNT(*) FROM clockevent WHERE TimeDisplayed2 <= TimeDisplayed1 "
        f"AND TimeDisplayed1 < '{TODAY}' OR TimeDisplayed1 > '{TODAY} 08:00:00'"
    )
    assert number(practice, odd) == 0
    still = (
        f"SELECT COUNT(*) FROM clockevent WHERE TimeDisplayed2 < '0001-01-02' AND TimeDisplayed1 >= '{TODAY}'"
    )
    assert number(practice, still) == number(practice, "SELECT COUNT(*) FROM employee")


def test_users_are_in_groups(practice: sa.Connection) -> None:
    """Every user is in a group and has an email address; passwords are never stored in clear text."""
    without = "SELECT COUNT(*) FROM userod WHERE UserNum NOT IN (SELECT UserNum FROM {})"
    assert number(practice, without.format("usergroupattach")) == 0
    assert number(practice, without.format("emailaddress")) == 0
    assert number(practice, "SELECT COUNT(*) FROM userod WHERE Password <> ''") == 0


def test_the_audit_trail_is_in_order(practice: sa.Connection) -> None:
    """The audit trail's numbers follow its times, and its types are Open Dental's."""
    moments = (
        practice.exec_driver_sql("SELECT LogDateTime FROM securitylog ORDER BY SecurityLogNum")
        .scalars()
        .all()
    )
    assert moments == sorted(moments)
    assert moments[-1] < f"{TODAY} 12:00:00"


def test_money_goes_to_the_bank_on_fridays() -> None:
    """A week's money is on one deposit slip, which adds up to the cent; payments after last Friday are on none."""
    engine = sa.create_engine("sqlite://")
    tables = sa.MetaData()
    check = sa.Table(
        "check_in", tables, sa.Column("Num", sa.Integer, primary_key=True), sa.Column("Day", sa.String),
        sa.Column("Amt", sa.Double), sa.Column("DepositNum", sa.Integer, server_default="0"),
    )  # fmt: skip
    with engine.begin() as connection:
        tables.create_all(connection)
        deposit.create(connection)
        days = ("2026-02-27", "2026-02-28", "2026-03-02", "2026-03-06", "2026-03-07", "2026-03-11")
        for day in days:
            connection.execute(check.insert().values(Day=day, Amt=0.1))
        take_to_bank(connection, [Money(check, "Day", "Amt")], TODAY.toordinal())
        slips = connection.execute(sa.select(deposit.c.DateDeposit, deposit.c.Amount)).all()
        assert [tuple(row) for row in slips] == [("2026-02-27", 0.1), ("2026-03-06", 0.3)]
        assert connection.execute(sa.select(check.c.DepositNum)).scalars().all() == [1, 2, 2, 2, 0, 0]
    engine.dispose()


def test_every_day_at_the_clock_is_in_one_pay_period(practice: sa.Connection) -> None:
    """Pay periods are consecutive, each paid after it ends, and contain all clock events."""
    clocked = (
        "clockevent c LEFT JOIN payperiod p ON date(c.TimeDisplayed1) BETWEEN p.DateStart AND p.DateStop"
    )
    assert number(practice, f"SELECT COUNT(*) FROM {clocked} WHERE p.PayPeriodNum IS NULL") == 0
    assert number(practice, "SELECT COUNT(*) FROM clockevent") == number(
        practice, f"SELECT COUNT(*) FROM {clocked}"
    )
    assert number(practice, "SELECT COUNT(*) FROM payperiod WHERE DatePaycheck <= DateStop") == 0

"""The query for a family's account: people and plans first, then what changes the balance, the newest first."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from app.services.money.account.rows import LISTS, ChargeRow, FamilyRows, SplitRow
from app.services.patients.note_text import marked
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.patients import Patient
from app.wire.resources.pay_plan_links import PayPlanLink
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.preferences import Preference
from app.wire.resources.procedure_logs import ProcedureLog

PREFERENCES = ("RigorousAccounting", "PayPlansBillInAdvanceDays")
_COMPLETE, _DELETED, _NOT_RECEIVED, _ESTIMATE = 2, 6, 0, 6
_PAID = "1, 4, 5, 7"
"""Numbers of `procedurelog.ProcStatus` and `claimproc.Status` in the database."""
_ADJUSTMENT, _PROCEDURE = 1, 2
"""Numbers of `payplanlink.LinkType`."""
_FREQUENCY = (
    "CASE ChargeFrequency WHEN 0 THEN 'Weekly' WHEN 1 THEN 'EveryOtherWeek' WHEN 2 THEN 'OrdinalWeekday'"
    " WHEN 4 THEN 'Quarterly' ELSE 'Monthly' END AS ChargeFrequency"
)
_OWN_PLANS = "(SELECT PayPlanNum FROM payplan WHERE PatNum IN {family} OR Guarantor IN {family})"
_DONE = "(SELECT ProcNum FROM procedurelog WHERE PatNum IN {family})"
_ADJUSTED = "(SELECT AdjNum FROM adjustment WHERE PatNum IN {family})"
_LINKED = f"(LinkType = {_PROCEDURE} AND FKey IN {_DONE} OR LinkType = {_ADJUSTMENT} AND FKey IN {_ADJUSTED})"
_LINKED_PROCEDURES = f"(SELECT FKey FROM payplanlink WHERE LinkType = {_PROCEDURE})"  # noqa: S608  # a constant
_SPLITS = (
    "paysplit LEFT JOIN payment ON payment.PayNum = paysplit.PayNum"
    " LEFT JOIN definition ON definition.DefNum = payment.PayType"
)
_PROCEDURE_FIELDS = (
        "procedurelog.ProcDate", "procedurelog.ProcNum", "procedurelog.PatNum", "procedurelog.AptNum",
        "procedurelog.ProcFee", "procedurelog.Surf", "procedurelog.ToothNum", "procedurelog.ToothRange",
        "procedurelog.ProcStatus - 1 AS ProcStatus", "procedurelog.ProvNum", "procedurelog.ClinicNum",
        "procedurelog.CodeNum", "procedurecode.ProcCode AS procCode", "procedurecode.Descript AS descript",
        "procedurelog.UnitQty", "procedurelog.BaseUnits",
    )  # fmt: skip
_ADJUSTMENT_FIELDS = (
        "adjustment.AdjDate", "adjustment.AdjNum", "adjustment.PatNum", "adjustment.AdjAmt",
        "adjustment.AdjType", "definition.ItemName AS adjType", "adjustment.ProvNum",
        f"{marked('adjustment.AdjNote')} AS AdjNote", "adjustment.ProcNum", "adjustment.ClinicNum",
    )  # fmt: skip
_SPLIT_FIELDS = (
        "paysplit.DatePay", "paysplit.SplitNum", "paysplit.PatNum", "paysplit.PayNum", "paysplit.SplitAmt",
        "paysplit.ProvNum", "paysplit.PayPlanNum", "paysplit.ProcNum", "paysplit.UnearnedType",
        "paysplit.ClinicNum", "paysplit.AdjNum", "paysplit.PayPlanChargeNum", "paysplit.PayPlanDebitType",
        "definition.ItemName AS payType", "payment.CheckNum", "payment.PayAmt", "payment.PayDate",
        "payment.PatNum AS payer",
    )  # fmt: skip

BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "member": Branch(
            Patient,
            (
                "Birthdate", "PatNum", "LName", "FName", "Preferred", "PatStatus", "Guarantor", "PriProv",
                "ClinicNum", "EstBalance", *(f"{marked(name)} AS {name}" for name in ("FamFinUrgNote",)),
            ),
            "patient WHERE PatNum IN {family}",
        ),
        "preference": Branch(
            Preference,
            ("PrefName", "ValueString"),
            f"preference WHERE PrefName IN ({', '.join(repr(name) for name in PREFERENCES)})",
        ),
        "plan": Branch(
            PayPlan,
            (
                "PayPlanDate", "PayPlanNum", "PatNum", "Guarantor", "APR", "Note", "PlanNum", "CompletedAmt",
                "PaySchedule", "NumberOfPayments", "PayAmt", "DownPayment", "IsClosed", "IsDynamic", _FREQUENCY,
                "DatePayPlanStart", "IsLocked", "DateInterestStart", "DynamicPayPlanTPOption",
            ),
            f"payplan WHERE PayPlanNum IN {_OWN_PLANS}",
        ),
        "link": Branch(
            PayPlanLink,
            ("SecDateTEntry", "PayPlanLinkNum", "PayPlanNum", "LinkType", "FKey", "AmountOverride"),
            f"payplanlink WHERE {_LINKED} OR PayPlanNum IN {_OWN_PLANS}",
        ),
        "charge": Branch(
            ChargeRow,
            (
                "ChargeDate", "PayPlanChargeNum", "PayPlanNum", "Guarantor", "PatNum", "Principal", "Interest",
                f"{marked('Note')} AS Note", "ProvNum", "ClinicNum", "ChargeType", "ProcNum", "FKey", "LinkType",
                "IsOffset", "IsDownPayment",
            ),
            "payplancharge WHERE Guarantor IN {family} OR PatNum IN {family}"
            f" OR PayPlanNum IN {_OWN_PLANS}",
        ),
        "procedure": Branch(
            ProcedureLog,
            _PROCEDURE_FIELDS,
            "procedurelog LEFT JOIN procedurecode ON procedurecode.CodeNum = procedurelog.CodeNum"
            f" WHERE procedurelog.PatNum IN {{family}} AND (procedurelog.ProcStatus = {_COMPLETE}"
            f" OR procedurelog.ProcNum IN {_LINKED_PROCEDURES} AND procedurelog.ProcStatus <> {_DELETED})",
        ),
        "adjustment": Branch(
            Adjustment,
            _ADJUSTMENT_FIELDS,
            "adjustment LEFT JOIN definition ON definition.DefNum = adjustment.AdjType"
            " WHERE adjustment.PatNum IN {family}",
        ),
        "split": Branch(
            SplitRow,
            _SPLIT_FIELDS,
            f"{_SPLITS} WHERE paysplit.PatNum IN {{family}}",
        ),
        "outside procedure": Branch(
            ProcedureLog,
            _PROCEDURE_FIELDS,
            "payplanlink INNER JOIN procedurelog ON procedurelog.ProcNum = payplanlink.FKey"
            " LEFT JOIN procedurecode ON procedurecode.CodeNum = procedurelog.CodeNum"
            f" WHERE payplanlink.LinkType = {_PROCEDURE} AND payplanlink.PayPlanNum IN {_OWN_PLANS}"
            f" AND procedurelog.PatNum NOT IN {{family}} AND procedurelog.ProcStatus <> {_DELETED}",
        ),
        "outside adjustment": Branch(
            Adjustment,
            _ADJUSTMENT_FIELDS,
            "payplanlink INNER JOIN adjustment ON adjustment.AdjNum = payplanlink.FKey"
            " LEFT JOIN definition ON definition.DefNum = adjustment.AdjType"
            f" WHERE payplanlink.LinkType = {_ADJUSTMENT} AND payplanlink.PayPlanNum IN {_OWN_PLANS}"
            " AND adjustment.PatNum NOT IN {family}",
        ),
        "outside split": Branch(
            SplitRow,
            _SPLIT_FIELDS,
            f"{_SPLITS} WHERE paysplit.PayPlanNum IN {_OWN_PLANS} AND paysplit.PatNum NOT IN {{family}}",
        ),
        "claimproc": Branch(
            ClaimProc,
            (
                "ProcDate", "ClaimProcNum", "PatNum", "ProcNum", "ClaimNum", "ProvNum", "Status", "InsPayEst",
                "InsPayAmt", "WriteOff", "InsEstTotal", "InsEstTotalOverride", "WriteOffEst", "WriteOffEstOverride",
                "DateCP", "ClinicNum",
            ),
            f"claimproc WHERE PatNum IN {{family}} AND (Status IN ({_NOT_RECEIVED}, {_PAID})"
            f" OR (Status = {_ESTIMATE} AND ProcDate >= '{{today}}'))",
        ),
    }
)  # fmt: skip
_ORDER = " ".join(f"WHEN '{kind}' THEN {number}" for number, kind in enumerate(BRANCHES) if number < 5)


def account_query(family: str, today: date) -> str:
    """The query; `family` is a set of PatNums in SQL, from `family_of` or `these`."""
    union = union_query(BRANCHES, {"family": family, "today": today.isoformat()})
    order = f"CASE Kind {_ORDER} ELSE 9 END, C0 DESC, Kind, C1"
    return f"SELECT * FROM ({union}) AS entries ORDER BY {order}"  # noqa: S608  # numbers and dates


def family_of(pat_num: int) -> str:
    """The patient's family."""
    guarantor = f"(SELECT Guarantor FROM patient WHERE PatNum = {int(pat_num)})"  # noqa: S608  # a number
    return f"(SELECT PatNum FROM patient WHERE Guarantor = {guarantor})"  # noqa: S608  # a number


def families_of(pat_nums: Iterable[int]) -> str:
    """The families of several patients."""
    numbers = ", ".join(str(int(each)) for each in pat_nums)
    guarantors = f"(SELECT Guarantor FROM patient WHERE PatNum IN ({numbers}))"  # noqa: S608  # numbers
    return f"(SELECT PatNum FROM patient WHERE Guarantor IN {guarantors})"  # noqa: S608  # numbers


def rows_of(page: Iterable[dict[str, Any]], unreadable: int = 0) -> FamilyRows:
    """A page of the query's answer, from which so many rows are missing already."""
    rows = list(page)
    found = UnionRows(BRANCHES, rows)
    made = FamilyRows(
        found.of("member", Patient),
        found.of("procedure", ProcedureLog) + found.of("outside procedure", ProcedureLog),
        found.of("adjustment", Adjustment) + found.of("outside adjustment", Adjustment),
        found.of("split", SplitRow) + found.of("outside split", SplitRow),
        found.of("claimproc", ClaimProc),
        found.of("plan", PayPlan),
        found.of("charge", ChargeRow),
        found.of("link", PayPlanLink),
        found.of("preference", Preference),
    )
    read = sum(len(getattr(made, name)) for name in LISTS)
    return replace(made, unread=unreadable + len(rows) - read)

"""Reports: aging of families, and finance charges."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, refused

FINANCE_CHARGE = 11


def days_ago(days: int) -> str:
    """A day before the office's."""
    return str(office.TODAY - datetime.timedelta(days=days))


def charge(desk: Desk, pat_num: int, days: int, fee: float, **more: Any) -> None:
    """A completed procedure."""
    values = {
        "PatNum": pat_num,
        "ProcDate": days_ago(days),
        "ProcFee": fee,
        "ProcStatus": 2,
        "UnitQty": 1,
        **more,
    }
    insert(desk, "procedurelog", values)


def insert(desk: Desk, table: str, values: dict[str, Any]) -> None:
    """A row, as another program would write it."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    desk.sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())


@pytest.fixture
def accounts(desk: Desk) -> Desk:
    """An office with empty accounts."""
    for table in ("procedurelog", "paysplit", "adjustment", "claimproc", "payplancharge"):
        desk.sql(f"DELETE FROM {table}")
    return desk


async def test_a_family_is_aged_as_one(accounts: Desk) -> None:
    """Charges of all members are listed under their guarantor, by age in days."""
    for pat_num, days, fee in (
        (office.ANN, 0, 10.0), (office.BEN, 30, 20.0), (office.BEN, 31, 40.0), (office.ANN, 60, 80.0),
        (office.ANN, 61, 160.0), (office.ANN, 90, 320.0), (office.BEN, 91, 640.0),
    ):  # fmt: skip
        charge(accounts, pat_num, days, fee)
    (row,) = await accounts.rows("/reports/Aging")
    assert row == {
        "PatNum": office.ANN, "patName": "Berg, Ann ", "Bal_0_30": 30.0, "Bal_31_60": 120.0, "Bal_61_90": 480.0,
        "BalOver90": 640.0, "BalTotal": 1270.0, "InsWoEst": 0.0, "InsPayEst": 0.0, "PatientPortion": 1270.0,
    }  # fmt: skip


async def test_credits_pay_the_oldest_charges_first(accounts: Desk) -> None:
    """Payments, negative adjustments and insurance payments and write-offs count as credit, whatever their date."""
    charge(accounts, office.ANN, 100, 50.0)
    charge(accounts, office.ANN, 10, 50.0, UnitQty=2)
    insert(accounts, "adjustment", {"PatNum": office.BEN, "AdjAmt": 5.0, "AdjDate": days_ago(40)})
    insert(accounts, "adjustment", {"PatNum": office.BEN, "AdjAmt": -10.0, "AdjDate": days_ago(0)})
    insert(accounts, "paysplit", {"PatNum": office.ANN, "SplitAmt": 20.0, "DatePay": days_ago(5)})
    insert(
        accounts, "claimproc",
        {"PatNum": office.ANN, "Status": 1, "InsPayAmt": 15.0, "WriteOff": 7.5, "DateCP": days_ago(1)},
    )  # fmt: skip
    (row,) = await accounts.rows("/reports/Aging")
    assert (row["BalOver90"], row["Bal_31_60"], row["Bal_0_30"], row["BalTotal"]) == (0.0, 2.5, 100.0, 102.5)


async def test_open_claims_are_expected_not_paid(accounts: Desk) -> None:
    """Pending claim amounts are listed beside the balance, and subtracted from the patient's portion."""
    charge(accounts, office.CARA, 5, 100.0)
    promised = {
        "PatNum": office.CARA,
        "Status": 0,
        "InsPayEst": 60.0,
        "WriteOff": 12.5,
        "ProcDate": days_ago(5),
    }
    insert(accounts, "claimproc", promised)
    insert(accounts, "claimproc", {**promised, "Status": 6})
    (row,) = await accounts.rows("/reports/Aging")
    assert (row["BalTotal"], row["InsPayEst"], row["InsWoEst"], row["PatientPortion"]) == (
        100.0,
        60.0,
        12.5,
        27.5,
    )


async def test_an_older_day_knows_less(accounts: Desk) -> None:
    """DateAsOf ignores later entries and counts days up to it."""
    charge(accounts, office.CARA, 50, 100.0)
    charge(accounts, office.CARA, 5, 30.0)
    (row,) = await accounts.rows("/reports/Aging", DateAsOf=days_ago(20))
    assert (row["Bal_0_30"], row["Bal_31_60"], row["BalTotal"]) == (100.0, 0.0, 100.0)
    assert await accounts.rows("/reports/Aging", DateAsOf=days_ago(51)) == []


async def test_a_clinic_is_aged_by_itself(accounts: Desk) -> None:
    """ClinicNum counts only the entries of one clinic."""
    charge(accounts, office.CARA, 5, 30.0, ClinicNum=1)
    charge(accounts, office.CARA, 5, 40.0, ClinicNum=2)
    assert [row["BalTotal"] for row in await accounts.rows("/reports/Aging", ClinicNum=2)] == [40.0]
    assert [row["BalTotal"] for row in await accounts.rows("/reports/Aging")] == [70.0]


async def test_settled_families_are_left_out(accounts: Desk) -> None:
    """A family that owes nothing has no row; an overpaid one has a negative row; planned treatment doesn't count."""
    charge(accounts, office.ANN, 5, 0.3)
    for amount in (0.1, 0.2):
        insert(accounts, "paysplit", {"PatNum": office.ANN, "SplitAmt": amount, "DatePay": days_ago(0)})
    charge(accounts, office.INACTIVE, 5, 30.0, ProcStatus=1)
    insert(accounts, "paysplit", {"PatNum": office.CARA, "SplitAmt": 12.0, "DatePay": days_ago(0)})
    rows = await accounts.rows("/reports/Aging")
    assert [(row["PatNum"], row["BalTotal"], row["Bal_0_30"]) for row in rows] == [(office.CARA, -12.0, 0.0)]


async def test_aging_comes_by_name_and_changes_nothing(accounts: Desk) -> None:
    """Rows are sorted by guarantor, in pages; no account is changed."""
    for pat_num in (office.CARA, office.ANN, office.ARCHIVED):
        charge(accounts, pat_num, 5, 30.0)
    before = accounts.sql("SELECT * FROM patient")
    assert [row["patName"] for row in await accounts.rows("/reports/Aging")] == [
        "Berg, Ann ", "Diaz, Cara ", "Dove, Dan ",
    ]  # fmt: skip
    assert [row["PatNum"] for row in await accounts.rows("/reports/Aging", Offset=1, Limit=1)] == [
        office.CARA
    ]
    assert accounts.sql("SELECT * FROM patient") == before


@pytest.fixture
def charged(accounts: Desk) -> Desk:
    """An office with finance charges of three days."""
    name = "FinanceChargeAdjustmentType"
    accounts.sql("INSERT INTO preference (PrefName, ValueString) VALUES (?, ?)", name, str(FINANCE_CHARGE))
    accounts.sql("UPDATE patient SET BillingType = 61, Preferred = 'Annie' WHERE PatNum = ?", office.ANN)
    for pat_num, days, amount, prov_num, kind in (
        (office.ANN, 0, 3.08, office.DOC, FINANCE_CHARGE), (office.CARA, 0, 1.17, office.HYG, FINANCE_CHARGE),
        (office.BEN, 7, 16.05, office.DOC, FINANCE_CHARGE), (office.BEN, 0, 9.0, office.DOC, 10),
    ):  # fmt: skip
        values = {
            "PatNum": pat_num,
            "AdjDate": days_ago(days),
            "AdjAmt": amount,
            "ProvNum": prov_num,
            "AdjType": kind,
        }
        insert(accounts, "adjustment", values)
    return accounts


@pytest.mark.parametrize(
    ("query", "amounts"),
    [
        ({}, [3.08, 1.17]),
        ({"DateFrom": days_ago(7)}, [3.08, 16.05, 1.17]),
        ({"DateFrom": days_ago(8), "DateTo": days_ago(6)}, [16.05]),
        ({"ProvNums": "[2,3]"}, [1.17]),
        ({"ProvNums": "1,2", "DateFrom": days_ago(7), "BillingTypes": "[60]"}, [16.05, 1.17]),
        ({"BillingTypes": "61"}, [3.08]),
    ],
)
async def test_finance_charges_meet_every_filter(
    charged: Desk, query: dict[str, Any], amounts: list[float]
) -> None:
    """Today's, or those of a date range, filtered by providers and billing types, with or without brackets."""
    rows = await charged.rows("/reports/FinanceCharges", **query)
    assert [row["AdjAmt"] for row in rows] == amounts


async def test_finance_charges_name_the_patient(charged: Desk) -> None:
    """A row has the patient's own names, the preferred one separately."""
    row = (await charged.rows("/reports/FinanceCharges"))[0]
    assert row == {"PatNum": office.ANN, "PatName": "Berg, Ann ", "Preferred": "Annie", "AdjAmt": 3.08}


async def test_finance_charges_need_real_providers_and_types(charged: Desk) -> None:
    """All numbers in ProvNums and BillingTypes must exist, and a billing type must be one."""
    refused(await charged.get("/reports/FinanceCharges", ProvNums="[99]"), 404, "Provider not found")
    refused(await charged.get("/reports/FinanceCharges", BillingTypes="10"), 400, "BillingTypes")
    refused(await charged.get("/reports/FinanceCharges", ProvNums="[1,x]"), 400, "ProvNums")


async def test_an_office_without_the_type_has_no_charges(charged: Desk) -> None:
    """An office that has not defined which adjustments are finance charges has none."""
    charged.prefer("FinanceChargeAdjustmentType", "0")
    insert(charged, "adjustment", {"PatNum": office.ANN, "AdjDate": str(office.TODAY), "AdjAmt": 5.0})
    assert await charged.rows("/reports/FinanceCharges") == []

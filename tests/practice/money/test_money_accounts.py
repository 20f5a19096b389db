"""The account's views and statements, and keeping the patients' balances correct."""

from __future__ import annotations

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_money import CARD, DISCOUNT, IDA, JON, NEW_FILLING, OLD_FILLING, PLAN, ago


async def test_aging_of_a_family(desk: Desk) -> None:
    """The aging before and after pending insurance; 404 for an unknown patient, 400 for a deleted one."""
    desk.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", JON, IDA)
    desk.sql(
        "INSERT INTO claimproc (ProcNum, PatNum, Status, InsPayEst, WriteOff) VALUES (?, ?, 0, 20, 5)",
        OLD_FILLING,
        JON,
    )
    assert await desk.rows(f"/accountmodules/{JON}/Aging") == {
        "Bal_0_30": 180.0, "Bal_31_60": 125.5, "Bal_61_90": 0.0, "BalOver90": 0.0, "Total": 305.5,
        "InsEst": 25.0, "EstBal": 280.5, "PatEstBal": 135.0, "Unearned": 0.0,
    }  # fmt: skip
    refused(await desk.get("/accountmodules/999/Aging"), 404, "Patient not found.")
    refused(await desk.get(f"/accountmodules/{office.DELETED}/Aging"), 400, "The patient is deleted.")


async def test_balances_of_a_family(desk: Desk) -> None:
    """Each member with name and portion, then the entire family under its guarantor, whoever is requested."""
    desk.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", JON, IDA)
    assert await desk.rows(f"/accountmodules/{IDA}/PatientBalances") == [
        {"PatNum": IDA, "Name": "Ibsen, Ida", "Balance": 145.5},
        {"PatNum": JON, "Name": "Jung, Jon", "Balance": 160.0},
        {"PatNum": JON, "Name": "Entire Family", "Balance": 305.5},
    ]


async def test_service_date_view(desk: Desk) -> None:
    """A procedure with its attached rows, a total per day, and a grand total; every value is text."""
    rows = await desk.rows(f"/accountmodules/{JON}/ServiceDateView")
    keys = (
        "ObjectType",
        "PrimaryKey",
        "Type",
        "ServiceDate",
        "TransDate",
        "Charge",
        "Credit",
        "InsBal",
        "AcctBal",
    )
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("ProcedureLog", str(OLD_FILLING), "Proc", ago(40), "", "120.00", "0.00", "0.00", "80.00"),
        ("Adjustment", "1", "Adj-Att.", "", ago(40), "0.00", "10.00", "", ""),
        ("PaySplit", "1001", "PatPay Att.", "", ago(39), "0.00", "30.00", "", ""),
        ("", "", "Day Total", ago(40), "", "120.00", "40.00", "0.00", "80.00"),
        ("ProcedureLog", str(NEW_FILLING), "Proc", ago(5), "", "80.00", "0.00", "0.00", "80.00"),
        ("", "", "Day Total", ago(5), "", "80.00", "0.00", "0.00", "80.00"),
        ("", "", "Overall Total", "", "", "200.00", "40.00", "0.00", "160.00"),
    ]
    words = [(row["Patient"], row["PatNum"], row["Reference"], row["Provider"]) for row in rows[:4]]
    assert words == [
        ("Jon", str(JON), "D2750:#3-Crown", "DOC1"), ("Jon", str(JON), "Adj- Discount", "DOC1"),
        ("Jon", str(JON), "Cash", "DOC1"), ("", "", "Total for Date", ""),
    ]  # fmt: skip


async def test_every_kind_of_row_has_its_name(desk: Desk) -> None:
    """Insurance, write-offs, plans and unattached rows are separate."""
    desk.sql("INSERT INTO claimproc (ProcNum, PatNum, Status, InsPayAmt, WriteOff, ProcDate) VALUES (?, ?, 1, 5, 1, ?)",
             OLD_FILLING, JON, ago(40))  # fmt: skip
    desk.sql(
        "INSERT INTO claimproc (PatNum, Status, InsPayAmt, WriteOff, DateCP) VALUES (?, 1, 5, 1, ?)",
        JON,
        ago(4),
    )
    good(await desk.post("/adjustments", PatNum=JON, AdjType=DISCOUNT, AdjAmt=-1, AdjDate=ago(3)))
    good(await desk.post("/payments", PatNum=JON, PayAmt="7", isPrepayment="true"))
    desk.prefer("RigorousAccounting", "2")
    good(await desk.post("/payments", PatNum=JON, PayAmt="7", PayType=CARD, CheckNum="12"))
    types = {row["Type"] for row in await desk.rows(f"/accountmodules/{JON}/ServiceDateView")}
    assert types == {
        "Proc", "Adj-Att.", "PatPay Att.", "InsPay-Att.", "WriteOff-Att.", "InsPay", "WriteOff", "Adj",
        "Unallocated", "PatPay", "Day Total", "Overall Total",
    }  # fmt: skip
    desk.prefer("RigorousAccounting", "1")
    good(await desk.post("/payments", PatNum=IDA, PayAmt="7"))
    desk.sql("INSERT INTO paysplit (PatNum, SplitAmt, PayPlanNum) VALUES (?, 3, ?)", IDA, PLAN)
    desk.sql(
        "INSERT INTO payplancharge (PatNum, Guarantor, ChargeType, Principal) VALUES (?, ?, 1, 2)", IDA, IDA
    )
    desk.sql(
        "INSERT INTO payplancharge (PatNum, Guarantor, ChargeType, Principal) VALUES (?, ?, 0, 2)", IDA, IDA
    )
    types = {row["Type"] for row in await desk.rows(f"/accountmodules/{IDA}/ServiceDateView")}
    assert types >= {
        "Dynamic PayPlan Credit", "PayPlan Charge Att.", "PatPay Att. PayPlan", "PatPay PayPlan", "PayPlan Credit",
        "PayPlan Charge",
    }  # fmt: skip


async def test_completing_a_visit_and_leaving_a_family_change_the_balances(desk: Desk) -> None:
    """The patients' balances follow completed and deleted procedures, and moves between families."""

    def columns(patient: int) -> tuple[float, float]:
        ((own, family),) = desk.sql("SELECT EstBalance, BalTotal FROM patient WHERE PatNum = ?", patient)
        return own, family

    good(await desk.put(f"/appointments/{office.VISIT}", AptStatus="Complete"))
    assert columns(office.ANN) == (80.0, 80.0)
    row = good(
        await desk.post(
            "/procedurelogs", PatNum=office.BEN, ProcStatus="C", procCode="D1110", ProcFee="15.25",
            ProcDate=str(office.TODAY),
        )
    ).json()  # fmt: skip
    assert (columns(office.BEN), columns(office.ANN)) == ((15.25, 0.0), (80.0, 95.25))
    good(await desk.put(f"/patients/{office.BEN}", Guarantor=office.CARA))
    assert (columns(office.ANN), columns(office.CARA)) == ((80.0, 80.0), (0.0, 15.25))
    good(await desk.delete(f"/procedurelogs/{row['ProcNum']}"))
    assert (columns(office.BEN), columns(office.CARA)) == ((0.0, 0.0), (0.0, 0.0))
    good(
        await desk.put(
            f"/appointments/{office.HYGIENE_VISIT}/Break", sendToUnscheduledList="false", breakType="Missed"
        )
    )
    assert columns(office.CARA) == (50.0, 50.0)


async def test_a_row_that_stays_the_same_is_not_touched(desk: Desk) -> None:
    """Recomputing balances keeps the time stamp of a patient whose balances have not changed."""
    stamp = "SELECT DateTStamp FROM patient WHERE PatNum = ?"
    before = desk.sql(stamp, office.BEN)
    good(await desk.post("/payments", PatNum=office.ANN, PayAmt="5.00"))
    assert desk.sql(stamp, office.BEN) == before
    assert desk.sql(stamp, office.ANN) != before


async def test_what_a_plan_has_made_due_stands_with_the_guarantor(desk: Desk) -> None:
    """PayPlanDue is the plan charges due, some days ahead if the office is set so, minus payments on them."""
    good(await desk.post("/payments", PatNum=IDA, PayAmt="40.00"))
    assert desk.sql("SELECT PayPlanDue FROM patient WHERE PatNum = ?", IDA) == [(60.0,)]


async def test_statements_are_read(desk: Desk) -> None:
    """One by its number, all, or a patient's; one without a type says so."""
    assert len(await desk.rows("/statements")) == 2
    (row,) = await desk.rows("/statements", PatNum=JON)
    assert (row["Mode_"], row["IsSent"], row["BalTotal"], row["StatementType"]) == (
        "Email",
        "true",
        80.0,
        "NotSet",
    )
    assert (await desk.rows("/statements/2"))["StatementType"] == "LimitedStatement"
    refused(await desk.get("/statements/9"), 404, "Statement not found.")

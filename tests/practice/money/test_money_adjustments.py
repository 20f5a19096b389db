"""Adjustments: signs, procedures, and their effect on the balance."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_money import (
    DISCOUNT,
    EXAM,
    JON,
    LATE_FEE,
    NEW_FILLING,
    OLD_FILLING,
    PLAN_DISCOUNT,
    ago,
)

NEW = {"PatNum": JON, "AdjType": DISCOUNT, "AdjAmt": -24.99, "AdjDate": str(office.TODAY)}


async def test_what_is_left_out_comes_from_the_patient_and_the_day(desk: Desk) -> None:
    """POST uses the patient's provider and clinic; without a procedure its date is today's."""
    row = good(await desk.post("/adjustments", **NEW)).json()
    assert (row["AdjAmt"], row["adjType"], row["ProvNum"], row["ClinicNum"]) == (-24.99, "Discount", 1, 1)
    assert (row["ProcDate"], row["DateEntry"], row["ProcNum"]) == (str(office.TODAY), str(office.TODAY), 0)
    assert row["SecDateTEdit"] == "2026-11-23 12:00:00"


async def test_attached_it_has_the_procedures_date(desk: Desk) -> None:
    """An attached adjustment gets its procedure's date, unless POST gives another; PUT always sets it."""
    row = good(await desk.post("/adjustments", **NEW, ProcNum=OLD_FILLING)).json()
    assert row["ProcDate"] == ago(40)
    row = good(await desk.post("/adjustments", **NEW, ProcNum=OLD_FILLING, ProcDate=ago(3))).json()
    assert row["ProcDate"] == ago(3)
    row = good(await desk.put(f"/adjustments/{row['AdjNum']}", ProcNum=NEW_FILLING)).json()
    assert (row["ProcNum"], row["ProcDate"]) == (NEW_FILLING, ago(5))


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"AdjAmt": 24.99}, 400, "negative"),
        ({"AdjAmt": 0}, 400, "negative"),
        ({"AdjAmt": "0.004"}, 400, "AdjAmt"),
        ({"AdjType": LATE_FEE}, 400, "positive"),
        ({"AdjType": PLAN_DISCOUNT}, 400, "ItemValue"),
        ({"AdjType": 0}, 400, "AdjType"),
        ({"AdjType": 60}, 400, "category 1"),
        ({"AdjDate": str(office.TOMORROW)}, 400, "AdjDate"),
        ({"ProcNum": EXAM}, 400, "ProcNum"),
        ({"AdjAmt": "-99999999999"}, 400, "AdjAmt"),
        ({"PatNum": office.DELETED}, 400, "deleted"),
    ],
)
async def test_posting_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """The amount's sign must match the type, the date must not be in the future, the procedure be the patient's."""
    refused(await desk.post("/adjustments", **{**NEW, **fields}), status, word)


async def test_only_the_fields_sent_change(desk: Desk) -> None:
    """PUT keeps fields not sent, and clinic 0 is valid."""
    before = (await desk.rows("/adjustments", PatNum=JON))[0]
    row = good(await desk.put("/adjustments/1", AdjAmt="-12.50", ClinicNum=0, AdjNote="New")).json()
    changed = {name for name in row if row[name] != before[name]}
    assert changed == {"AdjAmt", "ClinicNum", "AdjNote", "SecDateTEdit"}


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"AdjAmt": 5}, "negative"),
        ({"AdjType": LATE_FEE}, "positive"),
        ({"AdjType": PLAN_DISCOUNT}, "ItemValue"),
        ({"AdjDate": str(office.TOMORROW)}, "AdjDate"),
        ({"ProvNum": office.HIDDEN_DOC}, "hidden"),
        ({"ProcNum": EXAM}, "ProcNum"),
    ],
)
async def test_changing_refuses_what_is_wrong(desk: Desk, fields: dict[str, Any], word: str) -> None:
    """The rules for posting apply to changes too, and a hidden provider is refused."""
    refused(await desk.put("/adjustments/1", **fields), 400, word)


async def test_type_and_amount_may_change_together(desk: Desk) -> None:
    """A discount can become a fee if its amount turns positive in the same request."""
    row = good(await desk.put("/adjustments/1", AdjType=LATE_FEE, AdjAmt=39.5)).json()
    assert (row["adjType"], row["AdjAmt"]) == ("Late fee", 39.5)


async def test_a_discount_plan_adjustment_keeps_its_type(desk: Desk) -> None:
    """Its amount may change and stays negative; its type may not."""
    desk.sql("UPDATE adjustment SET AdjType = ? WHERE AdjNum = 1", PLAN_DISCOUNT)
    refused(await desk.put("/adjustments/1", AdjType=DISCOUNT), 400, "discount plan")
    refused(await desk.put("/adjustments/1", AdjAmt=3), 400, "negative")
    assert good(await desk.put("/adjustments/1", AdjAmt=-3)).json()["AdjAmt"] == -3


async def test_adjustments_are_filtered_by_type_and_procedure(desk: Desk) -> None:
    """GET lists one patient's, filtered by AdjType and ProcNum."""
    good(await desk.post("/adjustments", **{**NEW, "AdjType": LATE_FEE, "AdjAmt": 15}))
    assert len(await desk.rows("/adjustments", PatNum=JON)) == 2
    assert [row["AdjNum"] for row in await desk.rows("/adjustments", PatNum=JON, AdjType=DISCOUNT)] == [1]
    assert [row["AdjNum"] for row in await desk.rows("/adjustments", PatNum=JON, ProcNum=OLD_FILLING)] == [1]


async def test_an_adjustment_changes_the_balance_and_is_audited(desk: Desk) -> None:
    """Posting one updates the patient's row, raises a signal for the account, and is recorded in the audit trail."""
    good(await desk.post("/adjustments", **NEW))
    ((balance, total),) = desk.sql("SELECT EstBalance, BalTotal FROM patient WHERE PatNum = ?", JON)
    assert (balance, total) == (135.01, 135.01)
    assert desk.sql("SELECT PermType FROM securitylog WHERE PatNum = ?", JON) == [(17,)]
    assert len(desk.sql("SELECT * FROM signalod WHERE FKey = ?", JON)) == 1

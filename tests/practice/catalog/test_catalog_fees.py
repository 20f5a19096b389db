"""Fees and FeeScheds: the price of a procedure by schedule and clinic."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.practice import office
from tests.practice.conftest import Desk, good, refused
from tests.practice.office_catalog import GROUPED_FEES, LOCAL_FEES

GLOBAL_FEES = 5
NEW = {"Amount": "99.99", "FeeSched": LOCAL_FEES, "CodeNum": 3}


async def test_fees_meet_every_filter(desk: Desk) -> None:
    """GET combines its filters; 0 means the fees of no clinic or no provider."""
    rows = await desk.rows("/fees", FeeSched=LOCAL_FEES, ClinicNum=1)
    assert [row["FeeNum"] for row in rows] == [11, 13]
    rows = await desk.rows("/fees", FeeSched=LOCAL_FEES, ClinicNum=0, ProvNum=0)
    assert [(row["FeeNum"], row["Amount"]) for row in rows] == [(10, 60.0)]
    assert (await desk.rows("/fees/13"))["ProvNum"] == office.DOC
    refused(await desk.get("/fees", CodeNum=999), 404, "CodeNum")


async def test_a_fee_is_set_with_text_and_read_as_a_number(desk: Desk) -> None:
    """POST answers 200 with the amount as text and without a Location; GET returns it as a number."""
    answer = good(await desk.post("/fees", **NEW, ClinicNum=2))
    row = answer.json()
    assert (answer.status_code, "location" in answer.headers) == (200, False)
    assert (row["Amount"], row["ClinicNum"], row["ProvNum"]) == ("99.99", 2, 0)
    assert (row["SecDateEntry"], row["SecDateTEdit"]) == (str(office.TODAY), f"{office.TODAY} 12:00:00")
    assert (await desk.rows(f"/fees/{row['FeeNum']}"))["Amount"] == 99.99


async def test_changing_a_fee_changes_its_amount_alone(desk: Desk) -> None:
    """PUT requires the amount and changes nothing else."""
    desk.clock.pass_(hours=1)
    row = good(await desk.put("/fees/10", Amount="79.5", FeeSched=GLOBAL_FEES, CodeNum=4)).json()
    assert (row["Amount"], row["FeeSched"], row["CodeNum"]) == ("79.50", LOCAL_FEES, 1)
    assert row["SecDateTEdit"] == f"{office.TODAY} 13:00:00"
    refused(await desk.put("/fees/10"), 400, "Amount")


async def test_a_fee_deleted_is_gone(desk: Desk) -> None:
    """DELETE answers nothing, and the fee is gone."""
    assert good(await desk.delete("/fees/10")).content == b""
    refused(await desk.get("/fees/10"), 404, "Fee not found")
    refused(await desk.delete("/fees/10"), 404, "Fee not found")


@pytest.mark.parametrize(
    ("fields", "status", "word"),
    [
        ({"FeeSched": GLOBAL_FEES, "ClinicNum": 1}, 400, "ClinicNum"),
        ({"FeeSched": GLOBAL_FEES, "ProvNum": 1}, 400, "ProvNum"),
        ({"FeeSched": 0}, 400, "FeeSched"),
        ({"CodeNum": 0}, 400, "CodeNum"),
        ({"CodeNum": 1}, 400, "exists"),
        ({"FeeSched": GROUPED_FEES, "ClinicNum": 2}, 400, "FeeSchedGroup"),
        ({"Amount": "-5"}, 400, "Amount"),
        ({"Amount": "-1"}, 400, "Amount"),
        ({"Amount": "dear"}, 400, "Amount"),
    ],
)
async def test_a_fee_refuses_what_is_wrong(
    desk: Desk, fields: dict[str, Any], status: int, word: str
) -> None:
    """A global schedule has one fee per code; a group keeps its own; fees are never negative."""
    refused(await desk.post("/fees", **{**NEW, **fields}), status, word)


async def test_a_local_fee_may_be_blank(desk: Desk) -> None:
    """-1 for one clinic or provider leaves the fee blank there, whereas zero would be free of charge."""
    assert good(await desk.post("/fees", **{**NEW, "Amount": -1}, ClinicNum=1)).json()["Amount"] == "-1.00"
    good(await desk.put("/fees/11", Amount="-1"))
    refused(await desk.put("/fees/10", Amount="-1"), 400, "Amount")


async def test_a_fee_of_a_group_cannot_change(desk: Desk) -> None:
    """A fee in a FeeSchedGroup can be neither changed nor deleted; other clinics' fees can."""
    refused(await desk.put("/fees/14", Amount="1"), 400, "FeeSchedGroup")
    refused(await desk.delete("/fees/14"), 400, "FeeSchedGroup")
    good(await desk.post("/fees", **{**NEW, "FeeSched": GROUPED_FEES}, ClinicNum=1))


@pytest.mark.parametrize(
    ("provider", "clinic", "amount"),
    [(1, 1, "63.00"), (1, 2, "62.00"), (3, 1, "61.00"), (3, 2, "60.00")],
)
async def test_the_closest_fee_counts(desk: Desk, provider: int, clinic: int, amount: str) -> None:
    """A procedure's fee is the provider's in this clinic, else the provider's, the clinic's, the schedule's."""
    desk.sql("UPDATE patient SET FeeSched = ? WHERE PatNum = ?", LOCAL_FEES, office.ANN)
    body = {"PatNum": office.ANN, "ProcDate": str(office.TODAY), "ProcStatus": "TP", "procCode": "D0120"}
    row = good(await desk.post("/procedurelogs", **body, ProvNum=provider, ClinicNum=clinic)).json()
    assert row["ProcFee"] == amount


async def test_a_blank_fee_costs_nothing(desk: Desk) -> None:
    """A fee of -1 is charged as nothing."""
    desk.sql("UPDATE patient SET FeeSched = ? WHERE PatNum = ?", LOCAL_FEES, office.ANN)
    good(await desk.put("/fees/13", Amount="-1"))
    body = {"PatNum": office.ANN, "ProcDate": str(office.TODAY), "ProcStatus": "TP", "procCode": "D0120"}
    assert good(await desk.post("/procedurelogs", **body, ClinicNum=1)).json()["ProcFee"] == "0.00"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=st.decimals(0, 10**6, places=2))
async def test_amounts_are_exact(desk: Desk, amount: Decimal) -> None:
    """An amount is returned exact to the cent, as text and as a number."""
    written = good(await desk.put("/fees/10", Amount=f"{amount:f}")).json()
    assert Decimal(written["Amount"]) == amount
    assert Decimal(str((await desk.rows("/fees/10"))["Amount"])) == amount


async def test_writing_fees_leaves_traces(desk: Desk) -> None:
    """A write is recorded in the audit trail with the fee's number, and signals open screens to reload the fees."""
    good(await desk.put("/fees/10", Amount="1"))
    assert desk.sql("SELECT FKey FROM securitylog WHERE PermType = 154") == [(10,)]
    signals = await desk.rows("/signalods", SigDateTime=f"{office.TODAY} 11:00:00")
    assert [row["IType"] for row in signals] == ["Fees"]


async def test_schedules_come_in_their_order(desk: Desk) -> None:
    """GET lists all schedules by ItemOrder, including hidden ones; no date of entry is 0001-01-01."""
    desk.sql("DELETE FROM feesched WHERE FeeSchedNum = 30")  # a carrier's
    rows = await desk.rows("/feescheds")
    assert [row["FeeSchedNum"] for row in rows] == [1, 2, LOCAL_FEES, GROUPED_FEES, GLOBAL_FEES]
    hidden = rows[3]
    assert (hidden["IsHidden"], hidden["SecDateEntry"], hidden["FeeSchedType"]) == (
        "true", "0001-01-01", "Normal",
    )  # fmt: skip


async def test_a_schedule_is_global_unless_told(desk: Desk) -> None:
    """POST answers 200, appends the schedule, and makes it global and shown by default."""
    answer = good(await desk.post("/feescheds", Description="Coastal 2026", FeeSchedType="CoPay"))
    row = answer.json()
    assert answer.status_code == 200
    assert (row["ItemOrder"], row["IsGlobal"], row["IsHidden"]) == (8, "true", "false")
    assert (row["FeeSchedType"], row["SecDateEntry"]) == ("CoPay", str(office.TODAY))
    refused(await desk.post("/feescheds", Description=" ", FeeSchedType="CoPay"), 400, "Description")
    refused(await desk.post("/feescheds", Description="x", FeeSchedType="Free"), 400, "FeeSchedType")


async def test_a_schedule_keeps_its_type(desk: Desk) -> None:
    """PUT changes name, visibility and reach; the type never changes."""
    row = good(
        await desk.put("/feescheds/1", Description="Old", IsHidden="true", FeeSchedType="CoPay")
    ).json()
    assert (row["Description"], row["IsHidden"], row["FeeSchedType"]) == ("Old", "true", "Normal")


async def test_local_fees_keep_a_schedule_local(desk: Desk) -> None:
    """A schedule with fees of single clinics or providers can't be made global."""
    refused(await desk.put(f"/feescheds/{LOCAL_FEES}", IsGlobal="true"), 400, "IsGlobal")
    assert good(await desk.put("/feescheds/1", IsGlobal="true")).json()["IsGlobal"] == "true"


@pytest.mark.parametrize(
    ("number", "status"), [("1e400", 400), ("1e99999999999999999999", 400), ("-0.0", 200), ("12.345e1", 200)]
)
async def test_any_number_of_json_is_an_answer(desk: Desk, number: str, status: int) -> None:
    """A number that JSON allows but no amount can have is refused like any invalid one."""
    header = {"Content-Type": "application/json"}
    answer = await desk.http.put("/fees/10", content=f'{{"Amount": {number}}}', headers=header)
    assert answer.status_code == status, answer.text

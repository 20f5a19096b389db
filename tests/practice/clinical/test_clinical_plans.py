"""Treatment plans: proposals, saved copies, and what a signature locks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.practice.handlers.clinical.treat_plan_copies import Amounts
from app.practice.schema.enums.papers import SHEET_FIELD_TYPE
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_clinical import ACTIVE_PLAN, BENS_PLAN, DELETED_PLAN, SAVED_PLAN, SIGNED_PLAN

NOON = f"{office.TODAY} 12:00:00"
SIGNED = "The treatment plan is signed"


async def plan(desk: Desk, number: int) -> dict[str, str]:
    """One plan, as in the list."""
    rows = await desk.rows("/treatplans")
    return next(row for row in rows if row["TreatPlanNum"] == number)


async def test_plans_meet_all_criteria(desk: Desk) -> None:
    """PatNum, TPStatus and SecDateTEdit (changed after that moment) combine."""
    assert [row["TreatPlanNum"] for row in await desk.rows("/treatplans", PatNum=office.ANN)] == [1, 2, 3]
    saved = await desk.rows("/treatplans", PatNum=office.ANN, TPStatus="Saved")
    assert [(row["TreatPlanNum"], row["isSigned"]) for row in saved] == [
        (SAVED_PLAN, "false"),
        (SIGNED_PLAN, "true"),
    ]
    evening = f"{office.YESTERDAY} 18:00:00"
    assert await desk.rows("/treatplans", SecDateTEdit=evening) == []
    good(await desk.put(f"/treatplans/{ACTIVE_PLAN}", Heading="x"))
    assert [row["TreatPlanNum"] for row in await desk.rows("/treatplans", SecDateTEdit=evening)] == [
        ACTIVE_PLAN
    ]


async def test_a_new_plan_is_inactive(desk: Desk) -> None:
    """POST creates an Inactive plan, with the office's note and the default heading unless given."""
    desk.sql(
        "INSERT INTO preference (PrefName, ValueString) VALUES ('TreatmentPlanNote', 'Only an estimate')"
    )
    made = good(await desk.post("/treatplans", PatNum=office.BEN)).json()
    assert (made["TPStatus"], made["TPType"], made["DateTP"]) == ("Inactive", "Insurance", "0001-01-01")
    assert (made["Heading"], made["Note"]) == ("Inactive Treatment Plan", "Only an estimate")
    assert (made["SecDateEntry"], made["SecDateTEdit"]) == (str(office.TODAY), NOON)
    body = {"Heading": "Fillings", "Note": "", "TPType": "Discount"}
    named = good(await desk.post("/treatplans", PatNum=office.BEN, **body)).json()
    assert {name: named[name] for name in body} == body
    assert desk.sql("SELECT PermType, PatNum FROM securitylog") == [(38, office.BEN)] * 2


async def test_a_saved_plan_copies_its_procedures(desk: Desk) -> None:
    """POST Saved creates a new unsigned plan dated today with a copy of each procedure still proposed."""
    desk.sql("UPDATE procedurelog SET ProcFee = 204, Discount = 4, Prognosis = 90, Dx = 91 WHERE ProcNum = 4")
    sent = {"TreatPlanNum": ACTIVE_PLAN, "UserNumPresenter": 0}
    made = good(await desk.post("/treatplans/Saved", **sent)).json()
    assert made["TreatPlanNum"] not in (ACTIVE_PLAN, SAVED_PLAN, SIGNED_PLAN)
    assert (made["TPStatus"], made["DateTP"], made["isSigned"]) == ("Saved", str(office.TODAY), "false")
    assert (made["Heading"], made["Note"]) == ("Plan 1", "An estimate only.")
    (copy,) = await desk.rows("/proctps", TreatPlanNum=made["TreatPlanNum"])
    assert (copy["ProcNumOrig"], copy["ProcCode"], copy["ToothNumTP"]) == (4, "D2750", "3")
    assert (copy["priority"], copy["Prognosis"], copy["Dx"]) == ("1", "None", "Decay")
    assert (copy["FeeAmt"], copy["Discount"], copy["PatAmt"]) == (204.0, 4.0, 200.0)
    assert (await plan(desk, ACTIVE_PLAN))["TPStatus"] == "Active"


async def test_a_copy_has_what_insurance_is_expected_to_pay(desk: Desk) -> None:
    """Both plans' estimates and write-offs are copied, or their overrides, including 0; the patient owes the rest."""
    desk.sql("UPDATE procedurelog SET ProcFee = 204 WHERE ProcNum = 2")
    desk.sql("INSERT INTO inssub (InsSubNum, PlanNum) VALUES (80, 9)")
    desk.sql("INSERT INTO patplan (PatNum, InsSubNum, Ordinal) VALUES (2, 80, 2)")
    for subscriber, pays, written_off in ((7, 80.1, 30), (80, 20.2, -1)):
        desk.sql(
            "INSERT INTO claimproc (ProcNum, PatNum, InsSubNum, Status, InsEstTotal, WriteOffEst, InsEstTotalOverride,"
            " WriteOffEstOverride) VALUES (2, 2, ?, 6, ?, ?, -1, -1)",
            subscriber, pays, written_off,
        )  # fmt: skip
    good(await desk.post("/treatplanattaches", TreatPlanNum=BENS_PLAN, ProcNum=2))
    made = good(await desk.post("/treatplans/Saved", TreatPlanNum=BENS_PLAN, Heading="Filling")).json()
    assert made["Heading"] == "Filling"
    (copy,) = await desk.rows("/proctps", TreatPlanNum=made["TreatPlanNum"])
    amounts = ("FeeAmt", "PriInsAmt", "SecInsAmt", "Discount", "PatAmt")
    assert [copy[name] for name in amounts] == [204.0, 80.1, 20.2, 30.0, 73.7]
    assert copy["CatPercUCR"] == 248.0
    desk.sql(
        "UPDATE claimproc SET InsEstTotalOverride = 0, WriteOffEstOverride = 25.5 WHERE InsSubNum = 7 AND ProcNum = 2"
    )
    again = good(await desk.post("/treatplans/Saved", TreatPlanNum=BENS_PLAN)).json()
    (copy,) = await desk.rows("/proctps", TreatPlanNum=again["TreatPlanNum"])
    assert [copy[name] for name in amounts] == [204.0, 0.0, 20.2, 25.5, 158.3]


async def test_a_discount_plan_knows_no_insurance(desk: Desk) -> None:
    """In a plan with TPType Discount the discount plan's amount is subtracted, and insurance pays nothing."""
    desk.sql("UPDATE procedurelog SET ProcFee = 200, Discount = 5, DiscountPlanAmt = 60.5 WHERE ProcNum = 2")
    desk.sql(
        "INSERT INTO claimproc (ProcNum, PatNum, InsSubNum, Status, InsEstTotal) VALUES (2, 2, 7, 6, 80)"
    )
    made = good(await desk.post("/treatplans", PatNum=office.BEN, TPType="Discount")).json()
    number = made["TreatPlanNum"]
    good(await desk.post("/treatplanattaches", TreatPlanNum=number, ProcNum=2))
    saved = good(await desk.post("/treatplans/Saved", TreatPlanNum=number)).json()
    (copy,) = await desk.rows("/proctps", TreatPlanNum=saved["TreatPlanNum"])
    assert [copy[name] for name in ("FeeAmt", "PriInsAmt", "Discount", "PatAmt")] == [200.0, 0.0, 65.5, 134.5]


async def test_the_most_urgent_is_copied_first(desk: Desk) -> None:
    """Copies are in the order of their priorities, those without one last."""
    for proc_num, priority in ((1, 0), (5, 81)):
        body = {"TreatPlanNum": ACTIVE_PLAN, "ProcNum": proc_num, "Priority": priority}
        good(await desk.post("/treatplanattaches", **body))
    saved = good(await desk.post("/treatplans/Saved", TreatPlanNum=ACTIVE_PLAN)).json()
    rows = await desk.rows("/proctps", TreatPlanNum=saved["TreatPlanNum"])
    assert [(row["ItemOrder"], row["ProcNumOrig"], row["priority"]) for row in rows] == [
        (0, 4, "1"), (1, 5, "Later"), (2, 1, ""),
    ]  # fmt: skip


CENTS = st.integers(0, 10_000_000)


@given(CENTS, CENTS, CENTS, CENTS)
def test_the_parts_are_the_fee(fee: int, primary: int, secondary: int, discount: int) -> None:
    """Patient, insurance and discount portions add up to the fee, to the cent, as dollars too."""
    amounts = Amounts(fee, primary, secondary, discount)
    parts = (amounts.patient, primary, secondary, discount)
    assert sum(round(Decimal(str(part / 100)), 2) for part in parts) == Decimal(fee) / 100


async def test_only_plans_that_follow_procedures_are_saved(desk: Desk) -> None:
    """A Saved plan can't be saved again, nor one of a deleted patient."""
    refused(await desk.post("/treatplans/Saved", TreatPlanNum=SAVED_PLAN), 400, "Active or Inactive")
    refused(await desk.post("/treatplans/Saved", TreatPlanNum=DELETED_PLAN), 400, "deleted")


async def test_a_saved_plan_is_signed(desk: Desk) -> None:
    """PUT signs for the patient with isSigned, for the practice with isSignedPractice, each with its time."""
    sent = {"isSigned": "true", "isSignedPractice": "true", "SignatureText": "Ann Berg"}
    row = good(
        await desk.put(f"/treatplans/{SAVED_PLAN}", **sent, DateTP="2026-11-20", Heading="Crown")
    ).json()
    assert (row["isSigned"], row["isSignedPractice"], row["SignatureText"]) == ("true", "true", "Ann Berg")
    assert (row["DateTSigned"], row["DateTPracticeSigned"], row["DateTP"]) == (NOON, NOON, "2026-11-20")
    ((mark,),) = desk.sql("SELECT Signature FROM treatplan WHERE TreatPlanNum = ?", SAVED_PLAN)
    assert mark == "Digitally Signed by Front Desk Date Signed: 11/23/2026 12:00:00 PM"
    assert desk.sql("SELECT PermType FROM securitylog") == [(162,)]


SHEET = 7


def own_sheet(desk: Desk, *fields: tuple[str, str]) -> None:
    """Give the office a treatment plan sheet of its own, with these fields."""
    desk.sql(
        "INSERT INTO preference (PrefName, ValueString) VALUES ('SheetsDefaultTreatmentPlan', ?)", str(SHEET)
    )
    for kind, name in fields:
        desk.sql(
            "INSERT INTO sheetfielddef (SheetDefNum, FieldType, FieldName) VALUES (?, ?, ?)",
            SHEET, SHEET_FIELD_TYPE.number(kind), name,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("SignatureText", "Ann Berg", ("OutputText", "SignatureText")),
        ("SignaturePracticeText", "Dr. Day", ("OutputText", "SignaturePracticeText")),
        ("isSignedPractice", "true", ("SigBoxPractice", "")),
    ],
)
async def test_what_is_signed_has_a_field_on_the_sheet(
    open_desk: Opener, name: str, value: str, field: tuple[str, str]
) -> None:
    """The office's own treatment plan sheet decides what may be sent besides isSigned, which always may."""
    without, having = open_desk(), open_desk()
    own_sheet(without, ("SigBox", ""))
    own_sheet(having, ("SigBox", ""), field)
    refused(await without.put(f"/treatplans/{SAVED_PLAN}", **{name: value}), 400, name, "sheet")
    good(await without.put(f"/treatplans/{SAVED_PLAN}", isSigned="true"))
    row = good(await having.put(f"/treatplans/{SAVED_PLAN}", **{name: value})).json()
    assert row[name] == value


async def test_only_saved_plans_have_a_date_and_signatures(desk: Desk) -> None:
    """DateTP and signing are refused where TPStatus is Active or Inactive."""
    for number in (ACTIVE_PLAN, BENS_PLAN):
        refused(await desk.put(f"/treatplans/{number}", DateTP="2026-11-20"), 400, "DateTP", "Saved")
        refused(await desk.put(f"/treatplans/{number}", isSigned="true"), 400, "Saved")
        refused(await desk.put(f"/treatplans/{number}", isSignedPractice="true"), 400, "Saved")
        good(await desk.put(f"/treatplans/{number}", isSigned="false", Note="New", ResponsParty=office.CARA))


@pytest.mark.parametrize(
    "sent",
    [
        {"Heading": "x"},
        {"Note": "x"},
        {"DateTP": "2026-11-01"},
        {"ResponsParty": office.CARA},
        {"TPType": "Discount"},
        {"SignatureText": "Somebody else"},
        {"Heading": "x", "isSignedPractice": "true"},
    ],
)
async def test_a_signed_plan_does_not_change(desk: Desk, sent: dict[str, str]) -> None:
    """Signed fields can't be changed while the signature stays, and nothing is written."""
    before = await plan(desk, SIGNED_PLAN)
    refused(await desk.put(f"/treatplans/{SIGNED_PLAN}", **sent), 400, SIGNED, next(iter(sent)))
    assert await plan(desk, SIGNED_PLAN) == before


async def test_a_signature_is_made_anew_or_cleared(desk: Desk) -> None:
    """A plan changes together with its signature: "true" replaces the old one, "false" removes it."""
    path = f"/treatplans/{SIGNED_PLAN}"
    row = good(await desk.put(path, Heading="Signed again", isSigned="true")).json()
    assert (row["Heading"], row["isSigned"], row["DateTSigned"]) == ("Signed again", "true", NOON)
    row = good(await desk.put(path, isSigned="false")).json()
    assert (row["isSigned"], row["DateTSigned"]) == ("false", "0001-01-01 00:00:00")
    good(await desk.put(path, Heading="Free"))


async def test_the_same_values_leave_a_signed_plan_as_it_is(desk: Desk) -> None:
    """Sending the current values is no change, and the practice may sign in addition to the patient."""
    sent = {
        "Heading": "Plan 3",
        "Note": "An estimate only.",
        "DateTP": str(office.YESTERDAY),
        "TPType": "Insurance",
    }
    row = good(await desk.put(f"/treatplans/{SIGNED_PLAN}", **sent, isSignedPractice="true")).json()
    assert (row["isSigned"], row["isSignedPractice"]) == ("true", "true")
    cleared = good(await desk.put(f"/treatplans/{SIGNED_PLAN}", isSigned="false")).json()
    assert cleared["isSignedPractice"] == "true"
    refused(await desk.put(f"/treatplans/{SIGNED_PLAN}", Note="x"), 400, SIGNED)


async def test_a_plan_goes_with_what_hangs_on_it(desk: Desk) -> None:
    """DELETE also deletes copies and attaches, never the procedures; a signed plan is refused."""
    good(await desk.delete(f"/treatplans/{SAVED_PLAN}"))
    good(await desk.delete(f"/treatplans/{ACTIVE_PLAN}"))
    assert desk.sql("SELECT TreatPlanNum FROM proctp") == [(SIGNED_PLAN,)]
    assert desk.sql("SELECT COUNT(*) FROM treatplanattach") == [(0,)]
    assert (await desk.rows("/procedurelogs/4"))["ProcStatus"] == "TP"
    refused(await desk.delete(f"/treatplans/{SIGNED_PLAN}"), 400, SIGNED)


async def test_copies_of_a_signed_plan_stay(desk: Desk) -> None:
    """A ProcTP can be changed and deleted only while its plan is unsigned."""
    unsigned = "Only ProcTPs of an unsigned treatment plan can be"
    refused(await desk.put("/proctps/2", Discount="1.00"), 400, f"{unsigned} updated")
    refused(await desk.delete("/proctps/2"), 400, f"{unsigned} deleted")
    row = good(await desk.put("/proctps/1", Discount="17.00", ProcCode="X1", Priority=81)).json()
    assert (row["Discount"], row["PatAmt"], row["ProcCode"]) == (17.0, 50.0, "X1")
    assert (row["priority"], row["SecDateTEdit"]) == ("Later", NOON)
    good(await desk.put(f"/treatplans/{SAVED_PLAN}", isSignedPractice="true"))
    refused(await desk.delete("/proctps/1"), 400, unsigned)
    good(await desk.put(f"/treatplans/{SAVED_PLAN}", isSignedPractice="false"))
    good(await desk.delete("/proctps/1"))


async def test_completed_procedures_leave_the_plan(desk: Desk) -> None:
    """GET TreatPlanAttaches lists what is still proposed, without completed or deleted procedures."""
    rows = await desk.rows("/treatplanattaches", TreatPlanNum=ACTIVE_PLAN)
    assert [(row["ProcNum"], row["priority"]) for row in rows] == [(4, "1")]
    good(await desk.delete("/procedurelogs/4"))
    assert await desk.rows("/treatplanattaches", TreatPlanNum=ACTIVE_PLAN) == []


async def test_what_goes_on_a_plan(desk: Desk) -> None:
    """A proposed procedure of the same patient is added to an unsaved plan once, with Priority 0 by default."""
    path = "/treatplanattaches"
    made = good(await desk.post(path, TreatPlanNum=ACTIVE_PLAN, ProcNum=5)).json()
    assert (made["ProcNum"], made["Priority"], made["priority"]) == (5, 0, "")
    refused(await desk.post(path, TreatPlanNum=ACTIVE_PLAN, ProcNum=5), 400, "already")
    refused(await desk.post(path, TreatPlanNum=ACTIVE_PLAN, ProcNum=6), 400, "another patient's")
    refused(await desk.post(path, TreatPlanNum=ACTIVE_PLAN, ProcNum=3), 400, "TP or TPi")
    refused(await desk.post(path, TreatPlanNum=SAVED_PLAN, ProcNum=5), 400, "Active or Inactive")
    refused(await desk.post(path, TreatPlanNum=ACTIVE_PLAN, ProcNum=1, Priority=91), 400, "category 20")


async def test_priority_is_the_plans_own(desk: Desk) -> None:
    """PUT changes a procedure's priority in this plan, not the procedure's own."""
    row = good(await desk.put("/treatplanattaches/1", Priority=81, ProcNum=5)).json()
    assert (row["ProcNum"], row["Priority"], row["priority"]) == (4, 81, "Later")
    assert (await desk.rows("/procedurelogs/4"))["Priority"] == 0
    assert good(await desk.put("/treatplanattaches/1", Priority=0)).json()["priority"] == ""

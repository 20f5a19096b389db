"""The hand-checked mouths, recorded in the practice through the API and read back."""

from __future__ import annotations

from app.domain.chart.build import mouth
from app.wire.codec import decode_rows
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.tooth_initials import ToothInitial, ToothInitialType
from tests.practice.conftest import Desk, good
from tests.practice.office import ANN
from tests.support.mouths import CASES, CODES, Case, initials_of, rows_of, seen_of

POSTED = (ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.COMPLETE, ProcedureStatus.EXISTING_OTHER)
CREATED = (ToothInitialType.MISSING, ToothInitialType.HIDDEN, ToothInitialType.PRIMARY)
CATEGORY = 12


def _can_be_posted(case: Case) -> bool:
    """Whether the API can record it: three states, three types of entries, and only what is on a tooth."""
    rows, initials = rows_of(case), initials_of(case)
    return (
        not case.problems
        and case.at is None
        and bool(rows)
        and all(row.ProcStatus in POSTED and row.CodeNum in CODES for row in rows)
        and all(row.InitialType in CREATED for row in initials)
    )


async def test_recorded_mouths_come_back(desk: Desk) -> None:
    """What was posted as ProcedureLogs and ToothInitials gives the mouth that was checked by hand."""
    for code in CODES.values():
        fields = {"PaintType": code.PaintType, "TreatArea": code.TreatArea, "PaintText": code.PaintText}
        sent = {"ProcCode": code.ProcCode, "Descript": code.Descript, "AbbrDesc": code.AbbrDesc, **fields}
        good(await desk.post("/procedurecodes", **sent, ProcCat=CATEGORY))
    codes = {
        row.CodeNum: row
        for row in decode_rows(good(await desk.get("/procedurecodes")).content, ProcedureCode)
    }
    cases = [case for case in CASES if _can_be_posted(case)]
    assert len(cases) >= 25
    for case in cases:
        patient = good(await desk.post("/patients", LName="Mouth", FName=case.name)).json()["PatNum"]
        assert patient > ANN
        await _record(desk, patient, case)
        rows = decode_rows(good(await desk.get("/procedurelogs", PatNum=patient)).content, ProcedureLog)
        initials = decode_rows(good(await desk.get("/toothinitials", PatNum=patient)).content, ToothInitial)
        found = mouth(rows, initials, codes, case.at)
        assert seen_of(iter(found.all())) == dict(case.seen), case.name


async def _record(desk: Desk, patient: int, case: Case) -> None:
    for row in rows_of(case):
        place = {"ToothNum": row.ToothNum, "Surf": row.Surf, "ToothRange": row.ToothRange}
        sent = {name: text for name, text in place.items() if text}
        good(
            await desk.post(
                "/procedurelogs", PatNum=patient, ProcDate=f"{row.ProcDate}", ProcStatus=row.ProcStatus,
                procCode=row.procCode, **sent,
            )
        )  # fmt: skip
    for entry in initials_of(case):
        good(
            await desk.post(
                "/toothinitials", PatNum=patient, ToothNum=entry.ToothNum, InitialType=entry.InitialType
            )
        )

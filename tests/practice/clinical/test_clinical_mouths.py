"""The hand-checked mouths, recorded in the practice, read through the API, and compared in words and in the picture."""

from __future__ import annotations

from typing import Any

from app.domain.chart.build import mouth
from app.practice.schema.enums.base import PROC_STATUS
from app.practice.schema.enums.clinical import TOOTH_INITIAL
from app.views.theme.tokens import LIGHT
from app.wire.codec import decode_rows
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.tooth_initials import ToothInitial, ToothInitialType
from tests.practice.conftest import Desk, good
from tests.practice.office import ANN
from tests.support.mouths import CASES, CODES, Case, initials_of, rows_of, seen_of
from tests.views.chart.reading import Book, faults_of

POSTED = (ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.COMPLETE, ProcedureStatus.EXISTING_OTHER)
CREATED = (ToothInitialType.MISSING, ToothInitialType.HIDDEN, ToothInitialType.PRIMARY)
CATEGORY = 12
FEWEST_POSTED = 40
INITIAL = (
    "INSERT INTO toothinitial (PatNum, ToothNum, InitialType, Movement, DrawText, DrawingSegment, ColorDraw) "
    "VALUES (?, ?, ?, ?, ?, '', 0)"
)


async def test_recorded_mouths_come_back(qapp: object, desk: Desk) -> None:
    """What was posted as ProcedureLogs and ToothInitials is in the picture, tooth by tooth and surface by surface.

    The API records three states and three marks; the other mouths are entered as Open Dental's own windows do.
    """
    codes = await _codes(desk)
    book, wrong, posted = Book(LIGHT), [], 0
    cases = [case for case in CASES if all(row.CodeNum in CODES for row in rows_of(case))]
    assert len(cases) == len(CASES) - 1  # all but the one with an unknown code
    for case in cases:
        patient = good(await desk.post("/patients", LName="Mouth", FName=case.name[:40])).json()["PatNum"]
        assert patient > ANN
        posted += await _record(desk, patient, case)
        rows = decode_rows(good(await desk.get("/procedurelogs", PatNum=patient)).content, ProcedureLog)
        initials = decode_rows(good(await desk.get("/toothinitials", PatNum=patient)).content, ToothInitial)
        found = mouth(rows, initials, codes, case.at)
        assert seen_of(iter(found.all())) == dict(case.seen), case.name
        wrong += faults_of(book, case, found)
    assert not wrong, "\n".join(wrong)
    assert posted >= FEWEST_POSTED


async def _codes(desk: Desk) -> dict[int, ProcedureCode]:
    """The mouths' procedure codes, created and read back."""
    for code in CODES.values():
        fields = {"PaintType": code.PaintType, "TreatArea": code.TreatArea, "PaintText": code.PaintText}
        sent = {"ProcCode": code.ProcCode, "Descript": code.Descript, "AbbrDesc": code.AbbrDesc, **fields}
        good(await desk.post("/procedurecodes", **sent, ProcCat=CATEGORY))
    rows = decode_rows(good(await desk.get("/procedurecodes")).content, ProcedureCode)
    return {row.CodeNum: row for row in rows}


async def _record(desk: Desk, patient: int, case: Case) -> bool:
    """Record a mouth; whether all of it could be posted."""
    through = [await _post_procedure(desk, patient, row) for row in rows_of(case)]
    through += [await _post_initial(desk, patient, entry) for entry in initials_of(case)]
    return all(through) and bool(through)


async def _post_procedure(desk: Desk, patient: int, row: ProcedureLog) -> bool:
    place = {"ToothNum": row.ToothNum, "Surf": row.Surf, "ToothRange": row.ToothRange}
    sent: dict[str, Any] = {name: text for name, text in place.items() if text}
    common = {"PatNum": patient, "ProcDate": f"{row.ProcDate}", "DateTP": f"{row.ProcDate}"}
    if row.ProcStatus in POSTED:
        answer = await desk.post(
            "/procedurelogs", **common, ProcStatus=row.ProcStatus, procCode=row.procCode, **sent
        )
        if answer.status_code == 201:
            return True
    done = {"ProcStatus": ProcedureStatus.COMPLETE, "procCode": "Texam"}
    made = good(await desk.post("/procedurelogs", **common, **done)).json()
    desk.sql(
        "UPDATE procedurelog SET ProcStatus = ?, ToothNum = ?, Surf = ?, ToothRange = ?, "
        "CodeNum = (SELECT CodeNum FROM procedurecode WHERE ProcCode = ?) WHERE ProcNum = ?",
        PROC_STATUS.number(row.ProcStatus), row.ToothNum, row.Surf, row.ToothRange, row.procCode, made["ProcNum"],
    )  # fmt: skip
    return False


async def _post_initial(desk: Desk, patient: int, entry: ToothInitial) -> bool:
    if entry.InitialType in CREATED:
        sent = {"ToothNum": entry.ToothNum, "InitialType": entry.InitialType}
        if (await desk.post("/toothinitials", PatNum=patient, **sent)).status_code == 201:
            return True
    kind = TOOTH_INITIAL.number(entry.InitialType)
    desk.sql(INITIAL, patient, entry.ToothNum, kind, float(entry.Movement), entry.DrawText)
    return False

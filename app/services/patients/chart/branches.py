"""The queries for the chart: teeth, treatment plans, exams."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.services.patients.parts.union import Branch
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.perio_exams import PerioExam
from app.wire.resources.perio_measures import PerioMeasure
from app.wire.resources.proc_tps import ProcTP
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.tooth_initials import ToothInitial
from app.wire.resources.treat_plan_attaches import TreatPlanAttach
from app.wire.resources.treat_plans import TreatPlan
from app.wire.resources.vitalsigns import Vitalsign

_DELETED = 6
"""The number of `procedurelog.ProcStatus` in the database, which counts from 1: hence the -1 below."""
_ESTIMATE, _CAP_ESTIMATE = 6, 8
"""Numbers of `claimproc.Status` in the database."""
_PROBING, _SKIPPED, _FLAGS = 4, 5, 6
"""Numbers of `periomeasure.SequenceType` in the database."""
_PRIORITY = "definition.ItemName AS priority"
_LATEST_TWO = (
    "(SELECT PerioExamNum FROM (SELECT PerioExamNum FROM perioexam WHERE PatNum = {pat_num}"
    " ORDER BY ExamDate DESC, PerioExamNum DESC LIMIT 2) AS latest)"
)
_USED_CODES = f"(SELECT CodeNum FROM procedurelog WHERE PatNum = {{pat_num}} AND ProcStatus <> {_DELETED})"  # noqa: S608  # ours

TEETH: Mapping[str, Branch] = MappingProxyType(
    {
        "procedure": Branch(
            ProcedureLog,
            (
                "procedurelog.ProcNum", "procedurelog.PatNum", "procedurelog.AptNum", "procedurelog.ProcDate",
                "procedurelog.ProcFee", "procedurelog.Surf", "procedurelog.ToothNum", "procedurelog.ToothRange",
                "procedurelog.Priority", _PRIORITY, "procedurelog.ProcStatus - 1 AS ProcStatus",
                "procedurelog.ProvNum", "provider.Abbr AS provAbbr", "procedurelog.PlannedAptNum",
                "procedurelog.CodeNum", "procedurecode.ProcCode AS procCode", "procedurecode.Descript AS descript",
                "procedurelog.UnitQty", "procedurelog.BaseUnits", "procedurelog.Discount",
                "procedurelog.DateTP", "procedurelog.HideGraphics",
            ),
            "procedurelog LEFT JOIN procedurecode ON procedurecode.CodeNum = procedurelog.CodeNum"
            " LEFT JOIN provider ON provider.ProvNum = procedurelog.ProvNum"
            " LEFT JOIN definition ON definition.DefNum = procedurelog.Priority"
            f" WHERE procedurelog.PatNum = {{pat_num}} AND procedurelog.ProcStatus <> {_DELETED}",
        ),
        "initial": Branch(
            ToothInitial,
            (
                "ToothInitialNum", "PatNum", "ToothNum", "InitialType", "Movement", "DrawingSegment", "DrawText",
            ),
            "toothinitial WHERE PatNum = {pat_num}",
        ),
        "code": Branch(
            ProcedureCode,
            (
                "CodeNum", "ProcCode", "Descript", "AbbrDesc", "TreatArea", "PaintType", "PaintText",
                "AreaAlsoToothRange",
            ),
            f"procedurecode WHERE CodeNum IN {_USED_CODES}",
        ),
    }
)  # fmt: skip
PLANS: Mapping[str, Branch] = MappingProxyType(
    {
        "plan": Branch(
            TreatPlan,
            ("TreatPlanNum", "PatNum", "DateTP", "Heading", "Note", "TPStatus", "SecDateEntry", "DateTSigned"),
            "treatplan WHERE PatNum = {pat_num}",
        ),
        "attach": Branch(
            TreatPlanAttach,
            (
                "treatplanattach.TreatPlanAttachNum", "treatplanattach.TreatPlanNum", "treatplanattach.ProcNum",
                "treatplanattach.Priority", _PRIORITY,
            ),
            "treatplanattach INNER JOIN treatplan ON treatplan.TreatPlanNum = treatplanattach.TreatPlanNum"
            " LEFT JOIN definition ON definition.DefNum = treatplanattach.Priority"
            " WHERE treatplan.PatNum = {pat_num} AND treatplan.TPStatus <> 0",
        ),
        "copy": Branch(
            ProcTP,
            (
                "proctp.ProcTPNum", "proctp.TreatPlanNum", "proctp.PatNum", "proctp.ProcNumOrig",
                "proctp.ItemOrder", "proctp.Priority", _PRIORITY, "proctp.ToothNumTP", "proctp.Surf",
                "proctp.ProcCode", "proctp.Descript", "proctp.FeeAmt", "proctp.PriInsAmt", "proctp.SecInsAmt",
                "proctp.PatAmt", "proctp.Discount",
            ),
            "proctp LEFT JOIN definition ON definition.DefNum = proctp.Priority WHERE proctp.PatNum = {pat_num}",
        ),
        "estimate": Branch(
            ClaimProc,
            (
                "ClaimProcNum", "ProcNum", "PatNum", "Status", "NoBillIns", "InsEstTotal", "InsEstTotalOverride",
                "WriteOffEst", "WriteOffEstOverride",
            ),
            f"claimproc WHERE PatNum = {{pat_num}} AND Status IN ({_ESTIMATE}, {_CAP_ESTIMATE})",
        ),
    }
)  # fmt: skip
EXAMS: Mapping[str, Branch] = MappingProxyType(
    {
        "exam": Branch(
            PerioExam,
            ("PerioExamNum", "PatNum", "ExamDate", "ProvNum", "Note"),
            "perioexam WHERE PatNum = {pat_num}",
        ),
        "measure": Branch(
            PerioMeasure,
            (
                "PerioMeasureNum", "PerioExamNum", "SequenceType", "IntTooth", "ToothValue", "MBvalue", "Bvalue",
                "DBvalue", "MLvalue", "Lvalue", "DLvalue",
            ),
            f"periomeasure WHERE PerioExamNum IN {_LATEST_TWO}"
            f" AND SequenceType IN ({_PROBING}, {_SKIPPED}, {_FLAGS})",
        ),
        "vital": Branch(
            Vitalsign,
            (
                "VitalsignNum", "PatNum", "DateTaken", "BpSystolic", "BpDiastolic", "Pulse", "Height", "Weight",
            ),
            "vitalsign WHERE PatNum = {pat_num}",
        ),
    }
)  # fmt: skip

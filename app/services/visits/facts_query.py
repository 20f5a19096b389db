"""The query for what is known of one appointment."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.services.patients.note_text import marked
from app.services.patients.parts.filed_query import BRANCHES as FILED
from app.services.patients.parts.union import Branch
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.resources.appointments import Appointment
from app.wire.resources.appt_field_defs import ApptFieldType
from app.wire.resources.appt_fields import ApptField
from app.wire.resources.definitions import DefinitionCategory
from app.wire.resources.lab_cases import LabCase
from app.wire.resources.laboratories import Laboratory
from app.wire.resources.pat_restrictions import PatRestriction
from app.wire.resources.preferences import Preference
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall
from app.wire.resources.sheet_defs import SheetKind
from app.wire.resources.sheets import Sheet

QUICK_ADD = DefinitionCategory.APPT_PROCS_QUICK_ADD.number
RECALL_PREFERENCES = (
    "RecallTypeSpecialProphy",
    "RecallTypeSpecialChildProphy",
    "RecallTypeSpecialPerio",
    "RecallAgeAdult",
)
_PLANNED, _DELETED = 1, 6
"""Numbers of `procedurelog.ProcStatus` in the database, which counts from 1: hence the -1 below."""
MEDICAL_HISTORY = list(SheetKind).index(SheetKind.MEDICAL_HISTORY)
"""The number of `sheet.SheetType` in the database."""
_APPT_SCHEDULE = 1
"""The number of `patrestriction.PatRestrictType` that forbids appointments."""
_OURS = (
    f"procedurelog.ProcStatus <> {_DELETED} AND (procedurelog.AptNum = {{apt_num}}"
    f" OR (procedurelog.PatNum = {{pat_num}} AND procedurelog.ProcStatus = {_PLANNED}))"
)
_USED = f"(SELECT AptNum FROM procedurelog WHERE PatNum = {{pat_num}} AND ProcStatus = {_PLANNED})"  # noqa: S608  # constants
_LISTED = ",".join(f"'{name}'" for name in RECALL_PREFERENCES)


class QuickAddRow(Record):
    """A definition of the category with the sets of procedures."""

    primary_key = "DefNum"

    DefNum: BigInt = 0
    ItemName: str = ""
    ItemValue: str = ""
    """Procedure codes separated by commas."""
    ItemOrder: int = 0


class ApptFieldDefRow(Record):
    """The definition of an appointment field, with its order, which the API doesn't return."""

    primary_key = "ApptFieldDefNum"

    ApptFieldDefNum: BigInt = 0
    FieldName: str = ""
    FieldType: ApptFieldType = ApptFieldType.TEXT
    PickList: str = ""
    ItemOrder: int = 0


class WaitingSheet(Record):
    """A form that was put up for the patient to fill in."""

    primary_key = "SheetNum"

    SheetNum: BigInt = 0
    Description: str = ""


BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "procedure": Branch(
            ProcedureLog,
            (
                "procedurelog.ProcNum", "procedurelog.PatNum", "procedurelog.AptNum", "procedurelog.ProcDate",
                "procedurelog.ProcFee", "procedurelog.Surf", "procedurelog.ToothNum", "procedurelog.ToothRange",
                "procedurelog.ProcStatus - 1 AS ProcStatus", "procedurelog.ProvNum", "procedurelog.PlannedAptNum",
                "procedurelog.CodeNum", "procedurecode.ProcCode AS procCode", "procedurecode.Descript AS descript",
                "procedurelog.UnitQty", "procedurelog.BaseUnits",
            ),
            f"procedurelog INNER JOIN procedurecode ON procedurecode.CodeNum = procedurelog.CodeNum WHERE {_OURS}",
        ),
        "code": Branch(
            ProcedureCode,
            ("CodeNum", "ProcCode", "Descript", "AbbrDesc", "ProcTime", "TreatArea", "IsHygiene"),
            f"procedurecode WHERE CodeNum IN (SELECT CodeNum FROM procedurelog WHERE {_OURS})",  # noqa: S608  # constants
        ),
        "place": Branch(
            Appointment,
            ("AptNum", "PatNum", "AptDateTime", "AptStatus - 1 AS AptStatus"),
            f"appointment WHERE PatNum = {{pat_num}} AND AptNum IN {_USED}",
        ),
        "field_def": Branch(
            ApptFieldDefRow,
            ("ApptFieldDefNum", "FieldName", "FieldType", f"{marked('PickList')} AS PickList", "ItemOrder"),
            "apptfielddef",
        ),
        "field": Branch(
            ApptField,
            ("FieldName", "AptNum", f"{marked('FieldValue')} AS FieldValue"),
            "apptfield WHERE AptNum = {apt_num}",
        ),
        "case": Branch(
            LabCase,
            (
                "LabCaseNum", "PatNum", "LaboratoryNum", "AptNum", "DateTimeDue", "DateTimeCreated", "DateTimeSent",
                "DateTimeRecd", "DateTimeChecked", "ProvNum", f"{marked('Instructions')} AS Instructions",
            ),
            "labcase WHERE AptNum = {apt_num}",
        ),
        "lab": Branch(
            Laboratory,
            ("LaboratoryNum", "Description", "Phone"),
            "laboratory WHERE LaboratoryNum IN (SELECT LaboratoryNum FROM labcase WHERE AptNum = {apt_num})",
        ),
        "restriction": Branch(
            PatRestriction,
            ("PatRestrictionNum", "PatNum"),
            f"patrestriction WHERE PatNum = {{pat_num}} AND PatRestrictType = {_APPT_SCHEDULE}",
        ),
        "referral": FILED["referral"],
        "sheet": Branch(
            Sheet,
            ("SheetNum", "SheetType", "PatNum", "DateTimeSheet", "Description"),
            f"sheet WHERE PatNum = {{pat_num}} AND IsDeleted = 0 AND SheetType = {MEDICAL_HISTORY}",
        ),
        "waiting": Branch(
            WaitingSheet,
            ("SheetNum", "Description"),
            "sheet WHERE PatNum = {pat_num} AND IsDeleted = 0 AND ShowInTerminal > 0",
        ),
        "recall": Branch(
            Recall,
            (
                "RecallNum", "PatNum", "DateDue", "IsDisabled", "RecallTypeNum", "DisableUntilDate", "DateScheduled",
                "TimePatternOverride",
            ),
            "recall WHERE PatNum = {pat_num}",
        ),
        "recall_type": Branch(
            RecallType,
            ("RecallTypeNum", "Description", "TimePattern", "Procedures", "AppendToSpecial"),
            "recalltype",
        ),
        "preference": Branch(
            Preference, ("PrefName", "ValueString"), f"preference WHERE PrefName IN ({_LISTED})"
        ),
        "quick": Branch(
            QuickAddRow,
            ("DefNum", "ItemName", "ItemValue", "ItemOrder"),
            f"definition WHERE Category = {QUICK_ADD} AND IsHidden = 0",
        ),
    }
)  # fmt: skip

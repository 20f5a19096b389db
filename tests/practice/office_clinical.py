"""The tiny office's charts: Ann's history, exams, plans and lab case, and a plan of Ben's."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

_TODAY = datetime.date(2026, 11, 23)
_YESTERDAY = _TODAY - datetime.timedelta(days=1)
_EVENING = f"{_YESTERDAY} 18:00:00"
_ANN, _BEN, _DELETED = 1, 2, 4
_DOC = 1
_VISIT = 1

PENICILLIN, LATEX, PEANUTS = range(1, 4)
DIABETES, BACK_PAIN, ASTHMA = range(1, 4)
METFORMIN, GLUCOPHAGE, AMOXICILLIN, UNUSED_DRUG = range(1, 5)
ACTIVE_PLAN, SAVED_PLAN, SIGNED_PLAN, BENS_PLAN, DELETED_PLAN = range(1, 6)
MISSING, ROTATED = range(1, 3)
PROBED, LOOSE = range(1, 3)
LAB, OLD_LAB = range(1, 3)

_SAVED, _ACTIVE, _INACTIVE = range(3)


def _plan(number: int, patient: int, status: int, **more: Any) -> dict[str, Any]:
    row = {"TreatPlanNum": number, "PatNum": patient, "TPStatus": status, "Heading": f"Plan {number}"}
    return {**row, "Note": "An estimate only.", "SecDateEntry": _YESTERDAY, "SecDateTEdit": _EVENING, **more}


def _copy(number: int, plan: int, patient: int = _ANN) -> dict[str, Any]:
    row = {"ProcTPNum": number, "TreatPlanNum": plan, "PatNum": patient, "ProcNumOrig": 4, "Priority": 80}
    return {
        **row,
        "ToothNumTP": "3",
        "ProcCode": "D2750",
        "Descript": "about Crown",
        "FeeAmt": 50,
        "PatAmt": 50,
    }


def _measure(number: int, kind: int, tooth: int, whole: int, surface: int) -> dict[str, Any]:
    row = {"PerioMeasureNum": number, "PerioExamNum": 1, "SequenceType": kind, "IntTooth": tooth}
    surfaces = ("MBvalue", "Bvalue", "DBvalue", "MLvalue", "Lvalue", "DLvalue")
    return {**row, "ToothValue": whole, **dict.fromkeys(surfaces, surface), "SecDateTEdit": _EVENING}


ROWS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "allergydef": (
        {"AllergyDefNum": PENICILLIN, "Description": "Penicillin", "SnomedType": 2},
        {"AllergyDefNum": LATEX, "Description": "Latex"},
        {"AllergyDefNum": PEANUTS, "Description": "Peanuts"},
    ),
    "allergy": (
        {"AllergyNum": 1, "AllergyDefNum": PENICILLIN, "PatNum": _ANN, "Reaction": "Rash", "StatusIsActive": 1},
        {"AllergyNum": 2, "AllergyDefNum": LATEX, "PatNum": _ANN, "StatusIsActive": 0},
        {"AllergyNum": 3, "AllergyDefNum": LATEX, "PatNum": _DELETED, "StatusIsActive": 1},
    ),
    "diseasedef": (
        {"DiseaseDefNum": DIABETES, "DiseaseName": "Diabetes", "ItemOrder": 0, "Icd10Code": "E11.9"},
        {"DiseaseDefNum": BACK_PAIN, "DiseaseName": "Back pain", "ItemOrder": 1, "IsHidden": 1},
        {"DiseaseDefNum": ASTHMA, "DiseaseName": "Asthma", "ItemOrder": 2},
    ),
    "disease": (
        {"DiseaseNum": 1, "PatNum": _ANN, "DiseaseDefNum": DIABETES, "PatNote": "Type 2"},
        {"DiseaseNum": 2, "PatNum": _ANN, "DiseaseDefNum": BACK_PAIN, "ProbStatus": 2},
        {"DiseaseNum": 3, "PatNum": _ANN, "DiseaseDefNum": ASTHMA, "ProbStatus": 1},
        {"DiseaseNum": 4, "PatNum": _DELETED, "DiseaseDefNum": ASTHMA},
    ),
    "medication": (
        {"MedicationNum": METFORMIN, "MedName": "Metformin", "GenericNum": METFORMIN, "DateTStamp": _EVENING},
        {"MedicationNum": GLUCOPHAGE, "MedName": "Glucophage", "GenericNum": METFORMIN},
        {"MedicationNum": AMOXICILLIN, "MedName": "Amoxicillin", "GenericNum": AMOXICILLIN},
        {"MedicationNum": UNUSED_DRUG, "MedName": "Nystatin", "GenericNum": UNUSED_DRUG},
    ),
    "medicationpat": (
        {"MedicationPatNum": 1, "PatNum": _ANN, "MedicationNum": GLUCOPHAGE, "PatNote": "One at night",
         "DateStart": "2020-01-02"},
        {"MedicationPatNum": 2, "PatNum": _ANN, "MedicationNum": AMOXICILLIN, "DateStop": _YESTERDAY},
        {"MedicationPatNum": 3, "PatNum": _DELETED, "MedicationNum": METFORMIN},
    ),
    "pharmacy": ({"PharmacyNum": 1, "StoreName": "Quay Pharmacy", "Phone": "(541)555-0170"},),
    "rxpat": (
        {"RxNum": 1, "PatNum": _ANN, "RxDate": _YESTERDAY, "Drug": "Amoxicillin 500 mg", "Disp": "21", "Refills": "0",
         "ProvNum": _DOC, "PharmacyNum": 1, "ClinicNum": 1, "UserNum": 0, "DateTStamp": _EVENING},
    ),
    "vitalsign": (
        {"VitalsignNum": 1, "PatNum": _ANN, "Height": 65.5, "Weight": 140, "BpSystolic": 118, "BpDiastolic": 76,
         "DateTaken": _YESTERDAY, "Pulse": 68},
        {"VitalsignNum": 2, "PatNum": _DELETED},
    ),
    "ehrpatient": ({"PatNum": _ANN, "VacShareOk": 1, "MedicaidState": "OR"},),
    "toothinitial": (
        {"ToothInitialNum": MISSING, "PatNum": _ANN, "ToothNum": "32", "InitialType": 0},
        {"ToothInitialNum": ROTATED, "PatNum": _ANN, "ToothNum": "22", "InitialType": 6, "Movement": -20},
    ),
    "perioexam": (
        {"PerioExamNum": 1, "PatNum": _ANN, "ExamDate": _YESTERDAY, "ProvNum": 2, "DateTMeasureEdit": _EVENING},
        {"PerioExamNum": 2, "PatNum": _DELETED, "ExamDate": _YESTERDAY},
    ),
    "periomeasure": (_measure(PROBED, 4, 8, -1, 3), _measure(LOOSE, 0, 9, 2, -1)),
    "treatplan": (
        _plan(ACTIVE_PLAN, _ANN, _ACTIVE),
        _plan(SAVED_PLAN, _ANN, _SAVED, DateTP=_YESTERDAY),
        _plan(SIGNED_PLAN, _ANN, _SAVED, DateTP=_YESTERDAY, Signature="Digitally Signed", DateTSigned=_EVENING),
        _plan(BENS_PLAN, _BEN, _INACTIVE),
        _plan(DELETED_PLAN, _DELETED, _INACTIVE),
    ),
    "treatplanattach": (
        {"TreatPlanAttachNum": 1, "TreatPlanNum": ACTIVE_PLAN, "ProcNum": 4, "Priority": 80},
        {"TreatPlanAttachNum": 2, "TreatPlanNum": ACTIVE_PLAN, "ProcNum": 3},
    ),
    "proctp": (_copy(1, SAVED_PLAN), _copy(2, SIGNED_PLAN)),
    "procnote": (
        {"ProcNoteNum": 1, "PatNum": _ANN, "ProcNum": 3, "EntryDateTime": f"{_YESTERDAY} 15:40:00", "Note": "Calm"},
        {"ProcNoteNum": 2, "PatNum": _ANN, "ProcNum": 3, "EntryDateTime": f"{_YESTERDAY} 15:50:00", "Note": "No decay",
         "Signature": "Digitally Signed"},
    ),
    "laboratory": (
        {"LaboratoryNum": LAB, "Description": "Bright Crowns", "State": "OR"},
        {"LaboratoryNum": OLD_LAB, "Description": "Old lab", "IsHidden": 1},
    ),
    "labturnaround": (
        {"LabTurnaroundNum": 1, "LaboratoryNum": LAB, "Description": "Crown", "DaysPublished": 7, "DaysActual": 9},
    ),
    "labcase": (
        {"LabCaseNum": 1, "PatNum": _ANN, "LaboratoryNum": LAB, "AptNum": _VISIT, "ProvNum": _DOC,
         "DateTimeCreated": f"{_YESTERDAY} 16:00:00", "Instructions": "Shade A2", "LabFee": 120},
    ),
    "emailmessage": (
        {"EmailMessageNum": 1, "PatNum": _ANN, "Subject": "Your visit", "BodyText": "See you then",
         "MsgDateTime": f"{_YESTERDAY} 12:00:00", "SentOrReceived": 1},
        {"EmailMessageNum": 2, "PatNum": _ANN, "Subject": "Hidden", "MsgDateTime": _EVENING, "HideIn": 4},
    ),
}  # fmt: skip

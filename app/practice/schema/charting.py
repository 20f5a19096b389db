"""Charting and planning: tooth chart, perio exams, treatment plans, lab cases, emails."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import (
    code,
    color,
    day,
    flag,
    key,
    moment,
    num,
    prose,
    real,
    table,
    whole,
    word,
)
from app.practice.schema.enums.clinical import (
    EMAIL_DIRECTION,
    PERIO_SEQUENCE,
    TOOTH_INITIAL,
    TREAT_PLAN_STATUS,
    TREAT_PLAN_TYPE,
)
from app.practice.schema.histories import allergy, disease, medicationpat, vitalsign

toothinitial = table(
    "toothinitial",
    key("ToothInitialNum"),
    num("PatNum", "patient.PatNum"),
    word("ToothNum", 2),
    code("InitialType", TOOTH_INITIAL),
    real("Movement"),
    prose("DrawingSegment"),
    color("ColorDraw"),
    moment("SecDateTEntry"),
    moment("SecDateTEdit"),
    word("DrawText"),
)

perioexam = table(
    "perioexam",
    key("PerioExamNum"),
    num("PatNum", "patient.PatNum"),
    day("ExamDate"),
    num("ProvNum", "provider.ProvNum"),
    moment("DateTMeasureEdit"),
    prose("Note"),
)

periomeasure = table(
    "periomeasure",
    key("PerioMeasureNum"),
    num("PerioExamNum", "perioexam.PerioExamNum"),
    code("SequenceType", PERIO_SEQUENCE),
    whole("IntTooth"),
    whole("ToothValue"),
    whole("MBvalue"),
    whole("Bvalue"),
    whole("DBvalue"),
    whole("MLvalue"),
    whole("Lvalue"),
    whole("DLvalue"),
    moment("SecDateTEntry"),
    moment("SecDateTEdit"),
)

treatplan = table(
    "treatplan",
    key("TreatPlanNum"),
    num("PatNum", "patient.PatNum"),
    day("DateTP"),
    word("Heading"),
    prose("Note"),
    prose("Signature"),
    flag("SigIsTopaz"),
    num("ResponsParty", "patient.PatNum"),
    num("DocNum", "document.DocNum"),
    code("TPStatus", TREAT_PLAN_STATUS),
    num("SecUserNumEntry", "userod.UserNum"),
    day("SecDateEntry"),
    moment("SecDateTEdit"),
    num("UserNumPresenter", "userod.UserNum"),
    code("TPType", TREAT_PLAN_TYPE),
    prose("SignaturePractice"),
    moment("DateTSigned"),
    moment("DateTPracticeSigned"),
    word("SignatureText"),
    word("SignaturePracticeText"),
    num("MobileAppDeviceNum", "mobileappdevice.MobileAppDeviceNum"),
)

treatplanattach = table(
    "treatplanattach",
    key("TreatPlanAttachNum"),
    num("TreatPlanNum", "treatplan.TreatPlanNum"),
    num("ProcNum", "procedurelog.ProcNum"),
    num("Priority", "definition.DefNum"),
)

proctp = table(
    "proctp",
    key("ProcTPNum"),
    num("TreatPlanNum", "treatplan.TreatPlanNum"),
    num("PatNum", "patient.PatNum"),
    num("ProcNumOrig", "procedurelog.ProcNum"),
    whole("ItemOrder"),
    num("Priority", "definition.DefNum"),
    word("ToothNumTP"),
    word("Surf"),
    word("ProcCode", 15),
    word("Descript"),
    real("FeeAmt"),
    real("PriInsAmt"),
    real("SecInsAmt"),
    real("PatAmt"),
    real("Discount"),
    word("Prognosis"),
    word("Dx"),
    word("ProcAbbr", 50),
    num("SecUserNumEntry", "userod.UserNum"),
    day("SecDateEntry"),
    moment("SecDateTEdit"),
    real("FeeAllowed"),
    real("TaxAmt"),
    num("ProvNum", "provider.ProvNum"),
    day("DateTP"),
    num("ClinicNum", "clinic.ClinicNum"),
    real("CatPercUCR"),
)

laboratory = table(
    "laboratory",
    key("LaboratoryNum"),
    word("Description"),
    word("Phone"),
    prose("Notes"),
    num("Slip", "sheetdef.SheetDefNum"),
    word("Address"),
    word("City"),
    word("State"),
    word("Zip"),
    word("Email"),
    word("WirelessPhone"),
    flag("IsHidden"),
)

labturnaround = table(
    "labturnaround",
    key("LabTurnaroundNum"),
    num("LaboratoryNum", "laboratory.LaboratoryNum"),
    word("Description"),
    whole("DaysPublished"),
    whole("DaysActual"),
)

labcase = table(
    "labcase",
    key("LabCaseNum"),
    num("PatNum", "patient.PatNum"),
    num("LaboratoryNum", "laboratory.LaboratoryNum"),
    num("AptNum", "appointment.AptNum"),
    num("PlannedAptNum", "appointment.AptNum"),
    moment("DateTimeDue"),
    moment("DateTimeCreated"),
    moment("DateTimeSent"),
    moment("DateTimeRecd"),
    moment("DateTimeChecked"),
    num("ProvNum", "provider.ProvNum"),
    prose("Instructions"),
    real("LabFee"),
    moment("DateTStamp"),
    word("InvoiceNum"),
)

emailmessage = table(
    "emailmessage",
    key("EmailMessageNum"),
    num("PatNum", "patient.PatNum"),
    prose("ToAddress"),
    prose("FromAddress"),
    prose("Subject"),
    prose("BodyText"),
    moment("MsgDateTime"),
    code("SentOrReceived", EMAIL_DIRECTION),
    word("RecipientAddress"),
    prose("RawEmailIn"),
    num("ProvNumWebMail", "provider.ProvNum"),
    num("PatNumSubj", "patient.PatNum"),
    prose("CcAddress"),
    prose("BccAddress"),
    whole("HideIn"),
    num("AptNum", "appointment.AptNum"),
    num("UserNum", "userod.UserNum"),
    whole("HtmlType"),
    moment("SecDateTEntry"),
    moment("SecDateTEdit"),
    word("MsgType"),
    word("FailReason"),
)
"""It has no resource of its own; the progress notes show it."""

INDEXES = (
    Index("AllergyPatNum", allergy.c.PatNum),
    Index("DiseasePatNum", disease.c.PatNum),
    Index("MedicationPatPatNum", medicationpat.c.PatNum),
    Index("VitalsignPatNum", vitalsign.c.PatNum),
    Index("ToothInitialPatNum", toothinitial.c.PatNum),
    Index("PerioExamPatNum", perioexam.c.PatNum, perioexam.c.ExamDate),
    Index("PerioMeasureExam", periomeasure.c.PerioExamNum),
    Index("TreatPlanPatNum", treatplan.c.PatNum),
    Index("TreatPlanAttachPlan", treatplanattach.c.TreatPlanNum),
    Index("TreatPlanAttachProc", treatplanattach.c.ProcNum),
    Index("ProcTPPlan", proctp.c.TreatPlanNum),
    Index("LabCasePatNum", labcase.c.PatNum),
    Index("LabCaseAptNum", labcase.c.AptNum),
    Index("EmailMessagePatNum", emailmessage.c.PatNum),
)
"""For queries by a patient's chart."""

"""Enumerations of documents and sheets: the stored numbers and the wire's names."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split())))


IMAGE_TYPE = _counted("Document Radiograph Photo File Attachment")
SHEET_TYPE = _counted(
    "LabelPatient LabelCarrier LabelReferral ReferralSlip LabelAppointment Rx Consent PatientLetter "
    "ReferralLetter PatientForm RoutingSlip MedicalHistory LabSlip ExamSheet DepositSlip Statement "
    "MedLabResults TreatmentPlan Screening PaymentPlan RxMulti ERA ERAGridHeader RxInstruction "
    "PatientDashboard PatientDashboardWidget ChartModule None"
)
SHEET_FIELD_TYPE = _counted(
    "OutputText InputField StaticText Parameter Image Drawing Line Rectangle CheckBox SigBox PatImage "
    "Special Grid ComboBox ScreenChart MobileHeader SigBoxPractice"
)
GROWTH_BEHAVIOR = _counted("None DownLocal DownGlobal FillRightDown FillDown FillRight FillDownFitColumns")
TEXT_ALIGN = _counted("Left Right Center")
LAYOUT_MODE = _counted(
    "Default TreatPlan Ecw EcwTreatPlan Orion OrionTreatPlan MedicalPractice MedicalPracticeTreatPlan"
)

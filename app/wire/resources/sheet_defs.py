"""Sheet definitions: templates for forms, letters and slips."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Refers, Since
from app.wire.record import Record
from app.wire.rows import Rows

SheetDefKey = Annotated[int, Refers("sheetdef")]


class SheetKind(WireEnum):
    """The type of a sheet."""

    LABEL_PATIENT = "LabelPatient"
    LABEL_CARRIER = "LabelCarrier"
    LABEL_REFERRAL = "LabelReferral"
    REFERRAL_SLIP = "ReferralSlip"
    LABEL_APPOINTMENT = "LabelAppointment"
    RX = "Rx"
    CONSENT = "Consent"
    PATIENT_LETTER = "PatientLetter"
    REFERRAL_LETTER = "ReferralLetter"
    PATIENT_FORM = "PatientForm"
    ROUTING_SLIP = "RoutingSlip"
    MEDICAL_HISTORY = "MedicalHistory"
    LAB_SLIP = "LabSlip"
    EXAM_SHEET = "ExamSheet"
    DEPOSIT_SLIP = "DepositSlip"
    STATEMENT = "Statement"
    MED_LAB_RESULTS = "MedLabResults"
    TREATMENT_PLAN = "TreatmentPlan"
    SCREENING = "Screening"
    PAYMENT_PLAN = "PaymentPlan"
    RX_MULTI = "RxMulti"
    ERA = "ERA"
    ERA_GRID_HEADER = "ERAGridHeader"
    RX_INSTRUCTION = "RxInstruction"
    PATIENT_DASHBOARD = "PatientDashboard"
    PATIENT_DASHBOARD_WIDGET = "PatientDashboardWidget"
    CHART_MODULE = "ChartModule"
    NONE = "None"


class SheetDef(Record):
    """One template; its fields are SheetFieldDefs."""

    primary_key = "SheetDefNum"

    SheetDefNum: BigInt = 0
    Description: str = ""
    SheetType: SheetKind = SheetKind.NONE


class SheetDefs(Resource):
    """All custom templates."""

    documentation = "API SheetDefs"

    @GET("/sheetdefs/{SheetDefNum}", since="25.1.20")
    async def get(self, SheetDefNum: int) -> SheetDef: ...

    @GET("/sheetdefs", since="23.2.5.0")
    def list(self, *, SheetType: Annotated[SheetKind, Since("25.1.20")] | None = None) -> Rows[SheetDef]: ...

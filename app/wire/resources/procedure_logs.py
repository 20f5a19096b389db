"""Procedures: planned and completed treatment, with fees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    AppointmentKey,
    BigInt,
    ClinicKey,
    Date,
    DateTime,
    InsSubKey,
    Money,
    Only,
    PatientKey,
    ProcedureCodeKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
    SiteKey,
    Time,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

TxPriorityKey = Annotated[int, Refers("definition", (20,))]
TxPriorityName = Annotated[str, Refers("definition", (20,), "ItemName")]
DiagnosisKey = Annotated[int, Refers("definition", (16,))]
DiagnosisName = Annotated[str, Refers("definition", (16,), "ItemName")]
PrognosisKey = Annotated[str, Refers("definition", (30,), "DefNum")]
ProcedureCodeText = Annotated[str, Refers("procedurecode", column="ProcCode")]
_WHOLE_ROW = Since("25.2.21")
"""The version since which answers hold nearly the whole row, and writes accept it."""


class ProcedureStatus(WireEnum):
    """The status of a procedure."""

    TREATMENT_PLANNED = "TP"
    COMPLETE = "C"
    EXISTING_CURRENT = "EC"
    EXISTING_OTHER = "EO"
    REFERRED = "R"
    DELETED = "D"
    CONDITION = "Cn"
    TREATMENT_PLANNED_INACTIVE = "TPi"


class PlaceOfService(WireEnum):
    """Where the treatment took place."""

    OFFICE = "Office"
    PATIENTS_HOME = "PatientsHome"
    INPAT_HOSPITAL = "InpatHospital"
    OUTPAT_HOSPITAL = "OutpatHospital"
    SKILLED_NURS_FAC = "SkilledNursFac"
    CUSTODIAL_CARE_FACILITY = "CustodialCareFacility"
    OTHER_LOCATION = "OtherLocation"
    MOBILE_UNIT = "MobileUnit"
    SCHOOL = "School"
    MILITARY_TREAT_FAC = "MilitaryTreatFac"
    FEDERAL_HEALTH_CENTER = "FederalHealthCenter"
    PUBLIC_HEALTH_CLINIC = "PublicHealthClinic"
    RURAL_HEALTH_CLINIC = "RuralHealthClinic"
    EMERGENCY_ROOM_HOSPITAL = "EmergencyRoomHospital"
    AMBULATORY_SURGICAL_CENTER = "AmbulatorySurgicalCenter"
    TELEHEALTH_OUTSIDE_HOME = "TelehealthOutsideHome"
    TELEHEALTH_IN_HOME = "TelehealthInHome"
    OUTREACH_SITE_OR_STREET = "OutreachSiteOrStreet"


class ProcedureProsthesis(WireEnum):
    """Whether a procedure places a prosthesis: none, an initial one, or a replacement."""

    NO = "No"
    INITIAL = "I"
    REPLACEMENT = "R"


class InsHistCategory(WireEnum):
    """The preference with a category's procedure codes."""

    INS_HIST_BW_CODES = "InsHistBWCodes"
    INS_HIST_PANO_CODES = "InsHistPanoCodes"
    INS_HIST_EXAM_CODES = "InsHistExamCodes"
    INS_HIST_PROPHY_CODES = "InsHistProphyCodes"
    INS_HIST_PERIO_UR_CODES = "InsHistPerioURCodes"
    INS_HIST_PERIO_UL_CODES = "InsHistPerioULCodes"
    INS_HIST_PERIO_LR_CODES = "InsHistPerioLRCodes"
    INS_HIST_PERIO_LL_CODES = "InsHistPerioLLCodes"
    INS_HIST_PERIO_MAINT_CODES = "InsHistPerioMaintCodes"
    INS_HIST_DEBRIDEMENT_CODES = "InsHistDebridementCodes"


class ProcedureLog(Record):
    """One procedure. Before 25.2.21, the answers of `create` and `update` lack the prosthesis fields."""

    primary_key = "ProcNum"

    ProcNum: BigInt = 0
    PatNum: BigInt = 0
    AptNum: BigInt = 0
    ProcDate: Date | None = None
    ProcFee: Money = Money(0)
    Surf: str = ""
    ToothNum: str = ""
    ToothRange: str = ""
    Priority: BigInt = 0
    priority: str = ""
    ProcStatus: ProcedureStatus = ProcedureStatus.TREATMENT_PLANNED
    ProvNum: BigInt = 0
    provAbbr: str = ""
    Dx: BigInt = 0
    dxName: str = ""
    PlannedAptNum: BigInt = 0
    Prosthesis: str = ""
    DateOriginalProsth: Date | None = None
    ClinicNum: BigInt = 0
    CodeNum: BigInt = 0
    procCode: str = ""
    descript: str = ""
    UnitQty: BigInt = 0
    BaseUnits: BigInt = 0
    DateTStamp: DateTime | None = None
    IsDateProsthEst: bool = False
    serverDateTime: DateTime | None = None
    PlaceService: Annotated[PlaceOfService, _WHOLE_ROW] = PlaceOfService.OFFICE
    ClaimNote: Annotated[str, _WHOLE_ROW] = ""
    DateEntryC: Annotated[Date | None, _WHOLE_ROW] = None
    DateTP: Annotated[Date | None, _WHOLE_ROW] = None
    SiteNum: Annotated[BigInt, _WHOLE_ROW] = 0
    HideGraphics: Annotated[bool, _WHOLE_ROW] = False
    CanadianTypeCodes: Annotated[str, _WHOLE_ROW] = ""
    ProcTime: Annotated[Time | None, _WHOLE_ROW] = None
    ProcTimeEnd: Annotated[Time | None, _WHOLE_ROW] = None
    Prognosis: Annotated[str, _WHOLE_ROW] = ""
    IsLocked: Annotated[bool, _WHOLE_ROW] = False
    BillingNote: Annotated[str, _WHOLE_ROW] = ""
    Discount: Annotated[Money, _WHOLE_ROW] = Money(0)
    SecDateEntry: Annotated[Date | None, _WHOLE_ROW] = None


class InsuranceHistory(Record):
    """The last treatment of one category. `procDate` is a date, "No History" or "Not Set"."""

    insHistPrefName: InsHistCategory = InsHistCategory.INS_HIST_BW_CODES
    procDate: str = ""
    ProcNum: BigInt = 0


class GroupNote(Record):
    """One note for several procedures of the same date, clinic and provider."""

    PatNum: BigInt = 0
    ProcNums: tuple[int, ...] = ()
    Note: str = ""


class ProcedureLogs(Resource):
    """Read, add, change and delete procedures.

    Set a priority or diagnosis by its definition (Priority, Dx) or its text (priority, dxName), not both.
    Only TP, TPi and (since 23.1.11) C can be deleted, and only with nothing attached.
    """

    documentation = "API ProcedureLogs"

    @GET("/procedurelogs/{ProcNum}", since="23.3.13")
    async def get(self, ProcNum: int) -> ProcedureLog: ...

    @GET("/procedurelogs", since="21.1")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        AptNum: Annotated[AppointmentKey, Since("22.3.32")] | None = None,
        PlannedAptNum: Annotated[AppointmentKey, Since("24.4.5")] | None = None,
        ClinicNum: Annotated[ClinicKey, Since("23.3.13")] | None = None,
        DateTStamp: DateTime | None = None,
    ) -> Rows[ProcedureLog]: ...

    @GET("/procedurelogs/InsuranceHistory", since="22.4.31")
    def insurance_history(self, *, PatNum: PatientKey, InsSubNum: InsSubKey) -> Rows[InsuranceHistory]: ...

    @POST("/procedurelogs", since="21.4", needs=Permission.PROCEDURE_LOGS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        ProcDate: Date,
        ProcStatus: Annotated[
            ProcedureStatus,
            Only(ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.COMPLETE, ProcedureStatus.EXISTING_OTHER),
        ],
        procCode: ProcedureCodeText,
        AptNum: AppointmentKey | None = None,
        ProcFee: Money | None = None,
        Surf: str | None = None,
        ToothNum: str | None = None,
        ToothRange: str | None = None,
        Priority: TxPriorityKey | None = None,
        priority: TxPriorityName | None = None,
        ProvNum: ProviderKey | None = None,
        Dx: DiagnosisKey | None = None,
        dxName: DiagnosisName | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        ClinicNum: ClinicKey | None = None,
        CodeNum: Annotated[ProcedureCodeKey, _WHOLE_ROW] | None = None,
        PlaceService: Annotated[PlaceOfService, _WHOLE_ROW] | None = None,
        Prosthesis: Annotated[ProcedureProsthesis, _WHOLE_ROW] | None = None,
        DateOriginalProsth: Annotated[Date, _WHOLE_ROW] | None = None,
        IsDateProsthEst: Annotated[bool, _WHOLE_ROW] | None = None,
        ClaimNote: Annotated[str, _WHOLE_ROW] | None = None,
        DateTP: Annotated[Date, _WHOLE_ROW] | None = None,
        SiteNum: Annotated[SiteKey, _WHOLE_ROW] | None = None,
        ProcTime: Annotated[Time, _WHOLE_ROW] | None = None,
        ProcTimeEnd: Annotated[Time, _WHOLE_ROW] | None = None,
        Prognosis: Annotated[PrognosisKey, _WHOLE_ROW] | None = None,
        BillingNote: Annotated[str, _WHOLE_ROW] | None = None,
        Discount: Annotated[Money, _WHOLE_ROW] | None = None,
    ) -> ProcedureLog: ...

    @POST("/procedurelogs/GroupNote", since="22.2", needs=Permission.ALL_OTHERS)
    async def create_group_note(
        self, *, PatNum: PatientKey, ProcNums: Sequence[ProcedureKey], Note: str
    ) -> GroupNote: ...

    @POST("/procedurelogs/InsuranceHistory", since="22.4.31", needs=Permission.PROCEDURE_LOGS)
    async def create_insurance_history(
        self, *, PatNum: PatientKey, InsSubNum: InsSubKey, insHistPrefName: InsHistCategory, ProcDate: Date
    ) -> ProcedureLog: ...

    @PUT("/procedurelogs/{ProcNum}", since="22.1", needs=Permission.PROCEDURE_LOGS)
    async def update(
        self,
        ProcNum: int,
        *,
        AptNum: AppointmentKey | None = None,
        ProcDate: Date | None = None,
        ProcFee: Money | None = None,
        Priority: TxPriorityKey | None = None,
        ProcStatus: Annotated[
            ProcedureStatus,
            Only(ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.COMPLETE, ProcedureStatus.EXISTING_OTHER),
        ]
        | None = None,
        ProvNum: ProviderKey | None = None,
        Dx: DiagnosisKey | None = None,
        PlannedAptNum: AppointmentKey | None = None,
        ClinicNum: ClinicKey | None = None,
        procCode: ProcedureCodeText | None = None,
        ToothNum: str | None = None,
        Surf: str | None = None,
        ToothRange: str | None = None,
        CodeNum: Annotated[ProcedureCodeKey, _WHOLE_ROW] | None = None,
        PlaceService: Annotated[PlaceOfService, _WHOLE_ROW] | None = None,
        Prosthesis: Annotated[ProcedureProsthesis, _WHOLE_ROW] | None = None,
        DateOriginalProsth: Annotated[Date, _WHOLE_ROW] | None = None,
        IsDateProsthEst: Annotated[bool, _WHOLE_ROW] | None = None,
        ClaimNote: Annotated[str, _WHOLE_ROW] | None = None,
        DateTP: Annotated[Date, _WHOLE_ROW] | None = None,
        SiteNum: Annotated[SiteKey, _WHOLE_ROW] | None = None,
        ProcTime: Annotated[Time, _WHOLE_ROW] | None = None,
        ProcTimeEnd: Annotated[Time, _WHOLE_ROW] | None = None,
        Prognosis: Annotated[PrognosisKey, _WHOLE_ROW] | None = None,
        BillingNote: Annotated[str, _WHOLE_ROW] | None = None,
        Discount: Annotated[Money, _WHOLE_ROW] | None = None,
    ) -> ProcedureLog: ...

    @PUT("/procedurelogs/GroupNote", since="22.2.29", needs=Permission.ALL_OTHERS)
    async def update_group_note(self, *, PatNum: PatientKey, ProcNum: ProcedureKey, Note: str) -> None: ...

    @DELETE("/procedurelogs/{ProcNum}", since="22.1", needs=Permission.PROCEDURE_LOGS)
    async def delete(self, ProcNum: int) -> None: ...

    @DELETE("/procedurelogs/{ProcNum}/GroupNote", since="22.3.8", needs=Permission.ALL_OTHERS)
    async def delete_group_note(self, ProcNum: int) -> None: ...

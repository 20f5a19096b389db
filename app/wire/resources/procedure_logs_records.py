"""What the ProcedureLogs page answers: its records and their enumerations."""

from __future__ import annotations

from typing import Annotated

from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Money, Since, Time
from app.wire.record import Record

WHOLE_ROW = Since("25.2.21")
"""The version since which answers hold nearly the whole row, and writes accept it."""
SIGNED_NOTES, OWN_PROVIDER = Since("25.2.38"), Since("25.3.36")
"""The versions since which a group note has isSigned, and a ProvNum of its own."""


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
    PlaceService: Annotated[PlaceOfService, WHOLE_ROW] = PlaceOfService.OFFICE
    ClaimNote: Annotated[str, WHOLE_ROW] = ""
    DateEntryC: Annotated[Date | None, WHOLE_ROW] = None
    DateTP: Annotated[Date | None, WHOLE_ROW] = None
    SiteNum: Annotated[BigInt, WHOLE_ROW] = 0
    HideGraphics: Annotated[bool, WHOLE_ROW] = False
    CanadianTypeCodes: Annotated[str, WHOLE_ROW] = ""
    ProcTime: Annotated[Time | None, WHOLE_ROW] = None
    ProcTimeEnd: Annotated[Time | None, WHOLE_ROW] = None
    Prognosis: Annotated[BigInt, WHOLE_ROW] = 0
    IsLocked: Annotated[bool, WHOLE_ROW] = False
    BillingNote: Annotated[str, WHOLE_ROW] = ""
    Discount: Annotated[Money, WHOLE_ROW] = Money(0)
    SecDateEntry: Annotated[DateTime | None, WHOLE_ROW] = None


class InsuranceHistory(Record):
    """The last treatment of one category. `procDate` is a date, "No History" or "Not Set"."""

    insHistPrefName: InsHistCategory = InsHistCategory.INS_HIST_BW_CODES
    procDate: str = ""
    ProcNum: BigInt = 0


class GroupNote(Record):
    """One note for several procedures of the same date, clinic and provider. ProcNum is the note's own."""

    primary_key = "ProcNum"

    PatNum: BigInt = 0
    ProvNum: Annotated[BigInt, OWN_PROVIDER] = 0
    ProcNum: Annotated[BigInt, SIGNED_NOTES] = 0
    ProcNums: tuple[int, ...] = ()
    Note: str = ""
    isSigned: Annotated[bool, SIGNED_NOTES] = False

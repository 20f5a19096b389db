"""What the Patients page answers: its records and their enumerations."""

from __future__ import annotations

from typing import Annotated

from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Money, Since
from app.wire.record import Record


class PatientStatus(WireEnum):
    """The status of a patient."""

    PATIENT = "Patient"
    NON_PATIENT = "NonPatient"
    INACTIVE = "Inactive"
    ARCHIVED = "Archived"
    DELETED = "Deleted"
    DECEASED = "Deceased"
    PROSPECTIVE = "Prospective"


class PatientGender(WireEnum):
    """A patient's gender."""

    MALE = "Male"
    FEMALE = "Female"
    UNKNOWN = "Unknown"
    OTHER = "Other"


class MaritalStatus(WireEnum):
    """A patient's position in the family."""

    SINGLE = "Single"
    MARRIED = "Married"
    CHILD = "Child"
    WIDOWED = "Widowed"
    DIVORCED = "Divorced"


class ContactMethod(WireEnum):
    """The preferred contact or confirmation method."""

    NONE = "None"
    DO_NOT_CALL = "DoNotCall"
    HM_PHONE = "HmPhone"
    WK_PHONE = "WkPhone"
    WIRELESS_PH = "WirelessPh"
    EMAIL = "Email"
    SEE_NOTES = "SeeNotes"
    MAIL = "Mail"
    TEXT_MESSAGE = "TextMessage"


class TextConsent(WireEnum):
    """Whether text messages may be sent."""

    UNKNOWN = "Unknown"
    YES = "Yes"
    NO = "No"


class Patient(Record):
    """One patient. EstBalance is their own; BalTotal the family's, 0 unless they are its guarantor."""

    primary_key = "PatNum"

    serverDateTime: DateTime | None = None
    PatNum: BigInt = 0
    LName: str = ""
    FName: str = ""
    MiddleI: str = ""
    Preferred: str = ""
    PatStatus: PatientStatus = PatientStatus.PATIENT
    Gender: PatientGender = PatientGender.UNKNOWN
    Position: MaritalStatus = MaritalStatus.SINGLE
    Birthdate: Date | None = None
    SSN: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    HmPhone: str = ""
    WkPhone: str = ""
    WirelessPhone: str = ""
    Guarantor: BigInt = 0
    Email: str = ""
    EstBalance: Money = Money(0)
    PriProv: BigInt = 0
    priProvAbbr: str = ""
    SecProv: BigInt = 0
    secProvAbbr: str = ""
    BillingType: str = ""
    ImageFolder: str = ""
    FamFinUrgNote: str = ""
    ChartNumber: str = ""
    MedicaidID: str = ""
    BalTotal: Money = Money(0)
    EmployerNum: BigInt = 0
    DateFirstVisit: Date | None = None
    ClinicNum: BigInt = 0
    clinicAbbr: str = ""
    Ward: str = ""
    PreferConfirmMethod: ContactMethod = ContactMethod.NONE
    PreferContactMethod: ContactMethod = ContactMethod.NONE
    PreferRecallMethod: ContactMethod = ContactMethod.NONE
    Language: str = ""
    AdmitDate: Date | None = None
    siteDesc: str = ""
    DateTStamp: DateTime | None = None
    SuperFamily: BigInt = 0
    TxtMsgOk: TextConsent = TextConsent.UNKNOWN
    SecDateEntry: Date | None = None
    FeeSched: Annotated[BigInt, Since("25.2.19")] = 0
    Premed: Annotated[bool, Since("25.2.30")] = False


class PatientMatch(Record):
    """One patient as the Patient Select window lists it."""

    primary_key = "PatNum"

    PatNum: BigInt = 0
    LName: str = ""
    FName: str = ""
    MiddleI: str = ""
    Preferred: str = ""
    PatStatus: PatientStatus = PatientStatus.PATIENT
    Birthdate: Date | None = None
    SSN: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    HmPhone: str = ""
    WkPhone: str = ""
    WirelessPhone: str = ""
    Email: str = ""
    priProvAbbr: str = ""
    secProvAbbr: str = ""
    BillingType: str = ""
    ChartNumber: str = ""
    ClinicNum: BigInt = 0
    clinicAbbr: str = ""
    siteDesc: str = ""
    TxtMsgOk: TextConsent = TextConsent.UNKNOWN

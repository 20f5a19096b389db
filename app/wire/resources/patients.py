"""Patients and guarantors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import (
    AllBut,
    ClinicKey,
    Date,
    DateTime,
    EmployerKey,
    FeeSchedKey,
    MaxLength,
    PatientKey,
    ProviderKey,
    Refers,
    Since,
    SiteKey,
)
from app.wire.permissions import Permission
from app.wire.resources.patients_records import (
    ContactMethod,
    MaritalStatus,
    Patient,
    PatientGender,
    PatientMatch,
    PatientStatus,
    TextConsent,
)
from app.wire.rows import Rows

__all__ = [
    "ContactMethod",
    "MaritalStatus",
    "Patient",
    "PatientGender",
    "PatientMatch",
    "PatientStatus",
    "Patients",
    "TextConsent",
]

BillingTypeName = Annotated[str, Refers("definition", (4,), "ItemName")]


class Patients(Resource):
    """Find, add and change patients. They can be deleted in Open Dental only.

    `list` searches as the Patient Select window does; `simple` returns every field, and changes since a time.
    A request may set Guarantor or SuperFamily, not both.
    """

    documentation = "API Patients"

    @GET("/patients/{PatNum}", since="21.1")
    async def get(self, PatNum: int) -> Patient: ...

    @GET("/patients/Simple", since="21.2")
    def simple(
        self,
        *,
        LName: str | None = None,
        FName: str | None = None,
        Birthdate: Date | None = None,
        ClinicNum: ClinicKey | None = None,
        PatStatus: Annotated[PatientStatus, AllBut(PatientStatus.DELETED)] | None = None,
        DateTStamp: DateTime | None = None,
        PriProv: Annotated[ProviderKey, Since("21.3")] | None = None,
        Gender: Annotated[PatientGender, Since("22.3.6")] | None = None,
        Position: Annotated[MaritalStatus, Since("22.3.6")] | None = None,
        Guarantor: Annotated[PatientKey, Since("22.4.19")] | None = None,
        SuperFamily: Annotated[PatientKey, Since("22.4.38")] | None = None,
        EmployerNum: Annotated[EmployerKey, Since("24.3.30")] | None = None,
        FeeSched: Annotated[FeeSchedKey, Since("25.2.19")] | None = None,
    ) -> Rows[Patient]: ...

    @GET("/patients", since="21.1")
    def list(
        self,
        *,
        LName: str | None = None,
        FName: str | None = None,
        Phone: str | None = None,
        Address: str | None = None,
        hideInactive: bool | None = None,
        City: str | None = None,
        State: str | None = None,
        SSN: str | None = None,
        ChartNumber: str | None = None,
        guarOnly: bool | None = None,
        showArchived: bool | None = None,
        Birthdate: Date | None = None,
        SiteNum: SiteKey | None = None,
        SubscriberId: str | None = None,
        Email: str | None = None,
        Country: str | None = None,
        clinicNums: Sequence[ClinicKey] | None = None,
        clinicAbbr: str | None = None,
        invoiceNumber: str | None = None,
    ) -> Rows[PatientMatch]: ...

    @POST("/patients", since="21.1", needs=Permission.PATIENTS)
    async def create(  # size: one line a documented field
        self,
        *,
        LName: str,
        FName: str,
        MiddleI: str | None = None,
        Preferred: str | None = None,
        PatStatus: Annotated[PatientStatus, AllBut(PatientStatus.DELETED)] | None = None,
        Gender: Annotated[PatientGender, AllBut(PatientGender.OTHER)] | None = None,
        Position: MaritalStatus | None = None,
        Birthdate: Date | None = None,
        SSN: str | None = None,
        Address: str | None = None,
        Address2: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        HmPhone: str | None = None,
        WkPhone: str | None = None,
        WirelessPhone: str | None = None,
        Guarantor: PatientKey | None = None,
        Email: str | None = None,
        PriProv: ProviderKey | None = None,
        SecProv: ProviderKey | None = None,
        BillingType: BillingTypeName | None = None,
        FamFinUrgNote: Annotated[str, Since("23.2.5")] | None = None,
        ChartNumber: Annotated[str, MaxLength(15)] | None = None,
        MedicaidID: Annotated[str, Since("24.4.13")] | None = None,
        EmployerNum: Annotated[EmployerKey, Since("24.3.30")] | None = None,
        DateFirstVisit: Annotated[Date, Since("22.4.42")] | None = None,
        ClinicNum: ClinicKey | None = None,
        Ward: Annotated[str, Since("24.1.12")] | None = None,
        PreferConfirmMethod: ContactMethod | None = None,
        PreferContactMethod: ContactMethod | None = None,
        PreferRecallMethod: Annotated[ContactMethod, Since("22.2")] | None = None,
        Language: str | None = None,
        AdmitDate: Annotated[Date, Since("24.1.12")] | None = None,
        SuperFamily: Annotated[PatientKey, Since("22.4.38")] | None = None,
        TxtMsgOk: TextConsent | None = None,
        FeeSched: Annotated[FeeSchedKey, Since("25.2.19")] | None = None,
        Premed: Annotated[bool, Since("25.2.30")] | None = None,
    ) -> Patient: ...

    @PUT("/patients/{PatNum}", since="21.2", needs=Permission.PATIENTS)
    async def update(  # size: one line a documented field
        self,
        PatNum: int,
        *,
        LName: str | None = None,
        FName: str | None = None,
        MiddleI: str | None = None,
        Preferred: str | None = None,
        PatStatus: Annotated[PatientStatus, AllBut(PatientStatus.DELETED)] | None = None,
        Gender: Annotated[PatientGender, AllBut(PatientGender.OTHER)] | None = None,
        Position: MaritalStatus | None = None,
        Birthdate: Date | None = None,
        SSN: str | None = None,
        Address: str | None = None,
        Address2: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        HmPhone: str | None = None,
        WkPhone: str | None = None,
        WirelessPhone: str | None = None,
        Guarantor: PatientKey | None = None,
        Email: str | None = None,
        PriProv: ProviderKey | None = None,
        SecProv: ProviderKey | None = None,
        BillingType: BillingTypeName | None = None,
        FamFinUrgNote: Annotated[str, Since("23.2.5")] | None = None,
        ChartNumber: Annotated[str, MaxLength(15)] | None = None,
        MedicaidID: Annotated[str, Since("24.4.13")] | None = None,
        EmployerNum: Annotated[EmployerKey, Since("24.3.30")] | None = None,
        DateFirstVisit: Annotated[Date, Since("22.4.42")] | None = None,
        ClinicNum: ClinicKey | None = None,
        Ward: Annotated[str, Since("24.1.12")] | None = None,
        PreferConfirmMethod: ContactMethod | None = None,
        PreferContactMethod: ContactMethod | None = None,
        PreferRecallMethod: Annotated[ContactMethod, Since("22.2")] | None = None,
        Language: str | None = None,
        AdmitDate: Annotated[Date, Since("24.1.12")] | None = None,
        SuperFamily: Annotated[PatientKey, Since("22.4.38")] | None = None,
        TxtMsgOk: TextConsent | None = None,
        FeeSched: Annotated[FeeSchedKey, Since("25.2.19")] | None = None,
        Premed: Annotated[bool, Since("25.2.30")] | None = None,
    ) -> Patient: ...

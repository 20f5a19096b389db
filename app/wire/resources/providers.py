"""Providers: dentists, hygienists and the entities that bill for them."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import AlsoSpelled, BigInt, ClinicKey, Color, Date, DateTime, FeeSchedKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

SpecialtyKey = Annotated[int, Refers("definition", (35,))]


class ProviderStatus(WireEnum):
    """Whether a provider is active or deleted."""

    ACTIVE = "Active"
    DELETED = "Deleted"


class Provider(Record):
    """One provider; a hygienist has IsSecondary. `serverDateTime` is missing with ClinicNum."""

    primary_key = "ProvNum"

    ProvNum: BigInt = 0
    Abbr: str = ""
    LName: str = ""
    FName: str = ""
    MI: str = ""
    Suffix: str = ""
    FeeSched: BigInt = 0
    Specialty: BigInt = 0
    SSN: str = ""
    StateLicense: str = ""
    IsSecondary: bool = False
    provColor: Color = "0,0,0"
    IsHidden: bool = False
    UsingTIN: bool = False
    SigOnFile: bool = False
    NationalProvID: str = ""
    DateTStamp: DateTime | None = None
    IsNotPerson: bool = False
    ProvStatus: ProviderStatus = ProviderStatus.ACTIVE
    IsHiddenReport: bool = False
    Birthdate: Date | None = None
    SchedNote: str = ""
    PreferredName: str = ""
    serverDateTime: DateTime | None = None


class Providers(Resource):
    """The office's providers. They can't be deleted, only hidden, and only in Open Dental."""

    documentation = "API Providers"

    @GET("/providers/{ProvNum}", since="24.4.17")
    async def get(self, ProvNum: int) -> Provider: ...

    @GET("/providers", since="21.1")
    def list(
        self,
        *,
        ClinicNum: ClinicKey | None = None,
        DateTStamp: Annotated[DateTime, Since("21.3")] | None = None,
    ) -> Rows[Provider]: ...

    @POST("/providers", since="21.4", needs=Permission.SETUP)
    async def create(
        self,
        *,
        Abbr: str,
        LName: str | None = None,
        FName: str | None = None,
        MI: str | None = None,
        Suffix: str | None = None,
        FeeSched: FeeSchedKey | None = None,
        Specialty: SpecialtyKey | None = None,
        SSN: str | None = None,
        StateLicense: Annotated[str, Since("24.4.31")] | None = None,
        IsSecondary: bool | None = None,
        IsHidden: bool | None = None,
        UsingTIN: bool | None = None,
        SigOnFile: Annotated[bool, Since("24.4.17")] | None = None,
        NationalProvID: Annotated[str, Since("24.4.31")] | None = None,
        IsNotPerson: bool | None = None,
        IsHiddenReport: bool | None = None,
        Birthdate: Annotated[Date, AlsoSpelled("BirthDate")] | None = None,
        SchedNote: str | None = None,
        PreferredName: str | None = None,
    ) -> Provider: ...

    @PUT("/providers/{ProvNum}", since="22.1", needs=Permission.SETUP)
    async def update(
        self,
        ProvNum: int,
        *,
        Abbr: str | None = None,
        FName: str | None = None,
        LName: str | None = None,
        MI: str | None = None,
        Suffix: str | None = None,
        PreferredName: str | None = None,
        Specialty: SpecialtyKey | None = None,
        SigOnFile: Annotated[bool, Since("24.4.17")] | None = None,
        NationalProvId: Annotated[str, AlsoSpelled("NationalProvID")] | None = None,
        StateLicense: str | None = None,
        SSN: str | None = None,
        UsingTIN: bool | None = None,
    ) -> Provider: ...

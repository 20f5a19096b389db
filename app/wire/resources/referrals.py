"""Referrals: referral sources and targets."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, DateTime, MaxLength, PatientKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

SpecialtyKey = Annotated[int, Refers("definition", (35,))]
SpecialtyName = Annotated[str, Refers("definition", (35,), "ItemName")]
_ALL_FIELDS = Since("24.4.16")
"""The version since which `create` and `update` accept the whole row."""


class Referral(Record):
    """One source: a patient, a provider, or an organization whose name is its description."""

    primary_key = "ReferralNum"

    ReferralNum: BigInt = 0
    LName: str = ""
    FName: str = ""
    MName: str = ""
    SSN: str = ""
    UsingTIN: bool = False
    Specialty: BigInt = 0
    specialty: str = ""
    ST: str = ""
    Telephone: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    Zip: str = ""
    Note: str = ""
    Phone2: str = ""
    IsHidden: bool = False
    NotPerson: bool = False
    Title: str = ""
    EMail: str = ""
    PatNum: BigInt = 0
    IsDoctor: bool = False
    DateTStamp: DateTime | None = None
    IsPreferred: bool = False
    BusinessName: str = ""
    DisplayNote: str = ""
    isPatient: bool = False


class Referrals(Resource):
    """Read, add and change referral sources; `RefAttaches` links patients to them.

    `create` makes a patient's source from PatNum, a provider's from a specialty, and otherwise an
    organization. For a patient's source only Note and DisplayNote can change.
    """

    documentation = "API Referrals"

    @GET("/referrals/{ReferralNum}", since="24.1.34")
    async def get(self, ReferralNum: int) -> Referral: ...

    @GET("/referrals", since="21.4")
    def list(
        self,
        *,
        IsHidden: Annotated[bool, Since("24.1.34")] | None = None,
        NotPerson: Annotated[bool, Since("24.1.34")] | None = None,
        IsDoctor: Annotated[bool, Since("24.1.34")] | None = None,
        IsPreferred: Annotated[bool, Since("24.1.34")] | None = None,
        isPatient: Annotated[bool, Since("24.1.34")] | None = None,
        BusinessName: Annotated[str, Since("24.4.19")] | None = None,
    ) -> Rows[Referral]: ...

    @POST("/referrals", since="22.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        LName: str,
        PatNum: PatientKey | None = None,
        FName: str | None = None,
        MName: str | None = None,
        SSN: Annotated[str, _ALL_FIELDS] | None = None,
        UsingTIN: Annotated[bool, _ALL_FIELDS] | None = None,
        Specialty: SpecialtyKey | None = None,
        specialty: SpecialtyName | None = None,
        ST: Annotated[str, _ALL_FIELDS, MaxLength(2)] | None = None,
        Telephone: Annotated[str, _ALL_FIELDS] | None = None,
        Address: Annotated[str, _ALL_FIELDS] | None = None,
        Address2: Annotated[str, _ALL_FIELDS] | None = None,
        City: Annotated[str, _ALL_FIELDS] | None = None,
        Zip: Annotated[str, _ALL_FIELDS] | None = None,
        Note: str | None = None,
        Phone2: Annotated[str, _ALL_FIELDS] | None = None,
        NotPerson: Annotated[bool, _ALL_FIELDS] | None = None,
        Title: str | None = None,
        EMail: Annotated[str, _ALL_FIELDS] | None = None,
        IsDoctor: Annotated[bool, _ALL_FIELDS] | None = None,
        BusinessName: Annotated[str, _ALL_FIELDS] | None = None,
        DisplayNote: Annotated[str, _ALL_FIELDS] | None = None,
    ) -> Referral: ...

    @PUT("/referrals/{ReferralNum}", since="22.4.24", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        ReferralNum: int,
        *,
        LName: str | None = None,
        FName: str | None = None,
        MName: str | None = None,
        SSN: Annotated[str, _ALL_FIELDS] | None = None,
        UsingTIN: Annotated[bool, _ALL_FIELDS] | None = None,
        Specialty: SpecialtyKey | None = None,
        ST: Annotated[str, _ALL_FIELDS, MaxLength(2)] | None = None,
        Telephone: Annotated[str, _ALL_FIELDS] | None = None,
        Address: Annotated[str, _ALL_FIELDS] | None = None,
        Address2: Annotated[str, _ALL_FIELDS] | None = None,
        City: Annotated[str, _ALL_FIELDS] | None = None,
        Zip: Annotated[str, _ALL_FIELDS] | None = None,
        Note: str | None = None,
        Phone2: Annotated[str, _ALL_FIELDS] | None = None,
        NotPerson: Annotated[bool, _ALL_FIELDS] | None = None,
        Title: str | None = None,
        EMail: Annotated[str, _ALL_FIELDS] | None = None,
        IsDoctor: Annotated[bool, _ALL_FIELDS] | None = None,
        BusinessName: Annotated[str, _ALL_FIELDS] | None = None,
        DisplayNote: Annotated[str, _ALL_FIELDS] | None = None,
    ) -> Referral: ...

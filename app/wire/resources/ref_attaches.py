"""Referral attachments: who referred a patient, or to whom a patient was referred."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, PatientKey, ProcedureKey, ProviderKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

ReferralKey = Annotated[int, Refers("referral")]
_ALL_FIELDS = Since("23.3.26")
"""The version since which `create` accepts the whole row."""


class RefType(WireEnum):
    """The direction of the referral; named after the database field `ReferralType`."""

    REF_TO = "RefTo"
    REF_FROM = "RefFrom"
    REF_CUSTOM = "RefCustom"


class ReferralToStatus(WireEnum):
    """The status of an outgoing referral."""

    NONE = "None"
    DECLINED = "Declined"
    SCHEDULED = "Scheduled"
    CONSULTED = "Consulted"
    IN_TREATMENT = "InTreatment"
    COMPLETE = "Complete"


class RefAttach(Record):
    """One attachment. `referralName` is the name of ReferralNum."""

    primary_key = "RefAttachNum"

    RefAttachNum: BigInt = 0
    ReferralNum: BigInt = 0
    referralName: str = ""
    PatNum: BigInt = 0
    ItemOrder: BigInt = 0
    RefDate: Date | None = None
    ReferralType: RefType = RefType.REF_TO
    RefToStatus: ReferralToStatus = ReferralToStatus.NONE
    Note: str = ""
    IsTransitionOfCare: bool = False
    ProcNum: BigInt = 0
    DateProcComplete: Date | None = None
    ProvNum: BigInt = 0
    DateTStamp: DateTime | None = None


class RefAttaches(Resource):
    """Read, add, change and delete attachments.

    `create` takes a source by number, or by last name: an unknown one is created.
    """

    documentation = "API RefAttaches"

    @GET("/refattaches", since="22.4.27")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        ReferralNum: Annotated[ReferralKey, Since("25.2.10")] | None = None,
        DateTStamp: Annotated[DateTime, Since("25.2.10")] | None = None,
    ) -> Rows[RefAttach]: ...

    @POST("/refattaches", since="21.2", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        ReferralNum: ReferralKey | None = None,
        referralName: str | None = None,
        RefDate: Date | None = None,
        ReferralType: RefType | None = None,
        RefToStatus: ReferralToStatus | None = None,
        Note: str | None = None,
        IsTransitionOfCare: Annotated[bool, _ALL_FIELDS] | None = None,
        ProcNum: Annotated[ProcedureKey, _ALL_FIELDS] | None = None,
        DateProcComplete: Annotated[Date, _ALL_FIELDS] | None = None,
        ProvNum: Annotated[ProviderKey, _ALL_FIELDS] | None = None,
    ) -> RefAttach: ...

    @PUT("/refattaches/{RefAttachNum}", since="23.3.26", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        RefAttachNum: int,
        *,
        ReferralNum: ReferralKey | None = None,
        RefDate: Date | None = None,
        ReferralType: RefType | None = None,
        RefToStatus: ReferralToStatus | None = None,
        Note: str | None = None,
        IsTransitionOfCare: bool | None = None,
        ProcNum: ProcedureKey | None = None,
        DateProcComplete: Date | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> RefAttach: ...

    @DELETE("/refattaches/{RefAttachNum}", since="23.3.26", needs=Permission.ALL_OTHERS)
    async def delete(self, RefAttachNum: int) -> None: ...

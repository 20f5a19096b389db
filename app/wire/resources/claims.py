"""Claims: insurance billing for completed or planned treatment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import (
    BigInt,
    ClaimFormKey,
    Date,
    DateTime,
    InsSubKey,
    Money,
    Only,
    PatientKey,
    ProcedureKey,
    ProviderKey,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.procedure_logs import PlaceOfService
from app.wire.rows import Rows


class ClaimState(WireEnum):
    """The status of a claim."""

    UNSENT = "U"
    HELD_FOR_PRIMARY = "H"
    WAITING = "W"
    SENT = "S"
    RECEIVED = "R"
    HELD_IN_PROCESS = "I"


class ProsthesisKind(WireEnum):
    """Whether a claim is for a prosthesis."""

    NO = "N"
    INITIAL = "I"
    REPLACEMENT = "R"


class ClaimKind(WireEnum):
    """The type of insurance that a claim is sent to."""

    PRIMARY = "P"
    SECONDARY = "S"
    PRE_AUTH = "PreAuth"
    OTHER = "Other"
    CAP = "Cap"


class AccidentKind(WireEnum):
    """The accident behind a claim, as answers write it."""

    NONE = ""
    AUTO = "A"
    EMPLOYMENT = "E"
    OTHER = "O"


class Relat(WireEnum):
    """The patient's relationship to the subscriber of a plan."""

    SELF = "Self"
    SPOUSE = "Spouse"
    CHILD = "Child"
    EMPLOYEE = "Employee"
    HANDICAP_DEP = "HandicapDep"
    SIGNIF_OTHER = "SignifOther"
    INJURED_PLAINTIFF = "InjuredPlaintiff"
    LIFE_PARTNER = "LifePartner"
    DEPENDENT = "Dependent"


class AccidentSent(WireEnum):
    """The accident behind a claim, as requests write it: "No" for none."""

    NONE = "No"
    AUTO = "A"
    EMPLOYMENT = "E"
    OTHER = "O"


class ClaimMedType(WireEnum):
    """The kind of insurance that a claim is for."""

    DENTAL = "Dental"
    MEDICAL = "Medical"
    INSTITUTIONAL = "Institutional"


class ClaimSplit(Record):
    """The claim that was split off, and the procedures that moved to it."""

    primary_key = "ClaimNum"

    ClaimNum: BigInt = 0
    ProcNums: tuple[int, ...] = ()


class Claim(Record):
    """One claim. `customTracking` is the name of CustomTracking."""

    primary_key = "ClaimNum"

    ClaimNum: BigInt = 0
    PatNum: BigInt = 0
    DateService: Date | None = None
    DateSent: Date | None = None
    ClaimStatus: ClaimState = ClaimState.UNSENT
    DateReceived: Date | None = None
    PlanNum: BigInt = 0
    ProvTreat: BigInt = 0
    ClaimFee: Money = Money(0)
    InsPayEst: Money = Money(0)
    InsPayAmt: Money = Money(0)
    DedApplied: Money = Money(0)
    IsProsthesis: ProsthesisKind = ProsthesisKind.NO
    PriorDate: Date | None = None
    ReasonUnderPaid: str = ""
    ClaimNote: str = ""
    ClaimType: ClaimKind = ClaimKind.PRIMARY
    ProvBill: BigInt = 0
    PlaceService: PlaceOfService = PlaceOfService.OFFICE
    AccidentRelated: AccidentKind = AccidentKind.NONE
    AccidentDate: Date | None = None
    AccidentST: str = ""
    IsOrtho: bool = False
    OrthoRemainM: BigInt = 0
    OrthoDate: Date | None = None
    PatRelat: Relat = Relat.SELF
    PlanNum2: BigInt = 0
    PatRelat2: Relat = Relat.SELF
    WriteOff: Money = Money(0)
    ClaimForm: BigInt = 0
    InsSubNum: BigInt = 0
    InsSubNum2: BigInt = 0
    PriorAuthorizationNumber: str = ""
    CustomTracking: BigInt = 0
    customTracking: str = ""
    OrthoTotalM: BigInt = 0
    SecDateTEdit: DateTime | None = None


class Claims(Resource):
    """Create, change, send, split and delete claims. Their procedures are ClaimProcs.

    Up to 23.3.11, `list` requires PatNum.
    """

    documentation = "API Claims"

    @GET("/claims/{ClaimNum}", since="23.3.11")
    async def get(self, ClaimNum: int) -> Claim: ...

    @GET("/claims", since="22.2")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        ClaimStatus: Annotated[ClaimState, Since("23.3.11")] | None = None,
        SecDateTEdit: Annotated[DateTime, Since("23.3.11")] | None = None,
    ) -> Rows[Claim]: ...

    @POST("/claims", since="23.2.5", needs=Permission.INSURANCE)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        procNums: Sequence[ProcedureKey],
        ClaimType: Annotated[ClaimKind, Only(ClaimKind.PRIMARY, ClaimKind.SECONDARY, ClaimKind.PRE_AUTH)],
        InsSubNum: InsSubKey | None = None,
        InsSubNum2: InsSubKey | None = None,
        PatRelat: Relat | None = None,
        PatRelat2: Relat | None = None,
        DateService: Date | None = None,
        DateSent: Date | None = None,
        ClaimForm: ClaimFormKey | None = None,
        ProvTreat: ProviderKey | None = None,
        ProvBill: ProviderKey | None = None,
    ) -> Claim: ...

    @PUT("/claims/{ClaimNum}", since="21.4", needs=Permission.INSURANCE)
    async def update(
        self,
        ClaimNum: int,
        *,
        ClaimStatus: Annotated[
            ClaimState,
            Only(
                ClaimState.UNSENT,
                ClaimState.HELD_FOR_PRIMARY,
                ClaimState.WAITING,
                ClaimState.SENT,
                ClaimState.RECEIVED,
            ),
        ]
        | None = None,
        DateSent: Annotated[Date, Since("26.2")] | None = None,
        DateReceived: Date | None = None,
        ProvTreat: ProviderKey | None = None,
        IsProsthesis: ProsthesisKind | None = None,
        PriorDate: Date | None = None,
        ClaimNote: str | None = None,
        ReasonUnderPaid: Annotated[str, Since("22.3.31")] | None = None,
        ProvBill: ProviderKey | None = None,
        PlaceService: PlaceOfService | None = None,
        AccidentRelated: AccidentSent | None = None,
        AccidentDate: Annotated[Date, Since("22.1")] | None = None,
        AccidentST: str | None = None,
        IsOrtho: bool | None = None,
        OrthoRemainM: Annotated[int, Since("23.2.18")] | None = None,
        OrthoDate: Date | None = None,
        PatRelat: Annotated[Relat, Since("24.4.35")] | None = None,
        PatRelat2: Annotated[Relat, Since("24.4.35")] | None = None,
        ClaimForm: ClaimFormKey | None = None,
        InsSubNum2: Annotated[InsSubKey, Since("24.4.35")] | None = None,
        PriorAuthorizationNumber: str | None = None,
        MedType: Annotated[ClaimMedType, Since("26.2")] | None = None,
        OrthoTotalM: int | None = None,
    ) -> Claim: ...

    @PUT("/claims/{ClaimNum}/Status", since="21.3", needs=Permission.INSURANCE)
    async def mark_sent(
        self,
        ClaimNum: int,
        *,
        DateSent: Date,
        DateSentOrig: Date | None = None,
    ) -> Claim: ...

    @PUT("/claims/{ClaimNum}/Split", since="22.1", needs=Permission.INSURANCE, status=201)
    async def split(
        self,
        ClaimNum: int,
        *,
        ProcNums: Sequence[ProcedureKey],
    ) -> ClaimSplit: ...

    @DELETE("/claims/{ClaimNum}", since="22.1", needs=Permission.INSURANCE)
    async def delete(self, ClaimNum: int) -> None: ...

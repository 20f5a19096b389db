"""RxPats: prescriptions."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, Money, PatientKey
from app.wire.record import Record
from app.wire.rows import Rows


class RxSendStatus(WireEnum):
    """How a prescription was sent."""

    UNSENT = "Unsent"
    IN_ELECT_QUEUE = "InElectQueue"
    SENT_ELECT = "SentElect"
    PRINTED = "Printed"
    FAXED = "Faxed"
    CALLED_IN = "CalledIn"
    GAVE_SCRIPT = "GaveScript"
    PENDING = "Pending"


class RxPat(Record):
    """One prescription. Disp and Refills are texts."""

    primary_key = "RxNum"

    RxNum: BigInt = 0
    PatNum: BigInt = 0
    RxDate: Date | None = None
    Drug: str = ""
    Sig: str = ""
    Disp: str = ""
    Refills: str = ""
    ProvNum: BigInt = 0
    Notes: str = ""
    PharmacyNum: BigInt = 0
    IsControlled: bool = False
    DateTStamp: DateTime | None = None
    SendStatus: RxSendStatus = RxSendStatus.UNSENT
    IsErxOld: bool = False
    IsProcRequired: bool = False
    ProcNum: BigInt = 0
    DaysOfSupply: Money = Money(0)
    PatientInstruction: str = ""
    ClinicNum: BigInt = 0
    ErxPharmacyInfo: str = ""


class RxPats(Resource):
    """Prescriptions of patients. They can be written in Open Dental only."""

    documentation = "API RxPats"

    @GET("/rxpats/{RxNum}", since="24.2.35")
    async def get(self, RxNum: int) -> RxPat: ...

    @GET("/rxpats", since="24.2.35")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
    ) -> Rows[RxPat]: ...

"""Adjustments: discounts, write-offs and additional charges on a patient's account."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import (
    BigInt,
    ClinicKey,
    Date,
    DateTime,
    Money,
    PatientKey,
    ProcedureKey,
    ProviderKey,
    Refers,
    Since,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

AdjTypeKey = Annotated[int, Refers("definition", (1,))]


class Adjustment(Record):
    """One adjustment: AdjAmt is negative for a discount. `adjType` is the name behind AdjType."""

    primary_key = "AdjNum"

    AdjNum: BigInt = 0
    AdjDate: Date | None = None
    AdjAmt: Money = Money(0)
    PatNum: BigInt = 0
    AdjType: BigInt = 0
    adjType: str = ""
    ProvNum: BigInt = 0
    AdjNote: str = ""
    ProcDate: Date | None = None
    ProcNum: BigInt = 0
    DateEntry: Date | None = None
    ClinicNum: BigInt = 0
    SecUserNumEntry: BigInt = 0
    SecDateTEdit: DateTime | None = None


class Adjustments(Resource):
    """One patient's adjustments. The sign of AdjAmt follows the ItemValue of AdjType: '+' or '-'."""

    documentation = "API Adjustments"

    @GET("/adjustments", since="22.2.21")
    def list(
        self,
        *,
        PatNum: PatientKey,
        AdjType: Annotated[AdjTypeKey, Since("22.2.33")] | None = None,
        ProcNum: Annotated[ProcedureKey, Since("22.4.28")] | None = None,
    ) -> Rows[Adjustment]: ...

    @POST("/adjustments", since="22.2.22", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        AdjType: AdjTypeKey,
        AdjAmt: Money,
        AdjDate: Date,
        ProvNum: ProviderKey | None = None,
        ProcNum: ProcedureKey | None = None,
        ClinicNum: ClinicKey | None = None,
        ProcDate: Date | None = None,
        AdjNote: str | None = None,
    ) -> Adjustment: ...

    @PUT("/adjustments/{AdjNum}", since="22.2.23", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        AdjNum: int,
        *,
        AdjDate: Date | None = None,
        AdjAmt: Money | None = None,
        AdjType: AdjTypeKey | None = None,
        ProvNum: ProviderKey | None = None,
        AdjNote: str | None = None,
        ProcNum: ProcedureKey | None = None,
        ClinicNum: ClinicKey | None = None,
    ) -> Adjustment: ...

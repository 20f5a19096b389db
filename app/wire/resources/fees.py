"""Fees: a procedure's fee in a fee schedule."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import (
    BigInt,
    ClinicKey,
    Date,
    DateTime,
    FeeSchedKey,
    Money,
    ProcedureCodeKey,
    ProviderKey,
)
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class Fee(Record):
    """One fee. With a clinic or provider it replaces the schedule's general fee there."""

    primary_key = "FeeNum"

    FeeNum: BigInt = 0
    Amount: Money = Money(0)
    FeeSched: BigInt = 0
    CodeNum: BigInt = 0
    ClinicNum: BigInt = 0
    ProvNum: BigInt = 0
    SecUserNumEntry: BigInt = 0
    SecDateEntry: Date | None = None
    SecDateTEdit: DateTime | None = None


class Fees(Resource):
    """The fees of all schedules.

    Only a schedule that is not global accepts a fee for a clinic or provider. Fees of a FeeSchedGroup can't
    be added, changed or deleted here.
    """

    documentation = "API Fees"

    @GET("/fees/{FeeNum}", since="23.3.11")
    async def get(self, FeeNum: int) -> Fee: ...

    @GET("/fees", since="23.3.11")
    def list(
        self,
        *,
        FeeSched: FeeSchedKey | None = None,
        CodeNum: ProcedureCodeKey | None = None,
        ClinicNum: ClinicKey | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> Rows[Fee]: ...

    @POST("/fees", since="23.3.11", needs=Permission.ALL_OTHERS, status=200)
    async def create(
        self,
        *,
        Amount: Money,
        FeeSched: FeeSchedKey,
        CodeNum: ProcedureCodeKey,
        ClinicNum: ClinicKey | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> Fee: ...

    @PUT("/fees/{FeeNum}", since="23.3.11", needs=Permission.ALL_OTHERS)
    async def update(self, FeeNum: int, *, Amount: Money) -> Fee: ...

    @DELETE("/fees/{FeeNum}", since="23.3.11", needs=Permission.ALL_OTHERS)
    async def delete(self, FeeNum: int) -> None: ...

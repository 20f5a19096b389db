"""TreatPlanAttaches: the procedures of an Active or Inactive treatment plan."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, ProcedureKey, TreatPlanKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.procedure_logs import TxPriorityKey
from app.wire.rows import Rows


class TreatPlanAttach(Record):
    """One procedure of one plan. `priority` is the text of Priority."""

    primary_key = "TreatPlanAttachNum"

    TreatPlanAttachNum: BigInt = 0
    TreatPlanNum: BigInt = 0
    ProcNum: BigInt = 0
    Priority: BigInt = 0
    priority: str = ""


class TreatPlanAttaches(Resource):
    """The procedures of a treatment plan, and their priority."""

    documentation = "API TreatPlanAttaches"

    @GET("/treatplanattaches", since="22.4.16")
    def list(
        self,
        *,
        TreatPlanNum: TreatPlanKey,
    ) -> Rows[TreatPlanAttach]: ...

    @POST("/treatplanattaches", since="23.2.17", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        TreatPlanNum: TreatPlanKey,
        ProcNum: ProcedureKey,
        Priority: TxPriorityKey | None = None,
    ) -> TreatPlanAttach: ...

    @PUT("/treatplanattaches/{TreatPlanAttachNum}", since="23.2.17", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        TreatPlanAttachNum: int,
        *,
        Priority: TxPriorityKey | None = None,
    ) -> TreatPlanAttach: ...

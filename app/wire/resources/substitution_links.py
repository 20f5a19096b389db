"""SubstitutionLinks: codes that an insurance plan substitutes."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, ProcedureCodeKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.procedure_codes import ExistingCode, SubstitutionCondition
from app.wire.rows import Rows

PlanKey = Annotated[int, Refers("insplan")]


class SubstitutionLink(Record):
    """One substitution: `CodeNum` is paid as `SubstitutionCode` where the condition holds."""

    primary_key = "SubstitutionLinkNum"

    SubstitutionLinkNum: BigInt = 0
    PlanNum: BigInt = 0
    CodeNum: BigInt = 0
    SubstitutionCode: str = ""
    SubstOnlyIf: SubstitutionCondition = SubstitutionCondition.ALWAYS


class SubstitutionLinks(Resource):
    """One plan's substitutions. SubstitutionCode is the code itself, case-sensitive."""

    documentation = "API SubstitutionLinks"

    @GET("/substitutionlinks", since="22.4.25")
    def list(self, *, PlanNum: PlanKey) -> Rows[SubstitutionLink]: ...

    @POST("/substitutionlinks", since="22.4.1", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PlanNum: PlanKey,
        CodeNum: ProcedureCodeKey,
        SubstitutionCode: ExistingCode,
        SubstOnlyIf: SubstitutionCondition,
    ) -> SubstitutionLink: ...

    @PUT("/substitutionlinks/{SubstitutionLinkNum}", since="22.4.25", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        SubstitutionLinkNum: int,
        *,
        SubstitutionCode: ExistingCode | None = None,
        SubstOnlyIf: SubstitutionCondition | None = None,
    ) -> SubstitutionLink: ...

    @DELETE("/substitutionlinks/{SubstitutionLinkNum}", since="22.4.25", needs=Permission.ALL_OTHERS)
    async def delete(self, SubstitutionLinkNum: int) -> None: ...

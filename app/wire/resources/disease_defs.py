"""DiseaseDefs: the list of problems."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, Resource
from app.wire.fields import BigInt, DateTime
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class DiseaseDef(Record):
    """One problem definition."""

    primary_key = "DiseaseDefNum"

    DiseaseDefNum: BigInt = 0
    DiseaseName: str = ""
    IsHidden: bool = False
    DateTStamp: DateTime | None = None
    ICD9Code: str = ""
    ICD10Code: str = ""
    SnomedCode: str = ""


class DiseaseDefs(Resource):
    """The list to choose problems from, hidden ones included. `Diseases.create` adds to it automatically."""

    documentation = "API DiseaseDefs"

    @GET("/diseasedefs/{DiseaseDefNum}", since="24.1.44")
    async def get(self, DiseaseDefNum: int) -> DiseaseDef: ...

    @GET("/diseasedefs", since="21.3")
    def list(self) -> Rows[DiseaseDef]: ...

    @POST("/diseasedefs", since="21.3", needs=Permission.SETUP)
    async def create(
        self,
        *,
        DiseaseName: str,
    ) -> None: ...

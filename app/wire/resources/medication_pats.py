"""MedicationPats: patients' medications."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, BlankClears, Date, PatientKey, ProviderKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

MedicationKey = Annotated[int, Refers("medication")]
MedicationName = Annotated[str, Refers("medication", column="MedName")]


class MedicationPat(Record):
    """One medication of one patient. DateStop empty or in the future: still taken."""

    primary_key = "MedicationPatNum"

    MedicationPatNum: BigInt = 0
    PatNum: BigInt = 0
    medName: str = ""
    MedicationNum: BigInt = 0
    PatNote: str = ""
    DateStart: Date | None = None
    DateStop: Date | None = None
    ProvNum: BigInt = 0


class MedicationPats(Resource):
    """Medications of patients."""

    documentation = "API MedicationPats"

    @GET("/medicationpats/{MedicationPatNum}", since="26.2")
    async def get(self, MedicationPatNum: int) -> MedicationPat: ...

    @GET("/medicationpats", since="21.3")
    def list(
        self,
        *,
        PatNum: PatientKey,
    ) -> Rows[MedicationPat]: ...

    @POST("/medicationpats", since="21.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        medName: MedicationName | None = None,
        MedicationNum: MedicationKey | None = None,
        PatNote: str | None = None,
        DateStart: Date | None = None,
        DateStop: Date | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> None: ...

    @PUT("/medicationpats/{MedicationPatNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        MedicationPatNum: int,
        *,
        PatNote: str | None = None,
        DateStart: Annotated[Date, BlankClears()] | None = None,
        DateStop: Annotated[Date, BlankClears()] | None = None,
        ProvNum: ProviderKey | None = None,
    ) -> None: ...

    @DELETE("/medicationpats/{MedicationPatNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def delete(self, MedicationPatNum: int) -> None: ...

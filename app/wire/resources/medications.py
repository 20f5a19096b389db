"""Medications: the list of drugs."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt, Date, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

MedicationName = Annotated[str, Refers("medication", column="MedName")]


class Medication(Record):
    """One drug; a generic when GenericNum is its own number."""

    primary_key = "MedicationNum"

    MedicationNum: BigInt = 0
    MedName: str = ""
    GenericNum: BigInt = 0
    genericName: str = ""
    Notes: str = ""
    DateTStamp: Date | None = None


class Medications(Resource):
    """The list to choose medications from. `MedicationPats.create` adds to it automatically."""

    documentation = "API Medications"

    @GET("/medications/{MedicationNum}", since="26.2")
    async def get(self, MedicationNum: int) -> Medication: ...

    @GET("/medications", since="21.3")
    def list(self) -> Rows[Medication]: ...

    @POST("/medications", since="21.3", needs=Permission.SETUP)
    async def create(
        self,
        *,
        MedName: str,
        genericName: MedicationName | None = None,
        GenericNum: Annotated[int, Refers("medication"), Since("26.2")] | None = None,
        Notes: str | None = None,
    ) -> None: ...

    @PUT("/medications/{MedicationNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self, MedicationNum: int, *, Notes: str | None = None, IsHidden: bool | None = None
    ) -> Medication: ...

    @DELETE("/medications/{MedicationNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def delete(self, MedicationNum: int) -> None: ...

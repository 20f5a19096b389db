"""Medications: the list of drugs."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, Resource
from app.wire.fields import BigInt, Date, Refers
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

    @GET("/medications", since="21.3")
    def list(self) -> Rows[Medication]: ...

    @POST("/medications", since="21.3", needs=Permission.SETUP)
    async def create(
        self,
        *,
        MedName: str,
        genericName: MedicationName | None = None,
        Notes: str | None = None,
    ) -> None: ...

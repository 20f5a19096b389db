"""Patient notes: medical, service, treatment, financial and emergency contact, one row per patient."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.fields import BigInt, DateTime, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

_WHOLE_ROW = Since("25.2.14")
"""The version since which answers hold the whole row."""


class PatientNote(Record):
    """A patient's notes; ICE is the emergency contact. FamFinancial is the family's, kept with its guarantor."""

    primary_key = "PatNum"

    PatNum: Annotated[BigInt, _WHOLE_ROW] = 0
    FamFinancial: Annotated[str, _WHOLE_ROW] = ""
    Medical: str = ""
    ICEName: str = ""
    ICEPhone: str = ""
    Service: str = ""
    MedicalComp: Annotated[str, _WHOLE_ROW] = ""
    Treatment: Annotated[str, _WHOLE_ROW] = ""
    SecDateTEntry: Annotated[DateTime | None, _WHOLE_ROW] = None
    SecDateTEdit: Annotated[DateTime | None, _WHOLE_ROW] = None


class PatientNotes(Resource):
    """Read and replace a patient's notes. To append to one, read it first and send both."""

    documentation = "API PatientNotes"

    @GET("/patientnotes/{PatNum}", since="21.2")
    async def get(self, PatNum: int) -> PatientNote: ...

    @GET("/patientnotes", since="25.2.14")
    def list(self) -> Rows[PatientNote]: ...

    @PUT("/patientnotes/{PatNum}", since="21.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PatNum: int,
        *,
        Medical: str | None = None,
        ICEName: str | None = None,
        ICEPhone: str | None = None,
        Service: Annotated[str, Since("21.4")] | None = None,
        FamFinancial: Annotated[str, _WHOLE_ROW] | None = None,
        MedicalComp: Annotated[str, _WHOLE_ROW] | None = None,
        Treatment: Annotated[str, _WHOLE_ROW] | None = None,
    ) -> PatientNote: ...

"""Patient notes: medical, service and emergency contact, one row per patient."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.fields import Since
from app.wire.permissions import Permission
from app.wire.record import Record


class PatientNote(Record):
    """A patient's notes; ICE is the emergency contact."""

    Medical: str = ""
    ICEName: str = ""
    ICEPhone: str = ""
    Service: str = ""


class PatientNotes(Resource):
    """Read and replace a patient's notes. To append to one, read it first and send both."""

    documentation = "API PatientNotes"

    @GET("/patientnotes/{PatNum}", since="21.2")
    async def get(self, PatNum: int) -> PatientNote: ...

    @PUT("/patientnotes/{PatNum}", since="21.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PatNum: int,
        *,
        Medical: str | None = None,
        ICEName: str | None = None,
        ICEPhone: str | None = None,
        Service: Annotated[str, Since("21.4")] | None = None,
    ) -> PatientNote: ...

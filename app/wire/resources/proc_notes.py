"""ProcNotes: notes of procedures."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, Resource
from app.wire.fields import BigInt, DateTime, PatientKey, ProcedureKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class ProcNote(Record):
    """One note. A procedure's newest note is the current one."""

    primary_key = "ProcNoteNum"

    ProcNoteNum: BigInt = 0
    PatNum: BigInt = 0
    ProcNum: BigInt = 0
    EntryDateTime: DateTime | None = None
    UserNum: BigInt = 0
    Note: str = ""
    SigIsTopaz: bool = False
    isSigned: bool = False


class ProcNotes(Resource):
    """Notes of procedures. They never change: a newer one replaces the current one."""

    documentation = "API ProcNotes"

    @GET("/procnotes", since="24.2.29")
    def list(
        self,
        *,
        PatNum: PatientKey | None = None,
        ProcNum: ProcedureKey | None = None,
    ) -> Rows[ProcNote]: ...

    @POST("/procnotes", since="22.2", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        ProcNum: ProcedureKey,
        Note: str,
        isSigned: Annotated[bool, Since("24.2.29")] | None = None,
        doAppendNote: Annotated[bool, Since("24.2.29")] | None = None,
    ) -> ProcNote: ...

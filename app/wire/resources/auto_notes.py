"""Auto notes: note templates with prompts."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

AutoNoteCatKey = Annotated[int, Refers("definition", (41,))]


class AutoNote(Record):
    """One template. A prompt in `MainText` is written [Prompt:"…"] with the Descript of an auto note control."""

    primary_key = "AutoNoteNum"

    AutoNoteNum: BigInt = 0
    AutoNoteName: str = ""
    MainText: str = ""
    Category: BigInt = 0
    category: str = ""


class AutoNotes(Resource):
    """Read, add and change templates; category 0 is none."""

    documentation = "API AutoNotes"

    @GET("/autonotes", since="22.3.22")
    def list(self, *, Category: AutoNoteCatKey | None = None) -> Rows[AutoNote]: ...

    @POST("/autonotes", since="22.3.33", needs=Permission.ALL_OTHERS)
    async def create(
        self, *, AutoNoteName: str, MainText: str, Category: AutoNoteCatKey | None = None
    ) -> AutoNote: ...

    @PUT("/autonotes/{AutoNoteNum}", since="22.3.33", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        AutoNoteNum: int,
        *,
        AutoNoteName: str | None = None,
        MainText: str | None = None,
        Category: AutoNoteCatKey | None = None,
    ) -> AutoNote: ...

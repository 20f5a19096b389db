"""Quick paste notes: ready-made notes."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, Refers
from app.wire.record import Record
from app.wire.rows import Rows

QuickPasteCatKey = Annotated[int, Refers("quickpastecat")]


class QuickPasteNote(Record):
    """One note. A question mark followed by its abbreviation inserts it while typing."""

    primary_key = "QuickPasteNoteNum"

    QuickPasteNoteNum: BigInt = 0
    QuickPasteCatNum: BigInt = 0
    ItemOrder: BigInt = 0
    Note: str = ""
    Abbreviation: str = ""


class QuickPasteNotes(Resource):
    """The office's notes, of all categories or one."""

    documentation = "API QuickPasteNotes"

    @GET("/quickpastenotes/{QuickPasteNoteNum}", since="22.3.24")
    async def get(self, QuickPasteNoteNum: int) -> QuickPasteNote: ...

    @GET("/quickpastenotes", since="22.3.24")
    def list(self, *, QuickPasteCatNum: QuickPasteCatKey | None = None) -> Rows[QuickPasteNote]: ...

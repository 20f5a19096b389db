"""All actions on documents and forms; each is a write in its own module, sent the same way."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.contents import CONTENT
from app.services.writes.patients.document import MOST_BYTES, NewDocument, check_file, upload_intent
from app.services.writes.patients.sheet import add_sheet_intent, fill_sheet_intent
from app.services.writes.writes import Writes
from app.wire.resources.documents import ImageType
from app.wire.resources.sheet_defs import SheetDef
from app.wire.resources.sheet_fields import SheetField

__all__ = ["MOST_BYTES", "ImageType", "NewDocument", "PaperWrites", "check_file"]


class PaperWrites:
    """Each method returns the journal entry and raises as `Writes.send` does."""

    def __init__(self, writes: Writes) -> None:
        self._writes = writes

    async def upload(self, new: NewDocument) -> Entry:
        """Upload a document. Its content is sealed on disk before anything is sent.

        Raises CannotWrite for a file that is too large (`check_file` tells before it is read).
        """
        check_file(new.extension, len(new.content))
        contents = self._writes.contents
        name = await contents.keep(new.content)
        entry = await self._writes.send(upload_intent(new, name))
        if entry.intent.context[CONTENT] != name:  # a double click: it is the same write, with its own copy
            await contents.delete(name)
        return entry

    async def cancel_upload(self, entry: Entry) -> Entry:
        """Cancel an upload that was not sent yet. Raises NotPossible while it is being sent."""
        return await self._writes.undo(entry)

    async def add_sheet(self, person: Person, definition: SheetDef) -> Entry:
        """Add a form from a definition; needs 23.1.32."""
        return await self._writes.send(add_sheet_intent(person, definition))

    async def fill_sheet(self, person: Person, row: SheetField, value: str) -> Entry:
        """Fill a field of a form; needs 25.2."""
        return await self._writes.send(fill_sheet_intent(person, row, value))

"""All actions on documents and forms; each is a write in its own module, sent the same way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.contents import CONTENT
from app.services.writes.patients.document import (
    MOST_BYTES,
    NewDocument,
    check_file,
    edit_document_intent,
    upload_intent,
)
from app.services.writes.patients.sheet import add_sheet_intent, fill_sheet_intent
from app.services.writes.steps import with_steps
from app.services.writes.writes import Writes
from app.wire.resources.documents import DocumentOrMount, ImageType
from app.wire.resources.sheet_defs import SheetDef
from app.wire.resources.sheet_fields import SheetField

__all__ = ["MOST_BYTES", "ImageType", "NewDocument", "PaperWrites", "check_file"]


class PaperWrites:
    """Each method returns the journal entry and raises as `Writes.send` does."""

    def __init__(self, writes: Writes) -> None:
        self._writes = writes

    async def upload(self, new: NewDocument, *steps: Intent) -> Entry:
        """Upload a document, in the two steps of `seal` and `send_sealed`. `steps` follow once it is there."""
        return await self.send_sealed(with_steps(await self.seal(new), *steps))

    async def seal(self, new: NewDocument) -> Intent:
        """Seal a document's content on this PC's disk; returns what sends it, without the content.

        Raises CannotWrite for a file that is too large (`check_file` tells before it is read), and StoreFailed.
        """
        check_file(new.extension, len(new.content))
        return upload_intent(new, await self._writes.contents.keep(new.content))

    async def send_sealed(self, intent: Intent) -> Entry:
        """Upload a sealed document, after those that were chosen before it."""
        entry = await self._writes.send(intent)
        name = intent.context[CONTENT]
        if entry.intent.context[CONTENT] != name:  # a double click: it is the same write, with its own copy
            await self._writes.contents.delete(name)
        return entry

    async def edit_document(self, person: Person, row: DocumentOrMount, changes: Mapping[str, Any]) -> Entry:
        """Change a document's description or category; needs 24.2.32."""
        return await self._writes.send(edit_document_intent(person, row, changes))

    async def cancel_upload(self, entry: Entry) -> Entry:
        """Cancel an upload. Nothing more of it is sent; if a part was, reading settles whether it was saved."""
        if self._writes.sendings.stop(entry.id):
            return entry
        return await self._writes.undo(entry)

    async def add_sheet(self, person: Person, definition: SheetDef) -> Entry:
        """Add a form from a definition; needs 23.1.32."""
        return await self._writes.send(add_sheet_intent(person, definition))

    async def fill_sheet(self, person: Person, row: SheetField, value: str) -> Entry:
        """Fill a field of a form; needs 25.2."""
        return await self._writes.send(fill_sheet_intent(person, row, value))

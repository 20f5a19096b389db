"""Documents: uploading one, which is found by its time and never sent twice, and changing its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from app.api.errors import ApiError, NotSent, TooManyRequests
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.contents import CONTENT
from app.services.writes.create import Create
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import PatientChange, edit
from app.services.writes.remove import Remove
from app.store.topics import Part
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.documents import DocumentOrMount, Documents, ImageType
from app.wire.resources.queries import Queries

MOST_BYTES = 12_000_000
"""The API takes 16.8 million characters in a body; a file in base64 is a third longer."""
EXTENSION = re.compile(r"\.[A-Za-z0-9]{2,5}")
_COLUMNS = "DocNum, PatNum, Description, DateCreated, DocCategory"  # words: columns


class NewDocument(Struct, frozen=True):
    """A document to upload."""

    person: Person
    content: bytes
    extension: str
    """With its dot: .pdf, .jpg."""
    description: str
    at: datetime
    """Its date in the office's time; to the second, which tells it from any other."""
    category: int = 0
    """A definition of category 18; 0: the office's first."""
    kind: ImageType = ImageType.DOCUMENT


class Upload(Create):
    """Known by its time, found by its description. Its content is put in just before it is sent."""

    by_hand = msg("Delete it in Open Dental's Imaging module.")
    undone_by_steps = True

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The patient's documents of this second.

        By a query where the key has Queries: the list answers unopened documents with their whole content.
        """
        wanted = intent.arguments
        condition = (
            f"PatNum = {int(wanted['PatNum'])} AND DateCreated = '{wanted['DateCreated']}'"  # words: columns
        )
        command = f"SELECT {_COLUMNS} FROM document WHERE {condition}"  # noqa: S608  # a number and our own time
        try:
            rows = await Queries(office).short_query(SqlCommand=command)
        except (NotSent, TooManyRequests):
            raise
        except ApiError:
            found = await Documents(office).list(PatNum=wanted["PatNum"])
            return [row for row in map(wire_row, found) if row["DateCreated"] == wanted["DateCreated"]]
        return [{**row, "DateCreated": str(row["DateCreated"]).replace("T", " ")[:19]} for row in rows]

    def undo(self, entry: Entry) -> Intent | None:
        """Delete it from Open Dental, which needs 24.2.32."""
        row = entry.answer or {}
        if not row.get(self.key) or entry.intent.undo_of is not None:
            return None
        return REMOVE_DOCUMENT.intent(
            subject=f"document:{row[self.key]}",
            arguments={self.key: row[self.key]},
            before={"Description": row["Description"]},
            context={"PatNum": entry.intent.arguments["PatNum"]},
            words=msg("{words}: undone", words=entry.intent.words),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )


UPLOAD = Upload(
    "upload",
    Documents.upload,
    key="DocNum",
    part=Part.PATIENT,
    identity=("DateCreated",),
    not_done=msg("Not uploaded"),
)
REMOVE_DOCUMENT = Remove(
    "document removal",
    Documents.delete,
    key="DocNum",
    part=Part.PATIENT,
    again=None,
    not_done=msg("Not deleted"),
)
EDIT_DOCUMENT = PatientChange(
    "document edit",
    Documents.update,
    key="DocNum",
    part=Part.PATIENT,
    not_done=msg("Document not saved"),
)
ONE_BY_ONE = "uploads"
"""Uploads are sent in the order in which they were chosen: two at once would only share the line."""


def check_file(extension: str, size: int) -> None:
    """Raises CannotWrite for a file that the API doesn't take, before anything is read or sent. Sizes in bytes."""
    if not EXTENSION.fullmatch(extension):
        raise CannotWrite(msg("This file can't be uploaded: its name has no extension such as .pdf or .jpg."))
    if not size:
        raise CannotWrite(msg("This file is empty."))
    if size > MOST_BYTES:
        raise CannotWrite(
            msg(
                "This file is too large to upload: it has {size} MB, and Open Dental's API takes {most} MB."
                " Add it in Open Dental's Imaging module.",
                size=-(-size // 1_000_000),
                most=MOST_BYTES // 1_000_000,
            )
        )


def upload_intent(new: NewDocument, content: str) -> Intent:
    """Upload a document; `content` is the name under which its content is kept."""
    fields: Mapping[str, Any] = {
        "Description": new.description.strip(),
        "DateCreated": wire_value(new.at),
        **({"DocCategory": new.category} if new.category else {}),
    }
    return UPLOAD.intent(
        subject=f"upload:{new.person.pat_num}:{fields['DateCreated']}",
        arguments={
            "PatNum": new.person.pat_num,
            "extension": new.extension,
            "ImgType": new.kind.value,
            **fields,
        },
        after=dict(fields),
        context={CONTENT: content},
        keep_order_with=(ONE_BY_ONE,),
        words=msg("{document} uploaded for {name}", document=fields["Description"], name=new.person.display),
        whose=new.person.display,
    )


def edit_document_intent(person: Person, row: DocumentOrMount, changes: Mapping[str, Any]) -> Intent:
    """Change a document's Description or DocCategory; its file stays. Raises CannotWrite for a mount."""
    if not row.DocNum:
        raise CannotWrite(msg("A mount can't be changed from here. Open it in Open Dental."))
    words = msg(
        "{document} of {name} changed", document=row.Description or row.docCategory, name=person.display
    )
    return edit(EDIT_DOCUMENT, f"document:{row.DocNum}", row, changes, person=person, words=words)

"""A patient's documents as rows of a table."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import Words, msg
from app.services.patients.parts.file_sizes import NO_SIZES, Sizes
from app.services.patients.parts.filed import Filed
from app.services.patients.parts.filed_query import UNOPENED, FiledFile
from app.viewmodels.clock_face import locale
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.translation import tr
from app.wire.resources.documents import DocumentOrMount

MEGABYTE = 1_000_000
_FIXED = ord("f")  # words: Qt's format of a fixed number of decimals


class DocumentRow(Struct, frozen=True):
    """One document or mount, ready to be shown."""

    key: tuple[int, int]
    """DocNum and MountNum, one of which is 0."""
    row: DocumentOrMount
    category: str
    created: datetime | None
    description: str
    type: str
    """The file's extension without its dot, "Mount" for a mount; empty: not known."""
    size: int | None
    """In bytes; None: not known."""
    note: str


def document_rows(
    filed: Filed, rows: tuple[DocumentOrMount, ...], sizes: Sizes = NO_SIZES
) -> list[DocumentRow]:
    """By category, newest first in each."""
    made = [_row(row, filed.files.get(row.DocNum), sizes.get(row.DocNum)) for row in rows]
    return sorted(made, key=lambda each: each.category.casefold())


def _row(row: DocumentOrMount, file: FiledFile | None, size: int | None) -> DocumentRow:
    unopened = row.Note.startswith(UNOPENED)
    name = file.FileName if file is not None else row.filePath
    path = row.Note[len(UNOPENED) :] if unopened else name
    return DocumentRow(
        key=(row.DocNum, row.MountNum),
        row=row,
        category=row.docCategory,
        created=row.DateCreated,
        description=row.Description.strip(),
        type=tr("Mount") if row.MountNum else path.rpartition(".")[2].upper() if "." in path else "",
        size=(file.InNote * 3 // 4 if unopened and file is not None else size) or None,
        note=""
        if unopened or row.Note.startswith("_download_:")
        else row.Note.strip(),  # words: the API's mark
    )


def size_text(size: int | None) -> str:
    """A file's size: 0.3 MB, 12 KB; empty: not known."""
    if size is None:
        return ""
    if size < MEGABYTE / 10:
        return tr("{n} KB", n=max(1, round(size / 1000)))
    return tr("{n} MB", n=locale().toString(size / MEGABYTE, _FIXED, 1 if size < 10 * MEGABYTE else 0))


COLUMNS = (
    Column(id="category", title=msg("Category"), value=lambda row: row.category, width=16, optional=False),
    Column(id="date", title=msg("Date"), value=lambda row: row.created, kind=Kind.DATE, width=20),
    Column(id="description", title=msg("Description"), value=lambda row: row.description, width=28, share=3),
    Column(id="type", title=msg("Type"), value=lambda row: row.type, width=8),
    Column(
        id="size",
        title=msg("Size"),
        value=lambda row: size_text(row.size),
        sort=lambda row: row.size,
        width=9,
    ),
    Column(id="teeth", title=msg("Teeth"), value=lambda row: row.row.ToothNumbers, width=12, hidden=True),
    Column(id="note", title=msg("Note"), value=lambda row: row.note, width=16, share=1),
)
EMPTY: Words = msg("No documents yet. Drop files here, paste a picture (Ctrl+V), or add files (Ctrl+O).")

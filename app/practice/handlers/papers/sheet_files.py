"""A sheet as a PDF on an SFTP site."""

from __future__ import annotations

from pathlib import PurePosixPath

import sqlalchemy as sa

from app.practice.files.pdf import Box, Page, Text, write_pdf
from app.practice.files.sftp import sftp_file
from app.practice.schema.enums.papers import SHEET_FIELD_TYPE
from app.practice.schema.sheets import sheet, sheetfield
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Saved, Work
from app.wire.resources.sheets import Sheets

_LETTER = 850, 1100
"""Letter size (8.5 by 11 inches), for a sheet without its own size."""
_MOST_PAGES = 50
_TYPES = SHEET_FIELD_TYPE.number
_WORDS = frozenset(map(_TYPES, ("OutputText", "InputField", "StaticText", "ComboBox")))
_BOXES = frozenset(map(_TYPES, ("Rectangle", "CheckBox", "SigBox", "SigBoxPractice")))
_SIGNED = frozenset(map(_TYPES, ("SigBox", "SigBoxPractice")))


@serves(Sheets.download_sftp)
def download_sftp(work: Work, given: Given) -> Outcome:
    """Render the sheet and copy it to an SFTP site, as sheet.pdf when the address has no file name."""
    row = work.find(sheet, given["SheetNum"], "Sheet")
    place = sftp_file(work, given, default_name="sheet.pdf")
    if PurePosixPath(place.address).suffix.lower() != ".pdf":
        raise BadRequest("SftpAddress is invalid: the extension .pdf is expected.")
    wanted = sa.select(sheetfield).where(sheetfield.c.SheetNum == row.SheetNum)
    fields = work.connection.execute(wanted.order_by(sheetfield.c.YPos, sheetfield.c.SheetFieldNum)).all()
    place.write(write_pdf(_pages(row, list(fields))))
    log(work, "SheetEdit", "Sheet copied to an SFTP site.", pat_num=row.PatNum, key=row.SheetNum)
    return Saved(place.address)


def _pages(row: Row, fields: list[Row]) -> list[Page]:
    """A sheet is one long strip, cut at page ends."""
    width, height = row.Width or _LETTER[0], row.Height or _LETTER[1]
    if row.IsLandscape:
        width, height = height, width
    pages: list[list[Text | Box]] = [[]]
    for field in fields:
        number = min(max(field.YPos, 0) // height, _MOST_PAGES - 1)
        while len(pages) <= number:
            pages.append([])
        pages[number] += _marks(field, field.YPos - number * height)
    return [Page(width, height, marks) for marks in pages]


def _marks(field: Row, top: int) -> list[Text | Box]:
    """How a field is rendered; hidden and unsupported fields are left out."""
    marks: list[Text | Box] = []
    if field.FieldType in _BOXES:
        marks.append(Box(field.XPos, top, field.Width, field.Height))
    if field.FieldType == _TYPES("Line"):
        marks.append(Box(field.XPos, top, field.Width, 0))
    if field.FieldType in _WORDS and field.FieldValue:
        marks.append(Text(field.XPos, top, field.FieldValue, field.FontSize, bool(field.FontIsBold)))
    if field.FieldType == _TYPES("CheckBox") and field.FieldValue:
        marks.append(Text(field.XPos + 1, top, "X"))
    if field.FieldType in _SIGNED and field.FieldValue:
        marks.append(Text(field.XPos + 4, top + 4, f"Signed {field.DateTimeSig}"))
    return marks

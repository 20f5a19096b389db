"""Sheets: forms, letters and slips of a patient."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, Resource
from app.wire.fields import BigInt, DateTime, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.sheet_defs import SheetDefKey, SheetKind
from app.wire.resources.sheet_fields import SheetKey
from app.wire.rows import Rows


class Sheet(Record):
    """One sheet, created from a definition; its fields are SheetFields."""

    primary_key = "SheetNum"

    SheetNum: BigInt = 0
    SheetType: SheetKind = SheetKind.NONE
    PatNum: BigInt = 0
    DateTimeSheet: DateTime | None = None
    InternalNote: str = ""
    Description: str = ""
    IsWebForm: bool = False
    SheetDefNum: BigInt = 0
    DocNum: BigInt = 0
    ClinicNum: BigInt = 0
    DateTSheetEdited: DateTime | None = None


class Sheets(Resource):
    """One patient's sheets. `create` accepts definitions of consents, letters, forms, histories and exams only.

    `download_sftp` copies the sheet as a PDF to the caller's SFTP site, as sheet.pdf if no name is given.
    """

    documentation = "API Sheets"

    @GET("/sheets", since="21.4")
    def list(self, *, PatNum: PatientKey) -> Rows[Sheet]: ...

    @POST("/sheets", since="23.1.32", needs=Permission.ALL_OTHERS, status=200)
    async def create(
        self, *, SheetDefNum: SheetDefKey, PatNum: PatientKey, InternalNote: str | None = None
    ) -> Sheet: ...

    @POST("/sheets/DownloadSftp", since="22.1", needs=Permission.ALL_OTHERS)
    async def download_sftp(
        self, *, SheetNum: SheetKey, SftpAddress: str, SftpUsername: str, SftpPassword: str
    ) -> None: ...

"""Scanned explanations of benefits, attached to claim payments."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, Resource
from app.wire.fields import BigInt, ClaimPaymentKey, DateTime, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class EobAttach(Record):
    """One file. RawBase64 is filled if the office keeps images in its database."""

    primary_key = "EobAttachNum"

    EobAttachNum: BigInt = 0
    ClaimPaymentNum: BigInt = 0
    DateTCreated: DateTime | None = None
    FileName: str = ""
    RawBase64: str = ""


class EobAttaches(Resource):
    """The files of a claim payment, exchanged through the caller's SFTP site."""

    documentation = "API EobAttaches"

    @GET("/eobattaches", since="23.3.8")
    def list(
        self,
        *,
        ClaimPaymentNum: ClaimPaymentKey,
    ) -> Rows[EobAttach]: ...

    @POST("/eobattaches/DownloadSftp", since="23.3.12", needs=Permission.ALL_OTHERS)
    async def download_sftp(
        self,
        *,
        EobAttachNum: Annotated[int, Refers("eobattach")],
        SftpAddress: str,
        SftpUsername: str,
        SftpPassword: str,
    ) -> None: ...

    @POST("/eobattaches/UploadSftp", since="24.3.7", needs=Permission.ALL_OTHERS)
    async def upload_sftp(
        self,
        *,
        ClaimPaymentNum: ClaimPaymentKey,
        SftpAddress: str,
        SftpUsername: str,
        SftpPassword: str,
    ) -> EobAttach: ...

    @DELETE("/eobattaches/{EobAttachNum}", since="25.2.25", needs=Permission.ALL_OTHERS)
    async def delete(self, EobAttachNum: int) -> None: ...

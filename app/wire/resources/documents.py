"""Documents: images, scans and files of a patient, and mounts of images."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, PatientKey, ProviderKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

DocumentKey = Annotated[int, Refers("document")]
MountKey = Annotated[int, Refers("mount")]
ImageCategoryKey = Annotated[int, Refers("definition", (18,))]


class ImageType(WireEnum):
    """What kind of document it is."""

    DOCUMENT = "Document"
    RADIOGRAPH = "Radiograph"
    PHOTO = "Photo"
    FILE = "File"
    ATTACHMENT = "Attachment"


class Document(Record):
    """One document without its file. `docCategory` is the name of DocCategory."""

    primary_key = "DocNum"

    DocNum: BigInt = 0
    Description: str = ""
    DateCreated: DateTime | None = None
    DocCategory: BigInt = 0
    docCategory: str = ""
    PatNum: BigInt = 0
    FileName: str = ""
    ImgType: ImageType = ImageType.DOCUMENT
    ToothNumbers: str = ""
    DateTStamp: DateTime | None = None
    ProvNum: BigInt = 0
    PrintHeading: bool = False


class DocumentOrMount(Record):
    """An entry of a patient's images: a document (MountNum 0) or a mount (DocNum 0).

    `filePath` is empty if the office keeps files in its database. A mount has no file, teeth or stamp.
    """

    primary_key = "DocNum"

    DocNum: BigInt = 0
    MountNum: BigInt = 0
    filePath: str = ""
    Description: str = ""
    PatNum: BigInt = 0
    Note: str = ""
    DateCreated: DateTime | None = None
    docCategory: str = ""
    DocCategory: BigInt = 0
    ToothNumbers: str = ""
    ProvNum: BigInt = 0
    PrintHeading: bool = False
    DateTStamp: DateTime | None = None
    serverDateTime: DateTime | None = None


class StoredDocument(Record):
    """A document just imported from an SFTP site."""

    primary_key = "DocNum"

    DocNum: BigInt = 0
    filePath: str = ""
    Description: str = ""
    ToothNumbers: str = ""
    Note: str = ""
    DateCreated: DateTime | None = None
    DateTStamp: DateTime | None = None
    DocCategory: BigInt = 0
    docCategory: str = ""
    serverDateTime: DateTime | None = None


class DocumentFile(Record):
    """A file copied to an SFTP site, and its document."""

    primary_key = "DocNum"

    DocNum: BigInt = 0
    FileName: str = ""


class Documents(Resource):
    """Documents and mounts. Files are exchanged through the caller's SFTP site; only `upload` has one in its body.

    `SftpAddress` is a path with forward slashes, the site's name first. ToothNumbers may hold ranges:
    "1-5,8". `thumbnails` and `download_mount` write the same files again for each requested page.
    """

    documentation = "API Documents"

    @GET("/documents/{DocNum}", since="24.2.32")
    async def get(self, DocNum: int) -> Document: ...

    @GET("/documents", since="21.2")
    def list(self, *, PatNum: PatientKey) -> Rows[DocumentOrMount]: ...

    @POST("/documents/DownloadSftp", since="21.2", needs=Permission.ALL_OTHERS)
    async def download_sftp(
        self,
        *,
        DocNum: DocumentKey | None = None,
        MountNum: MountKey | None = None,
        SftpAddress: str,
        SftpUsername: str,
        SftpPassword: str,
    ) -> None: ...

    @POST("/documents/UploadSftp", since="21.2", needs=Permission.ALL_OTHERS)
    async def upload_sftp(
        self,
        *,
        PatNum: PatientKey,
        SftpAddress: str,
        SftpUsername: str,
        SftpPassword: str,
        Description: Annotated[str, Since("24.2.32")] | None = None,
        DateCreated: Annotated[DateTime, Since("21.4")] | None = None,
        DocCategory: ImageCategoryKey | None = None,
        ImgType: ImageType | None = None,
        ToothNumbers: Annotated[str, Since("23.1.35")] | None = None,
        ProvNum: Annotated[ProviderKey, Since("24.2.32")] | None = None,
        PrintHeading: Annotated[bool, Since("24.2.32")] | None = None,
    ) -> StoredDocument: ...

    @POST("/documents/Upload", since="21.1", needs=Permission.DOCUMENTS)
    async def upload(
        self,
        *,
        PatNum: PatientKey,
        rawBase64: str,
        extension: str,
        Description: str | None = None,
        DateCreated: Annotated[DateTime, Since("22.1")] | None = None,
        DocCategory: ImageCategoryKey | None = None,
        ImgType: ImageType | None = None,
        ToothNumbers: Annotated[str, Since("23.1.35")] | None = None,
        ProvNum: Annotated[ProviderKey, Since("24.2.32")] | None = None,
        PrintHeading: Annotated[bool, Since("24.2.32")] | None = None,
    ) -> Document: ...

    @POST(
        "/documents/Thumbnails",
        since="21.2",
        needs=Permission.ALL_OTHERS,
        words_for_none="No documents could be made into thumbnails.",
    )
    def thumbnails(
        self, *, PatNum: PatientKey, SftpAddress: str, SftpUsername: str, SftpPassword: str
    ) -> Rows[DocumentFile]: ...

    @POST(
        "/documents/DownloadMount",
        since="21.2",
        needs=Permission.ALL_OTHERS,
        words_for_none="No mount images could be downloaded.",
    )
    def download_mount(
        self, *, MountNum: MountKey, SftpAddress: str, SftpUsername: str, SftpPassword: str
    ) -> Rows[DocumentFile]: ...

    @POST("/documents/SetByUrl", since="21.1", needs=Permission.ALL_OTHERS)
    async def set_by_url(
        self,
        *,
        PatNum: PatientKey,
        url: str,
        Description: str | None = None,
        DateCreated: Annotated[DateTime, Since("24.2.32")] | None = None,
        DocCategory: ImageCategoryKey | None = None,
        ImgType: ImageType | None = None,
        ToothNumbers: Annotated[str, Since("23.1.35")] | None = None,
        ProvNum: Annotated[ProviderKey, Since("24.2.32")] | None = None,
        PrintHeading: Annotated[bool, Since("24.2.32")] | None = None,
    ) -> Document: ...

    @PUT("/documents/{DocNum}", since="24.2.32", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        DocNum: int,
        *,
        Description: str | None = None,
        DateCreated: DateTime | None = None,
        DocCategory: ImageCategoryKey | None = None,
        ImgType: ImageType | None = None,
        ToothNumbers: str | None = None,
        ProvNum: ProviderKey | None = None,
        PrintHeading: bool | None = None,
    ) -> Document: ...

    @DELETE("/documents/{DocNum}", since="24.2.32", needs=Permission.ALL_OTHERS)
    async def delete(self, DocNum: int) -> None: ...

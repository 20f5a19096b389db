"""Documents: listed, changed, deleted, and uploaded."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from app.practice.rules.teeth import expanded_teeth
from app.practice.server.refusals import BadRequest
from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice.conftest import Desk, Opener, good, refused

SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}
PICTURE = papers.in_base64(papers.RED)


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """The folder used as SFTP servers."""
    folder = tmp_path / "sftp"
    (folder / "site" / "in").mkdir(parents=True)
    (folder / "site" / "in" / "smile.png").write_bytes(papers.RED)
    return folder


@pytest.fixture
def desk(open_desk: Opener, server: Path) -> Desk:
    """A practice with an SFTP server."""
    return open_desk(files=server)


async def documents(desk: Desk, pat_num: int = office.ANN) -> list[dict[str, Any]]:
    """A patient's listed documents."""
    rows: list[dict[str, Any]] = await desk.rows("/documents", PatNum=pat_num)
    return rows


async def test_documents_and_mounts_in_one_list(desk: Desk) -> None:
    """Documents and mounts are sorted by DateCreated; a mount has no file, teeth or stamp, and includes its images."""
    rows = await documents(desk)
    assert [(row["DocNum"], row["MountNum"]) for row in rows] == [
        (papers.PHOTO, 0),
        (0, papers.BITEWINGS),
        (papers.LETTER, 0),
    ]
    photo, mount, _ = rows
    assert (photo["PatNum"], photo["ProvNum"], photo["filePath"]) == ("1", "0", "")
    assert (photo["docCategory"], photo["ToothNumbers"]) == ("Patient photos", "8,9")
    assert (mount["Note"], mount["PrintHeading"], mount["DateTStamp"]) == ("Bitewings", "", "")


async def test_an_upload_waits_in_its_note(desk: Desk) -> None:
    """Upload keeps extension and data in the Note until the document is opened, and sets default fields."""
    answer = good(
        await desk.post("/documents/Upload", PatNum=office.BEN, rawBase64=PICTURE, extension=".png", ToothNumbers="1-3")
    )  # fmt: skip
    row = answer.json()
    assert answer.headers["location"].endswith(f"/documents/{row['DocNum']}")
    assert (row["DocCategory"], row["docCategory"]) == (papers.PHOTOS, "Patient photos")
    assert (row["ImgType"], row["ToothNumbers"]) == ("Document", "1,2,3")
    assert row["DateCreated"] == f"{office.TODAY} 12:00:00"
    (listed,) = await documents(desk, office.BEN)
    assert listed["Note"] == f"_rawBase64_:.png{PICTURE}"


@pytest.mark.parametrize(
    ("field", "value"),
    [("extension", "png"), ("extension", ".p/../g"), ("rawBase64", "not base64!"), ("ToothNumbers", "33"),
     ("DocCategory", office.SENT)],
)  # fmt: skip
async def test_an_upload_that_cannot_be_meant_is_refused(desk: Desk, field: str, value: object) -> None:
    """A bad extension, content, tooth or category is a 400 that names the field, and nothing is stored."""
    sent = {"PatNum": office.BEN, "rawBase64": PICTURE, "extension": ".png", field: value}
    refused(await desk.post("/documents/Upload", **sent), 400, field)
    assert await documents(desk, office.BEN) == []


async def test_an_address_waits_in_its_note(desk: Desk) -> None:
    """SetByUrl stores the address in the Note, and accepts only web addresses."""
    url = "https://images.example.com/smile.jpg"
    good(await desk.post("/documents/SetByUrl", PatNum=office.BEN, url=url))
    assert (await documents(desk, office.BEN))[0]["Note"] == f"_download_:{url}"
    for other in ("file:///etc/passwd", "smile.jpg", "https://"):
        refused(await desk.post("/documents/SetByUrl", PatNum=office.BEN, url=other), 400, "url")


async def test_a_file_is_taken_from_an_sftp_site(desk: Desk) -> None:
    """UploadSftp keeps a file's name, with a counter if the patient already has one of that name."""
    sent = {"PatNum": office.BEN, **SFTP, "SftpAddress": "site/in/smile.png", "ProvNum": office.DOC}
    for name in ("smile.png", "smile_2.png"):
        row = good(await desk.post("/documents/UploadSftp", **sent)).json()
        assert (row["filePath"], row["Description"], row["Note"]) == ("", "", "")
        assert (await desk.rows(f"/documents/{row['DocNum']}"))["FileName"] == name
    ((kept,),) = desk.sql("SELECT RawBase64 FROM document WHERE FileName = 'smile.png'")
    assert base64.b64decode(kept) == papers.RED


OUTSIDE = ["../secret.txt", "site/../../secret.txt", "/etc/passwd", "C:/secret.txt",
           "site\\..\\..\\secret.txt", "site//", "smile.png"]  # fmt: skip
LINK = pytest.param(
    "site/link/secret.txt",
    marks=pytest.mark.skipif(
        os.name == "nt", reason="only administrators of Windows may make symbolic links"
    ),
)


@pytest.mark.parametrize("address", [*OUTSIDE, LINK])
async def test_no_path_leads_out_of_the_server(desk: Desk, server: Path, address: str) -> None:
    """Neither dots, nor an absolute path, nor a link allows reading or writing outside the folder."""
    outside = server.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (server.parent / "secret.txt").write_text("secret")
    if "link" in address:
        (server / "site" / "link").symlink_to(outside)
    before = {path: path.stat().st_mtime_ns for path in server.parent.rglob("*.txt")}
    refused(
        await desk.post("/documents/UploadSftp", PatNum=office.BEN, **SFTP, SftpAddress=address), 400, "SftpAddress"
    )  # fmt: skip
    down = await desk.post("/queries", SqlCommand="SELECT 1", **SFTP, SftpAddress=address)
    refused(down, 400, "SftpAddress")
    assert {path: path.stat().st_mtime_ns for path in server.parent.rglob("*.txt")} == before


async def test_credentials_and_a_server_are_needed(desk: Desk, open_desk: Opener) -> None:
    """An empty password, a missing file and a practice without a server have different errors."""
    sent = {"PatNum": office.BEN, **SFTP, "SftpAddress": "site/in/smile.png"}
    refused(await desk.post("/documents/UploadSftp", **{**sent, "SftpPassword": " "}), 400, "SftpPassword")
    refused(
        await desk.post("/documents/UploadSftp", **{**sent, "SftpAddress": "site/none.png"}), 400, "no file"
    )
    refused(await open_desk().post("/documents/UploadSftp", **sent), 400, "no SFTP server")


async def test_a_document_is_changed_and_deleted(desk: Desk) -> None:
    """PUT changes a document's data and stamps it; DELETE removes row and file."""
    path = f"/documents/{papers.PHOTO}"
    row = good(
        await desk.put(path, ToothNumbers="12-15,20,21", ProvNum=office.HYG, PrintHeading="true")
    ).json()
    assert (row["ToothNumbers"], row["ProvNum"], row["PrintHeading"]) == ("12,13,14,15,20,21", 2, "true")
    assert (row["FileName"], row["DateTStamp"]) == ("BergAnn1.png", f"{office.TODAY} 12:00:00")
    refused(await desk.put(path, ProvNum=office.HIDDEN_DOC), 400, "ProvNum", "hidden")
    good(await desk.delete(path))
    refused(await desk.get(path), 404, "Document not found")
    logged = desk.sql("SELECT PermType FROM securitylog WHERE FKey = ? ORDER BY SecurityLogNum", papers.PHOTO)
    assert logged == [(89,), (44,)]


async def test_a_deleted_patients_documents_stay_as_they_are(desk: Desk) -> None:
    """A deleted patient's documents can't be added, changed or removed."""
    desk.sql("UPDATE document SET PatNum = ? WHERE DocNum = ?", office.DELETED, papers.PHOTO)
    path = f"/documents/{papers.PHOTO}"
    refused(await desk.put(path, Description="x"), 400, "deleted")
    refused(await desk.delete(path), 400, "deleted")
    sent = {"PatNum": office.DELETED, "rawBase64": PICTURE, "extension": ".png"}
    refused(await desk.post("/documents/Upload", **sent), 400, "deleted")


@pytest.mark.parametrize("text", ["0", "33", "1-", "5-1", "1-A", "U", "1,,x", "-3", "1-2-3"])
def test_what_is_no_tooth_is_refused(text: str) -> None:
    """Only teeth 1 to 32 and A to T exist, and ranges are ascending within one kind."""
    with pytest.raises(BadRequest, match="ToothNumbers"):
        expanded_teeth(text)


@cases(st.lists(st.integers(1, 32), unique=True))
def test_teeth_that_are_written_out_stay(teeth: list[int]) -> None:
    """A list without ranges is stored as it is; each range is its teeth in order."""
    text = ",".join(map(str, teeth))
    assert expanded_teeth(text) == text
    assert expanded_teeth("1-32") == ",".join(map(str, range(1, 33)))
    assert expanded_teeth(" a - c, 8 ,8") == "A,B,C,8"

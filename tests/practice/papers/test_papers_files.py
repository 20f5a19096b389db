"""Files that the practice puts on an SFTP site: documents, mounts, thumbnails, sheets; and the pictures in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from app.practice.files import pictures as pictures_inside
from app.practice.files.pdf import Box, Page, Text, write_pdf
from app.practice.files.pictures import NotOpened, Picture, read_png, thumbnail, write_png
from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice.conftest import Desk, Opener, good, refused

SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """The folder that stands for SFTP servers: it need not be there yet."""
    return tmp_path / "sftp"


@pytest.fixture
def desk(open_desk: Opener, server: Path) -> Desk:
    """A practice with an SFTP server."""
    return open_desk(files=server)


async def test_a_document_is_copied_to_the_site(desk: Desk, server: Path) -> None:
    """DownloadSftp makes folders, overwrites, says where the file is, and uses its own name where none is given."""
    for address, path in (
        ("site/new/one.png", "site/new/one.png"),
        ("site/new/one.png", "site/new/one.png"),
        ("site/new/", "site/new/BergAnn1.png"),
        ("site", "site/BergAnn1.png"),
    ):
        answer = await desk.post("/documents/DownloadSftp", DocNum=papers.PHOTO, **SFTP, SftpAddress=address)
        assert answer.status_code == 201
        assert answer.content == b""
        assert answer.headers["location"] == path
        assert (server / path).read_bytes() == write_png(papers.RED)


async def test_one_of_document_and_mount_is_named(desk: Desk) -> None:
    """Neither and both are refused, and so is another extension than the file's."""
    post = {**SFTP, "SftpAddress": "site/x.png"}
    refused(await desk.post("/documents/DownloadSftp", **post), 400, "DocNum", "MountNum")
    both = {"DocNum": papers.PHOTO, "MountNum": papers.BITEWINGS}
    refused(await desk.post("/documents/DownloadSftp", **both, **post), 400, "DocNum", "MountNum")
    other = {"DocNum": papers.PHOTO, **SFTP, "SftpAddress": "site/x.exe"}
    refused(await desk.post("/documents/DownloadSftp", **other), 400, "extension")


@pytest.mark.parametrize("extension", [".7z", ".png", ".jpeg", ".class"])
async def test_an_upload_becomes_a_file_when_it_is_opened(desk: Desk, server: Path, extension: str) -> None:
    """The first download of an uploaded document makes its file, names it and clears the Note."""
    sent = {"PatNum": office.BEN, "rawBase64": papers.in_base64(papers.GREY), "extension": extension}
    number = good(await desk.post("/documents/Upload", **sent)).json()["DocNum"]
    good(await desk.post("/documents/DownloadSftp", DocNum=number, **SFTP, SftpAddress="site/"))
    assert (server / "site" / f"BergBen{number}{extension}").read_bytes() == write_png(papers.GREY)
    assert desk.sql("SELECT Note FROM document WHERE DocNum = ?", number) == [("",)]


async def test_a_document_that_was_never_fetched_has_no_file(desk: Desk) -> None:
    """A document by address cannot be copied: nobody has opened it, and the practice fetches nothing."""
    sent = {"PatNum": office.BEN, "url": "https://images.example.com/a.png"}
    number = good(await desk.post("/documents/SetByUrl", **sent)).json()["DocNum"]
    answer = await desk.post("/documents/DownloadSftp", DocNum=number, **SFTP, SftpAddress="site/")
    refused(answer, 400, "not been downloaded")


async def test_a_mount_is_one_picture(desk: Desk, server: Path) -> None:
    """DownloadSftp of a mount lays each image into its place, upon the mount's color."""
    good(
        await desk.post(
            "/documents/DownloadSftp", MountNum=papers.BITEWINGS, **SFTP, SftpAddress="site/bw.png"
        )
    )
    whole = read_png((server / "site/bw.png").read_bytes())
    assert (whole.width, whole.height) == (100, 60)
    row = whole.rows[10]
    assert [row[x * 3 : x * 3 + 3] for x in (5, 50, 65)] == [b"\x80\x80\x80", b"\0\0\0", b"\x80\x80\x80"]


async def test_a_mounts_images_one_by_one(desk: Desk, server: Path) -> None:
    """DownloadMount copies each image under its own name; without one it says so in words."""
    post = {"MountNum": papers.BITEWINGS, **SFTP, "SftpAddress": "site/mounts"}
    rows = good(await desk.post("/documents/DownloadMount", **post)).json()
    assert rows == [
        {"DocNum": papers.LEFT_BITEWING, "FileName": "left.png"},
        {"DocNum": papers.RIGHT_BITEWING, "FileName": "right.png"},
    ]
    assert (server / "site/mounts/left.png").read_bytes() == write_png(papers.GREY)
    desk.sql("DELETE FROM mountitem")
    answer = await desk.post("/documents/DownloadMount", **post)
    assert (answer.status_code, answer.text) == (200, "No mount images could be downloaded.")


async def test_thumbnails_of_what_is_a_picture(desk: Desk, server: Path) -> None:
    """Thumbnails are 100 by 100, keep the file's name, are kept, and are made of pictures alone."""
    post = {"PatNum": office.ANN, **SFTP, "SftpAddress": "site/thumbs/"}
    rows = good(await desk.post("/documents/Thumbnails", **post)).json()
    assert rows == [{"DocNum": papers.PHOTO, "FileName": "BergAnn1.png"}]
    small = read_png((server / "site/thumbs/BergAnn1.png").read_bytes())
    assert (small.width, small.height) == (100, 100)
    assert small.rows[50][:3] == papers.RED.rows[0][:3]
    assert small.rows[0][:3] == b"\xff\xff\xff"
    assert desk.sql("SELECT Thumbnail <> '' FROM document WHERE DocNum = ?", papers.PHOTO) == [(1,)]
    refused(await desk.post("/documents/Thumbnails", **{**post, "PatNum": office.CARA}), 404, "No documents")
    desk.sql("DELETE FROM document WHERE DocNum = ?", papers.PHOTO)
    answer = await desk.post("/documents/Thumbnails", **post)
    assert (answer.status_code, answer.text) == (200, "No documents could be made into thumbnails.")


async def test_a_sheet_is_a_pdf(desk: Desk, server: Path) -> None:
    """The sheet's texts stand on its pages, as sheet.pdf where no name is given; other extensions are refused."""
    answer = await desk.post(
        "/sheets/DownloadSftp", SheetNum=papers.SIGNED_SHEET, **SFTP, SftpAddress="site/a/"
    )
    assert (answer.status_code, answer.headers["location"]) == (201, "site/a/sheet.pdf")
    pdf = (server / "site/a/sheet.pdf").read_bytes()
    assert b"(Registration \\(new\\)) Tj" in pdf
    assert b"/Count 2" in pdf
    assert b"Signed 2026-11-20 10:05:00" in pdf
    post = {"SheetNum": papers.SIGNED_SHEET, **SFTP, "SftpAddress": "site/a/sheet.doc"}
    refused(await desk.post("/sheets/DownloadSftp", **post), 400, "extension")


def test_a_pdf_says_where_its_parts_are() -> None:
    """Every object stands where the file's table says, and odd signs are kept or replaced, never a break."""
    file = write_pdf([Page(850, 1100, [Text(10, 10, "Zoë (a\\b) 漢"), Box(0, 0, 5, 5), Box(0, 9, 5, 0)])])
    places = [int(each) for each in re.findall(rb"(\d{10}) 00000 n", file)]
    assert [file[place:].split()[0] for place in places] == [b"%d" % n for n in range(1, len(places) + 1)]
    assert "Zoë \\(a\\\\b\\) ?".encode("cp1252") in file


pictures = st.integers(1, 12).flatmap(
    lambda width: st.lists(st.binary(min_size=width * 3, max_size=width * 3), min_size=1, max_size=9).map(
        lambda rows: Picture(width, len(rows), rows)
    )
)


@cases(pictures)
def test_a_picture_comes_back_as_it_went(picture: Picture) -> None:
    """Written as PNG and read again a picture is the same, and its thumbnail is 100 by 100."""
    assert read_png(write_png(picture)) == picture
    small = read_png(thumbnail(write_png(picture)))
    assert (small.width, small.height) == (100, 100)


@cases(st.binary(max_size=80), st.integers(0, 200))
def test_what_is_no_picture_is_said_so(junk: bytes, cut: int) -> None:
    """No bytes, and no cut or spoiled PNG, are more than a file that cannot be opened."""
    good_one = write_png(papers.RED)
    for content in (junk, good_one[:cut], good_one[:40] + junk + good_one[40 + len(junk) :]):
        try:
            read_png(content)
        except NotOpened:
            continue
        assert content.startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", [0, 1, 2, 3, 4])
def test_every_way_that_a_png_writes_a_line_is_read(kind: int) -> None:
    """Lines written as differences from their neighbours come out as they were."""
    line, above = bytearray(b"\x05\x06\x07\x08\x09\x0a"), bytearray(b"\x01\x02\x03\x04\x05\x06")
    plain = bytes(line)
    coded = bytearray(plain)
    for index in reversed(range(6)):
        left = plain[index - 3] if index >= 3 else 0
        corner = above[index - 3] if index >= 3 else 0
        guess = pictures_inside._predicted(kind, left, above[index], corner) if kind else 0
        coded[index] = (plain[index] - guess) & 255
    pictures_inside._unfilter(kind, coded, above, 3)
    assert bytes(coded) == plain

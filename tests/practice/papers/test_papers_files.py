"""Files that the practice puts on an SFTP site: documents, mounts, thumbnails, sheets; and their pictures."""

from __future__ import annotations

import contextlib
import io
import random
import re
import struct
from pathlib import Path

import pytest
from PIL import Image

from app.practice.files.pdf import Box, Page, Text, write_pdf
from app.practice.files.pictures import (
    FORMATS,
    MOST_PIXELS,
    Color,
    NotOpened,
    Picture,
    open_picture,
    thumbnail,
)
from tests.practice import office
from tests.practice import office_papers as papers
from tests.practice.conftest import Desk, Opener, good, refused

SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """The folder used as SFTP servers: it may not exist yet."""
    return tmp_path / "sftp"


@pytest.fixture
def desk(open_desk: Opener, server: Path) -> Desk:
    """A practice with an SFTP server."""
    return open_desk(files=server)


async def test_a_document_is_copied_to_the_site(desk: Desk, server: Path) -> None:
    """DownloadSftp creates folders, overwrites, returns the file's path, and uses its own name by default."""
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
        assert (server / path).read_bytes() == papers.RED


async def test_one_of_document_and_mount_is_named(desk: Desk) -> None:
    """Neither and both are refused, and so is an extension other than the file's."""
    post = {**SFTP, "SftpAddress": "site/x.png"}
    refused(await desk.post("/documents/DownloadSftp", **post), 400, "DocNum", "MountNum")
    both = {"DocNum": papers.PHOTO, "MountNum": papers.BITEWINGS}
    refused(await desk.post("/documents/DownloadSftp", **both, **post), 400, "DocNum", "MountNum")
    other = {"DocNum": papers.PHOTO, **SFTP, "SftpAddress": "site/x.exe"}
    refused(await desk.post("/documents/DownloadSftp", **other), 400, "extension")


@pytest.mark.parametrize("extension", [".7z", ".png", ".jpeg", ".class"])
async def test_an_upload_becomes_a_file_when_it_is_opened(desk: Desk, server: Path, extension: str) -> None:
    """The first download of an uploaded document creates its file, names it and clears the Note."""
    sent = {"PatNum": office.BEN, "rawBase64": papers.in_base64(papers.GRAY), "extension": extension}
    number = good(await desk.post("/documents/Upload", **sent)).json()["DocNum"]
    good(await desk.post("/documents/DownloadSftp", DocNum=number, **SFTP, SftpAddress="site/"))
    assert (server / "site" / f"BergBen{number}{extension}").read_bytes() == papers.GRAY
    assert desk.sql("SELECT Note FROM document WHERE DocNum = ?", number) == [("",)]


async def test_a_document_that_was_never_fetched_has_no_file(desk: Desk) -> None:
    """A document by address can't be copied: nobody has opened it, and the practice fetches nothing."""
    sent = {"PatNum": office.BEN, "url": "https://images.example.com/a.png"}
    number = good(await desk.post("/documents/SetByUrl", **sent)).json()["DocNum"]
    answer = await desk.post("/documents/DownloadSftp", DocNum=number, **SFTP, SftpAddress="site/")
    refused(answer, 400, "not been downloaded")


async def test_a_mount_is_one_picture(desk: Desk, server: Path) -> None:
    """DownloadSftp of a mount puts each image in its place, on the mount's color."""
    good(
        await desk.post(
            "/documents/DownloadSftp", MountNum=papers.BITEWINGS, **SFTP, SftpAddress="site/bw.png"
        )
    )
    whole = open_picture((server / "site/bw.png").read_bytes())
    assert size(whole) == (100, 60)
    gray, black = (128, 128, 128), (0, 0, 0)
    assert [point(whole, x, 10) for x in (5, 50, 65)] == [gray, black, gray]


async def test_a_mounts_images_one_by_one(desk: Desk, server: Path) -> None:
    """DownloadMount copies each image under its own name; without images it says so."""
    post = {"MountNum": papers.BITEWINGS, **SFTP, "SftpAddress": "site/mounts"}
    rows = good(await desk.post("/documents/DownloadMount", **post)).json()
    assert rows == [
        {"DocNum": papers.LEFT_BITEWING, "FileName": "left.png"},
        {"DocNum": papers.RIGHT_BITEWING, "FileName": "right.png"},
    ]
    assert (server / "site/mounts/left.png").read_bytes() == papers.GRAY
    desk.sql("DELETE FROM mountitem")
    answer = await desk.post("/documents/DownloadMount", **post)
    assert (answer.status_code, answer.text) == (200, "No mount images could be downloaded.")


async def test_thumbnails_of_what_is_a_picture(desk: Desk, server: Path) -> None:
    """Thumbnails are 100 by 100, keep the file's name, are cached, and are made only of pictures."""
    post = {"PatNum": office.ANN, **SFTP, "SftpAddress": "site/thumbs/"}
    rows = good(await desk.post("/documents/Thumbnails", **post)).json()
    assert rows == [{"DocNum": papers.PHOTO, "FileName": "BergAnn1.png"}]
    small = open_picture((server / "site/thumbs/BergAnn1.png").read_bytes())
    assert size(small) == (100, 100)
    assert point(small, 0, 50) == point(open_picture(papers.RED), 0, 0)
    assert point(small, 0, 0) == (255, 255, 255)
    assert desk.sql("SELECT Thumbnail <> '' FROM document WHERE DocNum = ?", papers.PHOTO) == [(1,)]
    refused(await desk.post("/documents/Thumbnails", **{**post, "PatNum": office.CARA}), 404, "No documents")
    desk.sql("DELETE FROM document WHERE DocNum = ?", papers.PHOTO)
    answer = await desk.post("/documents/Thumbnails", **post)
    assert (answer.status_code, answer.text) == (200, "No documents could be made into thumbnails.")


async def test_a_sheet_is_a_pdf(desk: Desk, server: Path) -> None:
    """The sheet's texts are on its pages, as sheet.pdf by default; other extensions are refused."""
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
    """Every object is at the offset in the file's table, and unusual characters are kept or replaced."""
    file = write_pdf([Page(850, 1100, [Text(10, 10, "Zoë (a\\b) 漢"), Box(0, 0, 5, 5), Box(0, 9, 5, 0)])])
    places = [int(each) for each in re.findall(rb"(\d{10}) 00000 n", file)]
    assert [file[place:].split()[0] for place in places] == [b"%d" % n for n in range(1, len(places) + 1)]
    assert "Zoë \\(a\\\\b\\) ?".encode("cp1252") in file


def size(picture: Picture) -> tuple[int, int]:
    """Width and height."""
    return picture.width(), picture.height()


def point(picture: Picture, x: int, y: int) -> Color:
    """The color of a point."""
    color = picture.pixelColor(x, y)
    return color.red(), color.green(), color.blue()


def as_file(picture: Image.Image, kind: str, **options: object) -> bytes:
    """A picture's file of a kind."""
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
async def test_a_picture_of_every_kind_has_its_thumbnail(desk: Desk, server: Path, kind: str) -> None:
    """PNG, JPEG and the rest: an uploaded picture is made into a thumbnail of the same colors."""
    content = as_file(Image.new("RGB", (1000, 750), (200, 16, 16)), kind)
    extension = ".jpg" if kind == "JPEG" else f".{kind.lower()}"
    sent = {"PatNum": office.BEN, "rawBase64": papers.in_base64(content), "extension": extension}
    number = good(await desk.post("/documents/Upload", **sent)).json()["DocNum"]
    post = {"PatNum": office.BEN, **SFTP, "SftpAddress": "site/"}
    rows = good(await desk.post("/documents/Thumbnails", **post)).json()
    assert [row["DocNum"] for row in rows] == [number]
    small = open_picture((server / "site" / f"BergBen{number}{extension}").read_bytes())
    assert size(small) == (100, 100)
    assert all(abs(a - b) < 4 for a, b in zip(point(small, 50, 50), (200, 16, 16), strict=True))


def test_a_photo_stands_upright_and_nothing_shows_through() -> None:
    """EXIF orientation is applied, and transparency becomes white."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    photo = as_file(Image.new("RGB", (40, 20), (9, 9, 9)), "JPEG", exif=exif)
    assert size(open_picture(photo)) == (20, 40)
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert point(open_picture(as_file(clear, "PNG")), 0, 0) == (255, 255, 255)


@pytest.mark.qt_log_ignore(".*")
def test_what_is_no_picture_is_said_so() -> None:
    """No truncated, corrupt or gigantic picture is worse than a file that can't be opened."""
    dice = random.Random(3)
    gigantic = papers.RED[:16] + struct.pack(">II", MOST_PIXELS, 2) + papers.RED[24:]
    for content in (b"", b"junk", b"%PDF-1.4\n", papers.RED[:60], gigantic):
        with pytest.raises(NotOpened):
            thumbnail(content)
    for kind in FORMATS:
        file = as_file(Image.effect_noise((30, 20), 80).convert("RGB"), kind)
        for _ in range(150):
            spoiled = bytearray(file[: dice.randrange(len(file)) if dice.random() < 0.3 else len(file)])
            for _ in range(dice.randrange(1, 4)):
                if spoiled:
                    spoiled[dice.randrange(min(len(spoiled), dice.choice((40, 4000))))] = dice.randrange(256)
            with contextlib.suppress(NotOpened):
                open_picture(bytes(spoiled))

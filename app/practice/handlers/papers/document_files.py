"""Files of documents, copied to an SFTP site: documents, mounts as one picture, a mount's images, thumbnails."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

import sqlalchemy as sa

from app.practice.files.pictures import NotOpened, Picture, lay, open_picture, plain, png_of, thumbnail
from app.practice.files.sftp import SftpPlace, sftp_file, sftp_folder
from app.practice.handlers.papers.document_uploads import RAW_MARK, URL_MARK, extension_in, from_base64
from app.practice.schema.documents import document, mount, mountitem
from app.practice.schema.people import patient
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Saved, Told, Work
from app.wire.endpoint import endpoint_of
from app.wire.resources.documents import Documents

_D, _I = document.c, mountitem.c
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"})
_MOST_MOUNT_PIXELS = 4_000
"""The longest side of a mount in pixels."""


class _NotThereYet(BadRequest):
    """The document was given by URL, and has not been opened in Open Dental yet."""


@serves(Documents.download_sftp)
def download_sftp(work: Work, given: Given) -> Outcome:
    """Copy a document's file, or a mount as one picture, to an SFTP site."""
    if bool(given.get("DocNum")) == bool(given.get("MountNum")):
        raise BadRequest("DocNum or MountNum is required, and not both.")
    if given.get("DocNum"):
        row = work.find(document, given["DocNum"], "Document")
        name, content = _opened(work, row)
        place = sftp_file(work, given, default_name=name)
        _check_extension(place, frozenset({PurePosixPath(name).suffix.lower()}))
    else:
        row = work.find(mount, given["MountNum"], "Mount")
        place = sftp_file(work, given, default_name=f"Mount{row.MountNum}.png")
        _check_extension(place, _PICTURES)
        content = png_of(_composite(work, row))
    place.write(content)
    log(work, "ImageExport", "Document copied to an SFTP site.", pat_num=row.PatNum)
    return Saved(place.address)


@serves(Documents.thumbnails)
def thumbnails(work: Work, given: Given) -> Outcome:
    """Copy thumbnails of a patient's pictures to an SFTP site, creating missing ones.

    Skips mounts, and files that are not pictures the practice can open.
    """
    wanted = sa.select(document).where(_D.PatNum == given["PatNum"], _D.MountItemNum == 0)
    rows = work.connection.execute(wanted.order_by(_D.DateCreated, _D.DocNum)).all()
    if not rows:
        raise NotFound("No documents exist for this patient: not found.")
    folder, written = sftp_folder(work, given), []
    for row in rows:
        try:
            name, small = _small(work, row)
        except (NotOpened, _NotThereYet):
            continue
        folder.file(name).write(small)
        written.append({"DocNum": row.DocNum, "FileName": name})
    return written or Told(endpoint_of(Documents.thumbnails).words_for_none or "")


@serves(Documents.download_mount)
def download_mount(work: Work, given: Given) -> Outcome:
    """Copy each image of a mount to an SFTP site unchanged."""
    folder, written = sftp_folder(work, given), []
    for _, row in _mounted(work, given["MountNum"]):
        try:
            name, content = _opened(work, row)
        except _NotThereYet:
            continue
        folder.file(name).write(content)
        written.append({"DocNum": row.DocNum, "FileName": name})
    return written or Told(endpoint_of(Documents.download_mount).words_for_none or "")


def _check_extension(place: SftpPlace, taken: frozenset[str]) -> None:
    if PurePosixPath(place.address).suffix.lower() not in taken:
        raise BadRequest(f"SftpAddress is invalid: the extension {' or '.join(sorted(taken))} is expected.")


def _opened(work: Work, row: Row) -> tuple[str, bytes]:
    """A document's file name and content. One still waiting in its Note becomes a file here."""
    if row.Note.startswith(URL_MARK):
        raise _NotThereYet("The document has not been downloaded from its address yet.")
    if not row.Note.startswith(RAW_MARK):
        return row.FileName, from_base64(row.RawBase64)
    extension = extension_in(row.Note)
    data = row.Note[len(RAW_MARK) + len(extension) :]
    who = work.find(patient, row.PatNum, "Patient")
    letters = "".join(sign for sign in f"{who.LName}{who.FName}" if sign.isalnum())
    name = f"{letters}{row.DocNum}{extension}"
    work.update(document, row.DocNum, {"FileName": name, "RawBase64": data, "Note": ""})
    return name, from_base64(data)


def _small(work: Work, row: Row) -> tuple[str, bytes]:
    """A document's file name and thumbnail, stored once created."""
    name, content = _opened(work, row)
    if PurePosixPath(name).suffix.lower() not in _PICTURES:
        raise NotOpened("the file is no picture")
    if known := from_base64(row.Thumbnail):
        return name, known
    small = thumbnail(content)
    work.update(document, row.DocNum, {"Thumbnail": base64.b64encode(small).decode()})
    return name, small


def _mounted(work: Work, mount_num: int) -> Sequence[tuple[Any, Row]]:
    """A mount's items that hold an image, each with its document, in order."""
    items = sa.select(mountitem).where(_I.MountNum == mount_num).order_by(_I.ItemOrder, _I.MountItemNum)
    found = []
    for item in work.connection.execute(items).all():
        wanted = sa.select(document).where(_D.MountItemNum == item.MountItemNum).order_by(_D.DocNum)
        found += [(item, row) for row in work.connection.execute(wanted).all()]
    return found


def _composite(work: Work, row: Row) -> Picture:
    """A mount with its images in place; an unreadable image leaves its place empty."""
    width, height = (min(max(side, 1), _MOST_MOUNT_PIXELS) for side in (row.Width, row.Height))
    red, green, blue = (row.ColorBack & 0xFFFFFF).to_bytes(3, "big")
    whole = plain(width, height, (red, green, blue))
    for item, image in _mounted(work, row.MountNum):
        try:
            picture = open_picture(_opened(work, image)[1])
        except (NotOpened, _NotThereYet):
            continue
        fitted = (min(max(item.Width, 1), width), min(max(item.Height, 1), height))
        lay(whole, picture, (item.Xpos, item.Ypos, *fitted))
    return whole

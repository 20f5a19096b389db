"""Adding documents: in the request's body, from an SFTP site, or by URL."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import sqlalchemy as sa

from app.practice.files.sftp import MOST_BYTES, sftp_file
from app.practice.handlers.papers.documents import ROWS, add_document, category_name
from app.practice.schema.documents import document
from app.practice.server.listings import NOW, Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.documents import Documents, StoredDocument

RAW_MARK = "_rawBase64_:"
"""The prefix of a Note whose document was sent in a request and not opened yet; extension and data follow."""
URL_MARK = "_download_:"
"""The prefix of a Note whose document was given by URL and not opened yet; the URL follows."""
EXTENSION = re.compile(r"\.[A-Za-z0-9]{2,5}")
"""Two to five characters: in a Note the data follow without a separator, and the length tells them apart."""
_LONGEST_NAME = 200
_D = document.c

STORED_ROWS = Listing(
    name="StoredDocument",
    columns=lambda: columns_of(
        StoredDocument,
        document,
        {"filePath": quoted(""), "docCategory": category_name(_D.DocCategory), "serverDateTime": NOW},
    ),
    source=document,
    filters={"DocNum": Filter(_D.DocNum)},
    order=(_D.DocNum,),
)


@serves(Documents.upload)
def upload(work: Work, given: Given) -> Outcome:
    """Keep the content in the Note until someone opens the document."""
    if not EXTENSION.fullmatch(given["extension"]):
        raise BadRequest("extension is invalid: a file extension with its dot is expected.")
    data = "".join(given["rawBase64"].split())
    if len(data) > MOST_BYTES // 3 * 4 or not from_base64(data):
        raise BadRequest(
            f"rawBase64 is invalid: a file of at most {MOST_BYTES // 10**6} MB in base64 is expected."
        )
    key = add_document(work, given, {"FileName": "x", "Note": f"{RAW_MARK}{given['extension']}{data}"})
    return work.created(ROWS, f"/documents/{key}", {"DocNum": key})


@serves(Documents.set_by_url)
def set_by_url(work: Work, given: Given) -> Outcome:
    """Keep the URL in the Note until someone opens the document; nothing is fetched before."""
    parts = urlsplit(given["url"])
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequest("url is invalid: an address that begins with http:// or https:// is expected.")
    key = add_document(work, given, {"FileName": "xx", "Note": f"{URL_MARK}{given['url']}"})
    return work.created(ROWS, f"/documents/{key}", {"DocNum": key})


@serves(Documents.upload_sftp)
def upload_sftp(work: Work, given: Given) -> Outcome:
    """Import a file from an SFTP site. It keeps its name, numbered if the patient has one of that name."""
    place = sftp_file(work, given)
    path = PurePosixPath(place.address)
    if not path.suffix:
        raise BadRequest("SftpAddress is invalid: a file with an extension is expected.")
    content = place.read()
    name = _free_name(work, given["PatNum"], path)
    key = add_document(work, given, {"FileName": name, "RawBase64": base64.b64encode(content).decode()})
    return work.created(STORED_ROWS, f"/documents/{key}", {"DocNum": key})


def extension_in(note: str) -> str:
    """The extension of a document waiting in its Note; base64 has groups of four, so the remainder belongs to it."""
    rest = note.removeprefix(RAW_MARK)
    over = (len(rest) - 1) % 4
    return rest[: 1 + (over if over > 1 else over + 4)]


def from_base64(text: str) -> bytes:
    """A file's content; empty when the text is not base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _free_name(work: Work, pat_num: int, path: PurePosixPath) -> str:
    taken = sa.select(sa.func.lower(_D.FileName)).where(_D.PatNum == pat_num)
    names = set(work.connection.execute(taken).scalars())
    stem, count = path.stem[:_LONGEST_NAME], 1
    name = f"{stem}{path.suffix}"
    while name.lower() in names:
        count += 1
        name = f"{stem}_{count}{path.suffix}"
    return name

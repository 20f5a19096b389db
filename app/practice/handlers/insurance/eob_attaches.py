"""EobAttaches: scanned EOBs. The practice keeps the images in its database."""

from __future__ import annotations

import base64
import binascii
from pathlib import PurePosixPath

import sqlalchemy as sa

from app.practice.files.sftp import sftp_file
from app.practice.schema.claims import claimpayment, eobattach
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Saved, Work
from app.wire.resources.eob_attaches import EobAttach, EobAttaches

_A = eobattach.c
ROWS = Listing(
    name="EobAttach",
    columns=lambda: columns_of(EobAttach, eobattach),
    source=eobattach,
    filters={"EobAttachNum": Filter(_A.EobAttachNum), "ClaimPaymentNum": Filter(_A.ClaimPaymentNum)},
    order=(_A.DateTCreated, _A.EobAttachNum),
)


@serves(EobAttaches.list)
def list_(work: Work, given: Given) -> Outcome:
    """The files of a payment, oldest first."""
    return work.page(ROWS, given)


@serves(EobAttaches.download_sftp)
def download_sftp(work: Work, given: Given) -> Outcome:
    """Copy a file to the caller's SFTP site; without a file name in the address it keeps its own."""
    row = work.find(eobattach, given["EobAttachNum"], "EobAttach")
    place = sftp_file(work, given, default_name=row.FileName)
    try:
        content = base64.b64decode(row.RawBase64, validate=True)
    except binascii.Error:
        raise BadRequest("EobAttachNum is invalid: the file cannot be read.") from None
    place.write(content)
    log(work, "ImageExport", "EOB downloaded.", key=row.EobAttachNum)
    return Saved(place.address)


@serves(EobAttaches.upload_sftp)
def upload_sftp(work: Work, given: Given) -> Outcome:
    """Attach a file from the caller's SFTP site to a payment, under a name made of date and number."""
    payment = work.find(claimpayment, given["ClaimPaymentNum"], "ClaimPayment")
    place = sftp_file(work, given)
    values = {
        "ClaimPaymentNum": payment.ClaimPaymentNum,
        "DateTCreated": work.now,
        "RawBase64": base64.b64encode(place.read()).decode(),
    }
    key = work.insert(eobattach, values)
    suffix = PurePosixPath(place.address).suffix
    work.update(eobattach, key, {"FileName": f"{work.now:%Y%m%d_%H%M%S}_{key}{suffix}"})
    log(work, "ImageCreate", "EOB attached.", key=key)
    path = f"/eobattaches?ClaimPaymentNum={payment.ClaimPaymentNum}"
    return work.created(ROWS, path, {"EobAttachNum": key})


@serves(EobAttaches.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one with its file."""
    key = work.find(eobattach, given["EobAttachNum"], "EobAttach").EobAttachNum
    work.connection.execute(sa.delete(eobattach).where(_A.EobAttachNum == key))
    log(work, "ImageDelete", "EOB deleted.", key=key)
    return None

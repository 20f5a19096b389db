"""ProcNotes: notes of procedures."""

from __future__ import annotations

import re

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_logs import changeable
from app.practice.handlers.clinical.signatures import signature
from app.practice.schema.procedures import procnote
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import yes_no
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.proc_notes import ProcNote, ProcNotes

_N = procnote.c
ROWS = Listing(
    name="ProcNote",
    columns=lambda: columns_of(ProcNote, procnote, {"isSigned": yes_no(sa.func.length(_N.Signature))}),
    source=procnote,
    filters={
        "ProcNoteNum": Filter(_N.ProcNoteNum),
        "PatNum": Filter(_N.PatNum),
        "ProcNum": Filter(_N.ProcNum),
    },
    order=(_N.EntryDateTime.desc(), _N.ProcNoteNum.desc()),
)
_BLANK_LINES = re.compile(r"(?:\r?\n){51,}")
"""Fifty or more blank lines: the break that ends the previous line plus one each."""


@serves(ProcNotes.list)
def list_(work: Work, given: Given) -> Outcome:
    """Notes of one patient, one procedure or both, newest first."""
    return work.page(ROWS, given)


@serves(ProcNotes.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a note as the procedure's current one; older notes stay unchanged."""
    row = changeable(work, given["ProcNum"])
    if row.PatNum != given["PatNum"]:
        raise BadRequest("ProcNum is invalid: the procedure is another patient's.")
    text = _BLANK_LINES.sub("\r\n", given["Note"])
    if given.get("doAppendNote") and (before := latest_note(work, row.ProcNum)):
        text = f"{before}\r\n\r\n{text}"
    key = work.insert(
        procnote,
        {
            "PatNum": row.PatNum,
            "ProcNum": row.ProcNum,
            "EntryDateTime": work.now,
            "Note": text,
            "Signature": signature(work) if given.get("isSigned") else "",
        },
    )
    log(work, "ProcEdit", "Procedure note written.", pat_num=row.PatNum, key=row.ProcNum)
    return work.created(ROWS, f"/procnotes?ProcNum={row.ProcNum}", {"ProcNoteNum": key})


def latest_note(work: Work, proc_num: int) -> str:
    """The current note of a procedure; empty where it has none."""
    wanted = sa.select(_N.Note).where(_N.ProcNum == proc_num).order_by(*ROWS.order).limit(1)
    return work.connection.execute(wanted).scalar() or ""

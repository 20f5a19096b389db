"""ProcedureLogs: one note for several procedures."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_logs import changeable, is_group_note, remove
from app.practice.rules.procedures import GROUP_NOTE, add_procedure, code_row
from app.practice.schema.enums.base import PROC_STATUS
from app.practice.schema.procedures import procgroupitem, procnote
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.procedure_logs import ProcedureLogs


@serves(ProcedureLogs.create_group_note)
def create(work: Work, given: Given) -> Outcome:
    """Add a note to procedures of one day, clinic and provider; repeated numbers are ignored."""
    numbers = list(dict.fromkeys(given["ProcNums"]))
    rows = [changeable(work, number) for number in numbers]
    if not rows:
        raise BadRequest("ProcNums is required.")
    if any(row.PatNum != given["PatNum"] for row in rows):
        raise BadRequest("ProcNums is invalid: a procedure is another patient's.")
    if len({(row.ProcDate, row.ClinicNum, row.ProvNum) for row in rows}) > 1:
        raise BadRequest("ProcNums is invalid: the procedures must share date, clinic and provider.")
    code = code_row(work, GROUP_NOTE)
    if code is None:
        raise BadRequest(f"The office has no procedure code {GROUP_NOTE}.")
    key = add_procedure(
        work,
        {
            "PatNum": given["PatNum"],
            "CodeNum": code.CodeNum,
            "ProcStatus": PROC_STATUS.number("EC"),
            "ProcDate": rows[0].ProcDate,
            "ProvNum": rows[0].ProvNum,
            "ClinicNum": rows[0].ClinicNum,
            "ProcFee": 0.0,
        },
    )
    for number in numbers:
        work.insert(procgroupitem, {"ProcNum": number, "GroupNum": key})
    _note(work, given["PatNum"], key, given["Note"])
    return {"PatNum": given["PatNum"], "ProcNums": given["ProcNums"], "Note": given["Note"]}


@serves(ProcedureLogs.update_group_note)
def update(work: Work, given: Given) -> Outcome:
    """Replace a group note; older texts stay in its history."""
    row = _group_note(work, given["ProcNum"])
    if row.PatNum != given["PatNum"]:
        raise BadRequest("ProcNum is invalid: the procedure is another patient's.")
    _note(work, row.PatNum, row.ProcNum, given["Note"])
    return None


@serves(ProcedureLogs.delete_group_note)
def delete(work: Work, given: Given) -> Outcome:
    """Detach a group note from its procedures."""
    row = _group_note(work, given["ProcNum"])
    items = sa.delete(procgroupitem).where(procgroupitem.c.GroupNum == row.ProcNum)
    work.connection.execute(items)
    remove(work, row)
    return None


def _group_note(work: Work, proc_num: int) -> Row:
    row = changeable(work, proc_num)
    if not is_group_note(work, row):
        raise BadRequest(f"ProcNum is invalid: it must be a procedure with code {GROUP_NOTE}.")
    return row


def _note(work: Work, pat_num: int, proc_num: int, text: str) -> None:
    values = {"PatNum": pat_num, "ProcNum": proc_num, "EntryDateTime": work.now, "Note": text}
    work.insert(procnote, values)
    log(work, "ProcEdit", "Group note written.", pat_num=pat_num, key=proc_num)

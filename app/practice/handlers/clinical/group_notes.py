"""ProcedureLogs: one note for several procedures, kept by a procedure of its own (~GRP~)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_logs import changeable, is_group_note, remove
from app.practice.handlers.clinical.signatures import signature
from app.practice.rules.procedures import GROUP_NOTE, add_procedure, code_row
from app.practice.schema.enums.base import PROC_STATUS
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurecode, procedurelog, procgroupitem, procnote
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.listings import encode_rows, fields_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Row, Work
from app.wire.resources.procedure_logs import GroupNote, ProcedureLogs

_L, _I, _N = procedurelog.c, procgroupitem.c, procnote.c
_DELETED = PROC_STATUS.number("D")
_OWN_PROVIDER_SINCE = "25.3.36"
"""Since then a group note has a provider of its own: the patient's, unless another one is sent."""


@serves(ProcedureLogs.group_notes)
def list_(work: Work, given: Given) -> Outcome:
    """A patient's group notes, the newest first, with the procedures that they are for."""
    wanted = (
        sa.select(procedurelog)
        .join(procedurecode, procedurecode.c.CodeNum == _L.CodeNum)
        .where(
            _L.PatNum == given["PatNum"],
            procedurecode.c.ProcCode == GROUP_NOTE,
            _L.ProcStatus != _DELETED,
        )
        .order_by(_L.ProcNum.desc())
        .limit(work.limit)
        .offset(work.offset)
    )
    return Encoded(encode_rows(_answers(work, list(work.connection.execute(wanted)))))


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
            "ProvNum": given.get("ProvNum") or _usual_provider(work, rows[0]),
            "ClinicNum": rows[0].ClinicNum,
            "ProcFee": 0.0,
        },
    )
    for number in numbers:
        work.insert(procgroupitem, {"ProcNum": number, "GroupNum": key})
    _write(work, given["PatNum"], key, given["Note"], signature(work) if given.get("isSigned") else "")
    (answer,) = _answers(work, [work.find(procedurelog, key, "Procedure")])
    return answer


@serves(ProcedureLogs.update_group_note)
def update(work: Work, given: Given) -> Outcome:
    """Replace a group note, or append to a locked one; older texts stay in its history."""
    row = _changed(work, given)
    (answer,) = _answers(work, [work.find(procedurelog, row.ProcNum, "Procedure")])
    return answer


@serves(ProcedureLogs.update_group_note_by_body)
def update_by_body(work: Work, given: Given) -> Outcome:
    """The same with the number in the body, as older pages have it."""
    _changed(work, given)
    return None


@serves(ProcedureLogs.delete_group_note)
def delete(work: Work, given: Given) -> Outcome:
    """Detach a group note from its procedures."""
    row = _group_note(work, given["ProcNum"])
    items = sa.delete(procgroupitem).where(_I.GroupNum == row.ProcNum)
    work.connection.execute(items)
    remove(work, row)
    return None


def _changed(work: Work, given: Given) -> Row:
    row = _group_note(work, given["ProcNum"])
    if row.PatNum != given["PatNum"]:
        raise BadRequest("ProcNum is invalid: the procedure is another patient's.")
    before, text = _latest(work, [row.ProcNum]).get(row.ProcNum), given["Note"]
    if given.get("doAppendNote"):
        if not row.IsLocked:
            raise BadRequest("doAppendNote is invalid: only a locked group note can be appended to.")
        text = f"{before.Note}\r\n\r\n{text}" if before else text
    if given.get("ProvNum"):
        work.update(procedurelog, row.ProcNum, {"ProvNum": given["ProvNum"]})
    kept = before.Signature if before and "isSigned" not in given else ""
    _write(work, row.PatNum, row.ProcNum, text, signature(work) if given.get("isSigned") else kept)
    return row


def _group_note(work: Work, proc_num: int) -> Row:
    row = changeable(work, proc_num)
    if not is_group_note(work, row):
        raise BadRequest(f"ProcNum is invalid: it must be a procedure with code {GROUP_NOTE}.")
    return row


def _usual_provider(work: Work, procedure: Row) -> int:
    if is_newer(_OWN_PROVIDER_SINCE, work.office.version):
        return int(procedure.ProvNum)
    person = work.find(patient, procedure.PatNum, "Patient")
    return int(person.PriProv or procedure.ProvNum)


def _write(work: Work, pat_num: int, proc_num: int, text: str, signed: str) -> None:
    values = {"PatNum": pat_num, "ProcNum": proc_num, "EntryDateTime": work.now, "Note": text}
    work.insert(procnote, {**values, "Signature": signed})
    log(work, "ProcEdit", "Group note written.", pat_num=pat_num, key=proc_num)


def _latest(work: Work, numbers: list[int]) -> dict[int, Row]:
    """The current note of each of these procedures that has one."""
    wanted = sa.select(procnote).where(_N.ProcNum.in_(numbers)).order_by(_N.EntryDateTime, _N.ProcNoteNum)
    return {row.ProcNum: row for row in work.connection.execute(wanted)}


def _answers(work: Work, rows: list[Row]) -> list[dict[str, Any]]:
    """Group notes as this office's version answers them, without deleted procedures."""
    numbers = [row.ProcNum for row in rows]
    notes = _latest(work, numbers)
    covered: dict[int, list[int]] = defaultdict(list)
    items = (
        sa.select(procgroupitem)
        .join(procedurelog, _L.ProcNum == _I.ProcNum)
        .where(_I.GroupNum.in_(numbers), _L.ProcStatus != _DELETED)
        .order_by(_I.ProcGroupItemNum)
    )
    for item in work.connection.execute(items):
        covered[item.GroupNum].append(item.ProcNum)
    names = fields_of(GroupNote, work.office.version)
    found = []
    for row in rows:
        note = notes.get(row.ProcNum)
        answer = {
            "PatNum": row.PatNum,
            "ProvNum": row.ProvNum,
            "ProcNum": row.ProcNum,
            "ProcNums": covered[row.ProcNum],
            "Note": note.Note if note else "",
            "isSigned": "true" if note and note.Signature else "false",
        }
        found.append({name: answer[name] for name in names})
    return found

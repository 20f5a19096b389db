"""Progress notes from tasks, emails and sheets of the patient."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_notes import Note, behind
from app.practice.schema.charting import emailmessage
from app.practice.schema.enums.clinical import EMAIL_DIRECTION
from app.practice.schema.office import userod
from app.practice.schema.sheets import sheet, sheetfield
from app.practice.schema.tasks import task, tasklist, tasknote
from app.practice.server.formats import net_format
from app.practice.server.work import Row, Work
from app.wire.resources.chart_modules import ProgNoteType

_OF_A_PATIENT = 1
"""`task.ObjectType` for a patient."""
_SIGNATURE_BOX = 9
"""`sheetfield.FieldType`."""
_HIDDEN_IN_CHART = 4
"""The bit of `emailmessage.HideIn` that hides a message from the progress notes."""
_UNSENT = EMAIL_DIRECTION.number("Neither")


def attached_notes(work: Work, pat_num: int) -> Iterator[Note]:
    """The rows of a patient's tasks, emails and sheets."""
    yield from _tasks(work, pat_num)
    yield from _emails(work, pat_num)
    yield from _sheets(work, pat_num)


def _tasks(work: Work, pat_num: int) -> Iterator[Note]:
    c, each_list = task.c, tasklist.c
    wanted = sa.select(
        task,
        behind(c.TaskListNum, each_list.TaskListNum, each_list.Descript).label("InList"),
        behind(c.UserNum, userod.c.UserNum, userod.c.UserName).label("User"),
    ).where(c.KeyNum == pat_num, c.ObjectType == _OF_A_PATIENT)
    for row in work.connection.execute(wanted):
        said = [f"{row.User} - {row.Descript}"]
        said += [_task_note(each) for each in _task_notes(work, row.TaskNum)]
        texts = {"Description": f"Task - In List: {row.InList}", "note": " ==".join(said)}
        yield Note(ProgNoteType.TASK, row.TaskNum, row.DateTimeEntry, texts)


def _task_notes(work: Work, task_num: int) -> list[Row]:
    note = tasknote.c
    user = behind(note.UserNum, userod.c.UserNum, userod.c.UserName).label("User")
    wanted = sa.select(tasknote, user).where(note.TaskNum == task_num)
    return list(work.connection.execute(wanted.order_by(note.DateTimeNote, note.TaskNoteNum)))


def _task_note(row: Row) -> str:
    when = net_format(datetime.datetime.fromisoformat(row.DateTimeNote), "M/d/yyyy h:mm tt")
    return f"{row.User} - {when} - {row.Note}"


def _emails(work: Work, pat_num: int) -> Iterator[Note]:
    c = emailmessage.c
    user = behind(c.UserNum, userod.c.UserNum, userod.c.UserName).label("User")
    wanted = sa.select(emailmessage, user).where(
        c.PatNum == pat_num, c.HideIn.bitwise_and(sa.literal_column(str(_HIDDEN_IN_CHART))) == 0
    )
    for row in work.connection.execute(wanted):
        unsent = "(unsent) " if row.SentOrReceived == _UNSENT else ""
        texts = {"Description": f"Email - {unsent}{row.Subject}", "note": row.BodyText, "User": row.User}
        yield Note(ProgNoteType.EMAIL, row.EmailMessageNum, row.MsgDateTime, texts)


def _sheets(work: Work, pat_num: int) -> Iterator[Note]:
    c, box = sheet.c, sheetfield.c
    signed = (
        sa.select(box.SheetFieldNum)
        .where(box.SheetNum == c.SheetNum, box.FieldType == _SIGNATURE_BOX, box.FieldValue != "")
        .exists()
    )
    wanted = sa.select(sheet, signed.label("IsSigned")).where(c.PatNum == pat_num, c.IsDeleted == 0)
    for row in work.connection.execute(wanted):
        texts = {"Description": row.Description, "Signed": "Signed" if row.IsSigned else ""}
        yield Note(ProgNoteType.SHEET, row.SheetNum, row.DateTimeSheet, texts)

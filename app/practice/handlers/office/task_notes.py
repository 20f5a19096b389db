"""TaskNotes: read, added and changed."""

from __future__ import annotations

from app.practice.rules.tasks import keep_history, mark_unread, refuse_deleted_object, signal_task
from app.practice.schema.office import userod
from app.practice.schema.tasks import task, tasknote
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.task_notes import TaskNote, TaskNotes

_N = tasknote.c
ROWS = Listing(
    name="TaskNote",
    columns=lambda: columns_of(TaskNote, tasknote),
    source=tasknote,
    filters={
        "TaskNoteNum": Filter(_N.TaskNoteNum),
        "TaskNum": Filter(_N.TaskNum),
        "UserNum": Filter(_N.UserNum),
    },
    order=(_N.DateTimeNote, _N.TaskNoteNum),
)


@serves(TaskNotes.get)
def get(work: Work, given: Given) -> Outcome:
    """One note."""
    return work.one(ROWS, "TaskNote", given)


@serves(TaskNotes.list)
def list_(work: Work, given: Given) -> Outcome:
    """The notes of all tasks, of one, or of one user; oldest first."""
    return work.page(ROWS, given)


@serves(TaskNotes.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one; its task becomes unread for every subscriber except the author."""
    _refuse_blank(given)
    row = work.find(task, given["TaskNum"], "Task")
    work.find(userod, given["UserNum"], "Userod")
    refuse_deleted_object(work, row)
    keep_history(work, row, note=True)
    values = for_columns(tasknote, given, ("TaskNum", "UserNum", "Note"))
    key = work.insert(tasknote, {**values, "DateTimeNote": work.now})
    mark_unread(work, row, given["UserNum"])
    signal_task(work, row, popup=True)
    log(work, "TaskNoteEdit", "Task note created.", key=row.TaskNum)
    return work.created(ROWS, f"/tasknotes/{key}", {"TaskNoteNum": key})


@serves(TaskNotes.update)
def update(work: Work, given: Given) -> Outcome:
    """Replace a note or its time."""
    before = work.find(tasknote, given["TaskNoteNum"], "TaskNote")
    _refuse_blank(given)
    row = work.find(task, before.TaskNum, "Task")
    refuse_deleted_object(work, row)
    values = for_columns(tasknote, given, ("DateTimeNote", "Note"))
    if values:
        keep_history(work, row, note=True)
        work.update(tasknote, before.TaskNoteNum, values)
        signal_task(work, row, popup=False)
        log(work, "TaskNoteEdit", "Task note changed.", key=row.TaskNum)
    return work.one(ROWS, "TaskNote", {"TaskNoteNum": before.TaskNoteNum})


def _refuse_blank(given: Given) -> None:
    if "Note" in given and not given["Note"].strip():
        raise BadRequest("Note may not be blank.")

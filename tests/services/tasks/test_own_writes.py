"""Which task a write was about."""

from __future__ import annotations

from datetime import UTC, datetime

from app.journal.entries import Entry, Intent, Wire, WriteState
from app.services.tasks.own_writes import written_task

AT = datetime(2026, 11, 23, tzinfo=UTC)


def entry(method: str, arguments: Wire, answer: Wire | None, state: WriteState = WriteState.DONE) -> Entry:
    """A write as the journal has it."""
    intent = Intent(kind="any", subject="any", method=method, arguments=arguments)
    return Entry(
        id=1, intent=intent, state=state, who="Ana", made_at=AT, changed_at=AT, user_num=1, answer=answer
    )


def test_only_what_is_done_to_a_task_counts() -> None:
    """The task of an edit, a new one, or a note that is done; nothing for others."""
    assert written_task(entry("Tasks.update", {"TaskNum": 4, "TaskStatus": "Done"}, None)) == 4
    assert written_task(entry("Tasks.create", {"Descript": "Call"}, {"TaskNum": "5"})) == 5
    assert written_task(entry("TaskNotes.create", {"TaskNum": 6}, {"TaskNoteNum": 1, "TaskNum": 6})) == 6
    assert written_task(entry("Tasks.create", {"Descript": "Call"}, None)) == 0
    assert written_task(entry("Tasks.update", {"TaskNum": 4}, None, WriteState.SENT)) == 0
    assert written_task(entry("Appointments.update", {"TaskNum": 4}, None)) == 0

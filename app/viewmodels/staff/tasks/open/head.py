"""What the open task's header shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape, Words, msg
from app.domain.tasks.tree import TaskTree
from app.services.tasks.attached import Attached
from app.services.tasks.priorities import Grade, Priority
from app.viewmodels.messages import explain
from app.viewmodels.staff.tasks.scopes import LOST_WORDS
from app.viewmodels.translation import tr, typed
from app.wire.resources.appointments import ApptStatus
from app.wire.resources.tasks import Task, TaskStatusEnum

STATUS_WORDS = {
    TaskStatusEnum.NEW: msg("New", "status of a task"),
    TaskStatusEnum.VIEWED: msg("Viewed", "status of a task"),
    TaskStatusEnum.DONE: msg("Done", "status of a task"),
}
STATUS_TONES = {TaskStatusEnum.NEW: "accent", TaskStatusEnum.DONE: "good"}
TAKES_NO_TIME = {
    ApptStatus.BROKEN: msg("broken"),
    ApptStatus.UNSCHED_LIST: msg("on the Unscheduled List"),
    ApptStatus.PLANNED: msg("planned"),
}
SEPARATOR = " / "


class Link(Struct, frozen=True):
    """What a task is attached to. `can_open` False: only words."""

    words: str
    spoken: str = ""
    can_open: bool = False
    tone: str = ""


class Head(Struct, frozen=True):
    """Ready to be shown."""

    status: str
    tone: str
    """The status' color, by name in the tokens; empty: as usual."""
    place: str
    """The list, with those above it."""
    written: str
    """Who added it, and when."""
    is_done: bool = False
    finished: str = ""
    taken: str = ""
    """Who has taken it."""
    priority_tone: str = ""
    overdue: str = ""
    reminder: str = ""
    patient: Link | None = None
    appointment: Link | None = None


def head_of(
    task: Task,
    attached: Attached,
    tree: TaskTree,
    name: Callable[[int], Words],
) -> Head:
    """What is known of a task without this person's own reminders."""
    status = STATUS_WORDS.get(task.TaskStatus)
    path = SEPARATOR.join(tree.path(task.TaskListNum))
    finished = task.DateTimeFinished if task.TaskStatus is TaskStatusEnum.DONE else None
    return Head(
        tr(status) if status is not None else task.TaskStatus.value,
        STATUS_TONES.get(task.TaskStatus, ""),
        path or tr(LOST_WORDS),
        by_whom(name(task.UserNum), task.DateTimeOriginal or task.DateTimeEntry),
        is_done=task.TaskStatus is TaskStatusEnum.DONE,
        finished=tr(At(finished, Shape.BOTH)) if finished is not None else "",
        patient=_patient(attached),
        appointment=_appointment(attached),
    )


def priority_tone(priority: Priority | None, tones: Mapping[Grade, str]) -> str:
    """The color of a priority."""
    return tones.get(priority.grade, "") if priority is not None else ""


def by_whom(name: Words, at: datetime | None) -> str:
    """Who did something, and when."""
    return " · ".join(
        part for part in (typed(name), tr(At(at, Shape.BOTH)) if at is not None else "") if part
    )


def _patient(attached: Attached) -> Link | None:
    if not attached.key_num:
        return None
    if attached.person is not None:
        shown = attached.person.display
        return Link(shown, tr("Select {name}", name=shown), can_open=True)
    if attached.lacks_patient:
        return _unknown(attached, tr("The appointment's patient is no longer in Open Dental."))
    if attached.is_appointment:
        return None
    return _unknown(attached, tr("The attached patient is no longer in Open Dental."))


def _appointment(attached: Attached) -> Link | None:
    if not attached.is_appointment:
        return None
    if attached.person is None and not attached.lacks_patient:
        return _unknown(attached, tr("The attached appointment is no longer in Open Dental."))
    state = TAKES_NO_TIME.get(attached.status) if attached.status is not None else None
    if attached.start is None or state is not None:
        return Link(tr("Appointment: {state}", state=state or msg("no time yet")), tone="second")
    when = tr(At(attached.start, Shape.BOTH))
    return Link(when, tr("Show the appointment on {when}", when=when), can_open=True)


def _unknown(attached: Attached, gone: str) -> Link:
    if attached.gone:
        return Link(gone, tone="alert")
    if attached.why is not None:
        return Link(explain(attached.why).sentence, tone="alert")
    return Link(tr("Loading…"), tone="second")

"""Sends new tasks, sets their reminders, and gives back what the journal didn't take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.domain.schedule.visit import Person
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry, WriteState
from app.services.tasks.mine import MyChange
from app.services.writes.tasks.new import NewTask
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.new.draft import TaskDraft
from app.viewmodels.staff.tasks.new.late import KIND
from app.viewmodels.translation import tr
from app.wire.resources.tasks import TaskObjectType


class TaskSending:
    """`give_back` is called with a draft that the journal didn't take, or that was undone before it was sent."""

    def __init__(self, desk: DeskViewModel, give_back: Callable[[TaskDraft], object]) -> None:
        self._desk = desk
        self._give_back = give_back
        self._sent: dict[int, TaskDraft] = {}
        """By entry of the journal, until it is settled."""
        self._reminders: dict[int, dict[int, datetime]] = {}
        """By UserNum and TaskNum, those of people who are not at the desk."""
        self._mine = desk.parts.my_tasks()
        self._unwatch = (desk.parts.journal.watch(self._follow), self._mine.watch(self._follow_person))
        desk.outcomes.links[KIND] = self._link

    async def send(self, draft: TaskDraft, list_name: str) -> None:
        """Add it, in place of a refused one that it corrects, and report its outcome."""
        desk, about = self._desk, draft.about
        new = NewTask(
            draft.list_num,
            draft.text.strip(),
            desk.user.user_num,
            draft.priority,
            about.person,
            about.apt_num,
            list_name=list_name,
        )
        entry = await desk.outcomes.tell(desk.parts.task_writes().add(new))
        if entry is None:
            self._give_back(draft)
            return
        if draft.replaces:
            desk.outcomes.hide_refusal(draft.replaces)  # its "Try again" would add a second one
            desk.parts.outbox.dismiss(draft.replaces)
        self._sent[entry.id] = draft
        self._follow(await desk.parts.journal.get(entry.id))

    def close(self) -> None:
        """Stop following the journal."""
        for unwatch in self._unwatch:
            unwatch()

    def _follow(self, entry: Entry) -> None:
        """Set the reminder once the task has its number."""
        if entry.id not in self._sent or not entry.state.settled:
            return
        draft = self._sent.pop(entry.id)
        if draft.remind_at is not None and (task_num := _task_num(entry)):
            self._remind(entry.user_num, task_num, draft.remind_at)
        if entry.state is WriteState.REFUSED and entry.outcome == TAKEN_BACK:
            self._give_back(draft)

    def _remind(self, user_num: int, task_num: int, at: datetime) -> None:
        """The person who added the task; another one may have signed in before it could be sent."""
        if user_num == self._mine.notebook.user_num:
            self._mine.remind(task_num, at)
        else:
            self._reminders.setdefault(user_num, {})[task_num] = at

    def _follow_person(self, change: MyChange) -> None:
        if change.everything:
            for task_num, at in self._reminders.pop(self._mine.notebook.user_num, {}).items():
                self._mine.remind(task_num, at)

    def _link(self, entry: Entry) -> NoticeAction | None:
        """Opens the task, once the office has it."""
        task_num = _task_num(entry)
        return NoticeAction(tr("Open"), lambda: self._desk.tasks.show(task_num)) if task_num else None


def draft_of(entry: Entry, desk: DeskViewModel) -> TaskDraft:
    """What was entered for a refused task."""
    given, pat_num = entry.intent.arguments, int(entry.intent.context.get("PatNum") or 0)
    person = None
    if pat_num:
        person = desk.parts.office.person(pat_num) or Person(pat_num, entry.intent.whose, "")
    apt_num = int(given["KeyNum"]) if given.get("ObjectType") == TaskObjectType.APPOINTMENT.value else 0
    about = TaskAbout(person, apt_num, tr("appointment") if apt_num else "")
    return TaskDraft(
        about,
        about,
        str(given["Descript"]),
        int(given["TaskListNum"]),
        int(given.get("PriorityDefNum") or 0),
        replaces=entry.id,
    )


def _task_num(entry: Entry) -> int:
    """The number of the task that was added; 0: it wasn't, or not yet."""
    return int((entry.answer or {}).get("TaskNum") or 0) if entry.state is WriteState.DONE else 0

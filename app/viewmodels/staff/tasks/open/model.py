"""The task that is open beside the list: its header, its thread, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape, msg
from app.domain.tasks.find_lists import NamedList
from app.domain.tasks.taking import taker
from app.domain.tasks.tree import TaskTree
from app.services.tasks.attached import Attached
from app.store.tasks.changes import TaskChange
from app.viewmodels.activity import NoticeAction
from app.viewmodels.command import CommandSpec
from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.facts import TONES
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.open.actions import TaskActions
from app.viewmodels.staff.tasks.open.entries import thread_entries
from app.viewmodels.staff.tasks.open.fields import TaskFields
from app.viewmodels.staff.tasks.open.hand_on import HandOn
from app.viewmodels.staff.tasks.open.head import Head, by_whom, head_of, priority_tone
from app.viewmodels.staff.tasks.open.note_draft import NoteDraft
from app.viewmodels.staff.tasks.open.note_edit import NoteEdit
from app.viewmodels.staff.tasks.open.pending import PendingChanges
from app.viewmodels.staff.tasks.open.reading import TaskReading
from app.viewmodels.staff.tasks.open.reminding import Reminding
from app.viewmodels.timeline import TimelineViewModel
from app.viewmodels.translation import tr, typed
from app.wire.resources.tasks import Task

EMPTY = msg("No notes yet.")


class OpenTaskViewModel(QObject):
    """`changed`: the header. `opened`: another task, or none. `asked`: the field or form of a command, by its spec."""

    changed = Signal()
    opened = Signal()
    asked = Signal(object)

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.desk = desk
        parts = desk.parts
        self.board, self.names = parts.tasks(), parts.user_names()
        self.mine, self.priorities = parts.my_tasks(), parts.task_priorities()
        self.task_num = 0
        """The open task; 0: none."""
        self.head: Head | None = None
        self.is_shown = False
        """Whether the user sees it now. Set by the view."""
        self.reading = TaskReading(parts, self._show)
        self.notes = TimelineViewModel(msg("Notes of this task"), self, empty=EMPTY)
        self.actions = TaskActions(desk, lambda: self.task, self)
        self.draft = NoteDraft(desk, self.actions.note, parts.task_writes().can_note, self)
        self.note_edit = NoteEdit(desk, self)
        self.fields = TaskFields(desk, parts.task_writes().edit, self)
        self.hand_on = HandOn(desk, self.actions.hand_on, self)
        self.reminding = Reminding(desk, self.mine.reminder, self.mine.remind, self)
        self.pending = PendingChanges(desk, self.draft.give_back, lambda: self.fields.is_deciding, self)
        self._follow()

    @property
    def task(self) -> Task | None:
        """The open task, as far as it was read."""
        return self.board.task(self.task_num) if self.task_num else None

    @property
    def quick_targets(self) -> tuple[NamedList, ...]:
        """The lists that one click hands the open task on to."""
        task = self.task
        may = self.actions.may_hand_on()
        return self.hand_on.recent_for(task) if task is not None and may.ok else ()

    @property
    def is_entering(self) -> bool:
        """Whether something is being entered about the open task."""
        forms = self.hand_on.state.task, self.reminding.state.task, self.note_edit.opened.row
        edits = (edit.state.phase is not Phase.SHOWN for edit in self.fields.edits.values())
        return bool(self.draft.state.note.strip()) or any(each is not None for each in forms) or any(edits)

    def open(self, task_num: int) -> None:
        """Open a task; 0: none. What is typed on the one before is kept."""
        if task_num == self.task_num:
            return
        self._give_up()
        self.fields.leave()
        self.hand_on.close()
        self.reminding.close()
        self.task_num = task_num
        self.notes.show_words(tr("Loading…"))
        self.reading.start(task_num)
        self.opened.emit()
        self._show()

    def refresh(self) -> None:
        """Read the open task again."""
        self.reading.start(self.task_num, again=True)

    def prefetch(self, task_nums: Iterable[int]) -> None:
        """Read the notes of the tasks that the list shows ahead, behind everything else."""
        self.reading.ahead.want(task_nums)

    def hand_on_to(self, list_num: int) -> None:
        """Hand the open task on without further words."""
        if (task := self.task) is not None and not self.actions.paused:
            self.hand_on.send(task, list_num)

    def show_patient(self) -> None:
        """Select the attached patient."""
        task = self.task
        person = self.reading.attached(task).person if task is not None else None
        if person is not None:
            self.desk.patient.select(person.pat_num, Origin.TASKS)

    def show_appointment(self) -> None:
        """Show the attached appointment on its day of the schedule."""
        task, desk = self.task, self.desk
        attached = self.reading.attached(task) if task is not None else Attached()
        if not attached.is_appointment or attached.start is None:
            return
        apt_num, day = attached.key_num, attached.start.date()

        async def work() -> None:
            await desk.screens.show(next(iter(desk.screens.specs)))
            desk.chosen.visit_asked.emit(apt_num, day)

        desk.parts.scope.start(work(), "open appointment")

    def see(self, *, shown: bool) -> None:
        """The user sees the open task now, or doesn't any more: after a moment it is not unread any more for her."""
        self.is_shown = shown
        self.desk.tasks.own.look_at(self.task_num if shown and self.task is not None else 0)

    def close(self) -> None:
        """The desk was closed."""
        self.fields.leave()
        for unwatch in self._unwatch:
            unwatch()

    # --- what is shown -------------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._unwatch = [
            self.board.watch(self._follow_board),
            self.names.watch(self._show),
            self.mine.watch(lambda _: self._show()),
            self.priorities.watch(lambda _: self._show()),
        ]
        self.desk.user.changed.connect(self._switch)
        self.actions.asked.connect(self._ask)
        self.notes.opened.connect(self.note_edit.open)
        for edit in self.fields.edits.values():
            edit.changed.connect(self.pending.follow)

    def _give_up(self) -> None:
        """What was typed on a task that is gone can't be sent any more, but it isn't lost."""
        if not self.task_num or self.task is not None or not (note := self.draft.drop(self.task_num).strip()):
            return
        about = TaskAbout(self.reading.person, text=note)
        self.desk.notices.say(
            tr("This task is no longer in Open Dental. Your note can become a new task."),
            kind="warning",
            link=NoticeAction(tr("New task"), lambda: self.desk.tasks.new(about)),
        )

    def _switch(self) -> None:
        """Another person is here: forms of the one before are closed."""
        self.hand_on.close()
        self.reminding.close()
        self._show()

    def _follow_board(self, change: TaskChange) -> None:
        if self.task_num in change.tasks or self.task_num in change.notes or change.lists:
            if self.task is None and self.head is not None and self.task_num in change.tasks:
                self.reading.start(
                    self.task_num, again=True
                )  # deleted, or only no longer among those done lately
            self._show()

    def _show(self) -> None:
        task = self.task
        self.head = self._head(task) if task is not None else None
        self._show_thread(task)
        self.draft.show(task)
        self.note_edit.show(self.task_num)
        known = (self.task_num, *self.reading.older, *self.reading.newer)
        self.pending.show(frozenset(filter(None, known)))
        if task is not None:
            verdict = self.desk.parts.task_writes().can_edit()
            self.fields.offer(self.priorities.choices, self.priorities.get(task.PriorityDefNum))
            self.fields.fill(task, "" if verdict.ok else typed(verdict.reason))
        for command in self.actions.commands:
            command.refresh()
        self.changed.emit()
        self.see(shown=self.is_shown)

    def _show_thread(self, task: Task | None) -> None:
        if task is None:
            return
        known, refused = self.board.notes(task.TaskNum) is not None, self.reading.no_notes
        rows = thread_entries(*self.reading.thread(task)) if known or refused else []
        if rows or known:
            self.notes.show_rows(rows)
        elif refused:
            self.notes.show_words(refused)

    def _head(self, task: Task) -> Head:
        head = head_of(task, self.reading.attached(task), TaskTree(self.board.lists), self.names.name)
        taken, now = taker(self.board.notes(task.TaskNum) or ()), self.desk.now()
        at = self.mine.reminder(task.TaskNum)
        return replace(
            head,
            priority_tone=priority_tone(self.priorities.get(task.PriorityDefNum), TONES),
            taken=by_whom(self.names.name(taken.UserNum), taken.DateTimeNote) if taken is not None else "",
            reminder=_reminder(at, now),
            overdue=tr("Overdue") if self.mine.is_overdue(task, now) else "",
        )

    # --- forms ---------------------------------------------------------------------------------------------

    def _ask(self, spec: CommandSpec, task: Task) -> None:
        if spec == commands.HAND_ON:
            self.reminding.close()
            self.hand_on.open(task)
        elif spec == commands.REMIND:
            self.hand_on.close()
            self.reminding.open(task)
        self.asked.emit(spec)


def _reminder(at: datetime | None, now: datetime) -> str:
    if at is None:
        return ""
    return tr(At(at, Shape.TIME if at.date() == now.date() else Shape.BOTH))

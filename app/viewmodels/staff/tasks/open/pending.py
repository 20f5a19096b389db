"""Changes of the open task that Open Dental doesn't have: waiting, not confirmed, or refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.journal.entries import Entry, Intent, WriteState
from app.journal.errors import NotPossible
from app.services.tasks.own_writes import NOTE
from app.services.writes.tasks.hand_on import FROM, source_of
from app.viewmodels.staff.attention import SettleRow
from app.viewmodels.staff.desk import DeskViewModel

EDIT_KIND = "task edit"  # words: a kind of write

GRACE_SECONDS = 0.4
"""What is being sent for a shorter time is not shown: it would appear and be gone."""


class PendingChange(Struct, frozen=True):
    """One of them, as the thread shows it."""

    row: SettleRow
    """As "Needs attention" shows it."""
    who: str
    note: str = ""
    """The text of a note; empty: it is another change."""

    @property
    def words(self) -> str:
        """The note, or what else was to be done."""
        return self.note or self.row.words


class PendingChanges(QObject):
    """`changed`: other rows. What is done with one is reported as everywhere else."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        give_back: Callable[[int, str], None],
        is_deciding: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`give_back` puts the text of a note into its task's field again.

        `is_deciding`: both versions of an edit are shown.
        """
        super().__init__(parent)
        self._desk = desk
        self._give_back = give_back
        self._is_deciding = is_deciding
        self._task_nums: frozenset[int] = frozenset()
        self._later = LatestTask(desk.parts.scope)
        self.rows: tuple[PendingChange, ...] = ()
        desk.attention.changed.connect(self.follow)
        desk.outcomes.changers[NOTE] = self._change

    def show(self, task_nums: frozenset[int]) -> None:
        """Show those of the open task, and of the ones that were handed on to become it."""
        self._task_nums = task_nums
        self.follow()

    def retry(self, entry_id: int) -> None:
        """Send a refused one again."""
        self._desk.attention.retry(entry_id)

    def withdraw(self, entry_id: int) -> None:
        """Cancel one that was not sent yet. A note's text is in the field again."""
        self._desk.parts.scope.start(self._withdraw(entry_id), "withdraw")

    def change(self, entry_id: int) -> None:
        """Correct a refused note: its text is in the field again."""
        if (entry := self._entry(entry_id)) is not None:
            self._change(entry)

    def check(self, entry_id: int) -> None:
        """Look now whether Open Dental has it."""
        self._desk.attention.check(entry_id)

    def decide(self, entry_id: int, *, done: bool) -> None:
        """Settle one that could not be confirmed, by what the user saw in Open Dental."""
        self._desk.attention.decide(entry_id, done=done)

    def dismiss(self, entry_id: int) -> None:
        """Forget a refused one."""
        self._desk.attention.dismiss(entry_id)

    async def _withdraw(self, entry_id: int) -> None:
        try:
            entry = await self._desk.parts.outbox.withdraw(entry_id)
        except NotPossible:
            self.follow()  # it is being sent: its text would be sent twice
            return
        if entry.intent.kind == NOTE:
            self._return(entry)

    def _change(self, entry: Entry) -> None:
        self._desk.attention.dismiss(entry.id)
        self._desk.outcomes.hide_refusal(entry.id)
        self._return(entry)

    def _return(self, entry: Entry) -> None:
        self._give_back(task_of(entry.intent), str(entry.intent.arguments.get("Note", "")))

    def _entry(self, entry_id: int) -> Entry | None:
        entries = self._desk.parts.journal.open_entries()
        return next((each for each in entries if each.id == entry_id), None)

    async def _follow_later(self) -> None:
        await self._desk.parts.clock.sleep(GRACE_SECONDS)
        self.follow()

    def _is_fresh(self, entry: Entry) -> bool:
        """Whether it is being sent for the first time, and has been for a moment only."""
        if entry.state.settled or entry.id in {each.row.id for each in self.rows}:
            return False
        parts = self._desk.parts
        is_sent = entry.state is WriteState.SENT or parts.outbox.callers.is_tried(entry)
        return is_sent and parts.clock.utc() - entry.made_at < timedelta(seconds=GRACE_SECONDS)

    def _is_shown(self, entry: Entry) -> bool:
        """Edits that wait, or of which both versions are shown, are where they were typed."""
        if self._task_nums.isdisjoint({task_of(entry.intent), handed_on_by(entry.intent)}):
            return False
        in_field = not entry.state.settled or self._is_deciding()
        return entry.intent.kind != EDIT_KIND or not in_field

    def follow(self) -> None:
        """Show what is unfinished now."""
        rows: tuple[PendingChange, ...] = ()
        if self._task_nums:
            entries = {entry.id: entry for entry in self._desk.parts.journal.open_entries()}
            own = {key: each for key, each in entries.items() if self._is_shown(each)}
            fresh = {key for key, each in own.items() if self._is_fresh(each)}
            shown = (row for row in self._desk.attention.rows if row.id in own.keys() - fresh)
            rows = tuple(_shown(own[row.id], row) for row in shown)
            if fresh:
                self._later.start(self._follow_later(), "show what is still being sent")
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()


def task_of(intent: Intent) -> int:
    """The task that a write is about; 0: none."""
    return int(intent.arguments.get("TaskNum") or 0)


def handed_on_by(intent: Intent) -> int:
    """The task that a hand-on, or one of its steps, continues; 0: none."""
    return source_of(intent).task_num if FROM in intent.context else 0


def _shown(entry: Entry, row: SettleRow) -> PendingChange:
    is_note = entry.intent.kind == NOTE
    return PendingChange(row, entry.who, str(entry.intent.arguments.get("Note", "")) if is_note else "")

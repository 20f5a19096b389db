"""What a new task is about, and what it begins with."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from app.domain.schedule.visit import Person


class TaskOrigin(StrEnum):
    """Where a new task comes from. The list that was used there last is proposed again."""

    ANYWHERE = "anywhere"
    APPOINTMENT = "appointment"
    GAP = "gap"
    """Free time in the schedule."""
    LEDGER = "ledger"
    COMMLOG = "commlog"
    COLLECTIONS = "collections"


class TaskAbout(Struct, frozen=True):
    """`person` with `apt_num` 0: attached to the patient; with a number: to that appointment; neither: to nothing."""

    person: Person | None = None
    apt_num: int = 0
    appointment: str = ""
    """The appointment as shown to the user: its day and time."""
    text: str = ""
    """What the task begins with, such as the ledger line or the gap in the schedule that it came from."""
    origin: TaskOrigin = TaskOrigin.ANYWHERE
    list_num: int = 0
    """The TaskListNum that is proposed; 0: the one used for tasks from there last."""

    @property
    def pat_num(self) -> int:
        """The PatNum; 0: it is attached to nothing."""
        return self.person.pat_num if self.person is not None else 0

    @property
    def is_whole(self) -> bool:
        """Whether the text says what is to be done; else it only says what it is about."""
        return self.origin is TaskOrigin.GAP

    @property
    def key(self) -> tuple[int, int, str]:
        """Tells the drafts of different origins apart."""
        return self.pat_num, self.apt_num, self.text

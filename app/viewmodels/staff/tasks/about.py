"""What a new task is about, and what it begins with."""

from __future__ import annotations

from msgspec import Struct

from app.domain.schedule.visit import Person


class TaskAbout(Struct, frozen=True):
    """`person` with `apt_num` 0: attached to the patient; with a number: to that appointment; neither: to nothing."""

    person: Person | None = None
    apt_num: int = 0
    appointment: str = ""
    """The appointment as shown to the user: its day and time."""
    text: str = ""
    """What the task begins with, such as the ledger line or the gap in the schedule that it came from."""

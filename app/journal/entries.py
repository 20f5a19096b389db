"""The journal's content: one entry per write, from the click to the proof.

    WAITING ──> SENT ──> DONE
       │  ^      │ │
       │  └──────┘ └───> UNKNOWN ──> DONE | REFUSED
       └──> DONE | REFUSED            SENT ──> REFUSED

WAITING on disk, not sent: safe to send. SENT returns to it only if the request certainly never left. SENT on
disk before the request leaves; found at startup it means that the program died in between. UNKNOWN sent,
outcome unknown: settled by reading back, never by sending again. DONE the office has it. REFUSED: the office
does not have it, and `outcome` is the reason.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from app.core.text import Words

Wire = dict[str, Any]
"""Fields of a row in wire form: "2026-03-02 09:00:00", "true", 7."""


class WriteState(StrEnum):
    """The state of a write."""

    WAITING = "waiting"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"

    @property
    def settled(self) -> bool:
        """Whether it is final."""
        return self in (WriteState.DONE, WriteState.REFUSED)


COMES_FROM = {
    WriteState.WAITING: (WriteState.SENT,),
    WriteState.SENT: (WriteState.WAITING,),
    WriteState.UNKNOWN: (WriteState.SENT, WriteState.UNKNOWN),
    WriteState.DONE: (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN),
    WriteState.REFUSED: (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN),
}
"""The states that each state may follow; the store rejects any other transition as a bug."""


class Author(msgspec.Struct, frozen=True):
    """Who makes a write."""

    name: str = ""
    user_num: int = 0
    """Her user in Open Dental; 0: nobody is signed in, and the name was typed."""
    initials: str = ""
    """Appended to notes that have no field for a user."""


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """A requested change, complete enough to be sent by another run of the program."""

    kind: str
    """The name of the WriteKind that checks it and reads it back: "move", "book"."""
    subject: str
    """What it changes ("appointment:412"). Writes of one subject are sent in the order they were made."""
    method: str
    """The declared method: "Appointments.update"."""
    arguments: Wire
    before: Wire = {}
    """The guard: fields as the user saw them. If the office differs, another user changed them first."""
    follows: tuple[str, ...] = ()
    """Fields of the guard, besides those of `after`, that earlier writes of ours may change."""
    after: Wire = {}
    """The expected result: fields that prove it was done."""
    context: Wire = {}
    """Other data that the kind needs for its check."""
    words: Words = ""
    """A sentence for the user, without its period: "Ortiz, Maria moved to 10:30 AM"."""
    whose: str = ""
    """The patient's name; empty: no patient, or an entry of an older version."""
    mark: str = ""
    """A short unique text in the written row by which it is found again, if a row has room for one."""
    nth: int = 1
    """Which one of several equal rows it makes: the second film is no double click on the first."""
    undo_of: int | None = None
    """The entry that this one undoes."""
    step_of: int | None = None
    """The entry that this one follows as the next step of the same work."""
    keep_order_with: tuple[str, ...] = ()
    """Further ordering keys ("day:2026-03-02"): it is sent after earlier writes that share one."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One write and its outcome. Times are in UTC."""

    id: int
    intent: Intent
    state: WriteState
    who: str
    """The name of the person who made it."""
    made_at: datetime
    changed_at: datetime
    user_num: int = 0
    """Her user in Open Dental; 0: nobody was signed in, or an entry of an older version."""
    initials: str = ""
    sent_at: datetime | None = None
    """When the request was last sent; None if never."""
    attempts: int = 0
    """How many times sending was started."""
    dismissed: bool = False
    """The user has dismissed it after a refusal."""
    outcome: Words = ""
    """Why it was refused, or what is unknown, as a sentence."""
    answer: Wire | None = None
    """The row after the write, if it could be read."""
    conflict: Wire | None = None
    """The row as another user left it, if that is why nothing was sent."""
    seen: Wire | None = None
    """The row that the check read just before sending: used to settle it, and restored by an undo."""

    @property
    def author(self) -> Author:
        """Who made it."""
        return Author(self.who, self.user_num, self.initials)

    @property
    def changed_nothing(self) -> bool:
        """Whether its change was already made when it was sent, so that there is nothing to undo."""
        return self.answer is not None and self.answer == self.seen

    @property
    def open(self) -> bool:
        """Whether the user should still see it: not settled, or refused and not dismissed."""
        return not self.state.settled or (self.state is WriteState.REFUSED and not self.dismissed)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The fields that a state change sets; None leaves a field unchanged."""

    outcome: Words | None = None
    answer: Wire | None = None
    conflict: Wire | None = None
    seen: Wire | None = None

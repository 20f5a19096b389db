"""What the journal holds: one entry for each write, from the click to its proof.

    WAITING ──> SENT ──> DONE
       │  ^      │ │
       │  └──────┘ └───> UNKNOWN ──> DONE | REFUSED
       └──> DONE | REFUSED            SENT ──> REFUSED

WAITING   on disk, not sent: safe to send. SENT goes back to it only when the request certainly never left.
SENT      on disk before the request left; found so at start-up it means that the program died in between.
UNKNOWN   sent, and nobody knows whether it was done: settled by reading back, never by sending again.
DONE      the office has it. REFUSED: the office does not have it, and `outcome` says why in words.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from app.core.text import Words

Wire = dict[str, Any]
"""Fields of a row as the wire writes them: "2026-03-02 09:00:00", "true", 7."""


class WriteState(StrEnum):
    """Where a write stands."""

    WAITING = "waiting"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"

    @property
    def settled(self) -> bool:
        """Whether nothing more will happen to it."""
        return self in (WriteState.DONE, WriteState.REFUSED)


COMES_FROM = {
    WriteState.WAITING: (WriteState.SENT,),
    WriteState.SENT: (WriteState.WAITING,),
    WriteState.UNKNOWN: (WriteState.SENT, WriteState.UNKNOWN),
    WriteState.DONE: (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN),
    WriteState.REFUSED: (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN),
}
"""The states that each state may follow; anything else is a mistake of ours, refused by the file itself."""


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants done, complete enough to be sent by another run of the program."""

    kind: str
    """Names the WriteKind that checks it and reads it back: "move", "book"."""
    subject: str
    """What it changes ("appointment:412"). Writes of one subject go out in the order they were made."""
    method: str
    """The declared method: "Appointments.update"."""
    arguments: Wire
    before: Wire = {}
    """The guard: fields as the one who clicked saw them. The office differs: someone else was there first."""
    follows: tuple[str, ...] = ()
    """Fields of the guard, besides those of `after`, that may be what earlier writes of ours make of them."""
    after: Wire = {}
    """The proof: fields that show that it was done."""
    context: Wire = {}
    """What else the kind has to remember for its check."""
    words: Words = ""
    """A sentence for people, without its period: "Ortiz, Maria moved to 10:30 AM"."""
    whose: str = ""
    """The patient whom it is about, by name; empty: nobody, or an entry of an older version."""
    mark: str = ""
    """A short text that stands in the written row and finds it again, where a row has room for one."""
    undo_of: int | None = None
    """The entry that this one takes back."""
    keep_order_with: tuple[str, ...] = ()
    """Further things whose order matters ("day:2026-03-02"): it goes after earlier writes that share one."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One write and what became of it. Times are in UTC."""

    id: int
    intent: Intent
    state: WriteState
    who: str
    made_at: datetime
    changed_at: datetime
    sent_at: datetime | None = None
    """When the request last left; None while it never did."""
    attempts: int = 0
    """How often it was about to be sent."""
    dismissed: bool = False
    """A person has seen that it was refused and wants no more of it."""
    outcome: Words = ""
    """Why it was refused, or what is not known, in words for people."""
    answer: Wire | None = None
    """The row as the write left it, as far as it could be read."""
    conflict: Wire | None = None
    """The row as someone else left it, where that is why nothing was sent."""
    seen: Wire | None = None
    """What the check read in the office just before sending: settling compares, undo returns to it."""

    @property
    def open(self) -> bool:
        """Whether people should still know of it: not settled, or refused and not put away."""
        return not self.state.settled or (self.state is WriteState.REFUSED and not self.dismissed)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a change of state adds to an entry; None leaves what is there."""

    outcome: Words | None = None
    answer: Wire | None = None
    conflict: Wire | None = None
    seen: Wire | None = None

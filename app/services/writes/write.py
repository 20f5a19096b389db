"""The definition of a write. Each kind has its own module, which holds everything the program knows of it.

Such a module has a function that makes the intent (wanted values, seen values, a sentence for the user) and
one stateless `Write`: the check before sending, the proof that it was done, the undo, and the topic that it
changes. `Change` and `Create` do most of the work. The registry lists them all; nothing else refers to them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from app.core.text import NO_TEXT, Text, msg
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Checked, ReadBack
from app.store.topics import Topic
from app.wire.endpoint import Endpoint, Sender, endpoint_of


class Write(ABC):
    """One kind of write. Reads go through `office`; they raise the client's ApiErrors."""

    signs = ""
    """The argument with a note that ends with the initials of who makes the write; empty: none."""

    by_hand: Text = msg("Change it in Open Dental.")
    """What to do instead of an undo where there is none: one sentence, which names Open Dental's window."""

    undone_by_steps = False
    """Whether one that steps follow has no undo of its own, because that of a step undoes it too.

    It has one where a step was refused: nothing refers to what it made.
    """

    initials_in = ""
    """The argument whose note ends with the initials of who posts it, put there by its module; empty: none."""

    def __init__(self, kind: str, sends: Callable[..., Any], *, not_done: Text) -> None:
        """Declare it.

        `kind` is its name in the journal, whose entries outlive the program's version: it never changes.

        `sends` is the declared method (`Appointments.update`), `not_done` the beginning of a refusal's
        sentence ("Not moved").
        """
        self.kind = kind
        self.endpoint: Endpoint = endpoint_of(sends)
        self.not_done = not_done

    def intent(self, **fields: Any) -> Intent:
        """An intent of this kind that sends its method."""
        return Intent(kind=self.kind, **{"method": self.endpoint.name, **fields})

    @abstractmethod
    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the office again just before sending and compare with the intent's guard."""

    @abstractmethod
    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row after the write, compared with the wanted values: only a match means done."""

    @abstractmethod
    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Look for proof of a write whose answer was lost, by comparing with the check's result."""

    @abstractmethod
    def undo(self, entry: Entry) -> Intent | None:
        """The write that undoes a done one, guarded by the values it left; None if there is none."""

    @abstractmethod
    def applies(self, fields: Wire) -> Topic | None:
        """The topic of a row or of an intent's arguments; None if unknown."""

    def leaves(self, intent: Intent) -> Text:
        """What can't be undone ("the D9986 procedure"); empty: nothing."""
        return NO_TEXT

    def changes(self, intent: Intent) -> frozenset[str]:
        """The fields that it may change."""
        return frozenset(intent.after)

    def takes_slot(self, entry: Entry) -> bool:
        """Whether a done write gave an appointment its time, operatory or length."""
        return False

    def after_undo(self, entry: Entry) -> Sequence[Intent]:
        """Further writes that the undo of a done entry needs after it."""
        return ()

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The row as it will be once this write is done."""
        return {**row, **intent.after}

"""What a write is. Each stands in a module of its own, with all that the program knows of that kind of change.

Such a module has a function that makes the intent (what is wanted, what was seen, a sentence for people) and one
stateless `Write`: how it is checked before it is sent, what shows that it was done, how it is undone, and which part
of the office it changes. `Change` and `Create` do most of it. The registry lists them all; nothing else knows them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from app.core.text import NO_TEXT, Text
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Checked, ReadBack
from app.store.topics import Topic
from app.wire.endpoint import Endpoint, Sender, endpoint_of


class Write(ABC):
    """One kind of write. `office` is what its reads go through; they raise the client's ApiErrors."""

    def __init__(self, kind: str, sends: Callable[..., Any], *, not_done: Text) -> None:
        """Declare it. `kind` names it in the journal, whose entries outlive the program's version: it never changes.

        `sends` is the declared method (`Appointments.update`), `not_done` begins a refusal's sentence ("Not moved").
        """
        self.kind = kind
        self.endpoint: Endpoint = endpoint_of(sends)
        self.not_done = not_done

    def intent(self, **fields: Any) -> Intent:
        """An intent of this kind that sends its method."""
        return Intent(kind=self.kind, **{"method": self.endpoint.name, **fields})

    @abstractmethod
    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the office again, just before sending, and compare it with the intent's guard."""

    @abstractmethod
    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row as the write left it, compared with what was wanted: only then is it done."""

    @abstractmethod
    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Look for the proof of a write whose answer never came, comparing with what the check saw."""

    @abstractmethod
    def undo(self, entry: Entry) -> Intent | None:
        """The write that undoes a done one, guarded by what that left; None where there is none."""

    @abstractmethod
    def applies(self, fields: Wire) -> Topic | None:
        """What of the office a row, or an intent's arguments, are about; None where they do not say."""

    def leaves(self, intent: Intent) -> Text:
        """What no undo can remove ("the D9986 procedure"); empty: nothing."""
        return NO_TEXT

    def after_undo(self, entry: Entry) -> Sequence[Intent]:
        """Further writes that the undo of a done entry needs behind it."""
        return ()

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The row as it will be once this write is done."""
        return {**row, **intent.after}

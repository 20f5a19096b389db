"""What the outbox must know of each kind of write, and of the line to the office."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol

from msgspec import Struct

from app.core.text import Words
from app.journal.entries import Entry, Intent, Wire


class Check(StrEnum):
    """What the office looks like just before sending."""

    CLEAR = "clear"
    """As the one who clicked saw it: send."""
    ALREADY = "already"
    """The office already has what is wanted: done, without sending."""
    CONFLICT = "conflict"
    """Someone else changed it: nobody is overwritten."""


class Checked(Struct, frozen=True):
    """The check's verdict, with the row it was made on and, for a conflict, words for people."""

    verdict: Check
    row: Wire | None = None
    words: Words = ""


class Proof(StrEnum):
    """What reading back shows of a write whose answer never came."""

    DONE = "done"
    NOT_DONE = "not done"
    UNCLEAR = "unclear"


class ReadBack(Struct, frozen=True):
    """What was found, with the row that shows it and, where it is unclear, words for people."""

    proof: Proof
    row: Wire | None = None
    words: Words = ""


class WriteKind(Protocol):
    """Checks one kind of write before it goes, and finds out afterwards what became of it. Reads only.

    All raise the client's errors (`app.api.errors`).
    """

    async def check(self, intent: Intent) -> Checked:
        """Read the office again and compare with the intent's guard."""
        ...

    async def result(self, intent: Intent, answer: Any) -> ReadBack:
        """The row as the write left it (the answer where it gives one, else read), compared with what was wanted."""
        ...

    async def read_back(self, entry: Entry) -> ReadBack:
        """Look for the proof, comparing with what the check saw."""
        ...


class GatewayStatus(Protocol):
    """The part of the broker's status that matters here."""

    @property
    def connected(self) -> bool:
        """Whether the last request found the office."""
        ...


class Gateway(Protocol):
    """What sends a write to the office: the client."""

    @property
    def status(self) -> GatewayStatus:
        """How things stand now."""
        ...

    async def send_raw(self, method: str, arguments: dict[str, Any]) -> tuple[int, Any]:
        """Send once, never again by itself. Returns the status and the parsed answer; raises ApiError."""
        ...

    def watch(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        """Call back when the status changes. Returns what ends it."""
        ...

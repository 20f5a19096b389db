"""The interfaces of a kind of write and of the client, as the outbox uses them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol

from msgspec import Struct

from app.api.sending import Sending
from app.core.text import Words
from app.journal.entries import Entry, Intent, Wire


class Check(StrEnum):
    """The result of the check just before sending."""

    CLEAR = "clear"
    """As the user saw it: send."""
    ALREADY = "already"
    """The office already has the wanted values: done without sending."""
    CONFLICT = "conflict"
    """Another user changed it: nothing is overwritten."""


AT_ANOTHER_DESK = "at another desk"  # words: a field of a stored row
"""In the conflict of a refused entry: the office's hub refused it, because another desk posts the same."""


class Checked(Struct, frozen=True):
    """The check's result, the row it was based on, and for a conflict or where nothing is left to do, a sentence."""

    verdict: Check
    row: Wire | None = None
    words: Words = ""
    intent: Intent | None = None
    """What to send instead, merged with what the check read; `row` has what its read-back needs."""
    anyway: bool = False
    """Whether the user was asked about an equal one, and this is another one: the office's hub asks no more."""


class Proof(StrEnum):
    """What reading back shows about a write whose answer was lost."""

    DONE = "done"
    NOT_DONE = "not done"
    UNCLEAR = "unclear"


class ReadBack(Struct, frozen=True):
    """The result, with the row that shows it and, if unclear, a sentence."""

    proof: Proof
    row: Wire | None = None
    words: Words = ""


class WriteKind(Protocol):
    """Checks one kind of write before it is sent, and determines its outcome afterwards. Reads only.

    All methods raise the client's errors (`app.api.errors`).
    """

    async def check(self, intent: Intent) -> Checked:
        """Read the office again and compare with the intent's guard."""
        ...

    async def result(self, intent: Intent, answer: Any) -> ReadBack:
        """The row after the write (from the answer, else read), compared with the wanted values."""
        ...

    async def read_back(self, entry: Entry) -> ReadBack:
        """Look for proof by comparing with the check's result."""
        ...


class GatewayStatus(Protocol):
    """The part of the broker's status used here."""

    @property
    def connected(self) -> bool:
        """Whether the last request reached the office."""
        ...


class Gateway(Protocol):
    """Sends writes to the office: the client."""

    @property
    def status(self) -> GatewayStatus:
        """The current status."""
        ...

    @property
    def held_seconds(self) -> float:
        """So long a hub in between may hold a request before it passes it on; 0 without one."""
        ...

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Send once, without retries. Returns the status and the parsed answer; raises ApiError."""
        ...

    def watch(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        """Call back when the status changes. Returns a function that unsubscribes."""
        ...

"""A simulated office for the journal's own tests: rows, a connection that can break, a manual clock."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from app.api.errors import ConnectionLost, NotFound, Refused, Unreachable
from app.api.sending import Sending
from app.core.observers import Observers
from app.journal.entries import Entry, Intent
from app.journal.kinds import Check, Checked, Proof, ReadBack

START = datetime(2026, 3, 2, 9, 0)


class JournalClock:
    """Time advances only in `pass_time`. The PC's clock can be set (`set_by`); daylight saving changes only `now`."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self.seconds = 0.0
        self.set_by = timedelta()
        self.summer = timedelta()
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        """Wall time."""
        return self._start + timedelta(seconds=self.seconds) + self.set_by + self.summer

    def utc(self) -> datetime:
        """The same moment in UTC."""
        return (self.now() - self.summer).astimezone(UTC)

    def monotonic(self) -> float:
        """Seconds since the test began."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Wait for `pass_time`."""
        sleeper: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.seconds + seconds, sleeper))
        await sleeper

    @property
    def sleeping(self) -> bool:
        """Whether anything waits for time to pass."""
        return any(not sleeper.done() for _, sleeper in self._sleepers)

    def pass_time(self, seconds: float) -> None:
        """Advance by seconds; waiters whose time has come wake up."""
        self.seconds += seconds
        due = [each for each in self._sleepers if each[0] <= self.seconds]
        self._sleepers = [each for each in self._sleepers if each[0] > self.seconds]
        for _, sleeper in due:
            if not sleeper.done():
                sleeper.set_result(None)


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop and the journal's thread work until a condition holds; fail after five seconds."""
    async with asyncio.timeout(60):
        while not condition():  # any condition may be requested
            await asyncio.sleep(0.001)  # the journal's thread has no event of its own to wait for


@dataclass
class Status:
    """The connection's status."""

    connected: bool = True


@dataclass
class FakeOffice:
    """Rows by subject. `sent` lists what arrived or was tried; `next_send` replaces the next send."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    up: bool = True
    sent: list[dict[str, Any]] = field(default_factory=list)
    reads: int = 0
    next_send: Callable[[dict[str, Any]], Awaitable[Any]] | None = None
    next_check: Callable[[], Awaitable[None]] | None = None
    """Comes before the next check of a row."""
    read_fails: Exception | None = None
    status: Status = field(default_factory=Status)
    held_seconds: float = 0.0
    _observers: Observers[Any] = field(default_factory=Observers)

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Receive a write as the client does."""
        if not self.up:
            raise Unreachable(method)
        self.sent.append(arguments)
        if self.next_send is not None:
            special, self.next_send = self.next_send, None
            return 200, await special(arguments)
        return 200, self.change(arguments)

    def change(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Execute a write."""
        row = self.rows[arguments["subject"]]
        row.update(arguments["fields"])
        return dict(row)

    async def lose_after(self, arguments: dict[str, Any]) -> Any:
        """Done, but the answer is lost."""
        self.change(arguments)
        raise ConnectionLost("Paper.write")

    async def lose_before(self, _: dict[str, Any]) -> Any:
        """Not done, and the answer is lost."""
        raise ConnectionLost("Paper.write")

    async def refuse(self, _: dict[str, Any]) -> Any:
        """Refuse."""
        raise Refused("Paper.write", explanation="Op is invalid.", status=400)

    def read(self, subject: str) -> dict[str, Any]:
        """One row."""
        self.reads += 1
        if not self.up:
            raise Unreachable("Paper.read")
        if self.read_fails is not None:
            raise self.read_fails
        if subject not in self.rows:
            raise NotFound("Paper.read")
        return dict(self.rows[subject])

    def watch(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        """Subscribe to the connection's status."""
        return self._observers.add(callback)

    def connect(self, *, connected: bool) -> None:
        """The client notices that the connection is down or back."""
        self.up = self.status.connected = connected
        self._observers.notify(self.status)


class FakeKind:
    """Compares fields, as a real kind does."""

    def __init__(self, office: FakeOffice) -> None:
        self._office = office

    async def check(self, intent: Intent) -> Checked:
        """Compare with the guard."""
        if self._office.next_check is not None:
            special, self._office.next_check = self._office.next_check, None
            await special()
        row = self._office.read(intent.subject)
        if _shows(row, intent.after):
            return Checked(Check.ALREADY, row)
        if not _shows(row, intent.before):
            return Checked(Check.CONFLICT, row, "Someone else changed it.")
        return Checked(Check.CLEAR, row)

    async def result(self, intent: Intent, answer: Any) -> ReadBack:
        """The answer is the row."""
        row = answer if isinstance(answer, dict) else self._office.read(intent.subject)
        return ReadBack(Proof.DONE if _shows(row, intent.after) else Proof.UNCLEAR, row)

    async def read_back(self, entry: Entry) -> ReadBack:
        """Look for the proof."""
        row = self._office.read(entry.intent.subject)
        if _shows(row, entry.intent.after):
            return ReadBack(Proof.DONE, row)
        if _shows(row, entry.intent.before):
            return ReadBack(Proof.NOT_DONE, row)
        return ReadBack(Proof.UNCLEAR, row)


def _shows(row: dict[str, Any], fields: dict[str, Any]) -> bool:
    return all(row.get(name) == value for name, value in fields.items())


def change(subject: str, before: int, after: int, *keep_order_with: str, kind: str = "paper") -> Intent:
    """An intent that changes `value` of a row."""
    return Intent(
        kind=kind,
        subject=subject,
        method="Paper.write",
        arguments={"subject": subject, "fields": {"value": after}},
        before={"value": before},
        after={"value": after},
        words=f"{subject} becomes {after}",
        keep_order_with=keep_order_with,
    )

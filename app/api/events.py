"""The listener for the office's events: a small ASGI application, and what it makes of each event.

It takes nothing from whoever lacks the customer key, reads no body that is too long or too slow, answers a body
that it cannot read with 400, and tells of a repeat only once. It knows nothing of sockets: bootstrap serves it.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from msgspec import Struct

from app.core.clock import Clock
from app.core.observers import Observers
from app.wire.codec import CodecError, decode_rows
from app.wire.record import Record
from app.wire.resources.appointments import Appointment
from app.wire.resources.hist_appointments import HistAppointment
from app.wire.resources.operatories import Operatory
from app.wire.resources.pat_fields import PatField
from app.wire.resources.patients_records import Patient
from app.wire.resources.providers import Provider
from app.wire.resources.schedules import Schedule
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from app.wire.rows import RowList

LISTENING_PATH = "/events"
"""What an event's address begins with; what it is about follows, for offices that do not say it in a header."""
MOST_BYTES = 16_000_000
"""A thousand rows, each with a note of a dozen pages."""
BODY_SECONDS = 20.0
REPEATS_KEPT = 512
SAME_SECONDS = 5.0
"""What is told again so soon is the same event, told by a second copy of Open Dental."""

log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
EventKind = WatchedTable | UiEventKind

RECORDS: dict[EventKind, type[Record]] = {
    WatchedTable.APPOINTMENT: Appointment,
    WatchedTable.APPOINTMENT_DELETED: HistAppointment,
    WatchedTable.OPERATORY: Operatory,
    WatchedTable.PAT_FIELD: PatField,
    WatchedTable.PATIENT: Patient,
    WatchedTable.PROVIDER: Provider,
    WatchedTable.SCHEDULE: Schedule,
    UiEventKind.PATIENT_SELECTED: Patient,
}
"""What the rows of each event are; no other event is listened to."""
STAMPED = frozenset(
    {
        WatchedTable.APPOINTMENT,
        WatchedTable.APPOINTMENT_DELETED,
        WatchedTable.PAT_FIELD,
        WatchedTable.PATIENT,
        WatchedTable.PROVIDER,
    }
)
"""Events whose rows bear the time of their change: the same rows again say nothing new, however late."""
_TITLES = {
    f"UiEventType: {each}" if isinstance(each, UiEventKind) else f"WatchTable: {each}": each
    for each in RECORDS
}
_PATHS = {f"{LISTENING_PATH}/{each}".casefold(): each for each in RECORDS}


class Event(Struct, frozen=True):
    """Something that the office told: changed rows of a table, or the patient whom somebody selected."""

    kind: EventKind
    workstation: str
    """The machine that told it; empty in offices from before 22.4.28."""
    rows: RowList[Any]
    """Rows that could not be read stand in `unreadable`."""


Hear = Callable[[Event], None]


class _Refused(Exception):
    """An event that is not taken, with the status that says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class EventListener:
    """The ASGI application. Whoever watches it hears every event that is taken, once."""

    def __init__(self, customer_key: str, clock: Clock) -> None:
        self._key = customer_key.strip().encode()
        self._repeats = _Repeats(clock)
        self._observers = Observers[Event]()

    def watch(self, hear: Hear) -> Callable[[], None]:
        """Hear every event from now on; returns what ends it. A hearer must not wait and must not fail."""
        return self._observers.add(hear)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one event, or refuse it."""
        if scope["type"] != "http":
            return
        try:
            await self._take(scope, receive)
            status = 200
        except _Refused as refused:
            status = refused.status
            log.info("an event was refused with %d", status)
        except ConnectionAbortedError:
            return
        headers = [(b"content-length", b"0"), *([(b"connection", b"close")] if status != 200 else [])]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async def _take(self, scope: Scope, receive: Receive) -> None:
        headers = dict(scope["headers"])
        if not hmac.compare_digest(headers.get(b"authorization", b"").strip(), self._key) or not self._key:
            raise _Refused(401)
        if scope["method"] != "POST":
            raise _Refused(405)
        kind = _kind_of(headers.get(b"event-type", b"").decode("latin-1"), scope["path"])
        body = await _body_of(headers.get(b"content-length", b""), receive)
        mark = hashlib.sha256(kind.encode() + b"\n" + body).digest()
        if self._repeats.is_one(kind, mark):
            return
        try:
            rows = decode_rows(body, RECORDS[kind])
        except CodecError:
            raise _Refused(400) from None
        self._repeats.keep(kind, mark)
        self._observers.notify(Event(kind, headers.get(b"workstation", b"").decode("latin-1"), rows))


class _Repeats:
    """The last events, by a mark of what they said.

    Without a stamp the same words may be meant again: a chair is renamed and named back, a patient selected twice.
    Only the last event of its kind, told again at once, is a repeat then.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._marks: OrderedDict[bytes, None] = OrderedDict()
        self._last: dict[EventKind, tuple[bytes, float]] = {}

    def is_one(self, kind: EventKind, mark: bytes) -> bool:
        if kind in STAMPED:
            return mark in self._marks
        last, heard_at = self._last.get(kind, (b"", 0.0))
        return mark == last and self._clock.monotonic() - heard_at < SAME_SECONDS

    def keep(self, kind: EventKind, mark: bytes) -> None:
        if kind not in STAMPED:
            self._last[kind] = mark, self._clock.monotonic()
            return
        self._marks[mark] = None
        self._marks.move_to_end(mark)
        while len(self._marks) > REPEATS_KEPT:
            self._marks.popitem(last=False)


def _kind_of(title: str, path: str) -> EventKind:
    """What an event is about, by its header, or in offices that send none by its address."""
    if path != LISTENING_PATH and not path.startswith(f"{LISTENING_PATH}/"):
        raise _Refused(404)
    kind = _TITLES.get(title.strip()) if title.strip() else _PATHS.get(path.rstrip("/").casefold())
    if kind is None:
        raise _Refused(404)
    return kind


async def _body_of(length: bytes, receive: Receive) -> bytes:
    """The whole body, if it is neither too long nor too slow."""
    if length.isdigit() and (len(length) > 12 or int(length) > MOST_BYTES):
        raise _Refused(413)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ConnectionAbortedError
                body += message.get("body", b"")
                if len(body) > MOST_BYTES:
                    raise _Refused(413)
                more = message.get("more_body", False)
    except TimeoutError:
        raise _Refused(408) from None
    return bytes(body)

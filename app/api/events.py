"""The listener for the office's events: a small ASGI application that parses and deduplicates them.

It rejects callers without the customer key and bodies that are too long or too slow, answers an unreadable
body with 400, and passes a repeated event on only once. It doesn't handle sockets: bootstrap serves it.
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
"""The path prefix of an event; its type follows, for offices that don't send it in a header."""
MOST_BYTES = 16_000_000
"""A thousand rows, each with a note of a dozen pages."""
BODY_SECONDS = 20.0
REPEATS_KEPT = 512
SAME_SECONDS = 5.0
"""An event repeated within this many seconds is the same one, sent by a second copy of Open Dental."""

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
"""The row type of each event; other events are not accepted."""
STAMPED = frozenset(
    {
        WatchedTable.APPOINTMENT,
        WatchedTable.APPOINTMENT_DELETED,
        WatchedTable.PAT_FIELD,
        WatchedTable.PATIENT,
        WatchedTable.PROVIDER,
    }
)
"""Events whose rows have the time of their change: the same rows again are a repeat, however late."""
_TITLES = {
    f"UiEventType: {each}" if isinstance(each, UiEventKind) else f"WatchTable: {each}": each
    for each in RECORDS
}
_PATHS = {f"{LISTENING_PATH}/{each}".casefold(): each for each in RECORDS}


class Event(Struct, frozen=True):
    """An event of the office: changed rows of a table, or the patient that a user selected."""

    kind: EventKind
    workstation: str
    """The workstation that sent it; empty in offices before 22.4.28."""
    rows: RowList[Any]
    """Rows that could not be read are in `unreadable`."""
    body: bytes = b""
    """As it came, for the hub, which passes it on."""


Subscriber = Callable[[Event], None]


class _Refused(Exception):
    """A rejected event, with the status to answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class EventListener:
    """The ASGI application. Subscribers get every accepted event once."""

    def __init__(self, customer_key: str, clock: Clock) -> None:
        self._key = customer_key.strip().encode()
        self._repeats = _Repeats(clock)
        self._observers = Observers[Event]()

    def watch(self, subscriber: Subscriber) -> Callable[[], None]:
        """Subscribe to all events. Returns a function that unsubscribes. Callbacks must not block or raise."""
        return self._observers.add(subscriber)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Accept or reject one event."""
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
        self._observers.notify(Event(kind, headers.get(b"workstation", b"").decode("latin-1"), rows, body))


class _Repeats:
    """The last events, by a hash of their content.

    Without a time stamp the same content may be a new event: an operatory is renamed and named back, a
    patient selected twice. Then only the last event of its type, sent again at once, is a repeat.
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
    """The type of an event, from its header, or from its path in offices that send none."""
    if path != LISTENING_PATH and not path.startswith(f"{LISTENING_PATH}/"):
        raise _Refused(404)
    kind = _TITLES.get(title.strip()) if title.strip() else _PATHS.get(path.rstrip("/").casefold())
    if kind is None:
        raise _Refused(404)
    return kind


async def _body_of(length: bytes, receive: Receive) -> bytes:
    """The whole body, unless it is too long or too slow."""
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

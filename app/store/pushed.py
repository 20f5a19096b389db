"""What the office hub's change stream tells a desk: while it stands, the desk reads only what it names.

Loaded in mode Hub only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from app.api.events import RECORDS, Event, EventKind
from app.api.hub.stream import HubStream
from app.core.observers import Observers
from app.store.office import Office
from app.store.sync import Sync
from app.store.topics import EVERY, Part, Topic
from app.wire.codec import CodecError, decode_rows
from app.wire.hub.stream import Beat, OfficeEvent, SignalRows, StreamLine, Written
from app.wire.resources.signalods import InvalidType, SignalKeyType, Signalod

LATE = timedelta(seconds=30)
"""When the stream breaks, signals of so long before are read again: the hub may not have read and told them yet."""

_PARTS: Mapping[str, tuple[Part, ...]] = {
    "Patients": (Part.PATIENT,),
    "PatFields": (Part.PATIENT,),
    "PatientNotes": (Part.PATIENT,),
    "Popups": (Part.PATIENT,),
    "Recalls": (Part.PATIENT,),
    "Guardians": (Part.PATIENT,),
    "Commlogs": (Part.COMMUNICATION,),
    "Documents": (Part.COMMUNICATION,),
    "Sheets": (Part.COMMUNICATION,),
    "Payments": (Part.ACCOUNT,),
    "PaySplits": (Part.ACCOUNT,),
    "Adjustments": (Part.ACCOUNT,),
    "PayPlans": (Part.ACCOUNT,),
    "Claims": (Part.ACCOUNT, Part.INSURANCE),
    "ClaimProcs": (Part.ACCOUNT,),
    "Statements": (Part.ACCOUNT, Part.INSURANCE),
    "ProcedureLogs": (Part.ACCOUNT, Part.CHART),
    "PatPlans": (Part.INSURANCE,),
    "InsSubs": (Part.INSURANCE,),
    "Benefits": (Part.INSURANCE,),
    "Allergies": (Part.CHART,),
    "Diseases": (Part.CHART,),
    "MedicationPats": (Part.CHART,),
    "TreatPlans": (Part.CHART,),
}
"""What a write to a resource changes of its patient. All others change what rounds and signals tell of."""
_OF_PATIENTS = frozenset(part for parts in _PARTS.values() for part in parts)
_OF_TASKS = {
    "Tasks": InvalidType.TASK_POPUP,
    "TaskNotes": InvalidType.TASK_POPUP,
}

log = logging.getLogger(__name__)


class HubFeed:
    """Passes the stream's lines on to the office in memory. An EventSource of what Open Dental tells the hub.

    A write of another desk makes what it touches old at once: Open Dental's own signals come seconds later, or not.
    """

    def __init__(self, office: Office, stream: HubStream, own: int) -> None:
        """`own`: this device's number; its own writes are known here."""
        self._office = office
        self._stream = stream
        self._own = own
        self._events = Observers[Event]()
        self._was_standing = False
        self._stood_before = False

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """As EventSource."""
        return self._events.add(callback)

    def follow(self, sync: Sync) -> Callable[[], None]:
        """Wake `sync`, which rests while the stream stands. Returns a function that ends this."""

        def take(line: StreamLine) -> None:
            if self._stream.tells_all and not self._was_standing:
                self._begin(sync)
            self._was_standing = self._stream.tells_all
            self._take(line, sync)

        def broken(_: object) -> None:
            if not self._stream.standing and self._was_standing:
                self._was_standing = False
                sync.hurry()

        ends = (self._stream.watch(take), self._stream.watch_standing(broken))
        if self._stream.tells_all:
            self._was_standing = True
            self._begin(sync)

        def end() -> None:
            for each in ends:
                each()

        return end

    def _begin(self, sync: Sync) -> None:
        """Everything is told from now on. The first time the desk was just opened; later something may be missing."""
        if self._stood_before:
            sync.catch_up()
            sync.hear([Signalod(IType=InvalidType.TASK)])
            for part in _OF_PATIENTS:
                self._office.tell_of(Topic(part, EVERY))
        else:
            sync.hurry()
        self._stood_before = True

    def _take(self, line: StreamLine, sync: Sync) -> None:
        if isinstance(line, Beat):
            if line.office_online:
                self._office.signals.told_until(self._office.clock.now() - LATE)
                sync.confirm()
        elif isinstance(line, SignalRows):
            self._hear(line, sync)
        elif isinstance(line, OfficeEvent):
            self._tell(line)
        elif isinstance(line, Written) and line.device_num != self._own:
            self._written(line, sync)

    def _hear(self, line: SignalRows, sync: Sync) -> None:
        try:
            rows = decode_rows(b"[" + b",".join(map(bytes, line.rows)) + b"]", Signalod)
        except CodecError:
            sync.catch_up()
        else:
            sync.hear(rows)

    def _tell(self, line: OfficeEvent) -> None:
        kinds: dict[str, EventKind] = {str(each): each for each in RECORDS}
        if (kind := kinds.get(line.kind)) is None:
            return
        try:
            rows = decode_rows(bytes(line.body), RECORDS[kind])
        except CodecError:
            log.info("an event of the hub could not be read")
            return
        self._events.notify(Event(kind, line.workstation, rows))

    def _written(self, line: Written, sync: Sync) -> None:
        self._office.client.part()
        resource = line.method.partition(".")[0]
        pat_num, task_num = line.keys.get("PatNum", 0), line.keys.get("TaskNum", 0)
        if resource in _PARTS:
            for part in _PARTS[resource]:
                self._office.tell_of(Topic(part, pat_num or EVERY))
        elif resource in _OF_TASKS:
            kind = SignalKeyType.TASK if task_num else SignalKeyType.UNDEFINED
            sync.hear([Signalod(IType=_OF_TASKS[resource], FKeyType=kind, FKey=task_num)])
        elif resource == "TaskLists":
            sync.hear([Signalod(IType=InvalidType.TASK_LIST, FKey=line.keys.get("TaskListNum", 0))])
        elif resource == "Schedules":
            sync.hear([Signalod(IType=InvalidType.SCHEDULES)])
        elif resource == "Appointments":
            sync.hurry()

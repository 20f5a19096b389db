"""The hub's one `SharedReads`, which hears of every change at this hub and at the others."""

from __future__ import annotations

import msgspec

from app.hub.hub import Hub
from app.hub.office.office_lists import OF_PATIENTS, OFFICE_LISTS
from app.hub.office.shared_reads import SharedReads
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine, Written
from app.wire.resources.subscriptions import WatchedTable

_LIST_TABLES = frozenset({WatchedTable.OPERATORY.value, WatchedTable.PROVIDER.value})


class _Kind(msgspec.Struct):
    IType: str = ""


_decode = msgspec.json.Decoder(_Kind).decode


def reads_of(hub: Hub) -> SharedReads:
    """`hub.part(reads_of)`."""
    reads = SharedReads(hub.office, hub.clock)

    def hear(line: StreamLine) -> None:
        if isinstance(line, Written | SignalRows | OfficeEvent):
            reads.changed(lists=_is_about_lists(line))

    hub.stream.watch(hear)
    return reads


def _is_about_lists(line: Written | SignalRows | OfficeEvent) -> bool:
    if isinstance(line, Written):
        return line.method.partition(".")[0] in OFFICE_LISTS
    if isinstance(line, OfficeEvent):
        return line.kind in _LIST_TABLES
    return any(_decode(row).IType not in OF_PATIENTS for row in line.rows)

"""The hub's one `SharedReads`, which hears of every change at this hub and at the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from app.api.answers import undecoded
from app.api.documented import documented_of
from app.api.need import Need
from app.api.request import Request
from app.hub.hub import Hub
from app.hub.office.office_lists import OF_PATIENTS, OFFICE_LISTS
from app.hub.office.shared_reads import SharedReads
from app.wire.codec import CodecError, decode_rows, request_parts
from app.wire.endpoint import Call, endpoint_of
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine, Written
from app.wire.resources.subscriptions import WatchedTable

_LIST_TABLES = frozenset({WatchedTable.OPERATORY.value, WatchedTable.PROVIDER.value})


class _Kind(msgspec.Struct):
    IType: str = ""


_decode = msgspec.json.Decoder(_Kind).decode


def reads_of(hub: Hub) -> SharedReads:
    """`hub.part(reads_of)`."""
    reads = SharedReads(hub.office, hub.clock, hub.clock.update)

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


async def list_rows(hub: Hub, method: Callable[..., Any], **arguments: Any) -> Sequence[Any]:
    """The first page of one of the office's lists, for the hub itself; it is kept as for desks.

    Raises the client's errors.
    """
    endpoint = endpoint_of(method)
    parts = request_parts(Call(endpoint, arguments))
    documented = documented_of(endpoint, arguments)
    request = Request(
        endpoint.name,
        parts.verb,
        parts.target,
        parts.body,
        reads=True,
        needs=endpoint.needs,
        documented=documented,
    )
    answer, _ = await hub.part(reads_of).read(request, Need.CLICK, 0, is_list=True)
    try:
        return decode_rows(answer.body, endpoint.record)
    except CodecError as wrong:
        raise undecoded(endpoint, answer, wrong) from wrong

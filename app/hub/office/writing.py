"""Writes: passed on once. What was seen done is told to all desks, and drops what was read before."""

from __future__ import annotations

import msgspec

from app.api import errors
from app.api.documented import made_key
from app.api.need import Need
from app.api.transport import Answer
from app.hub.handling import Asker
from app.hub.hub import Hub
from app.hub.office.office_lists import changes_lists
from app.hub.office.office_reads import reads_of
from app.hub.office.reading import PassedCall
from app.wire.hub.stream import Written

KEY_ENDS = "Num"


class Writing:
    """`hub.part(Writing)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._reads = hub.part(reads_of)

    async def write(self, call: PassedCall, need: Need, asker: Asker) -> Answer:
        """Send it, and tell of it. Raises the client's errors; then it was not seen done."""
        try:
            answer = await self._hub.office.broker.send(call.request, need, asker.device_num)
        except errors.ApiError as error:
            if not isinstance(error, errors.NotSent):
                self._reads.changed(lists=changes_lists(call.endpoint))
            raise
        self._hub.stream.tell(Written(call.endpoint.name, asker.device_num, keys_of(call, answer)))
        return answer


def keys_of(call: PassedCall, answer: Answer) -> dict[str, int]:
    """The keys that a write names, and the one that it made."""
    keys = {
        name: value
        for name, value in call.arguments.items()
        if name.endswith(KEY_ENDS) and isinstance(value, int) and not isinstance(value, bool)
    }
    if own := made_num(call, answer):
        keys[call.endpoint.record.primary_key] = own
    if "PatNum" not in keys and (whose := _whose(answer)):
        keys["PatNum"] = whose
    return keys


class _Row(msgspec.Struct):
    PatNum: int = 0


def _whose(answer: Answer) -> int:
    """The patient of the row that a write returned; 0: it doesn't say."""
    try:
        return msgspec.json.decode(answer.body, type=_Row).PatNum
    except msgspec.DecodeError:
        return 0


def made_num(call: PassedCall, answer: Answer) -> int:
    """The key of the row that a POST made, from its answer or its Location; 0: it made none, or doesn't say."""
    name = getattr(call.endpoint.record, "primary_key", None)
    if name is None or call.endpoint.verb != "POST":
        return 0
    try:
        return int(msgspec.json.decode(answer.body, type=dict[str, msgspec.Raw])[name])
    except (msgspec.DecodeError, KeyError, ValueError):
        return made_key(answer) or 0

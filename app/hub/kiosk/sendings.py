"""The requests that mark appointments arrived, until they have left."""

from __future__ import annotations

from app.api.sending import Sending
from app.hub.hub import Hub
from app.wire.hub.stream import StreamLine, Written

CONFIRM = "Appointments.confirm"


class Sendings:
    """`hub.part(Sendings)`. Each can be withdrawn while it waits for its turn."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._waiting: dict[int, Sending] = {}
        """Those that wait for their turn or are on their way, by AptNum."""
        hub.stream.watch(self._hear)

    async def send(self, apt_num: int, status: int) -> None:
        """Set the status. Raises ApiErrors, NotSent if it was withdrawn."""
        sending = self._waiting[apt_num] = Sending(lambda: None)
        try:
            await self._hub.office.send_raw(CONFIRM, {"AptNum": apt_num, "defNum": status}, sending)
        finally:
            self._waiting.pop(apt_num, None)

    def withdraw(self, apt_num: int) -> None:
        """Don't send it, if it has not left."""
        if (sending := self._waiting.get(apt_num)) is not None:
            sending.withdraw()

    def _hear(self, line: StreamLine) -> None:
        """A desk has changed an appointment, maybe marked it: what still waits for its turn was judged before that."""
        if isinstance(line, Written):
            self.withdraw(line.keys.get("AptNum", 0))

"""Tells when the office answers again."""

from __future__ import annotations

from app.api.client import OpenDental
from app.api.returning import Returning
from app.api.status import BrokerStatus
from app.core.clock import Clock
from app.store.changes import ChangeKind, Changes


class Answering:
    """Follows the client for as long as that lives. What could not be read meanwhile can be read then."""

    def __init__(self, client: OpenDental, changes: Changes, clock: Clock) -> None:
        self._changes = changes
        self._returning = Returning(clock, connected=client.status.connected)
        client.watch(self._follow)

    def _follow(self, status: BrokerStatus) -> None:
        if self._returning.is_back(connected=status.connected):
            self._changes.tell(ChangeKind.ANSWERS)

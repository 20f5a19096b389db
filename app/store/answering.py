"""Tells when the office answers again."""

from __future__ import annotations

from app.api.client import OpenDental
from app.api.status import BrokerStatus
from app.store.changes import ChangeKind, Changes


class Answering:
    """Follows the client for as long as that lives. What could not be read meanwhile can be read then."""

    def __init__(self, client: OpenDental, changes: Changes) -> None:
        self._changes = changes
        self._connected = client.status.connected
        client.watch(self._follow)

    def _follow(self, status: BrokerStatus) -> None:
        back, self._connected = status.connected and not self._connected, status.connected
        if back:
            self._changes.tell(ChangeKind.ANSWERS)

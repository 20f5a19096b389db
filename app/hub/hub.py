"""The hub of one office: what all of its parts share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from app.api.client import OpenDental
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.hub.database.database import HubDatabase
from app.hub.stream import Streams
from app.sealed.sealing import Seal

P = TypeVar("P")


class Hub:
    """Built by bootstrap, closed by whoever built it."""

    def __init__(
        self,
        *,
        office: OpenDental,
        clock: OfficeClock,
        database: HubDatabase,
        seal: Seal,
        scope: TaskScope,
        certificate: str,
        knows_key: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`certificate`: the hub's own, in PEM. `scope`: tasks that end with the hub.

        `knows_key`: whether a text is the office's customer key, the proof of who starts over.
        """
        self.office = office
        self.clock = clock
        self.database = database
        self.seal = seal
        self.scope = scope
        self.certificate = certificate
        self.knows_key = knows_key
        self.stream = Streams()
        self.closing = False
        """It is being stopped: new requests are refused, those in flight end."""
        self._parts: dict[type[Any], Any] = {}

    def part(self, make: type[P] | Callable[[Hub], P]) -> P:
        """The one instance of a part, built with the hub on first use: `hub.part(KioskDesk)`."""
        key = cast(type[Any], make)
        if key not in self._parts:
            self._parts[key] = cast(Callable[[Hub], P], make)(self)
        return cast(P, self._parts[key])

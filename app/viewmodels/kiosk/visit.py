"""A patient's visit at the kiosk, from the first touch to "checked in". Loaded after the first paint."""

from __future__ import annotations

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.viewmodels.kiosk.arrival import Arrival
from app.viewmodels.kiosk.desk import KioskDesk
from app.viewmodels.kiosk.details import Details
from app.viewmodels.kiosk.identity import Identity
from app.viewmodels.kiosk.journey import Journey, Stage
from app.viewmodels.kiosk.page_data import Who
from app.wire.hub.kiosk import KioskSetup


class Visit:
    """The parts of one visit; the pages call them. Dropped as a whole when the kiosk is wiped."""

    def __init__(
        self, stage: Stage, desk: KioskDesk, clock: Clock, scope: TaskScope, setup: KioskSetup
    ) -> None:
        self.journey = Journey(stage, desk, clock, scope, setup)
        self.identity = Identity(self.journey, self._found)
        self.details = Details(self.journey, self._finish)
        self.arrival = Arrival(self.journey, self.details)

    def _found(self, me: Who, others: tuple[Who, ...]) -> None:
        self.arrival.found(me, others)
        self.details.begin(self.identity.masked)

    def _finish(self) -> None:
        self.arrival.begin()

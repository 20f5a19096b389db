"""What happens at kiosks, in the office's audit and the log: device, result, numbers. No name, no birthdate."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine

from app.hub.handling import Asker
from app.hub.hub import Hub
from app.hub.shared.audit import OfficeAudit
from app.services.audit.audit import Action

log = logging.getLogger(__name__)

APPOINTMENT = "appointment"
KIOSK = "kiosk"


class Notes:
    """Records are added behind the answer, in the order they were made; no patient waits for the disk."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._adding: set[asyncio.Task[None]] = set()

    def check_in(
        self, asker: Asker, result: str, *, apt_num: int = 0, pat_num: int = 0, who: str = ""
    ) -> None:
        """Something about a patient at a kiosk; `who` at a desk decided it."""
        log.info("device %d: %s, AptNum %d", asker.device_num, result, apt_num)
        kind = APPOINTMENT if apt_num else ""
        work = self._hub.part(OfficeAudit).note(
            Action.CHECK_IN,
            workstation=asker.name,
            who=who,
            kind=kind,
            key=apt_num,
            patient=pat_num,
            result=result,
        )
        self._add(work)

    def kiosk(self, asker: Asker, action: Action, *, device_num: int, result: str, who: str = "") -> None:
        """Something about a kiosk itself."""
        log.info("kiosk %d: %s, %s", device_num, action.value, result)
        work = self._hub.part(OfficeAudit).note(
            action, workstation=asker.name, who=who, kind=KIOSK, key=device_num, result=result
        )
        self._add(work)

    async def close(self) -> None:
        """Finish what is being added."""
        await asyncio.gather(*self._adding, return_exceptions=True)

    def _add(self, work: Coroutine[None, None, None]) -> None:
        task = self._hub.scope.start(work, "kiosk note")
        self._adding.add(task)
        task.add_done_callback(self._adding.discard)

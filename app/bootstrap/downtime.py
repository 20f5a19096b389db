"""The downtime copy in a session: restored before the first answer, saved while the office is open."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.core.clock import Clock
from app.lifecycle import Lifecycle

if TYPE_CHECKING:  # these load while the window is already painted
    from app.sealed.errors import LocalStoreError
    from app.sealed.store import LocalStore
    from app.store.downtime import CopyKeeper, DowntimeCopy
    from app.store.office import Office
    from app.viewmodels.activity import Notices
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.schedule.schedule import ScheduleViewModel

log = logging.getLogger(__name__)


class Downtime:
    """One office's copy."""

    def __init__(self, life: Lifecycle, clock: Clock) -> None:
        self._life = life
        self._clock = clock
        self._copy: DowntimeCopy | None = None

    async def bring_back(self, office: Office, store: LocalStore) -> bool:
        """Show today as last saved; False if nothing was saved."""
        await load("app.store.downtime")
        from app.sealed.errors import LocalStoreError
        from app.store.downtime import DowntimeCopy

        self._copy = DowntimeCopy(office, store.documents, self._clock)
        try:
            return await self._copy.load()
        except LocalStoreError as error:
            log.warning("the downtime copy was not read: %s", type(error).__name__)
            return False

    async def keep(self, desk: DeskViewModel, schedule: ScheduleViewModel) -> None:
        """Save it from now on, and once more at the end; what a start paints first as the schedule is filtered."""
        if self._copy is None:
            return
        from app.store.downtime import CopyKeeper
        from app.viewmodels.staff.schedule.early import early_schedule

        office, scope = desk.parts.office, desk.parts.scope

        def early(days: Iterable[date]) -> bytes:
            return early_schedule(office, days, schedule.filter.clinic_num)

        keeper = CopyKeeper(self._copy, office, self._clock, early, partial(_say, desk.notices))

        async def start() -> asyncio.Task[None]:
            return scope.start(keeper.run(), "downtime copy")

        async def stop(running: asyncio.Task[None]) -> None:
            await _finish(keeper, running)

        await self._life.step("downtime copy", start, stop)


def _say(notices: Notices, error: LocalStoreError | None) -> None:
    """Nobody would miss the copy before the server is away."""
    from app.viewmodels.messages import explain
    from app.viewmodels.translation import tr

    if error is None:
        notices.say(tr("The offline copy of the schedule is saved on this PC again."), kind="done")
        return
    words = tr(
        "The offline copy of the schedule couldn't be saved on this PC. {why} Front Desk will try again.",
        why=explain(error).title,
    )
    notices.say(words, kind="warning")


async def _finish(keeper: CopyKeeper, running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await keeper.finish()

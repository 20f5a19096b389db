"""Keeps the settings on disk: a moment after each change, and at the end. A failure is reported, and tried again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # it imports this package's owner
    from app.bootstrap.preferences import Preferences
    from app.bootstrap.workspace import Workspace

log = logging.getLogger(__name__)

SETTLES_AFTER = 2.0
"""Seconds after a change: a table's column is dragged, and zoom is turned, in many steps."""
AGAIN_AFTER = 30.0
"""Seconds after a save that failed."""


class SettingsKeeping:
    """One for a program. Changes stay in memory until a save has worked."""

    def __init__(
        self, preferences: Preferences, scope: TaskScope, clock: Clock, office: Callable[[], Workspace | None]
    ) -> None:
        """`office` gives the open one, in which a failure is shown."""
        self._preferences, self._scope, self._clock, self._office = preferences, scope, clock, office
        self._task: asyncio.Task[None] | None = None
        self._told = False
        self._asks = True
        preferences.watch(self._changed)

    def hurry(self) -> None:
        """The end must not wait for a person: Windows closes, or an installer."""
        self._asks = False

    def save(self) -> OSError | None:
        """Save what is not saved, and return what went wrong. For the end: the window waits meanwhile."""
        failed = self._preferences.write() if self._preferences.unsaved else None
        if failed is not None:
            log.warning("the settings could not be saved: %s", type(failed).__name__)
        return failed

    async def at_end(self) -> None:
        """If the last save fails, somebody decides whether to try again."""
        while (failed := self.save()) is not None and self._asks:
            from app.bootstrap.system.unsaved import asked_to_try_again

            if not await asked_to_try_again(failed):
                return

    def _changed(self) -> None:
        if self._task is not None and not self._task.done():
            return
        try:
            self._task = self._scope.start(self._keep(), "settings")
        except RuntimeError:  # it closes, and saves then
            self._task = None

    async def _keep(self) -> None:
        while self._preferences.unsaved:
            await self._clock.sleep(SETTLES_AFTER)
            failed = await asyncio.to_thread(self._preferences.write)
            if failed is not None:
                self._say_failed(failed)
                await self._clock.sleep(AGAIN_AFTER)
            elif self._told:
                self._told = not self._tell(tr("Your settings are saved now."), "done")

    def _say_failed(self, failed: OSError) -> None:
        from app.core.file_trouble import why_not

        log.warning("the settings could not be saved: %s", type(failed).__name__)
        if not self._told:
            words = tr(
                "Your settings couldn't be saved on this PC. {why} Nothing is lost while Front Desk is open, "
                "and it tries again by itself.",
                why=tr(why_not(failed)),
            )
            self._told = self._tell(words, "warning")

    def _tell(self, words: str, kind: str) -> bool:
        """Show a notice; False: no office is open yet."""
        office = self._office()
        if office is not None:
            office.desk.notices.say(words, kind=kind)
        return office is not None

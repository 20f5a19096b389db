"""What keeps an open office fresh: the rounds, and what tells of changes by itself: events, or the office hub."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.bootstrap.office_events import OfficeEvents

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.hub.desk import HubDesk
    from app.bootstrap.session import OfficeConnection
    from app.core.clock import Clock
    from app.lifecycle import Lifecycle
    from app.store.pushed import HubFeed
    from app.store.sync import Sync
    from app.viewmodels.staff.desk import DeskViewModel


class Refreshing:
    """Started once the schedule is visible."""

    def __init__(self, life: Lifecycle, connection: OfficeConnection, clock: Clock) -> None:
        self._life = life
        self._connection = connection
        self._clock = clock

    async def start(self, desk: DeskViewModel, shown: Callable[[], Sequence[date]]) -> None:
        """Begin the rounds, and listen."""
        from app.store.sync import Sync

        parts, feed = desk.parts, await self._feed(desk)
        events = OfficeEvents(self._life, self._connection.address, self._connection.keys, self._clock)
        sync = Sync(
            parts.office,
            self._clock,
            parts.scope,
            shown,
            trouble=desk.trouble.on_refresh,
            events=feed or events.listener,
            is_pushed=parts.is_told,
        )
        sync.stillness = self._connection.stillness
        await self._life.step("refresh", sync.start, lambda _: sync.stop())
        if feed is not None and parts.hub is not None:
            await self._follow(feed, sync, parts.hub, desk)
            parts.scope.start(desk.check_in.begin(parts.hub.link, parts.hub.stream), "check-in")
            await events.follow_open_dental(feed, desk)
        else:
            await events.start(desk, self._connection.who)
            await self._warn(desk)
        if self._connection.stillness is None:  # nothing that sleep or a network could part from this PC
            await self._follow_resume(desk, sync, events)

    async def _follow_resume(self, desk: DeskViewModel, sync: Sync, events: OfficeEvents) -> None:
        await load("app.bootstrap.system.resume")
        from app.bootstrap.system.resume import follow_resume

        parts = desk.parts
        await follow_resume(self._life, parts.scope, parts.client, parts.hub, sync, moved=events.move)

    async def _warn(self, desk: DeskViewModel) -> None:
        """Say once that the office is reached without encryption."""
        if not self._connection.address.base_url.startswith("http:"):
            return
        is_plain, say_once = await desk.parts.load(
            "app.viewmodels.staff.hub.plain_http:is_plain", "app.viewmodels.staff.hub.plain_http:say_once"
        )
        if is_plain(self._connection.address):
            desk.parts.scope.start(say_once(desk), "plain http")

    async def _feed(self, desk: DeskViewModel) -> HubFeed | None:
        if (hub := desk.parts.hub) is None:
            return None
        await load("app.store.pushed")
        from app.store.pushed import HubFeed

        return HubFeed(desk.parts.office, hub.stream, hub.device_num)

    async def _follow(self, feed: HubFeed, sync: Sync, hub: HubDesk, desk: DeskViewModel) -> None:
        (watch,) = await desk.parts.load("app.viewmodels.staff.hub.watch:HubWatch")
        watching, end = watch(desk, hub), feed.follow(sync)

        async def start() -> asyncio.Task[None]:
            return desk.parts.scope.start(hub.stream.run(), "hub stream")

        async def stop(running: asyncio.Task[None]) -> None:
            end()
            watching.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

        await self._life.step("hub stream", start, stop)

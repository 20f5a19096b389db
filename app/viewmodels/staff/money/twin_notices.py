"""Tells that another desk has posted the same at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.entries import Entry
from app.viewmodels.translation import tr, typed

if TYPE_CHECKING:  # the desk has them; the writes of money are loaded with the first posting
    from app.services.writes.money.twins import Twin
    from app.viewmodels.staff.desk import DeskViewModel

WRITES = "app.services.writes.money.money_writes:MoneyWrites"
KINDS = frozenset({"payment", "refund", "adjustment", "payplan", "deposit"})
"""The kinds of writes that two desks may post at the same time."""
LOOKED_BACK = 20
FOLLOWED_SECONDS = 600.0


class TwinNotices:
    """Watches from the first posting on; from the start if an earlier run has left one, or has just made one."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk
        self._watching = False
        if any(map(self._matters, desk.parts.journal.recent(LOOKED_BACK))):
            desk.parts.scope.start(self._begin(), "equal postings")

    def watch(self) -> None:
        """Watch from now on."""
        if not self._watching:
            self._watching = True
            self._desk.parts.money_writes().twins.watch(self._tell)

    async def _begin(self) -> None:
        await self._desk.parts.load(WRITES)
        self.watch()

    def _matters(self, entry: Entry) -> bool:
        age = (self._desk.parts.clock.utc() - entry.changed_at).total_seconds()
        return entry.intent.kind in KINDS and (not entry.state.settled or abs(age) < FOLLOWED_SECONDS)

    def _tell(self, twin: Twin) -> None:
        said = tr(
            "{what}, and another desk posted the same at the same time. "
            "If it was paid only once, take one of the two back.",
            what=typed(twin.entry.intent.words),
        )
        self._desk.notices.say(said, kind="error")

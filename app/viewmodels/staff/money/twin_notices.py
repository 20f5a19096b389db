"""Tells that another desk has posted the same at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.entries import Entry
from app.viewmodels.activity import NoticeAction
from app.viewmodels.translation import tr, typed

if TYPE_CHECKING:  # the desk has them; the writes of money are loaded with the first posting
    from app.services.writes.money.twins import Twin
    from app.viewmodels.staff.desk import DeskViewModel

WRITES = "app.services.writes.money.money_writes:MoneyWrites"
KINDS = frozenset({"payment", "refund", "adjustment", "payplan", "deposit"})
"""The kinds of writes that two desks may post at the same time."""
PAYMENT_KIND = "payment"
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
        what = typed(twin.entry.intent.words)
        if twin.second:
            said = tr(
                "{what}, and another desk posted the same just before. "
                "If it was paid only once, take this one back.",
                what=what,
            )
        else:
            said = tr(
                "{what}, and another desk posted the same just after. "
                "If it was paid only once, the other desk should refund theirs.",
                what=what,
            )
        self._desk.notices.say(said, kind="error", actions=self._ways(twin))

    def _ways(self, twin: Twin) -> tuple[NoticeAction, ...]:
        """Refund ours if it is the second one."""
        row = twin.entry.answer or {}
        if not twin.second or twin.entry.intent.kind != PAYMENT_KIND or not row.get("PayNum"):
            return ()
        pat_num, pay_num = int(row["PatNum"]), int(row["PayNum"])
        return (NoticeAction(tr("Refund"), lambda: self._desk.money.refund(pat_num, pay_num)),)

"""What all new rows of an account have in common: a mark, the rights they need, and equal ones of another desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.text import Text
from app.domain.money.cents import cents
from app.domain.money.doubts import Doubt
from app.domain.people.rights import Demand, Right
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.again import AGAIN, ANSWERED, EQUALS, TOLD
from app.services.writes.change import Change
from app.services.writes.create import Create
from app.services.writes.reading import whole_row
from app.services.writes.words import IN_ACCOUNT, NOT_SHOWN
from app.store.topics import Part
from app.wire.endpoint import Sender

AMOUNT = "amount"
"""In an intent's context: how much it is about, in US dollars, where its arguments have no amount."""
SINCE = "since"
"""In an intent's context: the first day whose entries can include the new row, as ISO text."""


class NewPosting(Create):
    """A new row of an account. Only its mark proves it, so that before sending, one read of few rows is enough.

    `reads` reads the rows among which it would be; `like` says in what way a row is the same posting by another
    desk (empty: it isn't), which stops it unless the user has seen that row.
    """

    by_hand = IN_ACCOUNT

    def __init__(
        self,
        kind: str,
        sends: Callable[..., Any],
        *,
        key: str,
        mark: str,
        not_done: Text,
        reads: Callable[[Sender, Intent], Awaitable[list[Wire]]],
        like: Callable[[Wire, Intent], Text],
    ) -> None:
        super().__init__(kind, sends, key=key, part=Part.ACCOUNT, mark=mark, not_done=not_done)
        self.reads = reads
        self.like = like

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Already done if a row has the mark; refused if someone else has just posted the same."""
        rows = await (self.rows if intent.context.get(AGAIN) else self.reads)(office, intent)
        if ours := [row for row in rows if self.is_ours(row, intent)]:
            return Checked(Check.ALREADY, ours[0])
        seen = intent.context.get(EQUALS, ())
        alike = [row for row in reversed(rows) if row[self.key] not in seen and self.like(row, intent)]
        if len(alike) > (1 if intent.context.get(TOLD) else 0):
            return Checked(Check.CONFLICT, alike[0], self.like(alike[0], intent))
        asked = bool(seen) or Doubt.EQUAL.value in intent.context.get(ANSWERED, ())
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]}, anyway=asked)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row of the answer; without one it is looked up by its mark."""
        row = whole_row(answer, self.endpoint.record, self.key)
        if row is None:
            row = next((each for each in await self.rows(office, intent) if self.is_ours(each, intent)), None)
        if row is None or not self.is_ours(row, intent):
            return ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)
        return ReadBack(Proof.DONE, row)

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The same rows. An empty list is trusted only the second time: it may have been emptied on its way."""
        return await self.reads(office, intent) or await self.reads(office, intent)

    def undo(self, entry: Entry) -> Intent | None:
        """None: the API deletes no row of an account."""
        return None


class RestrictedChange(Change):
    """A change of a row of an account, which needs a right. It has no undo unless its class gives it one.

    The right is for the amount that the intent is about: that of the write which it is a step of.
    """

    by_hand = IN_ACCOUNT

    def __init__(
        self, kind: str, sends: Callable[..., Any], *, right: Right, key: str, not_done: Text
    ) -> None:
        super().__init__(kind, sends, key=key, part=Part.ACCOUNT, not_done=not_done)

        def demands(intent: Intent, today: date) -> Sequence[Demand]:
            amount = intent.context.get(AMOUNT)
            return demands_of(intent, right, None if amount is None else cents(amount), "", today)

        self.demands = demands

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


def amount_of(row: Wire, name: str) -> Decimal:
    """An amount of a row or an intent, whatever its spelling ("339", "339.00")."""
    return cents(row.get(name) or "0")


def demands_of(
    intent: Intent, right: Right, amount: Decimal | None, day: str, today: date, *, adj_type: int = 0
) -> Sequence[Demand]:
    """The rights that a write to an account needs. `amount` None: it has none; `day`: its date, empty without one."""
    back = max((today - date.fromisoformat(day)).days, 0) if day else 0
    wanted = [right, *([Right.BACK_DATE] if back else []), *_overrides(intent.context.get(ANSWERED, ()))]
    return [Demand(each, amount, adj_type, back) for each in wanted]


def _overrides(answered: Iterable[str]) -> list[Right]:
    return [Right.OVERRIDE] if list(answered) else []

"""Closing a day, and opening it again: only by those with the right, and noted in the audit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.clock import Clock
from app.core.text import ExplainedError, msg
from app.domain.money.pay_methods import Method
from app.domain.people.rights import Demand, Right
from app.services.money.closing.closed_days import ClosedDay, ClosedDays, Count
from app.services.people.authority import Approval, Authority


class CannotClose(ExplainedError):
    """Why a day can't be closed now."""


class ToClose(Struct, frozen=True):
    """A day as it is to be closed."""

    day: date
    clinic: int
    count: Count
    taken: Decimal
    left: int
    uncounted: tuple[Method, ...] = ()
    note: str = ""


Noted = Callable[[str, str], None]
"""Called with what happened ("closed", "reopened") and the day."""


class DayClosing:
    """Both methods raise NotAllowed without the right, and StoreFailed."""

    def __init__(
        self,
        days: ClosedDays,
        authority: Authority,
        who: str,
        clock: Clock,
        noted: Noted,
    ) -> None:
        """`who` is signed in; `noted` writes the audit."""
        self.days = days
        self._authority = authority
        self._who = who
        self._clock = clock
        self._noted = noted

    async def close(self, wanted: ToClose, approval: Approval | None = None) -> ClosedDay:
        """Close a day. Raises CannotClose for a day that hasn't come yet, or that is closed already."""
        today = self._clock.now().date()
        if wanted.day > today:
            raise CannotClose(msg("A day that hasn't come yet can't be closed."))
        if self.days.is_closed(wanted.day, wanted.clinic):
            raise CannotClose(msg("This day is closed already. Reopen it first."))
        self._authority.check([self._demand(wanted.day)], approval)
        at = self._clock.now().replace(microsecond=0)
        closed = ClosedDay(
            wanted.day,
            wanted.clinic,
            self._who,
            at,
            wanted.count,
            wanted.taken,
            wanted.left,
            wanted.uncounted,
            wanted.note.strip(),
        )
        await self.days.close(closed)
        self._noted("closed", wanted.day.isoformat())
        return closed

    async def reopen(self, day: date, clinic: int, approval: Approval | None = None) -> None:
        """Open a closed day again."""
        self._authority.check([self._demand(day)], approval)
        await self.days.reopen(day, clinic, self._who)
        self._noted("reopened", day.isoformat())

    def _demand(self, day: date) -> Demand:
        return Demand(Right.CLOSE_DAY, days_back=max((self._clock.now().date() - day).days, 0))

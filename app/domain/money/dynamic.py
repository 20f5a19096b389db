"""Dynamic payment plans: the charges that become due, and the prepayments that pay them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from app.domain.money.allocation import Debt, Thing
from app.domain.money.cents import ZERO, total
from app.domain.money.installments import Installment, Terms, installments


class Production(Struct, frozen=True):
    """One item that a dynamic plan covers."""

    link_num: int
    thing: Thing
    amount: Decimal
    complete: bool
    """Whether it is on the patient's account."""
    patient: int
    provider: int
    clinic: int


class DynamicPlan(Struct, frozen=True):
    """The terms by which a plan charges."""

    num: int
    patient: int
    guarantor: int
    """Who pays it: the charges are on this patient's account."""
    day: datetime.date
    """The date of its down payment."""
    terms: Terms
    down_payment: Decimal = ZERO
    at_once: bool = False
    """Whether what is only planned is charged like what is complete."""


class Charged(Struct, frozen=True):
    """A charge that a plan has made."""

    thing: Thing
    principal: Decimal
    day: datetime.date
    down: bool = False


class NewCharge(Struct, frozen=True):
    """A charge that a plan makes now."""

    production: Production
    day: datetime.date
    principal: Decimal
    interest: Decimal
    down: bool = False


class Charging:
    """The charges of one dynamic plan, in the order in which they are made. `production` is in the order of payment."""

    def __init__(
        self, plan: DynamicPlan, production: Iterable[Production], charged: Iterable[Charged]
    ) -> None:
        self._plan = plan
        self.production = list(production)
        self._charged: dict[Thing, Decimal] = defaultdict(lambda: ZERO)
        self._days: list[datetime.date] = []
        self._has_down_payment = False
        self.made: list[NewCharge] = []
        """The charges made so far."""
        for each in charged:
            self._charged[each.thing] += each.principal
            if each.down:
                self._has_down_payment = True
            else:
                self._days.append(each.day)

    def charged(self, each: Production) -> Decimal:
        """The principal already charged for an item."""
        return self._charged[each.thing]

    def issue(self, today: datetime.date) -> None:
        """Make the down payment and whatever became due since the last charge."""
        plan = self._plan
        if plan.down_payment and not self._has_down_payment:
            self._make(plan.day, plan.down_payment, ZERO, self.production, down=True)
            self._has_down_payment = True
        ready = [each for each in self.production if each.complete or plan.at_once]
        for each in self._due(self._left(ready), today):
            self._make(each.day, each.principal, each.interest, ready)

    def close(self, today: datetime.date) -> None:
        """Make the rest of what was completed due today."""
        done = [each for each in self.production if each.complete]
        self._make(today, self._left(done), ZERO, done)

    def _due(self, principal: Decimal, today: datetime.date) -> list[Installment]:
        """The installments until today. A plan whose covered amount exceeds its terms is not charged further.

        A charge that a person has dated ahead holds none of them up.
        """
        last = max((each for each in self._days if each <= today), default=datetime.date.min)
        return self._schedule(principal, last, today)

    def _schedule(self, principal: Decimal, after: datetime.date, until: datetime.date) -> list[Installment]:
        found: list[Installment] = []
        try:
            for each in installments(principal, self._plan.terms, after):
                if each.day > until:
                    break
                found.append(each)
        except (ValueError, OverflowError):
            return found
        return found

    def _left(self, production: Iterable[Production]) -> Decimal:
        return total(max(each.amount - self.charged(each), ZERO) for each in production)

    def _make(
        self,
        day: datetime.date,
        principal: Decimal,
        interest: Decimal,
        production: Iterable[Production],
        *,
        down: bool = False,
    ) -> None:
        """One charge for each item that the principal pays, the interest with the first one."""
        for each in production:
            part = min(principal, max(each.amount - self.charged(each), ZERO))
            if part <= 0:
                continue
            principal -= part
            self._charged[each.thing] += part
            self.made.append(NewCharge(each, day, part, interest, down))
            interest = ZERO


def owed_on(debts: Iterable[Debt], plan: int) -> list[Debt]:
    """What is owed on a plan, of a family's debts."""
    return [each for each in debts if each.plan == plan]

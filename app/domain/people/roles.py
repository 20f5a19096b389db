"""Roles of the staff: which rights each has, and up to which limits."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.people.rights import Demand, Right


class Grant(Struct, frozen=True):
    """A right that a role has. Without limits it is a right to any amount, of any type, however old."""

    right: str
    """A Right, or one that only a newer version has, which covers nothing here."""
    most: Decimal | None = None
    """The largest amount in US dollars; None: any."""
    adj_types: tuple[int, ...] = ()
    """The DefNums of the adjustment types that it is limited to; empty: all."""
    days_back: int | None = None
    """How many days before today it may be dated; None: any number."""

    def covers(self, demand: Demand) -> bool:
        """Whether it allows this."""
        return (
            demand.right == self.right
            and (self.most is None or demand.amount is None or demand.amount <= self.most)
            and (not self.adj_types or not demand.adj_type or demand.adj_type in self.adj_types)
            and (self.days_back is None or demand.days_back <= self.days_back)
        )


class Role(Struct, frozen=True):
    """What a group of people may do. Two grants of one right add up: either may cover a demand."""

    id: str
    name: Words
    grants: tuple[Grant, ...] = ()

    def allows(self, demand: Demand) -> bool:
        """Whether a person with this role may do it alone."""
        return self.id == MANAGER or any(grant.covers(demand) for grant in self.grants)

    def grant(self, right: Right) -> Grant | None:
        """The first grant of a right; None: the role doesn't have it."""
        if self.id == MANAGER:  # a stored role lacks the rights that were added later
            return Grant(right)
        return next((each for each in self.grants if each.right == right), None)


MANAGER = "manager"
"""The id of the role that has every right, always: it can't be changed, and one person has it at least."""


def usual_roles() -> tuple[Role, ...]:
    """The roles of a new office, the one with the fewest rights first."""
    return (
        Role(
            "front desk",  # words: an id
            msg("Front desk"),
            (
                Grant(Right.PAYMENT),
                Grant(Right.ADJUSTMENT, most=Decimal(50)),
                Grant(Right.OVERRIDE, most=Decimal(200)),
                Grant(Right.CLOSE_DAY),
            ),
        ),
        Role(
            "lead",  # words: an id
            msg("Lead"),
            (
                Grant(Right.PAYMENT),
                Grant(Right.REFUND, most=Decimal(200)),
                Grant(Right.ADJUSTMENT, most=Decimal(250)),
                Grant(Right.WRITE_OFF, most=Decimal(50)),
                Grant(Right.PAY_PLAN),
                Grant(Right.BACK_DATE, days_back=7),
                Grant(Right.OVERRIDE),
                Grant(Right.SCHEDULE_RULES),
                Grant(Right.CLOSE_DAY),
                Grant(Right.DEPOSIT),
                Grant(Right.EXPORT),
            ),
        ),
        Role(MANAGER, msg("Manager"), tuple(Grant(right) for right in Right)),
    )

"""What dynamic payment plans cover, and what they take off an account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from app.domain.money.account import Account, Posting
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, total


class Link(Struct, frozen=True):
    """One procedure or adjustment that a dynamic plan covers."""

    num: int
    """Its PayPlanLinkNum."""
    plan: int
    thing: Thing
    override: Decimal = ZERO
    """How much of it, where that was decided; 0: the patient portion."""


def planned_amounts(links: Iterable[Link], account: Account) -> dict[int, Decimal]:
    """How much of each linked item a plan covers, by PayPlanLinkNum.

    The override, or the patient portion: the fee with adjustments, less insurance payments and estimates, and less
    what was paid before the plan. `account` has the items' patients.
    """
    heads, attached, expected = account.heads(), account.attached(), account.expected()
    found: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for link in links:
        if link.override or link.thing not in heads:
            found[link.num] = link.override
            continue
        others = (each.amount for each in attached[link.thing] if not each.plan)
        left = heads[link.thing].amount + total(others) - expected.get(link.thing, ZERO)
        found[link.num] = max(left, ZERO)
    return found


def plan_credits(links: Iterable[Link], account: Account) -> Iterator[Posting]:
    """What dynamic payment plans take off the account; the plan's charges replace it."""
    known = tuple(links)
    heads, amounts = account.heads(), planned_amounts(known, account)
    for link in known:
        if link.thing in heads and (amount := amounts[link.num]):
            head = heads[link.thing]
            yield Posting(
                Kind.PLAN_CREDIT, link.num, head.patient, head.day, -amount, link.thing, head.provider, head.clinic,
                link.plan, linked=True,
            )  # fmt: skip

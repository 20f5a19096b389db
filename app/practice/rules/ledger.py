"""Family accounts read from the database: every row that changes a balance, as a posting."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

import sqlalchemy as sa

from app.domain.money.account import Account, Posting
from app.domain.money.aging import Aged
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO, cents, total
from app.practice.rules.postings import LINKED, Postings
from app.practice.schema.people import patient
from app.practice.server.refusals import NotFound
from app.practice.server.work import Row, Work


def family_of(work: Work, pat_num: int) -> list[int]:
    """The PatNums of a patient's family, guarantor first. NotFound for an unknown patient."""
    wanted = sa.select(patient.c.Guarantor).where(patient.c.PatNum == pat_num)
    guarantor = work.connection.execute(wanted).scalar()
    if guarantor is None:
        raise NotFound("Patient not found.")
    members = sa.select(patient.c.PatNum).where(patient.c.Guarantor == guarantor).order_by(patient.c.PatNum)
    found = set(work.connection.execute(members).scalars()) | {pat_num}
    return sorted(found, key=lambda each: (each != guarantor, each))


def read_account(work: Work, pat_nums: Iterable[int]) -> Account:
    """These patients' accounts as of today; rows dated later are left out."""
    return _account(Postings(work, tuple(pat_nums), work.today), work.today)


def read_accounts(work: Work, as_of: datetime.date) -> dict[int, Account]:
    """Every family's account as of a day, by guarantor. Reads the whole office's rows at once."""
    rows = work.connection.execute(sa.select(patient.c.PatNum, patient.c.Guarantor))
    guarantors = {row.PatNum: row.Guarantor for row in rows}
    return _account(Postings(work, None, as_of), as_of).by_family(guarantors)


def _account(read: Postings, day: datetime.date) -> Account:
    account = Account(day, tuple(read.all()), tuple(read.estimates()))
    return Account(day, (*account.postings, *_plan_credits(read.links(), account)), account.estimates)


def _plan_credits(links: list[Row], account: Account) -> Iterator[Posting]:
    """What dynamic payment plans take off the account; the plan's charges replace it."""
    owners = frozenset(link.PatNum for link in links)
    planned = account.of_all(owners)  # few patients of an office have a plan
    heads, amounts = planned.heads(), planned_amounts(links, planned)
    for link in links:
        thing = LINKED[link.LinkType], link.FKey
        if thing in heads and (amount := amounts[link.PayPlanLinkNum]):
            head = heads[thing]
            yield Posting(
                Kind.PLAN_CREDIT, link.PayPlanLinkNum, head.patient, head.day, -amount, thing, head.provider,
                head.clinic, link.PayPlanNum, linked=True,
            )  # fmt: skip


def planned_amounts(links: Iterable[Row], account: Account) -> dict[int, Decimal]:
    """How much of each linked item a plan covers, by PayPlanLinkNum.

    AmountOverride, or the patient portion: the fee with adjustments, less insurance payments and estimates,
    and less what was paid before the plan.
    """
    heads, attached, expected = account.heads(), account.attached(), account.expected()
    found: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for link in links:
        thing = LINKED[link.LinkType], link.FKey
        override = cents(link.AmountOverride)
        if override or thing not in heads:
            found[link.PayPlanLinkNum] = override
            continue
        others = (each.amount for each in attached[thing] if not each.plan)
        left = heads[thing].amount + total(others) - expected.get(thing, ZERO)
        found[link.PayPlanLinkNum] = max(left, ZERO)
    return found


def by_age(aged: Aged) -> dict[str, Decimal]:
    """The columns of an aging grid, with the names that every answer uses."""
    return {
        "Bal_0_30": aged.from_0_to_30,
        "Bal_31_60": aged.from_31_to_60,
        "Bal_61_90": aged.from_61_to_90,
        "BalOver90": aged.over_90,
    }

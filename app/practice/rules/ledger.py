"""Family accounts read from the database: every row that changes a balance, as a posting."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

import sqlalchemy as sa

from app.domain.money.account import Account
from app.domain.money.aging import Aged
from app.domain.money.cents import cents
from app.domain.money.covered import Link, plan_credits
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


def families_of(work: Work, pat_nums: Iterable[int]) -> frozenset[int]:
    """These patients with everybody of their families."""
    own = frozenset(pat_nums)
    guarantors = sa.select(patient.c.Guarantor).where(patient.c.PatNum.in_(own))
    members = sa.select(patient.c.PatNum).where(patient.c.Guarantor.in_(guarantors))
    return own | frozenset(work.connection.execute(members).scalars())


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
    rows = read.links()
    planned = account.of_all(frozenset(row.PatNum for row in rows))  # few patients of an office have a plan
    credits_ = plan_credits(map(link_of, rows), planned)
    return Account(day, (*account.postings, *credits_), account.estimates)


def link_of(row: Row) -> Link:
    """A row of payplanlink."""
    thing = LINKED[row.LinkType], row.FKey
    return Link(row.PayPlanLinkNum, row.PayPlanNum, thing, cents(row.AmountOverride))


def by_age(aged: Aged) -> dict[str, Decimal]:
    """The columns of an aging grid, with the names that every answer uses."""
    return {
        "Bal_0_30": aged.from_0_to_30,
        "Bal_31_60": aged.from_31_to_60,
        "Bal_61_90": aged.from_61_to_90,
        "BalOver90": aged.over_90,
    }

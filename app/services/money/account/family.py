"""A family's account from its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from app.domain.money.account import Account
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents, total
from app.domain.schedule.visit import Person
from app.services.money.account.lines import lines_of
from app.services.money.account.postings import LINKED, compose
from app.services.money.account.records import (
    FamilyAccount,
    Figures,
    LastPayment,
    Member,
    Source,
    figures_of,
)
from app.services.money.account.rows import FamilyRows, SplitRow
from app.wire.resources.patients import Patient, PatientStatus


def family_account(
    pat_num: int,
    rows: FamilyRows,
    today: date,
    *,
    source: Source = Source.QUERY,
    stated: Figures | None = None,
    complete: bool = True,
) -> FamilyAccount:
    """The account of a patient's family; `rows` has the patient's own row. Incomplete: the newest entries only."""
    own = next(row for row in rows.members if row.PatNum == pat_num)
    guarantor = own.Guarantor or pat_num
    people = _family(rows.members, guarantor, pat_num)
    account = compose(rows, [row.PatNum for row in people], today)
    everybody = [row.PatNum for row in rows.members]
    wide = compose(rows, everybody, today) if len(people) < len(everybody) else None
    stored = total(cents(row.EstBalance) for row in people)
    opening = ZERO if complete else stored - account.balance
    members = [_member(row, account, complete=complete) for row in people]
    head = people[0]
    return FamilyAccount(
        pat_num,
        guarantor,
        tuple(each for each in members if each.portion or each.status != PatientStatus.DELETED),
        account,
        lines_of(account, rows, opening),
        urgent=head.FamFinUrgNote.strip() if head.PatNum == guarantor else "",
        complete=complete,
        figures=figures_of(account, pat_num),
        stated=stated,
        unread=rows.unread,
        payments=tuple(_payments(rows, {row.PatNum for row in people})),
        source=source,
        rows=rows,
        wide=wide,
        opening=opening,
    )


def _family(rows: Iterable[Patient], guarantor: int, pat_num: int) -> list[Patient]:
    """The family's rows, the guarantor first."""
    own = (row for row in rows if (row.Guarantor or row.PatNum) == guarantor or row.PatNum == pat_num)
    return sorted(own, key=lambda row: (row.PatNum != guarantor, row.PatNum))


def shared_with(pat_num: int, rows: FamilyRows) -> tuple[set[int], set[Thing]]:
    """Whom this family's open dynamic plans concern outside it: patients, and things whose patient isn't known."""
    own = next((row for row in rows.members if row.PatNum == pat_num), None)
    if own is None:
        return set(), set()
    people = {row.PatNum for row in rows.members}
    plans = {row.PayPlanNum: row for row in rows.plans if row.IsDynamic and not row.IsClosed}
    owners: dict[Thing, int] = {(Kind.PROCEDURE, row.ProcNum): row.PatNum for row in rows.procedures}
    owners |= {(Kind.ADJUSTMENT, row.AdjNum): row.PatNum for row in rows.adjustments}
    covered = {
        (LINKED[row.LinkType], row.FKey)
        for row in rows.links
        if row.PayPlanNum in plans and row.LinkType in LINKED
    }
    found = {each for row in plans.values() for each in (row.Guarantor, row.PatNum)}
    found |= {owners[each] for each in covered if each in owners}
    return found - people - {0}, covered - owners.keys()


def _member(row: Patient, account: Account, *, complete: bool) -> Member:
    own = account.of(row.PatNum)
    return Member(
        Person(row.PatNum, row.LName, row.FName, row.Preferred, row.Birthdate),
        str(row.PatStatus),
        own.balance if complete else cents(row.EstBalance),
        own.pending,
        own.unearned,
        row.PriProv,
        row.ClinicNum,
    )


def _payments(rows: FamilyRows, people: set[int]) -> Iterator[LastPayment]:
    """The payments of which something is on the account, the newest first."""
    found: dict[int, list[SplitRow]] = {}
    for row in rows.splits:
        if row.PatNum in people:
            found.setdefault(row.PayNum, []).append(row)
    for pay_num, splits in sorted(found.items(), key=_newest, reverse=True):
        first = splits[0]
        here: Decimal = total(cents(each.SplitAmt) for each in splits)
        yield LastPayment(
            pay_num, _day(first), cents(first.PayAmt), here, first.payType, first.CheckNum, first.payer
        )


def _newest(payment: tuple[int, list[SplitRow]]) -> tuple[date, int]:
    return _day(payment[1][0]), payment[0]


def _day(row: SplitRow) -> date:
    return row.PayDate or row.DatePay or date.min

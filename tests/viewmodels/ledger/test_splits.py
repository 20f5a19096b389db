"""Where the splits of the selected payment can be moved, and what can't be moved."""

from __future__ import annotations

from app.domain.money.allocation import Kind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.entries import ledger_rows
from app.viewmodels.staff.ledger.rows import LedgerRow
from app.viewmodels.staff.ledger.splits import NO_TARGET, LedgerSplits
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

PAYER = "SELECT PatNum FROM paysplit WHERE UnearnedType = 0 AND ProvNum > 0 ORDER BY SplitNum DESC LIMIT 1"
PREPAYER = "SELECT PatNum FROM paysplit WHERE UnearnedType > 0 AND ProvNum = 0 ORDER BY SplitNum DESC LIMIT 1"


async def opened(desk: DeskViewModel, pat_num: int) -> tuple[LedgerSplits, list[LedgerRow]]:
    """What moves splits, and the rows of a patient's ledger."""
    account = LedgerAccount(desk)
    account.show(pat_num)
    await until(lambda: account.value is not None and account.value.complete)
    assert account.value is not None
    return LedgerSplits(desk, account, account), ledger_rows(account.value, pat_num)


async def test_a_payment_has_a_choice_for_each_split(model: ScheduleScreenViewModel, served: Served) -> None:
    """Every split that the row shows, the largest first, each with one provider that it has now."""
    splits, rows = await opened(model.desk, served.sql(PAYER)[0][0])
    row = next(each for each in reversed(rows) if each.pay_num)
    assert splits.verdict(row).ok
    choices = splits.choices(row)
    assert {each.number for each in choices} == {number for kind, number in row.things if kind is Kind.SPLIT}
    for choice in choices:
        ((now,),) = served.sql("SELECT ProvNum FROM paysplit WHERE SplitNum = ?", choice.number)
        assert [each.number for each in choice.providers if each.is_current] == ([now] if now else [])
    charge = next(each for each in rows if each.charge)
    assert (splits.verdict(charge).ok, splits.verdict(None).ok) == (False, False)


async def test_a_prepayment_without_a_provider_is_offered_none(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The office decides whether prepayments have providers: offering one would end in a refusal."""
    splits, rows = await opened(model.desk, served.sql(PREPAYER)[0][0])
    choices = [choice for row in rows if row.pay_num for choice in splits.choices(row)]
    unearned = {
        number
        for (number,) in served.sql("SELECT SplitNum FROM paysplit WHERE UnearnedType > 0 AND ProvNum = 0")
    }
    found = [choice for choice in choices if choice.number in unearned]
    assert found
    assert not any(choice.providers for choice in found)


async def test_an_older_office_moves_none(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Before 25.2.9 the button says which version it needs."""
    served = open_practice(version="25.2.8")
    model = await open_desk_on(served)
    splits, rows = await opened(model.desk, served.sql(PAYER)[0][0])
    verdict = splits.verdict(next(each for each in reversed(rows) if each.pay_num))
    assert (verdict.ok, "25.2.9" in str(verdict.reason)) == (False, True)


async def test_without_clinics_such_a_prepayment_is_not_moved(
    open_desk_on: OpenDesk, open_practice: Practices
) -> None:
    """The button says that there is nothing to change: an empty list would open."""
    served = open_practice()
    pat_num = served.sql(PAYER)[0][0]
    served.sql("UPDATE clinic SET IsHidden = 1")
    served.sql(
        "UPDATE paysplit SET ProvNum = 0, ClinicNum = 0, ProcNum = 0, UnearnedType = 1 WHERE PatNum = ?",
        pat_num,
    )
    model = await open_desk_on(served)
    splits, rows = await opened(model.desk, pat_num)
    row = next(each for each in rows if [kind for kind, _ in each.things] == [Kind.SPLIT] and each.pay_num)
    assert splits.choices(row) == ()
    assert splits.verdict(row) == NO_TARGET

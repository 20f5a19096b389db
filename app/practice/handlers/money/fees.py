"""Fees."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_zero
from app.practice.schema.catalog import feeschedgroup
from app.practice.schema.procedures import fee, feesched
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, MoneyText, for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.fees import Fee, Fees

_F, _G = fee.c, feeschedgroup.c
NO_FEE = -1
"""The amount that makes a clinic's or provider's fee blank instead of the general one."""


def _rows(name: str, amount: Expression | None = None) -> Listing:
    return Listing(
        name=name,
        columns=lambda: columns_of(Fee, fee, None if amount is None else {"Amount": amount}),
        source=fee,
        filters={
            "FeeNum": Filter(_F.FeeNum),
            "FeeSched": Filter(_F.FeeSched),
            "CodeNum": Filter(_F.CodeNum),
            "ClinicNum": Filter(_F.ClinicNum),
            "ProvNum": Filter(_F.ProvNum),
        },
        order=(_F.FeeNum,),
    )


ROWS = _rows("Fee")
WRITTEN = _rows("WrittenFee", MoneyText(_F.Amount))
"""The answers of POST and PUT: the amount is text there."""


@serves(Fees.get)
def get(work: Work, given: Given) -> Outcome:
    """One fee."""
    return work.one(ROWS, "Fee", given)


@serves(Fees.list)
def list_(work: Work, given: Given) -> Outcome:
    """The fees that meet every filter."""
    return work.page(ROWS, given)


@serves(Fees.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a fee for a code; one per schedule, clinic and provider."""
    refuse_zero(given, "FeeSched", "CodeNum")
    values = {"ClinicNum": 0, "ProvNum": 0, **for_columns(fee, given, given)}
    schedule = work.find(feesched, values["FeeSched"], "FeeSched")
    for name in ("ClinicNum", "ProvNum"):
        if values[name] and schedule.IsGlobal:
            raise BadRequest(f"{name} is invalid: the fee schedule is global.")
    _refuse_grouped(work, values["FeeSched"], values["ClinicNum"])
    _check_amount(given, is_local=bool(values["ClinicNum"] or values["ProvNum"]))
    same = [_F[name] == values[name] for name in ("FeeSched", "CodeNum", "ClinicNum", "ProvNum")]
    if work.connection.execute(sa.select(_F.FeeNum).where(*same).limit(1)).first() is not None:
        raise BadRequest("The fee already exists: same FeeSched, CodeNum, ClinicNum and ProvNum.")
    key = work.insert(fee, {**values, "SecDateEntry": work.today, "SecDateTEdit": work.now})
    _tell(work, "Fee created.", key)
    return work.one(WRITTEN, "Fee", {"FeeNum": key})


@serves(Fees.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the amount: nothing else of a fee can change."""
    row = _changeable(work, given["FeeNum"])
    _check_amount(given, is_local=bool(row.ClinicNum or row.ProvNum))
    values = for_columns(fee, given, ("Amount",))
    work.update(fee, row.FeeNum, {**values, "SecDateTEdit": work.now})
    _tell(work, "Fee changed.", row.FeeNum)
    return work.one(WRITTEN, "Fee", {"FeeNum": row.FeeNum})


@serves(Fees.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a fee: the general fee applies, or none."""
    row = _changeable(work, given["FeeNum"])
    work.connection.execute(sa.delete(fee).where(_F.FeeNum == row.FeeNum))
    _tell(work, "Fee deleted.", row.FeeNum)
    return None


def _changeable(work: Work, fee_num: int) -> Row:
    row = work.find(fee, fee_num, "Fee")
    _refuse_grouped(work, row.FeeSched, row.ClinicNum)
    return row


def _refuse_grouped(work: Work, fee_sched: int, clinic_num: int) -> None:
    """BadRequest for a fee that belongs to a clinic group."""
    wanted = sa.select(_G.ClinicNums).where(_G.FeeSchedNum == fee_sched)
    for numbers in work.connection.execute(wanted).scalars():
        if str(clinic_num) in numbers.split(","):
            raise BadRequest("The fee belongs to a FeeSchedGroup and cannot be created, changed or deleted.")


def _check_amount(given: Given, *, is_local: bool) -> None:
    amount = given["Amount"]
    if amount < 0 and not (is_local and amount == NO_FEE):
        raise BadRequest("Amount is invalid: it may not be negative.")


def _tell(work: Work, words: str, fee_num: int) -> None:
    log(work, "LogFeeEdit", words, key=fee_num)
    signal(work, "Fees")

"""Balances in the patients' rows, and statements."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from decimal import Decimal

from app.domain.money.aging import Aged, age
from app.practice.schema.records import statement
from app.practice.seed.money.accounts import Accounts
from app.practice.seed.rows import Rows, at, iso

_MAIL, _IN_PERSON, _EMAIL, _ELECTRONIC = range(4)
_DAYS_SHOWN = 45
_COLUMNS = (
    "Bal_0_30",
    "Bal_31_60",
    "Bal_61_90",
    "BalOver90",
    "BalTotal",
    "InsEst",
    "EstBalance",
    "PayPlanDue",
)
_NOTHING = (0.0,) * len(_COLUMNS)

Families = Mapping[int, list[int]]
"""Each guarantor's family."""


def balance_columns(
    families: Families, accounts: Accounts, pending: Mapping[int, int], plans_due: Mapping[int, int]
) -> tuple[tuple[str, ...], dict[int, tuple[float, ...]]]:
    """The balance columns and each patient's values; the family's are on its guarantor."""
    found: dict[int, tuple[float, ...]] = {}
    for guarantor, family in families.items():
        for each in family:
            own = sum(cents for _, cents in accounts.entries.get(each, ()))
            found[each] = (*_NOTHING[:6], own / 100, 0.0) if own else _NOTHING
        entries = [entry for each in family for entry in accounts.entries.get(each, ())]
        if not entries:
            continue
        aged = _aged(entries, accounts.today)
        amounts = (
            aged.from_0_to_30, aged.from_31_to_60, aged.from_61_to_90, aged.over_90, aged.total,
            _dollars(sum(pending.get(each, 0) for each in family)),
        )  # fmt: skip
        own = sum(cents for _, cents in accounts.entries.get(guarantor, ()))
        found[guarantor] = (*map(float, amounts), own / 100, plans_due.get(guarantor, 0) / 100)
    return _COLUMNS, found


def _aged(entries: list[tuple[int, int]], today: int) -> Aged:
    dated = ((datetime.date.fromordinal(day), _dollars(cents)) for day, cents in entries)
    return age(dated, datetime.date.fromordinal(today))


def _dollars(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


class StatementRows:
    """Creates statements for families that owe, with the amount owed that day."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._rows = Rows(
            statement, "PatNum", "DateSent", "DateRangeFrom", "DateRangeTo", "Note", "Mode_", "IsSent",
            "DateTStamp", "IsReceipt", "IsBalValid", "InsEst", "BalTotal", "StatementType", "SinglePatient",
        )  # fmt: skip

    def of(self, families: Families, accounts: Accounts, pending: Mapping[int, int]) -> Rows:
        """One to three bills for a family that owes, now and then one for a family that has paid since."""
        dice, today = self._dice, accounts.today
        for guarantor, family in families.items():
            entries = [entry for each in family for entry in accounts.entries.get(each, ())]
            owes = sum(cents for _, cents in entries) > 0
            if not entries or not (owes or dice.random() < 0.06):
                continue
            for back in dice.sample((3, 12, 33, 64, 95), dice.choice((1, 2, 3))):
                day = today - back - dice.randrange(3)
                balance = sum(cents for when, cents in entries if when <= day)
                if balance > 0:
                    expected = sum(pending.get(each, 0) for each in family)
                    self._add(guarantor, day, balance, expected)
        return self._rows

    def _add(self, guarantor: int, day: int, balance: int, expected: int) -> None:
        mode = self._dice.choices((_MAIL, _IN_PERSON, _EMAIL, _ELECTRONIC), (40, 10, 35, 15))[0]
        note = self._dice.choice(("", "", "", "Thank you for paying within 30 days."))
        text = iso(day)
        self._rows.add(
            guarantor, text, iso(day - _DAYS_SHOWN), text, note, mode, 1, at(text, 204), int(mode == _IN_PERSON), 1,
            expected / 100, balance / 100, "NotSet", int(mode == _IN_PERSON),
        )  # fmt: skip

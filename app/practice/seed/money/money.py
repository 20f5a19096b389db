"""Two years of payments: who paid when, who owes, and who prepaid."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from app.practice.seed import lists
from app.practice.seed.money.accounts import Accounts, Split, Treated, insured_by, visits_of
from app.practice.seed.money.installment_plans import Plans
from app.practice.seed.money.statements import StatementRows, balance_columns
from app.practice.seed.people.people import CHILD, DELETED, Person
from app.practice.seed.rows import Rows

_PROMPT, _LATER, _SLOW, _OWING = range(4)
"""How a family pays: at the appointment, on the first bill, after reminders, or with an unpaid rest."""
_WEIGHTS = (74, 14, 7, 5)
_GAPS = (20, 50, 80, 140, 300)
"""The number of days since an owing family last paid."""
_DISCOUNT_PERCENT = 5
_LATE_FEE = 1500
_LATE_AFTER = 75


@dataclass(slots=True)
class _Habit:
    """One family's payment behavior."""

    kind: int
    gap: int


class Money:
    """Creates the rows of payments, adjustments, plans and statements, and the resulting balances."""

    def __init__(self, people: list[Person], today: int, dice: random.Random) -> None:
        self._people = people
        self._today = today
        self._dice = dice
        self._accounts = Accounts(today)
        self._plans = Plans(self._accounts, dice)
        self._statements = StatementRows(dice)
        self._discount = lists.number(lists.ADJUSTMENTS, "Courtesy discount")
        self._late_fee = lists.number(lists.ADJUSTMENTS, "Late fee")
        self._prepaid = lists.number(lists.UNEARNED, "Prepayment")
        self._check, self._cash, self._card = (
            lists.number(lists.PAY_TYPES, name) for name in ("Check", "Cash", "Credit card")
        )
        self._habits: dict[int, _Habit] = {}

    def fill(self, procedures: Rows, insurance: Iterable[Rows], patients: Rows) -> list[Rows]:
        """Pay the patient portions of treatment, and write the balances to the patients' rows."""
        insured = insured_by(insurance)
        accounts = self._accounts
        for patient, day, cents in insured.paid:
            accounts.post(patient, day, -cents)
        for patient, treated in visits_of(procedures, insured):
            self._settle(self._people[patient - 1], treated)
        self._prepay()
        families = self._families()
        patients.widen(*balance_columns(families, accounts, insured.pending, self._plans.due))
        statements = self._statements.of(families, accounts, insured.pending)
        return [accounts.adjustments, accounts.payments, accounts.splits, *self._plans.rows, statements]

    def _families(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for person in self._people:
            found.setdefault(person.guarantor, []).append(person.num)
        return found

    def _habit(self, guarantor: int) -> _Habit:
        if guarantor not in self._habits:
            kind = self._dice.choices((_PROMPT, _LATER, _SLOW, _OWING), _WEIGHTS)[0]
            self._habits[guarantor] = _Habit(kind, self._dice.choice(_GAPS))
        return self._habits[guarantor]

    def _settle(self, person: Person, treated: list[Treated]) -> None:
        """One patient's procedures of one day, and what was paid for them so far."""
        day = treated[0].day
        for each in treated:
            self._accounts.post(person.num, each.day, each.fee)
        if self._plans.agree(person, treated):
            return
        if self._dice.random() < 0.03:
            self._give_discount(person, treated)
        paid_on = self._paid_on(person, day)
        if paid_on >= self._today:
            return
        late = paid_on - day > _LATE_AFTER
        if late:
            self._accounts.adjust(person, treated[0], day + _LATE_AFTER, _LATE_FEE, self._late_fee, "")
        self._pay(person, treated, paid_on, extra=_LATE_FEE if late else 0)

    def _give_discount(self, person: Person, treated: list[Treated]) -> None:
        dearest = max(treated, key=lambda each: each.due)
        cents = dearest.due * _DISCOUNT_PERCENT // 100
        if cents > 0 and dearest.day < self._today:
            dearest.due -= cents
            self._accounts.adjust(person, dearest, dearest.day, -cents, self._discount, "Thank you")

    def _paid_on(self, person: Person, day: int) -> int:
        """The day of payment; today or later means still owed."""
        dice, habit = self._dice, self._habit(person.guarantor)
        if habit.kind == _PROMPT:
            return day
        if habit.kind == _LATER:
            return day + dice.randrange(9, 40)
        if habit.kind == _SLOW:
            return day + dice.randrange(30, 140)
        return day + dice.randrange(5, 20) if day < self._today - habit.gap else self._today

    def _pay(self, person: Person, treated: list[Treated], day: int, *, extra: int) -> None:
        splits = [
            Split(person.num, each.due, each.provider, each.clinic, each.num)
            for each in treated
            if each.due > 0
        ]
        if extra:
            splits.append(Split(person.num, extra, treated[0].provider, treated[0].clinic))
        if splits:
            self._take(person, day, splits)

    def _take(self, person: Person, day: int, splits: list[Split]) -> None:
        payer = person.guarantor if person.position == CHILD else person.num
        chance = self._dice.random()
        if chance < 0.2:
            check = str(self._dice.randrange(1001, 9900))
            self._accounts.take(payer, day, self._check, splits, check=check, bank="19-7076")
        else:
            self._accounts.take(payer, day, self._cash if chance < 0.32 else self._card, splits)

    def _prepay(self) -> None:
        """Some prepaid for planned treatment."""
        seen = [each for each in self._people if each.last_seen and each.status != DELETED]
        for person in self._dice.sample(seen, min(len(seen), 40)):
            day = self._today - self._dice.randrange(1, 120)
            if day >= person.joined:
                cents = self._dice.choice((2500, 5000, 10000, 25050))
                split = Split(person.num, cents, 0, person.clinic, unearned=self._prepaid)
                self._take(person, day, [split])

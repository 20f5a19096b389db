"""Payment plans of the made-up practice: expensive treatment paid monthly."""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from decimal import Decimal

from app.domain.money.cents import ZERO
from app.domain.money.installments import Installment, Terms, cost_of, due_on, installments, payment_for
from app.practice.schema.attached import payplancharge, payplanlink
from app.practice.schema.enums.base import PAY_PLAN_LINK
from app.practice.schema.enums.money import PAY_PLAN_DEBIT, PAY_PLAN_FREQUENCY, TP_OPTION
from app.practice.schema.money import payplan
from app.practice.seed import lists
from app.practice.seed.money.accounts import Accounts, Split, Treated
from app.practice.seed.people.people import Person
from app.practice.seed.rows import Rows, at
from app.wire.resources.pay_plans import PayPlanFrequency

_DEAR = 80_000
"""The amount in cents from which patients ask for a plan."""
_MOST = 30
_MONTHLY = PayPlanFrequency.MONTHLY
_PROCEDURE = PAY_PLAN_LINK.number("Procedure")
_PRINCIPAL, _INTEREST = PAY_PLAN_DEBIT.number("Principal"), PAY_PLAN_DEBIT.number("Interest")


class Plans:
    """Creates dynamic plans, their links, due charges and payments."""

    def __init__(self, accounts: Accounts, dice: random.Random) -> None:
        self._accounts = accounts
        self._dice = dice
        self._today = accounts.today
        self._pay_type = lists.number(lists.PAY_TYPES, "Direct deposit")
        self._plans = Rows(
            payplan, "PatNum", "Guarantor", "PayPlanDate", "APR", "Note", "CompletedAmt", "PayAmt", "DownPayment",
            "IsDynamic", "ChargeFrequency", "DatePayPlanStart", "IsLocked", "DynamicPayPlanTPOption", "IsClosed",
        )  # fmt: skip
        self._links = Rows(payplanlink, "PayPlanNum", "LinkType", "FKey", "AmountOverride", "SecDateTEntry")
        self._charges = Rows(
            payplancharge, "PayPlanNum", "Guarantor", "PatNum", "ChargeDate", "Principal", "Interest", "Note",
            "ProvNum", "ClinicNum", "FKey", "LinkType", "IsDownPayment", "SecDateTEntry", "SecDateTEdit",
        )  # fmt: skip
        self._holders: set[int] = set()
        self.due: dict[int, int] = defaultdict(int)
        """Each guarantor's unpaid charges due from plans, in cents."""

    @property
    def rows(self) -> list[Rows]:
        """Everything collected."""
        return [self._plans, self._links, self._charges]

    def agree(self, person: Person, treated: list[Treated]) -> bool:
        """Put a day's treatment on a plan now and then; returns whether it did."""
        whole, day = sum(each.due for each in treated), treated[0].day
        wanted = whole >= _DEAR and 20 < self._today - day < 400 and min(each.due for each in treated) > 0
        full = len(self._holders) == _MOST or person.guarantor in self._holders
        if not wanted or full or self._dice.random() > 0.1:
            return False
        self._holders.add(person.guarantor)
        self._make(person, treated, _amount(whole), datetime.date.fromordinal(day))
        return True

    def _make(self, person: Person, treated: list[Treated], whole: Decimal, day: datetime.date) -> None:
        dice = self._dice
        down = (whole / 5).quantize(Decimal(1))
        apr, count = (
            dice.choice((Decimal(0), Decimal(0), Decimal(0), Decimal(8))),
            dice.choice((3, 6, 10, 12)),
        )
        payment = payment_for(whole - down, count, apr, _MONTHLY)
        terms = Terms(due_on(day, _MONTHLY, 1), _MONTHLY, payment, apr)
        due = [each for each in installments(whole - down, terms) if each.day.toordinal() < self._today]
        over = sum(each.principal for each in due) == whole - down
        words = f"{day.month:02}/{day.day:02}/{day.year}"
        cost = whole + cost_of(whole - down, terms)
        number = self._plans.add(
            person.num, person.guarantor, day.isoformat(), float(apr),
            f"{words} - Date of Agreement: {words}, Total Amount: {whole}, APR: {apr}, Total Cost of Loan: {cost}",
            float(whole), float(payment), float(down), 1, PAY_PLAN_FREQUENCY.number(_MONTHLY), terms.start.isoformat(),
            int(apr > 0), TP_OPTION.number("AwaitComplete"), int(over),
        )  # fmt: skip
        made = at(day.isoformat(), 190)
        for each in treated:
            self._links.add(number, _PROCEDURE, each.num, each.due / 100 if over else 0.0, made)
            self._accounts.post(person.num, each.day, -each.due)
        left = {each.num: _amount(each.due) for each in treated}
        missed = self._missed(due) if due and not over else None
        for one in (Installment(day, down, ZERO), *due):
            splits = self._charge(person, number, treated, left, one, down=one.day == day)
            if one is missed:
                self.due[person.guarantor] += sum(split.cents for split in splits)
            else:
                self._accounts.take(person.guarantor, one.day.toordinal(), self._pay_type, splits)

    def _missed(self, due: list[Installment]) -> Installment | None:
        """The unpaid installment: a random one now and then, and the first plan's last one, so that there is one."""
        if self._dice.random() < 0.25:
            return self._dice.choice(due)
        return None if self.due else due[-1]

    def _charge(
        self, person: Person, plan: int, treated: list[Treated], left: dict[int, Decimal], due: Installment,
        *, down: bool,
    ) -> list[Split]:  # fmt: skip
        """Write one installment as charges on its procedures; returns the splits that would pay it."""
        principal, interest = due.principal, due.interest
        splits: list[Split] = []
        for each in treated:
            part = min(principal, left[each.num])
            if part <= 0:
                continue
            principal -= part
            left[each.num] -= part
            when = at(due.day.isoformat(), 96)
            charge = self._charges.add(
                plan, person.guarantor, person.num, due.day.isoformat(), float(part), float(interest),
                "Down Payment" if down else "", each.provider, each.clinic, each.num, _PROCEDURE, int(down), when,
                when,
            )  # fmt: skip
            self._accounts.post(person.guarantor, due.day.toordinal(), _cents(part + interest))
            for amount, kind in ((interest, _INTEREST), (part, _PRINCIPAL)):
                if amount:
                    splits.append(
                        Split(
                            person.guarantor, _cents(amount), each.provider, each.clinic, each.num, plan, charge,
                            debit=kind,
                        )
                    )  # fmt: skip
            interest = ZERO
        return splits


def _amount(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _cents(amount: Decimal) -> int:
    return int(amount.scaleb(2))

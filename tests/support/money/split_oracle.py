"""How a payment must be split, computed from the database's rows without the program's rules, in whole cents.

The rows are those after the payment was posted; its own splits are left out, so that what is left is what it found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

PROCEDURE, ADJUSTMENT, CHARGE = "procedure", "adjustment", "plan charge"
Sql = Callable[..., list[Any]]
Thing = tuple[str, int]


class Owed(NamedTuple):
    """One open debt, in cents."""

    day: str
    thing: Thing
    part: str
    cents: int
    patient: int
    plan: int


class Taken(NamedTuple):
    """One split: what it pays and how much of it, in cents. Kind "" is nothing in particular."""

    patient: int
    thing: Thing
    part: str
    cents: int


def whole(value: Any) -> int:
    """An amount of the database in cents."""
    return int(Decimal(str(value or 0)).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)


class Oracle:
    """One family's open debts, oldest first, and the splits of one payment."""

    def __init__(self, sql: Sql, family: Iterable[int], payment: int, today: str) -> None:
        self._sql = sql
        self._who = ",".join(map(str, family))
        self._payment = payment
        self._today = today
        self._heads: dict[Thing, tuple[int, str, int, int, int]] = {}
        self._left: dict[tuple[Thing, str], int] = defaultdict(int)
        self._loose: dict[int, int] = defaultdict(int)
        self._read_heads()
        self._read_credits()

    def _rows(self, columns: str, table: str, where: str) -> list[Any]:
        return self._sql(f"SELECT {columns} FROM {table} WHERE {where.format(who=self._who)}")

    def _head(
        self, thing: Thing, patient: int, day: str, amount: int, interest: int = 0, plan: int = 0
    ) -> None:
        self._heads[thing] = patient, day, amount, interest, plan
        self._left[thing, "whole"] = amount

    def _read_heads(self) -> None:
        done = f"PatNum IN ({{who}}) AND ProcStatus = 2 AND ProcDate <= '{self._today}'"
        for number, patient, day, fee, units, base in self._rows(
            "ProcNum, PatNum, ProcDate, ProcFee, UnitQty, BaseUnits", "procedurelog", done
        ):
            self._head((PROCEDURE, number), patient, str(day), whole(fee) * max(1, units + base))
        due = f"Guarantor IN ({{who}}) AND ChargeType = 0 AND ChargeDate <= '{self._today}'"
        for number, payer, day, principal, interest, plan in self._rows(
            "PayPlanChargeNum, Guarantor, ChargeDate, Principal, Interest, PayPlanNum", "payplancharge", due
        ):
            cents = whole(principal) + whole(interest)
            self._head((CHARGE, number), payer, str(day), cents, whole(interest), plan)
        self._of_procedure = {}
        for number, patient, day, amount, procedure in self._rows(
            "AdjNum, PatNum, AdjDate, AdjAmt, ProcNum", "adjustment", "PatNum IN ({who})"
        ):
            self._of_procedure[number] = procedure
            if str(day) > self._today:
                continue
            if not procedure:
                self._head((ADJUSTMENT, number), patient, str(day), whole(amount))
            else:
                self._post(patient, (PROCEDURE, procedure), whole(amount))

    def _post(self, patient: int, on: Thing, cents: int, part: str = "whole") -> None:
        """Add an amount to what it is attached to, or to the patient's loose ones."""
        head = self._heads.get(on)
        if head is not None and head[0] == patient:
            self._left[on, part] += cents
        else:
            self._loose[patient] += cents

    def _read_credits(self) -> None:
        for patient, procedure, amount, off, done_on, paid_on in self._rows(
            "PatNum, ProcNum, InsPayAmt, WriteOff, ProcDate, DateCP", "claimproc",
            "PatNum IN ({who}) AND Status IN (1, 4, 5, 7)",
        ):  # fmt: skip
            if (str(done_on) if str(paid_on) == "0001-01-01" else str(paid_on)) <= self._today:
                self._post(patient, (PROCEDURE, procedure), -whole(amount) - whole(off))
        before_plans = dict(self._left)
        for patient, procedure, amount, day in self._rows(
            "PatNum, ProcNum, Principal, ChargeDate", "payplancharge", "PatNum IN ({who}) AND ChargeType = 1"
        ):
            if str(day) <= self._today:
                self._post(patient, (PROCEDURE, procedure), -whole(amount))
        for patient, plan, part, amount, on in self._splits():
            self._post(patient, on, -amount, part if on[0] == CHARGE else "whole")
            if not plan and on in self._heads and self._heads[on][0] == patient:
                before_plans[on, "whole"] = before_plans.get((on, "whole"), 0) - amount
        self._expected(before_plans)
        self._plans(before_plans)

    def _splits(self) -> Iterator[tuple[int, int, str, int, Thing]]:
        """The family's splits but those of the payment, and but prepayments."""
        parts = {0: "whole", 1: "principal", 2: "interest"}
        for patient, plan, part, amount, charge, procedure, adjustment in self._rows(
            "PatNum, PayPlanNum, PayPlanDebitType, SplitAmt, PayPlanChargeNum, ProcNum, AdjNum", "paysplit",
            f"PatNum IN ({{who}}) AND UnearnedType = 0 AND PayNum <> {self._payment} AND DatePay <= '{self._today}'",
        ):  # fmt: skip
            number = procedure or self._of_procedure.get(adjustment, 0)
            on = (CHARGE, charge) if charge else (PROCEDURE, number) if number else (ADJUSTMENT, adjustment)
            yield patient, plan, parts[part], whole(amount), on

    def _expected(self, before_plans: dict[tuple[Thing, str], int]) -> None:
        for patient, procedure, amount, off in self._rows(
            "PatNum, ProcNum, InsPayEst, WriteOff", "claimproc",
            f"PatNum IN ({{who}}) AND Status = 0 AND ProcDate <= '{self._today}'",
        ):  # fmt: skip
            on, cents = (PROCEDURE, procedure), -whole(amount) - whole(off)
            self._post(patient, on, cents)
            if on in self._heads and self._heads[on][0] == patient:
                before_plans[on, "whole"] += cents

    def _plans(self, before_plans: dict[tuple[Thing, str], int]) -> None:
        """What dynamic plans take off: a part of it where that was decided, else all that is left."""
        kinds = {1: ADJUSTMENT, 2: PROCEDURE}
        for kind, number, override in self._sql("SELECT LinkType, FKey, AmountOverride FROM payplanlink"):
            on = kinds.get(kind, ""), number
            if on in self._heads:
                cents = whole(override) or max(before_plans[on, "whole"], 0)
                self._left[on, "whole"] -= cents

    def owed(self) -> list[Owed]:
        """The open debts, oldest first, after credits that belong to nothing paid the oldest."""
        debts: list[Owed] = []
        credits_: dict[int, int] = defaultdict(int)
        for thing, (patient, day, _, interest, plan) in self._heads.items():
            for part, cents in self._parts(thing, interest):
                if cents > 0:
                    debts.append(Owed(day, thing, part, cents, patient, plan))
                else:
                    credits_[patient] -= cents
        for patient, cents in self._loose.items():
            if cents > 0:
                debts.append(Owed(self._today, ("", 0), "whole", cents, patient, 0))
            else:
                credits_[patient] -= cents
        debts.sort(key=lambda each: (each.day, each.thing, each.part))
        rest = 0
        for patient, cents in credits_.items():
            debts, left = _used(debts, cents, lambda each, who=patient: each.patient == who)
            rest += left
        return _used(debts, rest, lambda _: True)[0]

    def _parts(self, thing: Thing, interest: int) -> Iterator[tuple[str, int]]:
        if thing[0] != CHARGE:
            yield "whole", self._left[thing, "whole"]
            return
        amount = self._heads[thing][2]
        wholly = amount - self._left[thing, "whole"]
        of_interest = interest + self._left[thing, "interest"]
        of_principal = amount - interest + self._left[thing, "principal"]
        first = max(min(wholly, of_interest), 0)
        yield "interest", of_interest - first
        yield "principal", of_principal - (wholly - first)

    def split(self, cents: int, debts: Iterable[Owed], payer: int) -> list[Taken]:
        """An amount on these debts in their order; the rest belongs to nothing."""
        found = []
        for each in debts:
            taken = min(cents, each.cents)
            if taken > 0:
                found.append(Taken(each.patient, each.thing, each.part, taken))
            cents -= taken
        return [*found, Taken(payer, ("", 0), "whole", cents)] if cents else found

    def posted(self) -> list[Taken]:
        """The splits that were posted, in the order of their entry."""
        parts = {0: "whole", 1: "principal", 2: "interest"}
        found = []
        for patient, charge, procedure, adjustment, part, amount in self._sql(
            "SELECT PatNum, PayPlanChargeNum, ProcNum, AdjNum, PayPlanDebitType, SplitAmt FROM paysplit"
            f" WHERE PayNum = {self._payment} ORDER BY SplitNum"
        ):
            thing = (
                (CHARGE, charge) if charge else (PROCEDURE, procedure) if procedure
                else (ADJUSTMENT, adjustment) if adjustment else ("", 0)
            )  # fmt: skip
            found.append(Taken(patient, thing, parts[part], whole(amount)))
        return found


def _used(debts: list[Owed], cents: int, pays: Callable[[Owed], bool]) -> tuple[list[Owed], int]:
    """The debts that are left after a credit paid the first that it may pay, and what is left of it."""
    left = []
    for each in debts:
        taken = min(cents, each.cents) if pays(each) else 0
        cents -= taken
        if each.cents > taken:
            left.append(each._replace(cents=each.cents - taken))
    return left, cents

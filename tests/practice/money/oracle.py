"""Computes a family's balance from the database's rows, independently of the practice."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.practice.conftest import Desk
from tests.practice.copies import Look

PAID_ON = "Status IN (1, 4, 5, 7) AND CASE DateCP WHEN '0001-01-01' THEN ProcDate ELSE DateCP END <= ?"
EXPECTED_ON = "Status = 0 AND ProcDate <= ?"


def money(value: Any) -> Decimal:
    """A database's number to the cent."""
    return Decimal(str(value or 0)).quantize(Decimal("0.01"), ROUND_HALF_UP)


class Books:
    """A practice's rows, read directly."""

    def __init__(self, desk: Desk) -> None:
        self._clock = desk.clock
        self._look = Look(desk.address)

    def close(self) -> None:
        """Close the database."""
        self._look.close()

    @property
    def _today(self) -> str:
        return str(self._clock.now().date())

    def _sql(self, sql: str, *values: Any) -> list[Any]:
        return self._look.sql(sql, *values)

    def family(self, patient: int) -> list[int]:
        """Everybody with the same guarantor."""
        own = "SELECT Guarantor FROM patient WHERE PatNum = ?"
        return [row[0] for row in self._sql(f"SELECT PatNum FROM patient WHERE Guarantor = ({own})", patient)]

    def _sum(self, sql: str, *values: Any) -> Decimal:
        return sum((money(row[0]) for row in self._sql(sql, *values)), Decimal(0))

    def total(self, patients: Iterable[int]) -> Decimal:
        """These patients' balance before insurance."""
        return sum((self._owed(each) for each in patients), Decimal(0))

    def _owed(self, patient: int) -> Decimal:
        by, day = patient, self._today
        fees = self._sum(
            "SELECT ProcFee FROM procedurelog WHERE PatNum = ? AND ProcStatus = 2 AND ProcDate <= ?", by, day
        )
        adjusted = self._sum("SELECT AdjAmt FROM adjustment WHERE PatNum = ? AND AdjDate <= ?", by, day)
        paid = self._sum("SELECT SplitAmt FROM paysplit WHERE PatNum = ? AND DatePay <= ?", by, day)
        insured = self._sum(
            f"SELECT InsPayAmt + WriteOff FROM claimproc WHERE PatNum = ? AND {PAID_ON}", by, day
        )
        due = self._sum(
            "SELECT Principal + Interest FROM payplancharge WHERE Guarantor = ? AND ChargeType = 0 AND ChargeDate <= ?",
            by, day,
        )  # fmt: skip
        taken = self._sum(
            "SELECT Principal FROM payplancharge WHERE PatNum = ? AND ChargeType = 1 AND ChargeDate <= ?",
            by,
            day,
        )
        return fees + adjusted - paid - insured + due - taken - self._on_plans(patient)

    def _on_plans(self, patient: int) -> Decimal:
        """The amount that payment plans moved from a patient's procedures."""
        whole = Decimal(0)
        for number, override in self._sql(
            "SELECT l.FKey, l.AmountOverride FROM payplanlink l JOIN procedurelog p ON p.ProcNum = l.FKey "
            "WHERE l.LinkType = 2 AND p.PatNum = ? AND p.ProcStatus = 2 AND p.ProcDate <= ?",
            patient, self._today,
        ):  # fmt: skip
            whole += money(override) or self._left_for_plan(number)
        return whole

    def _left_for_plan(self, number: int) -> Decimal:
        fee = self._sum("SELECT ProcFee FROM procedurelog WHERE ProcNum = ?", number)
        owner = "(SELECT PatNum FROM procedurelog WHERE ProcNum = ?)"
        adjusted = self._sum(
            f"SELECT AdjAmt FROM adjustment WHERE ProcNum = ? AND PatNum = {owner}", number, number
        )
        insured = self._sum(
            f"SELECT InsPayAmt + WriteOff FROM claimproc WHERE ProcNum = ? AND {PAID_ON}", number, self._today
        ) + self._sum(
            f"SELECT InsPayEst + WriteOff FROM claimproc WHERE ProcNum = ? AND {EXPECTED_ON}",
            number,
            self._today,
        )
        paid = self._sum(
            "SELECT SplitAmt FROM paysplit WHERE ProcNum = ? AND PayPlanNum = 0 AND UnearnedType = 0 "
            f"AND PatNum = {owner}",
            number, number,
        )  # fmt: skip
        return max(fee + adjusted - insured - paid, Decimal(0))

    def pending(self, patients: Iterable[int]) -> Decimal:
        """The expected insurance payments and write-offs."""
        asked = f"SELECT InsPayEst + WriteOff FROM claimproc WHERE PatNum = ? AND {EXPECTED_ON}"
        return sum((self._sum(asked, each, self._today) for each in patients), Decimal(0))

    def unearned(self, patients: Iterable[int]) -> Decimal:
        """Unearned income."""
        asked = "SELECT SplitAmt FROM paysplit WHERE PatNum = ? AND UnearnedType <> 0"
        return sum((self._sum(asked, each) for each in patients), Decimal(0))

    def check_columns(self, patient: int, aging: dict[str, Any]) -> None:
        """The balances in the patient's row, and in the guarantor's for the family."""
        names = "Bal_0_30, Bal_31_60, Bal_61_90, BalOver90, BalTotal, InsEst"
        own = "SELECT Guarantor FROM patient WHERE PatNum = ?"
        ((*row, plans_due),) = self._sql(
            f"SELECT {names}, PayPlanDue FROM patient WHERE PatNum = ({own})", patient
        )
        wanted = ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90", "Total", "InsEst")
        assert [money(each) for each in row] == [aging[name] for name in wanted]
        assert money(plans_due) == self._plans_due(self.family(patient))
        ((balance,),) = self._sql("SELECT EstBalance FROM patient WHERE PatNum = ?", patient)
        assert money(balance) == self.total([patient])

    def _plans_due(self, family: list[int]) -> Decimal:
        """Charges due on plans that the family pays, minus payments on them."""
        payers = ", ".join(map(str, family))
        charges = f"FROM payplancharge WHERE Guarantor IN ({payers}) AND ChargeType = 0 AND ChargeDate <= ?"
        due = self._sum(f"SELECT Principal + Interest {charges}", self._today)
        paid = self._sum(
            f"SELECT SplitAmt FROM paysplit WHERE PatNum IN ({payers}) AND UnearnedType = 0 "
            f"AND PayPlanNum IN (SELECT PayPlanNum {charges})",
            self._today,
        )
        return max(due - paid, Decimal(0))

    def check_payments(self) -> None:
        """Every cent of a payment is in one of its splits."""
        for number, amount in self._sql("SELECT PayNum, PayAmt FROM payment"):
            splits = self._sum("SELECT SplitAmt FROM paysplit WHERE PayNum = ?", number)
            assert splits == money(amount), number

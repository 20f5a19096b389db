"""The rows of which a family's account is composed, as records of the API."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from app.wire.fields import BigInt, Date, Money
from app.wire.record import Record
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.patients import Patient
from app.wire.resources.pay_plan_charges import PayPlanCharge
from app.wire.resources.pay_plan_links import PayPlanLink
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.pay_splits import PaySplit
from app.wire.resources.preferences import Preference
from app.wire.resources.procedure_logs import ProcedureLog


class SplitRow(PaySplit):
    """A split with what its payment says."""

    payType: str = ""
    CheckNum: str = ""
    PayAmt: Money = Money(0)
    PayDate: Date | None = None
    payer: BigInt = 0
    """The PatNum of the payment."""


class ChargeRow(PayPlanCharge):
    """A plan's charge."""

    IsDownPayment: bool = False


class FamilyRows(Struct, frozen=True):
    """Everything that was read of a family. Rows of patients outside it are of their shared payment plans."""

    members: tuple[Patient, ...] = ()
    procedures: tuple[ProcedureLog, ...] = ()
    """Completed ones, and planned ones that a payment plan covers."""
    adjustments: tuple[Adjustment, ...] = ()
    splits: tuple[SplitRow, ...] = ()
    claim_procs: tuple[ClaimProc, ...] = ()
    """Paid ones, those on open claims, and the estimates of what was completed today."""
    plans: tuple[PayPlan, ...] = ()
    charges: tuple[ChargeRow, ...] = ()
    links: tuple[PayPlanLink, ...] = ()
    preferences: tuple[Preference, ...] = ()
    unread: int = 0
    """Rows that could not be read."""


class Collected:
    """Rows from several answers; a row that came twice is there once."""

    def __init__(self) -> None:
        self._found: dict[str, dict[Any, Record]] = {name: {} for name in LISTS}
        self._unread = 0

    def add(self, rows: FamilyRows) -> None:
        """Take more rows. One that is known is replaced."""
        self._unread += rows.unread
        for name, known in self._found.items():
            for row in getattr(rows, name):
                known[getattr(row, _KEYS.get(name) or row.primary_key)] = row

    @property
    def rows(self) -> FamilyRows:
        """All of them so far."""
        found: dict[str, Any] = {name: tuple(known.values()) for name, known in self._found.items()}
        return FamilyRows(**found, unread=self._unread)


LISTS = tuple(name for name in FamilyRows.__struct_fields__ if name != "unread")
_KEYS = {"preferences": "PrefName"}

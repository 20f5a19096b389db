"""Planned treatment without a time, and what insurance would still pay for it this year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class BenefitsLeft(Struct, frozen=True):
    """What the patient's first dental plan still pays in its benefit year."""

    left: Decimal | None
    """None: the plan has no yearly maximum."""
    last_day: date
    """After this day the yearly amount begins anew."""
    carrier: str = ""


class PlannedTreatment(Struct, frozen=True, kw_only=True):
    """One patient's planned procedures that are on no scheduled appointment. Amounts in dollars."""

    pat_num: int
    count: int
    fees: Decimal
    insurance: Decimal | None = None
    """What insurance is expected to pay; None: the office has no estimate."""
    discount: Decimal = Decimal(0)
    """Write-offs that are expected, and discounts."""
    since: date | None = None
    """When the first of them was planned."""
    clinic_num: int = 0
    prov_num: int = 0
    prov_hyg: int = 0
    last_contact: date | None = None
    attempts: int = 0
    benefits: BenefitsLeft | None = None
    """None: no insurance is known."""

    @property
    def is_hygiene(self) -> bool:
        """It belongs to the patient's dentist."""
        return False

    @property
    def patient(self) -> Decimal:
        """What is expected of the patient."""
        return max(self.fees - (self.insurance or Decimal(0)) - self.discount, Decimal(0))

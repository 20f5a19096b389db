"""A lab case that is not back."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class LabCaseAway(Struct, frozen=True, kw_only=True):
    """One case, and the appointment that it is needed for. None and an empty text: not known, or none."""

    lab_case_num: int
    pat_num: int
    prov_num: int = 0
    laboratory: str = ""
    lab_phone: str = ""
    sent: date | None = None
    due: date | None = None
    """When the laboratory promised it."""
    instructions: str = ""
    apt_num: int = 0
    at: datetime | None = None
    op_num: int = 0
    clinic_num: int = 0
    procedures: str = ""

    @property
    def prov_hyg(self) -> int:
        """A lab case belongs to a dentist."""
        return 0

    @property
    def is_hygiene(self) -> bool:
        """As `prov_hyg`."""
        return False

    def is_late(self, today: date) -> bool:
        """Whether it was promised before today, or its appointment is tomorrow or earlier."""
        promised = self.due is not None and self.due < today
        return promised or (self.at is not None and (self.at.date() - today).days <= 1)

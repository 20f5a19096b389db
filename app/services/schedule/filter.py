"""What the schedule shows of the office: which appointments, and which operatories or providers as columns."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from app.domain.schedule.columns import main_provider
from app.domain.schedule.visit import Visit
from app.wire.resources.operatories import Operatory


class ColumnKind(StrEnum):
    """What the columns of a day, and the lanes of a week, are."""

    OPERATORY = "operatory"
    PROVIDER = "provider"


class ScheduleFilter(Struct, frozen=True):
    """The filter of the schedule. None: everything."""

    clinic_num: int | None = None
    prov_num: int | None = None
    columns: ColumnKind = ColumnKind.OPERATORY
    op_nums: tuple[int, ...] | None = None
    """The operatories of the chosen view, in its order."""
    prov_nums: tuple[int, ...] | None = None
    """The providers of the chosen view, in its order; they limit columns by provider only."""

    @property
    def narrowed(self) -> bool:
        """Whether a clinic, a provider or a view leaves something out."""
        chosen = (self.clinic_num, self.prov_num, self.op_nums, self.prov_nums)
        return any(each is not None for each in chosen)

    def shows(self, visit: Visit, chair: Operatory | None) -> bool:
        """Whether an appointment passes the filter. One without a clinic belongs to its operatory's clinic."""
        if self.prov_num is not None and self.prov_num not in (visit.prov_num, visit.prov_hyg):
            return False
        if not self._in_view(visit):
            return False
        clinic = visit.clinic_num or (chair.ClinicNum if chair is not None else 0)
        return self.clinic_num is None or clinic == self.clinic_num

    def _in_view(self, visit: Visit) -> bool:
        if self.op_nums is not None and visit.op_num not in self.op_nums:
            return False
        by_provider = self.columns is ColumnKind.PROVIDER and self.prov_nums is not None
        return not by_provider or main_provider(visit) in (self.prov_nums or ())

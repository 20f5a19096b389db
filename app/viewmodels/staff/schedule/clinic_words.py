"""Names the clinic of a write that is not the clinic shown, so that nothing is confirmed for the wrong place."""

from __future__ import annotations

from app.core.text import NO_TEXT, Words
from app.journal.entries import Entry
from app.services.writes.schedule.appointment import apt_num_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.filters import ScheduleFilters


class ClinicWords:
    """Tells the desk's outcomes the clinic of each write."""

    def __init__(self, desk: DeskViewModel, filters: ScheduleFilters) -> None:
        self._office = desk.parts.office
        self._filters = filters
        desk.outcomes.clinic = self.of

    def of(self, entry: Entry) -> Words:
        """The clinic's name; empty where all clinics are shown, or this one, or where the write has none."""
        shown = self._filters.clinic_num
        if shown is None:
            return NO_TEXT
        clinic_num = self._clinic_of(entry)
        return dict(self._filters.clinics).get(clinic_num, "") if clinic_num != shown else NO_TEXT

    def _clinic_of(self, entry: Entry) -> int:
        """The appointment's own clinic, else its operatory's, as the filter decides too; 0: none is known."""
        row = {**(entry.seen or {}), **entry.intent.arguments, **(entry.answer or {})}
        visit = self._office.visit_row(apt_num_of(entry.intent))
        clinic_num = int(row.get("ClinicNum") or 0) or (visit.ClinicNum if visit is not None else 0)
        op_num = int(row.get("Op") or 0) or (visit.Op if visit is not None else 0)
        lists = self._office.lists
        chairs = (
            {each.OperatoryNum: each.ClinicNum for each in lists.operatories} if lists is not None else {}
        )
        return clinic_num or chairs.get(op_num, 0)

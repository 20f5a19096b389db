"""What of the book is worth showing, and why there may be nothing on it."""

from __future__ import annotations

from datetime import date

from app.domain.visit import Sheet
from app.services.sheets import BookFilter, all_visits, day_plan
from app.store.office import Office

SATURDAY = 5


def worth_showing(office: Office, days: tuple[date, ...]) -> tuple[date, ...]:
    """A single day always; of a week's weekend only what is open or has visits."""
    return tuple(day for day in days if len(days) == 1 or day.weekday() < SATURDAY or _busy(office, day))


def why_empty(sheet: Sheet, shown: BookFilter) -> str:
    """Why nothing is on a sheet and what to do; empty when there is something, or more is coming."""
    if sheet.visits or sheet.still_coming:
        return ""
    if shown.clinic_num is not None or shown.prov_num is not None:
        return "No visits for this clinic or provider. Show all to see the others."
    if not sheet.columns:
        return (
            "This office has no operatories yet. Add them in Open Dental: Setup, Appointments, Operatories."
        )
    return "No visits yet. Click a free time to book one, or press Ctrl+N."


def _busy(office: Office, day: date) -> bool:
    plan = day_plan(office, day)
    return bool(all_visits(office, day)) or (plan is not None and plan.hours is not None)

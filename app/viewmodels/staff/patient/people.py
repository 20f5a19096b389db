"""Who a patient is, for writes and their sentences."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel


def person_of(desk: DeskViewModel, pat_num: int) -> Person:
    """A patient as far as known: the selected one from the strip, others from the office in memory."""
    chosen = desk.chosen.person()
    if chosen is not None and chosen.pat_num == pat_num:
        return chosen
    return desk.parts.office.person(pat_num) or Person(pat_num, "", "")

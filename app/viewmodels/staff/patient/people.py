"""Who a patient is, and what the key may do, for writes and their sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.verdict import Verdict


def person_of(desk: DeskViewModel, pat_num: int) -> Person:
    """A patient as far as known: the selected one from the strip, others from the office in memory."""
    chosen = desk.chosen.person()
    if chosen is not None and chosen.pat_num == pat_num:
        return chosen
    return desk.parts.office.person(pat_num) or Person(pat_num, "", "")


def may(desk: DeskViewModel, method: Callable[..., Any]) -> Callable[[], Verdict]:
    """Whether the key may send this method, and the office is new enough; asked anew each time."""

    def verdict() -> Verdict:
        found = desk.parts.client.can(method)
        return Verdict(ok=found.ok, reason=found.reason)

    return verdict

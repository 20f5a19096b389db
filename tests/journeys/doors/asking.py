"""Another program, which asks a desk to show something."""

from __future__ import annotations

from app.core.outside import OutsideRequest
from app.viewmodels.staff.doors.outside import OutsideViewModel
from tests.journeys.desk import Desk
from tests.journeys.practices import Served

LISTED = "PatStatus = 0 AND Birthdate > '1900'"


def numbers(served: Served, where: str = LISTED, most: int = 5) -> list[int]:
    """Some patients of the practice."""
    return [row[0] for row in served.sql(f"SELECT PatNum FROM patient WHERE {where} LIMIT ?", most)]


class Outside:
    """Asks one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.model = OutsideViewModel(desk.frame.desk)

    def ask(self, **given: object) -> None:
        """Ask for this, as OutsideRequest has it."""
        self.model.ask(OutsideRequest(**given))

    @property
    def pat_num(self) -> int | None:
        """The selected patient."""
        current = self.desk.frame.desk.patient.current
        return current.pat_num if current is not None else None

    async def shown(self, pat_num: int) -> None:
        """Wait until this patient is selected, and the strip has been read."""
        strip = self.desk.frame.desk.strip
        await self.desk.until(lambda: self.pat_num == pat_num)
        await self.desk.until(lambda: strip.model is not None and strip.model.summary is not None)

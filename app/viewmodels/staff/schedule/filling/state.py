"""What the list shows."""

from __future__ import annotations

from msgspec import Struct

from app.domain.filling.fitting import Fit


class FillRow(Struct, frozen=True):
    """One patient who fits, ready to be shown."""

    fit: Fit
    name: str
    listed: str
    """The list that the patient is on: ASAP."""
    phone: str
    when: str
    """The time, and the operatory if several are searched."""
    procedures: str
    reasons: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """All of it, for screen readers."""
        parts = (f"{self.name}, {self.listed}", self.when, self.phone, self.procedures, *self.reasons)
        return "\n".join(part for part in parts if part)


class FillState(Struct, frozen=True):
    """The whole page."""

    title: str = ""
    about: str = ""
    """The free time: where, with whom, how long."""
    rows: tuple[FillRow, ...] = ()
    count: int = 0
    """All who fit: there may be more than rows."""
    summary: str = ""
    """How many fit; why nobody fits."""
    notes: tuple[str, ...] = ()
    """What is still being read, what can't be read, how old the lists are."""
    looking: bool = False
    has_clinics: bool = False
    """Whether the patients of other clinics can be asked for."""
    every_clinic: bool = False
    """Whether they are offered."""
    offered: bool = False
    """Whether it is shown because free time was selected: then without "Show more" and the call buttons."""

"""Writes that not everyone may make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from app.domain.people.rights import Demand
from app.journal.entries import Intent


@runtime_checkable
class Restricted(Protocol):
    """A Write that needs rights; `Writes` asks the authority before it accepts one."""

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The rights that the person needs for it. `today` is the office's date."""
        ...

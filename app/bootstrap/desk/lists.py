"""The lists of patients who wait, loaded when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.journal.journal import Journal
    from app.services.lists.patient_lists import PatientLists


class LateLists:
    """Makes them with the first call, and closes them if they were made."""

    def __init__(self, reading: Reading, journal: Journal, clock: Clock) -> None:
        self._reading = reading
        self._journal = journal
        self._clock = clock

    def __call__(self) -> PatientLists:
        """The same object each time."""
        return self._made

    def close(self) -> None:
        """Stop following the office."""
        if "_made" in self.__dict__:
            self._made.close()

    @cached_property
    def _made(self) -> PatientLists:
        from app.services.lists.patient_lists import PatientLists

        read = self._reading
        return PatientLists(read.client, read.office, self._journal.watch, read.scope, self._clock)

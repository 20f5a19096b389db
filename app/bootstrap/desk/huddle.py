"""The readiness of the office's days, loaded when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.services.huddle.huddle import OfficeHuddle
    from app.store.patients.readers import PatientParts


class LateHuddle:
    """Makes it with the first call, and closes it if it was made."""

    def __init__(self, reading: Reading, patients: PatientParts, clock: Clock) -> None:
        self._reading = reading
        self._patients = patients
        self._clock = clock

    def __call__(self) -> OfficeHuddle:
        """The same object each time."""
        return self._made

    def close(self) -> None:
        """Stop following the office."""
        if "_made" in self.__dict__:
            self._made.close()

    @cached_property
    def _made(self) -> OfficeHuddle:
        from app.services.huddle.huddle import OfficeHuddle

        return OfficeHuddle(self._reading.client, self._reading.office, self._patients, self._clock)

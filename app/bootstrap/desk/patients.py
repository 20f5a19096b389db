"""Parts of a desk for its patients, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.domain.people.phones import TypedPhone
    from app.services.scanning import Scanner
    from app.services.writes.patients.patient_writes import PatientWrites
    from app.services.writes.writes import Writes


def patient_writes(writes: Writes, clock: Clock) -> Callable[[], PatientWrites]:
    """The writes on patients, imported with the first call."""

    @cache
    def made() -> PatientWrites:
        from app.services.writes.patients.patient_writes import PatientWrites

        return PatientWrites(writes, clock)

    return made


def typed_phone(text: str) -> TypedPhone:
    """As `typed_phone.typed_phone`. The first number that is typed loads phonenumbers."""
    from app.domain.people.typed_phone import typed_phone

    return typed_phone(text)


def scanner() -> Scanner | None:
    """What scans on this system; None: nothing does."""
    from app.bootstrap.desk.scanner import find_scanner

    return find_scanner()

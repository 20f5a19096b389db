"""Who stands at a kiosk: one birthdate and a few letters, matched against today's appointments only.

Every failure is the same `None`, found by the same work: all patients are compared, always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from app.domain.kiosk.appointments import Booked, due_now, must_see_desk
from app.domain.kiosk.names import initials_of, keys_of, letters_fit, typed_letters
from app.wire.hub.check_in import CheckInRules


class Known(Struct, frozen=True):
    """A patient with an appointment today, as far as check-in needs to know them."""

    pat_num: int
    birthdate: date | None
    """None: not in Open Dental, so that the patient sees the desk."""
    keys: tuple[str, ...]
    initials: str
    guarantor: int


class Due(Struct, frozen=True):
    """A patient and the appointments that one check-in covers."""

    known: Known
    booked: tuple[Booked, ...]

    @property
    def start(self) -> datetime:
        """When the first one begins."""
        return self.booked[0].start


def known_of(pat_num: int, names: tuple[str, str, str], birthdate: date | None, guarantor: int) -> Known:
    """A patient by last, first and preferred name."""
    return Known(pat_num, birthdate, keys_of(*names), initials_of(*names), guarantor or pat_num)


def due_patients(
    booked: Iterable[Booked], people: Mapping[int, Known], now: datetime, rules: CheckInRules
) -> list[Due]:
    """The patients with appointments in the window, in the order of these; also those who must see the desk."""
    found = [
        Due(known, due)
        for pat_num, own in _by_patient(booked, now).items()
        if (known := people.get(pat_num)) is not None and (due := due_now(own, now, rules.windows))
    ]
    return sorted(found, key=lambda each: (each.start, each.known.pat_num))


def identified(
    birthdate: date, letters: str, people: Mapping[int, Known], due: Sequence[Due], rules: CheckInRules
) -> Due | None:
    """The one patient who has this birthdate and name and may check in now. `people`: all of today's patients.

    None also where another patient could be meant: one with the same birthdate in the window, even if the name
    differs, or one with the same birthdate and letters at any time today.
    """
    typed = typed_letters(letters)
    born = [known for known in people.values() if known.birthdate == birthdate]
    named = {known.pat_num for known in born if letters_fit(typed, known.keys)}
    in_window = {each.known.pat_num: each for each in due}
    rivals = {known.pat_num for known in born if known.pat_num in in_window} | named
    found = [each for pat_num in named if (each := in_window.get(pat_num)) is not None]
    alone = len(found) == 1 and len(rivals) == 1
    return found[0] if alone and not must_see_desk(found[0].booked, rules) else None


def family_of(me: Due, due: Iterable[Due], rules: CheckInRules) -> tuple[Due, ...]:
    """The others of the same guarantor who may check in now, oldest first."""
    others = [
        each
        for each in due
        if each.known.guarantor == me.known.guarantor
        and each.known.pat_num != me.known.pat_num
        and not must_see_desk(each.booked, rules)
    ]
    return tuple(sorted(others, key=lambda each: (each.known.birthdate or date.max, each.known.pat_num)))


def _by_patient(booked: Iterable[Booked], now: datetime) -> dict[int, list[Booked]]:
    """Today's appointments by patient."""
    found: dict[int, list[Booked]] = {}
    today = now.date()
    for each in booked:
        if each.start.date() == today:
            found.setdefault(each.pat_num, []).append(each)
    return found

"""The practice's name and address at the top of what a patient takes home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape, Text, msg
from app.domain.people.phones import phone_text
from app.domain.printing.document import Document, Section, Table
from app.domain.printing.mailing import place_line
from app.wire.resources.clinics import Clinic


class Letterhead(Struct, frozen=True):
    """Empty where the office's data aren't known."""

    name: str = ""
    lines: tuple[str, ...] = ()
    """Address and phone number, from top to bottom."""


def letterhead_of(preferences: Mapping[str, str], clinic: Clinic | None = None) -> Letterhead:
    """The practice's by its preferences, or a clinic's own if its address is known."""
    title = preferences.get("PracticeTitle", "").strip()
    parts = ("Address", "Address2", "City", "ST", "Zip", "Phone")
    address = [preferences.get(f"Practice{part}", "").strip() for part in parts]
    if clinic is None or not clinic.Address.strip():
        return Letterhead(title, _lines(address))
    own = [clinic.Address, clinic.Address2, clinic.City, clinic.State, clinic.Zip, clinic.Phone]
    named = clinic.Description.strip() or title
    return Letterhead(named, _lines([each.strip() for each in own]))


def with_letterhead(
    head: Letterhead, title: Text, tables: Iterable[Table], now: datetime, *, one_page: bool = False
) -> Document:
    """What a patient takes home about money: these tables below the letterhead, and thanks."""
    return Document(
        title=title,
        practice=head.name,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        sections=(Section(head.name or title, head.lines, tuple(tables), (msg("Thank you."),)),),
        one_page=one_page,
    )


def _lines(parts: list[str]) -> tuple[str, ...]:
    street, second, city, state, postal_code, phone = parts
    place = place_line(city, state, postal_code)
    return tuple(filter(None, (street, second, place, phone_text(phone) if phone else "")))

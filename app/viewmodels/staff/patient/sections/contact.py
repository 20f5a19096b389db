"""How to reach the patient."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time

from msgspec import Struct

from app.core.text import NO_TEXT, At, Shape, Text, msg
from app.domain.people.phones import phone_text
from app.services.patients.page import ContactReader
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr
from app.wire.resources.patients import ContactMethod, Patient

PHONES = (("WirelessPhone", msg("Wireless")), ("HmPhone", msg("Home")), ("WkPhone", msg("Work")))
METHODS = {
    ContactMethod.DO_NOT_CALL: msg("Do not call"),
    ContactMethod.HM_PHONE: msg("Home phone"),
    ContactMethod.WK_PHONE: msg("Work phone"),
    ContactMethod.WIRELESS_PH: msg("Wireless phone"),
    ContactMethod.EMAIL: msg("Email"),
    ContactMethod.SEE_NOTES: msg("See notes"),
    ContactMethod.MAIL: msg("Mail"),
    ContactMethod.TEXT_MESSAGE: msg("Text message"),
}


class ContactRow(Struct, frozen=True):
    """One labeled value. `field` is the API's name of what it shows; empty: computed."""

    field: str
    label: Text
    value: str


class ContactSection(Section[Patient]):
    """Name, birthdate, phones, e-mail and address; empty ones are left out."""

    reader = ContactReader

    rows: tuple[ContactRow, ...] = ()

    def _fill(self, value: Patient) -> None:
        self.rows = tuple(row for row in _rows(value) if row.value)


def _rows(row: Patient) -> Iterable[ContactRow]:
    for field, label in PHONES:
        yield ContactRow(field, label, phone_text(getattr(row, field)))
    for field, label, write in FIELDS:
        yield ContactRow(field, label, write(row))


def _address(row: Patient) -> str:
    """Street, then city, state and ZIP code on a line of their own."""
    place = " ".join(part for part in (row.State.strip(), row.Zip.strip()) if part)
    town = ", ".join(part for part in (row.City.strip(), place) if part)
    return "\n".join(part for part in (row.Address.strip(), row.Address2.strip(), town) if part)


def _born(row: Patient) -> str:
    return tr(At(datetime.combine(row.Birthdate, time()), Shape.DATE)) if row.Birthdate else ""


FIELDS: tuple[tuple[str, Text, Callable[[Patient], str]], ...] = (  # words: the first is a field's name
    ("Email", msg("Email"), lambda row: row.Email.strip()),
    ("Address", msg("Address"), _address),
    ("Birthdate", msg("Born"), _born),
    ("Language", msg("Language"), lambda row: row.Language.strip()),
    ("PreferContactMethod", msg("Contact by"), lambda row: tr(METHODS.get(row.PreferContactMethod, NO_TEXT))),
    ("PreferConfirmMethod", msg("Confirm by"), lambda row: tr(METHODS.get(row.PreferConfirmMethod, NO_TEXT))),
    ("ChartNumber", msg("Chart number"), lambda row: row.ChartNumber.strip()),
)

"""The fields of the Contact section: how each is typed, and which of them are always shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from app.core.text import NO_TEXT, Text, Words, msg
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import (
    Choice,
    ChoiceKind,
    DateKind,
    FieldKind,
    LanguageKind,
    PhoneKind,
    SocialSecurityKind,
    TextKind,
)
from app.viewmodels.staff.parts import Parts
from app.wire.enums import WireEnum
from app.wire.resources.patients import (
    ContactMethod,
    MaritalStatus,
    PatientGender,
    PatientStatus,
    TextConsent,
)

METHODS: dict[WireEnum, Text] = {
    ContactMethod.NONE: msg("No preference"),
    ContactMethod.DO_NOT_CALL: msg("Do not call"),
    ContactMethod.HM_PHONE: msg("Home phone"),
    ContactMethod.WK_PHONE: msg("Work phone"),
    ContactMethod.WIRELESS_PH: msg("Wireless phone"),
    ContactMethod.EMAIL: msg("Email"),
    ContactMethod.SEE_NOTES: msg("See notes"),
    ContactMethod.MAIL: msg("Mail"),
    ContactMethod.TEXT_MESSAGE: msg("Text message"),
}
GENDERS: dict[WireEnum, Text] = {
    PatientGender.FEMALE: msg("Female"),
    PatientGender.MALE: msg("Male"),
    PatientGender.UNKNOWN: msg("Unknown"),
}
POSITIONS: dict[WireEnum, Text] = {
    MaritalStatus.SINGLE: msg("Single"),
    MaritalStatus.MARRIED: msg("Married"),
    MaritalStatus.CHILD: msg("Child"),
    MaritalStatus.WIDOWED: msg("Widowed"),
    MaritalStatus.DIVORCED: msg("Divorced"),
}
CONSENTS: dict[WireEnum, Text] = {
    TextConsent.UNKNOWN: msg("Not asked"),
    TextConsent.YES: msg("Yes"),
    TextConsent.NO: msg("No"),
}
STATUSES: dict[WireEnum, Text] = {
    PatientStatus.PATIENT: msg("Patient"),
    PatientStatus.NON_PATIENT: msg("Not a patient"),
    PatientStatus.INACTIVE: msg("Inactive"),
    PatientStatus.ARCHIVED: msg("Archived"),
    PatientStatus.DECEASED: msg("Deceased"),
    PatientStatus.PROSPECTIVE: msg("Prospective"),
}
STATE_LETTERS = 2
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class ContactField(Struct, frozen=True):
    """A field of the patient's row. One that isn't `always` shown is hidden while it has its usual value.

    `rare` fields are hidden whatever they have, until all are asked for: they are seldom needed on the phone.
    """

    spec: FieldSpec
    always: bool = False
    usual: object = ""
    rare: bool = False


def contact_fields(parts: Parts) -> tuple[ContactField, ...]:
    """All of them, in their order on the page."""
    phone, line = PhoneKind(parts.typed_phone), TextKind(longest=100)
    birthdate = DateKind(latest=parts.clock.now().date())
    providers = _providers(parts)
    return (
        _field("FName", msg("First name"), TextKind(longest=100, required=True), always=True),
        _field("LName", msg("Last name"), TextKind(longest=100, required=True), always=True),
        _field("Preferred", msg("Preferred name"), line),
        _field("MiddleI", msg("Middle initial"), line),
        _field("Birthdate", msg("Birthdate"), birthdate, always=True, usual=None),
        _field("WirelessPhone", msg("Wireless"), phone, always=True),
        _field("HmPhone", msg("Home"), phone),
        _field("WkPhone", msg("Work"), phone),
        _field("TxtMsgOk", msg("Text messages"), _choice(CONSENTS), usual=TextConsent.UNKNOWN),
        _field("Email", msg("Email"), TextKind(longest=100, check=_email_problem), always=True),
        _field("Address", msg("Address"), line, always=True),
        _field("Address2", msg("Address 2"), line),
        _field("City", msg("City"), line, always=True),
        _field("State", msg("State"), TextKind(longest=100, tidy=_state), always=True),
        _field("Zip", msg("ZIP code"), line, always=True),
        _field("Language", msg("Language"), LanguageKind(), rare=True),
        _field("PreferContactMethod", msg("Contact by"), _choice(METHODS), usual=ContactMethod.NONE),
        _field(
            "PreferConfirmMethod", msg("Confirm by"), _choice(METHODS), usual=ContactMethod.NONE, rare=True
        ),
        _field("PreferRecallMethod", msg("Recall by"), _choice(METHODS), usual=ContactMethod.NONE, rare=True),
        _field("Gender", msg("Sex"), _choice(GENDERS), usual=PatientGender.UNKNOWN, rare=True),
        _field("Position", msg("Marital status"), _choice(POSITIONS), usual=MaritalStatus.SINGLE, rare=True),
        _field("SSN", msg("SSN"), SocialSecurityKind()),
        _field("PriProv", msg("Provider"), ChoiceKind(providers), usual=0, rare=True),
        _field(
            "SecProv", msg("Hygienist"), ChoiceKind((Choice(0, msg("None")), *providers)), usual=0, rare=True
        ),
        _field("ClinicNum", msg("Clinic"), ChoiceKind(_clinics(parts)), usual=0, rare=True),
        _field("ChartNumber", msg("Chart number"), TextKind(longest=15), rare=True),
        _field("PatStatus", msg("Status"), _choice(STATUSES), usual=PatientStatus.PATIENT),
    )


def _state(typed: str) -> str:
    """A state in two capitals: Open Dental refuses "or"."""
    return typed.upper() if len(typed) == STATE_LETTERS else typed


def _field(
    name: str,
    label: Text,
    kind: FieldKind,
    *,
    always: bool = False,
    usual: object = "",
    rare: bool = False,
) -> ContactField:
    return ContactField(FieldSpec(name, label, kind), always, usual, rare)


def _choice(words: dict[WireEnum, Text]) -> ChoiceKind:
    return ChoiceKind(tuple(Choice(value, title) for value, title in words.items()))


def _providers(parts: Parts) -> tuple[Choice, ...]:
    lists = parts.office.lists
    rows = lists.providers if lists is not None else ()
    return tuple(Choice(row.ProvNum, row.Abbr) for row in rows if not row.IsHidden)


def _clinics(parts: Parts) -> tuple[Choice, ...]:
    lists = parts.office.lists
    names = lists.clinic_names if lists is not None else {}
    return (Choice(0, msg("None")), *(Choice(number, name) for number, name in names.items()))


def _email_problem(text: str) -> Words:
    """What is wrong with a typed address, or several of them separated by commas."""
    parts: Iterable[str] = (part.strip() for part in re.split(r"[,;]", text) if part.strip())
    if all(_EMAIL.fullmatch(part) for part in parts):
        return NO_TEXT
    return msg("This is not an e-mail address.")

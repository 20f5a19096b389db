"""What a patient types as new contact data: the form in which Open Dental stores it, or that it can't be right."""

from __future__ import annotations

import re

from app.domain.people.search import digits_of
from app.domain.texts.folding import folded
from app.wire.hub.kiosk import ContactField

PHONES = frozenset({ContactField.WIRELESS_PHONE, ContactField.HOME_PHONE})
MAY_BE_CLEARED = frozenset(
    {ContactField.WIRELESS_PHONE, ContactField.HOME_PHONE, ContactField.EMAIL, ContactField.ADDRESS2}
)
"""A patient may have none. A kiosk can't take away an address."""
LONGEST = {
    ContactField.WIRELESS_PHONE: 30,
    ContactField.HOME_PHONE: 30,
    ContactField.EMAIL: 100,
    ContactField.ADDRESS: 100,
    ContactField.ADDRESS2: 100,
    ContactField.CITY: 100,
    ContactField.STATE: 2,
    ContactField.ZIP: 10,
}
"""Characters that Open Dental's columns hold, or that the field can have."""
_CODES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK"
    " OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI AA AE AP"
)  # words: postal codes of states, territories and the armed forces
STATES = frozenset(_CODES.split())
_EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
_ZIP = re.compile(r"(\d{5})[\s-]?(\d{4})?")
_STREET = re.compile(r"[^\W_]")
_CITY = re.compile(r"(?=.*[^\W\d_])[^\d@<>]+")


def typed_value(field: ContactField, text: str) -> str | None:
    """The value as it is stored; None if it can't be right. Phones are only trimmed (`typed_phone` reads them)."""
    value = " ".join(text.split())
    if not value:
        return "" if field in MAY_BE_CLEARED else None
    if len(value) > LONGEST[field] or not value.isprintable():
        return None
    return value if field in PHONES else _READ[field](value)


def same_value(field: ContactField, one: str, other: str) -> bool:
    """Whether two values mean the same: the digits of a phone, text without case, accents and spaces around it."""
    if field in PHONES and (digits_of(one) or digits_of(other)):
        return digits_of(one) == digits_of(other)
    return folded(" ".join(one.split())) == folded(" ".join(other.split()))


def _email(value: str) -> str | None:
    return value if _EMAIL.fullmatch(value) and ".." not in value else None


def _state(value: str) -> str | None:
    return value.upper() if value.upper() in STATES else None


def _zip(value: str) -> str | None:
    found = _ZIP.fullmatch(value)
    return None if found is None else "-".join(filter(None, found.groups()))


def _street(value: str) -> str | None:
    return value if _STREET.search(value) else None


def _city(value: str) -> str | None:
    return value if _CITY.fullmatch(value) else None


_READ = {
    ContactField.EMAIL: _email,
    ContactField.ADDRESS: _street,
    ContactField.ADDRESS2: _street,
    ContactField.CITY: _city,
    ContactField.STATE: _state,
    ContactField.ZIP: _zip,
}

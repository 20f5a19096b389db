"""Contact data as a kiosk shows them: enough for the patient to recognize their own, and useless to anybody else."""

from __future__ import annotations

import re

from app.domain.people.search import digits_of
from app.wire.hub.kiosk import ContactField

HIDDEN = "•••"
"""Stands for any number of hidden characters, so that a length isn't shown either."""
FEWEST_PHONE_DIGITS = 7
SHOWN_PHONE_DIGITS = 4
FEWEST_ZIP = 5
SHOWN_ZIP = 2
STATE_LETTERS = 2
_EMAIL = re.compile(r"(?P<local>[^@\s]+)@(?P<rest>[^@\s]+)\.(?P<top>[A-Za-z]{2,24})")
_HOUSE = re.compile(r"\d{1,6}[A-Za-z]?(?=\s)")
_KINDS = (
    "aly ave avenue blvd boulevard cir circle ct court dr drive hwy highway ln lane loop pkwy parkway pl place"
    " rd road row sq square st street ter terrace trl trail way"
)  # words: kinds of streets in American addresses
_STREET_KINDS = frozenset(_KINDS.split())


def masked(field: ContactField, value: str) -> str:
    """A value with most of it hidden; empty for none."""
    text = " ".join(value.split())
    return _MASKS[field](text) if text else ""


def _phone(text: str) -> str:
    digits = digits_of(text)
    if len(digits) < FEWEST_PHONE_DIGITS:
        return HIDDEN
    return f"{HIDDEN}-{digits[-SHOWN_PHONE_DIGITS:]}"


def _email(text: str) -> str:
    found = _EMAIL.fullmatch(text)
    if found is None:
        return HIDDEN
    local = found["local"]
    return f"{local[0] if len(local) > 1 else ''}{HIDDEN}@{HIDDEN}.{found['top'].lower()}"


def _address(text: str) -> str:
    house = _HOUSE.match(text)
    if house is None:
        return HIDDEN
    last = text.rsplit(" ", 1)[-1]
    kind = last if last.strip(".").lower() in _STREET_KINDS else ""
    return f"{house.group()} • {kind}".strip()


def _city(text: str) -> str:
    return f"{text[0]}{HIDDEN}" if len(text) > 2 else HIDDEN


def _state(text: str) -> str:
    return text if len(text) == STATE_LETTERS and text.isalpha() else HIDDEN


def _zip(text: str) -> str:
    return f"{HIDDEN}{text[-SHOWN_ZIP:]}" if len(text) >= FEWEST_ZIP else HIDDEN


_MASKS = {
    ContactField.WIRELESS_PHONE: _phone,
    ContactField.HOME_PHONE: _phone,
    ContactField.EMAIL: _email,
    ContactField.ADDRESS: _address,
    ContactField.ADDRESS2: lambda _: HIDDEN,
    ContactField.CITY: _city,
    ContactField.STATE: _state,
    ContactField.ZIP: _zip,
}

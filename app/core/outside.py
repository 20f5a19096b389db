"""What another program asks this one to show: the start's arguments, as plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

PAT_NUM = re.compile("[1-9][0-9]{0,17}")
"""Open Dental's keys are positive 64-bit numbers."""
PHONE = re.compile(r"\+?[0-9]{7,15}")
"""A number with its country code has 15 digits at most (E.164); one of fewer than 7 is an extension of the office."""
SCREEN = re.compile("[a-z][a-z-]{0,29}")


class Trouble(StrEnum):
    """Why a value can't be used. The value itself goes nowhere: it may be anything."""

    NO_PATIENT = "no-patient"
    """No patient was selected in Open Dental, so it sent none."""
    PATIENT = "patient"
    """It is no patient number."""
    PHONE = "phone"
    """It is no phone number, or the caller withheld it."""
    SCREEN = "screen"
    """It is no word."""


@dataclass(frozen=True, slots=True)
class OutsideRequest:
    """A patient or the one with a phone number, and a screen; or what is wrong with them."""

    pat_num: int = 0
    """0: none."""
    phone: str = ""
    """As `PHONE`; without +, a number of this country. Ignored with a patient."""
    screen: str = ""
    """The id of a screen or of a tab, which may not exist."""
    trouble: Trouble | None = None
    """Then nothing else of it counts."""

"""Topics: the part of an office that a row belongs to, so that subscribers of that part learn of changes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

EVERY = 0
"""A key that stands for all of a part."""


class Part(StrEnum):
    """A part of the office that is read and shown together."""

    SCHEDULE = "schedule"
    """Appointments; keyed by AptNum."""
    PATIENT = "patient"
    """The patient's own row and related ones; keyed, like all below, by PatNum."""
    ACCOUNT = "account"
    CHART = "chart"
    INSURANCE = "insurance"
    COMMUNICATION = "communication"
    TASKS = "tasks"
    """Keyed by TaskNum."""


class Topic(Struct, frozen=True):
    """One item of a part: an appointment, a patient's account."""

    part: Part
    key: int

"""What of an office a row belongs to, so that whoever shows that part learns of a change."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """A part of the office that is read and shown as one."""

    SCHEDULE = "schedule"
    """Appointments; keyed by AptNum."""
    PATIENT = "patient"
    """The patient's own row and what stands beside it; keyed, like all below, by PatNum."""
    ACCOUNT = "account"
    CHART = "chart"
    INSURANCE = "insurance"
    COMMUNICATION = "communication"
    TASKS = "tasks"
    """Keyed by TaskNum."""


class Topic(Struct, frozen=True):
    """One thing of one part: an appointment, a patient's account."""

    part: Part
    key: int

"""Permissions of an API key."""

from __future__ import annotations

from typing import Self

from app.wire.enums import WireEnum


class Permission(WireEnum):
    """A permission of an API key, named as in Open Dental; `SecurityPerms` writes it with the prefix Api."""

    READ_ALL = "ReadAll"
    COMM = "Comm"
    DOCUMENTS = "Documents"
    QUERIES = "Queries"
    APPOINTMENTS = "Appointments"
    INSURANCE_SIMPLE = "InsuranceSimple"
    INSURANCE = "Insurance"
    PATIENTS = "Patients"
    PAYMENTS = "Payments"
    PAY_PLANS = "PayPlans"
    PROCEDURE_LOGS = "ProcedureLogs"
    SETUP = "Setup"
    TEXTING_ASAP = "TextingASAP"
    ENTERPRISE = "Enterprise"
    ALL_OTHERS = "AllOthers"

    @classmethod
    def named(cls, text: str) -> Self:
        """Parse it as SecurityPerms writes it ("ApiReadAll"); an unknown name is kept."""
        return cls(text.removeprefix("Api"))

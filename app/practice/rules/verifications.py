"""Insurance verifications: when plan benefits and patient eligibility were last verified. One current row each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.schema.benefits import insverify, insverifyhist
from app.practice.schema.enums.insurance import VERIFY_TYPE
from app.practice.server.work import Row, Work

_COPIED = tuple(
    column.name for column in insverify.c if column.name in insverifyhist.c and column.name != "SecDateTEdit"
)


def verification_of(work: Work, kind: str, key: int) -> Row | None:
    """The verification of a plan ("InsuranceBenefit") or a patient plan ("PatientEnrollment")."""
    wanted = sa.select(insverify).where(
        insverify.c.VerifyType == VERIFY_TYPE.number(kind), insverify.c.FKey == key
    )
    return work.connection.execute(wanted).first()


def start_verifying(work: Work, kind: str, key: int) -> int:
    """Insert the verification row of a new plan or patient plan. Returns its InsVerifyNum."""
    values = {"VerifyType": VERIFY_TYPE.number(kind), "FKey": key, "DateTimeEntry": work.now}
    return work.insert(insverify, values)


def verify(work: Work, kind: str, key: int, values: Mapping[str, Any]) -> int:
    """Store a verification and move the previous one to the history. Returns its InsVerifyNum."""
    before = verification_of(work, kind, key)
    if before is None:
        number = start_verifying(work, kind, key)
    else:
        number = before.InsVerifyNum
        _keep(work, before)
    work.update(insverify, number, {"DateTimeEntry": work.now, **values})
    return number


def stop_verifying(work: Work, kind: str, key: int) -> None:
    """Move the row of a deleted patient plan to the history."""
    before = verification_of(work, kind, key)
    if before is not None:
        _keep(work, before)
        work.connection.execute(sa.delete(insverify).where(insverify.c.InsVerifyNum == before.InsVerifyNum))


def _keep(work: Work, row: Row) -> None:
    work.insert(insverifyhist, {name: getattr(row, name) for name in _COPIED})

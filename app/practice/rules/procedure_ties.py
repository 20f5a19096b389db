"""Rows linked to a procedure follow its changes as in Open Dental: date, provider, clinic and cost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from app.practice.rules.claims import ESTIMATE, PAID
from app.practice.rules.estimates import OVERRIDES, Insured, estimate
from app.practice.rules.insurance import coverage_of, plan_of
from app.practice.rules.procedures import code_of
from app.practice.schema.attached import adjustment, payplancharge, paysplit
from app.practice.schema.enums.base import PAY_PLAN_LINK
from app.practice.schema.insurance import claimproc
from app.practice.server.work import Row, Work

_C, _H = claimproc.c, payplancharge.c
_PLACE = ("ProvNum", "ClinicNum")
_ESTIMATED_BY = ("CodeNum", "ProcFee", "ProcDate", "ProvNum")


def bring_along(work: Work, before: Row, after: Row) -> None:
    """Apply a procedure's change to the rows that are linked to it."""
    place = _changed(before, after, _PLACE)
    dated = _changed(before, after, (*_PLACE, "ProcDate"))
    number = after.ProcNum
    _give(work, adjustment, adjustment.c.ProcNum == number, dated)
    _give(work, paysplit, paysplit.c.ProcNum == number, place)
    linked = sa.and_(_H.LinkType == PAY_PLAN_LINK.number("Procedure"), _H.FKey == number)
    _give(work, payplancharge, sa.or_(_H.ProcNum == number, linked), place)
    for row in work.connection.execute(sa.select(claimproc).where(_C.ProcNum == number)).all():
        if not (row.ClaimPaymentNum or row.IsTransfer):
            work.update(claimproc, row.ClaimProcNum, _for_claimproc(work, row, dated))
    if _changed(before, after, _ESTIMATED_BY):
        _estimate_anew(work, after)


def _changed(before: Row, after: Row, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def _give(work: Work, table: sa.Table, where: sa.ColumnElement[bool], values: dict[str, Any]) -> None:
    if not values:
        return
    (key,) = table.primary_key.columns
    for number in work.connection.execute(sa.select(key).where(where)).scalars().all():
        work.update(table, number, values)


def _for_claimproc(work: Work, row: Row, dated: dict[str, Any]) -> dict[str, Any]:
    """What a claimproc copies; on a claim, the provider only if the office's preference says so."""
    found = dict(dated)
    if row.ClaimNum and work.preference("ProcProvChangesClaimProcWithClaim") != "1":
        found.pop("ProvNum", None)
    if "ProcDate" in found and row.Status not in PAID:
        found["DateCP"] = found["ProcDate"]
    return found


def _estimate_anew(work: Work, procedure: Row) -> None:
    """Recompute each insurance estimate; overrides that a user entered stay."""
    code = code_of(work, procedure.CodeNum).ProcCode
    wanted = sa.select(claimproc).where(
        _C.ProcNum == procedure.ProcNum, _C.Status == ESTIMATE, _C.NoBillIns == 0
    )
    for row in work.connection.execute(wanted).all():
        for covered in coverage_of(work, procedure.PatNum):
            if covered.InsSubNum == row.InsSubNum:
                kept = {name: getattr(row, name) for name in OVERRIDES}
                insured = Insured(covered, plan_of(work, row.InsSubNum))
                work.update(claimproc, row.ClaimProcNum, estimate(work, insured, procedure, code, kept))

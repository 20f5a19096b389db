"""Amounts of a claimproc that depend on its other amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.practice.rules.claims import NOT_RECEIVED, PREAUTH, SUPPLEMENTAL
from app.practice.rules.estimates import Insured, fee_of, left_of_maximum, work_out
from app.practice.rules.insurance import NONE, cents, coverage_of
from app.practice.rules.procedures import day_of
from app.practice.schema.insurance import insplan
from app.practice.schema.procedures import procedurelog
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Row, Work

_MOVES_ESTIMATE = frozenset(
    {
        "FeeBilled", "DedApplied", "PercentOverride", "CopayOverride", "DedEstOverride", "InsEstTotalOverride",
        "PaidOtherInsOverride",
    }
)  # fmt: skip


def with_amounts(work: Work, before: Row, values: Mapping[str, Any]) -> dict[str, Any]:
    """Dependent columns: both deductible fields, and the estimate. `values` are columns.

    On a claim, an InsEstTotalOverride alone leaves the claim's expected payment and the patient's balance
    unchanged. A supplemental payment is never estimated: the received claimproc of its procedure is.
    """
    if values.get("Status", before.Status) == SUPPLEMENTAL:
        return {}
    found = _deductible(before, values)
    if moved := _MOVES_ESTIMATE & (values.keys() | found.keys()):
        row = {**before._asdict(), **values, **found}
        fee = cents(row["FeeBilled"]) or _procedure_fee(work, before)
        found |= work_out(row, fee, most=_left(work, before))
        if before.ClaimNum and moved == {"InsEstTotalOverride"}:
            found["InsPayEst"] = before.InsPayEst
    return found


def _deductible(before: Row, values: Mapping[str, Any]) -> dict[str, Any]:
    """Until received, DedApplied and DedEstOverride are equal; BadRequest for two different values."""
    if values.get("Status", before.Status) not in (NOT_RECEIVED, PREAUTH):
        return {}
    applied, override = values.get("DedApplied"), values.get("DedEstOverride")
    if applied is None and override is None:
        return {}
    if override is None:
        return {"DedEstOverride": applied}
    meant = max(before.DedEst, 0.0) if override == NONE else override
    if applied is not None and applied != meant:
        raise BadRequest("DedApplied is invalid: it equals DedEstOverride until the claim is received.")
    return {"DedApplied": meant}


def _procedure_fee(work: Work, before: Row) -> Decimal:
    """An estimate without a claim uses the procedure's own fee."""
    if not before.ProcNum:
        return Decimal(0)
    return fee_of(work.find(procedurelog, before.ProcNum, "Procedure"))


def _left(work: Work, before: Row) -> Decimal | None:
    """What is left of the yearly maximum for this claimproc; None when the coverage has ended."""
    for covered in coverage_of(work, before.PatNum):
        if covered.InsSubNum == before.InsSubNum:
            insured = Insured(covered, work.find(insplan, before.PlanNum, "InsPlan"))
            return left_of_maximum(work, insured, day_of(before.ProcDate), besides=before.ClaimProcNum)
    return None

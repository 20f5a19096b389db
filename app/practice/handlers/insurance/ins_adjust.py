"""ClaimProcs of status Adjustment: benefits used earlier or elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.insurance.claim_rows import CLAIM_PROC_ROWS
from app.practice.rules.claims import ADJUSTMENT, PAID
from app.practice.rules.estimates import Insured, used_in_year
from app.practice.rules.insurance import plan_of, total
from app.practice.rules.money_rules import amount_sent
from app.practice.schema.insurance import claimproc, patplan
from app.practice.server.audit import log
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.claim_procs import ClaimProcs

_AMOUNTS = {"insUsed": "InsPayAmt", "deductibleUsed": "DedApplied"}
"""A request's totals, and the columns that they sum."""


@serves(ClaimProcs.create_adjustment)
def create(work: Work, given: Given) -> Outcome:
    """Insert an adjustment with these amounts."""
    insured = _insured(work, given)
    sent = _to_the_cent(given)
    amounts = {column: float(sent.get(name, 0)) for name, column in _AMOUNTS.items()}
    key = _insert(work, insured, given.get("date", work.today), amounts)
    path = f"/claimprocs?PatNum={insured.coverage.PatNum}"
    return work.created(CLAIM_PROC_ROWS, path, {"ClaimProcNum": key})


@serves(ClaimProcs.set_adjustment)
def set_(work: Work, given: Given) -> Outcome:
    """Make the benefit year's totals equal to those sent, with an adjustment for the difference."""
    if not _AMOUNTS.keys() & given.keys():
        raise BadRequest("insUsed or deductibleUsed is required.")
    if any(given.get(name, 0) < 0 for name in _AMOUNTS):
        raise BadRequest("insUsed and deductibleUsed are totals: 0 or more is expected.")
    insured = _insured(work, given)
    sent = _to_the_cent(given)
    day = given.get("date", work.today)
    used = used_in_year(work, insured, day)
    present = [row for row in used if row.Status == ADJUSTMENT]
    paid = [row for row in used if row.Status in PAID]
    amounts = {
        column: float(_missing(sent, name, column, paid, present)) for name, column in _AMOUNTS.items()
    }
    if not any(amounts.values()):
        _remove(work, present)
    elif present:
        _remove(work, present[1:])
        work.update(claimproc, present[0].ClaimProcNum, {**amounts, "ProcDate": day})
    else:
        _insert(work, insured, day, amounts)
    return None


def _to_the_cent(given: Given) -> dict[str, Decimal]:
    return {name: amount_sent(given, name) for name in _AMOUNTS if name in given}


def _missing(
    sent: Mapping[str, Decimal], name: str, column: str, paid: list[Row], present: list[Row]
) -> Decimal:
    """The difference to a total. A missing total stays, but not next to matching payments."""
    if name in sent:
        return sent[name] - total(getattr(row, column) for row in paid)
    other = next(each for each in _AMOUNTS if each != name)
    matches = sent[other] == total(getattr(row, _AMOUNTS[other]) for row in paid)
    if other == "insUsed" and matches:
        return Decimal(0)
    return total(getattr(row, column) for row in present)


def _insured(work: Work, given: Given) -> Insured:
    covered = work.find(patplan, given["PatPlanNum"], "PatPlan")
    refuse_deleted_patient(work, covered.PatNum)
    return Insured(covered, plan_of(work, covered.InsSubNum))


def _insert(work: Work, insured: Insured, day: datetime.date, amounts: dict[str, Any]) -> int:
    covered = insured.coverage
    values = {
        "PatNum": covered.PatNum,
        "InsSubNum": covered.InsSubNum,
        "PlanNum": insured.plan.PlanNum,
        "Status": ADJUSTMENT,
        "ProcDate": day,
        **amounts,
    }
    key = work.insert(claimproc, values)
    log(work, "InsPlanEdit", "Insurance benefits adjusted.", pat_num=covered.PatNum, key=key)
    return key


def _remove(work: Work, rows: list[Row]) -> None:
    keys = [row.ClaimProcNum for row in rows]
    work.connection.execute(sa.delete(claimproc).where(claimproc.c.ClaimProcNum.in_(keys)))

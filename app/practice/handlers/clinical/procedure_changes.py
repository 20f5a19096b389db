"""ProcedureLogs: changing and deleting, with linked rows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.procedure_logs import (
    changeable,
    check_details,
    check_visits,
    follow,
    named,
    names_code,
    remove,
    sent_code,
    sent_columns,
    sent_parts,
)
from app.practice.handlers.clinical.procedure_rows import UPDATED
from app.practice.handlers.clinical.treatment_area import PARTS, check_area
from app.practice.rules.balances import refresh_balances
from app.practice.rules.claims import ESTIMATE, PREAUTH, procs_on, total_claim
from app.practice.rules.procedure_ties import bring_along
from app.practice.rules.procedures import COMPLETE, code_of
from app.practice.rules.recalls import refresh_recalls
from app.practice.schema.columns import metadata
from app.practice.schema.enums.base import PAY_PLAN_LINK, PROC_STATUS
from app.practice.schema.insurance import claimproc
from app.practice.schema.procedures import procedurelog
from app.practice.server.access import is_newer
from app.practice.server.audit import log
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.procedure_logs import ProcedureLogs

_DELETABLE = frozenset(PROC_STATUS.number(word) for word in ("TP", "TPi"))
_COMPLETE_TOO_SINCE = "23.1.11"
_HANGS_ON = (
    ("paysplit", "ProcNum", "a payment"),
    ("adjustment", "ProcNum", "an adjustment"),
    ("rxpat", "ProcNum", "a prescription"),
    ("payplancharge", "ProcNum", "a payment plan"),
    ("refattach", "ProcNum", "a referral"),
    ("orthoproclink", "ProcNum", "an ortho case"),
)
"""What prevents deleting a procedure, besides insurance rows that are more than estimates."""


@serves(ProcedureLogs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one and its linked rows. A completed procedure's code and place can't change."""
    before = changeable(work, given["ProcNum"])
    if "procCode" in given and given.get("CodeNum"):
        raise BadRequest("Only one of CodeNum and procCode may be sent.")
    check_visits(work, given, before.PatNum)
    values = {**sent_columns(given), **named(work, given)}
    parts = {
        name: text for name, text in sent_parts(given).items() if text not in ("", getattr(before, name))
    }
    code = sent_code(work, given) if names_code(given) else None
    check_details(work, given, code or code_of(work, before.CodeNum))
    if parts or (code is not None and code.CodeNum != before.CodeNum):
        if before.ProcStatus == COMPLETE:
            raise BadRequest("procCode, ToothNum, Surf and ToothRange cannot change on a complete procedure.")
        values.update(_moved(work, code, before, parts))
    if before.ProcStatus == COMPLETE and values.get("Discount", before.Discount) != before.Discount:
        raise BadRequest("Discount cannot change on a complete procedure.")
    if values.get("ProcStatus") == COMPLETE and before.ProcStatus != COMPLETE:
        values.update({"DateEntryC": work.today, "DateComplete": work.today})
    work.update(procedurelog, before.ProcNum, values)
    after = work.find(procedurelog, before.ProcNum, "Procedure")
    bring_along(work, before, after)
    if COMPLETE in (before.ProcStatus, after.ProcStatus):
        refresh_balances(work, [before.PatNum])
    follow(work, before.AptNum, before.PlannedAptNum, after.AptNum, after.PlannedAptNum)
    refresh_recalls(work, before.PatNum)
    log(work, "ProcEdit", "Procedure changed.", pat_num=before.PatNum, key=before.ProcNum)
    return work.one(UPDATED, "Procedure", {"ProcNum": before.ProcNum})


@serves(ProcedureLogs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one without linked rows."""
    row = changeable(work, given["ProcNum"])
    _refuse_status(work, row)
    claims = _preauthorizations(work, row)
    for name, column, words in _HANGS_ON:
        table = metadata.tables[name]
        _refuse_if(work, sa.select(table.c[column]).where(table.c[column] == row.ProcNum), words)
    links = metadata.tables["payplanlink"].c
    linked = sa.select(links.FKey).where(
        links.FKey == row.ProcNum, links.LinkType == PAY_PLAN_LINK.number("Procedure")
    )
    _refuse_if(work, linked, "a payment plan")
    work.connection.execute(sa.delete(claimproc).where(claimproc.c.ProcNum == row.ProcNum))
    for claim_num in claims:
        total_claim(work, claim_num)
    remove(work, row)
    return None


def _refuse_status(work: Work, row: Row) -> None:
    if row.ProcStatus == COMPLETE:
        if is_newer(_COMPLETE_TOO_SINCE, work.office.version):
            raise BadRequest(
                f"A complete procedure cannot be deleted before Open Dental {_COMPLETE_TOO_SINCE}."
            )
    elif row.ProcStatus not in _DELETABLE:
        raise BadRequest("Only procedures of the statuses TP, TPi and C can be deleted.")


def _preauthorizations(work: Work, row: Row) -> set[int]:
    """The preauthorizations of a procedure. BadRequest for any other claim, or when it is a claim's last procedure."""
    columns = claimproc.c
    mine = sa.select(columns.ClaimNum).where(columns.ProcNum == row.ProcNum)
    more = mine.where(columns.Status.not_in((ESTIMATE, PREAUTH)))
    _refuse_if(work, more.where(columns.ClaimNum != 0), "a claim")
    _refuse_if(work, more, "an insurance payment")
    claims = set(work.connection.execute(mine.where(columns.Status == PREAUTH)).scalars())
    for claim_num in claims:
        if all(each.ProcNum == row.ProcNum for each in procs_on(work, claim_num)):
            raise BadRequest("Not allowed to delete the last procedure of a preauthorization claim.")
    return claims


def _moved(work: Work, sent: Row | None, before: Row, parts: dict[str, str]) -> dict[str, Any]:
    present = code_of(work, before.CodeNum)
    code = sent or present
    if code.TreatArea != present.TreatArea:
        raise BadRequest("procCode is invalid: it must have the same treatment area as the present code.")
    check_area(code, {**{name: getattr(before, name) for name in PARTS}, **parts})
    return {**parts, "CodeNum": code.CodeNum}


def _refuse_if(work: Work, wanted: sa.Select[Any], words: str) -> None:
    if work.connection.execute(wanted.limit(1)).first() is not None:
        raise BadRequest(f"Not allowed to delete a procedure that is attached to {words}.")

"""ProcTPs: procedures of a Saved treatment plan, copied when it was saved."""

from __future__ import annotations

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.handlers.clinical.treat_plans import refuse_if_signed
from app.practice.schema.charting import proctp, treatplan
from app.practice.schema.office import definition
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.proc_tps import ProcTP, ProcTPs

_T = proctp.c
ROWS = Listing(
    name="ProcTP",
    columns=lambda: columns_of(
        ProcTP, proctp, {"priority": name_behind(_T.Priority, definition.c.DefNum, definition.c.ItemName)}
    ),
    source=proctp,
    filters={"ProcTPNum": Filter(_T.ProcTPNum), "TreatPlanNum": Filter(_T.TreatPlanNum)},
    order=(_T.ItemOrder, _T.ProcTPNum),
)


@serves(ProcTPs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The procedures of one plan, in order."""
    return work.page(ROWS, given)


@serves(ProcTPs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one while its plan is unsigned; other amounts do not follow."""
    row = _unsigned(work, given["ProcTPNum"], "updated")
    sent = [name for name in given if name != "ProcTPNum"]
    values = for_columns(proctp, given, sent)
    work.update(proctp, row.ProcTPNum, {**values, "SecDateTEdit": work.now})
    _tell(work, "Procedure of a saved treatment plan changed.", row)
    return work.one(ROWS, "ProcTP", {"ProcTPNum": row.ProcTPNum})


@serves(ProcTPs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one from its plan while it is unsigned."""
    row = _unsigned(work, given["ProcTPNum"], "deleted")
    take_away(work, proctp, row.ProcTPNum)
    _tell(work, "Procedure of a saved treatment plan deleted.", row)
    return None


def _unsigned(work: Work, key: int, what: str) -> Row:
    row = changeable(work, proctp, key, "ProcTP")
    plan = work.find(treatplan, row.TreatPlanNum, "TreatPlan")
    refuse_if_signed(plan, f"Only ProcTPs of an unsigned treatment plan can be {what}.")
    return row


def _tell(work: Work, words: str, row: Row) -> None:
    log(work, "TreatPlanEdit", words, pat_num=row.PatNum, key=row.TreatPlanNum)
    signal(work, "TPModule", key=row.PatNum)

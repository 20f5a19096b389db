"""TreatPlanAttaches: the procedures of an Active or Inactive treatment plan."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_rows import changeable
from app.practice.handlers.clinical.procedure_logs import changeable as changeable_procedure
from app.practice.handlers.clinical.treat_plan_copies import PROPOSED
from app.practice.handlers.clinical.treat_plans import SAVED
from app.practice.schema.charting import treatplan, treatplanattach
from app.practice.schema.office import definition
from app.practice.schema.procedures import procedurelog
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.treat_plan_attaches import TreatPlanAttach, TreatPlanAttaches

_A = treatplanattach.c
ROWS = Listing(
    name="TreatPlanAttach",
    columns=lambda: columns_of(
        TreatPlanAttach,
        treatplanattach,
        {"priority": name_behind(_A.Priority, definition.c.DefNum, definition.c.ItemName)},
    ),
    source=treatplanattach.join(procedurelog, procedurelog.c.ProcNum == _A.ProcNum),
    filters={
        "TreatPlanAttachNum": Filter(_A.TreatPlanAttachNum),
        "TreatPlanNum": Filter(_A.TreatPlanNum),
    },
    order=(_A.TreatPlanAttachNum,),
    # Procedures that were completed or deleted since then have left the plan.
    always=(procedurelog.c.ProcStatus.in_([sa.literal_column(str(each)) for each in PROPOSED]),),
)


@serves(TreatPlanAttaches.list)
def list_(work: Work, given: Given) -> Outcome:
    """The procedures of one plan."""
    return work.page(ROWS, given)


@serves(TreatPlanAttaches.create)
def create(work: Work, given: Given) -> Outcome:
    """Attach a treatment planned procedure of the same patient to an unsaved plan, once."""
    plan = changeable(work, treatplan, given["TreatPlanNum"], "TreatPlan")
    _refuse_saved(plan)
    procedure = changeable_procedure(work, given["ProcNum"])
    if procedure.PatNum != plan.PatNum:
        raise BadRequest("ProcNum is invalid: the procedure is another patient's.")
    if procedure.ProcStatus not in PROPOSED:
        raise BadRequest("ProcNum is invalid: the procedure must have the status TP or TPi.")
    row = for_columns(treatplanattach, given, ("TreatPlanNum", "ProcNum", "Priority"))
    held = sa.select(_A.TreatPlanAttachNum).where(
        _A.TreatPlanNum == plan.TreatPlanNum, _A.ProcNum == procedure.ProcNum
    )
    if work.connection.execute(held.limit(1)).first() is not None:
        raise BadRequest("ProcNum is invalid: the treatment plan has the procedure already.")
    key = work.insert(treatplanattach, row)
    _tell(work, "Procedure put on a treatment plan.", plan)
    path = f"/treatplanattaches?TreatPlanNum={plan.TreatPlanNum}"
    return work.created(ROWS, path, {"TreatPlanAttachNum": key})


@serves(TreatPlanAttaches.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a procedure's priority within this plan."""
    row = work.find(treatplanattach, given["TreatPlanAttachNum"], "TreatPlanAttach")
    plan = changeable(work, treatplan, row.TreatPlanNum, "TreatPlan")
    work.update(treatplanattach, row.TreatPlanAttachNum, for_columns(treatplanattach, given, ("Priority",)))
    _tell(work, "Priority on a treatment plan changed.", plan)
    return work.one(ROWS, "TreatPlanAttach", {"TreatPlanAttachNum": row.TreatPlanAttachNum})


def _refuse_saved(plan: Row) -> None:
    if plan.TPStatus == SAVED:
        raise BadRequest("TreatPlanNum is invalid: the treatment plan must be Active or Inactive.")


def _tell(work: Work, words: str, plan: Row) -> None:
    log(work, "TreatPlanEdit", words, pat_num=plan.PatNum, key=plan.TreatPlanNum)
    signal(work, "TPModule", key=plan.PatNum)

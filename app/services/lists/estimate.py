"""Reads what a treatment estimate says: the planned procedures that are not done, with their figures."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.chart.plans import PlanLine, PlanRows, plan_figures
from app.services.patients.chart.plans import PlansReader
from app.store.office import Office
from app.wire.resources.procedure_logs import ProcedureStatus
from app.wire.resources.treat_plan_attaches import TreatPlanAttach
from app.wire.resources.treat_plans import TreatPlan, TreatPlanStatus

T = TypeVar("T")
PLANNED = ProcedureStatus.TREATMENT_PLANNED


async def read_estimate(client: OpenDental, office: Office, pat_num: int, need: Need) -> tuple[PlanLine, ...]:
    """All planned procedures of a patient, those with a priority first: three requests with Queries.

    They needn't be on a plan: Open Dental puts them on the active one when its Treatment Plan module is opened.
    Raises the client's ApiErrors.
    """
    at = client.at(need)
    plans, procedures, appointments = await asyncio.gather(
        PlansReader(client, office).read(pat_num, need),
        _listed(at.procedure_logs.list(PatNum=pat_num)),
        _listed(at.appointments.list(PatNum=pat_num)),
    )
    every = TreatPlan(PatNum=pat_num, TPStatus=TreatPlanStatus.ACTIVE)
    attached = [
        TreatPlanAttach(ProcNum=row.ProcNum, Priority=row.Priority, priority=row.priority)
        for row in procedures
        if row.ProcStatus is PLANNED
    ]
    rows = PlanRows((every,), attached, (), plans.rows.claim_procs)
    (figures,) = plan_figures(rows, procedures, {row.AptNum: row for row in appointments})
    return figures.lines


async def _listed(reading: Awaitable[T]) -> T:
    """Rows are awaitable, but no coroutine."""
    return await reading

"""The patient's treatment plans, and what insurance is expected to pay."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.chart.plans import ESTIMATES, PlanRows
from app.services.patients.chart.branches import PLANS
from app.services.patients.parts.union import UnionRows, union_query
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.proc_tps import ProcTP
from app.wire.resources.treat_plan_attaches import TreatPlanAttach
from app.wire.resources.treat_plans import TreatPlan, TreatPlanStatus


class PatientPlans(Struct, frozen=True):
    """All plans with their procedures."""

    rows: PlanRows
    no_estimates: ApiError | None = None
    """Why the estimates couldn't be read."""
    reading: frozenset[int] = frozenset()
    """TreatPlanNums whose procedures are still being read."""


class PlansReader(PartReader[PatientPlans]):
    """One query; without Queries two requests, and one a plan, each shown as it comes."""

    part: ClassVar[Part] = Part.CHART
    also: ClassVar[frozenset[Part]] = frozenset({Part.ACCOUNT, Part.INSURANCE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> PatientPlans:
        """Read them. Raises the client's ApiErrors."""
        rows = await self._questions.ask("plans", union_query(PLANS, {"pat_num": int(pat_num)}), need)
        if rows is not None:
            found = UnionRows(PLANS, rows)
            return PatientPlans(
                PlanRows(
                    found.of("plan", TreatPlan),
                    found.of("attach", TreatPlanAttach),
                    found.of("copy", ProcTP),
                    found.of("estimate", ClaimProc),
                )
            )
        return await self._one_by_one(self.client.at(need), pat_num)

    async def _one_by_one(self, client: OpenDental, pat_num: int) -> PatientPlans:
        plans = tuple(await client.treat_plans.list(PatNum=pat_num))
        reading = {plan.TreatPlanNum for plan in plans}
        attaches: list[TreatPlanAttach] = []
        copies: list[ProcTP] = []
        estimates: list[ClaimProc] = []
        refused: ApiError | None = None

        def now() -> PatientPlans:
            rows = PlanRows(plans, tuple(attaches), tuple(copies), tuple(estimates))
            return PatientPlans(rows, refused, frozenset(reading))

        async def fill(plan: TreatPlan, reading_it: Awaitable[Any], take: Callable[[Any], None]) -> None:
            take(await reading_it)
            reading.discard(plan.TreatPlanNum)
            self.publish(pat_num, now())

        if not plans:
            return now()
        try:
            listed = await client.claim_procs.list(PatNum=pat_num)
            estimates += (row for row in listed if row.Status in ESTIMATES)
        except ApiError as error:
            refused = error
        self.publish(pat_num, now())
        await asyncio.gather(
            *(
                fill(plan, client.proc_tps.list(TreatPlanNum=plan.TreatPlanNum), copies.extend)
                if plan.TPStatus is TreatPlanStatus.SAVED
                else fill(
                    plan, client.treat_plan_attaches.list(TreatPlanNum=plan.TreatPlanNum), attaches.extend
                )
                for plan in plans
            )
        )
        return now()

"""What can be done with one of the patient's plans by a click."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.patients.parts.insurance import CoveredPlan
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import may
from app.viewmodels.staff.patient.sections.insurance.cards import PlanCard
from app.viewmodels.staff.patient.sections.insurance.fields import pat_plan
from app.viewmodels.staff.patient.sections.insurance.forms import CoverageForms
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict
from app.wire.resources.ins_subs import InsSubs
from app.wire.resources.ins_verifies import InsVerifies
from app.wire.resources.pat_plans import PatPlans


class PlanActions:
    """Each is sent at once; its outcome is a notice, with Undo."""

    def __init__(
        self,
        desk: DeskViewModel,
        person: Callable[[], Person],
        plan: Callable[[int], CoveredPlan | None],
        forms: CoverageForms,
    ) -> None:
        """`person` is the patient on whose page the plans are.

        `plan` finds a plan by its PatPlanNum; None: it is gone.
        """
        self._desk = desk
        self._person = person
        self._find = plan
        self._forms = forms

    def replace_plan(self, card: PlanCard) -> None:
        """Open the form for another plan of the same subscriber."""
        plan = self._plan(card)
        if plan is not None and plan.subscription is not None:
            self._forms.open(self._person(), (), plan.subscription)

    def verify_benefits(self, card: PlanCard) -> None:
        """Record that the plan's benefits were verified today."""
        if (plan := self._plan(card)) is not None:
            writes = self._desk.parts.patient_writes().insurance
            self._send(writes.verify_benefits(self._person(), plan.coverage.PlanNum, card.benefits.seen))

    def verify_eligibility(self, card: PlanCard) -> None:
        """Record that the patient's eligibility was verified today."""
        writes = self._desk.parts.patient_writes().insurance
        self._send(writes.verify_eligibility(self._person(), card.pat_plan_num, card.eligibility.seen))

    def move_up(self, card: PlanCard) -> None:
        """Exchange a plan with the one before it."""
        if (plan := self._plan(card)) is not None:
            row, writes = pat_plan(plan), self._desk.parts.patient_writes().insurance
            self._send(writes.edit_coverage(self._person(), row, {"Ordinal": row.Ordinal - 1}))

    def end(self, card: PlanCard) -> None:
        """End a coverage. Within ten seconds its undo leaves no trace."""
        if (plan := self._plan(card)) is not None:
            writes = self._desk.parts.patient_writes().insurance
            self._send(writes.drop_coverage(self._person(), pat_plan(plan)))

    def may_verify(self) -> Verdict:
        """Whether the key may record a verification."""
        return may(self._desk, InsVerifies.verify)()

    def may_replace(self) -> Verdict:
        """Whether the key may give a subscriber another plan."""
        return may(self._desk, InsSubs.update)()

    def may_order(self) -> Verdict:
        """Whether the key may change the order."""
        return may(self._desk, PatPlans.update)()

    def may_end(self) -> Verdict:
        """Whether the key may end coverage."""
        return may(self._desk, PatPlans.delete)()

    def _plan(self, card: PlanCard) -> CoveredPlan | None:
        """The plan of a card; a click may come when it was just read that the plan is gone."""
        if (plan := self._find(card.pat_plan_num)) is None:
            self._desk.warn(tr("This insurance was just ended. Nothing was changed."))
        return plan

    def _send(self, write: Awaitable[Entry]) -> None:
        self._desk.outcomes.start(write, "insurance")

"""The patient's insurance: plans in order with what they still pay, verified, changed, ordered, added and ended."""

from __future__ import annotations

from app.services.patients.parts.insurance import CoveredPlan, InsuranceReader, PatientInsurance
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.section_commands import ADD_INSURANCE
from app.viewmodels.staff.patient.sections.field_group import FieldGroup
from app.viewmodels.staff.patient.sections.insurance.actions import PlanActions
from app.viewmodels.staff.patient.sections.insurance.cards import PlanCard, plan_card
from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.viewmodels.staff.patient.sections.insurance.fields import plan_fields, plan_rows, refusals
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.verdict import Verdict
from app.wire.resources.pat_plans import PatPlans


class InsuranceSection(Section[PatientInsurance]):
    """`cards` are the plans in order. `open_plan` is the one whose fields are shown, by PatPlanNum."""

    reader = InsuranceReader
    command = ADD_INSURANCE

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.cards: tuple[PlanCard, ...] = ()
        self._forms: dict[int, CoverageForm] = {}
        """The open forms, by patient: one that is left stays as it was typed."""
        self.open_plan: int | None = None
        self._specs = plan_fields(desk, lambda: self.person)
        self.fields = FieldGroup(desk, self._specs, self)
        self.actions = PlanActions(desk, lambda: self.person, self._plan)

        desk.patient.busy.append(lambda: self.form is not None)

    @property
    def form(self) -> CoverageForm | None:
        """The open form of new coverage."""
        return self._forms.get(self.pat_num or 0)

    @property
    def counts_family(self) -> bool:
        """Whether the figures include the claims of relatives."""
        return self.value is None or self.value.counts_family

    def act(self) -> None:
        """Open the form of new coverage."""
        if (pat_num := self.pat_num) is not None and self.form is None:
            covered_by = [each.coverage.InsSubNum for each in self._plans]
            form = self._forms[pat_num] = CoverageForm(self.desk, self.person, covered_by, self)
            form.closed.connect(lambda: self._close_form(pat_num))
        self.changed.emit()

    def may_act(self) -> Verdict:
        """Whether the key may add coverage."""
        verdict = self.desk.parts.client.can(PatPlans.create)
        return Verdict(ok=verdict.ok, reason=verdict.reason)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. An open plan is closed; what is being typed in a plan's field is saved."""
        if pat_num != self.pat_num:
            self.fields.leave()
            self.open_plan = None
        super().show(pat_num)

    def toggle(self, pat_plan_num: int) -> None:
        """Show a plan's fields, or hide them."""
        self.open_plan = None if self.open_plan == pat_plan_num else pat_plan_num
        self._fill_fields()
        self.changed.emit()

    def _fill(self, value: PatientInsurance) -> None:
        pat_num, today = self.pat_num or 0, self.desk.now().date()
        self.cards = tuple(plan_card(each, at, pat_num, today) for at, each in enumerate(value.plans))
        if self.open_plan not in [card.pat_plan_num for card in self.cards]:
            self.open_plan = None
        self._fill_fields()

    def _fill_fields(self) -> None:
        plan = next((each for each in self._plans if each.coverage.PatPlanNum == self.open_plan), None)
        if plan is None:
            self.fields.leave()
        else:
            self.fields.fill(self.open_plan, plan_rows(plan), refusals(self.desk, self._specs))

    @property
    def _plans(self) -> tuple[CoveredPlan, ...]:
        return self.value.plans if self.value is not None else ()

    def _plan(self, card: PlanCard) -> CoveredPlan:
        return next(each for each in self._plans if each.coverage.PatPlanNum == card.pat_plan_num)

    def _close_form(self, pat_num: int) -> None:
        if (form := self._forms.pop(pat_num, None)) is not None:
            form.deleteLater()
            self.changed.emit()

"""The patient's insurance: plans in order with what they still pay, verified, changed, ordered, added and ended."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.services.patients.parts.insurance import CoveredPlan, InsuranceReader, PatientInsurance
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.section_commands import ADD_INSURANCE
from app.viewmodels.staff.patient.sections.field_group import FieldGroup
from app.viewmodels.staff.patient.sections.insurance.actions import PlanActions
from app.viewmodels.staff.patient.sections.insurance.cards import PlanCard, plan_card
from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.viewmodels.staff.patient.sections.insurance.fields import plan_fields, plan_rows, refusals
from app.viewmodels.staff.patient.sections.insurance.forms import CoverageForms
from app.viewmodels.staff.patient.sections.section import ActingSection
from app.viewmodels.verdict import Verdict
from app.wire.resources.pat_plans import PatPlans


class InsuranceSection(ActingSection[PatientInsurance]):
    """`cards` are the plans in order. `open_plan` is the one whose fields are shown, by PatPlanNum."""

    reader = InsuranceReader
    command = ADD_INSURANCE

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.cards: tuple[PlanCard, ...] = ()
        self.open_plan: int | None = None
        self._forms = CoverageForms(desk, self)
        self._forms.changed.connect(self.changed)
        self._specs = plan_fields(desk)
        self.fields = FieldGroup(desk, self._specs, self)
        self.actions = PlanActions(desk, self._person, self._plan, self._forms)
        desk.patient.busy.append(lambda: self.form is not None)

    @property
    def form(self) -> CoverageForm | None:
        """The open form of new coverage."""
        return self._forms.of(self.pat_num)

    def act(self) -> None:
        """Open the form of new coverage."""
        if self.pat_num is not None:
            plans = self.value.plans if self.value is not None else ()
            self._forms.open(self._person(), [each.coverage.InsSubNum for each in plans])

    def may_act(self) -> Verdict:
        """Whether the key may add coverage."""
        return may(self.desk, PatPlans.create)()

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
        plan = self._plan(self.open_plan or 0)
        if plan is None:
            self.open_plan = None
            self.fields.leave()
        else:
            number = plan.coverage.PatPlanNum
            self.fields.fill(number, self._person(), plan_rows(plan), refusals(self.desk, self._specs))

    def _plan(self, pat_plan_num: int) -> CoveredPlan | None:
        plans = self.value.plans if self.value is not None else ()
        return next((each for each in plans if each.coverage.PatPlanNum == pat_plan_num), None)

    def _person(self) -> Person:
        return person_of(self.desk, self.pat_num or 0)

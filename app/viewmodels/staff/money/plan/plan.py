"""Payment plans of the patient: what is due and overdue, making one, closing one."""

from __future__ import annotations

from app.services.money.ledger.plans import PlanStatus, plan_statuses
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.form import MoneyForm
from app.viewmodels.staff.money.plan.rules import PlanRules, with_tick


class PlanViewModel(MoneyForm):
    """The payment plan panel."""

    rules: PlanRules

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk, PlanRules(desk))
        self.closing = 0
        """The plan whose closing has to be confirmed by the same click once more; 0: none."""

    @property
    def statuses(self) -> tuple[PlanStatus, ...]:
        """The open plans that the patient pays or that cover the patient."""
        state = self.state
        if state.family is None or state.person is None:
            return ()
        pat_num = state.person.pat_num
        return tuple(
            each
            for each in plan_statuses(state.family)
            if not each.plan.IsClosed and pat_num in (each.plan.PatNum, each.plan.Guarantor)
        )

    def leave(self) -> None:
        """Forget the question, too: coming back, one click must not close a plan."""
        self.closing = 0
        super().leave()

    def tick(self, proc_num: int, *, on: bool) -> None:
        """Cover a procedure, or not."""
        self.use_draft(with_tick(self.state.draft, proc_num, on=on))

    def take_payment(self, status: PlanStatus) -> None:
        """Take what is due on a plan, in the payment panel."""
        if self.person is not None:
            plan, amount = status.plan, status.overdue or None
            number = plan.PayPlanNum if plan.IsDynamic and not plan.IsClosed else 0
            self.desk.money.take_payment(plan.Guarantor or self.person.pat_num, amount, plan=number)

    def close_plan(self, status: PlanStatus) -> None:
        """Close a plan; the first click asks."""
        if self.person is None or not self.state.is_entering:
            return
        if self.closing != status.plan.PayPlanNum:
            self.closing = status.plan.PayPlanNum
            self.changed.emit()
            return
        self.closing = 0
        person, plan, writes = self.person, status.plan, self.desk.parts.money_writes()
        self.attempt.send(
            self.desk.people.guarded(lambda approval: writes.close_plan(person, plan, approval))
        )
        self.show_state()

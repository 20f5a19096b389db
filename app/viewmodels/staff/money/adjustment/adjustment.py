"""Post an adjustment: the type, the amount, and what it is attached to."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.adjustment.rules import AdjustmentRules
from app.viewmodels.staff.money.adjustment.types import AdjustmentTypes
from app.viewmodels.staff.money.form import MoneyForm


class AdjustmentViewModel(MoneyForm):
    """The adjustment panel."""

    rules: AdjustmentRules

    def __init__(self, desk: DeskViewModel) -> None:
        self.types = AdjustmentTypes(desk)
        super().__init__(desk, AdjustmentRules(desk, self.types))
        self.types.setParent(self)
        self.types.changed.connect(self.show_state)

    def begin(self, person: Person, **about: Any) -> None:
        """Open it, with the types."""
        self.types.read()
        super().begin(person, **about)

    def choose_procedure(self, proc_num: int) -> None:
        """Attach it to a procedure, whose provider it gets; 0: to none."""
        self.use_draft(replace(self.state.draft, procedure=proc_num, provider=0))

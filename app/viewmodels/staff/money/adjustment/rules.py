"""What is entered of an adjustment, and what is posted."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import join, msg
from app.domain.money.adjustment_types import AdjustmentType, opposite_of
from app.domain.money.allocation import Kind
from app.domain.money.cautions import Around, Caution, Equal, refusals_first
from app.domain.money.cents import ZERO, cents
from app.domain.money.typed_amount import TypedAmount
from app.journal.entries import Entry
from app.services.money.account.records import AccountLine
from app.services.people.authority import Approval
from app.services.writes.money.money_writes import NewAdjustment
from app.viewmodels.inline.kinds import DateKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.adjustment.types import AdjustmentTypes
from app.viewmodels.staff.money.form import FormRules, FormState
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.payment.draft import read_typed
from app.wire.resources.adjustments import Adjustments


class AdjustmentDraft(Struct, frozen=True):
    """Texts as typed, numbers as chosen."""

    amount: str = ""
    adj_type: int = 0
    procedure: int = 0
    """A ProcNum; 0: attached to none."""
    provider: int = 0
    """0: that of the procedure, else the patient's."""
    day: str = ""
    """Empty: today."""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed; a choice alone is nothing."""
        return not (self.amount.strip() or self.note.strip())

    @property
    def typed(self) -> TypedAmount:
        """The amount, as far as it is one."""
        return read_typed(self.amount)

    @property
    def value(self) -> Decimal:
        """The amount in US dollars; 0: there is none yet."""
        return self.typed.value or ZERO


class AdjustmentRules(FormRules):
    """The type gives the sign, so that the amount is always entered positive."""

    kinds = ("adjustment",)
    sends = staticmethod(Adjustments.create)
    empty = AdjustmentDraft()

    def __init__(self, desk: DeskViewModel, types: AdjustmentTypes) -> None:
        self._desk = desk
        self._types = types

    def begun(self, draft: AdjustmentDraft, **about: Any) -> AdjustmentDraft:
        """On the procedure that the caller names."""
        return replace(draft, procedure=about.get("proc_num") or draft.procedure)

    def type_of(self, state: FormState) -> AdjustmentType | None:
        """The chosen type."""
        return self._types.find(state.draft.adj_type)

    def wrong(self, state: FormState) -> Wrong | None:
        """A type, an amount and a date are needed."""
        draft = state.draft
        if draft.typed.value is None:
            return Wrong("amount", draft.typed.problem or msg("Enter the amount first."))
        if self.type_of(state) is None:
            return Wrong("adj_type", msg("Choose the type of the adjustment."))
        if draft.day.strip() and (problem := DateKind(self._today).parse(draft.day).problem):
            return Wrong("day", join([problem]))
        return None

    def cautions(self, state: FormState) -> list[Caution]:
        """None before there is an amount and a type."""
        if not state.draft.value or (new := self.new(state)) is None:
            return []
        return refusals_first(self._desk.parts.money_writes().adjustment_cautions(new, self._around(state)))

    def posting(self, state: FormState, approval: Approval | None) -> Awaitable[Entry]:
        """Post it."""
        new = self.new(state)
        assert new is not None  # noqa: S101 # it was checked
        writes = self._desk.parts.money_writes()
        return writes.adjust(new, approval, around=self._around(state), answered=state.asked)

    def new(self, state: FormState) -> NewAdjustment | None:
        """What is posted; None while the type is not chosen."""
        draft, chosen = state.draft, self.type_of(state)
        if chosen is None or state.person is None:
            return None
        on = procedure_of(state)
        return NewAdjustment(
            person=state.person,
            amount=draft.value,
            adj_type=chosen.num,
            type_name=chosen.name,
            adds=chosen.adds,
            day=self.day(state),
            procedure=draft.procedure,
            provider=draft.provider or (on.prov_num if on is not None else 0),
            note=draft.note,
            opposite_type=opposite_of(chosen, self._types.types),
        )

    def day(self, state: FormState) -> date | None:
        """The entered date; None: today."""
        day = DateKind(self._today).parse(state.draft.day).value if state.draft.day.strip() else None
        return day if isinstance(day, date) else None

    @property
    def _today(self) -> date:
        return self._desk.now().date()

    def _around(self, state: FormState) -> Around:
        """What is owed on its procedure or by the patient, and equal adjustments of the day."""
        family, person = state.family, state.person
        if family is None or person is None or not family.complete:
            return Around(today=self._today)
        on, own = procedure_of(state), family.member(person.pat_num)
        owed = on.owed if on is not None else own.portion if own is not None else None
        chosen, day = self.type_of(state), self.day(state) or self._today
        signed = state.draft.value if chosen is not None and chosen.adds else -state.draft.value
        equal = tuple(
            Equal(row.AdjNum)
            for row in family.rows.adjustments
            if (row.PatNum, row.AdjType, row.AdjDate, row.ProcNum, cents(row.AdjAmt))
            == (person.pat_num, state.draft.adj_type, day, state.draft.procedure, signed)
        )
        return Around(today=self._today, owed=owed, equal=equal)


def procedure_of(state: FormState) -> AccountLine | None:
    """The account's line of the chosen procedure."""
    thing = Kind.PROCEDURE, state.draft.procedure
    lines = state.family.lines if state.family is not None else ()
    return next((line for line in lines if line.thing == thing), None) if state.draft.procedure else None

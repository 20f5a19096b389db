"""Moving a split of a payment to another provider or clinic: what it pays and its amount stay."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.text import Dollars, msg
from app.domain.money.cents import cents
from app.domain.people.rights import Right
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.change import Change
from app.services.writes.money.posting import AMOUNT, RestrictedChange
from app.services.writes.patients.change import edit
from app.wire.resources.pay_splits import PaySplit, PaySplits


class MoveSplit(RestrictedChange):
    """Moves one; its undo moves it back."""

    def undo(self, entry: Entry) -> Intent | None:
        """As of any other change."""
        return Change.undo(self, entry)


MOVE_SPLIT = MoveSplit(
    "split",
    PaySplits.update,
    right=Right.PAYMENT,
    key="SplitNum",
    not_done=msg("Payment split not changed"),
)


def move_split_intent(person: Person, row: PaySplit, changes: Mapping[str, int], to: str) -> Intent:
    """Change ProvNum or ClinicNum of a split of this patient; `to` is the new one's name. Needs 25.2.9.

    It needs the right to take payments of the split's amount.

    Raises CannotWrite if it has these values already.
    """
    amount = cents(row.SplitAmt)
    return edit(
        MOVE_SPLIT, f"split:{row.SplitNum}", row, changes, person=person, context={AMOUNT: f"{abs(amount)}"},
        words=msg(
            "{amount} of a payment moved to {to} for {name}",
            amount=Dollars(amount), to=to, name=person.display,
        ),
    )  # fmt: skip

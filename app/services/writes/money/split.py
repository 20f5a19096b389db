"""Moving a split of a payment to another provider or clinic: what it pays and the account's figures stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.text import Dollars, msg
from app.domain.money.cents import cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Intent
from app.services.writes.change import Change
from app.services.writes.money.posting import demands_of
from app.services.writes.patients.change import edit
from app.store.topics import Part
from app.wire.resources.pay_splits import PaySplit, PaySplits


class MoveSplit(Change):
    """Moves one; its undo moves it back."""

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to take payments."""
        return demands_of(intent, Right.PAYMENT, None, "", today)


MOVE_SPLIT = MoveSplit(
    "split",
    PaySplits.update,
    key="SplitNum",
    part=Part.ACCOUNT,
    not_done=msg("Payment split not changed"),
)


def move_split_intent(person: Person, row: PaySplit, changes: Mapping[str, int], to: str) -> Intent:
    """Change ProvNum or ClinicNum of a split of this patient; `to` is the new one's name. Needs 25.2.9.

    Raises CannotWrite if it has these values already.
    """
    amount = Dollars(cents(row.SplitAmt))
    return edit(
        MOVE_SPLIT, f"split:{row.SplitNum}", row, changes, person=person,
        words=msg("{amount} of a payment moved to {to} for {name}", amount=amount, to=to, name=person.display),
    )  # fmt: skip

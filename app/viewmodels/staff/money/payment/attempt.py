"""Sends a payment once, and follows what becomes of it while the panel shows it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject

from app.domain.money.cautions import Around
from app.services.writes.money.money_writes import NewPayment
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.attempt import Attempt

KINDS = ("payment", "allocation")  # words: kinds of writes


class PaymentAttempt(Attempt):
    """An attempt at a payment; with exact amounts it is done once they are set."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(desk, KINDS, parent)

    def take(
        self,
        new: NewPayment,
        around: Around,
        answered: Collection[str],
        keep: Callable[[], object] | None = None,
    ) -> None:
        """Post a payment; `answered` are the doubts that the user has answered with yes. `keep`: see `send`.

        Beyond the person's limits a second one is asked for her PIN.
        """
        writes = self._desk.parts.money_writes()
        self.send(
            self._desk.people.guarded(
                lambda approval: writes.take_payment(new, approval, around=around, answered=answered)
            ),
            keep,
        )

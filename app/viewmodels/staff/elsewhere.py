"""Who else in the office has the selected patient open: said in words, and in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, msg
from app.services.hub.presence import DeskPresence
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.translation import tr
from app.wire.hub.office import OpenElsewhere, Place

if TYPE_CHECKING:  # the desk has it, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

LEDGER = "ledger"
"""The id of the ledger's screen."""


class ElsewhereViewModel(QObject):
    """Tells the office what this desk has open, too. Only at a desk of a hub; `changed` follows `words`."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, presence: DeskPresence) -> None:
        super().__init__(desk)
        self._desk = desk
        self._presence = presence
        self._end = presence.watch(self.changed.emit)
        self._end_staff = desk.parts.staff.watch(self._tell)
        money = desk.money
        for signal in (desk.patient.changed, desk.screens.shown_changed, money.opened, money.left):
            signal.connect(self._tell)
        self._tell()

    @property
    def words(self) -> str:
        """Where else it is open: "Open at Desk 2 (Ben)"; empty: nowhere, or nobody knows."""
        return " · ".join(tr(words_of(each)) for each in self._presence.elsewhere)

    def close(self) -> None:
        """The desk was closed."""
        self._end()
        self._end_staff()

    def _tell(self) -> None:
        current, person = self._desk.patient.current, self._desk.parts.staff.signed_in
        pat_num = current.pat_num if current is not None else 0
        places = frozenset(self._places(pat_num)) if pat_num else frozenset()
        self._presence.show(pat_num, places, person.name if person is not None else "")

    def _places(self, pat_num: int) -> Iterator[Place]:
        yield Place.PATIENT
        if self._desk.screens.current == LEDGER:
            yield Place.LEDGER
        panel = self._desk.money.panels.get(PAYMENT)
        if panel is not None and panel.model.person is not None and panel.model.person.pat_num == pat_num:
            yield Place.PAYMENT


def words_of(there: OpenElsewhere) -> Text:
    """What another desk has open, with who is there; of several places the one that matters most."""
    if Place.PAYMENT in there.places:
        if there.who:
            return msg("{who} is entering a payment at {desk}", who=there.who, desk=there.desk)
        return msg("A payment is being entered at {desk}", desk=there.desk)
    if Place.LEDGER in there.places:
        if there.who:
            return msg("Ledger open at {desk} ({who})", desk=there.desk, who=there.who)
        return msg("Ledger open at {desk}", desk=there.desk)
    if there.who:
        return msg("Open at {desk} ({who})", desk=there.desk, who=there.who)
    return msg("Open at {desk}", desk=there.desk)

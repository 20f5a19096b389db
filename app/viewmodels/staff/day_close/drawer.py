"""The counted drawer: a column of numbers, their sum, and what should be there."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.money.cents import ZERO
from app.domain.money.day_close import DayFacts
from app.domain.money.drawer import MOST_PIECES, PIECES, expected_cash
from app.domain.money.pay_methods import Method
from app.services.money.closing.closed_days import Count
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close.totals import typed_total
from app.viewmodels.translation import tr


class DrawerModel(QObject):
    """`changed`: another count, or another day. `edited`: the user has typed; it is to be kept."""

    changed = Signal()
    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = Count()
        self.locked = False
        """The day is closed: nothing can be typed."""
        self.wrong = ""
        """Which field holds what is no number or amount; empty: none."""
        self._facts: DayFacts | None = None

    def show(self, count: Count, *, locked: bool) -> None:
        """Show the count of a day."""
        self.count, self.locked, self.wrong = count, locked, ""
        self.changed.emit()

    def follow(self, facts: DayFacts | None) -> None:
        """What was taken on the day; None: not known."""
        self._facts = facts
        self.changed.emit()

    # --- typing ---

    def type_piece(self, piece: Decimal, text: str) -> None:
        """How many of a note or coin; an empty text: none."""
        text = text.strip()
        if text and (not text.isdecimal() or int(text) > MOST_PIECES):
            self._refuse(str(piece))
            return
        pieces = {key: number for key, number in self.count.pieces.items() if key != str(piece)}
        if text and int(text):
            pieces[str(piece)] = int(text)
        counted = bool(pieces) or text == "0"
        self._take(replace(self.count, pieces=pieces, no_cash=counted and not pieces))

    def type_starting(self, text: str) -> None:
        """The cash that the drawer starts with each day."""
        self._amount("starting", text, lambda found: replace(self.count, starting=found or ZERO))

    def type_checks(self, text: str) -> None:
        """The sum of the checks; empty: not counted."""
        self._amount("checks", text, lambda found: replace(self.count, checks=found))

    def type_cards(self, text: str) -> None:
        """The terminal's batch total; empty: not known."""
        self._amount("cards", text, lambda found: replace(self.count, cards=found))

    def set_here_only(self, *, here_only: bool) -> None:
        """Whether the drawer holds only what was taken on this PC."""
        self._take(replace(self.count, here_only=here_only))

    # --- what is shown ---

    def pieces_of(self, piece: Decimal) -> str:
        """The number of a note or coin as it is shown."""
        number = self.count.pieces.get(str(piece), 0)
        return str(number) if number else ""

    def sum_of(self, piece: Decimal) -> str:
        """What the counted pieces of one kind are worth; empty: none."""
        number = self.count.pieces.get(str(piece), 0)
        return amount(piece * number) if number else ""

    @property
    def counted(self) -> str:
        """All counted cash."""
        return amount(self.count.cash) if self.count.cash is not None else ""

    @property
    def expected(self) -> str:
        """What should be in the drawer; empty: not known."""
        return amount(self._expected) if self._expected is not None else ""

    @property
    def difference(self) -> tuple[str, str]:
        """By how much the counted cash is off, in words, and the tone: "good", "alert", or empty."""
        if self.count.cash is None or self._expected is None:
            return "", ""
        off = self.count.cash - self._expected
        if not off:
            return tr("Agrees"), "good"
        if off < 0:
            return tr("{amount} short", amount=amount(-off)), "alert"
        return tr("{amount} over", amount=amount(off)), "alert"

    def expected_of(self, method: Method) -> str:
        """What was taken by a method; empty: not known."""
        if self._facts is None:
            return ""
        return amount(self._facts.expected(method, here_only=self.count.here_only))

    @property
    def _expected(self) -> Decimal | None:
        if self._facts is None:
            return None
        cash = self._facts.expected(Method.CASH, here_only=self.count.here_only)
        return expected_cash(self.count.starting, cash)

    # --- inside ---

    def _amount(self, field: str, text: str, changed: Callable[[Decimal | None], Count]) -> None:
        found = typed_total(text) if text.strip() else None
        if text.strip() and found is None:
            self._refuse(field)
        else:
            self._take(changed(found))

    def _refuse(self, field: str) -> None:
        self.wrong = field
        self.changed.emit()

    def _take(self, count: Count) -> None:
        if self.locked:
            return
        different = count != self.count
        self.count, self.wrong = count, ""
        if different:
            self.edited.emit()
        self.changed.emit()


__all__ = ["PIECES", "DrawerModel"]

"""The drawer as it is typed: exact, forgiving where nothing is ambiguous, and locked once the day is closed."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.money.day_close import DayFacts, Origin, Taken
from app.domain.money.pay_methods import Method
from app.services.money.closing.closed_days import Count
from app.viewmodels.staff.day_close.drawer import DrawerModel
from app.viewmodels.staff.day_close.totals import typed_total

DAY = datetime.date(2026, 11, 17)


@pytest.fixture
def drawer(qapp: QApplication) -> DrawerModel:
    """A drawer of a day with 80.00 in cash; it starts with 50.00."""
    found = DrawerModel(QObject(qapp))
    paid = Taken(1, 1, Decimal("80.00"), Method.CASH, DAY, DAY, origin=Origin.HERE)
    found.show(Count(starting=Decimal("50.00")), locked=False)
    found.follow(DayFacts(DAY, (paid,)))
    return found


def test_pieces_add_up(drawer: DrawerModel) -> None:
    """Counted, expected and the difference follow every piece; an empty field takes it back."""
    assert (drawer.counted, drawer.expected, drawer.difference) == ("", "130.00", ("", ""))
    drawer.type_piece(Decimal(20), "6")
    drawer.type_piece(Decimal("0.25"), "20")
    assert (drawer.counted, drawer.difference) == ("125.00", ("5.00 short", "alert"))
    drawer.type_piece(Decimal(5), "1")
    assert drawer.difference == ("Agrees", "good")
    drawer.type_piece(Decimal(1), "3")
    assert drawer.difference == ("3.00 over", "alert")
    drawer.type_piece(Decimal(1), "")
    assert drawer.difference == ("Agrees", "good")
    assert drawer.sum_of(Decimal("0.25")) == "5.00"


def test_an_empty_drawer_is_counted_with_a_zero(drawer: DrawerModel) -> None:
    """Nothing typed is not counted; a zero is."""
    assert drawer.count.cash is None
    drawer.type_piece(Decimal(100), "0")
    assert drawer.count.cash == 0
    assert drawer.difference == ("130.00 short", "alert")


def test_nonsense_changes_nothing(drawer: DrawerModel) -> None:
    """What is no number marks its field and leaves the count; a closed day takes nothing."""
    edits: list[int] = []
    drawer.edited.connect(lambda: edits.append(1))
    drawer.type_piece(Decimal(20), "6")
    for text in ("x", "-1", "1.5", "100000", "²"):
        drawer.type_piece(Decimal(20), text)
        assert drawer.wrong == "20"
        assert drawer.pieces_of(Decimal(20)) == "6"
    drawer.type_cards("12,50")
    assert drawer.wrong == "cards"
    assert drawer.count.cards is None
    drawer.type_cards("12.50")
    assert (drawer.wrong, drawer.count.cards) == ("", Decimal("12.50"))
    assert len(edits) == 2
    drawer.show(drawer.count, locked=True)
    drawer.type_piece(Decimal(20), "9")
    drawer.set_here_only(here_only=True)
    assert drawer.pieces_of(Decimal(20)) == "6"
    assert not drawer.count.here_only
    assert len(edits) == 2


def test_totals_as_they_are_typed(qapp: QApplication) -> None:
    """A total can be nothing, and a batch of refunds negative; anything else is read as an amount is."""
    for text, wanted in (
        ("0", "0"), ("0.00", "0"), ("12.5", "12.50"), ("$1,234.50", "1234.50"), ("-35.00", "-35.00"),
        ("−35", "-35.00"), ("-$35", "-35.00"),
    ):  # fmt: skip
        assert typed_total(text) == Decimal(wanted), text
    for text in ("", "x", "1.234", "--5", "1,2", "."):
        assert typed_total(text) is None, text

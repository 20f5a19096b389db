"""Sums of production: what isn't known stays unknown."""

from __future__ import annotations

from decimal import Decimal

from app.domain.huddle.production import Goals, Worth, by, percent, total

FEES = (
    Worth(1, 3, 1, Decimal("200.00"), Decimal("150.00")),
    Worth(1, 4, 1, Decimal("100.00"), Decimal("100.00")),
    Worth(2, 4, 2, Decimal("50.00"), None),
)


def test_sums_by_provider_and_operatory() -> None:
    """Gross adds up everywhere; a net sum is unknown as soon as one part of it is."""
    assert total(FEES).gross == Decimal("350.00")
    assert total(FEES).net is None
    assert total(FEES[:2]).net == Decimal("250.00")
    by_provider = by(FEES, lambda each: each.prov_num)
    assert {key: found.net for key, found in by_provider.items()} == {1: Decimal("250.00"), 2: None}
    by_chair = by(FEES, lambda each: each.op_num)
    assert {key: found.gross for key, found in by_chair.items()} == {3: Decimal(200), 4: Decimal(150)}


def test_goals_are_hourly() -> None:
    """A provider's goal is the hourly one times the hours of the day; who has none counts in no sum."""
    goals = Goals({1: Decimal(400), 2: Decimal(100)}, {1: 450, 3: 480})
    assert goals.of(1) == Decimal("3000.00")
    assert goals.of(2) == 0
    assert goals.of(3) is None
    assert goals.all == Decimal("3000.00")
    assert Goals({}, {1: 480}).all is None
    assert percent(Decimal(1500), goals.all) == 50
    assert percent(Decimal(1500), None) is None


def test_a_clinic_has_its_own_goal() -> None:
    """A clinic's amounts are held against the hours in its operatories, never against the whole office's goal."""
    goals = Goals({1: Decimal(400)}, {1: 480}, {7: {1: 120}})
    assert (goals.at(0).all, goals.at(7).all, goals.at(8).all) == (Decimal(3200), Decimal(800), None)

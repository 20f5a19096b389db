"""Recall intervals as people type them."""

from __future__ import annotations

from app.domain.people.recall_interval import interval_parts, recall_interval


def test_a_typed_interval() -> None:
    """Any spelling gives the office's form; what is no interval gives none."""
    typed = {
        "6m1d": "6m1d", "0y6m0w1d": "6m1d", "6M 1D": "6m1d", "6 months": "6m", "1 year, 2 weeks": "1y2w",
        "1d 6m": "6m1d",
        "3m3m": "6m",
    }  # fmt: skip
    assert {text: recall_interval(text) for text in typed} == typed
    assert [recall_interval(text) for text in ("", "6", "soon", "0m", "6x", "999m", "6m please")] == [
        None
    ] * 7


def test_the_parts_of_an_interval() -> None:
    """Numbers with their units, years first; what is no interval has none."""
    assert interval_parts("1d6m") == ((6, "m"), (1, "d"))
    assert interval_parts("1y") == ((1, "y"),)
    assert interval_parts("") == interval_parts("soon") == ()

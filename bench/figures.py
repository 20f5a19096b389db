"""The result of a measurement, and whether it is within its budget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """The value, its unit, and its maximum (or minimum); None: no budget, printed for information."""

    name: str
    value: float
    unit: str
    limit: float | None
    ok: bool


def beside(name: str, value: float, unit: str) -> Figure:
    """A figure for information, without a budget."""
    return Figure(name, round(value, 4), unit, None, ok=True)


def at_most(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must not pass its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must reach its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value >= limit)

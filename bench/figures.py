"""What a measurement says, and whether its budget holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One budget: what was measured, in which unit, and the most (or least) that it may be."""

    name: str
    value: float
    unit: str
    limit: float
    ok: bool


def at_most(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must not pass its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must reach its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value >= limit)

"""What a measurement says, and whether its budget holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in which unit, and the most (or least) that it may be; None: no budget, told beside one."""

    name: str
    value: float
    unit: str
    limit: float | None
    ok: bool


def beside(name: str, value: float, unit: str) -> Figure:
    """A figure that helps to read the others; nothing is promised of it."""
    return Figure(name, round(value, 4), unit, None, ok=True)


def at_most(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must not pass its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that must reach its limit."""
    return Figure(name, round(value, 4), unit, limit, ok=value >= limit)

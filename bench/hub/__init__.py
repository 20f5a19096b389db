"""The hub: what it costs desks, and how many devices one process carries."""

from __future__ import annotations

from bench.figures import Figure
from bench.hub import desks, identify, passing


def measure() -> list[Figure]:
    """The budgets. The group of 1,000 devices is measured by hand: `python -m bench.hub.group`."""
    return [*passing.measure(), *identify.measure(), *desks.measure()]

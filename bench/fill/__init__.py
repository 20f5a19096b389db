"""Who fits free time, and the next openings, from what is in memory."""

from bench.fill.measuring import measure

__all__ = ["measure"]

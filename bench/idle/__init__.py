"""How often an idle program is woken."""

from bench.idle.measuring import measure

__all__ = ["measure"]

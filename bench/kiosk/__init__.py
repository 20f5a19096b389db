"""The kiosk: how soon it is there, how much memory it takes, how fast its pages are."""

from bench.kiosk.measuring import measure

__all__ = ["measure"]

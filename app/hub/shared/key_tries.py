"""Tries to start over with the office's customer key."""

from __future__ import annotations

from app.hub.handling import Refusal
from app.hub.hub import Hub

TRY_SECONDS = 10.0
"""Between two wrong keys: a key is long, and nobody types it six times a minute."""


class KeyTries:
    """`hub.part(KeyTries)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._next = 0.0

    def is_right(self, customer_key: str) -> bool:
        """Whether it is the office's customer key. Refusal 429 right after a wrong one."""
        moment = self._hub.clock.monotonic()
        if moment < self._next:
            raise Refusal(429, "wait")
        if self._hub.knows_key(customer_key.strip()):
            return True
        self._next = moment + TRY_SECONDS
        return False

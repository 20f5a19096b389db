"""The office's own statuses of appointments and recalls, and which of them a logged call sets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Reached(StrEnum):
    """How a call ended. The names are kept on disk."""

    MESSAGE = "message"
    NO_ANSWER = "no answer"


class StatusKind(StrEnum):
    """Which of the office's lists of statuses. The names are kept on disk."""

    CONFIRMATION = "confirmation"
    """Of scheduled appointments (category 2)."""
    WAITING = "waiting"
    """Of recalls, and of appointments on the Unscheduled, ASAP and Planned lists (category 13)."""


_PLAIN_NAMES = {
    Reached.MESSAGE: frozenset({"leftmessage", "leftmsg", "leftamessage"}),
    Reached.NO_ANSWER: frozenset({"noanswer"}),
}  # words: names that offices give their statuses


def certain_status(reached: Reached, statuses: Mapping[int, str]) -> int:
    """The only status whose name says just this; 0: none does, or several do. `statuses` are names by DefNum."""
    found = [number for number, name in statuses.items() if _letters(name) in _PLAIN_NAMES[reached]]
    return found[0] if len(found) == 1 else 0


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.casefold()))

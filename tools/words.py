"""The tools' output: one plain line per step, and errors as sentences. ASCII, for every console."""

from __future__ import annotations

import sys


class Trouble(Exception):
    """An error that the user can fix; its text says what and how."""


def say(text: str) -> None:
    """One line about the current step."""
    sys.stdout.write(f"-- {text}\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """A detail line below it."""
    sys.stdout.write(f"   {text}\n")
    sys.stdout.flush()

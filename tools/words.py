"""How the tools speak: one plain line a step, and errors as sentences. ASCII, for every console."""

from __future__ import annotations

import sys


class Trouble(Exception):
    """Something that people can mend; its text says what and how."""


def say(text: str) -> None:
    """One line about what is happening now."""
    sys.stdout.write(f"-- {text}\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """A line of detail below it."""
    sys.stdout.write(f"   {text}\n")
    sys.stdout.flush()

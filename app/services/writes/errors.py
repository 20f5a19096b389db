"""What stands in a write's way before it is one."""

from __future__ import annotations


class CannotWrite(Exception):
    """It cannot even be tried. The text is a sentence for people."""

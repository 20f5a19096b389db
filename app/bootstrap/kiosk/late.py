"""Stands in for what loads after the first paint."""

from __future__ import annotations

from typing import Any


class Late:
    """Passes everything on to the part that it becomes. Nothing uses it before the window is painted."""

    def __init__(self) -> None:
        self._part: Any = None

    def become(self, part: Any) -> None:
        """The part has loaded, or is replaced by another one."""
        self._part = part

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part, name)

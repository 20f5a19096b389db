"""What scans a page: the interface, whatever the system does it with."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from app.core.text import Text


class ScanFailed(Exception):
    """Nothing was scanned; `words` say why and what to do."""

    def __init__(self, words: Text) -> None:
        super().__init__(str(words))
        self.words = words


class Scan(Struct, frozen=True):
    """A scanned page. `extension` has its dot."""

    content: bytes
    extension: str


class Scanner(Protocol):
    """Scans one page with the system's own window, in which the user chooses scanner and settings."""

    async def scan(self) -> Scan | None:
        """The page; None if the user closed the window. Raises ScanFailed. Canceling it closes the window."""
        ...

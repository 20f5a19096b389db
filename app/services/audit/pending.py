"""Records on their way to the disk."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from app.services.audit.audit import Record


class Pending:
    """Taken from any thread, written by one; a record leaves it only once it is on disk."""

    def __init__(self) -> None:
        self._records: deque[Record] = deque()
        self._lock = threading.Lock()
        self._writing = False

    def add(self, record: Record) -> None:
        """Add one at the end."""
        self._records.append(record)

    def claim(self) -> bool:
        """Whether the caller should start the writing: there is something, and nobody writes."""
        with self._lock:
            if self._writing or not self._records:
                return False
            self._writing = True
            return True

    def write_all(self, write: Callable[[list[Record]], None]) -> None:
        """Write batches until nothing is left. If `write` raises, its batch stays."""
        while True:
            batch = list(self._records)
            try:
                if batch:
                    write(batch)
            except BaseException:
                self._writing = False
                raise
            with self._lock:
                for _ in batch:
                    self._records.popleft()
                if not self._records:
                    self._writing = False
                    return

    def __len__(self) -> int:
        return len(self._records)

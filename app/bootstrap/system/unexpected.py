"""What people are only told to be Front Desk's own mistake is reported, too."""

from __future__ import annotations

from collections.abc import Callable

from app.bootstrap.system import reports


class UnexpectedErrors:
    """One for the program."""

    def __init__(self) -> None:
        self._end: Callable[[], None] | None = None

    def report(self) -> None:
        """Report them from now on. The messages load with the first page that may show one."""
        if self._end is None:
            from app.viewmodels.messages import on_unexpected

            self._end = on_unexpected(reports.of_task)

    def close(self) -> None:
        """The program ends."""
        if self._end is not None:
            self._end()
            self._end = None

"""What one command of the Queries resource may use: time, and memory that SQLite doesn't count."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

from app.core.clock import Clock
from app.practice.server.refusals import BadRequest, Refusal, TookTooLong

MOST_SECONDS = 60.0
"""The time limit of a request in seconds; above it, it ends in 504."""
TOO_LONG = "The request took longer than 60 seconds."
MOST_COMMAND = 1_000_000
"""The longest command in characters."""
MOST_TOKENS = 10_000
"""The longest command in tokens; a list of keys counts as one."""
MOST_NESTED = 100
"""The deepest nesting of parentheses and assignments: SQLite's parser takes fewer, and each level is read again."""
MOST_EXPANSIONS = 1_000
"""How often a command may read its WITH tables: SQLite copies each one to where it is read, without a limit."""
MOST_TEXT = 1_000_000
"""The longest text in characters that a function returns, as group_concat_max_len in MariaDB."""
MOST_PATTERN = 1_000
"""The longest pattern or format in characters."""
MOST_HELD = 64_000_000
"""What variables and groups may hold together, in characters."""
MOST_MEMORY = 1 << 30
"""The heap that SQLite may use in this process, in bytes: sorting and temporary tables are in it."""
MOST_ANSWER = 50_000_000
"""The largest page of rows in characters."""
TOO_DEEP = "SQL error: too many parentheses within each other."
TOO_MUCH_MEMORY = "SQL error: the query needs more memory than one query may have."


class TooLarge(Exception):
    """A function's text would become longer than MOST_TEXT, or its pattern is longer than MOST_PATTERN."""


class Allowance:
    """Time and memory left for the running command. Functions check it: SQLite can't interrupt one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends = math.inf
        self._held = 0
        self.why: Refusal | None = None
        """Why a function stopped the command: SQLite reports only that one did."""

    def begin(self, seconds: float) -> None:
        """Start a new command that may take so many seconds, with no memory in use."""
        self._ends = self._clock.monotonic() + seconds
        self._held = 0
        self.why = None

    def stop(self) -> None:
        """Stop the running command at its next check. May be called from another thread."""
        self._ends = -math.inf

    def left(self) -> float:
        """Seconds that are left. Raises TookTooLong when there are none."""
        seconds = self._ends - self._clock.monotonic()
        if seconds < 0:
            self.refuse(TookTooLong(TOO_LONG))
        return seconds

    def is_over(self) -> bool:
        """Whether the time is over."""
        return self._clock.monotonic() > self._ends

    def hold(self, size: int) -> None:
        """Reserve memory for so many characters; a negative size releases it. Raises BadRequest above MOST_HELD."""
        self._held += size
        if self._held > MOST_HELD:
            self.refuse(BadRequest(TOO_MUCH_MEMORY))

    def refuse(self, why: Refusal) -> NoReturn:
        """Stop the command by raising the refusal; the first one is kept in `why`."""
        self.why = self.why or why
        raise why

    def bounded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a SQL function in the limits of time and text length. A text returned unchanged may be longer."""

        @wraps(function)
        def call(*given: Any) -> Any:
            self.left()
            try:
                found = function(*given)
                is_long = isinstance(found, str) and len(found) > MOST_TEXT
                if is_long and not any(found is each for each in given):
                    raise TooLarge
            except TooLarge:
                self.refuse(BadRequest("SQL error: a text or a pattern in the query becomes too long."))
            return found

        return call


def fits(size: int) -> int:
    """Return the size of a text that a function is about to build. Raises TooLarge above MOST_TEXT."""
    if size > MOST_TEXT:
        raise TooLarge
    return size


def pattern_fits(pattern: str) -> str:
    """Return the pattern. Raises TooLarge above MOST_PATTERN."""
    if len(pattern) > MOST_PATTERN:
        raise TooLarge
    return pattern

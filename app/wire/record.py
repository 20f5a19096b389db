"""Base class of all records: a row of the API with the wire's own names."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Record(msgspec.Struct, gc=False, kw_only=True):
    """A row of an API answer.

    Every field has a default, so a missing one reads as empty; dates may be None.
    """

    primary_key: ClassVar[str | None] = None
    """The primary key's field; None where an answer is not a table row."""

    def __repr__(self) -> str:
        """The record's type and key only: its content is patient data and must not reach a log."""
        key = self.primary_key
        return f"{type(self).__name__}({f'{key}={getattr(self, key)}' if key else ''})"

"""The ground of every record: a row of the API with the wire's own names."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Record(msgspec.Struct, gc=False, kw_only=True):
    """A row as the API answers it.

    Every field has a default, so a missing one reads as empty; dates may be None.
    """

    primary_key: ClassVar[str | None] = None
    """The field that names a row; None where an answer is no row of a table."""

    def __repr__(self) -> str:
        """The record's type and key: what stands in it is a patient's, and no log's."""
        key = self.primary_key
        return f"{type(self).__name__}({f'{key}={getattr(self, key)}' if key else ''})"

"""A text of the office with its line breaks. The API's own answers have spaces for them, so edits would lose them."""

from __future__ import annotations

from app.api.errors import ApiError, NotSent, TooManyRequests
from app.wire.endpoint import Sender
from app.wire.resources.queries import Queries

MARK = "~br~"
"""Stands for a line break in the query's answer, which would have a space for it too."""


def marked(column: str) -> str:
    """The expression of a text column with `MARK` for each line break."""
    return f"REPLACE(REPLACE({column}, '\r', ''), '\n', '{MARK}')"


async def text_with_breaks(office: Sender, table: str, key: str, number: int, column: str) -> str | None:
    """A text column of the row with this key; None if the key may send no queries, or this one is refused.

    The names are the program's own. Raises NotSent and TooManyRequests, after which a retry would work.
    """
    command = f"SELECT {marked(column)} AS Text FROM {table} WHERE {key} = {int(number)}"  # noqa: S608  # our names, a number
    try:
        rows = await Queries(office).short_query(SqlCommand=command)
    except (NotSent, TooManyRequests):
        raise
    except ApiError:
        return None
    return str(rows[0].get("Text") or "").replace(MARK, "\r\n") if rows else None

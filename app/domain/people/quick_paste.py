"""Ready-made notes put into a text while it is typed: a question mark and an abbreviation, as in Open Dental."""

from __future__ import annotations

import re

_TYPED = re.compile(r"(?:(?<=\s)|^)\?([^\s?]*)$")
"""A question mark at the beginning of a word, and what has been typed of the abbreviation."""


def abbreviation_before(text: str, cursor: int) -> str | None:
    """What has been typed of an abbreviation just before the cursor, without its question mark; None: nothing."""
    found = _TYPED.search(text[:cursor])
    return found.group(1) if found is not None else None


def put_in(text: str, cursor: int, note: str) -> tuple[str, int]:
    """The text with a note at the cursor, in place of a typed abbreviation, and where the cursor is then."""
    typed = abbreviation_before(text, cursor)
    start = cursor if typed is None else cursor - len(typed) - 1
    before, after = text[:start], text[cursor:]
    gap = " " if before and not before[-1].isspace() else ""
    behind = " " if after[:1].isalnum() else ""
    return f"{before}{gap}{note}{behind}{after}", len(before) + len(gap) + len(note)

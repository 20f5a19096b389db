"""JSON as text, before it has any meaning: what a body holds, however it is printed, and how much it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What some servers put before UTF-8. It says nothing."""
NOTHING = (b"", b'""', b"null")
"""Bodies that say nothing."""
MOST_ROWS = 10_000
"""Of one page: the largest that a key can have."""
MOST_DEPTH = 100
"""Values inside each other. No documented answer has more than four."""
COUNTED_BYTES = 1_000_000
"""From this size on a page's rows are counted before it is read."""
MOST_VALUES = 2_000_000
"""Of a page that is read value by value: the largest page with 200 fields a row."""

_MALFORMED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_MARKS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},]', re.DOTALL)
"""Whole texts, and what stands between values."""


class CodecError(ValueError):
    """An answer that is not what the documentation says. Its text names fields and types, never content."""


class TooManyRows(CodecError):
    """More rows, or values, than a page has."""


class TooDeep(CodecError):
    """Too many values inside each other."""


class TooManyDigits(CodecError):
    """A number that no field keeps."""


class BrokenRow(msgspec.Struct, frozen=True):
    """A row of a list that is no JSON, though the list around it is: bad UTF-8, a bare line break, NaN."""

    text: bytes


def decode_any(data: bytes) -> Any:
    """Read any JSON as it stands; None for an empty answer. Raises CodecError, also for what could not be kept."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    if not data.strip():
        return None
    _check_values(data)
    try:
        found = msgspec.json.decode(data)
    except _MALFORMED as wrong:
        raise _refusal(wrong) from None
    for value in _values(found):
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise TooManyDigits("a number is too large")
    return found


def _values(found: Any) -> Iterator[Any]:
    """A value and all that are inside it, level by level. Raises TooDeep below `MOST_DEPTH` levels.

    Python 3.11 refuses to decode what is too deep; later ones decode it, and everybody else runs out of stack.
    """
    level = [found]
    for _ in range(MOST_DEPTH):
        yield from level
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
        if not level:
            return
    raise _refusal(RecursionError())


def native(decoder: msgspec.json.Decoder[T], data: bytes) -> T | None:
    """What msgspec makes of it alone; None when that fails. Its error goes no further: it may hold the body."""
    try:
        return decoder.decode(data)
    except _MALFORMED:
        return None


def loose_rows(data: bytes, key: str | None = None) -> list[Any]:
    """Whatever JSON it is, as a list of rows. Where only rows are broken, they alone are, as BrokenRow.

    A bare object is a list of one if it has the field `key`; else it may be somebody else's message.
    """
    if data.strip() in NOTHING:
        return []
    _check_values(data)
    try:
        found = _loose(data)
    except CodecError:
        parts = _parts(data.strip())
        if parts is None:
            raise
        found = [_row(part) for part in parts]
    if isinstance(found, dict) and (key is None or key in found):
        return [found]
    if not isinstance(found, list):
        raise CodecError(f"a list is expected, not {type(found).__name__}")
    return found


def check_rows(data: bytes) -> None:
    """Refuse a page of far too many rows before it takes memory. A note may hold a brace, so twice as many pass.

    Counting costs a quarter of the reading; a page of ordinary size does not hold so many that it matters.
    """
    if len(data) > COUNTED_BYTES and data.count(b"{") > 2 * MOST_ROWS:
        raise TooManyRows(f"more than {MOST_ROWS} rows")


def _check_values(data: bytes) -> None:
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > MOST_VALUES:
        raise TooManyRows(f"more than {MOST_VALUES} values")


def _loose(data: bytes) -> Any:
    try:
        found = msgspec.json.Decoder(float_hook=Decimal).decode(data)
    except _MALFORMED as wrong:
        raise _refusal(wrong) from None
    except ArithmeticError:
        raise TooManyDigits("a number of a size that no field has") from None
    for _ in _values(found):
        pass
    return found


def _row(part: bytes) -> Any:
    try:
        return _loose(part)
    except CodecError:
        return BrokenRow(part)


def _parts(data: bytes) -> list[bytes] | None:
    """The texts of a list's rows, by their brackets alone; None when it is no list, or not a whole one."""
    parts: list[bytes] = []
    depth = begin = 0
    for mark in _MARKS.finditer(data):
        sign, at = mark[0], mark.start()
        if depth == 1 and sign in (b",", b"]"):
            parts.append(data[begin:at])
            begin = at + 1
        if sign in (b"[", b"{"):
            depth += 1
            begin = 1 if depth == 1 else begin
        elif sign in (b"]", b"}"):
            depth -= 1
        if not depth:
            whole = data.startswith(b"[") and sign == b"]" and mark.end() == len(data)
            return parts if whole else None
    return None


def _refusal(wrong: Exception) -> CodecError:
    if isinstance(wrong, RecursionError):
        return TooDeep("too many values inside each other")
    if "out of range" in str(wrong):
        return TooManyDigits("a number is too large")
    return CodecError(f"not JSON, or not wholly: {type(wrong).__name__}")

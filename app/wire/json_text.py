"""JSON as text, before it has any meaning: what a body holds, however it is printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What some servers put before UTF-8. It says nothing."""
NOTHING = (b"", b'""', b"null")
"""Bodies that say nothing."""
_MALFORMED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class CodecError(ValueError):
    """An answer that is not what the documentation says. Its text names fields and types, never content."""


def decode_any(data: bytes) -> Any:
    """Read any JSON as it stands; None for an empty answer. Raises CodecError for what is no JSON."""
    data = data.removeprefix(BYTE_ORDER_MARK)
    if not data.strip():
        return None
    try:
        return msgspec.json.decode(data)
    except _MALFORMED as wrong:
        raise CodecError(f"not JSON, or not wholly: {type(wrong).__name__}") from None


def native(decoder: msgspec.json.Decoder[T], data: bytes) -> T | None:
    """What msgspec makes of it alone; None when that fails. Its error goes no further: it may hold the body."""
    try:
        return decoder.decode(data)
    except _MALFORMED:
        return None


def loose_rows(data: bytes) -> list[Any]:
    """Whatever JSON it is, as a list of rows."""
    if data.strip() in NOTHING:
        return []
    try:
        found = msgspec.json.Decoder(float_hook=Decimal).decode(data)
    except _MALFORMED as wrong:
        raise CodecError(f"not JSON, or not wholly: {type(wrong).__name__}") from None
    except ArithmeticError:
        raise CodecError("a number of a size that no field has") from None
    if isinstance(found, dict):
        return [found]
    if not isinstance(found, list):
        raise CodecError(f"a list is expected, not {type(found).__name__}")
    return found

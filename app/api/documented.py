"""Checks a successful answer against the method's documentation.

A web filter, a hotel's sign-in page or a proxy may answer 200 with its own page, which must never count as
the office's answer. Only the outer form is checked here; the codec checks the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any

import msgspec
from msgspec import Struct

from app.api import errors
from app.api.transport import Answer
from app.wire.endpoint import Endpoint
from app.wire.fields import Since, bare
from app.wire.json_text import BYTE_ORDER_MARK, NOTHING
from app.wire.lenient import Misread, read_int

GOOD_STATUSES = frozenset({200, 201, 204})
MOST_DIGITS = 19
"""Digits of a key: the database stores 64 bits."""
_NO_KEY = tuple(map(msgspec.Raw, NOTHING))
_JSON_BEGINS = tuple(bytes([each]) for each in b'[{"-0123456789tfn')


class Shape(StrEnum):
    """The type of the body."""

    ANY = "any"
    NOTHING = "nothing"
    TEXT = "text"
    ROW = "row"
    ROWS = "rows"


class Documented(Struct, frozen=True):
    """The documented success answer of one method."""

    shape: Shape
    may_be_empty: bool = False
    """Whether an empty body is documented in place of a row."""
    creates: bool = False
    """Whether a 201 may identify the new row by its Location only: "a Location header and usually the object"."""
    key: tuple[str, int | None] | None = None
    """The field with the row's key, and the key requested; None: any, for a new row."""
    words: str | None = None
    """The plain text that a list returns instead of being empty."""
    keyless: bool = False
    """Whether older offices answer without the key."""


ANYTHING = Documented(Shape.ANY)


def documented_of(endpoint: Endpoint, arguments: Mapping[str, Any]) -> Documented:
    """The expected answer to a call with these arguments, from the endpoint's declaration."""
    return Documented(
        _shape_of(endpoint),
        endpoint.may_be_empty,
        endpoint.verb == "POST",
        _key_of(endpoint, arguments),
        endpoint.words_for_none,
        _may_lack_key(endpoint.record),
    )


def unlike(documented: Documented, answer: Answer) -> type[errors.Unreadable] | None:
    """What is wrong with an answer's outer form; None for a success, and for a refusal with the office's own text."""
    status, body = answer.status, answer.body.removeprefix(BYTE_ORDER_MARK).strip()
    if status < 400:
        if status not in GOOD_STATUSES:  # a redirect leads to another site; nothing else is documented
            return errors.NotTheOffice
        return _wrong_body(documented, answer, body) or _wrong_key(documented, answer, body)
    # A web page instead of an explanation. 429 and 5xx mean the same whoever sends them.
    is_page = body.startswith(b"<") and status < 500 and status not in (408, 429)
    return errors.NotTheOffice if is_page else None


def made_key(answer: Answer) -> int | None:
    """The key of a row created by a POST, from the Location header."""
    last = _end_of_location(answer)
    return int(last) if 0 < len(last) <= MOST_DIGITS else None


def says_none(words: str | None, body: bytes) -> bool:
    """Whether an answer says, as plain text or as a JSON string, that the list is empty."""
    return words is not None and body.decode(errors="replace").strip().strip('"') == words


def _shape_of(endpoint: Endpoint) -> Shape:
    if endpoint.lists:
        return Shape.ROWS
    if endpoint.record is NoneType:
        return Shape.NOTHING
    return Shape.TEXT if endpoint.record is str else Shape.ROW


def _wrong_body(documented: Documented, answer: Answer, body: bytes) -> type[errors.Unreadable] | None:
    if documented.shape is Shape.ANY or says_none(documented.words, body):
        return None
    if not _is_json(_media_type(answer)):
        return errors.NotTheOffice
    if documented.creates and len(_end_of_location(answer)) > MOST_DIGITS:
        return errors.TooManyDigits
    if body in NOTHING:
        named = documented.creates and answer.status == 201 and made_key(answer) is not None
        may_be = documented.shape is Shape.NOTHING or documented.may_be_empty or named
        return None if may_be else errors.EmptyAnswer
    return None if body.startswith(_JSON_BEGINS) else errors.NotTheOffice


def _wrong_key(documented: Documented, answer: Answer, body: bytes) -> type[errors.Unreadable] | None:
    """Whether the row is not the requested one. Unreadable rows are left to the codec."""
    if documented.key is None or body in NOTHING:
        return None
    name, asked = documented.key
    try:
        found = msgspec.json.decode(body, type=dict[str, msgspec.Raw] | list[dict[str, msgspec.Raw]])
        row = found if isinstance(found, dict) else found[0] if found else {}
        key = read_int(msgspec.json.decode(row[name])) if row.get(name) not in (None, *_NO_KEY) else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Misread):
        return None
    if documented.keyless and name not in row:
        return None
    if asked is None:
        return None if key or made_key(answer) is not None else errors.NotTheOffice
    return None if key == asked else errors.OtherRow


def _key_of(endpoint: Endpoint, arguments: Mapping[str, Any]) -> tuple[str, int | None] | None:
    """The key that the row must have: for reads or changes by number in the path, and for new rows."""
    name = getattr(endpoint.record, "primary_key", None)
    if endpoint.lists or name is None:
        return None
    if endpoint.verb == "POST":
        return name, None
    if endpoint.status != 200 or f"{{{name}}}" not in endpoint.path:  # a split claim returns its new half
        return None
    return name, int(arguments[name])


@cache
def _may_lack_key(record: Any) -> bool:
    """Whether a record's key is among the fields that answers gained later."""
    name = getattr(record, "primary_key", None)
    if name is None:
        return False
    hint = next(each.type for each in msgspec.structs.fields(record) if each.encode_name == name)
    return any(isinstance(fact, Since) for fact in bare(hint)[1])


def _end_of_location(answer: Answer) -> str:
    """The number at the end of a Location, as text; empty without one."""
    last = answer.headers.get("location", "").rstrip("/").rpartition("/")[2]
    return last if last.isascii() and last.isdecimal() else ""


def _media_type(answer: Answer) -> str:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()


def _is_json(media_type: str) -> bool:
    """Whether a Content-Type is JSON; an answer without one is judged by its body."""
    return media_type in ("", "application/json", "text/json") or media_type.endswith("+json")

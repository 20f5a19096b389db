"""What a good answer of a method looks like, and what is wrong with one that does not.

A web filter, a hotel's sign-in page or a proxy answers 200 with a page of its own; that must never count as the
office's answer. Only the outside of an answer is judged here; the codec finds what is wrong inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType
from typing import Any

import msgspec
from msgspec import Struct

from app.api import errors
from app.api.transport import Answer
from app.wire.endpoint import Endpoint
from app.wire.json_text import BYTE_ORDER_MARK, NOTHING
from app.wire.lenient import Misread, read_int

GOOD_STATUSES = frozenset({200, 201, 204})
MOST_DIGITS = 19
"""Of a key: the database keeps 64 bits."""
_NO_KEY = tuple(map(msgspec.Raw, NOTHING))
_JSON_BEGINS = tuple(bytes([each]) for each in b'[{"-0123456789tfn')


class Shape(StrEnum):
    """What stands in the body."""

    ANY = "any"
    NOTHING = "nothing"
    TEXT = "text"
    ROW = "row"
    ROWS = "rows"


class Documented(Struct, frozen=True):
    """The good answer of one method."""

    shape: Shape
    may_be_empty: bool = False
    """Whether an empty body is documented where a row would be."""
    creates: bool = False
    """Whether a 201 may name what was made by its Location alone: "a Location header and usually the object"."""
    key: tuple[str, int | None] | None = None
    """The field that names the row, and the number that was asked for; None: any, of a row that is made."""
    words: str | None = None
    """What a list says in plain words instead of being empty."""


ANYTHING = Documented(Shape.ANY)


def documented_of(endpoint: Endpoint, arguments: Mapping[str, Any]) -> Documented:
    """What an endpoint's declaration says of the answer to a call with these arguments."""
    return Documented(
        _shape_of(endpoint),
        endpoint.may_be_empty,
        endpoint.verb == "POST",
        _key_of(endpoint, arguments),
        endpoint.words_for_none,
    )


def unlike(documented: Documented, answer: Answer) -> type[errors.Unreadable] | None:
    """What is wrong with the outside of an answer; None for a good one, and for a refusal in the office's own words."""
    status, body = answer.status, answer.body.removeprefix(BYTE_ORDER_MARK).strip()
    if status < 400:
        if status not in GOOD_STATUSES:  # a redirection leads to some other page; nothing else is documented
            return errors.NotTheOffice
        return _wrong_body(documented, answer, body) or _wrong_key(documented, answer, body)
    # A web page instead of an explanation. 429 and 5xx mean the same whoever says them.
    is_page = body.startswith(b"<") and status < 500 and status not in (408, 429)
    return errors.NotTheOffice if is_page else None


def made_key(answer: Answer) -> int | None:
    """The key of what a POST made, from the Location that it answers with."""
    last = _end_of_location(answer)
    return int(last) if 0 < len(last) <= MOST_DIGITS else None


def says_none(words: str | None, body: bytes) -> bool:
    """Whether an answer says in words, bare or as a JSON string, that there is nothing to list."""
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
    """Whether the row is another one than was asked for. What cannot be read at all is the codec's to say."""
    if documented.key is None or body in NOTHING:
        return None
    name, asked = documented.key
    try:
        found = msgspec.json.decode(body, type=dict[str, msgspec.Raw] | list[dict[str, msgspec.Raw]])
        row = found if isinstance(found, dict) else found[0] if found else {}
        key = read_int(msgspec.json.decode(row[name])) if row.get(name) not in (None, *_NO_KEY) else None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Misread):
        return None
    if asked is None:
        return None if key or made_key(answer) is not None else errors.NotTheOffice
    return None if key == asked else errors.OtherRow


def _key_of(endpoint: Endpoint, arguments: Mapping[str, Any]) -> tuple[str, int | None] | None:
    """The key that a row has to bear: of the row that is read or changed by its number in the path, or is made."""
    name = getattr(endpoint.record, "primary_key", None)
    if endpoint.lists or name is None:
        return None
    if endpoint.verb == "POST":
        return name, None
    if (
        endpoint.status != 200 or f"{{{name}}}" not in endpoint.path
    ):  # a split claim answers with its new half
        return None
    return name, int(arguments[name])


def _end_of_location(answer: Answer) -> str:
    """The number that a Location ends with, as text; empty when it ends with none."""
    last = answer.headers.get("location", "").rstrip("/").rpartition("/")[2]
    return last if last.isascii() and last.isdecimal() else ""


def _media_type(answer: Answer) -> str:
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()


def _is_json(media_type: str) -> bool:
    """Whether a Content-Type is JSON's; an answer without one is judged by its body alone."""
    return media_type in ("", "application/json", "text/json") or media_type.endswith("+json")

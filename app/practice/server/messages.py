"""ASGI requests and answers."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.answers import write_body
from app.practice.server.refusals import BadRequest, NotFound, Refusal

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

BASE_PATH = "/api/v1"
PLAIN_TEXT = b"text/plain; charset=utf-8"
MOST_CHARACTERS = 16_800_000
"""The largest body that is accepted, in characters of UTF-8 text."""

NOT_STORABLE = "A text holds a character that can't be stored: NUL, or half of a surrogate pair."
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
NO_JSON = "The header Content-Type must be application/json."

_decode_json = msgspec.json.Decoder(float_hook=Decimal).decode


class Request(Struct, frozen=True):
    """One request. `path` is the decoded rest after the base path; `base` is the address that the caller used."""

    verb: str
    path: str
    query: dict[str, str]
    authorization: str | None
    content_type: str
    body: bytes
    base: str

    @property
    def is_json(self) -> bool:
        """Whether the request says that it is JSON."""
        return self.content_type.partition(";")[0].strip().lower() == "application/json"

    def fields(self) -> dict[str, Any]:
        """The body's fields. BadRequest when the body is not a JSON object."""
        if not self.body.strip():
            return {}
        if not self.is_json:
            raise BadRequest(NO_JSON)
        try:
            fields = _decoded(self.body)
            storable = not _may_hide(self.body) or _is_storable(fields)
        except (ValueError, ArithmeticError, RecursionError):
            raise BadRequest("The body is not valid JSON.") from None
        if not storable:
            raise BadRequest(NOT_STORABLE)
        if not isinstance(fields, dict):
            raise BadRequest("The body must be a JSON object.")
        return fields


def _decoded(body: bytes) -> Any:
    """A body's JSON. ValueError, ArithmeticError or RecursionError when it is none.

    Raw line breaks are allowed in its texts, because offices send queries that way.
    """
    try:
        return _decode_json(body)
    except msgspec.DecodeError:
        return json.loads(body, strict=False, parse_float=Decimal, parse_constant=_no_number)


def _may_hide(body: bytes) -> bool:
    """Whether a body's texts may hold a character that can't be stored: as it is, or as an escape."""
    return b"\\u" in body or b"\0" in body


def _is_storable(value: Any) -> bool:
    """Whether all texts in a value can be stored and answered: no NUL, and no half of a surrogate pair."""
    if isinstance(value, str):
        return _UNSTORABLE.search(value) is None
    if isinstance(value, dict):
        return all(_is_storable(name) and _is_storable(each) for name, each in value.items())
    return not isinstance(value, list) or all(map(_is_storable, value))


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


class Reply(Struct, frozen=True):
    """One answer."""

    status: int
    body: bytes = b""
    content_type: bytes = b"application/json; charset=utf-8"
    headers: tuple[tuple[bytes, bytes], ...] = ()

    async def write(self, send: Send) -> None:
        """Send the whole answer."""
        headers = [(b"content-length", b"%d" % len(self.body)), *self.headers]
        if self.body:
            headers.append((b"content-type", self.content_type))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await write_body(send, self.body)


def refusal_reply(refusal: Refusal) -> Reply:
    """An explanation as the API sends it: plain text."""
    after = refusal.retry_after
    headers = () if after is None else ((b"retry-after", b"%d" % after),)
    return Reply(refusal.status, refusal.explanation.encode(errors="replace"), PLAIN_TEXT, headers)


def read_head(scope: Scope, *, under: str = BASE_PATH) -> Request:
    """A request whose path begins with `under`, without its body.

    NotFound outside the base path, BadRequest for texts that can't be stored.
    """
    path: str = scope["path"]
    if not path.startswith(under + "/"):
        raise NotFound("There is no such resource: the API answers under /api/v1.")
    headers = dict(scope["headers"])
    authorization = headers.get(b"authorization")
    host = headers.get(b"host", b"localhost").decode("latin-1")
    query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    if not _is_storable(path) or not _is_storable(query):
        raise BadRequest(NOT_STORABLE)
    return Request(
        verb=scope["method"],
        path=path[len(under) :],
        query=query,
        authorization=None if authorization is None else authorization.decode("latin-1"),
        content_type=headers.get(b"content-type", b"").decode("latin-1"),
        body=b"",
        base=f"{scope.get('scheme', 'http')}://{host}{under}",
    )


async def read_request(scope: Scope, receive: Receive, *, under: str = BASE_PATH) -> Request:
    """Read a whole request. As read_head and read_body."""
    return replace(read_head(scope, under=under), body=await read_body(receive))


async def read_body(receive: Receive, take: Callable[[int], None] = lambda _: None) -> bytes:
    """Read a request's body; `take` is called with the size of each part.

    BadRequest when it is too long, ConnectionAbortedError when the caller disconnects.
    """
    parts: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionAbortedError
        part = message.get("body", b"")
        size += len(part)
        if size <= 4 * MOST_CHARACTERS:
            take(len(part))
            parts.append(part)
        more = message.get("more_body", False)
    body = b"".join(parts)
    if size > MOST_CHARACTERS and (size > 4 * MOST_CHARACTERS or _characters(body) > MOST_CHARACTERS):
        raise BadRequest("The body holds more than 16.8 million characters.")
    return body


def _characters(body: bytes) -> int:
    return len(body.decode(errors="replace"))

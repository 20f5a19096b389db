"""Random requests: each is made by its number and the seed alone, so that one can be repeated."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote

import msgspec

from app.wire.codec import request_parts
from app.wire.endpoint import Call, Endpoint
from tests.practice.every_method import ALL, DEPRECATED, sample
from tests.support.fuzz import odd, sql
from tests.support.fuzz.sent import JSON, Sent, as_json

ENDPOINTS = (*ALL, *DEPRECATED)
_WRITES = tuple(each for each in ENDPOINTS if each.verb in ("PUT", "POST"))
VERBS = ("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "X" * 40)
CONTENT_TYPES = (
    "",
    "text/plain",
    "application/json; charset=latin-1",
    "application/x-www-form-urlencoded",
    "x" * 5_000,
    "json",
)
SLOW_EVERY = 10_000
"""So many requests hold one query that never ends."""


def request(seed: int, number: int) -> Sent:
    """The request of this number."""
    dice = random.Random(f"{seed}-{number}")
    if number % SLOW_EVERY == SLOW_EVERY // 2:
        sent = _short_query(sql.ENDLESS)
        sent.slow = True
        return sent
    (make,) = dice.choices(tuple(_KINDS), weights=tuple(_KINDS.values()))
    return make(dice)


def parts_of(endpoint: Endpoint) -> tuple[str, list[tuple[str, str]], dict[str, Any]]:
    """The sample call of a method as path, query and body."""
    path, query, body = _parts(endpoint.name)
    return path, [*query], {**body}


@cache
def _parts(name: str) -> tuple[str, tuple[tuple[str, str], ...], dict[str, Any]]:
    endpoint = next(each for each in ENDPOINTS if each.name == name)
    parts = request_parts(Call(endpoint, sample(endpoint)))
    return parts.path, tuple(parts.query), msgspec.json.decode(parts.body) if parts.body else {}


def _call(dice: random.Random) -> Sent:
    """A method with some of its fields odd."""
    endpoint = dice.choice(ENDPOINTS)
    chance = dice.choice((0.1, 0.1, 0.4, 0.9)) * (dice.random() < 0.9)
    path, query, body = endpoint.path, [("Limit", "20")] * (dice.random() < 0.5), {}
    given = sample(endpoint)
    _, usual_query, usual_body = parts_of(endpoint)
    for each in endpoint.parameters:
        is_odd = dice.random() < chance
        if each.place == "path":
            shown = odd.text(dice)[:2_000] if is_odd else str(given.get(each.name, 1))
            path = path.replace(f"{{{each.name}}}", quote(shown.encode("utf-8", "replace"), safe=""))
        elif each.place == "query":
            query += (
                [(each.name, _plain(odd.text(dice)))]
                if is_odd
                else [(name, value) for name, value in usual_query if name == each.name]
            )
        elif is_odd:
            body[each.name] = odd.value(dice)
        elif each.name in usual_body:
            body[each.name] = usual_body[each.name]
    sends = endpoint.verb in ("PUT", "POST")
    return Sent(endpoint.verb, path, query, as_json(dice, body) if sends else b"")


def _plain(text: str) -> str:
    """As much of a text as a percent-encoded address can hold."""
    return text.encode("utf-8", "replace").decode()[:20_000]


def _stuffed(dice: random.Random) -> Sent:
    """A method with more than it knows: parameters, formats, pages, fields."""
    sent = _call(dice)
    for _ in range(dice.randrange(1, 4)):
        name = dice.choice(
            ("Limit", "Offset", "DateFormatString", "DateTimeFormatString", "search", odd.text(dice)[:50])
        )
        sent.query.append((_plain(name), _plain(odd.text(dice))))
    if sent.body:
        sent.body = as_json(dice, {odd.text(dice)[:99]: odd.value(dice), "PatNum": 1})
    return sent


def _body(dice: random.Random) -> Sent:
    """A method with a body that is no JSON, or with another kind of body."""
    endpoint = dice.choice(_WRITES)
    path, query, body = parts_of(endpoint)
    raw = dice.choice(odd.BODIES) if dice.random() < 0.7 else as_json(dice, body)
    if dice.random() < 0.3 and raw:
        place = dice.randrange(len(raw))
        raw = raw[:place] + bytes([dice.randrange(256)]) + raw[place + dice.randrange(3) :]
    headers = [JSON] if dice.random() < 0.7 else [("Content-Type", dice.choice(CONTENT_TYPES))]
    return Sent(endpoint.verb, path, query, raw, headers)


def _place(dice: random.Random) -> Sent:
    """A path or a verb that no method has."""
    endpoint = dice.choice(ENDPOINTS)
    path, query, body = parts_of(endpoint)
    pieces = path.split("/")
    for _ in range(dice.randrange(1, 3)):
        piece = quote(odd.text(dice)[:500].encode("utf-8", "replace"), safe="")
        dice.choice(
            (pieces.append, lambda each: pieces.insert(1, each), lambda each: pieces.__setitem__(-1, each))
        )(piece)
    shown = dice.choice(
        ("/".join(pieces), path, "/" + "/" * dice.randrange(50), path.upper(), "/../.." + path, path + "%2")
    )
    return Sent(dice.choice(VERBS), shown, query, as_json(dice, body))


def _keys(dice: random.Random) -> Sent:
    """A request with other keys, or other headers."""
    sent = _call(dice)
    sent.keys = dice.choice(
        ("", "ODFHIR", "ODFHIR /", "ODFHIR a/b", "Basic x", "ODFHIR " + "a" * 9_000, "\u00e9/\u00ff", " ")
    )
    if dice.random() < 0.3:
        sent.keys = None
        sent.headers.append(
            (
                dice.choice(("X-A", "Accept", "Cookie", "If-None-Match", "Range")),
                "x" * dice.choice((1, 5_000)),
            )
        )
    return sent


def _no_http(dice: random.Random) -> Sent:
    """Bytes that are hardly a request."""
    good = _call(dice).bytes("ODFHIR a/b")
    place = dice.randrange(len(good))
    raw = dice.choice(
        (
            good[:place] + bytes([dice.randrange(256)]) + good[place + 1 :],
            b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\n\r\n",
            b"GET / HTTP/9.9\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01",
            b"POST /api/v1/queries HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"PUT /api/v1/patients/1 HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            b"PUT /api/v1/patients/1 HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
            dice.randbytes(200) + b"\r\n\r\n",
        )
    )
    return Sent("", "", raw=raw, is_http=False)


def _query(dice: random.Random) -> Sent:
    """SQL."""
    if dice.random() < 0.9:
        sent = _short_query(sql.command(dice))
        if dice.random() < 0.1:
            sent.query.append(("Offset", _plain(odd.text(dice))))
        return sent
    place = _plain(odd.text(dice)) if dice.random() < 0.3 else f"site/{dice.randrange(9)}.csv"
    body = {"SqlCommand": sql.command(dice), "SftpAddress": place, "SftpUsername": "me", "SftpPassword": "x"}
    return Sent("POST", "/queries", [], as_json(dice, body))


def _short_query(command: str) -> Sent:
    return Sent("PUT", "/queries/ShortQuery", [], msgspec.json.encode({"SqlCommand": command}))


_KINDS: dict[Callable[[random.Random], Sent], float] = {
    _call: 50, _stuffed: 12, _body: 12, _place: 8, _keys: 4, _no_http: 2, _query: 12,
}  # fmt: skip
"""With their weights."""

"""Reads a desk's request by the declarations: what they don't declare never reaches the office."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, quote

from msgspec import Struct

from app.api.documented import documented_of
from app.api.request import Request
from app.api.sending import Sending
from app.wire.catalog import endpoints
from app.wire.codec import FieldError, arguments_from_wire
from app.wire.endpoint import Endpoint
from app.wire.fields import AlsoSpelled
from app.wire.routes import Routes
from app.wire.strict import RequestParts

EVERYWHERE = frozenset({"DateFormatString", "DateTimeFormatString"})
"""Query fields that every method accepts without declaring them."""
PAGES = frozenset({"Limit", "Offset"})
LONGEST_QUERY = 8_000
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9:.]{5,16})?)?")
_SPELLED = {Decimal: re.compile(r"-?[0-9]+(\.[0-9]+)?"), date: _DAY, datetime: _DAY}
"""What every reader takes for the same amount or day: not "1_000", which Python reads, nor "02/03/2026"."""
QUESTIONS_KEPT = 2_000
"""Reads whose meaning is remembered."""


class NotDeclared(Exception):
    """The request is not as declared. The text names the field and never a value."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class _Declared(Struct, frozen=True):
    endpoint: Endpoint
    in_query: frozenset[str]
    in_body: frozenset[str]
    spelled: dict[str, re.Pattern[str]]
    """Of a write, the only spelling of each amount and date that is sent as text."""


def _declared(endpoint: Endpoint) -> _Declared:
    everywhere = EVERYWHERE | (PAGES if endpoint.paged else frozenset())
    spelled = (
        {}
        if endpoint.reads
        else {each.name: _SPELLED[each.type] for each in endpoint.parameters if each.type in _SPELLED}
    )
    return _Declared(endpoint, _names(endpoint, "query") | everywhere, _names(endpoint, "body"), spelled)


def _names(endpoint: Endpoint, place: str) -> frozenset[str]:
    """The fields of a method in this place, in every documented spelling."""
    return frozenset(
        name
        for each in endpoint.parameters
        if each.place == place
        for name in (each.name, *(fact.name for fact in each.facts if isinstance(fact, AlsoSpelled)))
    )


class PassedCall(Struct, frozen=True):
    """One request of a desk: the declared method, its arguments as Python values, and the request to pass on."""

    endpoint: Endpoint
    arguments: dict[str, Any]
    request: Request


class CallReader:
    """Every declared method; making it imports them all."""

    def __init__(self) -> None:
        self._routes = Routes(map(_declared, endpoints()))
        self._questions: OrderedDict[tuple[str, str, str], PassedCall] = OrderedDict()

    def read(self, verb: str, path: str, query: str, body: bytes) -> PassedCall:
        """The call that a request means; `path` is decoded and relative to the API's. Raises NotDeclared."""
        question = verb, path, query
        if not body and (known := self._questions.get(question)) is not None:
            return known
        call = self._read(verb, path, query, body)
        if not body and call.endpoint.reads:  # desks ask the same again and again
            self._questions[question] = call
            if len(self._questions) > QUESTIONS_KEPT:
                self._questions.popitem(last=False)
        return call

    def _read(self, verb: str, path: str, query: str, body: bytes) -> PassedCall:
        found = self._routes.find(verb, path)
        if found is None:
            raise NotDeclared(404, "There is no such resource or method.")
        declared, in_path = found
        pairs = _pairs(query)
        fields = _fields(body) if body.strip() else {}
        _check_names(declared.in_query, [name for name, _ in pairs])
        _check_names(declared.in_body, list(fields))
        endpoint = declared.endpoint
        for name, spelling in declared.spelled.items():
            if isinstance(fields.get(name), str) and not spelling.fullmatch(fields[name]):
                raise NotDeclared(400, f"{name} is not spelled as documented.")
        try:
            arguments = arguments_from_wire(endpoint, {**dict(pairs), **fields, **in_path})
        except FieldError as wrong:
            raise NotDeclared(400, f"{wrong}.") from None
        return PassedCall(endpoint, arguments, _request(endpoint, arguments, in_path, pairs, body))


def _request(
    endpoint: Endpoint,
    arguments: dict[str, Any],
    in_path: dict[str, Any],
    pairs: list[tuple[str, str]],
    body: bytes,
) -> Request:
    path = endpoint.path
    for name, value in in_path.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    parts = RequestParts(endpoint.verb, path, pairs, body or None)
    return Request(
        endpoint.name,
        endpoint.verb,
        parts.target,
        parts.body,
        reads=endpoint.reads,
        needs=endpoint.needs,
        documented=documented_of(endpoint, arguments),
        sending=None if endpoint.reads else Sending(lambda: None),
    )


def _pairs(query: str) -> list[tuple[str, str]]:
    if len(query) > LONGEST_QUERY:
        raise NotDeclared(400, "The query is too long.")
    try:
        return parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    except ValueError:
        raise NotDeclared(400, "The query can't be read.") from None


def _fields(body: bytes) -> dict[str, Any]:
    """The body's fields. A name twice would mean two things to two readers."""
    try:
        fields = json.loads(body, strict=False, parse_float=Decimal, object_pairs_hook=_once)
    except (ValueError, ArithmeticError, RecursionError):
        raise NotDeclared(400, "The body is not valid JSON.") from None
    if not isinstance(fields, dict):
        raise NotDeclared(400, "The body must be a JSON object.")
    return fields


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len({name.casefold() for name in fields}) != len(pairs):
        raise ValueError("a name twice")
    return fields


def _check_names(known: frozenset[str], names: Sequence[str]) -> None:
    """Only declared fields, each once, and where they are declared."""
    if not known.issuperset(names):
        raise NotDeclared(400, "The request has a field that the method doesn't have.")
    if len(set(names)) != len(names):
        raise NotDeclared(400, "The request has a field twice.")

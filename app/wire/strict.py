"""Strict encoding: calls into requests, and raw requests into arguments."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import quote

import msgspec

from app.wire.endpoint import Call, Endpoint, Parameter, unknown_field
from app.wire.enums import WireEnum
from app.wire.fields import NO_DATE, AllBut, AlsoSpelled, BlankClears, MaxLength, Only
from app.wire.lenient import Misread, reader_of
from app.wire.record import wire_value


class FieldError(ValueError):
    """A request field that is missing or invalid. `words` says what is wrong, without content."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(f"{name} {words}")
        self.name = name
        self.words = words


class RequestParts(msgspec.Struct, frozen=True):
    """An encoded request. `path` is percent-encoded; the texts of `query` are not."""

    verb: str
    path: str
    """Relative to the base address, with a leading slash."""
    query: list[tuple[str, str]]
    body: bytes | None
    """JSON in UTF-8; None for GET and DELETE."""

    @property
    def target(self) -> str:
        """The path with its percent-encoded query."""
        pairs = [f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in self.query]
        return f"{self.path}?{'&'.join(pairs)}" if pairs else self.path


def request_parts(call: Call) -> RequestParts:
    """Encode a call. A field that is None is left out; FieldError for a field that is unknown, missing or invalid."""
    endpoint, path, query, body = call.endpoint, call.endpoint.path, [], {}
    given = {name: value for name, value in call.arguments.items() if value is not None}
    for parameter in endpoint.parameters:
        if parameter.name not in given:
            if parameter.required:
                _refuse_unknown(endpoint, given)  # the likelier reason: a misspelled name
                raise FieldError(parameter.name, "is required")
            continue
        written = _written(parameter, given.pop(parameter.name))
        if parameter.place == "body":
            body[parameter.name] = written
        elif parameter.place == "query":
            query.append((parameter.name, _query_text(written)))
        else:
            path = path.replace(f"{{{parameter.name}}}", quote(_query_text(written), safe=""))
    _refuse_unknown(endpoint, given)
    has_body = endpoint.verb in ("PUT", "POST")
    return RequestParts(endpoint.verb, path, query, msgspec.json.encode(body) if has_body else None)


def _refuse_unknown(endpoint: Endpoint, given: Collection[str]) -> None:
    if (unknown := unknown_field(endpoint, given)) is not None:
        raise FieldError(*unknown)


def arguments_from_wire(endpoint: Endpoint, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Decode a request's raw values by their declared types: lenient in type, strict in meaning.

    Undeclared fields are left out, and so is an empty value that is neither text nor enumeration. 0001-01-01
    stays the value that clears a date. FieldError names the first missing or invalid field.
    """
    arguments = {}
    for parameter in endpoint.parameters:
        value = _sent(parameter, raw)
        if value is None:
            if parameter.required:
                raise FieldError(parameter.name, "is required")
            continue
        arguments[parameter.name] = _argument(parameter, value)
    return arguments


def _sent(parameter: Parameter, raw: Mapping[str, Any]) -> Any:
    spellings = [fact.name for fact in parameter.facts if isinstance(fact, AlsoSpelled)]
    value = next((raw[name] for name in (parameter.name, *spellings) if raw.get(name) is not None), None)
    blank = isinstance(value, str) and not value.strip()
    if not blank or parameter.type is str or "" in values_of(parameter):
        return value
    return NO_DATE.isoformat() if parameter.fact(BlankClears) else None


def _argument(parameter: Parameter, value: Any) -> Any:
    try:
        read = reader_of(parameter.type)(value)
    except Misread as wrong:
        raise FieldError(parameter.name, f"is invalid: {wrong}") from None
    longest = parameter.fact(MaxLength)
    if longest is not None and len(read) > longest.characters:
        raise FieldError(parameter.name, f"is too long: at most {longest.characters} characters")
    if isinstance(read, WireEnum) and read not in values_of(parameter):  # in the words seen on live servers
        raise FieldError(parameter.name, "is invalid")
    return read


def values_of(parameter: Parameter) -> tuple[WireEnum, ...]:
    """The values that a method accepts for an enumeration field; empty for any other field."""
    kind = parameter.type
    if not (isinstance(kind, type) and issubclass(kind, WireEnum)):
        return ()
    only, all_but = parameter.fact(Only), parameter.fact(AllBut)
    if only is not None:
        return only.values
    return tuple(each for each in kind if all_but is None or each not in all_but.values)


def _as_declared(kind: Any, value: Any) -> Any:
    """A date where a timestamp is declared means midnight; a timestamp where a date is declared loses its time.

    One with a time zone stays, and is refused: in the office it may be another day.
    """
    if kind is datetime.date and isinstance(value, datetime.datetime) and value.tzinfo is None:
        return value.date()
    if kind is datetime.datetime and type(value) is datetime.date:
        return datetime.datetime.combine(value, datetime.time())
    return value


def _written(parameter: Parameter, value: Any) -> Any:
    """A value in the wire's format. FieldError for one without: another type, a time zone, half a character."""
    if type(value) is parameter.type is int:  # most keys
        return value
    try:
        written = wire_value(_as_declared(parameter.type, value))
        if parameter.place == "path" and parameter.type is int:
            written = reader_of(int)(written)
        if isinstance(written, str):
            if not written.isascii():
                written.encode()
        elif not isinstance(written, int):
            msgspec.json.encode(written)
    except UnicodeEncodeError:
        raise FieldError(parameter.name, "is invalid: it has half of a character") from None
    except (TypeError, Misread) as wrong:
        raise FieldError(parameter.name, f"is invalid: {wrong}") from None
    return written


def _query_text(written: Any) -> str:
    return ",".join(map(str, written)) if isinstance(written, list) else str(written)

"""The documentation's example answers and requests, read and written again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, get_origin
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec
import pytest

from app.wire.codec import arguments_from_wire, decode_one, decode_rows, request_parts, wire_row
from app.wire.endpoint import Call, Endpoint
from app.wire.enums import CountedEnum, WireEnum
from app.wire.fields import AlsoSpelled, bare
from app.wire.record import Record
from tests.wire.contract import declared, documented_methods, needs_contract, title

pytestmark = needs_contract

Example = dict[str, Any]


def _examples(wanted: str) -> Iterator[tuple[str, Example, Example]]:
    for resource, method in documented_methods():
        for example in method["examples"]:
            if wanted == "request" or example["response"] is not None:
                yield resource, method, example


def test_answers(subtests: pytest.Subtests) -> None:
    """Every example answer is read, and equal when written again."""
    for resource, method, example in _examples("response"):
        with subtests.test(title(resource, method, example)):
            _check_answer(declared(resource, method), example)


def _check_answer(endpoint: Endpoint, example: Example) -> None:
    data = _as_printed(example["response"])
    if not endpoint.lists:
        _check_row(example["response"], decode_one(data, endpoint.record))
        return
    rows = decode_rows(data, endpoint.record)
    assert not rows.unreadable
    answer = example["response"] if isinstance(example["response"], list) else [example["response"]]
    for printed, row in zip(answer, rows, strict=True):
        _check_row(printed, row)


_as_printed = msgspec.json.Encoder(decimal_format="number").encode


def _check_row(printed: Example, row: Any) -> None:
    if not isinstance(row, Record):
        assert row == printed
        return
    written = wire_row(row)
    kinds = {field.name: bare(field.type)[0] for field in msgspec.structs.fields(row)}
    for name, value in printed.items():
        assert _means(kinds[name], value) == _means(kinds[name], written[name]), name


def _means(kind: Any, value: Any) -> Any:
    """The meaning of an example value, independent of the codec."""
    if isinstance(kind, type) and issubclass(kind, CountedEnum) and isinstance(value, int):
        return list(kind)[value].value
    if isinstance(kind, type) and issubclass(kind, WireEnum):
        return "None" if value == 0 else value
    read: dict[Any, Callable[[Any], Any]] = {
        bool: lambda each: str(each).lower() or "false",
        int: lambda each: int(each or 0),
        Decimal: lambda each: Decimal(str(each or 0)),
        datetime.datetime: lambda each: _american(each) if "/" in each else each or "0001-01-01 00:00:00",
        datetime.date: lambda each: each or "0001-01-01",
        tuple[int, ...]: list,
        Sequence: list,
    }
    return read.get(kind, str)(value)


def _american(text: str) -> str:
    day, clock, half = text.split(" ")
    month, number, year = day.split("/")
    moment = datetime.datetime.strptime(f"{clock} {half}", "%I:%M:%S %p")
    return f"{int(year):04}-{int(month):02}-{int(number):02} {moment:%H:%M:%S}"


def test_requests(subtests: pytest.Subtests) -> None:
    """Every example request consists of declared fields, and is equal when written again."""
    for resource, method, example in _examples("request"):
        with subtests.test(title(resource, method, example)):
            _check_request(declared(resource, method), method, example)


def _check_request(endpoint: Endpoint, method: Example, example: Example) -> None:
    verb, _, address = example["request"].partition(" ")
    parts = urlsplit(address)
    sent = {name: text for name, text in parse_qsl(parts.query) if name not in ("Limit", "Offset")}
    sent |= {name: _exact(value) for name, value in (example["body"] or {}).items()}
    in_path = zip(method["path"].split("/"), parts.path.split("/"), strict=True)
    sent |= {name.strip("{}"): value for name, value in in_path if name.startswith("{")}

    arguments = arguments_from_wire(endpoint, sent)
    written = request_parts(Call(endpoint, arguments))

    assert (written.verb, unquote(written.path)) == (verb, parts.path)
    known = {each.name: each for each in endpoint.parameters}
    spelled = {
        fact.name: name
        for name, each in known.items()
        for fact in each.facts
        if isinstance(fact, AlsoSpelled)
    }
    again = dict(written.query) | (msgspec.json.decode(written.body) if written.body else {})
    for name, value in sent.items():
        parameter = known[spelled.get(name, name)]
        if parameter.place != "path" and value != "":
            assert _as_sent(parameter.type, value) == _as_sent(parameter.type, again[parameter.name]), name


def _exact(value: Any) -> Any:
    """A decimal as the practice reads it from a body."""
    return Decimal(str(value)) if isinstance(value, float) else value


def _as_sent(kind: Any, value: Any) -> Any:
    if get_origin(kind) is Sequence and (objects := [each for each in value if isinstance(each, dict)]):
        return [{name: str(each) for name, each in one.items()} for one in objects]
    if get_origin(kind) is Sequence and isinstance(value, str):
        return value.strip("[]")
    if kind is datetime.datetime and len(value) == len("2020-07-30"):
        return f"{value} 00:00:00"
    return _means(kind, value)

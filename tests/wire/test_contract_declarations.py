"""The declarations against the documentation's facts: nothing is missing or extra."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
import pytest

from app.wire.catalog import RESOURCES, endpoints
from app.wire.endpoint import Endpoint, Parameter
from app.wire.enums import WireEnum
from app.wire.fields import AlsoSpelled, MaxLength, Refers, Since, bare
from app.wire.record import Record
from app.wire.strict import values_of
from app.wire.version import Version
from tests.wire.contract import PYTHON_TYPES, declared, documented_methods, facts_of, needs_contract, title

pytestmark = needs_contract


def _version(text: str | None) -> Version | None:
    return None if text is None else Version.parse(text)


def _is_spelling(field: dict[str, Any]) -> bool:
    rule = field.get("rule", "")
    return "not a second field" in rule or "Not a documented parameter: capitalised spelling" in rule


def test_methods(subtests: pytest.Subtests) -> None:
    """A resource declares the documented methods and no other."""
    for resource in RESOURCES:
        with subtests.test(resource.__name__):
            documented = [(each["verb"], each["path"]) for each in facts_of(resource.__name__)["methods"]]
            assert sorted((each.verb, each.path) for each in resource.endpoints()) == sorted(documented)
            assert resource.documentation == f"API {resource.__name__}"


def test_method_facts(subtests: pytest.Subtests) -> None:
    """A method's version, permission, status and answer are the documented ones."""
    for resource, method in documented_methods():
        with subtests.test(title(resource, method)):
            _check_method_facts(declared(resource, method), method)


def _check_method_facts(endpoint: Endpoint, method: dict[str, Any]) -> None:
    assert _version(endpoint.since) == _version(method["version"])
    assert endpoint.needs.value == method["permission"]
    assert endpoint.status == method["success"]
    assert endpoint.paged == method["paged"]
    assert bool(endpoint.deprecated) == bool(method["deprecated"])
    bodiless = {NoneType: "none", str: "text"}
    shape = "list" if endpoint.lists else bodiless.get(endpoint.record, "object")
    assert shape == method["returns"]


def test_path_fields(subtests: pytest.Subtests) -> None:
    """The positional parameters are the path's placeholders."""
    for resource, method in documented_methods():
        with subtests.test(title(resource, method)):
            _check_path_fields(declared(resource, method), method)


def _check_path_fields(endpoint: Endpoint, method: dict[str, Any]) -> None:
    in_path = [each.name for each in endpoint.parameters if each.place == "path"]
    assert in_path == re.findall(r"{(\w+)}", method["path"])


def test_request_fields(subtests: pytest.Subtests) -> None:
    """A request has exactly the documented fields in the documented places, with their facts."""
    for resource, method in documented_methods():
        with subtests.test(title(resource, method)):
            _check_request_fields(declared(resource, method), method)


def _check_request_fields(endpoint: Endpoint, method: dict[str, Any]) -> None:
    parameters = endpoint.parameters
    for place in ("query", "body"):
        documented = [each for each in method[place] if not _is_spelling(each)]
        found = {each.name: each for each in parameters if each.place == place}
        assert set(found) == {each["name"] for each in documented}
        for field in documented:
            _check_field(field, found[field["name"]])
        spellings = {
            fact.name for each in found.values() for fact in each.facts if isinstance(fact, AlsoSpelled)
        }
        assert spellings >= {each["name"] for each in method[place] if _is_spelling(each)}


def _check_field(field: dict[str, Any], parameter: Parameter) -> None:
    since = parameter.fact(Since)
    assert parameter.required == bool(field.get("required")), field["name"]
    assert _version(since and since.version) == _version(field.get("version")), field["name"]
    facts = parameter.facts
    if field["type"] == "enum":
        values = [each.value for each in values_of(parameter)]
        assert values == field.get("values", values), field["name"]
    elif field["type"] == "int[]":
        assert get_origin(parameter.type) is Sequence, field["name"]
        kind, facts = bare(get_args(parameter.type)[0])
        assert kind is int, field["name"]
    elif field["type"] == "object[]":
        assert get_origin(parameter.type) is Sequence, field["name"]
        _check_object(field["fields"], get_args(parameter.type)[0])
    else:
        assert parameter.type is PYTHON_TYPES[field["type"]], field["name"]
    _check_key(field, [each for each in facts if isinstance(each, Refers)])
    if (longest := re.search(r"[Aa]t most (\d+) characters", field.get("rule", ""))) is not None:
        assert parameter.fact(MaxLength) == MaxLength(int(longest[1])), field["name"]


def _check_object(documented: list[dict[str, Any]], record: type[Record]) -> None:
    """An object within a request has the documented fields, each of its type and with its key."""
    fields = {each.name: bare(each.type) for each in msgspec.structs.fields(record)}
    assert set(fields) == {each["name"] for each in documented}
    for each in documented:
        kind, facts = fields[each["name"]]
        assert kind is PYTHON_TYPES[each["type"]], each["name"]
        _check_key(
            {name: fact for name, fact in each.items() if fact is not None},
            [one for one in facts if isinstance(one, Refers)],
        )


def _check_key(field: dict[str, Any], keys: list[Refers]) -> None:
    documented = field["fk"].split(" or ") if "fk" in field else []
    assert len(keys) == len(documented), field["name"]
    for key, to in zip(keys, documented, strict=True):
        _check_one_key(field, key, to)


def _check_one_key(field: dict[str, Any], key: Refers, to: str) -> None:
    table, column = to.split(".")
    assert key.table == table, field["name"]
    is_text = field["type"] == "string"
    assert key.column == (column if is_text else ""), field["name"]
    rule = field.get("rule", "")
    categories = re.findall(r"[Cc]ategory[ =]*(\d+)", rule) + re.findall(r"or (\d+) \(", rule)
    if categories:
        assert key.category == tuple(int(each) for each in categories), field["name"]


def _records() -> list[type[Record]]:
    found = {each.record for each in endpoints() if isinstance(each.record, type)} - {NoneType, str}
    return sorted(found, key=lambda each: each.__name__)


def test_records(subtests: pytest.Subtests) -> None:
    """A record has exactly the fields of all its methods' documented answers, each of its type."""
    documented: dict[type[Record], dict[str, dict[str, Any]]] = {record: {} for record in _records()}
    for resource, method in documented_methods():
        record = declared(resource, method).record
        if record in documented:
            documented[record] = {each["name"]: each for each in method["response"]} | documented[record]
    for record, fields in documented.items():
        with subtests.test(record.__name__):
            _check_fields(record, fields)


def _check_fields(record: type[Record], documented: dict[str, dict[str, Any]]) -> None:
    fields = {each.name: each for each in msgspec.structs.fields(record)}
    assert set(fields) == set(documented)
    for name, field in fields.items():
        kind, _ = bare(field.type)
        _check_type(documented[name], kind)
        if documented[name]["type"] in ("date", "datetime", "time"):
            assert field.default is None


def _check_type(documented: dict[str, Any], kind: Any) -> None:
    match documented["type"]:
        case "enum":
            assert issubclass(kind, WireEnum)
            # If the documentation lists no values, the declaration has those of the request or the example.
            assert [each.value for each in kind] == documented.get("values", [each.value for each in kind])
        case "int[]":
            assert kind == tuple[int, ...]
        case "time":
            assert kind in (datetime.time, datetime.timedelta)
        case plain:
            assert kind is PYTHON_TYPES[plain]


def test_primary_keys(subtests: pytest.Subtests) -> None:
    """A record with its table's primary key declares it, because unreadable rows are identified by it."""
    for resource in RESOURCES:
        with subtests.test(resource.__name__):
            key = facts_of(resource.__name__)["primary_key"]
            for record in {each.record for each in resource.endpoints() if each.record in _records()}:
                names = {each.name for each in msgspec.structs.fields(record)}
                held = key if key in names and record.__name__ != "InsuranceHistory" else None
                assert record.primary_key == held
